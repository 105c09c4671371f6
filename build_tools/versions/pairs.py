"""What is known of letters together: versions and related letters, found and stated; and which pairs get a page.

After `with_kin`: every letter names its versions and the letters related to it, and they name it. Not every pair
of a large family gets a page: the number of pages grows with the number of letters.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, pairwise

from build_tools.addresses import pair_name, pairs_named
from build_tools.model import Letter
from build_tools.versions.family import Family, families_of
from build_tools.versions.finding import Found, IdPair, find
from build_tools.versions.groups import Groups
from build_tools.versions.index import Codes, Print

SMALL = 6
"""In a family of so many versions or fewer, all pairs get a page."""

LONGEST_NAME = 240
"""In bytes: what a file system allows for the name of a page, with room for its ending."""


def with_kin(letters: Sequence[Letter], found: Found, denied: Collection[IdPair]) -> tuple[Letter, ...]:
    """The letters, each with the ids of its versions and of related letters among what was found."""
    apart = {*denied, *((other, one) for one, other in denied)}
    family = {id_: ids for ids in found.families for id_ in ids}
    related: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in found.related:
        related[one].append(other)
        related[other].append(one)

    def versions(own: str) -> tuple[str, ...]:
        return tuple(id_ for id_ in family.get(own, ()) if id_ != own and (own, id_) not in apart)

    return tuple(
        replace(letter, versions=versions(letter.id), related=tuple(sorted(related[letter.id]))) for letter in letters
    )


def families_among(
    codes: Mapping[str, Codes],
    stated: Collection[IdPair],
    denied: Collection[IdPair],
    prints: Mapping[str, Print] | None = None,
) -> Found:
    """What is found in the words of letters, with what an editor states and without what is denied."""
    found, ids = find(codes, denied, prints), sorted(codes)
    place = {id_: number for number, id_ in enumerate(ids)}
    groups = Groups(len(ids))
    for one, other in chain(set(stated) - set(denied), *map(pairwise, found.families)):
        groups.join(place[one], place[other])
    families = tuple(tuple(ids[number] for number in group) for group in groups.all())
    related = (pair for pair in found.related if not groups.together((place[pair[0]], place[pair[1]])))
    return Found(families, tuple(related))


def pairs_shown(letters: Sequence[Letter], published: Iterable[str] = ()) -> list[tuple[Letter, Letter]]:
    """The pairs that get a page, each in order of id: of families, of related letters, and those that had one.

    `published` are the names of comparisons that have a page: those of versions keep it, however the family grows.
    """
    by_id = {letter.id: letter for letter in letters}
    wanted = set(chain.from_iterable(map(_of_family, families_of(letters))))
    wanted |= {(letter.id, id_) for letter in letters for id_ in letter.related if letter.id < id_}
    wanted |= {pair for pair in pairs_named(published) if pair[0] in by_id and pair[1] in by_id[pair[0]].versions}
    names: dict[str, tuple[Letter, Letter]] = {}
    for one, other in sorted(wanted):
        name = pair_name(one, other)
        if len(name.encode()) <= LONGEST_NAME:
            names.setdefault(name, (by_id[one], by_id[other]))
    return list(names.values())


def _of_family(family: Family) -> Iterator[IdPair]:
    """All pairs of a small family; of a large one each version with the one before it in time, and with the first."""
    first, *others = family.letters
    small = len(family.letters) <= SMALL
    pairs = combinations(family.letters, 2) if small else chain(family.steps(), ((first, other) for other in others))
    for one, other in pairs:
        if other.id in one.versions:
            yield min(one.id, other.id), max(one.id, other.id)
