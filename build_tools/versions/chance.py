"""Whether letters of one mould have the same words by chance.

Many letters say "hierbij bied ik u de antwoorden aan op de vragen van het lid …": what they have in common is the
mould, and what makes each a letter of its own stands in the open places. A place is known by the words before it. That
two letters go on alike there tells the more, the fewer others do; where all do it tells nothing. Two versions of one
letter are alike at more places than two letters out of so many would be by chance.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb, log

from build_tools.versions.index import NUMBER, Codes, Pair

CONTEXT = 3
"""Words by which a place is known: fewer stand everywhere, more reach from one open place into the next."""

OPEN, UNSEEN = 0.4, 2
"""A place is open where less than this part of the pairs of letters agree, two more agreements counted than were seen:
so it takes four letters to know, and versions edited at one place do not make it open."""

MANY = 4
"""What stands in so many letters may be a mould, of which the open places can be known."""

MOULDED, POWER = 0.5, 3
"""Letters of one mould vary at its open places for the most part. Versions, of which each changes the one before it, go
apart step by step: at most places where they vary half of them still agree. So the less of what varies is open, the
less is needed to call letters versions, and soon much less: by this power of the part."""

EDITED = 0.05
"""How often an editor changes what stands at an open place: of twenty once."""

SURE = 1.0
"""By so much, in logarithms, two letters must agree better than one pair of the group does by chance: of three groups
one may have such a pair. With three times as much, families break up of which each version changes a tenth of the one
before it."""

Context = tuple[int, ...]
"""The words before a place, and how often they stood before it."""


@dataclass(frozen=True, slots=True)
class MouldPlace:
    """The words that letters have at one place: how many letters have each, how many there are together, and in
    how many it varies.
    """

    found: Mapping[int, int]
    together: int
    open: bool
    varies: float

    def told_by(self, word: int) -> float:
        """How much it tells that two letters have this word, out of what the others have."""
        return log((self.together - 1) / (self.found[word] - 1))


class Moulds:
    """What letters of a group, which are given by their place in a list, have where not all of them go on alike."""

    def __init__(self, letters: Sequence[Codes], group: Iterable[int]) -> None:
        own = {letter: _following(letters[letter]) for letter in group}
        found: defaultdict[Context, Counter[int]] = defaultdict(Counter)
        for words in own.values():
            for context, word in words.items():
                found[context][word] += 1
        self._places = {context: _place(words) for context, words in found.items() if len(words) > 1}
        self._of_mould = {letter for letter, words in own.items() if _mostly_in_many(words, found)}
        self._sure = log(comb(len(own), 2)) + SURE
        self._own = {
            letter: {context: word for context, word in words.items() if context in self._places}
            for letter, words in own.items()
        }

    def few_beside(self, pair: Pair) -> list[int]:
        """The other letters of the group, where they are too few to show a mould surely."""
        return [letter for letter in self._own if letter not in pair] if len(self._own) <= MANY else []

    def by_chance(self, one: int, other: int) -> bool:
        """Whether two letters may be alike only because they are of one mould.

        Where they differ in one number alone, and nothing else is open, it counts the versions.
        """
        if not self._of_mould.issuperset((one, other)):
            return False
        met = self._met(one, other)
        opened = [words for words, places in met.items() if any(place.open for place in places)]
        differ = [words for words in met if words[0] != words[1]]
        if differ == opened and len(differ) == 1 and differ[0][0] & differ[0][1] & NUMBER:
            return False
        varies = {words: max(place.varies for place in places) for words, places in met.items()}
        part_open = sum(map(varies.__getitem__, opened)) / max(1, sum(varies.values()))
        alike = (max(place.told_by(word) for place in places) for (word, own), places in met.items() if word == own)
        needed = self._sure - log(EDITED) * len({*opened}.intersection(differ))
        return sum(alike) < needed * min(1, part_open / MOULDED) ** POWER

    def _met(self, one: int, other: int) -> Mapping[tuple[int, int], Sequence[MouldPlace]]:
        """What two letters have at the places of both, the places by the words there.

        What comes back at several places, a subject or a name, tells once.
        """
        a, b = self._own[one], self._own[other]
        met: defaultdict[tuple[int, int], list[MouldPlace]] = defaultdict(list)
        for context in a.keys() & b.keys():
            met[a[context], b[context]].append(self._places[context])
        return met


def _mostly_in_many(words: Iterable[Context], found: Mapping[Context, Counter[int]]) -> bool:
    """Whether most of a letter stands in so many letters that it may be their mould."""
    in_many = [found[context].total() >= MANY for context in words]
    return 2 * sum(in_many) > len(in_many)


def _place(found: Counter[int]) -> MouldPlace:
    letters = found.total()
    agreeing = sum(count * (count - 1) for count in found.values()) / 2
    pairs = letters * (letters - 1) / 2
    return MouldPlace(found, letters, agreeing + UNSEEN < OPEN * pairs, letters * (1 - agreeing / pairs))


def _following(codes: Codes) -> Mapping[Context, int]:
    """The word that follows each run of words; a run that comes back is told apart by how often it stood before."""
    seen: Counter[Context] = Counter()
    found: dict[Context, int] = {}
    for at in range(CONTEXT, len(codes)):
        run = tuple(codes[at - CONTEXT : at])
        found[*run, seen[run]] = codes[at]
        seen[run] += 1
    return found
