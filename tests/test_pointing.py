"""Words that point back, motions by their authors, laws named again: what a letter means by them."""

import re
from dataclasses import replace
from typing import Any

import pytest
from case_files import cases
from growth import STEEP, growth
from letters import block, letter, note

from build_tools.connections.references import references
from build_tools.model import Fact, FactKey, Letter, NoteRef

CASES: dict[str, Any] = cases("pointing.yml")
_CALL = re.compile(r"\[(\d)\]")


def small(texts: list[str], notes: list[str]) -> Letter:
    """A letter of these paragraphs and notes; `[1]` calls the first note."""
    blocks = []
    for n, text in enumerate(texts, 1):
        parts = _CALL.split(text)
        plain, calls = parts[0], []
        for number, rest in zip(parts[1::2], parts[2::2], strict=True):
            calls.append(NoteRef(int(number), len(plain)))
            plain += rest
        blocks.append(block(n, plain, notes=tuple(calls)))
    return letter(blocks, [note(n, text) for n, text in enumerate(notes, 1)])


@pytest.mark.parametrize("name", CASES)
def test_what_a_letter_means(name: str) -> None:
    case = CASES[name]
    found: dict[str, list[str]] = {}
    made = small(case["text"], case.get("notes", []))
    facts = {FactKey.DATE: "day", FactKey.DOSSIER: "dossier"}
    dated = replace(made, facts={key: Fact(str(case[name]), 1) for key, name in facts.items() if name in case})
    for reference in references([dated]).all:
        found.setdefault(reference.passage.anchor, []).extend(reference.papers)
    assert found == case["cites"]


def test_what_points_back_says_so() -> None:
    cited = references([small(["Zie Kamerstuk 32 824, nr. 90. Idem, p. 3."], [])]).all
    assert [reference.points_back for reference in cited] == [False, True]
    assert [reference.printed for reference in cited] == ["Kamerstuk 32 824, nr. 90", "Idem"]


UNKNOWN = {
    "Op grond van artikel 3, tweede lid, van de Wet lokale kuddes 2031 kan dat.": "Wet lokale kuddes 2031",
    "Artikel 4 van het Schaapskuddenbesluit is gewijzigd.": "Schaapskuddenbesluit",
    "de artikelen 2 en 3 van de Regeling zus en zo, en": "Regeling zus en zo",
    "artikel 2 van de Regeling kuddes en stallen en art. 3 van het huurcontract": "Regeling kuddes en stallen",
    "artikel 2 van de Wet lokale kuddes en artikel 3 van de statuten": "Wet lokale kuddes",
}
KNOWN_OR_NONE = (
    "Artikel 6 van de Participatiewet geldt.",
    "Artikel 10 van de algemene voorwaarden geldt.",
    "Artikel 10 van de Duitse Wet geldt.",
    "Artikel 3 van de Wet van 3 mei 2001 geldt.",
    "De Wet gemeentelijke schaapskuddes geldt.",
)


@pytest.mark.parametrize("text", [*UNKNOWN, *KNOWN_OR_NONE])
def test_laws_without_a_number_are_candidates(text: str) -> None:
    wanted = {UNKNOWN[text]: ("brief",)} if text in UNKNOWN else {}
    found = references([small([text], [])])
    assert {law: ("brief",) * len(ids) for law, ids in found.unknown.items()} == wanted
    assert not found.all or not wanted


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["Idem. ", "Kamerstuk 32 824, nr. 90. Idem. ", "Zie noot 1. ", "genoemde brief "])
def test_many_words_take_time_in_proportion(unit: str) -> None:
    assert growth(lambda size: references([small([unit * (size // len(unit))], ["Stb. 2021, 38."])]), 100_000) < STEEP
