"""Printed lines: characters that stand on one base line, with the spaces between their words.

After `rows_of`: every character is in one row; a raised digit or letter is in the row that it was raised from; what
stands far apart on one base line is apart; words are as the file spaces them, never broken by a gap inside them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from build_tools.data import data
from build_tools.sources.readers.pdf.file.glyphs import ASCENT, Glyph
from build_tools.sources.readers.pdf.file.runs import (
    FIGURES_AWAY,
    RAISED,
    RUN_GAP,
    SMALLER,
    NearRuns,
    base_of,
    hangs_before,
    main_size,
    runs_of,
)
from build_tools.sources.readers.pdf.page.spaces import without_covered

WORD_GAP = 0.3
"""Of its size: a gap without a space that parts words. Spaces between words are 0.25 and wider; gaps that uneven
widths leave inside a word stay under 0.2."""
TIGHT_GAP = 0.18
"""The same in a file that draws no spaces at all: all its words are parted by gaps."""
LONGEST_WORD = 30
"""Characters of a line that are more than one word, if it is no address."""
BEHIND_MARK = 0.1
"""Of its size: a gap behind a number or letter that opens a row; what hangs behind its mark stands where the next rows
begin, however narrow that leaves the gap. In `a.u.b.` there is none."""
APART = 1.6
"""Of its size: a gap that no justified line has between two words; what it parts are two columns or cells."""
OTHER_TYPE = 0.12
"""Of its size: type that differs by more beside a line is no part of it: a margin column beside the text."""
SAME_BASE = 0.22
"""Of its size: base lines this near to each other are one; a raised digit lies 0.3 higher."""
NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?")
"""`1.2`, `3.1.2.`: the number of a heading."""
OPENING_MARK = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]")
"""`a.`, `12)`, `(iv)`: a row up to here can be the mark of an item."""
SOFT_HYPHEN, NO_BREAK = "\u00ad", "\u00a0"
DRAWN_SOFT = "-\u2010\u00ad \u00a0"
"""What is drawn for a soft hyphen: a hyphen at a line's end, something without width inside a line."""
CELL_GAP = 0.75
"""Of the size: a gap that parts cells inside a table; spaces between words are 0.25 to 0.5."""
SPACED = 0.04
"""Of the characters: as many are spaces where a file draws them; of Dutch text one in seven is, and files that draw
none have one here and there."""
LAST_LINES = 4
"""Lines above that a run can still belong to: runs come from top to bottom, and the base lines of one line differ."""
ROUNDED = 0.1
"""Points: sizes are counted to so much, so that less makes no other size."""
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits that a font draws raised, at the size and on the base line of the text."""
FIGURE_SIGN = re.compile(r"[\[\d)\]]")
"""What a raised number consists of."""
LONGEST_RAISED = 12
"""Characters: a longer run is a line of its own, however near it stands to a larger one."""


@dataclass(frozen=True, slots=True, eq=False)
class PrintRow:
    """A printed line, or the part of it that stands apart: its characters, and for each what it looks like.

    `glyphs` has None for a space that the file does not draw. `raised` are the stretches of its text that are raised.
    """

    page: int
    text: str
    glyphs: tuple[Glyph | None, ...]
    x0: float
    x1: float
    base: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()

    @property
    def top(self) -> float:
        return self.base - ASCENT * self.size

    @property
    def opens_raised(self) -> bool:
        """Whether it begins with a raised sign."""
        return bool(self.raised) and self.raised[0][0] == 0

    @property
    def letters(self) -> list[Glyph]:
        """What it prints, without spaces and raised signs."""
        high = {at for start, end in self.raised for at in range(start, end)}
        return [g for at, g in enumerate(self.glyphs) if g and not g.text.isspace() and at not in high]

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(glyph.bold for glyph in self.letters if glyph.text.isalnum())

    @property
    def italic(self) -> bool:
        return all(glyph.italic for glyph in self.letters if glyph.text.isalnum())


@dataclass(frozen=True, slots=True)
class PageRows:
    """Rows of a page and its measures."""

    rows: tuple[PrintRow, ...]
    width: float
    height: float


def rows_of(glyphs: Sequence[Glyph], apart: float = APART) -> list[PrintRow]:
    """The rows of characters of one page, from top to bottom and from left to right."""
    spaced = draws_spaces(glyphs)
    runs = sorted(runs_of(glyphs), key=base_of)
    near = NearRuns(runs)
    raised = {run[0]: near.raised_from(run) for run in runs if len(run) <= LONGEST_RAISED}
    lines: list[list[list[Glyph]]] = []
    homes: dict[Glyph, list[list[Glyph]]] = {}
    for run in (run for run in runs if not raised.get(run[0])):
        line = next((line for line in lines[-LAST_LINES:] if on_line(run, line)), None)
        if line is None:
            line = []
            lines.append(line)
        line.append(run)
        homes[run[0]] = line
    for run in (run for run in runs if raised.get(run[0])):
        homes[run[0]] = home_of(run, [other for other in raised[run[0]] if other[0] in homes], homes, lines)
        homes[run[0]].append(run)
    found = [row for line in lines for row in parted(line, spaced, apart)]
    return sorted(found, key=lambda row: (row.base, row.x0))


def on_line(run: Sequence[Glyph], line: Sequence[Sequence[Glyph]]) -> bool:
    """Whether the base line of a run is that of a line."""
    return abs(line[0][0].base - run[0].base) <= SAME_BASE * min(main_size(line[0]), main_size(run))


def draws_spaces(glyphs: Iterable[Glyph]) -> bool:
    """Whether the file draws the spaces between words, or only leaves gaps."""
    found = list(glyphs)
    return sum(glyph.text.isspace() for glyph in found) > SPACED * len(found)


def home_of(
    run: Sequence[Glyph],
    beside: Sequence[list[Glyph]],
    homes: dict[Glyph, list[list[Glyph]]],
    lines: list[list[list[Glyph]]],
) -> list[list[Glyph]]:
    """The line that a raised run belongs to: that of a run beside it, the one before it first; else its own."""
    if not beside:
        lines.append([])
        return lines[-1]
    nearest = min(beside, key=lambda other: (other[0].x0 > run[0].x0, abs(other[-1].x1 - run[0].x0)))
    return homes[nearest[0]]


def parted(line: Sequence[Sequence[Glyph]], spaced: bool, apart: float) -> Iterator[PrintRow]:
    """The rows of one base line: what stands far apart on it is apart."""
    glyphs = sorted((glyph for run in line for glyph in run), key=lambda glyph: glyph.x0)
    group: list[Glyph] = []
    edge = 0.0
    for glyph in glyphs:
        solid = not glyph.text.isspace()
        if group and solid and stands_apart(group, glyph, edge, apart):
            yield from filled(row_of(group, spaced))
            group = []
        group.append(glyph)
        edge = glyph.x1 if solid or len(group) == 1 else edge
    yield from filled(row_of(group, spaced))


def stands_apart(group: Sequence[Glyph], glyph: Glyph, edge: float, apart: float) -> bool:
    """Whether a character stands far from the one before it; in type of another size on the same line, less far."""
    gap = glyph.x0 - edge
    if hangs_before(group, glyph):
        return False
    if gap > apart * max(glyph.size, group[-1].size):
        return True
    other = (
        abs(glyph.size - group[-1].size) > OTHER_TYPE * glyph.size
        and abs(glyph.base - group[-1].base) < SAME_BASE * glyph.size
    )
    return other and gap > RUN_GAP * glyph.size


def filled(row: PrintRow) -> Iterator[PrintRow]:
    if row.text:
        yield row


def row_of(glyphs: Sequence[Glyph], spaced: bool) -> PrintRow:
    """Characters of one line as a row, without white space around it."""
    text, kept = "", list[Glyph | None]()
    gap = WORD_GAP if spaced and not is_unspaced(glyphs) else TIGHT_GAP
    last: Glyph | None = None
    for glyph in without_covered(glyphs):
        blank = glyph.text.isspace()
        if (
            last
            and not blank
            and not text[-1:].isspace()
            and (glyph.x0 - last.x1 > gap_behind(text, gap) * min(last.size, glyph.size) or ends_number(text, glyph))
        ):
            text, kept = text + " ", [*kept, None]
        text += said(glyph)
        kept += [glyph] * len(said(glyph))
        last = last if blank else glyph
    text, kept = without_soft_hyphens(text, kept)
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    own = tuple(kept[lead : lead + len(text)])
    solid = [glyph for glyph in own if glyph and not glyph.text.isspace()]
    if not solid:
        return PrintRow(glyphs[0].page if glyphs else 0, "", (), 0, 0, 0, 0)
    size = main_size(solid)
    base = next(glyph.base for glyph in solid if abs(glyph.size - size) < ROUNDED)
    row = PrintRow(solid[0].page, text, own, solid[0].x0, max(glyph.x1 for glyph in solid), base, size)
    return replace(row, raised=tuple(raised_in(row)))


def is_unspaced(glyphs: Sequence[Glyph]) -> bool:
    """Whether a line is too long to be one word, and has no space that can break: some files justify without them."""
    return len(glyphs) >= LONGEST_WORD and not any(one.text.isspace() and one.text != NO_BREAK for one in glyphs)


@cache
def head_labels() -> frozenset[str]:
    """The labels of letterheads, in small letters: what they name stands behind a tab, which can be narrow."""
    return frozenset([*data("margin")["labels"], *data("margin")["subjects"]])


def gap_behind(text: str, gap: float) -> float:
    """The gap of its size that parts what follows from a row so far: less behind a mark, or a label of a letterhead."""
    return BEHIND_MARK if OPENING_MARK.fullmatch(text) or text.lower() in head_labels() else gap


def ends_number(text: str, glyph: Glyph) -> bool:
    """Whether a row is the number of a heading so far, and a capital follows: a tab can be as narrow as no space."""
    return glyph.text.isupper() and NUMBERED.fullmatch(text) is not None


def said(glyph: Glyph) -> str:
    """The character as text; one of which the file says that it is a soft hyphen is that, however it is drawn."""
    return SOFT_HYPHEN if glyph.actual == SOFT_HYPHEN and glyph.text in DRAWN_SOFT else glyph.text


def without_soft_hyphens(text: str, kept: list[Glyph | None]) -> tuple[str, list[Glyph | None]]:
    """Soft hyphens are seen at a line's end only: there one is a hyphen of hyphenation, elsewhere nothing."""
    if SOFT_HYPHEN not in text:
        return text, kept
    end = len(text.rstrip()) - 1
    pairs = [
        ("\u2010" if at == end and sign == SOFT_HYPHEN else sign, glyph)
        for at, (sign, glyph) in enumerate(zip(text, kept, strict=True))
        if sign != SOFT_HYPHEN or at == end
    ]
    return "".join(sign for sign, _ in pairs), [glyph for _, glyph in pairs]


def raised_in(row: PrintRow) -> Iterator[tuple[int, int]]:
    """The stretches of a row that are set smaller and higher than the rest, or drawn so."""
    high = [glyph is not None and is_raised(glyph, row) for glyph in row.glyphs]
    start = 0
    for at, (before, now) in enumerate(pairwise([False, *high, False])):
        if now and not before:
            start = at
        if before and not now:
            yield start, at


def is_raised(glyph: Glyph, row: PrintRow) -> bool:
    """Whether a character of a row is set smaller and higher than the rest, or is a raised digit by itself."""
    away = (row.base - glyph.base) / row.size
    higher = away > RAISED and glyph.size <= SMALLER * row.size and not glyph.text.isspace()
    figure = away > FIGURES_AWAY and glyph.size <= row.size and FIGURE_SIGN.fullmatch(glyph.text) is not None
    return higher or figure or glyph.text in SUPERSCRIPTS


def part_of_row(row: PrintRow, start: int, end: int) -> PrintRow:
    """The characters [start, end) of a row, which are not all white space, as a row of their own."""
    text = row.text[start:end].rstrip()
    own = row.glyphs[start : start + len(text)]
    drawn = [glyph for glyph in own if glyph]
    raised = tuple((a - start, b - start) for a, b in row.raised if start <= a and b <= end)
    x0, x1 = drawn[0].x0, max(glyph.x1 for glyph in drawn)
    return replace(row, text=text, glyphs=own, x0=x0, x1=x1, raised=raised)


def parts_of(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """Rows, parted where a gap is wide enough to part cells."""
    return rows_of(list(dict.fromkeys(glyph for row in rows for glyph in row.glyphs if glyph)), CELL_GAP)
