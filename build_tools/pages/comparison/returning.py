"""Passages of one version that return elsewhere in the other: what its comparison shows of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.compare.model import Comparison, Repeat, Side
from build_tools.pages.comparison.markup import marked, text


@dataclass(frozen=True, slots=True)
class Returned:
    """A repeated passage: both texts as HTML, where they begin, and what readers call these places."""

    a: str
    b: str
    words: int
    text_a: Markup
    text_b: Markup
    place_a: str
    place_b: str


def returned(comparison: Comparison) -> list[Returned]:
    """The passages that return as pages show them, with what differs in them."""
    a, b = (comparison.letter(side).place_names for side in Side)
    return [
        Returned(one.a, one.b, one.words, _text(one, Side.A), _text(one, Side.B), a[one.a], b[one.b])
        for one in comparison.repeats
    ]


def _text(repeat: Repeat, side: Side) -> Markup:
    return Markup("".join(_side(repeat, side)))  # noqa: S704 -- escaped there


def _side(repeat: Repeat, side: Side) -> Iterator[str]:
    """One text of a repeat; an ellipsis where it is cut."""
    begins_amid, ends_amid = repeat.cut_a if side is Side.A else repeat.cut_b
    yield "… " if begins_amid else ""
    for piece in repeat.pieces:
        if own := piece.of(side):
            yield marked(side, own) if piece.change else text(own)
    yield " …" if ends_amid else ""
