"""Which letters that come in are versions of each other, or of letters that are there."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from build_tools.adding.arriving import Arrival
from build_tools.adding.there import FolderThere
from build_tools.sources.ids import kinds_of_one
from build_tools.versions.pairs import families_among


def versions_of(
    arrivals: Sequence[Arrival], there: FolderThere, words: Iterable[tuple[str, "array[int]"]]
) -> Mapping[str, Sequence[str]]:
    """The family of each letter that has one, by id: what their texts show, and kinds of one letter whatever their
    texts say. A letter stands among its own.
    """
    new = {arrival.id: arrival for arrival in arrivals if arrival.there is None}
    codes = dict(words) | {id_: arrival.words for id_, arrival in new.items()}
    files = {**there.files, **{id_: Path(arrival.name) for id_, arrival in new.items()}}
    kinds = {pair for pair in kinds_of_one(files) if codes.keys() >= {*pair}}
    found = families_among(codes, kinds, ())
    return {id_: family for family in found.families for id_ in family}
