"""The rows of a comparison as paragraphs, in one text that holds both.

After `paragraphs_of`: without what is in B alone, stretches and paragraph marks are the first text, passage by passage;
without what is in A alone, the second. The last mark is in both, because Word can neither insert nor delete the mark
that ends a document. What moved is in A alone at its old place and in B alone at its new one: Word can track a move,
but not a change of words inside it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.compare.model import Comparison, Row, Side
from build_tools.compare.passages import passages_of
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import Passage

_MARKS = re.compile(f"({BOUNDARY})")
"""The ends of passages; splitting by it keeps them."""


@dataclass(frozen=True, slots=True)
class TrackedText:
    """A stretch of text. `only` is the one document that has it; None: both have."""

    text: str
    only: Side | None


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """Stretches up to a paragraph mark, the passage that ends there, and which document alone has that mark."""

    texts: tuple[TrackedText, ...]
    passage: Passage
    of: Side
    only: Side | None


def paragraphs_of(comparison: Comparison) -> list[TrackedParagraph]:
    """All passages of both documents."""
    passages = {side: passages_of(comparison, side) for side in Side}
    found: list[TrackedParagraph] = []
    for row in comparison.rows:
        left = {side: [passages[side][anchor] for anchor in row.anchors(side)] for side in Side}
        found += _paragraphs(_stretches(row), left)
    return ending_in_both(running_on(found))


def _stretches(row: Row) -> Iterator[TrackedText]:
    """The text of a row with the mark behind it, cut at marks."""
    only = row.side if row.alone else None
    for piece in row.pieces:
        if only or piece.a == piece.b:
            yield from _cut(piece.of(row.side), only)
        else:
            yield from (stretch for side in Side for stretch in _cut(piece.of(side), side))
    yield TrackedText(BOUNDARY, only)


def _cut(text: str, only: Side | None) -> Iterator[TrackedText]:
    return (TrackedText(part, only) for part in _MARKS.split(text) if part)


def _paragraphs(stretches: Iterator[TrackedText], left: dict[Side, list[Passage]]) -> Iterator[TrackedParagraph]:
    """Each mark ends a passage of each document that has it."""
    own: list[TrackedText] = []
    for stretch in stretches:
        if stretch.text != BOUNDARY:
            own.append(stretch)
            continue
        ended = {side: left[side].pop(0) for side in Side if stretch.only in (side, None)}
        of = stretch.only or Side.B
        yield TrackedParagraph(tuple(own), ended[of], of, stretch.only)
        own = []


def running_on(found: Sequence[TrackedParagraph]) -> list[TrackedParagraph]:
    """The same texts, where what only one has at a paragraph's end goes on in paragraphs that only it has.

    Then the mark between is its own and the last one is of both, as where somebody goes on typing: LibreOffice takes
    what changed up to a mark and what changed behind it for one change with the mark in it.
    """
    result = list(found)
    for at, other in enumerate(found[1:]):
        one, only = result[at], other.only
        if only and one.only is None and one.texts and {text.only for text in (one.texts[-1], *other.texts)} == {only}:
            result[at : at + 2] = [replace(one, only=only), replace(other, only=None)]
    return result


def ending_in_both(found: Sequence[TrackedParagraph]) -> list[TrackedParagraph]:
    """The same texts with a last mark that both have.

    Where only one document has the last mark, the other one's last stands before it: as a mark of both it becomes a
    mark of the one, as its own mark it goes, and what it ended stands in one paragraph with what comes next.
    """
    result = list(found)
    if not result or result[-1].only is None:
        return result
    only = result[-1].only
    result[-1] = replace(result[-1], only=None)
    at = next((at for at in reversed(range(len(found))) if found[at].only is not only), None)
    if at is None:
        return result
    if found[at].only is None:
        result[at] = replace(found[at], only=only)
    else:
        result[at : at + 2] = [replace(result[at + 1], texts=found[at].texts + result[at + 1].texts)]
    return result
