"""Letters made by hand, for tests of what comes after reading."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from build_tools.cache.keyed import UNKEYED
from build_tools.connections.connect import Connections, connect
from build_tools.dutch.tokens import count_words
from build_tools.exports.all_exports import exports
from build_tools.model import (
    Block,
    Fact,
    FactKey,
    Kind,
    Ledger,
    LeftOut,
    Letter,
    Note,
    NoteRef,
    Source,
    TextCell,
    non_space,
)
from build_tools.pages.all_pages import pages
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.reading.passages import passages_of
from build_tools.sources.own_site import read_own_site
from build_tools.versions.compared import reuse_once
from build_tools.versions.finding import IdPair
from build_tools.versions.index import codes_of, print_of
from build_tools.versions.pairs import families_among, with_kin
from build_tools.versions.reuse import Reuse, repeats_in_letter


def with_versions(
    letters: Sequence[Letter], stated: Collection[IdPair], denied: Collection[IdPair]
) -> tuple[Letter, ...]:
    """The letters, each with its versions and related letters among them."""
    codes = {letter.id: codes_of(letter.text) for letter in letters}
    return with_kin(letters, families_among(codes, stated, denied), denied)


def reuse_among(letters: Sequence[Letter]) -> list[Reuse]:
    """What returns in letters."""
    within = {letter.id: repeats_in_letter(letter) for letter in letters}
    runs = {letter.id: print_of(codes_of(letter.text)).runs for letter in letters}
    return reuse_once(letters, within, runs, UNKEYED)


def block(n: int, text: str, kind: Kind = Kind.PARAGRAPH, level: int = 1, **more: Any) -> Block:
    return Block(n, kind, text, level, more.pop("part", 0), (n, n), **more)


Rows = Sequence[Sequence[str | None]]


def table(
    n: int, rows: Rows, heads: int = 1, spans: dict[tuple[int, int], tuple[int, int]] | None = None, **more: Any
) -> Block:
    """A table of these texts; None where nothing stands, or where a cell beside it goes on."""
    text, last = "", 0
    cells: list[TextCell] = []
    for row, texts in enumerate(rows):
        for column, own in enumerate(texts):
            if own is not None:
                text += ("\t" if row == last else "\n") if cells else ""
                taken = (spans or {}).get((row, column), (1, 1))
                cells.append(TextCell(len(text), len(text) + len(own), row, column, *taken, row < heads))
                text, last = text + own, row
    return block(n, text, Kind.TABLE, cells=tuple(cells), **more)


def note(n: int, text: str, by: int | None = 1) -> Note:
    return Note(n, str(n), text, (100 + n, 100 + n), by)


def letter(
    blocks: Sequence[Block] = (),
    notes: Sequence[Note] = (),
    facts: dict[FactKey, Fact] | None = None,
    left_out: Sequence[LeftOut] = (),
    id_: str = "brief",
    name: str | None = None,
) -> Letter:
    """A letter whose ledger adds up."""
    in_blocks, in_notes = (sum(non_space(part.text) for part in parts) for parts in (blocks, notes))
    total = in_blocks + in_notes + sum(non_space(entry.text) for entry in left_out)
    words = [sum(count_words(part.text) for part in parts) for parts in (blocks, notes)]
    ledger = Ledger(total, in_blocks, in_notes, tuple(left_out), sum(words), *words)
    text = "\n".join(part.text for part in (*blocks, *notes))
    source = Source.of(id_, name or f"{id_}.txt", text, "UTF-8", "0" * 64)
    return Letter(source, "brief", facts or {}, tuple(blocks), tuple(notes), passages_of(id_, blocks, notes), ledger)


def with_notes(text: str, *refs: tuple[int, int]) -> Block:
    return block(1, text, notes=tuple(NoteRef(n, at) for n, at in refs))


OWN = read_own_site(Path("nowhere") / "mkdocs.yml")
"""A site that states nothing of itself."""


def connections(letters: Sequence[Letter], folder: Path = Path("nowhere")) -> Connections:
    """What connects letters; without a folder there are no themes and terms."""
    return connect(letters, folder)[1]


def files_of(letters: Sequence[Letter], sheets: Sequence[ComparisonSheet] = ()) -> dict[str, str]:
    """Every generated file of a site of these letters, by path."""
    connected = connections(letters)
    files = (*pages(letters, connected, OWN, sheets), *exports(letters, connected, sheets))
    return {file.path: file.text for file in files}
