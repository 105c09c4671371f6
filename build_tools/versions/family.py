"""A family: the versions of one letter, in order of time.

After `families_of`: each letter is in one family at most, and a family has two letters or more.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.addresses import IN_PAIR_NAME, NO_FAMILY
from build_tools.model import FactKey, Letter
from build_tools.versions.groups import Groups


def in_time(letters: Iterable[Letter]) -> list[Letter]:
    """The oldest first; letters without a date last."""
    return sorted(letters, key=lambda letter: (letter.fact(FactKey.DATE) or "9999", letter.id))


@dataclass(frozen=True, slots=True)
class Family:
    """Versions of one letter, the oldest first."""

    letters: tuple[Letter, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What its page can be called: by the id of each letter, the oldest first, that no comparison can be called by.

        The first is the name of its page. The others lead there, so that an address lasts when an older version comes.
        """
        ids = (letter.id for letter in self.letters)
        return tuple(id_ for id_ in ids if IN_PAIR_NAME not in id_ and id_ not in NO_FAMILY)

    @property
    def fullest(self) -> Letter:
        """The version with the most words; of several the oldest."""
        return max(self.letters, key=lambda letter: letter.ledger.block_words + letter.ledger.note_words)

    def steps(self) -> Iterator[tuple[Letter, Letter]]:
        """Each version with the one before it."""
        return pairwise(self.letters)


def families_of(letters: Sequence[Letter]) -> list[Family]:
    """The families, in order of their oldest version."""
    ordered = in_time(letters)
    place = {letter.id: number for number, letter in enumerate(ordered)}
    groups = Groups(len(ordered))
    for letter in ordered:
        for id_ in place.keys() & letter.versions:
            groups.join(place[letter.id], place[id_])
    return [Family(tuple(ordered[number] for number in group)) for group in groups.all()]


def unjudged(letters: Sequence[Letter], stated: Collection[tuple[str, str]]) -> list[Family]:
    """The families that are versions by the program's judgement: those that stated pairs do not hold together."""
    return [family for family in families_of(letters) if not _held_together(family, stated)]


def _held_together(family: Family, stated: Collection[tuple[str, str]]) -> bool:
    place = {letter.id: number for number, letter in enumerate(family.letters)}
    pairs = ((place[one], place[other]) for one, other in stated if {one, other} <= place.keys())
    groups = Groups(len(place), pairs)
    return all(groups.together((0, number)) for number in place.values())


def counted_in(letters: Sequence[Letter]) -> Mapping[str, str]:
    """For each version that does not count by itself, the one of its family that counts: the fullest."""
    families = ((family, family.fullest.id) for family in families_of(letters))
    return {letter.id: counts for family, counts in families for letter in family.letters if letter.id != counts}
