"""Which passages of two documents stand across each other, which moved, and which stand in one of them only.

Order comes first: what shares words in the same order makes rows; what stands at the same place between two rows is
paired; only what is then left may have moved. After `align`: every passage of either document is in exactly one group
of its own side (moved ones in two groups that share a number), and the groups have the passages of each document in
order.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.compare.gaps import MUCH, fit, keeps_sentence, much_alike, paired
from build_tools.compare.kinds import behind_label
from build_tools.compare.moves import moved_pairs
from build_tools.compare.stream import PARTLY, PassageLink, Profile, likeness, links, profiles, shared_words
from build_tools.compare.words.word_diff import word_diff
from build_tools.model import Kind, Passage

FEW = 3
"""So many paragraphs that only one document has are told one by one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring passages of either document (by place) that belong together; `moved` numbers what moved. `formal`
    says that only one document has them, and as a part of its form.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    moved: int = 0
    formal: bool = False


Pairing = Callable[[Sequence[int], Sequence[int], Sequence[Profile], Sequence[Profile]], list[tuple[int, int]]]
"""How the passages in a gap, of either document, are paired."""


def align(a: Sequence[Passage], b: Sequence[Passage]) -> list[Group]:
    """The groups in reading order: between two rows first what only `a` has, then what only `b` has."""
    one, other = profiles(a, b), profiles(b, a)
    rows = with_edges(with_gaps(rows_of(links(one, other)), [], one, other, much_alike), one, other)
    moves = grouped(moved_pairs(_free(rows, "a", len(a)), _free(rows, "b", len(b)), one, other))
    rows = with_gaps(rows, moves, one, other, paired)
    groups = with_heads_first(in_order(rows, moves, len(a), len(b)), one, other)
    return [part for group in groups for part in _one_by_one(group, one, other)]


def rows_of(found: Sequence[PassageLink]) -> list[Group]:
    """Links that share a passage make one row: a passage that was split, or several that were merged."""
    rows: list[tuple[PassageLink, PassageLink]] = []
    for link in found:
        if not rows or (link.i > rows[-1][1].i and link.j > rows[-1][1].j):
            rows.append((link, link))
        else:
            rows[-1] = rows[-1][0], link
    return [Group(tuple(range(first.i, last.i + 1)), tuple(range(first.j, last.j + 1))) for first, last in rows]


def _free(rows: Sequence[Group], side: str, end: int) -> list[int]:
    """The passages of one side that are in no row."""
    taken = {place for row in rows for place in getattr(row, side)}
    return [place for place in range(end) if place not in taken]


def with_gaps(
    rows: Sequence[Group], moves: Sequence[Group], a: Sequence[Profile], b: Sequence[Profile], pairs: Pairing
) -> list[Group]:
    """The rows, and between them the pairs of what stands at the same place and did not move."""
    gone = {i for move in moves for i in move.a}
    come = {j for move in moves for j in move.b}
    result: list[Group] = []
    i, j = 0, 0
    for row in (*rows, Group((len(a),), (len(b),))):
        only_a = [place for place in range(i, row.a[0]) if place not in gone]
        only_b = [place for place in range(j, row.b[0]) if place not in come]
        if only_a and only_b:
            result += [Group((k,), (m,)) for k, m in pairs(only_a, only_b, a, b)]
        result.append(row)
        i, j = row.a[-1] + 1, row.b[-1] + 1
    return result[:-1]


def with_edges(rows: Sequence[Group], a: Sequence[Profile], b: Sequence[Profile]) -> list[Group]:
    """The rows, each with the passage beside it that only one document has, if the other side begins or ends like it:
    the line above a list, where list and line became one paragraph.
    """
    result = [Group((-1,), (-1,)), *rows, Group((len(a),), (len(b),))]
    for at in range(1, len(result) - 1):
        before, row, after = result[at - 1 : at + 2]
        gaps = [(row.a[0] - before.a[-1], row.b[0] - before.b[-1]), (after.a[0] - row.a[-1], after.b[0] - row.b[-1])]
        for forward, (in_a, in_b) in enumerate(gaps):
            alone = min(in_a, in_b) == 1
            if in_a > 1:
                row = replace(row, a=_reaching(row.a, row.b, a, b, bool(forward), alone))
            if in_b > 1:
                row = replace(row, b=_reaching(row.b, row.a, b, a, bool(forward), alone))
        result[at] = row
    return result[1:-1]


def _reaching(
    own: tuple[int, ...],
    others: tuple[int, ...],
    a: Sequence[Profile],
    b: Sequence[Profile],
    forward: bool,
    alone: bool,
) -> tuple[int, ...]:
    """Places of a row of the one document, with the next one if it says what the other document has there besides.

    It must say more of that where it is not alone: what the other document has there may be the same thing reworded.
    """
    place = own[-1] + 1 if forward else own[0] - 1
    least, words = PARTLY if alone else MUCH, a[place].words
    mine, theirs = ([word for at in row for word in texts[at].words] for row, texts in ((own, a), (others, b)))
    most = shared_words(words, theirs)  # the words that are left can share no more: comparing them takes long
    may_be = alone or 2 * most >= least * (len(words) + most)
    if not may_be or not fit(a[place], b[others[-1 if forward else 0]]):
        return own
    edge = word_diff(mine, theirs)[-1 if forward else 0]
    besides = [] if edge.equal else theirs[edge.b0 : edge.b1]
    if likeness(words, besides) < least and not (alone and keeps_sentence(a[place], besides)):
        return own
    return (*own, place) if forward else (place, *own)


def grouped(pairs: Sequence[tuple[int, int]]) -> list[Group]:
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


def with_heads_first(groups: Sequence[Group], a: Sequence[Profile], b: Sequence[Profile]) -> list[Group]:
    """What only one document has begins with its own heading, where all headings are alike but for their number: of a
    new first annex that is `Bijlage 1`, and the old one is `Bijlage 2` today.
    """
    result: list[Group] = []
    for group in groups:
        row = result[-1] if result else Group((), ())
        alone = not group.moved and not (group.a and group.b)
        if not alone or row.moved or not len(row.a) == len(row.b) == 1:
            result.append(group)
        elif group.a and _numbered_alike((*row.a, group.a[-1]), a):
            result[-1:] = [Group((*row.a, *group.a[:-1]), ()), replace(row, a=group.a[-1:])]
        elif group.b and _numbered_alike((*row.b, group.b[-1]), b):
            result[-1:] = [Group((), (*row.b, *group.b[:-1])), replace(row, b=group.b[-1:])]
        else:
            result.append(group)
    return result


def _numbered_alike(places: Sequence[int], own: Sequence[Profile]) -> bool:
    """Whether all these passages are headings of one word and a number: `Bijlage 1`, `Bijlage 2`."""
    passages = [own[place].passage for place in places]
    bare = all(passage.kind is Kind.HEADING and not behind_label(passage.text) for passage in passages)
    firsts = {passage.text.partition(" ")[0] for passage in passages}
    return bare and len(firsts) == 1 and all(firsts)


def _one_by_one(group: Group, a: Sequence[Profile], b: Sequence[Profile]) -> Iterator[Group]:
    """A few paragraphs that only one document has are told one by one; a section or an annex is one thing. What belongs
    to the form of a letter is never told with a paragraph.
    """
    if group.moved or (group.a and group.b):
        yield group
        return
    own = a if group.a else b
    for formal, neighbours in groupby(group.a or group.b, lambda at: bool(own[at].formal)):
        places = tuple(neighbours)
        few = len(places) <= FEW and not any(own[at].passage.kind is Kind.HEADING for at in places)
        for part in zip(places) if few or formal else (places,):
            yield Group(part, (), formal=formal) if group.a else Group((), part, formal=formal)


def in_order(rows: Sequence[Group], moves: Sequence[Group], end_a: int, end_b: int) -> list[Group]:
    """All groups in reading order; what is in no row stands alone, neighbours together."""
    gone = {move.a[0]: move for move in moves}
    come = {move.b[0]: move for move in moves}
    starts_a, starts_b = sorted(gone), sorted(come)
    result: list[Group] = []
    i, j = 0, 0
    for row in (*rows, Group((end_a,), (end_b,))):
        result += [replace(group, b=()) for group in _alone(i, row.a[0], gone, starts_a, "a")]
        result += _alone(j, row.b[0], come, starts_b, "b")
        result.append(row)
        i, j = row.a[-1] + 1, row.b[-1] + 1
    return result[:-1]


def _alone(start: int, end: int, moves: dict[int, Group], starts: Sequence[int], side: str) -> Iterator[Group]:
    """The places [start, end) of one side: moved groups, and between these the rest as one group each."""
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
