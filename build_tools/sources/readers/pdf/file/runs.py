"""Runs: characters that a file draws one after another on one base line; and which of them are raised from another.

What is raised (or lowered) is smaller than what it stands beside, higher or lower than it, and close to it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from build_tools.sources.readers.pdf.file.glyphs import Glyph

RUN_GAP = 0.9
"""Of its size: what follows within it goes on in the same run."""
STEP_BACK = 0.5
"""Of its size: so far the pen may go back inside a run, as kerning and accents that are drawn apart do."""
SAME_RUN = 0.05
"""Of its size: base lines and sizes of one run differ by less, which is what rounding leaves."""
RAISED = 0.12
"""Of the size beside it: how much higher the base of a raised sign lies at least."""
HIGHEST = 0.7
"""Of the size beside it: how much higher it lies at most; what lies higher is on another line."""
BESIDE_RAISED = 0.6
"""Of the size beside it: how far from it, or over its edge, a raised sign stands at most."""
HANGING = 5.0
"""The same for a raised number before what it stands beside: that of a note whose lines all begin right of it (a word
processor sets a tab of 12.5 mm), or whose first line is justified with an address in it that cannot be broken."""
NUMBER = re.compile(r"(?:\d{1,3}|[ivxl]{1,6})[.)]?")
"""`12`, `5)`, `iv`: what can be the number of a note."""
OVER_EDGE = 1.0
"""Points by which a raised sign among the characters of a run may stand out of it: rounding, and slant."""
SMALLER = 0.88
"""Of the size beside it: raised signs are set at most this large (65% as a rule, 83% in some printed papers)."""
FIGURE, FIGURES_AWAY = re.compile(r"\[?\d{1,3}[)\]]?"), 0.25
"""Digits in a row, perhaps with a bracket, that are raised or lowered whatever their size, where they stand so far from
the base line beside them: of its size."""
LETTER_WEIGHT = 2
"""Of a space: what a letter counts when the size of a run is found; the spaces of a file can have any size."""


def base_of(run: Sequence[Glyph]) -> float:
    """The line that it stands on."""
    return run[0].base


def main_size(glyphs: Sequence[Glyph]) -> float:
    """The size that most of the characters have."""
    sizes: dict[float, int] = {}
    for glyph in glyphs:
        key = round(glyph.size, 1)
        sizes[key] = sizes.get(key, 0) + (1 if glyph.text.isspace() else LETTER_WEIGHT)
    return max(sizes, key=lambda size: (sizes[size], size))


def runs_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Characters that follow each other in the file on one base line in one size."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if (
            last
            and abs(last.base - glyph.base) < SAME_RUN * glyph.size
            and abs(last.size - glyph.size) < SAME_RUN * glyph.size
            and -STEP_BACK * glyph.size <= glyph.x0 - last.x1 <= RUN_GAP * glyph.size
        ):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [run for run in runs if any(not glyph.text.isspace() for glyph in run)]


class NearRuns:
    """The runs of a page by size and base line: only those near a run are looked at."""

    def __init__(self, runs: Iterable[list[Glyph]]) -> None:
        self.by_size: dict[float, list[list[Glyph]]] = {}
        for run in sorted(runs, key=base_of):
            self.by_size.setdefault(main_size(run), []).append(run)

    def raised_from(self, run: Sequence[Glyph]) -> list[list[Glyph]]:
        """The runs beside a run that is set smaller and higher (or lower) than they are."""
        own, base = main_size(run), base_of(run)
        found: list[list[Glyph]] = []
        for size, others in self.by_size.items():
            if own <= (1 if is_figure(run) else SMALLER) * size:
                first = bisect_left(others, base - HIGHEST * size, key=base_of)
                last = bisect_right(others, base + HIGHEST * size, key=base_of)
                found += [other for other in others[first:last] if touches(run, other, size)]
        return found


def is_figure(run: Sequence[Glyph]) -> bool:
    """Whether a run is a few digits: CO2 can have its 2 as large as its letters."""
    return FIGURE.fullmatch("".join(glyph.text for glyph in run).strip()) is not None


def hangs_before(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a run is a raised number, and a character that stands behind it the first of the note's text."""
    higher = all(one.size <= SMALLER * glyph.size and glyph.base - one.base > RAISED * glyph.size for one in run)
    return higher and is_number(run) and glyph.x0 - run[-1].x1 <= HANGING * glyph.size


def is_number(run: Sequence[Glyph]) -> bool:
    """Whether a run can be the number of a note."""
    return NUMBER.fullmatch("".join(glyph.text for glyph in run).strip()) is not None


def touches(run: Sequence[Glyph], other: Sequence[Glyph], size: float) -> bool:
    """Whether a run stands higher or lower than another one of a size, and beside it."""
    least = RAISED if main_size(run) <= SMALLER * size else FIGURES_AWAY
    if not (least * size < abs(other[0].base - run[0].base) < HIGHEST * size):
        return False
    near = BESIDE_RAISED * size
    before = HANGING * size if is_number(run) else near
    return -near < run[0].x0 - other[-1].x1 < near or -near < other[0].x0 - run[-1].x1 < before or inside(run, other)


def inside(run: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    """Whether a run stands among the characters of another one."""
    return other[0].x0 - OVER_EDGE <= run[0].x0 and run[-1].x1 <= other[-1].x1 + OVER_EDGE
