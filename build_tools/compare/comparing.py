"""Two letters, compared: the stages in order.

After `compare`: the texts of both letters can be rebuilt from the rows, to the letter (else `CompareError`);
changes are numbered from 1 in reading order, those of layout alone after all others.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from build_tools.compare.alignment import align
from build_tools.compare.heads import FORMAL, formal_lines, head_of
from build_tools.compare.labels import renumbered
from build_tools.compare.model import Change, ChangeKind, Comparison, Row, Side, WordCounts, rebuilt
from build_tools.compare.moves import follow
from build_tools.compare.numbering import FoundChanges, numbered
from build_tools.compare.repeats import repeats_in
from build_tools.compare.rows import Rows
from build_tools.compare.sentences_apart import sentences_apart
from build_tools.dutch.tokens import BOUNDARY, passage_words, words
from build_tools.model import Kind, Letter, Passage


class CompareError(Exception):
    """A comparison from which a text cannot be rebuilt: a fault of this program, so it comes with its traceback."""


def compare(a: Letter, b: Letter) -> Comparison:
    """Compare two letters: what must happen to `a` to become `b`."""
    with collected_later():
        return _compared(a, b)


@contextmanager
def collected_later() -> Iterator[None]:
    """Put off the search for objects that hold each other: a comparison makes none, and of one of 100,000 words that
    search takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _compared(a: Letter, b: Letter) -> Comparison:
    in_a, in_b = a.passages, b.passages
    found = FoundChanges()
    groups = align(in_a, in_b)
    targets = {group.moved: group.b for group in groups if group.moved and group.b}
    maker = Rows(in_a, in_b, a.wrapped and b.wrapped, found, targets)
    drafts = [maker.row(group) for group in groups]
    drafts = list(with_notes(follow(sentences_apart(drafts, found), found), found, [*in_a, *in_b]))
    drafts = renumbered(drafts, in_a, in_b, found)
    rows, changes = numbered(drafts, found)
    prove(rows, in_a, in_b)
    repeats = repeats_in(rows, in_a, in_b)
    formal = {change.n for change in changes if change.rule == FORMAL}
    head = (*head_of(a, b), *formal_lines(rows, formal, in_a, in_b))
    return Comparison(a, b, rows, changes, head, repeats, words_of(rows, changes, in_a, in_b))


def with_notes(rows: Sequence[Row], found: FoundChanges, passages: Sequence[Passage]) -> Iterator[Row]:
    """Notes that came or went with the text that refers to them are part of that one change."""
    blocks = {passage.anchor: passage.home and passage.home.anchor for passage in passages if passage.kind is Kind.NOTE}
    whole: dict[tuple[Side, str], int] = {}
    for row in rows:
        side = row.side
        anchors = row.anchors(side)
        alone = row.alone and not row.moved and len(row.pieces) == 1
        alone = alone and found.changes[row.pieces[0].change].kind in (ChangeKind.ADDED, ChangeKind.DROPPED)
        if alone and all(anchor in blocks for anchor in anchors):
            numbers = {whole.get((side, blocks[anchor] or "")) for anchor in anchors}
            n = numbers.pop()
            if not numbers and n is not None:
                del found.changes[row.pieces[0].change]
                row = replace(row, pieces=(replace(row.pieces[0], change=n),))
        elif alone:
            whole |= {(side, anchor): row.pieces[0].change for anchor in anchors}
        yield row


def prove(rows: tuple[Row, ...], a: Sequence[Passage], b: Sequence[Passage]) -> None:
    """Fail where a text that is rebuilt from the rows is not the letter's own, or equal pieces are not equal."""
    for side, passages in ((Side.A, a), (Side.B, b)):
        if list(rebuilt(rows, side)) != [(passage.anchor, passage.text) for passage in passages]:
            raise CompareError(f"the text of {side.value} cannot be rebuilt from the comparison")
    for row in rows:
        if any(piece.a != piece.b for piece in row.pieces if not piece.change):
            raise CompareError(f"a change in {row.a or row.b} has no number")


def words_of(rows: Sequence[Row], changes: Sequence[Change], a: Sequence[Passage], b: Sequence[Passage]) -> WordCounts:
    """Words that did not change count as equal, also where they moved or are set in another way."""
    lost = (ChangeKind.WORD, ChangeKind.DROPPED)
    numbers = {change.n for change in changes if change.kind in lost or change.rule == FORMAL}
    lost_ones = (
        piece.a for row in rows if not (row.moved and row.a) for piece in row.pieces if piece.change in numbers
    )
    changed = len(words(BOUNDARY.join(lost_ones)))
    total, in_b = (sum(len(passage_words(passage.text)) for passage in own) for own in (a, b))
    return WordCounts(total, in_b, total - changed)
