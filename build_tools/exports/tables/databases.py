"""Tables for programs that ask questions of them: one SQLite database with full-text search, and Parquet."""

import sqlite3
from collections.abc import Iterable, Iterator
from io import BytesIO

from build_tools.exports.tables.rows import DataTable

SEARCHED = {"passages": ("text",)}
"""By table the columns with an index of their words."""

_LETTERS = ("letter", "letter_a", "letter_b")
"""Columns that hold the id of a letter."""


def sqlite(tables: Iterable[DataTable]) -> dict[str, bytes]:
    """One database. Words are found whatever accents they have. Names of tables and columns are this program's own."""
    with sqlite3.connect(":memory:") as database:
        for table in tables:
            database.execute(f"create table {table.name} ({', '.join(_columns(table))})")
            names = ", ".join(f":{column}" for column in table.columns)
            database.executemany(f"insert into {table.name} values ({names})", table.values())  # noqa: S608
            for statement in _indexes(table):
                database.execute(statement)
        database.commit()
        return {"kamerbrieven.sqlite": database.serialize()}


def _columns(table: DataTable) -> Iterator[str]:
    """What a database has to know of the columns: their types, and which hold the id of a letter."""
    for column, kind in table.types.items():
        needed = " not null" if kind in (int, str) else ""
        refers = " references letters (id)" if column in _LETTERS else ""
        yield f"{column} {'integer' if kind is int else 'text'}{needed}{refers}"
    yield f"primary key ({', '.join(table.key)})"


def _indexes(table: DataTable) -> Iterator[str]:
    """The words of the columns that are searched, and which rows belong to a letter."""
    for column in (own for own in table.columns if own in _LETTERS):
        yield f"create index {table.name}_{column} on {table.name} ({column})"
    if searched := ", ".join(SEARCHED.get(table.name, ())):
        name = f"{table.name}_fts"
        options = f"content='{table.name}', tokenize='unicode61 remove_diacritics 2'"
        yield f"create virtual table {name} using fts5 ({searched}, {options})"
        yield f"insert into {name} ({name}) values ('rebuild')"  # noqa: S608


def parquet(tables: Iterable[DataTable]) -> dict[str, bytes]:
    """A file for each table."""
    return {f"parquet/{table.name}.parquet": _parquet(table) for table in tables}


def _parquet(table: DataTable) -> bytes:
    import pyarrow
    from pyarrow import parquet as files

    kinds = {int: pyarrow.int64(), str: pyarrow.string()}
    columns = (
        pyarrow.field(name, kinds.get(kind, pyarrow.string()), nullable=kind not in kinds)
        for name, kind in table.types.items()
    )
    stream = BytesIO()
    files.write_table(pyarrow.Table.from_pylist(list(table.values()), pyarrow.schema(columns)), stream)
    return stream.getvalue()
