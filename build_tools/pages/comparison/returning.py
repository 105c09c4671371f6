"""Passages of one version that return elsewhere in the other: what its comparison shows of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.addresses import place_name
from build_tools.compare.model import Repeat, Side
from build_tools.pages.comparison.markup import marked, text


@dataclass(frozen=True, slots=True)
class Returned:
    """A repeated passage: both texts as HTML, and where they begin."""

    a: str
    b: str
    words: int
    text_a: Markup
    text_b: Markup

    @property
    def place_a(self) -> str:
        """Where the first text begins, as readers call the place."""
        return place_name(self.a)

    @property
    def place_b(self) -> str:
        """Where the second text begins."""
        return place_name(self.b)


def returned(repeat: Repeat) -> Returned:
    """The passage as pages show it, with what differs in it."""
    sides = [Markup("".join(_side(repeat, side))) for side in Side]  # noqa: S704
    return Returned(repeat.a, repeat.b, repeat.words, *sides)


def _side(repeat: Repeat, side: Side) -> Iterator[str]:
    """One text of a repeat; an ellipsis where it is cut."""
    begins_amid, ends_amid = repeat.cut_a if side is Side.A else repeat.cut_b
    yield "… " if begins_amid else ""
    for piece in repeat.pieces:
        if own := piece.of(side):
            yield marked(side, own) if piece.change else text(own)
    yield " …" if ends_amid else ""
