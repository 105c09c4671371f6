"""Sentences that left one place and stand at another, word for word: their two changes become one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from build_tools.compare.kinds import rule_named
from build_tools.compare.model import Change, ChangeKind, Piece, Row
from build_tools.compare.numbering import FoundChanges
from build_tools.dutch.tokens import words

LEAST = 8
"""So many words that are the same by chance are unlikely."""


def follow(rows: Sequence[Row], found: FoundChanges) -> list[Row]:
    """The rows with the number of the move at both of its places."""
    dropped: defaultdict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in found.changes.values():
        if change.kind is ChangeKind.DROPPED and len(own := words(change.before)) >= LEAST:
            dropped[tuple(own)].append(change)
    same: dict[int, int] = {}
    for change in [*found.changes.values()]:
        if change.kind is ChangeKind.ADDED and (left := dropped.get(tuple(words(change.after)))):
            old = left.pop(0)
            same[change.n] = old.n
            rule = rule_named("verplaatst")
            found.changes[old.n] = replace(old, kind=rule.kind, rule=rule.name, after=change.after, b=change.b)
            del found.changes[change.n]
    return [replace(row, pieces=tuple(_followed(piece, same) for piece in row.pieces)) for row in rows]


def _followed(piece: Piece, same: dict[int, int]) -> Piece:
    return replace(piece, change=same[piece.change]) if piece.change in same else piece
