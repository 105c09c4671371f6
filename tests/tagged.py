"""Cases of files with tags: what a small file of official XML, or a small page, becomes.

A case has the `body` of a paper (or a whole `file`, and `metadata` beside it), and states some of: `blocks`, `notes`,
`facts`, `left out`, `remarks`, `text`.
"""

from pathlib import Path
from typing import Any

import yaml

from build_tools.model import Block, Fact, Kind, Letter
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read

CASES = Path(__file__).parent / "cases"


def cases(stage: str) -> dict[str, dict[str, Any]]:
    """All cases of a folder, by file and name."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((CASES / stage).glob("*.yml")):
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found[f"{path.stem}: {name}"] = case
    return found


def letter_of(folder: Path, name: str, content: str, metadata: str | None = None) -> Letter:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    if metadata:
        path.with_name(f"{path.stem}.metadata.xml").write_text(metadata, encoding="utf-8")
    return read_letter(read(path))


def shown(block: Block) -> dict[str, str]:
    """A block as cases write it: `{heading 2: text[^1]}`; of a table the cells, and how far those reach that span."""
    if block.kind is Kind.TABLE:
        return {"table": " ".join(f"({cell})" for cell in map(str, cells(block)))}
    text = block.text
    for ref in reversed(block.notes):
        text = f"{text[: ref.at]}[^{ref.n}]{text[ref.at :]}"
    deep = f" {block.level}" if block.kind in (Kind.HEADING, Kind.ITEM) else ""
    part = f" of annex {block.part}" if block.part else ""
    return {block.kind.value + deep + part: text.replace("\n", " / ")}


def cells(block: Block) -> list[str]:
    """`0,1 text`; `0,1 2x1 text` where a cell takes two rows; `head 0,1 text` of one that heads."""
    found = []
    for cell in block.cells:
        size = f" {cell.rows}x{cell.columns}" if (cell.rows, cell.columns) != (1, 1) else ""
        head = "head " if cell.header else ""
        found.append(f"{head}{cell.row},{cell.column}{size} {block.text[cell.start : cell.end]}")
    return found


def plain(fact: Fact) -> str | list[str]:
    return fact.value if isinstance(fact.value, str) else [f"{s.name}, {s.role}" for s in fact.value]


def outcome(letter: Letter, asked: set[str]) -> dict[str, Any]:
    """What a case may state of a letter, as far as it does."""
    whole = {
        "blocks": [shown(block) for block in letter.blocks],
        "notes": {note.printed: f"{note.text} ({note.block})" for note in letter.notes},
        "facts": {key.value: plain(fact) for key, fact in letter.facts.items()},
        "origins": {key.value: fact.origin for key, fact in letter.facts.items()},
        "left out": [f"{entry.reason.value}: {entry.text}" for entry in letter.ledger.left_out],
        "remarks": list(letter.source.remarks),
        "text": letter.source.text,
    }
    return {key: value for key, value in whole.items() if key in asked}
