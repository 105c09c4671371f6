"""The words of two documents side by side: a verdict says that no word changed from these lists, not from the changes.

Letterheads are in no list: they are no running text, and a salutation that only one document has is a part of one.
Whole annexes that only one document has are told apart.
"""

import re
from collections.abc import Collection, Iterator

from build_tools.compare.heads import FORMAL
from build_tools.compare.model import ChangeKind, Comparison, Row, Side
from build_tools.compare.passages import in_substance
from build_tools.dutch.tokens import BOUNDARY, words

PRINT = (ChangeKind.SIGN, ChangeKind.LAYOUT)
"""The kinds of change after which the same words stand there. What is neither that nor substance is how parts of a text
are numbered: no words of it."""

_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
"""The point of `1.234`, which says nothing: `1 234` is the same number."""


def own_annexes(comparison: Comparison, side: Side) -> dict[int, frozenset[str]]:
    """The whole annexes that only this document has: the number of the part, and the anchors of its passages."""
    parts: dict[int, set[str]] = {}
    for passage in comparison.letter(side).passages:
        if passage.part:
            parts.setdefault(passage.part, set()).add(passage.anchor)
    alone = {anchor for row in comparison.rows if row.alone and not row.moved for anchor in row.anchors(side)}
    return {part: frozenset(anchors) for part, anchors in parts.items() if anchors <= alone}


def same_words(comparison: Comparison, apart: Collection[int] = ()) -> bool:
    """Whether both documents have all words, in the same order, outside whole annexes and the changes set apart."""
    one, other = (_letters(_letter_texts(comparison, side, apart)) for side in Side)
    return one == other


def same_words_kept(comparison: Comparison, apart: Collection[int] = ()) -> bool:
    """The same of what stands in both: without whole passages that came or went, and with one place for what moved."""
    one, other = (_letters(_kept_texts(comparison, side, apart)) for side in Side)
    return one == other


def _letter_texts(comparison: Comparison, side: Side, apart: Collection[int]) -> Iterator[str]:
    annexes = frozenset[str]().union(*own_annexes(comparison, side).values())
    for row, text in _texts(comparison, side, apart):
        own = zip(row.anchors(side), text.split(BOUNDARY), strict=True)
        yield from (passage for anchor, passage in own if anchor not in annexes)


def _kept_texts(comparison: Comparison, side: Side, apart: Collection[int]) -> Iterator[str]:
    texts = [(row, text) for row, text in _texts(comparison, side, apart) if row.moved or not row.alone]
    yield from (text for _, text in sorted(texts, key=lambda told: told[0].moved))


def _texts(comparison: Comparison, side: Side, apart: Collection[int]) -> Iterator[tuple[Row, str]]:
    """The rows of one document with their text, without what is numbering or set apart."""
    printed = {change.n for change in comparison.changes if change.kind in PRINT and change.rule != FORMAL}
    left = {change.n for change in comparison.changes} - printed - in_substance(comparison).difference(apart)
    for row in comparison.rows:
        if row.anchors(side):
            gone = [row.moved in left or piece.change in left for piece in row.pieces]
            own = [piece.of(side) for piece in row.pieces]
            parts = (_blank(text) if blank else text for text, blank in zip(own, gone, strict=True))
            yield row, "".join(parts)


def _blank(text: str) -> str:
    """Only the ends of the passages of a text."""
    return BOUNDARY * text.count(BOUNDARY)


def _letters(texts: Iterator[str]) -> str:
    """What the words say. Where only spaces part them otherwise no word is another one, unless a change says so."""
    return "".join(_THOUSANDS.sub("", word) for text in texts for word in words(text))
