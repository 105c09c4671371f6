"""Text that came out on the last line of a note in the margin: `rapport 71. Voor de volgende spoorlijn wordt`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Draft, Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.steps.pieces import piece

NARROW = 0.5
"""The part of the wide line that a line of the note takes at the most: its column is the narrower one by far."""

LEAST = 2
"""Lines of the note above that one, at the least: they show how narrow its column is."""

MOST = 12
"""Lines of such a note at the most."""

BEHIND = re.compile(r"(?<=[.!?]) (?=[A-ZÀ-Þ«“‘])")
"""Between the end of the note and the text: its last line is no wider than the others."""


def part_text_behind_notes(draft: Draft) -> Draft:
    """Put text behind the last line of a narrow note, whose number stands alone above it, on a line of its own."""
    lines = draft.lines
    found = dict(filter(None, (text_behind(lines, at) for at, line in enumerate(lines) if line.text.isdecimal())))
    if not found:
        return draft
    return replace(draft, lines=tuple(part for at, line in enumerate(lines) for part in parted(line, found.get(at))))


def text_behind(lines: Sequence[Line], number: int) -> tuple[int, int] | None:
    """The line of a note on which text came out, and where that begins; of a note that ended above it all is text."""
    page, widest = lines[number].page, 0
    for at in range(number + 1, min(number + 1 + MOST, len(lines))):
        line = lines[at]
        if line.page != page or line.blanks or line.cuts or line.marks:
            return None
        if widest and len(line.text) * NARROW > widest:
            if ENDED.fullmatch(lines[at - 1].text) and line.text[0].isupper():
                return None
            ends = [gap for gap in BEHIND.finditer(line.text) if gap.start() <= widest]
            return (at, ends[0].end()) if len(ends) == 1 and at - number > LEAST else None
        widest = max(widest, len(line.text))
    return None


def parted(line: Line, at: int | None) -> Iterator[Line]:
    """A line parted where text begins in it."""
    yield line if at is None else piece(line, 0, at - 1)
    if at is not None:
        yield piece(line, at, len(line.text))
