"""Small letters, each with one idea, and what comes out of them: `cases/<stage>/<idea>.yml`.

A case states what it is about and no more: `layout`, `blocks` (with `[^1]` where a marker stands), `notes`,
`left out` (line, reason, text), `facts` or `doubts` (line, kind). In its text `␌` on a line of its own is a form feed.
A case in a new folder runs as well.
"""

from dataclasses import astuple
from functools import cache
from pathlib import Path

import pytest
from case_files import CASES, READ_BY, small_letters

from build_tools.draft import Document
from build_tools.model import Block, Fact, Letter, Source
from build_tools.reading.letter import read_letter

LOADED = small_letters()
KNOWN = {"text", "layout", "blocks", "notes", "left out", "facts", "doubts"}


@cache
def letter(case: str) -> Letter:
    text = LOADED[case]["text"].replace("␌\n", "\f")
    return read_letter(Document(Source.of("brief", "brief.txt", text, "UTF-8", "0" * 64)))


def stating(key: str) -> pytest.MarkDecorator:
    """All cases that state something of this kind."""
    return pytest.mark.parametrize("case", [name for name, case in LOADED.items() if key in case])


def shown(block: Block) -> dict[str, str]:
    """A block as cases write it: `{heading 2: text}`."""
    text = block.text
    for ref in reversed(block.notes):
        text = f"{text[: ref.at]}[^{ref.n}]{text[ref.at :]}"
    deep = f" {block.level}" if block.kind.value in ("heading", "item") else ""
    return {block.kind.value + deep: text}


def plain(fact: Fact) -> str | list[str]:
    return fact.value if isinstance(fact.value, str) else [", ".join(astuple(part)) for part in fact.value]


def test_every_case_states_something() -> None:
    """A file in `cases/` that is no case, or that nothing would read, is named here."""
    assert [name for name, case in LOADED.items() if not {"text"} < case.keys() <= KNOWN] == []


def test_every_other_file_is_read_by_its_tests() -> None:
    for name, tests in READ_BY.items():
        assert (CASES / name).is_file()
        folder, _, _ = name.partition("/")
        read = (Path(__file__).parent / tests).read_text(encoding="utf-8")
        assert name in read or f'cases("{folder}")' in read


@stating("layout")
def test_layout(case: str) -> None:
    assert letter(case).layout == LOADED[case]["layout"]


@stating("blocks")
def test_blocks(case: str) -> None:
    assert [shown(block) for block in letter(case).blocks] == LOADED[case]["blocks"]


@stating("notes")
def test_notes(case: str) -> None:
    assert {note.n: note.text for note in letter(case).notes} == LOADED[case]["notes"]


@stating("left out")
def test_left_out(case: str) -> None:
    found = [[entry.line, entry.reason.value, entry.text] for entry in letter(case).ledger.left_out]
    assert found == LOADED[case]["left out"]


@stating("facts")
def test_facts(case: str) -> None:
    assert {key: plain(fact) for key, fact in letter(case).facts.items()} == LOADED[case]["facts"]


@stating("doubts")
def test_doubts(case: str) -> None:
    assert [[doubt.line, doubt.kind.value] for doubt in letter(case).doubts] == LOADED[case]["doubts"]
