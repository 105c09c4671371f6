"""A letter as open data: `data/brieven/<id>.json`. The schema is described on the page `over.md`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from build_tools.addresses import block_anchor, note_anchor
from build_tools.as_json import as_json
from build_tools.compare.telling.doubt_words import says
from build_tools.exports.stamp import STAMP
from build_tools.model import Block, Doubt, Fact, Ledger, Letter, Note, TextCell
from build_tools.papers.of_letter import kamerstuk, official_url, title, what
from build_tools.tabular.grid import Grid, Place, shaped


def letter_json(letter: Letter) -> str:
    """Facts, blocks, notes and ledger, with the text exactly as it was read."""
    return as_json(letter_values(letter))


def letter_values(letter: Letter) -> dict[str, Any]:
    """What the file holds, by key."""
    source, names = letter.source, letter.place_names
    return {
        **STAMP,
        "id": letter.id,
        "title": title(letter),
        "what": what(letter),
        "source": {
            "file": source.name, "sha256": source.sha256, "encoding": source.encoding, "kind": source.kind,
            "remarks": list(source.remarks),
        },
        "layout": letter.layout,
        "kamerstuk": kamerstuk(letter),
        "official_url": official_url(letter),
        "facts": {key: _fact(fact) for key, fact in sorted(letter.facts.items())},
        "versions": list(letter.versions),
        "themes": list(letter.themes),
        "blocks": [_block(block) for block in letter.blocks],
        "notes": [_note(note, names[note_anchor(note.n)]) for note in letter.notes],
        "doubts": [doubt_values(doubt) for doubt in letter.doubts],
        "ledger": _ledger(letter.ledger),
    }  # fmt: skip


def _fact(fact: Fact) -> dict[str, Any]:
    """`text` is the old name of `line`."""
    value = fact.value if isinstance(fact.value, str) else [asdict(part) for part in fact.value]
    origin = {"line": fact.origin, "text": fact.origin} if isinstance(fact.origin, int) else {"catalogue": fact.origin}
    return {"value": value, **origin}


def doubt_values(doubt: Doubt) -> dict[str, Any]:
    """A place where the reading may be wrong; `settled` is what an editor says of it."""
    return {
        "kind": doubt.kind.value,
        "line": doubt.line,
        "page": doubt.page,
        "text": doubt.text,
        "says": says(doubt),
        "anchor": doubt.anchor,
        "settled": doubt.settled,
    }


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
        **(_table(block) if block.cells else {}),
    }


def _table(block: Block) -> dict[str, Any]:
    """A table twice: its texts by row and column, empty where nothing begins; and its cells."""
    grid = shaped(block.cells)
    return {"rows": list(_texts(block, grid)), "cells": [_cell(block, cell) for cell in block.cells]}


def _texts(block: Block, grid: Grid) -> Iterator[list[str]]:
    """The text of each place. What a cell covers besides the place where it begins is empty."""
    width = sum(place.columns for place in grid[0])
    covered: Counter[int] = Counter()
    for row in grid:
        texts: list[str] = []
        own = iter(row)
        while len(texts) < width:
            if covered[len(texts)]:
                covered[len(texts)] -= 1
                texts.append("")
                continue
            place = next(own, Place(None))
            for at in range(len(texts), len(texts) + place.columns):
                covered[at] += place.rows - 1
            texts += [block.text[place.cell.start : place.cell.end] if place.cell else "", *[""] * (place.columns - 1)]
        yield texts


def _cell(block: Block, cell: TextCell) -> dict[str, Any]:
    return {
        "text": block.text[cell.start : cell.end], "row": cell.row, "column": cell.column, "rows": cell.rows,
        "columns": cell.columns, "header": cell.header,
    }  # fmt: skip


def _note(note: Note, name: str) -> dict[str, Any]:
    return {
        "n": note.n,
        "printed": note.printed,
        "name": name,
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
