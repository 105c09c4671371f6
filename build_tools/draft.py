"""A document on its way from source to letter: its lines, and what was taken out of them.

Positions are offsets into `Source.text`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from build_tools.model import Fact, FactKey, Kind, Reason, Source


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a source, [start, end), that is taken out of the running text."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands at one place of a line: a note's marker, or letters that were printed raised.

    `at` is an offset into the source. `note` is the number of the note through the document;
    where it is None, `text` are the raised letters and `start` is where these stand in the source.
    """

    at: int
    note: int | None = None
    text: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Bullet:
    """The mark of a list item: its style (the sign itself, `1.`, `a)`, …), its value in a count, its width in the line.

    `kept` says that the mark is a word of the letter (a number or letter) and stays in the item's text.
    """

    style: str
    value: int
    width: int
    kept: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: row and column, counted from 0, and how many of each it takes."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a file itself says of the paragraph that a line belongs to: a Word file, a tagged PDF, official XML.

    Lines with the same `paragraph` are one paragraph; those of a table are one, each line in its `cell`. `level` is a
    heading's level (2 and deeper, 1 for the title) or an item's depth (1 and deeper); `bullet` is the mark that an item
    begins with, in its text. `note` is the number through the document of the note that a line is part of, `printed`
    its number as printed. `left_out` says why a line is no part of the running text. `sure` is false where the file
    shows it by weak signs only: a heading that is one by its type alone. `states` is what a line of the letterhead
    states (`subject`, `date`) where the file says so by itself.
    """

    paragraph: int
    kind: Kind = Kind.PARAGRAPH
    level: int = 1
    bullet: Bullet | None = None
    note: int = 0
    printed: str = ""
    cell: Cell | None = None
    left_out: Reason | None = None
    sure: bool = True
    states: str = ""


LINES = 1 << 12
"""Lines of which the text is remembered as it is read: every step of the reading asks for that of each anew."""


@lru_cache(maxsize=LINES)
def _single_spaced(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of a line in one column, without the white space around it.

    `start` is the offset of its first character; `indent` counts the columns of white space before it;
    `blanks` the blank lines before it (beyond those that stand after every line);
    `turn` says that a page turns, or that something was taken out, just before it;
    `spaced` the columns of white space that followed it in the source; `page` counts physical pages from 1;
    `heading` that its place on the page makes it a heading; `bullet` is the mark of a list item that stood on a line of
    its own; `given` is what the file itself says of its paragraph, where it says anything.
    """

    number: int
    start: int
    text: str
    indent: int = 0
    blanks: int = 0
    turn: bool = False
    spaced: int = 0
    page: int = 1
    heading: bool = False
    bullet: Bullet | None = None
    cuts: tuple[Cut, ...] = ()
    marks: tuple[Mark, ...] = ()
    given: Given | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def plain(self) -> str:
        """The text without what was cut out of it, with single spaces."""
        if not self.cuts:
            return _single_spaced(self.text)
        return " ".join("".join(self.text[a - self.start : b - self.start] for a, b in self.kept()).split())

    def kept(self) -> Iterator[tuple[int, int]]:
        """The stretches of the source that remain when the cuts are out."""
        at = self.start
        for cut in sorted(self.cuts, key=lambda cut: cut.start):
            yield at, max(at, cut.start)
            at = max(at, cut.end)
        yield at, self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A source with what only its kind of file shows.

    `lines` are those of its text, in order, every non-space character of `text` in exactly one; where there are none,
    the text itself says where its lines are. `wrapped` says that they are those of a page, not whole paragraphs.
    `stated` are facts that stand in a file beside it.
    """

    source: Source
    lines: tuple[Line, ...] = ()
    wrapped: bool = True
    stated: Mapping[FactKey, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extract:
    """The text layer of a file, whole and in order, with what only this kind of file shows.

    `encoding` and `kind` are what the page of accounts says of the file. The rest is as in `Document` and `Source`:
    where there are `lines`, every non-space character of `text` stands in exactly one of them.
    """

    text: str
    encoding: str
    kind: str
    lines: tuple[Line, ...] = ()
    wrapped: bool = True
    stated: Mapping[FactKey, Fact] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A note as found: its number through the document, the number as printed, its lines without that number."""

    n: int
    printed: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the letterhead and what it states: `date`, `addressee`, `dossier`, ... or nothing known (`other`)."""

    states: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way: the lines still in the text, and what was taken out so far.

    `tables` are the lines of tables that are set apart until the rest is read.
    """

    source: Source
    lines: tuple[Line, ...]
    taken: tuple[Cut, ...] = ()
    notes: tuple[NoteLines, ...] = ()
    head: tuple[HeadLine, ...] = ()
    printed_pages: tuple[tuple[int, str], ...] = ()
    wrapped: bool = True
    tables: tuple[Line, ...] = ()

    def has_structure(self) -> bool:
        """Whether the file says of every line what it is."""
        return bool(self.lines) and all(line.given for line in self.lines)
