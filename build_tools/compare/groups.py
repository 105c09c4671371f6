"""Groups of passages that stand across each other, and the chain of links that they are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.compare.links import PassageLink


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring passages of either document (by place) that belong together; `moved` numbers what moved."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    moved: int = 0


def heaviest_chain(found: Sequence[PassageLink]) -> list[PassageLink]:
    """The links (sorted) of most weight that never go back on either side; several may share a passage."""
    reach: list[tuple[float, int]] = [(0.0, -1)] * (max((link.j for link in found), default=0) + 2)
    before: list[int] = []
    for index, link in enumerate(found):
        weight, previous = _most(reach, link.j + 1)
        before.append(previous)
        _raise(reach, link.j + 1, (weight + link.weight, index))
    chain = []
    at = _most(reach, len(reach) - 1)[1]
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _most(reach: Sequence[tuple[float, int]], at: int) -> tuple[float, int]:
    """The greatest value up to a place, in a tree of partial maxima."""
    best = (0.0, -1)
    while at > 0:
        best = max(best, reach[at], key=lambda entry: entry[0])
        at -= at & -at
    return best


def _raise(reach: list[tuple[float, int]], at: int, entry: tuple[float, int]) -> None:
    while at < len(reach):
        if entry[0] > reach[at][0]:
            reach[at] = entry
        at += at & -at
