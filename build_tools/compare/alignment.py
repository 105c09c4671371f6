"""Which passages of two documents stand across each other, which moved, and which stand in one of them only.

After `align`: every passage of either document is in exactly one group of its own side (moved ones in two groups
that share a number), and the groups have the passages of each document in order.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.compare.groups import Group, heaviest_chain
from build_tools.compare.links import PassageLink, Profile, links, profiles
from build_tools.compare.neighbours import with_fragments, with_likely
from build_tools.model import Kind, Passage

FEW = 3
"""So many paragraphs that only one document has are told one by one."""

MOVED_RATIO = 0.5
"""The part of the runs of the shorter passage that must be shared by what moved: more than by what stands at its place
(`links.LEAST`), for here the place does not speak for it. Chosen by measure on pairs with planted differences."""

MOVED_WORDS = 5
"""A passage with fewer words is not followed on its own: "Tot slot" may stand anywhere."""


def align(a: Sequence[Passage], b: Sequence[Passage]) -> list[Group]:
    """The groups in reading order: between two rows first what only `a` has, then what only `b` has."""
    one, other = profiles(a), profiles(b)
    found = links(one, other)
    rows = rows_of(heaviest_chain(found))
    moves = moved(found, rows, one, other)
    rows = with_fragments(with_likely(rows, moves, one, other), moves, one, other)
    return [part for group in in_order(rows, moves, len(a), len(b)) for part in _one_by_one(group, a, b)]


def rows_of(chain: Sequence[PassageLink]) -> list[Group]:
    """Links that share a passage make one row: a passage that was split, or several that were merged."""
    rows: list[Group] = []
    for link in chain:
        last = rows[-1] if rows else Group((-2,), (-2,))
        i, j = last.a[-1], last.b[-1]
        if link.i > i and link.j > j:
            rows.append(Group((link.i,), (link.j,)))
        elif link.i - i + link.j - j == 1:
            rows[-1] = Group(_with(last.a, link.i), _with(last.b, link.j))
    return rows


def moved(
    found: Sequence[PassageLink], rows: Sequence[Group], a: Sequence[Profile], b: Sequence[Profile]
) -> list[Group]:
    """What is in no row here and none there, and is much alike: the strongest links first, neighbours as one."""
    free_a = set(range(len(a))) - {i for row in rows for i in row.a}
    free_b = set(range(len(b))) - {j for row in rows for j in row.b}
    pairs: list[tuple[int, int]] = []

    def take(i: int, j: int) -> None:
        pairs.append((i, j))
        free_a.discard(i)
        free_b.discard(j)

    strong = [
        link
        for link in sorted(found, key=lambda link: (-link.strength, link.i, link.j))
        if link.ratio >= MOVED_RATIO and min(len(a[link.i].words), len(b[link.j].words)) >= MOVED_WORDS
    ]
    for link in strong:
        if link.i in free_a and link.j in free_b:
            take(link.i, link.j)
    for link in strong:
        around = {(link.i, link.j - 1), (link.i, link.j + 1), (link.i - 1, link.j), (link.i + 1, link.j)}
        if (link.i in free_a or link.j in free_b) and around & set(pairs):
            take(link.i, link.j)
    for step in (-1, 1):
        for i, j in sorted(pairs, reverse=step > 0):
            while i + step in free_a and j + step in free_b and a[i + step].words == b[j + step].words:
                i, j = i + step, j + step
                take(i, j)
    return _numbered(pairs)


def _numbered(pairs: Sequence[tuple[int, int]]) -> list[Group]:
    """Pairs beside each other as one move; a passage that was split or merged on its way is in two of them."""
    groups: list[Group] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for i, j in sorted(pairs):
        last = groups[-1] if groups else Group((-2,), (-2,))
        beside = 0 <= i - last.a[-1] <= 1 and 0 <= j - last.b[-1] <= 1
        if beside and (i in last.a or i not in used_a) and (j in last.b or j not in used_b):
            groups[-1] = replace(last, a=_with(last.a, i), b=_with(last.b, j))
        elif i not in used_a and j not in used_b:
            groups.append(Group((i,), (j,), len(groups) + 1))
        else:
            continue
        used_a.add(i)
        used_b.add(j)
    return groups


def _with(places: tuple[int, ...], place: int) -> tuple[int, ...]:
    return places if place in places else (*places, place)


def _one_by_one(group: Group, a: Sequence[Passage], b: Sequence[Passage]) -> Iterator[Group]:
    """A few paragraphs that only one document has are told one by one; a section or an annex is one thing."""
    alone = [a[i] for i in group.a] if not group.b else [b[j] for j in group.b] if not group.a else []
    if group.moved or not 1 < len(alone) <= FEW or any(passage.kind is Kind.HEADING for passage in alone):
        yield group
        return
    yield from (Group((i,), ()) for i in group.a)
    yield from (Group((), (j,)) for j in group.b)


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
