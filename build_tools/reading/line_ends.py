"""Where a print breaks its text: line ends, words broken with a hyphen, page turns.

Only for texts that were set on pages: a text with whole paragraphs as its lines has no line ends to speak of.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.draft import Draft
from build_tools.dutch.spans import line_starts
from build_tools.model import LineEnd, LineEndSort

Span = tuple[int, int]
"""A stretch of the source, [start, end)."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A source with where its lines begin, and on which page each stands."""

    text: str
    starts: Sequence[int]
    pages: Mapping[int, int]

    def line_ends(self, text: str, spans: Sequence[Span]) -> Iterator[LineEnd]:
        """The line ends inside a text that consists of these spans: where one line of the source ends between two."""
        places = [at for at, character in enumerate(text) if not character.isspace()]
        count = 0
        filled = [span for span in spans if self.text[span[0] : span[1]].strip()]
        for before, after in pairwise(filled):
            count += sum(not character.isspace() for character in self.text[before[0] : before[1]])
            first, last = self._line(before[1] - 1), self._line(after[0])
            if last > first and 0 < count < len(places):
                closed = places[count] == places[count - 1] + 1
                inside_word = closed and text[places[count] - 1].isalnum()
                yield LineEnd(places[count], self._sort(first, last, inside_word))

    def _line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def _sort(self, first: int, last: int, inside_word: bool) -> LineEndSort:
        if self.pages.get(first) != self.pages.get(last):
            return LineEndSort.PAGE
        return LineEndSort.HYPHEN if inside_word else LineEndSort.LINE


def printed_text_of(raw: Draft) -> PrintedText | None:
    """How a document was set on pages; nothing where it was not."""
    if not raw.wrapped:
        return None
    text = raw.source.text
    return PrintedText(text, line_starts(text), {line.number: line.page for line in raw.lines})
