"""A ready citation of a letter, for a footnote and for reference managers."""

import json
from dataclasses import replace

import pytest
from frozen import SEEDS, five_letters
from letters import block, letter

from build_tools.connections.connect import connect
from build_tools.exports.connections_json import references_json, themes_json
from build_tools.exports.reference_managers import bibtex, ris
from build_tools.model import Fact, FactKey, FurtherDossier, Signer
from build_tools.pages.registers.letter_sheet import facts_sheet
from build_tools.papers.citing import citation_of
from build_tools.papers.of_letter import kamerstuk, official_url, paper_of, sort_of
from build_tools.papers.opening import opening_of

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
        (
            {"dossier": None, "title": Fact("Besluitenlijst van de vergadering van 7 februari 2025", 1)},
            None,
            "Besluitenlijst van de vergadering van 7 februari 2025",
        ),
        (
            {"dossier": None, "title": Fact("Agenda van de commissie voor Visserij", 1)},
            None,
            "Agenda van de commissie voor Visserij, 7 februari 2025",
        ),
    ],
)
def test_citation(changes: dict[str, Fact | None], page: str | None, expected: str) -> None:
    facts = {key: fact for key, fact in (KNOWN | changes).items() if fact}
    assert citation_of(letter(facts=facts), page) == expected


def test_answers_to_questions_are_cited_by_the_series_and_session_that_numbers_them() -> None:
    facts = {
        "series": Fact("Aanhangsel Handelingen II", 1),
        "ondernummer": Fact("1028", 1),
        "vergaderjaar": KNOWN["vergaderjaar"],
    }
    answers = letter(facts=facts)
    assert kamerstuk(answers) == "Aanhangsel Handelingen II 2024/25, nr. 1028"
    assert paper_of(answers) == "ah-tk-20242025-1028"
    assert official_url(answers) == "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-1028.html"
    assert citation_of(answers, "2") == "Aanhangsel Handelingen II 2024/25, nr. 1028, p. 2"
    assert paper_of(letter(facts=facts | {"series": Fact("Aanhangsel Handelingen I", 1)})) == "ah-ek-20242025-1028"


@pytest.mark.parametrize(
    ("layout", "sort"),
    [
        ("publicatie", "gedrukt Kamerstuk"),
        ("bestand", "gedrukt Kamerstuk"),
        ("departement", "gedrukt Kamerstuk"),
        ("word", "tekst uit een Word-bestand"),
        ("begroting", "deel van een begroting of jaarverslag"),
    ],
)
def test_a_letter_with_the_number_of_a_paper_is_one_whatever_it_came_in(layout: str, sort: str) -> None:
    assert sort_of(replace(letter(facts=KNOWN), layout=layout))["what"] == sort
    assert layout in ("word", "begroting") or sort_of(replace(letter(), layout=layout))["what"] != sort


def test_a_paper_in_two_dossiers_is_named_by_both_and_published_in_the_first() -> None:
    both = letter(facts=KNOWN | {"also_in": Fact((FurtherDossier("29279", "Rechtsstaat"),), 3)})
    assert kamerstuk(both) == "32 824 en 29 279, nr. 448"
    assert paper_of(both) == "kst-32824-448"
    assert ("Ook in", ("29 279 Rechtsstaat",)) in [(row.label, row.lines) for row in facts_sheet(both).rows]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (None, "Hierbij zend ik u de telling."),
        ("Brief van de Minister van Financiën", "Hierbij zend ik u de telling."),
        ("Brief van de minister van Financiën over de telling", None),
        ("Telling van schepen", None),
        ("Nader gewijzigde motie van de leden De Wit en Bos", "Hierbij zend ik u de telling."),
        ("Motie van het lid De Wit c.s. over de telling van schepen", None),
    ],
)
def test_a_letter_without_a_subject_shows_its_first_sentence(title: str, shown: str | None) -> None:
    blocks = [block(1, "Geachte voorzitter,"), block(2, "Hierbij zend ik u de telling. Het zijn er veel.")]
    opening = opening_of(letter(blocks, facts={"title": Fact(title, 1)} if title else {}))
    assert opening == (shown and (shown, 2, "Eerste zin"))


def test_a_motion_without_a_subject_shows_what_it_asks() -> None:
    texts = ["De Kamer,", "gehoord de beraadslaging,", "constaterende dat er veel schepen zijn;",
             "verzoekt de regering de schepen te tellen,", "en gaat over tot de orde van de dag."]  # fmt: skip
    blocks = [block(n, text) for n, text in enumerate(texts, 1)]
    opening = opening_of(letter(blocks, facts={FactKey.TITLE: Fact("Motie van het lid De Wit c.s.", 1)}))
    assert opening == ("verzoekt de regering de schepen te tellen", 4, "Verzoek of uitspraak")


def test_bibtex_and_ris_hold_one_record_whatever_a_title_says() -> None:
    evil = letter([block(1, "x")], facts=KNOWN | {"title": Fact("a}\n@report{b, c\r\nER  - \nTY  - X", 1)}, id_="é {x}")
    assert bibtex(letter(facts=KNOWN)).count("@report{") == 1
    assert r"{{50\% \textbraceleft{}meer\textbraceright{} \& \textbackslash{} minder}}" in bibtex(letter(facts=KNOWN))
    assert "Nobel, J.N.J. and van Gennip, C.E.G." in bibtex(letter(facts=KNOWN))
    lines = bibtex(evil).splitlines()
    assert bibtex(evil).count("{") == bibtex(evil).count("}")
    assert lines[0] == "@report{-x-," and sum(line.startswith("@") for line in lines) == 1
    tags = [line[:2] for line in ris(evil).splitlines()]
    assert (tags.count("TY"), tags.count("ER"), tags[-1]) == (1, 1, "ER")


def test_open_data_has_the_form_that_is_promised() -> None:
    _, found = connect(tuple(five_letters().values()), SEEDS)
    cited, themes = json.loads(references_json(found)), json.loads(themes_json(found))
    assert all(
        list(entry) == ["letter", "anchor", "text", "targets", "resolved", "sources", "kamerbrieven", "licence"]
        for entry in cited
    )
    assert all([source["id"] for source in entry["sources"]] == entry["targets"] for entry in cited)
    assert all(
        list(source) == ["kind", "id", "name", "address", "words"] for entry in cited for source in entry["sources"]
    )
    assert all(source["words"] in entry["text"] for entry in cited for source in entry["sources"])
    assert set(themes) == {theme.id for theme in found.themes}
    entries = [entry for hits in themes.values() for entry in hits]
    assert all(list(entry) == ["letter", "anchor", "lines", "text", "kamerbrieven", "licence"] for entry in entries)
