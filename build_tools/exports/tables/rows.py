"""The tables of an export, as rows: the one place that says what stands in them. Each form only writes them down.

After `tables_of`: the values of a row are whole numbers, texts that any program can write, or None where a value is
not known; the rows of a table have one type, and a table without rows is there too. From `source_text` and
`source_encoding` of a letter comes its source, as far as that is text, to the byte, or else from `source_base64`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from build_tools.compare.model import Comparison
from build_tools.connections.connect import Connections
from build_tools.model import NEXT_ROW, FactKey, Letter, Passage
from build_tools.papers.of_letter import kamerstuk, official_url, title
from build_tools.papers.persons import person_of
from build_tools.papers.publications import address, kind


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter and what is known of it."""

    id: str
    title: str
    date: str | None
    ministry: str | None
    kamerstuk: str | None
    dossier: str | None
    ondernummer: str | None
    vergaderjaar: str | None
    addressee: str | None
    place: str | None
    official_url: str | None
    words: int
    layout: str
    source_file: str
    source_sha256: str
    source_encoding: str
    source_text: str
    source_base64: str | None


@dataclass(frozen=True, slots=True)
class SignerRow:
    """Who signed a letter: as printed, and by the one name of the person."""

    letter: str
    n: int
    printed: str
    person: str
    role: str


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage of a letter, in reading order by `n`; its notes come last."""

    letter: str
    n: int
    anchor: str
    kind: str
    level: int
    part: int
    first_line: int
    last_line: int
    page: str | None
    text: str


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A source that a passage cites: a citation that names several has a row for each, with its own `n`."""

    letter: str
    n: int
    anchor: str
    start: int
    text: str
    target: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """A sentence that promises something, or answers a motion or a request, and when that is to be, as printed."""

    letter: str
    n: int
    anchor: str
    start: int
    kind: str
    text: str
    due: str | None


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A passage that speaks of a theme, and with how many points of how many needed."""

    theme: str
    title: str
    letter: str
    anchor: str
    points: int
    needed: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change between two versions; `a` and `b` are its places in the letters of those names."""

    letter_a: str
    letter_b: str
    n: int
    kind: str
    rule: str
    before: str
    after: str
    a: str | None
    b: str | None


TableRow = LetterRow | SignerRow | PassageRow | CitationRow | PledgeRow | ThemeRow | ChangeRow


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its name, the type of its rows, the columns that tell one row from another, and its rows."""

    name: str
    kind: type[TableRow]
    key: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in fields(self.kind))

    @property
    def types(self) -> Mapping[str, Any]:
        """By column what its values are: `int`, `str` or `str | None`."""
        return {field.name: field.type for field in fields(self.kind)}

    def values(self) -> Iterator[dict[str, Any]]:
        """Each row by the names of its columns."""
        for row in self.rows:
            yield {column: _writable(getattr(row, column)) for column in self.columns}


def tables_of(
    letters: Sequence[Letter], connections: Connections, comparisons: Iterable[Comparison]
) -> tuple[DataTable, ...]:
    """All tables."""
    signed = tuple(row for letter in letters for row in _signers(letter))
    passages = tuple(row for letter in letters for row in _passages(letter))
    return (
        DataTable("letters", LetterRow, ("id",), tuple(map(_letter, letters))),
        DataTable("signers", SignerRow, ("letter", "n"), signed),
        DataTable("passages", PassageRow, ("letter", "n"), passages),
        DataTable("citations", CitationRow, ("letter", "n"), tuple(_citations(letters, connections))),
        DataTable("promises", PledgeRow, ("letter", "n"), tuple(_pledges(connections))),
        DataTable("themes", ThemeRow, ("theme", "letter", "anchor"), tuple(_themes(connections))),
        DataTable("changes", ChangeRow, ("letter_a", "letter_b", "n"), tuple(_changes(comparisons))),
    )


def _letter(letter: Letter) -> LetterRow:
    source = letter.source
    return LetterRow(
        id=letter.id,
        title=title(letter),
        date=letter.fact(FactKey.DATE),
        ministry=letter.fact(FactKey.MINISTRY),
        kamerstuk=kamerstuk(letter),
        dossier=letter.fact(FactKey.DOSSIER),
        ondernummer=letter.fact(FactKey.ONDERNUMMER),
        vergaderjaar=letter.fact(FactKey.VERGADERJAAR),
        addressee=letter.fact(FactKey.ADDRESSEE),
        place=letter.fact(FactKey.PLACE),
        official_url=official_url(letter),
        words=letter.ledger.words,
        layout=letter.layout,
        source_file=source.name,
        source_sha256=source.sha256,
        source_encoding=source.encoding,
        source_text=source.text,
        source_base64=source.original,
    )


def _signers(letter: Letter) -> Iterator[SignerRow]:
    for n, signer in enumerate(letter.signers, 1):
        yield SignerRow(letter.id, n, signer.name, person_of(signer.name).whole, signer.role)


def _passages(letter: Letter) -> Iterator[PassageRow]:
    for n, passage in enumerate(letter.passages, 1):
        yield PassageRow(
            letter.id, n, passage.anchor, passage.kind.value, passage.level, passage.part, *passage.lines,
            passage.page, text_of(passage),
        )  # fmt: skip


def text_of(passage: Passage) -> str:
    """The text of a passage; of a table with a tab between cells and a line feed between rows."""
    return passage.text.replace(NEXT_ROW, "\n")


def _citations(letters: Iterable[Letter], connections: Connections) -> Iterator[CitationRow]:
    for letter in letters:
        found = connections.references.of(letter.id)
        cited = ((one, paper) for one in found for paper in dict.fromkeys(one.papers))
        for n, (one, paper) in enumerate(cited, 1):
            yield CitationRow(
                letter.id, n, one.passage.anchor, one.citation.start, one.printed, paper,
                kind(paper), address(paper, one.day),
            )  # fmt: skip


def _pledges(connections: Connections) -> Iterator[PledgeRow]:
    counts: Counter[str] = Counter()
    for one in connections.pledges:
        letter = one.passage.letter
        counts[letter] += 1
        yield PledgeRow(letter, counts[letter], one.passage.anchor, one.start, one.kind.value, one.sentence, one.when)


def _themes(connections: Connections) -> Iterator[ThemeRow]:
    titles = {theme.id: theme.title for theme in connections.themes}
    for hit in connections.hits:
        passage = hit.passage
        yield ThemeRow(hit.theme, titles[hit.theme], passage.letter, passage.anchor, hit.points, hit.needed)


def _changes(comparisons: Iterable[Comparison]) -> Iterator[ChangeRow]:
    for made in comparisons:
        for change in made.changes:
            yield ChangeRow(
                made.a.id, made.b.id, change.n, change.kind.value, change.rule, change.before, change.after,
                change.a, change.b,
            )  # fmt: skip


def _writable(value: Any) -> Any:
    """Half a surrogate pair, which a broken file can hold, is no character that another program takes."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
