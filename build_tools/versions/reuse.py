"""Passages that return in another letter, or further on in the same one, apart from versions.

Which letters to look at comes from the index of kept runs that finds versions: a shared run of eight words is never
missed there. What many letters have is a stock phrase, and passed over.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from build_tools.compare.model import Repeat
from build_tools.compare.repeats import repeats, repeats_within
from build_tools.model import Letter, Passage
from build_tools.versions.index import codes_of, winnowed

STOCK = 6
"""What so many letters share is a stock phrase."""

KEPT = 3
"""So many kept runs must two letters share to be looked at."""

LEAST_WITHIN, LEAST_BETWEEN = 15, 20
"""The words that must be shared within a letter and between two: more between letters, which speak of the same matters
in the same terms. Chosen by measure on the letters at hand: what is shorter are names and set phrases."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """The passages of a letter that return in another one; or in itself, where both are the same."""

    a: Letter
    b: Letter
    repeats: tuple[Repeat, ...]


def reuse_among(letters: Sequence[Letter]) -> list[Reuse]:
    """Each letter with itself, then the pairs that are no versions; only those where something returns."""
    passages = {letter.id: letter.passages for letter in letters}
    by_id = {letter.id: letter for letter in letters}
    found = [Reuse(letter, letter, _long(repeats_within(passages[letter.id]), LEAST_WITHIN)) for letter in letters]
    for one, other in _pairs(letters, passages):
        again = repeats(passages[one], passages[other])
        found.append(Reuse(by_id[one], by_id[other], _long(again, LEAST_BETWEEN)))
    return [entry for entry in found if entry.repeats]


def _long(found: Sequence[Repeat], least: int) -> tuple[Repeat, ...]:
    return tuple(repeat for repeat in found if repeat.words >= least)


def _pairs(letters: Sequence[Letter], passages: Mapping[str, Sequence[Passage]]) -> Iterator[tuple[str, str]]:
    having: defaultdict[int, list[str]] = defaultdict(list)
    for letter in letters:
        for run in winnowed(codes_of(" ".join(passage.text for passage in passages[letter.id]))):
            having[run].append(letter.id)
    shared = Counter(pair for ids in having.values() if len(ids) <= STOCK for pair in combinations(ids, 2))
    versions = {letter.id: letter.versions for letter in letters}
    for (one, other), count in sorted(shared.items()):
        if count >= KEPT and other not in versions[one]:
            yield one, other
