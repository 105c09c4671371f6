"""Which passages of two documents stand across each other, which moved, and which stand in one of them only.

After `align`: every passage of either document is in exactly one group of its own side (moved ones in two groups
that share a number), and the groups have the passages of each document in order.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.compare.links import Link, Profile, links, profiles
from build_tools.compare.model import Passage

MOVED_RATIO = 0.5
MOVED_WORDS = 5
"""A passage with fewer words is not followed on its own: "Tot slot" may stand anywhere."""

LIKENESS = 0.55
"""The part of their words that passages at the same place share, when they share no runs of words."""

COMPARED = 10_000
"""The most pairs of passages that are looked at between two rows."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring passages of either document (by place) that belong together; `moved` numbers what moved."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    moved: int = 0


def align(a: Sequence[Passage], b: Sequence[Passage]) -> list[Group]:
    """The groups in reading order: between two rows first what only `a` has, then what only `b` has."""
    one, other = profiles(a), profiles(b)
    found = links(one, other)
    rows = rows_of(heaviest_chain(found))
    moves = moved(found, rows, one, other)
    rows = with_likely(rows, moves, one, other)
    return in_order(rows, moves, len(a), len(b))


def heaviest_chain(found: Sequence[Link]) -> list[Link]:
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


def rows_of(chain: Sequence[Link]) -> list[Group]:
    """Links that share a passage make one row: a passage that was split, or several that were merged."""
    rows: list[Group] = []
    for link in chain:
        last = rows[-1] if rows else Group((-2,), (-2,))
        i, j = last.a[-1], last.b[-1]
        if link.i > i and link.j > j:
            rows.append(Group((link.i,), (link.j,)))
        elif link.i - i + link.j - j == 1:
            rows[-1] = Group((*last.a, link.i) if link.i > i else last.a, (*last.b, link.j) if link.j > j else last.b)
    return rows


def moved(found: Sequence[Link], rows: Sequence[Group], a: Sequence[Profile], b: Sequence[Profile]) -> list[Group]:
    """What is in no row here and none there, and is much alike: the strongest links first, neighbours as one."""
    free_a = set(range(len(a))) - {i for row in rows for i in row.a}
    free_b = set(range(len(b))) - {j for row in rows for j in row.b}
    pairs: dict[int, int] = {}

    def take(i: int, j: int) -> None:
        pairs[i] = j
        free_a.discard(i)
        free_b.discard(j)

    for link in sorted(found, key=lambda link: (-link.shared, link.i, link.j)):
        enough = link.ratio >= MOVED_RATIO and min(len(a[link.i].words), len(b[link.j].words)) >= MOVED_WORDS
        if enough and link.i in free_a and link.j in free_b:
            take(link.i, link.j)
    for step in (-1, 1):
        for i, j in sorted(pairs.items(), reverse=step > 0):
            while i + step in free_a and j + step in free_b and a[i + step].words == b[j + step].words:
                i, j = i + step, j + step
                take(i, j)
    return _numbered(pairs)


def _numbered(pairs: dict[int, int]) -> list[Group]:
    groups: list[Group] = []
    for i, j in sorted(pairs.items()):
        last = groups[-1] if groups else None
        if last and last.a[-1] == i - 1 and last.b[-1] == j - 1:
            groups[-1] = replace(last, a=(*last.a, i), b=(*last.b, j))
        else:
            groups.append(Group((i,), (j,), len(groups) + 1))
    return groups


def with_likely(
    rows: Sequence[Group], moves: Sequence[Group], a: Sequence[Profile], b: Sequence[Profile]
) -> list[Group]:
    """The rows, and between them the passages at the same place that are alike word by word."""
    gone = {i for move in moves for i in move.a}
    come = {j for move in moves for j in move.b}
    result: list[Group] = []
    i, j = 0, 0
    for row in (*rows, Group((len(a),), (len(b),))):
        only_a = [place for place in range(i, row.a[0]) if place not in gone]
        only_b = [place for place in range(j, row.b[0]) if place not in come]
        if only_a and only_b and len(only_a) * len(only_b) <= COMPARED:
            pairs = list(_likely(only_a, only_b, a, b))
            result += [Group((link.i,), (link.j,)) for link in _parted(heaviest_chain(pairs))]
        result.append(row)
        i, j = row.a[-1] + 1, row.b[-1] + 1
    return result[:-1]


def _likely(only_a: Sequence[int], only_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile]) -> Iterator[Link]:
    counts = {j: Counter(b[j].words) for j in only_b}
    for i in only_a:
        own = Counter(a[i].words)
        for j in only_b:
            shared = (own & counts[j]).total()
            likeness = 2 * shared / max(1, own.total() + counts[j].total())
            if likeness >= LIKENESS and a[i].passage.kind == b[j].passage.kind:
                yield Link(i, j, shared, likeness)


def _parted(chain: Sequence[Link]) -> Iterator[Link]:
    """A chain in which no two links share a passage: the first of those that do."""
    i, j = -1, -1
    for link in chain:
        if link.i > i and link.j > j:
            yield link
            i, j = link.i, link.j


def in_order(rows: Sequence[Group], moves: Sequence[Group], end_a: int, end_b: int) -> list[Group]:
    """All groups in reading order; what is in no row stands alone, neighbours together."""
    gone = {move.a[0]: move for move in moves}
    come = {move.b[0]: move for move in moves}
    result: list[Group] = []
    i, j = 0, 0
    for row in (*rows, Group((end_a,), (end_b,))):
        result += [replace(group, b=()) for group in _alone(i, row.a[0], gone, "a")]
        result += _alone(j, row.b[0], come, "b")
        result.append(row)
        i, j = row.a[-1] + 1, row.b[-1] + 1
    return result[:-1]


def _alone(start: int, end: int, moves: dict[int, Group], side: str) -> Iterator[Group]:
    """The places [start, end) of one side: moved groups, and between these the rest as one group each."""
    starts = sorted(moves)
    while start < end:
        if start in moves:
            yield moves[start]
            start += len(getattr(moves[start], side))
            continue
        following = bisect_right(starts, start)
        stop = min(end, starts[following]) if following < len(starts) else end
        places = tuple(range(start, stop))
        yield Group(places, ()) if side == "a" else Group((), places)
        start = stop
