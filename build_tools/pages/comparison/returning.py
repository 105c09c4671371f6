"""Passages that return, in another letter or further on in the same one: what pages say of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.addresses import page_path, place_name
from build_tools.compare.model import Repeat, Side
from build_tools.model import Letter
from build_tools.pages.comparison.markup import marked, text
from build_tools.papers.of_letter import kamerstuk, title
from build_tools.versions.reuse import Reuse


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


@dataclass(frozen=True, slots=True)
class ReusedIn:
    """A letter where a passage stands."""

    title: str
    path: str
    paper: str | None


@dataclass(frozen=True, slots=True)
class ReuseSheet:
    """What the page of returning passages says of two letters, or of one."""

    a: ReusedIn
    b: ReusedIn
    repeats: tuple[Returned, ...]

    @property
    def same(self) -> bool:
        """Whether the passages return in the letter itself."""
        return self.a == self.b


def reuse_sheet(reuse: Reuse) -> ReuseSheet:
    """What the page says of the passages that two letters share."""
    return ReuseSheet(_place(reuse.a), _place(reuse.b), tuple(map(returned, reuse.repeats)))


def _place(letter: Letter) -> ReusedIn:
    return ReusedIn(title(letter), page_path(letter.id), kamerstuk(letter))
