"""Where a print breaks its text: line ends, words broken with a hyphen, page turns.

Only for texts that were set on pages: a text with whole paragraphs as its lines has no line ends to compare.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.compare.model import Break, Side
from build_tools.model import Block, Letter, Note, Source
from build_tools.reading.ledger import line_starts
from build_tools.reading.lines import draft

LINE, HYPHEN, PAGE = "line", "hyphen", "page"


@dataclass(frozen=True, slots=True)
class Print:
    """How the source of a letter sets its passages, where its lines are those of a page (`wrapped`)."""

    wrapped: bool
    sheet: "_Sheet"
    parts: dict[str, Block | Note]

    def of(self, anchors: Sequence[str], starts: Sequence[int]) -> list[tuple[int, str]]:
        """The breaks of several passages, as offsets into their joined text of what follows each, and its sort."""
        if not self.wrapped:
            return []
        own = zip(anchors, starts, strict=False)
        return [(start + at, sort) for anchor, start in own for at, sort in self.sheet.breaks(self.parts[anchor])]


def print_of(letter: Letter) -> Print:
    raw = draft(letter.source)
    sheet = _Sheet(letter.source, line_starts(letter.source.text), {line.number: line.page for line in raw.lines})
    parts: dict[str, Block | Note] = {block.anchor: block for block in letter.blocks}
    return Print(raw.wrapped, sheet, parts | {f"fn:{note.n}": note for note in letter.notes})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A source with where its lines begin, and on which page each stands."""

    source: Source
    starts: Sequence[int]
    pages: dict[int, int]

    def breaks(self, part: Block | Note) -> Iterator[tuple[int, str]]:
        """Lines are spans of the source: a break is where the source has a line's end between two of them."""
        places = [at for at, character in enumerate(part.text) if not character.isspace()]
        count = 0
        spans = [span for span in part.spans if self.source.text[span[0] : span[1]].strip()]
        for before, after in pairwise(spans):
            count += sum(not character.isspace() for character in self.source.text[before[0] : before[1]])
            first, last = self.line(before[1] - 1), self.line(after[0])
            if last > first and 0 < count < len(places):
                closed = places[count] == places[count - 1] + 1
                yield places[count], self.sort(first, last, closed and part.text[places[count] - 1].isalnum())

    def line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def sort(self, first: int, last: int, inside_word: bool) -> str:
        if self.pages.get(first) != self.pages.get(last):
            return PAGE
        return HYPHEN if inside_word else LINE


def differing(
    a: Sequence[tuple[int, str]], b: Sequence[tuple[int, str]], start_a: int, start_b: int, length: int
) -> tuple[Break, ...]:
    """The breaks inside an equal stretch that only one print has, by place in the stretch."""
    one = {at - start_a: sort for at, sort in a if 0 <= at - start_a < length}
    other = {at - start_b: sort for at, sort in b if 0 <= at - start_b < length}
    found = [Break(at, Side.A, sort) for at, sort in one.items() if other.get(at) != sort]
    found += [Break(at, Side.B, sort) for at, sort in other.items() if one.get(at) != sort]
    return tuple(sorted(found, key=lambda entry: (entry.at, entry.side.value)))


def described(breaks: Sequence[tuple[int, str]], passages: int) -> str:
    """How a print sets a passage, in words."""
    hyphens, turns = (sum(sort == wanted for _, sort in breaks) for wanted in (HYPHEN, PAGE))
    lines = len(breaks) + passages
    told = [f"{lines} regel" + "s" * (lines != 1)]
    if hyphens:
        told.append("1 woord afgebroken" if hyphens == 1 else f"{hyphens} woorden afgebroken")
    if turns:
        told.append("een nieuwe bladzijde" if turns == 1 else f"{turns} nieuwe bladzijden")
    return ", ".join(told)
