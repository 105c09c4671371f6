"""The doubts of two readings that a difference rests on.

A doubt counts for the differences at its own words, as `bearing.py` has them; one about the row of notes for the notes
beside too, as `notes_beside.py` has them, and for the same words where they stand as text; one about a sentence for its
whole passage, as words from elsewhere may stand in it; one about a date for which text is older. One about words that
were left out counts where the other document has these words otherwise, or not at all. That a word may be broken says
nothing of a passage that came or went as a whole. What an editor has settled is no doubt.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise

from build_tools.compare.model import Change, ChangeKind, Comparison, Row, Side
from build_tools.compare.passages import in_substance
from build_tools.compare.telling.bearing import (
    OF_FORM,
    OF_NO_WORDS,
    boundaries,
    doubts_of_the_day,
    in_words,
    taken_for_others,
)
from build_tools.compare.telling.notes_beside import notes_beside
from build_tools.dutch.tokens import words
from build_tools.model import Doubt, DoubtKind, FactKey

OF_NOTES = (
    DoubtKind.NOTE_WITHOUT_CALL,
    DoubtKind.CALL_WITHOUT_NOTE,
    DoubtKind.NUMBERS_MISSING,
    DoubtKind.NOTE_IN_TEXT,
    DoubtKind.NOTE_UNSURE,
    DoubtKind.NOTE_BREAKS_OFF,
)
"""A note that is lost or torn can show at its neighbours."""

OF_PASSAGES = (
    *OF_NOTES,
    DoubtKind.FOOT_IN_TEXT,
    DoubtKind.NOTE_GOES_ON,
    DoubtKind.TABLE_GIVEN_UP,
    DoubtKind.SENTENCE_BROKEN,
    DoubtKind.LIST_UNSURE,
)
"""Doubts whether a passage is one at all: they bear on one that came or went as a whole too."""

OF_GAPS = (
    DoubtKind.LIST_UNSURE,
    DoubtKind.SENTENCE_BROKEN,
    DoubtKind.PARAGRAPH_BREAKS_OFF,
    DoubtKind.TABLE_GIVEN_UP,
)
"""Doubts by which something can be missing above or below a passage: `3.` below `1.`, a list that ends in `;`, a cell
of a table."""

FEWEST = 3
"""Words that two places share, at the least, to be the same ones: fewer stand anywhere by chance."""

WHOLE = {ChangeKind.DROPPED: Side.A, ChangeKind.ADDED: Side.B}
"""The changes of which only one text has the words, and which it is."""

PART = 5
"""Words of a change that are a part of another one, at the least."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubtful place of one of the two documents, and the changes that rest on it: none where words were left out."""

    side: Side
    doubt: Doubt
    changes: tuple[int, ...]


def doubted(comparison: Comparison) -> Iterator[Doubted]:
    """The places, those of the first document first."""
    for side in Side:
        yield from _told_once(list(_of_reading(comparison, side)), in_words(comparison))
        yield from _of_the_order(comparison, side)


def _of_reading(comparison: Comparison, side: Side) -> Iterator[Doubted]:
    """The doubts of one reading that any difference rests on."""
    rows: dict[str | None, list[Row]] = {}
    for row in comparison.rows:
        for anchor in row.anchors(side):
            rows.setdefault(anchor, []).append(row)
    known: dict[tuple[object, ...], tuple[int, ...]] = {}
    for doubt in comparison.letter(side).doubts:
        if doubt.settled is not None or doubt.kind is DoubtKind.FACT_CONTRADICTED:
            continue
        alike = doubt.kind, doubt.anchor, doubt.text
        if alike not in known:
            resting = dict.fromkeys(_resting(comparison, rows.get(doubt.anchor, ()), side, doubt))
            known[alike] = *resting, *_elsewhere(comparison, resting)
        changes = known[alike]
        if changes or (doubt.anchor is None and _missing(comparison, side, doubt)):
            yield Doubted(side, doubt, changes)


def _told_once(places: Sequence[Doubted], in_words: Collection[int]) -> Iterator[Doubted]:
    """The places, but of those that only one difference of form rests on, as of each line of a table, the one that says
    most of it."""
    form: dict[frozenset[int], Doubted] = {}
    for place in places:
        on = frozenset(place.changes)
        if not on or on.intersection(in_words):
            continue
        if on not in form or _weight(place) < _weight(form[on]):
            form[on] = place
    for place in places:
        on = frozenset(place.changes)
        if form.get(on, place) is place:
            yield place


def _weight(place: Doubted) -> int:
    """How much a doubt says of the form of a text; the least number says most."""
    return OF_FORM.index(place.doubt.kind) if place.doubt.kind in OF_FORM else -1


def _of_the_order(comparison: Comparison, side: Side) -> Iterator[Doubted]:
    """The doubts that what is said of the age of both documents rests on."""
    if comparison.letter(side.other).fact(FactKey.DATE):
        yield from (Doubted(side, doubt, ()) for doubt in doubts_of_the_day(comparison.letter(side)))


def _beside(comparison: Comparison, side: Side, doubt: Doubt) -> Iterator[Row]:
    """The rows that a doubt can concern without naming them: of notes, and what only the other document has right above
    or below a place where something may be missing."""
    if doubt.kind in OF_NOTES:
        yield from notes_beside(comparison, side, doubt)
    elif doubt.kind in OF_GAPS:
        for above, below in pairwise(comparison.rows):
            for row, other in ((above, below), (below, above)):
                if doubt.anchor in row.anchors(side) and not other.anchors(side) and not other.moved:
                    yield other


def _resting(comparison: Comparison, rows: Sequence[Row], side: Side, doubt: Doubt) -> Iterator[int]:
    """The changes that rest on a doubt: of the rows with its passage, and of those that it can concern besides."""
    substance = in_substance(comparison)
    for row in rows:
        changed = {row.moved, *(piece.change for piece in row.pieces)} & substance
        if doubt.kind in OF_PASSAGES if row.alone else doubt.kind is DoubtKind.SENTENCE_BROKEN:
            yield from changed
        if not row.alone:
            yield from _at(row, side, doubt.text, _borne(comparison, doubt.kind))
            yield from _formed(comparison, row) if doubt.kind in OF_FORM else ()
    if doubt.kind is DoubtKind.LIST_UNSURE:
        yield from _labels(comparison, side, doubt)
    for row in _beside(comparison, side, doubt):
        if doubt.anchor not in row.anchors(side):
            yield from {piece.change for piece in row.pieces} & substance


def _labels(comparison: Comparison, side: Side, doubt: Doubt) -> Iterator[int]:
    """The changes of labels at the passage of a doubt, and right above or below it: of an item that another one lacks,
    `6.` below `4.`, it is the next one that is doubted."""
    numbers = {change.n for change in comparison.changes if change.kind is ChangeKind.NUMBER}
    for rows in pairwise(comparison.rows) if numbers else ():
        if any(doubt.anchor in row.anchors(side) for row in rows):
            yield from {piece.change for row in rows for piece in row.pieces} & numbers


def _borne(comparison: Comparison, kind: DoubtKind) -> Collection[int]:
    """The changes that can rest on a doubt of a kind, at its words."""
    if kind not in OF_FORM:
        return in_words(comparison)
    return boundaries(comparison) if kind in OF_NO_WORDS else boundaries(comparison) | in_substance(comparison)


def _formed(comparison: Comparison, row: Row) -> Iterator[int]:
    """The changes by which two texts take the same words for something else."""
    if taken_for_others(comparison, row):
        yield from {piece.change for piece in row.pieces} & boundaries(comparison)
        yield from {row.layout} - {0}


def _elsewhere(comparison: Comparison, resting: Collection[int]) -> Iterator[int]:
    """The changes by which the words of these came or went at another place, or a part of them: of a note that was
    taken for text, of text that went into a note. Fewer words count only right beside those."""
    if not resting:
        return
    on = [change for change in comparison.changes if change.n in resting]
    said = {(side, tuple(_unnumbered(change, side))): change.n for change in on for side in Side}
    runs = {side: set(_runs(word for change in on for word in _unnumbered(change, side))) for side in Side}
    for change in comparison.changes:
        side = WHOLE.get(change.kind)
        if side is None or change.n in resting:
            continue
        own = tuple(_unnumbered(change, side))
        same = said.get((side.other, own))
        whole = own and same is not None and (len(own) >= FEWEST or abs(same - change.n) == 1)
        if whole or (len(own) >= PART and runs[side.other].issuperset(_runs(own))):
            yield change.n


def _runs(own: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Each word with those behind it that make a place of it."""
    said = tuple(own)
    return zip(*(said[at:] for at in range(FEWEST)), strict=False)


def _unnumbered(change: Change, side: Side) -> Iterator[str]:
    """The words of a change in one text, but for the number of a note."""
    return dropwhile(str.isdigit, words(change.of(side)))


def _at(row: Row, side: Side, text: str, borne: Collection[int]) -> Iterator[int]:
    """The changes of a row, of those that count, at these words, wherever they stand in it; all of them where the words
    are not found as they stand in the source."""
    whole = row.text(side)
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", whole)] or [(0, len(whole))]
    at = 0
    for piece in row.pieces:
        behind = at + len(piece.of(side))
        if piece.change in borne and any(at <= end and behind >= start for start, end in found):
            yield piece.change
        at = behind


def _missing(comparison: Comparison, side: Side, doubt: Doubt) -> bool:
    """Whether words that were left out of one document stand nowhere in the other one, or stand in its text."""
    other = comparison.letter(side.other)
    aside = " ".join(entry.text for entry in other.ledger.left_out)
    return has_words(other.text, doubt.text) or not has_words(aside, doubt.text)


def has_words(text: str, wanted: str) -> bool:
    """Whether these words stand in a text, one after another."""
    return f" {' '.join(words(wanted))} " in f" {' '.join(words(text))} "
