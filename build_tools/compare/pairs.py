"""Which letters are set side by side: versions found in their texts, and what the catalogue states or denies.

After `with_versions`: every letter names its versions, and they name it. Among many versions of one letter not every
pair gets a page of its own: each version is then compared with the one before it in time, and with the first.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from build_tools.addresses import pair_name
from build_tools.compare.versions import components, find
from build_tools.model import FactKey, Letter

FAMILY = 10
"""In a family of so many versions or fewer, all pairs get a page."""

LONGEST_NAME = 240
"""In bytes: what a file system allows for the name of a page, with room for its ending."""

Pair = tuple[str, str]


def with_versions(letters: Sequence[Letter], stated: Collection[Pair], denied: Collection[Pair]) -> tuple[Letter, ...]:
    """The letters, each with the ids of its versions: those found, and what the catalogue states or denies."""
    texts = {letter.id: letter.text for letter in letters}
    pairs = (set(find(list(texts), texts.__getitem__)) | set(stated)) - set(denied)
    versions: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        versions[one].add(other)
        versions[other].add(one)
    return tuple(replace(letter, versions=tuple(sorted(versions[letter.id]))) for letter in letters)


def pairs_shown(letters: Sequence[Letter]) -> list[tuple[Letter, Letter]]:
    """The pairs that get a page, each in order of id."""
    ordered = sorted(letters, key=lambda letter: letter.id)
    place = {letter.id: number for number, letter in enumerate(ordered)}
    pairs = {(place[one.id], place[id_]) for one in ordered for id_ in one.versions if one.id < id_}
    chosen: set[tuple[int, int]] = set()
    for family in components(len(ordered), sorted(pairs)):
        chosen |= pairs & (set(combinations(family, 2)) if len(family) <= FAMILY else _some(family, ordered))
    names: dict[str, tuple[Letter, Letter]] = {}
    for one, other in sorted(chosen):
        name = pair_name(ordered[one].id, ordered[other].id)
        if len(name.encode()) <= LONGEST_NAME:
            names.setdefault(name, (ordered[one], ordered[other]))
    return list(names.values())


def _some(family: Sequence[int], letters: Sequence[Letter]) -> set[tuple[int, int]]:
    """Each version with the one before it in time, and with the first; those without a date last."""
    in_time = sorted(family, key=lambda place: (letters[place].fact(FactKey.DATE) or "9999", place))
    wanted = [*pairwise(in_time), *((in_time[0], place) for place in in_time[1:])]
    return {(min(pair), max(pair)) for pair in wanted}
