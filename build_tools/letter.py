"""From a source to a letter: the stages of the heart, in order."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from build_tools.blocks import make_blocks
from build_tools.facts import read_facts, settled
from build_tools.joining import Words, join, words_of
from build_tools.layouts import Layout, clean, layout_of
from build_tools.ledger import account
from build_tools.lines import draft as draft_of
from build_tools.model import Block, Cut, Draft, Fact, Kind, Letter, Note, NoteLines, Source


def read_letter(source: Source, layout: str | None = None, stated: dict[str, Fact] | None = None) -> Letter:
    """Read a document to its end. `layout` and `stated` are what the catalogue says of it.

    Raises Unbalanced where a character would be lost.
    """
    raw = draft_of(source)
    chosen = layout_of(raw, layout)
    cleaned = clean(raw, chosen)
    words = words_of([*cleaned.lines, *(line for note in cleaned.notes for line in note.lines)])
    blocks, left_out = make_blocks(cleaned, words)
    notes, left_in_notes = make_notes(cleaned, blocks, words)
    facts = settled(read_facts(cleaned, blocks), stated or {})
    ledger = account(source, blocks, notes, (*cleaned.taken, *left_out, *left_in_notes))
    return Letter(source, chosen.name, facts, with_title(blocks, facts), notes, ledger)


def make_notes(draft: Draft, blocks: tuple[Block, ...], words: Words) -> tuple[tuple[Note, ...], tuple[Cut, ...]]:
    """The notes as running text, each with the block that refers to it."""
    at = {ref.n: block.n for block in blocks for ref in block.notes}
    pages = dict(draft.printed_pages)
    notes: list[Note] = []
    cuts: list[Cut] = []
    for found in draft.notes:
        joined = join(found.lines, words)
        page = pages.get(found.lines[0].page) if found.lines else None
        notes.append(Note(found.n, found.printed, joined.text, line_range(found), at.get(found.n), page, joined.spans))
        cuts += joined.cuts
    return tuple(notes), tuple(cuts)


def line_range(note: NoteLines) -> tuple[int, int]:
    numbers = [line.number for line in note.lines] or [0]
    return min(numbers), max(numbers)


def with_title(blocks: tuple[Block, ...], facts: dict[str, Fact]) -> tuple[Block, ...]:
    """The block that is the letter's title has level 1."""
    title = facts.get("title")
    if not blocks or title is None or blocks[0].kind is not Kind.HEADING or title.value != blocks[0].text:
        return blocks
    return (replace(blocks[0], level=1), *blocks[1:])


def stage_lines(source: Source, layout: str | None, stated: dict[str, Fact]) -> str:
    return "\n".join(f"{line.number:5} p{line.page} +{line.blanks} {line.text}" for line in draft_of(source).lines)


def cleaned_draft(source: Source, layout: str | None) -> tuple[Layout, Draft]:
    raw = draft_of(source)
    chosen = layout_of(raw, layout)
    return chosen, clean(raw, chosen)


def stage_cleaned(source: Source, layout: str | None, stated: dict[str, Fact]) -> str:
    chosen, draft = cleaned_draft(source, layout)
    rows = [f"{line.number:5} p{line.page} +{line.blanks} {line.plain}" for line in draft.lines]
    return "\n".join([f"layout: {chosen.name}", *rows])


def stage_notes(source: Source, layout: str | None, stated: dict[str, Fact]) -> str:
    letter = read_letter(source, layout, stated)
    return "\n".join(f"{note.n:3} (printed {note.printed}, al-{note.block}) {note.text}" for note in letter.notes)


def stage_blocks(source: Source, layout: str | None, stated: dict[str, Fact]) -> str:
    letter = read_letter(source, layout, stated)
    return "\n".join(f"{b.n:4} {b.kind.value:9} {b.level} {b.lines[0]}-{b.lines[1]} {b.text}" for b in letter.blocks)


def stage_facts(source: Source, layout: str | None, stated: dict[str, Fact]) -> str:
    facts = read_letter(source, layout, stated).facts
    return "\n".join(f"{key}: {plain(fact.value)}  [{fact.origin}]" for key, fact in facts.items())


def stage_ledger(source: Source, layout: str | None, stated: dict[str, Fact]) -> str:
    ledger = read_letter(source, layout, stated).ledger
    rows = [f"{entry.line:5} {entry.reason.value:32} {entry.text}" for entry in ledger.left_out]
    return "\n".join([*rows, f"{ledger.source_characters} = {ledger.block_characters} + {ledger.note_characters} + {ledger.left_out_characters}"])


def plain(value: Any) -> str:
    return value if isinstance(value, str) else "; ".join(f"{signer.name}, {signer.role}" for signer in value)


STAGES: dict[str, Callable[[Source, str | None, dict[str, Fact]], str]] = {
    "lines": stage_lines,
    "cleaned": stage_cleaned,
    "notes": stage_notes,
    "blocks": stage_blocks,
    "facts": stage_facts,
    "ledger": stage_ledger,
}
"""What `kamerbrieven show` can print: each stage as text, for one document."""
