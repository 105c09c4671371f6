"""What a comparison consists of. All values are frozen.

From the rows alone both texts come back exactly: see `rebuilt`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from build_tools.addresses import pair_name
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import Letter, LineEndSort


class ChangeKind(Enum):
    """The kinds of change, in the order in which readers see them counted. The value stands in data and pages."""

    WORD = "woord"
    ADDED = "toegevoegd"
    DROPPED = "vervallen"
    MOVED = "verplaatst"
    NUMBER = "nummer"
    SIGN = "leesteken"
    LAYOUT = "opmaak"


SUBSTANCE = (ChangeKind.WORD, ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.MOVED)
"""The kinds of change that touch words."""


class Side(Enum):
    """One of the two documents."""

    A = "a"
    B = "b"

    @property
    def other(self) -> "Side":
        """The other document."""
        return Side.B if self is Side.A else Side.A


@dataclass(frozen=True, slots=True)
class Break:
    """A place in a passage's text where only one of two prints ends a line."""

    at: int
    side: Side
    sort: LineEndSort


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row: `a` and `b` are the same text, or the two sides of change number `change`.

    `breaks` are differences between the prints inside equal text; their offsets count from the piece's begin.
    """

    a: str
    b: str
    change: int = 0
    breaks: tuple[Break, ...] = ()

    def of(self, side: Side) -> str:
        """Its text in one document."""
        return self.a if side is Side.A else self.b


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that belong together, named by their anchors, and their text in pieces.

    A row has passages on both sides, or on one where they were added, dropped or moved. What moved has two rows with
    the same pieces, each with the number of that change in `moved`: at the old place the `a` sides of the pieces
    count, at the new place the `b` sides. `layout` is the number of the change that tells how the two prints
    set the row.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    pieces: tuple[Piece, ...]
    moved: int = 0
    layout: int = 0

    @property
    def side(self) -> Side:
        """The document whose passages it has in a running text: the second one, but for what only the first has."""
        return Side.B if self.b else Side.A

    @property
    def alone(self) -> bool:
        """Whether only one document has passages here: they were added or dropped, or moved."""
        return not self.a or not self.b

    def anchors(self, side: Side) -> tuple[str, ...]:
        """Its passages in one document."""
        return self.a if side is Side.A else self.b

    def text(self, side: Side) -> str:
        """Their text in that document, with `BOUNDARY` between two of them."""
        return "".join(piece.of(side) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what stands in `a` (before) and `b` (after), and the anchors where. `rule` gave it its kind."""

    n: int
    kind: ChangeKind
    rule: str
    before: str
    after: str
    a: str | None
    b: str | None

    def of(self, side: Side) -> str:
        """What stands in one document."""
        return self.before if side is Side.A else self.after

    def anchor(self, side: Side) -> str | None:
        """Where it stands in one document; None where it does not."""
        return self.a if side is Side.A else self.b


@dataclass(frozen=True, slots=True)
class OneSidedLine:
    """A line of a letterhead that only one of the two documents has: what it states, and where."""

    side: Side
    line: int
    text: str
    states: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A run of words of one passage (or several) that returns elsewhere, reworded or not.

    `a` and `b` are the anchors of the passages in which it begins; the pieces are numbered from 1 in themselves.
    `cut_a` and `cut_b` say whether each text begins, and whether it ends, amid a sentence.
    `alone` is the document whose passage the other one does not have at that place.
    """

    a: str
    b: str
    words: int
    pieces: tuple[Piece, ...]
    cut_a: tuple[bool, bool]
    cut_b: tuple[bool, bool]
    alone: Side = Side.B


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words each text has, and how many of them stand in both, in the same order."""

    a: int
    b: int
    equal: int


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two documents set side by side: what must happen to `a` to become `b`. It is equal to itself alone, so that what
    is worked out of it can be kept.
    """

    a: Letter
    b: Letter
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    head: tuple[OneSidedLine, ...]
    repeats: tuple[Repeat, ...]
    words: WordCounts

    @property
    def name(self) -> str:
        """What its page and its files are called."""
        return pair_name(self.a.id, self.b.id)

    def letter(self, side: Side) -> Letter:
        """One of the two documents."""
        return self.a if side is Side.A else self.b

    def count(self, kind: ChangeKind) -> int:
        """How many changes are of a kind."""
        return sum(change.kind is kind for change in self.changes)


def rebuilt(rows: tuple[Row, ...], side: Side) -> Iterator[tuple[str, str]]:
    """The anchors and texts of one document, in its own order, from the rows alone."""
    for row in rows:
        anchors = row.anchors(side)
        if anchors:
            yield from zip(anchors, row.text(side).split(BOUNDARY), strict=True)
