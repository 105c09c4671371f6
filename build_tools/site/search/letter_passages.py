"""The text of a letter as search sees it: its passages, from the open data beside its page.

Other pages are read from their finished HTML (`page_passages.py`); of a letter the data says it already.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from build_tools.addresses import note_anchor
from build_tools.dutch.characters import cells_apart, visible
from build_tools.model import Kind
from build_tools.site.search.page_passages import PageText

DATA = "data/brieven/{}.json"


def letter_passages(docs: Path, id_: str) -> list[PageText] | None:
    """The blocks and notes of a letter, in the order of its page; nothing where there is no data of such a letter."""
    path = docs / DATA.format(id_)
    if not path.is_file():
        return None
    letter = json.loads(path.read_bytes())
    blocks = [(block["anchor"], _told(block)) for block in letter["blocks"]]
    notes = [(note_anchor(note["n"]), note["text"]) for note in sorted(letter["notes"], key=lambda note: note["n"])]
    folded = ((anchor, " ".join(visible(text).split())) for anchor, text in (*blocks, *notes))
    return [PageText(anchor, text) for anchor, text in folded if text]


def _told(block: Mapping[str, str]) -> str:
    """The text of a block; of a table with its cells apart."""
    return cells_apart(block["text"]) if block["kind"] == Kind.TABLE.value else block["text"]
