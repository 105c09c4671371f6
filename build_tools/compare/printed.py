"""Where the words of a row stand in the lines of a source."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_tools.compare.model import Row, Side
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import LineEndSort, Passage

TAIL = 16
"""Characters by which a line is known, those before a place in it: few, as calls of notes stand between others."""

FAR = 200
"""Lines of a source between two of a passage, at the most: page feet and notes are no more than of a page or two."""


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """A passage of a row and where its lines begin, by their offsets in the text of the row."""

    passage: Passage
    begins: Sequence[int]

    def begins_line_at(self, offset: int) -> bool:
        """Whether a line begins there, behind another one or as the first of several."""
        at = bisect_left(self.begins, offset)
        return len(self.begins) > 1 and at < len(self.begins) and self.begins[at] == offset

    def line_of(self, offset: int) -> int:
        """Which of its lines ends at an offset or has it within, from 0 on."""
        return max(0, bisect_left(self.begins, offset) - 1)

    def breaks_word_at(self, offset: int) -> bool:
        """Whether a line begins there with the rest of a word that a hyphen breaks."""
        return self._broken_at(offset) is LineEndSort.HYPHEN

    def turns_page_at(self, offset: int) -> bool:
        """Whether a line begins there, on another page than the one above it."""
        return self._broken_at(offset) is LineEndSort.PAGE

    def _broken_at(self, offset: int) -> LineEndSort | None:
        """How the line ends behind which another one begins there, if any does."""
        at = bisect_left(self.begins, offset)
        begins = 0 < at < len(self.begins) and self.begins[at] == offset
        return self.passage.line_ends[at - 1].sort if begins else None

    @property
    def end(self) -> int:
        """The offset at which it ends."""
        return self.begins[0] + len(self.passage.text)

    @property
    def measure(self) -> float:
        """How many characters its full lines have, all but the last one."""
        return (self.begins[-1] - self.begins[0]) / max(1, len(self.begins) - 1)

    def line_at(self, offset: int, before: str, source: Sequence[str]) -> int:
        """The line of the source that ends at an offset or has it within; `before` are the words before it."""
        count = self.line_of(offset)
        first, last = self.passage.lines
        first = min(first + count, last)
        tail = before[-min(TAIL, offset - self.begins[count]) :] if offset > self.begins[count] else ""
        end = min(first + FAR, last, len(source))
        return next((n for n in range(first, end + 1) if tail.strip() in source[n - 1]), first)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The passages of a row in one document, in order; one at the least."""

    passages: Sequence[PrintedPassage]

    def at(self, offset: int) -> PrintedPassage:
        """The passage in which an offset of the row lies, or at whose end."""
        return self.passages[bisect_right(self.passages, offset, key=lambda one: one.begins[0]) - 1]


def printed_row(row: Row, side: Side, passages: Mapping[str, Passage]) -> PrintedRow:
    """A row as one document has it, of whose passages the anchors are given."""
    own = [passages[anchor] for anchor in row.anchors(side)]
    starts = [0, *accumulate(len(passage.text) + len(BOUNDARY) for passage in own[:-1])]
    return PrintedRow([
        PrintedPassage(passage, [start, *(start + end.at for end in passage.line_ends)])
        for start, passage in zip(starts, own, strict=True)
    ])  # fmt: skip
