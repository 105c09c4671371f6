"""What shares no runs of words with anything, but stands at the right place: likely partners, and loose ends."""

from collections import Counter
from collections.abc import Iterator, Sequence

from build_tools.compare.groups import Group, heaviest_chain
from build_tools.compare.links import PassageLink, Profile
from build_tools.model import Kind

LIKENESS = 0.55
"""The part of their words that passages at the same place share, when they share no runs of words."""

TABLES = 0.25
"""The same for tables: their heads and labels stay where all figures are new, in a table of four columns a quarter."""

COMPARED = 10_000
"""The most pairs of passages that are looked at between two rows."""


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


def _likely(
    only_a: Sequence[int], only_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile]
) -> Iterator[PassageLink]:
    counts = {j: Counter(b[j].words) for j in only_b}
    for i in only_a:
        own = Counter(a[i].words)
        for j in only_b:
            shared = (own & counts[j]).total()
            likeness = 2 * shared / max(1, own.total() + counts[j].total())
            least = TABLES if a[i].passage.kind is Kind.TABLE else LIKENESS
            if likeness >= least and a[i].passage.kind == b[j].passage.kind:
                yield PassageLink(i, j, shared, likeness, likeness)


def _parted(chain: Sequence[PassageLink]) -> Iterator[PassageLink]:
    """A chain in which no two links share a passage: the first of those that do."""
    i, j = -1, -1
    for link in chain:
        if link.i > i and link.j > j:
            yield link
            i, j = link.i, link.j


def with_fragments(
    rows: Sequence[Group], moves: Sequence[Group], a: Sequence[Profile], b: Sequence[Profile]
) -> list[Group]:
    """The rows, each with the passage beside it that is but the end or begin of its text, loose in one print."""
    gone = {i for move in moves for i in move.a} | {i for row in rows for i in row.a}
    come = {j for move in moves for j in move.b} | {j for row in rows for j in row.b}
    result = []
    for row in rows:
        own_a = _fragments(row.a, gone, a, _words(row.a, a), _words(row.b, b))
        own_b = _fragments(row.b, come, b, _words(row.b, b), _words(row.a, a))
        gone |= set(own_a)
        come |= set(own_b)
        result.append(Group(own_a, own_b))
    return result


def _words(places: Sequence[int], profiles_: Sequence[Profile]) -> tuple[str, ...]:
    return tuple(word for place in places for word in profiles_[place].words)


def _fragments(
    places: tuple[int, ...], taken: set[int], own: Sequence[Profile], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[int, ...]:
    """The places of a row, with the next or previous one when just its words are missing there."""
    after, before = places[-1] + 1, places[0] - 1
    words = own[after].words if after < len(own) and after not in taken else ()
    if words and theirs[-len(words) :] == words != mine[-len(words) :]:
        return (*places, after)
    words = own[before].words if before >= 0 and before not in taken else ()
    if words and theirs[: len(words)] == words != mine[: len(words)]:
        return (before, *places)
    return places
