"""What stands beside a paragraph of its life: where its words stood before and came back, in order of time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.dutch.format import counted
from build_tools.model import FactKey, Letter
from build_tools.pages.lives.lines import Dot, thread, years_of_letters
from build_tools.pages.lives.strand_sheet import REGISTER, first_words, strand_names
from build_tools.pages.registers.letter_names import LetterName
from build_tools.pages.registers.places import AnchorPlaces
from build_tools.versions.strands import Stand, Strand

MOST_SHOWN = 8
"""Places of a strand that are shown beside a paragraph, the nearest: the page of the strand has all."""

MOST_YEARS = 3
"""So many years are named one by one."""

EXCERPT = 200
"""Characters of other words that are shown beside a paragraph: four lines there."""

HERE, ELSEWHERE = "stip hier", "stip"
"""The classes of the dot of the paragraph itself, and of the others."""


@dataclass(frozen=True, slots=True)
class LifePlace:
    """A place of a strand as a paragraph shows it: whether it is the paragraph, whether it has the same words, and else
    its own, unless the place before it has them too.
    """

    letter: LetterName
    anchor: str
    where: str
    here: bool
    same: bool
    excerpt: str


@dataclass(frozen=True, slots=True)
class LifeStrand:
    """A strand that runs through a paragraph: its address from the root of the site, its places, how many it has."""

    address: str
    places: tuple[LifePlace, ...]
    in_all: int


@dataclass(frozen=True, slots=True)
class Life:
    """The life of a paragraph: in short, as a picture (empty where it never leaves its letter), and by strand."""

    told: str
    line: Markup
    strands: tuple[LifeStrand, ...]

    @property
    def places(self) -> frozenset[tuple[str, str]]:
        """The letters and anchors that it tells."""
        return frozenset((place.letter.id, place.anchor) for strand in self.strands for place in strand.places)


class Lives:
    """The lives of all paragraphs."""

    def __init__(
        self,
        strands: Sequence[Strand],
        letters: Sequence[Letter],
        names: Mapping[str, LetterName],
        places: AnchorPlaces,
    ) -> None:
        self._names = names
        self._addresses = places
        self._years = years_of_letters(letters)
        self._days = {letter.id: letter.fact(FactKey.DATE) for letter in letters}
        self._through: defaultdict[tuple[str, str], list[tuple[str, Strand]]] = defaultdict(list)
        for strand, name in zip(strands, strand_names(strands), strict=True):
            for stand in (*strand.stands, *strand.twins):
                self._through[stand.letter, stand.anchor].append((name, strand))

    def of(self, letter: str, anchor: str) -> Life | None:
        """The life of a paragraph, if its words stand anywhere else."""
        through = self._through.get((letter, anchor), ())
        if not through:
            return None
        shown = tuple(
            LifeStrand(self._addresses.address(REGISTER, name), *self._places(strand, letter, anchor))
            for name, strand in through
        )
        others = [stand for _, strand in through for stand in self._others(strand, letter, anchor)]
        return Life(self._told(others, letter), self._line(others, letter), shown)

    def _others(self, strand: Strand, letter: str, anchor: str) -> Iterator[Stand]:
        """The places of a strand but for that of the paragraph."""
        here = self._here(strand, letter, anchor)
        return (stand for n, stand in enumerate(strand.stands) if n != here)

    def _places(self, strand: Strand, letter: str, anchor: str) -> tuple[tuple[LifePlace, ...], int]:
        """The places nearest to the paragraph, itself among them, and how many there are."""
        at = self._here(strand, letter, anchor)
        first = max(0, min(at - MOST_SHOWN // 2, len(strand.stands) - MOST_SHOWN))
        near = range(first, min(first + MOST_SHOWN, len(strand.stands)))
        return tuple(self._place(strand, n, at, first) for n in near), len(strand.stands)

    def _here(self, strand: Strand, letter: str, anchor: str) -> int:
        """Which place of a strand the paragraph is; in another version the one of the version that is shown."""
        own = self._names[letter].counted_in or letter
        places = [(stand.letter, stand.anchor) for stand in strand.stands]
        if (letter, anchor) in places:
            return places.index((letter, anchor))
        family = (n for n, (other, _) in enumerate(places) if (self._names[other].counted_in or other) == own)
        return next(family, 0)

    def _place(self, strand: Strand, n: int, here: int, first: int) -> LifePlace:
        stand = strand.stands[n]
        between = strand.stands[min(n, here) + 1 : max(n, here) + 1]
        same = not any(other.reworded for other in between)
        excerpt = first_words(stand.text, EXCERPT) if not same and (n == first or stand.reworded) else ""
        return LifePlace(self._names[stand.letter], stand.anchor, stand.where, n == here, same, excerpt)

    def _told(self, others: Sequence[Stand], letter: str) -> str:
        """`eerder in 2011 en 2015; later in 2025`, or where it returns in the letter alone `ook in alinea 31`."""
        elsewhere = sorted({stand.letter for stand in others} - {letter}, key=self._order)
        if not elsewhere:
            return " en ".join(f"ook in {stand.where}" for stand in others[:1])
        before = [other for other in elsewhere if self._order(other) < self._order(letter)]
        after = [other for other in elsewhere if other not in before]
        return "; ".join([*self._when("eerder", before), *self._when("later", after)])

    def _when(self, word: str, letters: Sequence[str]) -> Iterator[str]:
        years = list(dict.fromkeys(self._names[letter].year for letter in letters))
        if not years:
            return
        if "" in years:
            yield f"{word} in {counted(len(letters), 'brief', 'brieven')}"
        elif len(years) <= MOST_YEARS:
            yield f"{word} in {' en '.join(filter(None, (', '.join(years[:-1]), years[-1])))}"
        else:
            ends = f"sinds {years[0]}" if word == "eerder" else f"tot en met {years[-1]}"
            yield f"{word} in {counted(len(letters), 'brief', 'brieven')} {ends}"

    def _line(self, others: Sequence[Stand], letter: str) -> Markup:
        """The thread through the years, with a dot for each letter; the paragraph's own lies on top."""
        days = dict.fromkeys(self._days[stand.letter] for stand in others if stand.letter != letter)
        own = self._days[letter]
        if not own or not self._years or not any(days):
            return Markup()
        dots = [Dot(self._years.at(day), ELSEWHERE) for day in days if day]
        return thread([*dots, Dot(self._years.at(own), HERE)])

    def _order(self, letter: str) -> tuple[str, str]:
        return self._days[letter] or "9999", letter
