"""What a text consists of: headings, paragraphs, items, tables, signatures; and its notes."""

from dataclasses import dataclass
from enum import Enum

from build_tools.addresses import block_anchor


class Kind(Enum):
    """What a block or passage is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SIGNATURE = "signature"
    TABLE = "table"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A note's marker in a block: the note's number, and the offset in the block's text where it stands."""

    n: int
    at: int


HIGHEST_HEADING, DEEPEST_HEADING = 2, 6
"""The levels of headings in a letter: its title has the first one; HTML and Markdown have six, and deeper headings
share the last."""


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell of a table: [start, end) in the text of its block, its row and column, counted from 0, how many of each
    it takes, and whether it heads its row or column.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table or signature.

    `n` counts the blocks of a letter from 1 and makes the anchor. `level` is a heading's level (2 and deeper;
    1 for the title) or a list item's depth (1 and deeper). `part` is 0 for the letter, 1 and on for annexes.
    `lines` are the first and last source line. `breaks` are offsets where the print starts a new line that matters.
    `page` is the printed page number where the source shows it. `spans` are the stretches of the source it consists of.
    `cells` are those of a table, in reading order; its text has a tab between two cells and a line feed between rows.
    """

    n: int
    kind: Kind
    text: str
    level: int
    part: int
    lines: tuple[int, int]
    notes: tuple[NoteRef, ...] = ()
    breaks: tuple[int, ...] = ()
    page: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
    cells: tuple[TextCell, ...] = ()

    @property
    def anchor(self) -> str:
        """Its address within the page."""
        return block_anchor(self.n)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number through the document and as printed, and the block that refers to it (None: nowhere)."""

    n: int
    printed: str
    text: str
    lines: tuple[int, int]
    block: int | None
    page: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
