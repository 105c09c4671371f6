"""Promises, answers to motions and requests: which sentences are some, what is said of them, and where they stand."""

import json
from datetime import date
from typing import Any

import pytest
from case_files import cases
from each import each
from growth import STEEP, growth
from letters import block, connections, letter

from build_tools.connections.pledge_words import kind_of
from build_tools.connections.pledges import pledges_in
from build_tools.connections.references import references
from build_tools.dutch.coming_times import coming_time
from build_tools.exports.pledges_json import pledges_json
from build_tools.model import Fact, FactKey, Letter, Signer
from build_tools.pages.pledge_pages import pledge_pages
from build_tools.pages.registers.letter_names import names_of
from build_tools.pages.registers.parts import share
from build_tools.pages.registers.pledges import listed_pledges

CASES: dict[str, list[list[Any]]] = cases("pledges.yml")
YEAR = 2025
MINISTER = (Signer("A. Azijn", "De Minister van Financiën"),)


def signed(id_: str, day: str, item: str, *texts: str, signers: tuple[Signer, ...] = MINISTER) -> Letter:
    facts = {
        FactKey.DATE: Fact(day, 1),
        FactKey.DOSSIER: Fact("32824", 1),
        FactKey.ONDERNUMMER: Fact(item, 1),
        FactKey.SIGNERS: Fact(signers, 1),
    }
    return letter([block(n, text) for n, text in enumerate(texts, 1)], facts=dict(facts), id_=id_)


@pytest.mark.parametrize("kind", CASES)
def test_what_a_sentence_does(kind: str) -> None:
    def does(row: list[Any]) -> None:
        found = kind_of(row[0], YEAR)
        assert (found.value if found else "none") == kind
        if row[1:] and row[1]:
            assert coming_time(row[0], 0, len(row[0]), YEAR) == row[1]

    each(CASES[kind], does)


def test_what_was_asked_for_is_promised_by_a_short_sentence() -> None:
    asked = ("De Kamer vroeg mij om een overzicht.", "De gemeenten vroegen om meer tijd.", "De bijen vliegen weer.")
    texts = [f"{before} Dat zal ik in het voorjaar doen." for before in asked]
    found = signed("a", "2025-01-01", "1", *texts)
    assert [(p.passage.n, p.when) for p in pledges_in(found, ())] == [(1, "in het voorjaar")]


def test_only_ministers_promise() -> None:
    text = "Ik zal uw Kamer voor de zomer informeren."
    member = signed("a", "2025-01-01", "1", text, signers=(Signer("B. Bron", "Het lid"),))
    minister = signed("b", "2025-01-01", "2", text)
    assert [len(list(pledges_in(one, references([one]).all))) for one in (member, minister)] == [0, 1]


def test_a_time_gone_by_is_none_to_come() -> None:
    text = "eind 2019 en voor de zomer van 2026"
    assert coming_time(text, 0, len(text), date(2025, 1, 1).year) == "voor de zomer van 2026"


def test_a_time_is_given_as_printed_behind_a_letter_that_grows_when_small() -> None:
    text = "De heer İnan krijgt Eind 2026 bericht."
    assert coming_time(text, 0, len(text), date(2025, 1, 1).year) == "Eind 2026"


LATER = (
    signed("a", "2025-01-01", "1", "Ik zal uw Kamer eind 2025 informeren over de wachttijden bij gemeenten."),
    signed("b", "2026-01-01", "2", "Over de wachttijden bij gemeenten is bericht toegezegd (Kamerstuk 32 824, nr. 1)."),
    signed("c", "2026-02-01", "3", "Zie ook Kamerstuk 32 824, nr. 1 over de begroting."),
    signed("d", "2026-03-01", "4", "Hiermee is de motie-Pit (Kamerstuk 32 824, nr. 90) uitgevoerd."),
    signed("e", "2026-04-01", "5", "De motie-Pit (Kamerstuk 32 824, nr. 90) is nog actueel."),
)


def test_later_letters_that_speak_of_it() -> None:
    found = json.loads(pledges_json(LATER, connections(LATER)))
    assert [(row["letter"], row["kind"], [place["letter"] for place in row["later"]]) for row in found] == [
        ("a", "toezegging", ["b"]), ("d", "motie", ["e"]),
    ]  # fmt: skip
    assert [source["id"] for source in found[1]["sources"]] == ["kst-32824-90"]
    assert found[0]["when"] == "eind 2025" and found[0]["signers"] == ["A. Azijn"]


def test_the_register_stands_by_date_and_by_minister() -> None:
    entries = listed_pledges(LATER, connections(LATER), names_of(LATER))
    pages = {file.path: file.text for file in pledge_pages(entries)}
    assert list(pages) == ["toezeggingen.md", "toezeggingen/bewindspersonen.md"]
    by_day, by_minister = pages.values()
    assert by_day.index('id="2026"') < by_day.index('id="2025"')
    assert 'href="../brieven/a/#al-1"' in by_day and 'href="../../brieven/a/#al-1"' in by_minister
    assert '<h2 id="A.-Azijn">A. Azijn</h2>' in by_minister
    assert "Later: " in by_day


def test_a_long_register_is_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = listed_pledges(LATER, connections(LATER), names_of(LATER))
    monkeypatch.setattr("build_tools.pages.pledge_pages.share", lambda html: 300 * share(html))
    pages = {file.path: file.text for file in pledge_pages(entries)}
    assert {"toezeggingen/jaar/2025.md", "toezeggingen/jaar/2026.md"} <= set(pages)
    assert any(path.startswith("toezeggingen/bewindspersonen/A.-Azijn") for path in pages)
    assert '<a href="jaar/2026/">2026</a>' in pages["toezeggingen.md"]
    assert '<a href="A.-Azijn/">A. Azijn</a>' in pages["toezeggingen/bewindspersonen.md"]
    assert 'href="../../../brieven/a/#al-1"' in pages["toezeggingen/jaar/2025.md"]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["zal ik uw Kamer ", "ik ", "zal de Kamer ", "zodra ", "voor ", "conform de motie "])
def test_long_text_takes_time_in_proportion(unit: str) -> None:
    def work(size: int) -> object:
        one = signed("a", "2025-01-01", "1", (unit * 40 + ". ") * (size // (len(unit) * 40)))
        return list(pledges_in(one, ()))

    assert growth(work, 30_000) < STEEP
