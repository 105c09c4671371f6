"""The doubtful places of a letter as readers are told of them: each by itself, or many of one kind in one entry."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote

from build_tools.compare.telling.doubt_words import says, says_of_many, told_together
from build_tools.model import Doubt, Letter

NEAR = 5
"""Lines above a line in which one with words is looked for; it tells lines with the same words apart."""

LONGEST = 150
"""Characters of a line that an address names, in whole words: more than a printed line has. In files without line
breaks a line is a paragraph, and an address of two of these brings nobody nearer to the place."""

IN_A_ROW = 12
"""Lines that an entry names in a row, at the most: some two rows of a telephone."""


REMEMBERED = 1 << 13
"""So many words are remembered as they stand in an address: those of some letters."""


@dataclass(frozen=True, slots=True)
class DoubtedPlace:
    """A doubt, what to call the place where it is read (empty: nowhere), and the end of the address of its line."""

    doubt: Doubt
    where: str
    address: str


@dataclass(frozen=True, slots=True)
class DoubtEntry:
    """What may be wrong at one place, or at `count` of them; what an editor says of it.

    Of many `row` has the first ones, a line once, and `further` counts the lines that it does not have.
    """

    says: str
    settled: str | None
    count: int
    places: tuple[DoubtedPlace, ...]
    row: tuple[DoubtedPlace, ...] = ()
    further: int = 0

    def shortened(self, most: int) -> "DoubtEntry":
        """The entry with so many lines in its row at most, and without the places of many one by one."""
        if self.count == 1:
            return self
        cut = max(0, len(self.row) - most)
        return replace(self, places=(), row=self.row[:most], further=self.further + cut)


def doubt_entries(letter: Letter, lines: Sequence[str]) -> Iterator[DoubtEntry]:
    """The doubts of a letter with these lines, in their order: what more than one kind says of the same words is said
    together, and so are many places of which the same is said.
    """
    places: dict[Hashable, list[Doubt]] = {}
    for doubt in letter.doubts:
        places.setdefault((doubt.line, doubt.anchor, doubt.text, doubt.settled), []).append(doubt)
    alike: dict[Hashable, list[list[Doubt]]] = {}
    for place in places.values():
        alike.setdefault((tuple(doubt.kind for doubt in place), place[0].settled), []).append(place)
    names = letter.place_names
    for group in alike.values():
        yield from (_entry(entry, lines, names) for entry in told_together(group))


def _entry(group: Sequence[Sequence[Doubt]], lines: Sequence[str], names: Mapping[str, str]) -> DoubtEntry:
    kinds, settled, count = group[0], group[0][0].settled, len(group)
    places = tuple(
        DoubtedPlace(place[0], names[anchor] if (anchor := place[0].anchor) else "", line_address(lines, place[0].line))
        for place in group
    )
    if count == 1:
        return DoubtEntry(" ".join(dict.fromkeys(map(says, kinds))), settled, count, places)
    by_line = {place.doubt.line: place for place in reversed(places)}
    row = [by_line[line] for line in sorted(by_line)]
    further = max(0, len(row) - IN_A_ROW)
    return DoubtEntry(says_of_many(kinds, count), settled, count, places, tuple(row[:IN_A_ROW]), further)


def line_address(lines: Sequence[str], n: int) -> str:
    """What brings a browser to a line of a text file: a text fragment of how it begins and how the line before ends."""
    before = next((line for line in reversed(lines[max(0, n - NEAR) : n - 1]) if line.strip()), "")
    around, own = _quoted(_named(reversed(before.split()))[::-1]), _quoted(_named(lines[n - 1].split()))
    return f"#:~:text={around}-,{own}" if around else f"#:~:text={own}"


def _quoted(words: Sequence[str]) -> str:
    """Words as they stand in an address."""
    return "%20".join(map(_quoted_word, words))


@lru_cache(maxsize=REMEMBERED)
def _quoted_word(word: str) -> str:
    return quote(word, safe="").replace("-", "%2D")


def _named(words: Iterable[str]) -> list[str]:
    """The first of some words: as many as an address names of a line, and one at the least."""
    taken: list[str] = []
    room = LONGEST
    for word in words:
        room -= len(word) + 1
        if room < 0 and taken:
            break
        taken.append(word)
    return taken
