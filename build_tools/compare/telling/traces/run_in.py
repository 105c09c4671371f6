"""What one of two prints sets apart and the other one has amid its running text: a heading, the items of a list, what
stands below that, a table, who signed.

The words are the same ones, so no change of words tells it. Who makes a heading into text ends it as a sentence, who
makes a list into text takes the signs of its items away, and nobody makes a table into text as it stands, or a
signature: where these are left, a reading may have run together what stood apart. Nor does anybody leave the stop of an
item, `;`, between two that he makes one, or put the text below a list into its last item; nor does a paragraph stand
between two items where the other print has an item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.compare.kinds import behind_label, refers
from build_tools.compare.model import Comparison, Row, Side
from build_tools.compare.passages import in_substance, lines_of, passages_of
from build_tools.compare.printed import PrintedPassage, printed_row
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import Kind, Passage

KINDS = {
    Kind.HEADING: "kop_in_tekst", Kind.ITEM: "punt_in_tekst", Kind.SIGNATURE: "ondertekening_in_tekst",
}  # fmt: skip
TABLE_RUN_IN, MARK_LOST, BELOW_RUN_IN = "tabel_in_tekst", "punten_in_een", "alinea_in_punt"
SIGN_LOST = "punt_zonder_teken"
"""The kinds of such places (`data/verdict.yml`), by what the other print sets apart."""

RUNNING = (Kind.PARAGRAPH, Kind.ITEM)
"""What such a thing can be run into."""

MARK = re.compile(r"\s+(?:[-–•*·▪■]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)°])\s+\S")
"""The sign or label of an item amid a text: ` - een`, ` b. een`, ` 2) een`."""

STOP = ";"
"""How an item ends below which another one stands."""

NEAR = 40
"""Characters before and behind a place by which it is shown."""

CLOSED = re.compile(r"[\w)’”»]")
"""How a heading ends that is no sentence; `Doel.` is one that somebody ran in."""


@dataclass(frozen=True, slots=True)
class RunIn:
    """A place where what stood apart may have been run in: in which text, the kind, its passage, the line of its
    source, the words there and the changes by which the prints differ."""

    side: Side
    kind: str
    anchor: str
    line: int
    text: str
    changes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RunInJoint:
    """Where only the other text of a row parts two passages: from where to where the own one has something between
    them, and the change that tells it."""

    start: int
    end: int
    change: int


def run_in(comparison: Comparison) -> Iterator[RunIn]:
    """The places, row by row: of each row the first one of a kind."""
    substance = in_substance(comparison)
    amid = {side: frozenset(_amid_items(comparison.letter(side).passages)) for side in Side}
    for row in comparison.rows:
        for side in () if row.alone else Side:
            theirs = [passages_of(comparison, side.other)[anchor] for anchor in row.anchors(side.other)]
            if any(own.kind is Kind.TABLE for own in theirs):
                yield from _table(comparison, row, side)
            elif [own.kind for own in theirs] == [Kind.ITEM] and amid[side].issuperset(row.anchors(side)):
                yield _place(comparison, row, side, SIGN_LOST, 0, {row.layout} - {0})
            else:
                yield from _joined(comparison, row, side, theirs, substance)


def _amid_items(passages: Sequence[Passage]) -> Iterator[str]:
    """The paragraphs right between two items of a list, by their anchors."""
    for above, own, below in zip(passages, passages[1:], passages[2:], strict=False):
        if own.kind is Kind.PARAGRAPH and above.kind is below.kind is Kind.ITEM:
            yield own.anchor


def _table(comparison: Comparison, row: Row, side: Side) -> Iterator[RunIn]:
    """A row that is a table in the other text and none in the own one."""
    kinds = {passages_of(comparison, side)[anchor].kind for anchor in row.anchors(side)}
    if row.layout and kinds <= {*RUNNING, Kind.HEADING}:
        yield _place(comparison, row, side, TABLE_RUN_IN, NEAR, {row.layout})


def _joined(
    comparison: Comparison, row: Row, side: Side, theirs: Sequence[Passage], substance: frozenset[int]
) -> Iterator[RunIn]:
    """What the other text sets apart in a row and the own one runs in."""
    if len(theirs) == 1:
        return
    joints = [None, *_joints(row, side, substance), None]
    text, printed = row.text(side), printed_row(row, side, passages_of(comparison, side))
    found: dict[str, list[RunInJoint]] = {}
    for passage, (before, behind) in zip(theirs, pairwise(joints), strict=True):
        if kind := _kind(text, passage, before, behind):
            found.setdefault(kind, []).extend(filter(None, (before, behind)))
    for (above, below), joint in zip(pairwise(theirs), joints[1:], strict=False):
        place = printed.at(joint.start) if joint else None
        kind = _within_item(text, above, below, joint, place) if joint and place else None
        if joint and place and kind and place.passage.kind is Kind.ITEM:
            found.setdefault(kind, []).append(joint)
    for kind, own in found.items():
        if printed.at(own[0].start).passage.kind in RUNNING:
            yield _place(comparison, row, side, kind, own[0].end, {joint.change for joint in own})


def _joints(row: Row, side: Side, substance: frozenset[int]) -> Iterator[RunInJoint | None]:
    """For each two neighbours of the other text their joint; None where the own one parts them too, or has other
    words there."""
    at = 0
    for piece in row.pieces:
        own, count = piece.of(side), piece.of(side.other).count(BOUNDARY)
        parted = not piece.change or BOUNDARY in own or piece.change in substance
        yield from [None if parted else RunInJoint(at, at + len(own), piece.change)] * count
        at += len(own)


def _kind(text: str, passage: Passage, before: RunInJoint | None, behind: RunInJoint | None) -> str | None:
    """What kind of place it is where a passage of the other text is run in, if it is: joined to the text before it, or
    to the one behind it."""
    if passage.kind is Kind.ITEM:
        run_together = before is not None and MARK.match(text, before.start) is not None
    elif passage.kind is Kind.HEADING and _is_label(passage.text):
        run_together = False
    else:
        between = [text[joint.start : joint.end] for joint in (before, behind) if joint]
        run_together = bool(between) and not "".join(between).strip() and bool(CLOSED.match(passage.text[-1:]))
    return KINDS.get(passage.kind) if run_together else None


def _within_item(text: str, above: Passage, below: Passage, joint: RunInJoint, place: PrintedPassage) -> str | None:
    """What kind of place it is where an item of the own text has two passages of the other one, if it may be run
    together. Two that end in full stops an editor can join, but hardly so that the second begins a line."""
    if above.kind is not Kind.ITEM or text[joint.start : joint.end].strip():
        return None
    if below.kind is Kind.ITEM:
        on_a_line = text.endswith(".", 0, joint.start) and place.begins_line_at(joint.end)
        return MARK_LOST if on_a_line or text.endswith(STOP, 0, joint.start) else None
    return BELOW_RUN_IN if below.kind is Kind.PARAGRAPH else None


def _is_label(heading: str) -> bool:
    """Whether a heading only numbers what follows: `Vraag 2`, `Antwoord`. Some papers print it before its text."""
    return not behind_label(heading) or all(refers(word) or word.isdigit() for word in heading.split())


def _place(comparison: Comparison, row: Row, side: Side, kind: str, at: int, changes: set[int]) -> RunIn:
    """The place at an offset of the own text."""
    text = row.text(side)
    place = printed_row(row, side, passages_of(comparison, side)).at(at)
    line = place.line_at(at, text[max(0, at - NEAR) : at], lines_of(comparison, side))
    words = text[max(0, at - NEAR) : at + NEAR].replace(BOUNDARY, " ")
    words = words.partition(" ")[2] if at > NEAR else words
    words = words.rpartition(" ")[0] if at + NEAR < len(text) else words
    return RunIn(side, kind, place.passage.anchor, line, words, tuple(sorted(changes)))
