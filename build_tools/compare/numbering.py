"""Changes get their numbers: first as they are found, at the end in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_tools.compare.kinds import Rule
from build_tools.compare.model import SUBSTANCE, Change, ChangeKind, Piece, Row


@dataclass(slots=True)
class FoundChanges:
    """The changes so far, by provisional number; `references` are those behind a word that refers to a part."""

    changes: dict[int, Change] = field(default_factory=dict)
    references: set[int] = field(default_factory=set)

    def add(self, rule: Rule, before: str, after: str, a: str | None, b: str | None) -> int:
        """Keep a change; the space around words that came or went is no part of what is told of it."""
        if rule.kind in SUBSTANCE:
            before, after = before.strip(), after.strip()
        n = next(reversed(self.changes), 0) + 1  # not by how many there are: two that are one move were taken out
        self.changes[n] = Change(n, rule.kind, rule.name, before, after, a, b)
        return n


def numbered(rows: Sequence[Row], found: FoundChanges) -> tuple[tuple[Row, ...], tuple[Change, ...]]:
    """Rows and changes with their final numbers: in reading order, those of layout alone after all others."""
    order = list(dict.fromkeys(n for row in rows for n in _numbers(row)))
    order.sort(key=lambda n: found.changes[n].kind is ChangeKind.LAYOUT)
    final = {old: new for new, old in enumerate(order, start=1)}
    changes = tuple(_as_number(found.changes[old], n) for old, n in final.items())
    return tuple(_renumbered(row, final) for row in rows), changes


def _as_number(change: Change, n: int) -> Change:
    if change.n == n:
        return change
    return Change(n, change.kind, change.rule, change.before, change.after, change.a, change.b)


def _numbers(row: Row) -> Iterator[int]:
    """The numbers of the changes of a row, in reading order. What moved shows its own changes at its new place."""
    pieces = () if row.moved and row.a else row.pieces
    yield from (n for n in (row.layout, row.moved, *(piece.change for piece in pieces)) if n)


def _renumbered(row: Row, final: Mapping[int, int]) -> Row:
    row = with_changes(row, final)
    if not row.moved and not row.layout:
        return row
    return replace(row, moved=final.get(row.moved, 0), layout=final.get(row.layout, 0))


def with_changes(row: Row, numbers: Mapping[int, int]) -> Row:
    """A row with other numbers for the changes of its pieces, where there are such."""
    if all(numbers.get(piece.change, piece.change) == piece.change for piece in row.pieces):
        return row
    return replace(row, pieces=tuple(_with_number(piece, numbers) for piece in row.pieces))


def _with_number(piece: Piece, numbers: Mapping[int, int]) -> Piece:
    return Piece(piece.a, piece.b, numbers[piece.change], piece.breaks) if piece.change in numbers else piece
