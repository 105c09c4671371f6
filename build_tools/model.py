"""A letter as a value, and what it consists of. Positions in a source are offsets into `Source.text`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from build_tools.addresses import block_anchor


class Reason(Enum):
    """Why a character of a source does not stand in the running text. The value is what readers see."""

    MASTHEAD = "kop van het Kamerstuk"
    HEAD = "briefhoofd"
    MARGIN = "margekolom"
    PAGE_FOOT = "paginavoet"
    AROUND = "webpagina om het stuk"
    DELETED = "doorgehaald bij het nakijken"
    IMPRINT = "colofon"
    BOOKMARK = "bladwijzer"
    BULLET = "opsommingsteken"
    MARKER = "nootverwijzing in de tekst"
    NOTE_NUMBER = "nootnummer"
    HYPHEN = "afbreekstreepje"
    TABLE_RULE = "lijn van een tabel"
    NOTE = "verplaatst naar de noten"


class Kind(Enum):
    """What a block or passage is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SIGNATURE = "signature"
    TABLE = "table"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was received.

    `text` has every character that the file shows, in order; lines end in a line feed. `remarks` name what a reader
    left aside that is no text: pictures, comments, with their place.
    """

    id: str
    name: str
    text: str
    encoding: str
    sha256: str
    kind: str = "text"
    remarks: tuple[str, ...] = ()


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

    `n` is the number of the block or note; `level` and `part` are those of the block, a note has the part of the block
    that refers to it, which is `home`. `headings` are the headings above it, the outermost first; of a note, those
    above its home. `lines` are the first and last source line, `page` the printed page, `line_ends` where the print
    ends its lines (none in a text that was not set on pages). Of a table, `cells` are its cells, with `NEXT_CELL`
    between two of them and `NEXT_ROW` between two rows. No other passage has these inside, and none a line feed.
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


class FactKey(StrEnum):
    """What can be known of a letter, in the order in which pages show it. The catalogue can state each of them.

    `ASKED` is the day on which questions were put that a paper answers; `SERIES` what else than the Kamerstukken a
    paper is numbered in; `ALSO_IN` the further dossiers of a paper that belongs to several; `CORRECTED` the day on
    which an editor last corrected what the site shows of it.
    """

    TITLE = "title"
    DATE = "date"
    ASKED = "asked"
    PLACE = "place"
    SIGNERS = "signers"
    MINISTRY = "ministry"
    SERIES = "series"
    DOSSIER = "dossier"
    DOSSIER_TITLE = "dossier_title"
    ALSO_IN = "also_in"
    ONDERNUMMER = "ondernummer"
    VERGADERJAAR = "vergaderjaar"
    ADDRESSEE = "addressee"
    OFFICIAL_URL = "official_url"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, and in what office."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class FurtherDossier:
    """A dossier that a paper belongs to beside its own: its number as it is kept, and its title."""

    number: str
    title: str


FactValue = str | tuple[Signer, ...] | tuple[FurtherDossier, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its origin: the source line it was read from, or where the catalogue's editor found it."""

    value: FactValue
    origin: int | str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry of the ledger: a stretch of the source that is not in the running text, and why."""

    line: int
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of a source, in non-space characters: source = blocks + notes + left out."""

    source_characters: int
    block_characters: int
    note_characters: int
    left_out: tuple[LeftOut, ...]
    source_words: int
    block_words: int
    note_words: int

    @property
    def words(self) -> int:
        """How many words the letter has, its notes too. `dutch/tokens.py` says what counts as one, for all counts."""
        return self.block_words + self.note_words

    @property
    def left_out_characters(self) -> int:
        return sum(non_space(entry.text) for entry in self.left_out)

    @property
    def balances(self) -> bool:
        """Whether every character of the source is accounted for."""
        return self.source_characters == self.block_characters + self.note_characters + self.left_out_characters


class DoubtKind(StrEnum):
    """The kinds of doubt, the gravest first; what readers are told of each stands in `data/doubts.yml`."""

    FOOT_IN_TEXT = "voet_in_tekst"
    SENTENCE_IN_HEAD = "zin_in_briefhoofd"
    NOTE_WITHOUT_CALL = "noot_zonder_verwijzing"
    CALL_WITHOUT_NOTE = "verwijzing_zonder_noot"
    NUMBERS_MISSING = "nummers_overgeslagen"
    NOTE_IN_TEXT = "noot_in_tekst"
    NOTE_GOES_ON = "noot_loopt_door"
    NOTE_BREAKS_OFF = "noot_breekt_af"
    PARAGRAPH_BREAKS_OFF = "alinea_breekt_af"
    SENTENCE_BROKEN = "zin_onderbroken"
    BROKEN_WORD = "woord_gebroken"
    WORDS_FUSED = "woorden_aaneen"
    UNMAPPED = "teken_onbekend"
    FACT_CONTRADICTED = "feit_tegengesproken"
    TABLE_GIVEN_UP = "tabel_opgegeven"
    WEAK_HEADING = "kop_onzeker"
    PARAGRAPH_UNSURE = "alinea_onzeker"
    NUMBER_OF_ANSWER = "nummer_van_antwoord"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place where a reading may be wrong: its line in the source and page (counted from 1), the words there, and the
    block or note that has them (None: they were left out). `settled` is what an editor says of it.
    """

    kind: DoubtKind
    line: int
    page: int
    text: str
    anchor: str | None = None
    settled: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A document read to its end. `wrapped` says that the lines of its source are those of a page."""

    source: Source
    layout: str
    facts: Mapping[FactKey, Fact]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    passages: tuple[Passage, ...]
    ledger: Ledger
    wrapped: bool = True
    doubts: tuple[Doubt, ...] = ()
    versions: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.source.id

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Who signed it, as far as known."""
        stated = self.facts.get(FactKey.SIGNERS)
        return tuple(value for value in _parts(stated) if isinstance(value, Signer))

    @property
    def also_in(self) -> tuple[FurtherDossier, ...]:
        """The further dossiers that it belongs to."""
        return tuple(value for value in _parts(self.facts.get(FactKey.ALSO_IN)) if isinstance(value, FurtherDossier))

    @property
    def opens_with_title(self) -> bool:
        """Whether its own text begins with its title."""
        first = self.blocks[0] if self.blocks else None
        return first is not None and first.kind is Kind.HEADING and first.level <= 1

    @property
    def text(self) -> str:
        """All that it says, its notes too, each passage below the one before it."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def saying(self) -> Iterator[Passage]:
        """The passages that can cite, speak of a theme or use a term: all but the signatures."""
        return (passage for passage in self.passages if passage.kind is not Kind.SIGNATURE)

    @property
    def printed_numbers(self) -> Mapping[int, str]:
        """The number of each note as the source prints it, by its number through the document."""
        return {note.n: note.printed for note in self.notes}

    def fact(self, key: FactKey) -> str | None:
        """The value of a fact that is one text, if it is known."""
        stated = self.facts.get(key)
        return stated.value if stated and isinstance(stated.value, str) else None


def _parts(stated: Fact | None) -> tuple[Signer, ...] | tuple[FurtherDossier, ...]:
    """The parts of a fact that has several."""
    return stated.value if stated and isinstance(stated.value, tuple) else ()


def non_space(text: str) -> int:
    """The number of characters that are not white space."""
    return len("".join(text.split()))
