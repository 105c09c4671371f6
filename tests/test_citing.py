"""A ready citation of a letter, for a footnote and for reference managers."""

import json

import pytest
from frozen import SEEDS, five_letters
from letters import block, letter

from build_tools.connections.connect import connect
from build_tools.exports.connections_json import references_json, themes_json
from build_tools.exports.reference_managers import bibtex, ris
from build_tools.model import Fact, Signer
from build_tools.papers.citing import citation_of

KNOWN = {
    "title": Fact("50% {meer} & \\ minder", 1),
    "date": Fact("2025-02-07", 1),
    "signers": Fact((Signer("J.N.J. Nobel", "staatssecretaris"), Signer("C.E.G. van Gennip", "minister")), 1),
    "dossier": Fact("32824", 1),
    "ondernummer": Fact("448", 1),
    "vergaderjaar": Fact("2024-2025", 1),
}


@pytest.mark.parametrize(
    ("changes", "page", "expected"),
    [
        ({}, None, "Kamerstukken II 2024/25, 32824, nr. 448"),
        ({}, "3", "Kamerstukken II 2024/25, 32824, nr. 448, p. 3"),
        ({"dossier": Fact("34200-XV", 1)}, None, "Kamerstukken II 2024/25, 34200 XV, nr. 448"),
        ({"dossier": Fact("21501-31", 1)}, None, "Kamerstukken II 2024/25, 21501-31, nr. 448"),
        ({"dossier": Fact("35934-(R2158)", 1)}, None, "Kamerstukken II 2024/25, 35934 (R2158), nr. 448"),
        ({"vergaderjaar": Fact("1999-2000", 1)}, None, "Kamerstukken II 1999/2000, 32824, nr. 448"),
        ({"ondernummer": Fact("AB", 1)}, None, "Kamerstukken I 2024/25, 32824, AB"),
        ({"vergaderjaar": None}, None, "Kamerstukken II, 32824, nr. 448"),
        ({"dossier": None}, "3", "Brief van de staatssecretaris van 7 februari 2025, 50% {meer} & \\ minder"),
        ({"dossier": None, "date": None, "signers": None}, None, "Brief, 50% {meer} & \\ minder"),
    ],
)
def test_citation(changes: dict[str, Fact | None], page: str | None, expected: str) -> None:
    facts = {key: fact for key, fact in (KNOWN | changes).items() if fact}
    assert citation_of(letter(facts=facts), page) == expected


def test_bibtex_and_ris_hold_one_record_whatever_a_title_says() -> None:
    evil = letter([block(1, "x")], facts=KNOWN | {"title": Fact("a}\n@misc{b, c\r\nER  - \nTY  - X", 1)}, id_="é {x}")
    assert bibtex(letter(facts=KNOWN)).count("@misc{") == 1
    assert r"{{50\% \textbraceleft{}meer\textbraceright{} \& \textbackslash{} minder}}" in bibtex(letter(facts=KNOWN))
    assert "Nobel, J.N.J. and van Gennip, C.E.G." in bibtex(letter(facts=KNOWN))
    lines = bibtex(evil).splitlines()
    assert bibtex(evil).count("{") == bibtex(evil).count("}")
    assert lines[0] == "@misc{-x-," and sum(line.startswith("@") for line in lines) == 1
    tags = [line[:2] for line in ris(evil).splitlines()]
    assert (tags.count("TY"), tags.count("ER"), tags[-1]) == (1, 1, "ER")


def test_open_data_has_the_form_that_is_promised() -> None:
    _, found = connect(tuple(five_letters().values()), SEEDS)
    cited, themes = json.loads(references_json(found)), json.loads(themes_json(found))
    assert all(list(entry) == ["letter", "anchor", "text", "targets", "kamerbrieven"] for entry in cited)
    assert set(themes) == {theme.id for theme in found.themes}
    entries = [entry for hits in themes.values() for entry in hits]
    assert all(list(entry) == ["letter", "anchor", "lines", "text", "kamerbrieven"] for entry in entries)
