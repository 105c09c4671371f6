"""Passages that return in another letter, or further on in the same one, apart from versions.

Which letters to look at comes from the index of kept runs that finds versions: a shared run of eight words is never
missed there. What many letters have is a stock phrase, and passed over.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from build_tools.compare.model import Repeat
from build_tools.compare.repeats import repeats, repeats_within
from build_tools.model import Letter

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


def reuse_by(
    letters: Iterable[Letter],
    within: Mapping[str, tuple[Repeat, ...]],
    between: Iterable[tuple[tuple[Letter, Letter], tuple[Repeat, ...]]],
) -> list[Reuse]:
    """Each letter with itself, then the pairs that are no versions; only those where something returns.

    Given are what returns within each letter, by id, and between the pairs.
    """
    found = [Reuse(letter, letter, within[letter.id]) for letter in letters]
    found += (Reuse(*pair, repeats) for pair, repeats in between)
    return [entry for entry in found if entry.repeats]


def repeats_in_letter(letter: Letter) -> tuple[Repeat, ...]:
    """The passages of a letter that return in itself."""
    return _long(repeats_within(letter.passages), LEAST_WITHIN)


def repeats_between(one: Letter, other: Letter) -> tuple[Repeat, ...]:
    """The passages of a letter that return in another one."""
    return _long(repeats(one.passages, other.passages), LEAST_BETWEEN)


def _long(found: Sequence[Repeat], least: int) -> tuple[Repeat, ...]:
    return tuple(repeat for repeat in found if repeat.words >= least)


def pairs_sharing(letters: Sequence[Letter], runs: Mapping[str, Collection[int]]) -> Iterator[tuple[Letter, Letter]]:
    """The pairs of letters that are no versions and share enough to be looked at, in order of id."""
    having: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in (letter.id for letter in letters):
        for run in runs[id_]:
            having[run].append(id_)
    shared = Counter(pair for ids in having.values() if len(ids) <= STOCK for pair in combinations(ids, 2))
    by_id = {letter.id: letter for letter in letters}
    for (one, other), count in sorted(shared.items()):
        if count >= KEPT and other not in by_id[one].versions:
            yield by_id[one], by_id[other]
