"""Small letters, each with one idea, and what comes out of them: `cases/<stage>/<idea>.yml`.

A case states what it is about and no more: `layout`, `blocks` (with `[^1]` where a marker stands), `notes`,
`left out` (line, reason, text), `facts` or `doubts` (line, kind). In its text `␌` on a line of its own is a form feed.
A case in a new folder runs as well.
"""

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import pytest
from case_files import CASES, READ_BY, small_letters
from each import each

from build_tools.draft import Document
from build_tools.model import Block, Fact, Letter, Source
from build_tools.reading.letter import read_letter

LOADED = small_letters()


def letter(text: str) -> Letter:
    return read_letter(Document(Source.of("brief", "brief.txt", text.replace("␌\n", "\f"), "UTF-8", "0" * 64)))


def shown(block: Block) -> dict[str, str]:
    """A block as cases write it: `{heading 2: text}`."""
    text = block.text
    for ref in reversed(block.notes):
        text = f"{text[: ref.at]}[^{ref.n}]{text[ref.at :]}"
    deep = f" {block.level}" if block.kind.value in ("heading", "item") else ""
    return {block.kind.value + deep: text}


def plain(fact: Fact) -> str | list[str]:
    return fact.value if isinstance(fact.value, str) else [", ".join(astuple(part)) for part in fact.value]


STATED: dict[str, Callable[[Letter], object]] = {
    "layout": lambda letter: letter.layout,
    "blocks": lambda letter: [shown(block) for block in letter.blocks],
    "notes": lambda letter: {note.n: note.text for note in letter.notes},
    "left out": lambda letter: [[entry.line, entry.reason.value, entry.text] for entry in letter.ledger.left_out],
    "facts": lambda letter: {key: plain(fact) for key, fact in letter.facts.items()},
    "doubts": lambda letter: [[doubt.line, doubt.kind.value] for doubt in letter.doubts],
}
"""What a case may state, and how it is seen in a letter that was read."""


def test_every_case_states_something() -> None:
    """A file in `cases/` that is no case, or that nothing would read, is named here."""
    assert [name for name, case in LOADED.items() if not {"text"} < case.keys() <= {"text", *STATED}] == []


def test_every_other_file_is_read_by_its_tests() -> None:
    for name, tests in READ_BY.items():
        assert (CASES / name).is_file()
        folder, _, _ = name.partition("/")
        read = (Path(__file__).parent / tests).read_text(encoding="utf-8")
        assert name in read or f'cases("{folder}")' in read


FOLDERS = sorted({name.partition("/")[0] for name, case in LOADED.items() if "text" in case})


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_comes_of(folder: str) -> None:
    """All that a case states, of one reading: to ask for each by itself takes longer than to see it."""

    def comes_of(name: str) -> None:
        read, stated = letter(LOADED[name]["text"]), {key: LOADED[name][key] for key in STATED if key in LOADED[name]}
        assert {key: STATED[key](read) for key in stated} == stated

    names = (name for name, case in LOADED.items() if "text" in case)
    each((name for name in names if name.partition("/")[0] == folder), comes_of, str)
