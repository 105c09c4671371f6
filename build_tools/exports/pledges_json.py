"""Promises and answers as open data: `data/toezeggingen.json`, described on `over.md`."""

from collections.abc import Sequence

from build_tools.as_json import as_json
from build_tools.connections.connect import Connections
from build_tools.exports.stamp import STAMP
from build_tools.model import Letter
from build_tools.papers.publications import address


def pledges_json(letters: Sequence[Letter], connections: Connections) -> str:
    """Every promise and answer: its letter, anchor and sentence, when it is to be, the papers that the sentence names,
    who signed, and where later letters speak of it.
    """
    signers = {letter.id: [signer.name for signer in letter.signers] for letter in letters}
    return as_json(
        [
            {
                "letter": pledge.passage.letter,
                "anchor": pledge.passage.anchor,
                "kind": pledge.kind.value,
                "text": pledge.sentence,
                "when": pledge.when,
                "signers": signers[pledge.passage.letter],
                "sources": [{"id": paper, "address": address(paper)} for paper in pledge.papers],
                "later": [
                    {"letter": place.passage.letter, "anchor": place.passage.anchor, "text": place.sentence}
                    for place in places
                ],
                **STAMP,
            }
            for pledge, places in zip(connections.pledges, connections.later, strict=True)
        ]
    )
