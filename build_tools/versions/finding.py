"""Which of many letters are versions of one letter, and which are related.

1. Two letters are versions where most words of the shorter one stand together in the longer one, they agree more than
   letters of their mould do by chance, and neither their numbers nor pieces of text between quotations tell them apart.
   What is a version of a version belongs to the same family.
2. A longer publication that contains letters of several families belongs to the one of which it has most.
3. Letters of which each has half of the other are related. Runs that several families have are stock, and show no
   relation.

After `find`: each letter is in one family at most, none is related to its own family, and the order in which the
letters came does not matter.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from build_tools.versions.chance import Moulds
from build_tools.versions.covering import Run, coverage, other_numbers, quotes, runs_of, shared_both_ways
from build_tools.versions.groups import Groups
from build_tools.versions.index import Codes, Pair, Print, near, print_of
from build_tools.versions.thirds import filled_in

COVERED, RELATED = 0.70, 0.50
"""Of versions, the part of the words of the shorter letter that must stand together in the longer one; of related
letters, the part of each that must stand somewhere in the other, which an editor may have rewritten for half."""

SHORTEST, SHORTEST_RELATED = 40, 25
"""Letters of fewer words are not found to be versions, and to be related: too little is their own."""

STOCK = 3
"""Runs that more families have are stock."""

MOST_RELATED = 3
"""A family is shown so many related ones, the nearest."""

Ids = tuple[str, ...]
IdPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """Families of versions, and pairs of related letters, by id, in order."""

    families: tuple[Ids, ...]
    related: tuple[IdPair, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two letters that are alike, and the part of their words that shows it."""

    pair: Pair
    part: float


def find(
    codes: Mapping[str, Codes], denied: Collection[IdPair] = (), prints: Mapping[str, Print] | None = None
) -> Found:
    """What is found among letters of which the words are given, by id. Pairs that are denied link nothing. What is kept
    of each may be given as well.
    """
    ids = sorted(codes)
    texts = [codes[id_] for id_ in ids]
    kept = [prints[id_] for id_ in ids] if prints else list(map(print_of, texts))
    pairs = [pair for pair in near(kept) if (ids[pair[0]], ids[pair[1]]) not in denied]
    search = _Search(texts, pairs)
    families = tuple(tuple(ids[place] for place in group) for group in search.groups.all())
    related = sorted((ids[one], ids[other]) for one, other in search.related())
    return Found(families, tuple(related))


class _Search:
    """The groups of letters that are versions; what is only alike is kept for later."""

    def __init__(self, texts: Sequence[Codes], pairs: Sequence[Pair]) -> None:
        self._texts = texts
        self._near = sorted({*chain.from_iterable(pairs)})
        self.groups = Groups(len(texts))
        self._contained: list[Likeness] = []
        self._alike: list[Likeness] = []
        for own in _hanging_together(len(texts), pairs):
            moulds = Moulds(texts, dict.fromkeys(chain.from_iterable(own)))
            for pair in own:
                self._look_at(pair, moulds)
        self._place_contained()

    def _look_at(self, pair: Pair, moulds: Moulds) -> None:
        """Nothing is looked at that hangs together already, so a family takes time by its letters, not their pairs."""
        words = self._shorter(pair)
        if self.groups.together(pair) or words < SHORTEST_RELATED or moulds.by_chance(*pair):
            return
        alike = Likeness(pair, coverage(*self._codes(pair)))
        if words < SHORTEST or alike.part < COVERED or _tell_apart(*self._codes(pair)) or self._form(pair, moulds):
            self._alike.append(alike)
        elif words < COVERED * self._longer(pair):
            self._contained.append(alike)
        else:
            self.groups.join(*pair)

    def _form(self, pair: Pair, moulds: Moulds) -> bool:
        """Whether one of the few letters beside these shows that they are one form, filled in."""
        thirds = [self._texts[place] for place in moulds.few_beside(pair)]
        return filled_in(*self._codes(pair), thirds)

    def _place_contained(self) -> None:
        """What is contained joins what contains it; of several families, the one of which there is most."""
        most_first = sorted(self._contained, key=lambda alike: (-alike.part * self._shorter(alike.pair), alike.pair))
        family = {place: self.groups.lead(place) for alike in most_first for place in alike.pair}
        taken: dict[int, int] = {}
        for alike in most_first:
            inside, outside = sorted(alike.pair, key=lambda place: (len(self._texts[place]), place))
            if taken.setdefault(family[outside], family[inside]) == family[inside]:
                self.groups.join(inside, outside)
            else:
                self._alike.append(alike)

    def related(self) -> Iterator[Pair]:
        """Pairs of letters of two families, one of every two, the nearest; of each family no more than a few."""
        seen: set[Pair] = set()
        count: Counter[int] = Counter()
        for alike in sorted(self._without_stock(), key=lambda alike: (-alike.part, alike.pair)):
            one, other = sorted(map(self.groups.lead, alike.pair))
            if (one, other) not in seen and max(count[one], count[other]) < MOST_RELATED:
                seen.add((one, other))
                count.update((one, other))
                yield alike.pair

    def _without_stock(self) -> Iterator[Likeness]:
        """What is alike still when stock does not count."""
        apart = [alike for alike in self._alike if not self.groups.together(alike.pair)]
        stock = self._stock(dict.fromkeys(place for alike in apart for place in alike.pair))
        for alike in apart:
            part = shared_both_ways(*self._codes(alike.pair), stock)
            if part >= RELATED:
                yield Likeness(alike.pair, part)

    def _stock(self, places: Iterable[int]) -> set[Run]:
        """The runs of some letters that more than a few families have."""
        having: dict[Run, set[int]] = {run: set() for place in places for run in runs_of(self._texts[place])}
        for place in self._near if having else ():
            for run in having.keys() & set(runs_of(self._texts[place])):
                having[run].add(self.groups.lead(place))
        return {run for run, families in having.items() if len(families) > STOCK}

    def _codes(self, pair: Pair) -> tuple[Codes, Codes]:
        return self._texts[pair[0]], self._texts[pair[1]]

    def _shorter(self, pair: Pair) -> int:
        return min(map(len, self._codes(pair)))

    def _longer(self, pair: Pair) -> int:
        return max(map(len, self._codes(pair)))


def _tell_apart(one: Codes, other: Codes) -> bool:
    """Whether letters that are alike for the most part are different ones all the same."""
    return other_numbers(one, other) or quotes(one, other)


def _hanging_together(count: int, pairs: Sequence[Pair]) -> Iterable[Sequence[Pair]]:
    """The pairs, by what hangs together through them."""
    groups = Groups(count, pairs)
    found: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[groups.lead(pair[0])].append(pair)
    return found.values()
