"""Citations and themes as open data: `data/verwijzingen.json` and `data/themas.json`, described on `over.md`."""

import json
from typing import Any

from build_tools.connections.connect import Connections


def references_json(connections: Connections) -> str:
    """Every citation: the letter, the anchor on its page, the words as printed, the papers that they name."""
    return _json(
        [
            {
                "letter": reference.passage.letter,
                "anchor": reference.passage.anchor,
                "text": reference.printed,
                "targets": list(reference.papers),
            }
            for reference in connections.references.all
        ]
    )


def themes_json(connections: Connections) -> str:
    """The passages of every theme: the letter, the anchor on its page, the lines of the source, the text."""
    found: dict[str, list[dict[str, Any]]] = {theme.id: [] for theme in connections.themes}
    for hit in connections.hits:
        passage = hit.passage
        found[hit.theme].append(
            {
                "letter": passage.letter,
                "anchor": passage.anchor,
                "lines": list(passage.lines),
                "text": passage.text,
            }
        )
    return _json(found)


def _json(content: Any) -> str:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
