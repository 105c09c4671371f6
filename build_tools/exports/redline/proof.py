"""A Word document read back: to reject all its changes must give the first text, to accept them all the second."""

from collections.abc import Iterator

from build_tools.compare.model import Comparison, Side
from build_tools.dutch.characters import legible
from build_tools.exports.redline.document import CHANGES, W, Xml
from build_tools.model import NEXT_CELL, NEXT_ROW

_SIGNS = {f"{W}tab": NEXT_CELL, f"{W}br": NEXT_ROW}
_TEXTS = (f"{W}t", f"{W}delText")
_OTHER = {Side.A: f"{W}{CHANGES[Side.B]}", Side.B: f"{W}{CHANGES[Side.A]}"}
"""What a document does not have: for the first what was inserted, for the second what was deleted."""


class RedlineError(Exception):
    """A file with tracked changes that loses or repeats a word: a fault of this program, so with its traceback."""


def prove_redline(comparison: Comparison, document: Xml) -> None:
    """Fail unless both texts come back, passage by passage and to the letter.

    A text without passages comes back as nothing, or as the one empty paragraph that no document can do without.
    """
    for side in Side:
        wanted = [legible(passage.text) for passage in comparison.letter(side).passages]
        found = list(texts_in(document, side))
        if found != wanted and (wanted or any(found)):
            raise RedlineError(f"{comparison.name}: the Word file does not hold the text of {side.value}")


def texts_in(document: Xml, side: Side) -> Iterator[str]:
    """The paragraphs that are left when all changes are rejected (A) or accepted (B)."""
    text = ""
    for paragraph in document.iter(f"{W}p"):
        text += "".join(_own_text(paragraph, side))
        if paragraph.find(f"{W}pPr/{W}rPr/{_OTHER[side]}") is None:
            yield text
            text = ""


def _own_text(element: Xml, side: Side) -> Iterator[str]:
    for child in element:
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag != _OTHER[side]:
            yield from _own_text(child, side)
