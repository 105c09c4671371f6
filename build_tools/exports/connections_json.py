"""Citations and themes as open data: `data/verwijzingen.json` and `data/themas.json`, described on `over.md`."""

from typing import Any

from build_tools.as_json import as_json, as_json_by_parts
from build_tools.citations.grammar import Target
from build_tools.connections.connect import Connections
from build_tools.connections.reference import Reference
from build_tools.connections.theme_hits import Hit
from build_tools.exports.stamp import STAMP
from build_tools.model import NEXT_ROW, Passage
from build_tools.papers.publications import address, kind, name


def references_json(connections: Connections) -> str:
    """Every citation: the letter, the anchor on its page, the words as printed, the papers that they name, and of each
    what it is, where it is to be read and which words name it.
    """
    return as_json(
        [
            {
                "letter": reference.passage.letter,
                "anchor": reference.passage.anchor,
                "text": reference.printed,
                "targets": list(reference.papers),
                "resolved": reference.points_back,
                "sources": [_target(reference, target) for target in reference.citation.targets],
                **STAMP,
            }
            for reference in connections.references.all
        ]
    )


def _target(reference: Reference, target: Target) -> dict[str, str]:
    return {
        "kind": kind(target.paper),
        "id": target.paper,
        "name": name(target.paper),
        "address": address(target.paper, reference.day),
        "words": reference.passage.text[target.start : target.end],
    }


def themes_json(connections: Connections) -> bytes:
    """The passages of every theme: the letter, the anchor on its page, the lines of the source, the text."""
    found: dict[str, list[Hit]] = {theme.id: [] for theme in connections.themes}
    for hit in connections.hits:
        found[hit.theme].append(hit)
    return as_json_by_parts((theme, [_passage(hit.passage) for hit in hits]) for theme, hits in found.items())


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "letter": passage.letter,
        "anchor": passage.anchor,
        "lines": list(passage.lines),
        "text": passage.text.replace(NEXT_ROW, "\n"),
        **STAMP,
    }
