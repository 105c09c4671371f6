"""Which letters are versions of each other, also where one is contained in a longer publication.

Two letters are versions when most words of the shorter one stand in runs that both have. To find them among
many, each letter keeps some of its runs of five words (winnowing: of every few neighbours the one with the
smallest hash, so a long shared passage is never missed), and an index tells which letters kept the same run.
Letters that share enough of those are looked at in full. The work grows with the number of letters: in an
entry of the index with many letters only neighbours are linked, which is enough to find a family of versions,
and does not compare all letters that share a stock phrase with each other.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

from build_tools.dutch.tokens import words

RUN = 5
"""Words of a run of the index: short enough to survive rewordings, long enough to be rare."""

WINDOW = 4
"""Of so many neighbouring runs one is kept: a shared passage of eight words keeps one that both letters keep."""

MANY = 24
"""An entry of the index with more letters than this links only neighbours."""

HINT = 0.12
"""The part of the kept runs of the shorter letter that must be shared for a look in full."""

CHECKED_RUN = 4
"""Words of a run in the look in full, where all of them are compared: shorter than in the index, so more is covered."""

COVERED = 0.65
"""The part of the words of the shorter letter that must stand in shared runs of four words."""

SHORT, COVERED_SHORT = 150, 0.85
"""The same for letters of fewer words, which consist of stock phrases for a good part."""

SHORTEST = 40
"""Letters of fewer words are never paired by themselves."""

PARTS = 16
"""In so many parts are letters searched of which little is kept: the index of one part takes less than they do."""

_MODULUS, _BASE = (1 << 61) - 1, 1_000_003
"""Two primes for the hashes of runs, the one so large that different runs hardly ever have the same hash."""


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a letter: the number of its words, and the hashes of some of its runs."""

    id: str
    words: int
    runs: Collection[int]


def print_of(id_: str, own: Sequence[str]) -> Print:
    """What is kept of a letter with these words."""
    return Print(id_, len(own), frozenset(winnowed(own)))


def codes_of(text: str) -> "array[int]":
    """The words of a text in four bytes each, the same on every machine: enough to find its versions."""
    return _coded(words(text))


def _coded(own: Iterable[str]) -> "array[int]":
    return array("I", (crc32(word.encode("utf-8", "surrogatepass")) for word in own))


def winnowed(own: Sequence[str]) -> set[int]:
    """The smallest hash of every four neighbouring runs of words."""
    return _winnowed(_coded(own))


def _winnowed(codes: Sequence[int]) -> set[int]:
    powers = [pow(_BASE, RUN - 1 - place, _MODULUS) for place in range(RUN)]
    columns = zip(*(codes[place:] for place in range(RUN)), strict=False)
    a, b, c, d, e = powers
    hashes = [(p * a + q * b + r * c + s * d + t * e) % _MODULUS for p, q, r, s, t in columns]
    if len(hashes) < WINDOW:
        return set(hashes)
    return set(map(min, *(hashes[place:] for place in range(WINDOW))))


def candidates(prints: Sequence[Print]) -> list[tuple[int, int]]:
    """The pairs (by place) that share enough kept runs, and all pairs of a family that they connect."""
    near = _near(prints, _shared(prints))
    families = [family for family in components(len(prints), near) if len(family) > 2]
    return sorted({*near, *(pair for family in families for pair in combinations(family, 2))})


def _near(prints: Sequence[Print], shared: Counter[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs that share enough kept runs."""
    return [
        pair
        for pair, count in shared.items()
        if count >= HINT * min(len(prints[pair[0]].runs), len(prints[pair[1]].runs))
        and min(prints[pair[0]].words, prints[pair[1]].words) >= SHORTEST
    ]


def _shared(prints: Sequence[Print], part: int = 0, parts: int = 1) -> Counter[tuple[int, int]]:
    """How many kept runs two letters share; among many letters with the same run, only neighbours are counted.

    Only the runs of one part are counted, so that an index of all need not be held.
    """
    having: defaultdict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(prints):
        for run in own.runs:
            if run % parts == part:
                having[run].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in having.values():
        if len(places) > 1:
            shared.update(combinations(places, 2) if len(places) <= MANY else pairwise(places))
    return shared


def components(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The groups in which places hang together through pairs."""
    leader = list(range(count))

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for one, other in pairs:
        leader[max(lead(one), lead(other))] = min(lead(one), lead(other))
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(count):
        groups[lead(place)].append(place)
    return [group for group in groups.values() if len(group) > 1]


def are_versions(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    """Whether the words of the shorter letter stand in runs that the other one has as well."""
    short, long_ = sorted((one, other), key=len)
    if len(short) < SHORTEST:
        return False
    return coverage(short, long_) >= (COVERED if len(short) >= SHORT else COVERED_SHORT)


def coverage(short: Sequence[Hashable], long_: Sequence[Hashable]) -> float:
    """The part of the words of the one that stand in runs of the other."""
    there = set(_runs(long_))
    covered = bytearray(len(short))
    for at, run in enumerate(_runs(short)):
        if run in there:
            covered[at : at + CHECKED_RUN] = b"\x01" * CHECKED_RUN
    return sum(covered) / max(1, len(short))


def _runs(own: Sequence[Hashable]) -> Iterator[tuple[Hashable, ...]]:
    return zip(*(own[start:] for start in range(CHECKED_RUN)), strict=False)


def find(ids: Sequence[str], text_of: Callable[[str], str]) -> list[tuple[str, str]]:
    """The pairs of ids that are versions, in order. `text_of` gives the running text of a letter."""
    prints = [print_of(id_, words(text_of(id_))) for id_ in sorted(ids)]
    pairs = candidates(prints)
    wanted = {prints[place].id for pair in pairs for place in pair}
    full = {id_: words(text_of(id_)) for id_ in wanted}
    named = ((prints[one].id, prints[other].id) for one, other in pairs)
    return [(one, other) for one, other in named if are_versions(full[one], full[other])]


def find_in_codes(codes: Mapping[str, "array[int]"], of: Collection[str]) -> list[tuple[str, str]]:
    """The pairs with at least one of these ids, of letters of which no more is kept than `codes_of`.

    Of a family so large that only neighbours are linked, those pairs alone: they hang together, and time and memory
    grow with the number of letters.
    """
    ids = sorted(codes)
    prints = [Print(id_, len(codes[id_]), array("Q", _winnowed(codes[id_]))) for id_ in ids]
    shared: Counter[tuple[int, int]] = Counter()
    for part in range(PARTS):
        shared.update(_shared(prints, part, PARTS))
    named = ((ids[one], ids[other]) for one, other in sorted(_near(prints, shared)))
    return [pair for pair in named if not {*pair}.isdisjoint(of) and are_versions(*(codes[id_] for id_ in pair))]
