"""A row of a table that went to another place of it: what stayed in it moved, and only what changed in it is told as
changed, as of a passage that moved.

After `follow_table_rows`: the pieces say the same as before; those of a row that moved have its number, or that of a
change in it, at its old place and at its new one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from operator import itemgetter

from build_tools.compare.kinds import Edit, rule_named, rule_of
from build_tools.compare.model import ChangeKind, Piece, Row, Side
from build_tools.compare.numbering import FoundChanges
from build_tools.compare.words.tables import COMPARED, TextRow, likeness, row_stretches
from build_tools.dutch.tokens import words
from build_tools.model import NEXT_CELL, NEXT_ROW

ALIKE = 0.5
"""The part of its words that a row keeps on its way, where its label does not say that it is the same: half, as of a
passage that moved."""


@dataclass(frozen=True, slots=True)
class LoneRow:
    """A row that only one document has at a place of a table: the number of its piece, and the text of that."""

    at: int
    text: str


def follow_table_rows(row: Row, found: FoundChanges) -> Row:
    """The row with the numbers of moves for what only one document has in either place of a table."""
    gone = [*_lone(row.pieces, ChangeKind.DROPPED, found)]
    come = [*_lone(row.pieces, ChangeKind.ADDED, found)] if gone else []
    pieces: dict[int, tuple[Piece, ...]] = {}
    for one, other in _same(gone, come, _labels(row)) if come else ():
        pieces[one.at], pieces[other.at] = _moved(row, one, other, found)
    if not pieces:
        return row
    return replace(row, pieces=tuple(part for at, own in enumerate(row.pieces) for part in pieces.get(at, (own,))))


def _lone(pieces: Sequence[Piece], kind: ChangeKind, found: FoundChanges) -> Iterator[LoneRow]:
    """The whole rows of a table that came, or that went."""
    for at, piece in enumerate(pieces):
        text = piece.a or piece.b
        whole = NEXT_CELL in text and text.count(NEXT_ROW) == 1 and NEXT_ROW in (text[0], text[-1])
        if whole and piece.change and found.changes[piece.change].kind is kind:
            yield LoneRow(at, text)


def _labels(row: Row) -> Counter[str]:
    """How often a first cell stands in that document which has it more often."""
    one, other = (Counter(_label(_cells(line)[0]) for line in row.text(side).split(NEXT_ROW)) for side in Side)
    return one | other


def _cells(text: str) -> tuple[str, ...]:
    return tuple(text.strip(NEXT_ROW).split(NEXT_CELL))


def _label(cell: str) -> str:
    return " ".join(words(cell))


def _same(
    gone: Sequence[LoneRow], come: Sequence[LoneRow], labels: Mapping[str, int]
) -> Iterator[tuple[LoneRow, LoneRow]]:
    """The pairs that are one row, the most alike first."""
    worth = {(one, other): _worth(one.text, other.text, labels) for one, other in _looked_at(gone, come, labels)}
    taken: set[LoneRow] = set()
    for pair in sorted(worth, key=lambda own: (-worth[own], own[0].at, own[1].at)):
        if worth[pair] >= ALIKE and taken.isdisjoint(pair):
            taken.update(pair)
            yield pair


def _looked_at(
    gone: Sequence[LoneRow], come: Sequence[LoneRow], labels: Mapping[str, int]
) -> Iterable[tuple[LoneRow, LoneRow]]:
    """Each with each; where these are too many, those of a label that no other row has."""
    if len(gone) * len(come) <= COMPARED:
        return product(gone, come)
    named = {_label(_cells(row.text)[0]): row for row in come}
    own = ((_label(_cells(row.text)[0]), row) for row in gone)
    return ((row, named[label]) for label, row in own if label in named and labels[label] == 1)


def _worth(one: str, other: str, labels: Mapping[str, int]) -> float:
    """How alike two rows are; a label that several rows have says nothing of it."""
    mine, theirs = (_cells(text) for text in (one, other))
    shared = labels[_label(mine[0])] > 1
    return likeness(TextRow(mine[shared:], (), ""), TextRow(theirs[shared:], (), ""))


def _moved(row: Row, one: LoneRow, other: LoneRow, found: FoundChanges) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces at the old and at the new place; what was dropped and added is one move, with its changes."""
    old, new = (found.changes.pop(row.pieces[own.at].change) for own in (one, other))
    move = found.add(rule_named("verplaatst"), old.before, new.after, old.a, new.b)
    parts: list[tuple[str, str, int]] = []
    mine, theirs = (TextRow(_cells(own.text), (), "") for own in (one, other))
    for a, b, *_ in row_stretches(mine, theirs, by_column=False):
        n = found.add(rule_of(Edit(a, b)), a, b, old.a, new.b) if a != b else move
        parts.append((a, b, n))
    left = _with_end(one.text, [(a, n) for a, _, n in parts], move)
    here = _with_end(other.text, [(b, n) for _, b, n in parts], move)
    return tuple(Piece(text, "", n) for text, n in left), tuple(Piece("", text, n) for text, n in here)


def _with_end(text: str, parts: Sequence[tuple[str, int]], move: int) -> Iterator[tuple[str, int]]:
    """The parts of a row with the end that stands before it or behind it; neighbours of one number are one."""
    before, behind = (NEXT_ROW, "") if text[0] == NEXT_ROW else ("", NEXT_ROW)
    whole = [(before, move), *(part for part in parts if part[0]), (behind, move)]
    for n, group in groupby(whole, key=itemgetter(1)):
        if joined := "".join(own for own, _ in group):
            yield joined, n
