"""From a source to a letter: the stages of the heart, in order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from build_tools.draft import Cut, Document, Draft, NoteLines
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.model import Block, Fact, FactKey, Kind, Letter, Note
from build_tools.reading.blocks.classify import make_blocks
from build_tools.reading.blocks.joining.dehyphenation import join, words_of
from build_tools.reading.doubt_rules import doubts_of
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.facts import in_sentence_case, read_facts, settled, with_file_facts
from build_tools.reading.layouts import Layout, clean, layout_of
from build_tools.reading.ledger import account
from build_tools.reading.line_ends import printed_text_of
from build_tools.reading.lines import draft_of
from build_tools.reading.mail.letters import take_out_mail
from build_tools.reading.passages import passages_of
from build_tools.reading.steps.web.browser_print import take_out_browser_print


def read_letter(document: Document, layout: str | None = None, stated: Mapping[FactKey, Fact] | None = None) -> Letter:
    """Read a document to its end. `layout` and `stated` are what the catalogue says of it.

    Raises UnbalancedError where a character would be lost.
    """
    return read_through(document, layout, stated or {}).letter


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter with the middle stages that it came through."""

    raw: Draft
    layout: Layout
    cleaned: Draft
    letter: Letter


def read_through(document: Document, layout: str | None, stated: Mapping[FactKey, Fact]) -> Reading:
    """Read a document, and keep each stage."""
    source, raw = document.source, draft_of(document)
    bare = take_out_mail(take_out_browser_print(raw))
    chosen = layout_of(bare, layout)
    cleaned = clean(bare, chosen)
    words = words_of([*cleaned.lines, *(line for note in cleaned.notes for line in note.lines)])
    blocks, left_out = make_blocks(cleaned, words)
    notes, left_in_notes = make_notes(cleaned, blocks, words)
    known = with_file_facts(read_facts(cleaned, blocks), document.stated)
    facts = settled(in_sentence_case(known, blocks), stated)
    ledger = account(source, blocks, notes, (*cleaned.taken, *left_out, *left_in_notes))
    blocks = with_title(blocks, facts)
    passages = passages_of(source.id, blocks, notes, printed_text_of(raw))
    letter = Letter(source, chosen.name, facts, blocks, notes, passages, ledger, raw.wrapped)
    return Reading(raw, chosen, cleaned, replace(letter, doubts=doubts_of(Evidence(raw, cleaned, letter, words))))


def make_notes(draft: Draft, blocks: tuple[Block, ...], words: Vocabulary) -> tuple[tuple[Note, ...], tuple[Cut, ...]]:
    """The notes as running text, each with the block that refers to it first."""
    at = {ref.n: block.n for block in reversed(blocks) for ref in block.notes}
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
    """The first and the last line of a note in the source."""
    numbers = [line.number for line in note.lines] or [0]
    return min(numbers), max(numbers)


def with_title(blocks: tuple[Block, ...], facts: dict[FactKey, Fact]) -> tuple[Block, ...]:
    """The block that is the letter's title has level 1, also where the print sets it in capitals."""
    title = facts.get(FactKey.TITLE)
    if not blocks or title is None or blocks[0].kind is not Kind.HEADING or not isinstance(title.value, str):
        return blocks
    if title.value.casefold() != blocks[0].text.casefold():
        return blocks
    return (replace(blocks[0], level=1), *blocks[1:])
