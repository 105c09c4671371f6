"""What left its place in the one document and stands at another one in the other: passages, sentences, clauses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.compare.kinds import rule_named
from build_tools.compare.model import Change, ChangeKind, Row
from build_tools.compare.numbering import FoundChanges, with_changes
from build_tools.compare.stream import Profile, likeness, parted_notes
from build_tools.compare.table_rows import follow_table_rows
from build_tools.dutch.tokens import words
from build_tools.model import Kind

RUN = 3
"""Words of a run that two passages may share in any order of passages."""

RATIO = 0.5
"""The part of the runs of the shorter passage that must be shared: more than by what stands at its place
(`stream.LEAST`), for here the place does not speak for it. Chosen by measure on pairs with planted differences."""

REWORDED, SAME_WORDS = 0.2, 0.6
"""The same for a passage that was reworded on its way: so few runs are enough where so large a part of all words of
both is the same, in whatever order. Of two passages on one subject half is, at most."""

LONG = 12
"""Words from which that tells: of a few words many are the same by chance."""

LEAST = 5
"""A passage with fewer words is not followed on its own: "Tot slot" may stand anywhere."""

COMMON = 64
"""A run that so many passages have says nothing about which belong together."""

SHORT = (Kind.HEADING, Kind.ITEM)
"""Kinds of passages that are followed however few words they have, where there is one such in either document."""

FAR, NEAR = 8, 4
"""So many words that were dropped and added word for word moved, between rows and within one."""

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MoveLikeness:
    """How much passage `i` of the one and `j` of the other document have in common."""

    i: int
    j: int
    strength: float


def moved_pairs(
    free_a: Sequence[int], free_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile]
) -> list[tuple[int, int]]:
    """The pairs of what is in no row: the most alike first, then parts beside these, then short ones that go along, and
    headings and items that stay as they are.
    """
    left_a, left_b = set(free_a), set(free_b)
    pairs: list[tuple[int, int]] = []

    def take(i: int, j: int) -> None:
        pairs.append((i, j))
        left_a.discard(i)
        left_b.discard(j)

    found = sorted(_alike(free_a, free_b, a, b), key=lambda link: (-link.strength, link.i, link.j))
    for link in found:
        if link.i in left_a and link.j in left_b:
            take(link.i, link.j)
    for link in found:
        around = {(link.i, link.j - 1), (link.i, link.j + 1), (link.i - 1, link.j), (link.i + 1, link.j)}
        if (link.i in left_a or link.j in left_b) and around & set(pairs):
            take(link.i, link.j)
    for step in (-1, 1):
        for i, j in sorted(pairs, reverse=step > 0):
            while i + step in left_a and j + step in left_b and a[i + step].words == b[j + step].words:
                i, j = i + step, j + step
                take(i, j)
    for i, j in _same_short(left_a, left_b, a, b):
        take(i, j)
    return pairs


def _same_short(
    left_a: Iterable[int], left_b: Iterable[int], a: Sequence[Profile], b: Sequence[Profile]
) -> list[tuple[int, int]]:
    """Headings and items of the same words, of which either document has one such: a paragraph went over it, or it over
    one; a list got another order.
    """
    one, other = ({own[at].words: at for at in sorted(left)} for left, own in ((left_a, a), (left_b, b)))
    count = [Counter(profile.words for profile in own) for own in (a, b)]
    return [
        (i, other[words])
        for words, i in one.items()
        if any(words) and words in other and count[0][words] == count[1][words] == 1
        if a[i].passage.kind is b[other[words]].passage.kind in SHORT
    ]


def _alike(
    free_a: Sequence[int], free_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile]
) -> Iterator[MoveLikeness]:
    """Passages that share many runs of words, a note only with a note."""
    runs_b = {j: runs_of(b[j].words) for j in free_b if len(b[j].words) >= LEAST}
    having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, runs in runs_b.items():
        for run in runs:
            having[run].append(j)
    for i in free_a:
        own = runs_of(a[i].words) if len(a[i].words) >= LEAST else frozenset()
        places = (having[run] for run in own if run in having and len(having[run]) <= COMMON)
        for j, shared in sorted(Counter(j for js in places for j in js).items()):
            notes = (Kind.NOTE in (a[i].passage.kind, b[j].passage.kind)) and a[i].passage.kind != b[j].passage.kind
            fewer = min(len(own), len(runs_b[j]))
            alike = shared >= RATIO * fewer or (shared >= REWORDED * fewer and _same_words(a[i], b[j]))
            if not notes and not parted_notes(a[i], b[j]) and alike:
                yield MoveLikeness(i, j, shared * (1 + shared / (len(own) + len(runs_b[j]) - shared)))


def _same_words(one: Profile, other: Profile) -> bool:
    return min(len(one.words), len(other.words)) >= LONG and likeness(one.words, other.words) >= SAME_WORDS


def runs_of(own: Sequence[str]) -> Runs:
    """The runs of words of a passage."""
    return frozenset(zip(own, own[1:], own[2:], strict=False))


def follow(rows: Sequence[Row], found: FoundChanges) -> list[Row]:
    """The rows with one number for what was dropped here and added there, word for word: in the same row first."""
    rows = [follow_table_rows(row, found) for row in rows]
    same: dict[int, int] = {}
    may_move = {n for n, change in found.changes.items() if change.kind in (ChangeKind.DROPPED, ChangeKind.ADDED)}
    for row in rows:
        numbers = [n for n in dict.fromkeys(piece.change for piece in row.pieces) if n in may_move]
        if len(numbers) > 1:
            same |= _joined([found.changes[n] for n in numbers if n in found.changes], NEAR, found)
    same |= _joined([*found.changes.values()], FAR, found)
    return [with_changes(row, same) for row in rows]


def _joined(changes: Sequence[Change], least: int, found: FoundChanges) -> dict[int, int]:
    """Changes of these that are one: the number of what was added, and that of what was dropped."""
    dropped: defaultdict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in changes:
        long = change.kind is ChangeKind.DROPPED and _may_have(change.before, least)
        if long and len(own := words(change.before)) >= least:
            dropped[tuple(own)].append(change)
    same: dict[int, int] = {}
    rule = rule_named("verplaatst")
    for change in changes:
        if not dropped or change.kind is not ChangeKind.ADDED or not _may_have(change.after, least):
            continue
        if left := dropped.get(tuple(words(change.after))):
            old = left.pop(0)
            same[change.n] = old.n
            found.changes[old.n] = replace(old, kind=rule.kind, rule=rule.name, after=change.after, b=change.b)
            del found.changes[change.n]
    return same


def _may_have(text: str, least: int) -> bool:
    """Whether a text is long enough for so many words, and not one alone, as most are."""
    return len(text) >= least and not text.isalpha()
