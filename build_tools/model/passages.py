"""Stretches of a letter with addresses of their own, as all that comes after reading takes them."""

from dataclasses import dataclass
from enum import Enum

from build_tools.addresses import block_name, note_name
from build_tools.model.blocks import Block, Kind, TextCell


class LineEndSort(Enum):
    """How a print breaks a text. The value stands in open data."""

    LINE = "line"
    HYPHEN = "hyphen"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class LineEnd:
    """Where a print ends a line inside a passage: the offset in its text of what follows, and whether a word breaks
    there (`HYPHEN`) or the page turns.
    """

    at: int
    sort: LineEndSort


NEXT_CELL, NEXT_ROW = "\t", "\v"
"""Between the cells and the rows of a table, in the text of its passage; the vertical tab is white space too."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a letter with its own address: a block or a note, as all that comes after reading takes it.

    `n` is the number of the block or note, `printed` that of a note as the letter prints it; where it prints one for
    several notes, `apart` tells which is meant (` in alinea 12`). `level` and `part` are those of the block, a note has
    the part of the block that refers to it, which is `home`. `headings` are the headings above it, the outermost first;
    of a note, those above its home. `lines` are the first and last source line, `page` the printed page, `line_ends`
    where the print ends its lines (none in a text that was not set on pages). Of a table, `cells` are its cells, with
    `NEXT_CELL` between two of them and `NEXT_ROW` between two rows. No other passage has these inside, and none a line
    feed.
    """

    letter: str
    anchor: str
    kind: Kind
    n: int
    text: str
    lines: tuple[int, int]
    level: int = 1
    part: int = 0
    page: str | None = None
    headings: tuple[str, ...] = ()
    home: Block | None = None
    line_ends: tuple[LineEnd, ...] = ()
    cells: tuple[TextCell, ...] = ()
    printed: str = ""
    apart: str = ""

    @property
    def number(self) -> str:
        """Its number as its page shows it: `12`, or of a note `42`, `*`."""
        return self.printed or str(self.n)

    @property
    def where(self) -> str:
        """What readers call the place: `alinea 12`, `noot 42`, `noot 1 in alinea 12`."""
        return note_name(self.number) + self.apart if self.kind is Kind.NOTE else block_name(self.anchor)
