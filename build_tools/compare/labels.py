"""Items and headings that only got another number or letter, told once a list, and the references that follow them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.compare.kinds import rule_named
from build_tools.compare.model import Change, ChangeKind, Row, Side
from build_tools.compare.numbering import FoundChanges, with_changes
from build_tools.model import Kind, Passage

CLOSES = " ().°:"
"""What stands around a label."""


def renumbered(rows: Sequence[Row], a: Sequence[Passage], b: Sequence[Passage], found: FoundChanges) -> list[Row]:
    """The rows with one number for all labels of a list, one for those of all headings, and one for all references."""
    series = list(_series(rows, a, b, found))
    shifts = {_labels(found.changes[n]) for numbers in series for n in numbers}
    follow = [n for n in sorted(found.references) if n in found.changes and _labels(found.changes[n]) in shifts]
    follow = [n for n in follow if found.changes[n].kind is ChangeKind.WORD]
    same = {n: numbers[0] for numbers in (*series, follow) for n in numbers}
    for numbers, rule in (*((numbers, "nummering") for numbers in series), (follow, "doorgeschoven")):
        if numbers:
            found.changes[numbers[0]] = _one([found.changes[n] for n in numbers], rule)
            for n in numbers[1:]:
                del found.changes[n]
    return [with_changes(row, same) for row in rows]


def _series(
    rows: Sequence[Row], a: Sequence[Passage], b: Sequence[Passage], found: FoundChanges
) -> Iterator[list[int]]:
    """The changes of labels that belong together: of items without other text between them, and of all headings. What
    moved stands at its old place as well, with the same changes.
    """
    kinds = {Side.A: {own.anchor: own.kind for own in a}, Side.B: {own.anchor: own.kind for own in b}}
    headings: list[int] = []
    for kind, group in groupby(rows, lambda row: kinds[row.side][row.anchors(row.side)[0]]):
        there = [row for row in group if not (row.moved and row.a)]
        pieces = [piece.change for row in there for piece in row.pieces if piece.change]
        numbers = [n for n in dict.fromkeys(pieces) if found.changes[n].rule == "nummering"]
        if kind is Kind.HEADING:
            headings += numbers
        elif numbers:
            yield numbers
    if headings:
        yield headings


def _labels(change: Change) -> tuple[str, str]:
    return change.before.strip(CLOSES), change.after.strip(CLOSES)


def _one(changes: Sequence[Change], rule: str) -> Change:
    """Several changes as one."""
    before, after = (", ".join(filter(None, labels)) for labels in zip(*map(_labels, changes), strict=True))
    own = rule_named(rule)
    return replace(changes[0], kind=own.kind, rule=own.name, before=before, after=after)
