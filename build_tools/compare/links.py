"""Which passages of two documents may belong together, from the runs of three words that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.dutch.tokens import words
from build_tools.model import Kind, Passage

RUN = 3
"""Words of a run: two are often the same by chance (`van de`), and of four too few survive a rewording."""

COMMON = 64
"""A run that so many passages have says nothing about which belong together."""

LEAST = 0.25
"""The part of the runs of the shorter passage that must be shared."""

PARTLY = 0.5
"""The same, where one of the two has a better match elsewhere: a passage that was split or merged."""

OTHER_KIND = 0.6
"""The same, where a heading would belong with a paragraph."""

NOTE_WITH_TEXT = 0.9
"""The same, where a note would belong with the running text."""

WHOLE = 20
"""So many shared runs, those of a sentence or two, make a link count as a whole passage; fewer in proportion."""

OF_LENGTH = 10_000
"""Shared runs that would count as one passage more: so many that length only decides among equals."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A passage as its words, and their runs of three."""

    passage: Passage
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PassageLink:
    """Passage `i` of the one and `j` of the other document: how many runs they share.

    `ratio` is which part of the shorter one's runs that is, `likeness` which part of all runs of both.
    """

    i: int
    j: int
    shared: int
    ratio: float
    likeness: float

    @property
    def strength(self) -> float:
        """A passage that is the same is a better match than a long one that has it all and more."""
        return self.shared * (1 + self.likeness)

    @property
    def weight(self) -> float:
        """A passage counts as one, whatever its length; among equals the longer one wins. A few words count less."""
        return min(self.shared, WHOLE) / WHOLE + self.shared / OF_LENGTH


def profiles(passages: Iterable[Passage]) -> list[Profile]:
    """The passages as their words and runs, in order."""
    return [Profile(passage, own := tuple(words(passage.text)), runs_of(own)) for passage in passages]


def runs_of(own: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """All runs of three words; what is shorter is one run."""
    if len(own) < RUN:
        return frozenset([own]) if own else frozenset()
    return frozenset(zip(own, own[1:], own[2:], strict=False))


def links(a: Sequence[Profile], b: Sequence[Profile]) -> list[PassageLink]:
    """The pairs that may belong together, in order; each passage only with its best match and what lies beside that."""
    found = {(link.i, link.j): link for link in (*_alike(a, b), *_same(a, b))}
    best_of_a, best_of_b = _best(found.values(), "i"), _best(found.values(), "j")
    kept = [
        link
        for link in found.values()
        if best_of_a[link.i] is link is best_of_b[link.j]
        or (link.ratio >= PARTLY and (best_of_a[link.i] is link or best_of_b[link.j] is link))
    ]
    return sorted(_beside(kept), key=lambda link: (link.i, link.j))


def _alike(a: Sequence[Profile], b: Sequence[Profile]) -> Iterator[PassageLink]:
    """Passages that share runs of words."""
    having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, other in enumerate(b):
        for run in other.runs:
            having[run].append(j)
    for i, one in enumerate(a):
        places = (having[run] for run in one.runs if run in having and len(having[run]) <= COMMON)
        for j, shared in sorted(Counter(j for js in places for j in js).items()):
            ratio = shared / min(len(one.runs), len(b[j].runs))
            if shared > 1 and ratio >= _least(one.passage, b[j].passage):
                every = len(one.runs) + len(b[j].runs) - shared
                yield PassageLink(i, j, shared, ratio, shared / every)


def _least(one: Passage, other: Passage) -> float:
    if one.kind == other.kind:
        return LEAST
    return NOTE_WITH_TEXT if Kind.NOTE in (one.kind, other.kind) else OTHER_KIND


def _same(a: Sequence[Profile], b: Sequence[Profile]) -> Iterator[PassageLink]:
    """Passages of the same words: the first with the first that has them, and so on."""
    places: defaultdict[tuple[bool, tuple[str, ...]], list[int]] = defaultdict(list)
    for j, other in reversed(list(enumerate(b))):
        places[other.passage.kind is Kind.NOTE, other.words].append(j)
    for i, one in enumerate(a):
        left = places.get((one.passage.kind is Kind.NOTE, one.words))
        if left and one.words:
            yield PassageLink(i, left.pop(), max(len(one.runs), 1), 1.0, 1.0)


def _best(found: Iterable[PassageLink], side: str) -> dict[int, PassageLink]:
    best: dict[int, PassageLink] = {}
    for link in found:
        own = link.i if side == "i" else link.j
        if own not in best or link.strength > best[own].strength:
            best[own] = link
    return best


def _beside(found: Sequence[PassageLink]) -> Iterator[PassageLink]:
    """Of all that a passage is linked to, what lies in one stretch around its best match."""
    by_i: defaultdict[int, list[PassageLink]] = defaultdict(list)
    by_j: defaultdict[int, list[PassageLink]] = defaultdict(list)
    for link in found:
        by_i[link.i].append(link)
        by_j[link.j].append(link)
    near_a = {i: _stretch([link.j for link in own], _strongest(own).j) for i, own in by_i.items()}
    near_b = {j: _stretch([link.i for link in own], _strongest(own).i) for j, own in by_j.items()}
    yield from (link for link in found if link.j in near_a[link.i] and link.i in near_b[link.j])


def _strongest(own: Sequence[PassageLink]) -> PassageLink:
    return max(own, key=lambda link: (link.strength, -link.i, -link.j))


def _stretch(places: Sequence[int], middle: int) -> range:
    """The neighbouring places around one of them."""
    first = last = middle
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return range(first, last + 1)
