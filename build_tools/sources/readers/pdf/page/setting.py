"""A paragraph as it is set: its rows, and what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.draft import Bullet, Cell
from build_tools.model import Kind, Reason
from build_tools.sources.readers.pdf.page.rows import PrintRow


@dataclass(frozen=True, slots=True, eq=False)
class Typeset:
    """Rows that belong together, and what they are.

    `mark` is the mark of a list item in its first row. `note` counts the notes of the document from 1; `printed` is a
    note's or a page's number as printed, `number_end` where the number of a note ends in its first row. The cells of
    one table share `table`. `reason` says why it is no text. `sure` is false where its type alone makes it a heading.
    """

    rows: tuple[PrintRow, ...]
    kind: Kind = Kind.PARAGRAPH
    level: int = 1
    mark: Bullet | None = None
    note: int = 0
    printed: str = ""
    number_end: int = 0
    table: int = 0
    cell: Cell | None = None
    reason: Reason | None = None
    sure: bool = True

    @property
    def text(self) -> str:
        """Its rows as one text, for judging it."""
        return " ".join(row.text for row in self.rows)

    @property
    def first(self) -> PrintRow:
        return self.rows[0]

    @property
    def last(self) -> PrintRow:
        return self.rows[-1]


def left_out(rows: Sequence[PrintRow], reason: Reason) -> list[Typeset]:
    """Rows that are no text, each by itself."""
    return [Typeset((row,), reason=reason) for row in rows]
