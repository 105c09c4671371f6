"""Places that each letter of a mould fills in its own way.

Many letters say "hierbij bied ik u de antwoorden aan op de vragen van het lid …": what they have in common is the
mould, and what makes each a letter of its own stands in the open places. A place is known by the words before or
after it. It is open where letters that have these words hardly ever go on alike; at a place that an editor changed in
one version, most others still agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.versions.index import Codes

CONTEXT = 3
"""Words by which a place is known: fewer stand everywhere, more reach from one open place into the next."""

OPEN = 0.25
"""A place is open where less than this part of the pairs of letters agree, one more agreement counted than was seen:
so it takes four letters to know, and two versions edited at one place do not make it open."""

ALIKE = 0.8
"""Two letters that fill the open places in alike agree at so large a part of them: at all but one of five.
What they have in common at several places, a subject that comes back, agrees once."""

OWN_PART = 0.015
"""So many differences at open places, for each word, any two versions may have: a month that each states anew, and what
editors happened to change at one place."""

Context = tuple[bool, tuple[int, ...]]
"""Whether the words stand before the place, and the words."""

Filling = tuple[int, int]
"""The word at a place, and the word beyond it."""


@dataclass(frozen=True, slots=True)
class OpenPlaces:
    """For each letter, by its place in a list, what it has at the open places."""

    filled: Mapping[int, Mapping[Context, Filling]]

    def filled_alike(self, one: int, other: int, words: int) -> bool:
        """Whether two letters, the shorter of so many words, may be versions for what they have at the open places."""
        a, b = self.filled.get(one, {}), self.filled.get(other, {})
        both = a.keys() & b.keys()
        differ = sum(a[context][0] != b[context][0] for context in both)
        alike = len({a[context] for context in both if a[context][0] == b[context][0]})
        return differ <= OWN_PART * words or alike >= ALIKE * (alike + differ)


def open_places(letters: Sequence[Codes], group: Iterable[int]) -> OpenPlaces:
    """The open places of the letters of a group, which are given by their place."""
    fillings = {place: dict(_fillings(letters[place])) for place in group}
    seen: defaultdict[Context, Counter[int]] = defaultdict(Counter)
    for own in fillings.values():
        for context, (word, _) in own.items():
            seen[context][word] += 1
    open_ = {context for context, found in seen.items() if _is_open(found)}
    return OpenPlaces(
        {
            place: {context: filling for context, filling in own.items() if context in open_}
            for place, own in fillings.items()
        }
    )


def _is_open(found: Counter[int]) -> bool:
    letters = found.total()
    agreeing = sum(count * (count - 1) for count in found.values()) // 2
    return agreeing + 1 < OPEN * letters * (letters - 1) / 2


def _fillings(codes: Codes) -> Iterator[tuple[Context, Filling]]:
    """The words before each place and those after it, with what fills it."""
    for at in range(len(codes) - CONTEXT - 1):
        run = tuple(codes[at : at + CONTEXT + 2])
        yield (True, run[:CONTEXT]), (run[-2], run[-1])
        yield (False, run[-CONTEXT:]), (run[1], run[0])
