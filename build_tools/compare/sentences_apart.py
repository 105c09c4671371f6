"""Sentences that stand word for word in another stretch that changed: they moved, and are told apart from what was
rewritten, came or went around them.

After `sentences_apart`: the rows have the same texts; where such sentences went and where they came, they are a change
of their own, so that `moves.follow` sees that both are one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.compare.kinds import Edit, rule_of
from build_tools.compare.model import Change, ChangeKind, Piece, Row, Side
from build_tools.compare.moves import FAR
from build_tools.compare.numbering import FoundChanges
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.sentences import sentences
from build_tools.dutch.tokens import BOUNDARY, words

KINDS = {
    Side.A: (ChangeKind.WORD, ChangeKind.DROPPED),
    Side.B: (ChangeKind.WORD, ChangeKind.ADDED),
}
"""Changes by which sentences can have gone, and those by which they can have come."""


@dataclass(frozen=True, slots=True)
class SaidSentence:
    """A sentence of one side of a change: its words, and where it begins and ends."""

    words: tuple[str, ...]
    start: int
    end: int


Place = tuple[Side, int, int]
"""A stretch of one side of a change: where it begins and ends."""


def sentences_apart(rows: Sequence[Row], found: FoundChanges) -> list[Row]:
    """The rows, in which what moved is apart; a passage that came or went as a whole stays whole."""
    long = {n for n, change in found.changes.items() if max(len(change.before), len(change.after)) > 2 * FAR}
    told = (piece.change for row in rows if not row.alone or row.moved for piece in row.pieces)
    moved = dict(_moved([found.changes[n] for n in dict.fromkeys(n for n in told if n in long)]))
    if not moved:
        return [*rows]
    parts = {
        piece.change: _parted(piece, moved[piece.change], found)
        for piece in {piece.change: piece for row in rows for piece in row.pieces if piece.change in moved}.values()
    }
    return [_with_parts(row, parts) for row in rows]


def _with_parts(row: Row, parts: Mapping[int, tuple[Piece, ...]]) -> Row:
    if not any(piece.change in parts for piece in row.pieces):
        return row
    return replace(row, pieces=tuple(part for piece in row.pieces for part in parts.get(piece.change, (piece,))))


def _moved(changes: Sequence[Change]) -> Iterator[tuple[int, Place]]:
    """What moved out of a change and into another one, by their numbers: once of each change."""
    gone, come = ({change.n: _said(change, side) for change in changes} for side in Side)
    places = _single(gone)
    used: set[int] = set()
    for n, said in come.items():
        for j, own in enumerate(said):
            old, i = places.get(own.words, (n, 0))
            if old == n or len(own.words) < FAR or {old, n} & used:
                continue
            length = alike_ahead([one.words for one in gone[old][i:]], [one.words for one in said[j:]])
            used |= {old, n}
            yield old, (Side.A, gone[old][i].start, gone[old][i + length - 1].end)
            yield n, (Side.B, own.start, said[j + length - 1].end)


def _said(change: Change, side: Side) -> list[SaidSentence]:
    """The sentences of one side of a change; none where there is no room for one, or where a passage ends."""
    text = change.of(side)
    if change.kind not in KINDS[side] or text.count(" ") < FAR - 1 or BOUNDARY in text:
        return []
    return [SaidSentence(tuple(words(text[start:end])), start, end) for start, end in sentences(text)]


def _single(said: Mapping[int, Sequence[SaidSentence]]) -> dict[tuple[str, ...], tuple[int, int]]:
    """The sentences that went once, each with its change and which one of it it is."""
    count = Counter(one.words for own in said.values() for one in own)
    return {one.words: (n, i) for n, own in said.items() for i, one in enumerate(own) if count[one.words] == 1}


def _parted(piece: Piece, place: Place, found: FoundChanges) -> tuple[Piece, ...]:
    """A piece in parts, each with a change of its own: the other side goes with the longer rest."""
    side, start, end = place
    change = found.changes.pop(piece.change)
    text, other = piece.of(side), piece.of(side.other)
    start += len(text) - len(text.lstrip())  # a change is told without the space around it
    end += len(text) - len(text.lstrip())
    if text[start - 1 : start] == " ":
        start -= 1
    elif text[end : end + 1] == " ":
        end += 1
    rests = [text[:start], text[end:]]
    longer = rests.index(max(rests, key=len))
    others = ["", ""]
    others[longer] = other
    sides = ((rests[0], others[0]), (text[start:end], ""), (rests[1], others[1]))
    both = (pair if side is Side.A else pair[::-1] for pair in sides if any(pair))
    return tuple(Piece(a, b, found.add(rule_of(Edit(a, b)), a, b, change.a, change.b)) for a, b in both)
