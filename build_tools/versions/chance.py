"""Whether letters of one mould have the same words by chance.

Many letters say "hierbij bied ik u de antwoorden aan op de vragen van het lid …": what they have in common is the
mould, and what makes each a letter of its own stands in the open places. A place is known by the words before it. That
two letters go on alike there says the more, the fewer others do; where all do it says nothing. Two versions of one
letter agree at more places than two letters out of so many would by chance.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from build_tools.versions.index import Codes

CONTEXT = 3
"""Words by which a place is known: fewer stand everywhere, more reach from one open place into the next."""

OPEN, UNSEEN = 0.4, 2
"""A place is open where less than this part of the pairs of letters agree, two more agreements counted than were seen:
so it takes four letters to know, and three versions edited at one place do not make it open."""

EDITED = 0.05
"""How often an editor changes what stands at an open place: of twenty once."""

SURE = 3.0
"""Of twenty pairs that agree so well one may agree by chance: the logarithm of that."""

Context = tuple[int, ...]
"""The words before a place."""

Filling = tuple[int, int]
"""The word at a place, and the word beyond it."""


@dataclass(frozen=True, slots=True)
class Place:
    """The words that letters have at one place, and how many letters have each."""

    found: Mapping[int, int]
    letters: int
    open: bool
    varies: float

    def told_by(self, word: int) -> float:
        """How much it tells that two letters have this word, out of what the others have."""
        return log((self.letters - 1) / (self.found[word] - 1))


class Moulds:
    """What letters of a group, which are given by their place in a list, have where not all of them go on alike."""

    def __init__(self, letters: Sequence[Codes], group: Iterable[int]) -> None:
        fillings = {place: dict(_fillings(letters[place])) for place in group}
        seen: defaultdict[Context, Counter[int]] = defaultdict(Counter)
        for own in fillings.values():
            for context, (word, _) in own.items():
                seen[context][word] += 1
        self._places = {context: _place(found) for context, found in seen.items() if len(found) > 1}
        self._own = {
            place: {context: filling for context, filling in own.items() if context in self._places}
            for place, own in fillings.items()
        }

    def by_chance(self, one: int, other: int) -> bool:
        """Whether two letters may be alike only because they are of one mould.

        What comes back at several places, a subject or a name, tells once.
        """
        a, b = self._own[one], self._own[other]
        alike: defaultdict[int, float] = defaultdict(float)
        differ: set[tuple[int, int]] = set()
        varying = open_ = 0.0
        seen = set()
        for context in a.keys() & b.keys():
            place, filling = self._places[context], a[context]
            if (filling[0], b[context][0]) not in seen:
                seen.add((filling[0], b[context][0]))
                varying += place.varies * place.letters
                open_ += place.varies * place.letters * place.open
            if filling[0] == b[context][0]:
                alike[filling[0]] = max(alike[filling[0]], place.told_by(filling[0]))
            elif place.open:
                differ.add((filling[0], b[context][0]))
        told = sum(alike.values()) + len(differ) * log(EDITED)
        if not open_:
            return False
        return told < (log(len(self._own)) + SURE if open_ >= MOULD * varying else LOW)


MOULD = 0.5
LOW = 0.0

def _place(found: Counter[int]) -> Place:
    letters = found.total()
    agreeing = sum(count * (count - 1) for count in found.values()) // 2
    return Place(found, letters, agreeing + UNSEEN < OPEN * letters * (letters - 1) / 2, 1 - agreeing * 2 / letters / (letters - 1))


def _fillings(codes: Codes) -> Iterator[tuple[Context, Filling]]:
    """The words before each place, with what fills it."""
    for at in range(len(codes) - CONTEXT - 1):
        run = tuple(codes[at : at + CONTEXT + 2])
        yield run[:CONTEXT], (run[-2], run[-1])
