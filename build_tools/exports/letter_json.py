"""A letter as open data: `data/brieven/<id>.json`. The schema is described on the page `over.md`."""

from dataclasses import asdict
from typing import Any

from build_tools import __version__
from build_tools.addresses import block_anchor
from build_tools.exports.as_json import as_json
from build_tools.model import Block, Fact, Ledger, Letter, Note
from build_tools.papers.of_letter import kamerstuk, official_url


def letter_json(letter: Letter) -> str:
    """Facts, blocks, notes and ledger, with the text exactly as it was read."""
    return as_json(letter_values(letter))


def letter_values(letter: Letter) -> dict[str, Any]:
    """What the file holds, by key."""
    source = letter.source
    return {
        "kamerbrieven": __version__,
        "id": letter.id,
        "source": {
            "file": source.name, "sha256": source.sha256, "encoding": source.encoding, "kind": source.kind,
        },
        "layout": letter.layout,
        "kamerstuk": kamerstuk(letter),
        "official_url": official_url(letter),
        "facts": {key: _fact(fact) for key, fact in sorted(letter.facts.items())},
        "versions": list(letter.versions),
        "themes": list(letter.themes),
        "blocks": [_block(block) for block in letter.blocks],
        "notes": [_note(note) for note in letter.notes],
        "ledger": _ledger(letter.ledger),
    }  # fmt: skip


def _fact(fact: Fact) -> dict[str, Any]:
    value = fact.value if isinstance(fact.value, str) else [asdict(part) for part in fact.value]
    return {"value": value, "text" if isinstance(fact.origin, int) else "catalogue": fact.origin}


def _block(block: Block) -> dict[str, Any]:
    return {
        "anchor": block.anchor,
        "kind": block.kind.value,
        "level": block.level,
        "part": block.part,
        "lines": list(block.lines),
        "page": block.page,
        "text": block.text,
        "breaks": list(block.breaks),
        "notes": [{"n": ref.n, "at": ref.at} for ref in block.notes],
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "n": note.n,
        "printed": note.printed,
        "text": note.text,
        "lines": list(note.lines),
        "page": note.page,
        "block": None if note.block is None else block_anchor(note.block),
    }


def _ledger(ledger: Ledger) -> dict[str, Any]:
    return {
        "source_characters": ledger.source_characters,
        "block_characters": ledger.block_characters,
        "note_characters": ledger.note_characters,
        "left_out_characters": ledger.left_out_characters,
        "balances": ledger.balances,
        "source_words": ledger.source_words,
        "block_words": ledger.block_words,
        "note_words": ledger.note_words,
        "left_out": [{"line": e.line, "text": e.text, "reason": e.reason.value} for e in ledger.left_out],
    }
