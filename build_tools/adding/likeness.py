"""Which letters that come in are versions of each other, or of letters that are there."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from build_tools.adding.arriving import Arrival
from build_tools.adding.there import FolderThere
from build_tools.compare.versions import MANY, components, find_in_codes
from build_tools.sources.ids import kinds_of_one


def versions_of(
    arrivals: Sequence[Arrival], there: FolderThere, words: Iterable[tuple[str, "array[int]"]]
) -> Mapping[str, Sequence[str]]:
    """The versions of each letter, by id: what their texts show, and kinds of one letter whatever their texts say.

    In a large family a letter stands among its own versions.
    """
    new = {arrival.id: arrival for arrival in arrivals if arrival.there is None}
    codes = dict(words) | {id_: arrival.words for id_, arrival in new.items()}
    files = {**there.files, **{id_: Path(arrival.name) for id_, arrival in new.items()}}
    pairs = sorted({*find_in_codes(codes, new), *kinds_of_one(files)})
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
        found[other].append(one)
    return found | _large_families(pairs)


def _large_families(pairs: Sequence[tuple[str, str]]) -> dict[str, Sequence[str]]:
    """Of a family in which only neighbours are linked: all of it, one list for all its letters."""
    ids = sorted({id_ for pair in pairs for id_ in pair})
    place = {id_: n for n, id_ in enumerate(ids)}
    families = components(len(ids), [(place[one], place[other]) for one, other in pairs])
    large = (tuple(ids[n] for n in family) for family in families if len(family) > MANY)
    return {id_: family for family in large for id_ in family}
