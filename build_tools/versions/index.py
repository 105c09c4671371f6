"""Which letters may be kin, without a look at all pairs.

Each letter keeps some of its runs of five words (winnowing: of every few neighbours the one with the smallest hash,
so a long shared passage is never missed), and an index tells which letters kept the same run. In an entry with many
letters only neighbours are linked: enough for a family of versions to hang together, and the work grows with the
number of letters.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, pairwise
from zlib import crc32

from build_tools.dutch.tokens import REMEMBERED_WORDS, words

RUN = 5
"""Words of a run of the index: short enough to survive rewordings, long enough to be rare."""

WINDOW = 4
"""Of so many neighbouring runs one is kept: a shared passage of eight words keeps one that both letters keep."""

MANY = 24
"""An entry of the index with more letters than this links only neighbours."""

HINT = 0.12
"""The part of the kept runs of the shorter letter that must be shared for a look in full."""

RARE_HINT = 0.5
"""Or so large a part of those that only few letters kept: what two versions share in a long mould of many letters."""

PARTS = 16
"""In so many parts the index is made: that of one part takes less room than the letters do."""

_MODULUS, _BASE = (1 << 61) - 1, 1_000_003
"""Two primes for the hashes of runs, the one so large that different runs hardly ever have the same hash."""

_WIDTH = _MODULUS // PARTS + 1
"""Hashes from one part of the index to the next."""

NUMBER = 1 << 31
"""The bit that words have which are numbers: dates, amounts, the numbers of questions and papers."""

Codes = Sequence[int]
"""The words of a letter as numbers."""

Pair = tuple[int, int]
"""Two letters by their place in a list, the earlier one first."""


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a letter: the number of its words, and the hashes of some of its runs, in order."""

    words: int
    runs: Sequence[int]


def print_of(codes: Codes) -> Print:
    """What is kept of a letter with these words."""
    return Print(len(codes), array("Q", sorted(winnowed(codes))))


def codes_of(text: str) -> "array[int]":
    """The words of a text in four bytes each, the same on every machine: enough to find its versions."""
    return coded(words(text))


def coded(own: Iterable[str]) -> "array[int]":
    """Words in four bytes each, of which the first bit tells the numbers."""
    return array("I", map(_code, own))


@lru_cache(maxsize=REMEMBERED_WORDS)
def _code(word: str) -> int:
    first_bit = NUMBER if word.lstrip("-")[:1].isdigit() else 0
    return crc32(word.encode("utf-8", "surrogatepass")) & ~NUMBER | first_bit


def winnowed(codes: Codes) -> set[int]:
    """The smallest hash of every four neighbouring runs of words."""
    powers = [pow(_BASE, RUN - 1 - place, _MODULUS) for place in range(RUN)]
    columns = zip(*(codes[place:] for place in range(RUN)), strict=False)
    a, b, c, d, e = powers
    hashes = [(p * a + q * b + r * c + s * d + t * e) % _MODULUS for p, q, r, s, t in columns]
    if len(hashes) < WINDOW:
        return set(hashes)
    return set(map(min, *(hashes[place:] for place in range(WINDOW))))


def near(prints: Sequence[Print]) -> list[Pair]:
    """The pairs that share enough kept runs, those that share most first."""
    shared: Counter[Pair] = Counter()
    rare = Counter({place: len(own.runs) for place, own in enumerate(prints)})
    for places in sharing([own.runs for own in prints]):
        few = len(places) <= MANY
        shared.update(combinations(places, 2) if few else _neighbours(places))
        rare.subtract(() if few else places)

    def part_shared(pair: Pair) -> float:
        return shared[pair] / max(1, min(len(prints[place].runs) for place in pair))

    def is_near(pair: Pair) -> bool:
        return part_shared(pair) >= HINT or shared[pair] >= RARE_HINT * max(rare[place] for place in pair)

    return sorted(filter(is_near, shared), key=lambda pair: (-part_shared(pair), pair))


def sharing(kept: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    """For each run that more than one keeps, the places of those that do, in order; of each the runs are in order.

    Most runs are one's alone: nothing is made of them, and no more than a part of all stands in memory at once.
    """
    return chain.from_iterable(_entries(kept, part).values() for part in range(PARTS))


def _entries(kept: Sequence[Sequence[int]], part: int) -> Mapping[int, Sequence[int]]:
    """The entries of one part of the index: which places kept the same run, of those that more than one kept."""
    kept = [runs[slice(*(bisect_left(runs, n * _WIDTH) for n in (part, part + 1)))] for runs in kept]
    again, having = _returning(kept), defaultdict[int, list[int]](list)
    for place, runs in enumerate(kept):
        for run in again.intersection(runs):
            having[run].append(place)
    return having


def _returning(kept: Iterable[Collection[int]]) -> set[int]:
    """The runs that more than one of these has."""
    seen: set[int] = set()
    again: set[int] = set()
    for own in map(set, kept):
        again |= seen & own
        seen |= own
    return again


def _neighbours(places: Sequence[int]) -> Iterable[Pair]:
    """Each with the next, and with the one after that: so that one letter less takes no family apart."""
    return chain(pairwise(places), zip(places, places[2:], strict=False))
