"""What hangs together through pairs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from build_tools.versions.index import Pair


class Groups:
    """Places in a list, joined pair by pair; the leader of a group is its first place."""

    def __init__(self, count: int, pairs: Iterable[Pair] = ()) -> None:
        self._leader = list(range(count))
        for one, other in pairs:
            self.join(one, other)

    def lead(self, place: int) -> int:
        """The first place of the group that a place is in."""
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        first, second = sorted((self.lead(one), self.lead(other)))
        self._leader[second] = first

    def together(self, pair: Pair) -> bool:
        """Whether both places are in one group."""
        return self.lead(pair[0]) == self.lead(pair[1])

    def all(self) -> Sequence[Sequence[int]]:
        """The groups of more than one place, in order."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for place in range(len(self._leader)):
            found[self.lead(place)].append(place)
        return [group for group in found.values() if len(group) > 1]
