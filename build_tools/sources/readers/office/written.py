"""What a word processor's file holds, whichever wrote it: paragraphs of runs, tables, text boxes, notes, headers.

Numbers that the word processor counts stand here as it shows them. Nothing is judged yet.
"""

from dataclasses import dataclass

from build_tools.draft import Cell

BREAK = "\n"
"""A line that was broken by hand, in the text of a run."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text of one type. `note` is the key of the note that it calls, or whose number it is (`opens`);
    `picture` names a picture that stands here.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    note: str = ""
    opens: bool = False
    picture: str = ""

    @property
    def type(self) -> tuple[bool, bool, bool]:
        """What makes it stand out."""
        return self.bold, self.italic, self.underlined


@dataclass(frozen=True, slots=True)
class Label:
    """The mark that a word processor puts before a paragraph: a sign, or a number with its value and shape (`1.`)."""

    text: str
    shape: str
    value: int = 0

    @property
    def is_sign(self) -> bool:
        """Whether it is no number: it has no meaning but to begin an item."""
        return not self.value


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its runs, the names of its style and of those that this one builds on (the nearest first).

    `outline` is its level as a heading (1 and deeper; 0: none). `series` is the list that its label counts in, `depth`
    its depth there from 0, `indent` the columns that it stands in.
    """

    runs: tuple[TextRun, ...]
    styles: tuple[str, ...] = ()
    outline: int = 0
    label: Label | None = None
    series: str = ""
    depth: int = 0
    indent: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell, and what stands in it."""

    place: Cell
    content: "tuple[Item, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `ruled` says that lines are drawn between its cells."""

    cells: tuple[TableCell, ...]
    ruled: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A text box or frame, where it is anchored."""

    content: "tuple[Item, ...]"


Item = Paragraph | Table | Box


@dataclass(frozen=True, slots=True)
class FileNote:
    """A note: its key, its number or mark as printed, its paragraphs."""

    key: str
    printed: str
    content: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A whole document: what stands at the head of its first page, its body, its notes in the order of their calls, the
    heads and feet of all other pages; and remarks on what is no text.
    """

    first_head: tuple[Item, ...]
    body: tuple[Item, ...]
    notes: tuple[FileNote, ...]
    page_edges: tuple[Item, ...]
    remarks: tuple[str, ...] = ()
