"""Registers stay small: the rule by which a long one gets more pages, and each register by it."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import block, letter

from build_tools.connections.connect import connect_by
from build_tools.model import Fact, FactKey, Letter
from build_tools.pages.all_pages import pages
from build_tools.pages.connected import MOST_CITING
from build_tools.pages.registers import parts as rule
from build_tools.pages.registers.letter_names import MOST_COLUMNS, names_of, periods
from build_tools.pages.registers.parts import BYTES, ELEMENTS, PageName, parted, share, year_of
from build_tools.sources.own_site import read_own_site
from build_tools.sources.term_file import Term
from build_tools.sources.theme_file import Theme

TAAL = Theme("taal", "Taal", "Over taal.", "Migratie en integratie", ("taaleis",), (), ())
EIS = Term("eis", "Taaleis", "De eis.", ("taaleis",), ())
OWN = read_own_site(Path("nowhere") / "mkdocs.yml")


def dated(id_: str, day: str, text: str = "De taaleis staat in Kamerstuk 32 824, nr. 1.") -> Letter:
    return letter([block(1, text)], facts={FactKey.DATE: Fact(day, 1)} if day else {}, id_=id_)


def site(*letters: Letter) -> dict[str, str]:
    """The pages of some letters, with a theme and a term."""
    connected, connections = connect_by(letters, [TAAL], [EIS])
    return {page.path: page.text for page in pages(connected, connections, OWN)}


@pytest.fixture
def little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three letters fill a page."""
    monkeypatch.setattr(rule, "ELEMENTS", 24)


def names(files: dict[str, str], folder: str) -> list[str]:
    return [path.removeprefix(folder) for path in files if path.startswith(folder)]


def by_tens(entry: tuple[int, float]) -> PageName:
    return PageName(str(entry[0] // 10), f"de {entry[0] // 10}0")


SIZES = st.lists(st.floats(0, 1.5), max_size=60)


@given(SIZES)
def test_parts_hold_every_entry_once_in_order_and_none_is_too_full(sizes: list[float]) -> None:
    entries = list(enumerate(sizes))
    parts = parted([(entry, entry[1]) for entry in entries], by_tens)
    if sum(sizes) <= 1:
        assert parts == []
        return
    assert [entry for part in parts for entry in part.entries] == entries
    assert len({part.name for part in parts}) == len(parts)
    for part in parts:
        assert len({by_tens(entry) for entry in part.entries}) == 1
        assert len(part.entries) == 1 or sum(size for _, size in part.entries) <= 1


def test_parts_are_named_for_their_group_and_numbered_where_it_needs_more() -> None:
    entries = [(1, 0.6), (2, 0.6), (11, 0.1)]
    parts = parted([(entry, entry[1]) for entry in entries], by_tens)
    assert [(part.name, part.title) for part in parts] == [("0", "de 00"), ("0-2", "de 00, deel 2"), ("1", "de 10")]


def test_what_a_page_has_room_for_is_counted_in_elements_and_in_bytes() -> None:
    assert share("<li>a<br></li>") == 2 / ELEMENTS
    assert share("é" * BYTES) == 2


def test_letters_without_a_day_have_a_page_too() -> None:
    assert [year_of("2015-02-03"), year_of(None)] == [("2015", "2015"), ("zonder-datum", "zonder datum")]


MANY = [dated(f"a{n}", f"{2010 + n // 4}-01-0{n % 4 + 1}") for n in range(8)]


@pytest.mark.usefixtures("little_room")
def test_accounts_are_parted_by_year() -> None:
    files = site(*MANY, dated("los", ""))
    years = names(files, "verantwoording/jaar/")
    assert years[0] == "2010.md" and years[-1] == "zonder-datum.md"
    assert '<li><a href="jaar/2010/">2010</a> <small>' in files["verantwoording.md"]
    rows = "".join(files[f"verantwoording/jaar/{name}"] for name in years)
    assert all(
        rows.count(f'<tr id="{one.id}" role="row"><th role="rowheader" scope="row"><a href="../../{one.id}/">') == 1
        for one in MANY
    )


def test_a_term_has_its_page_and_the_old_anchor_leads_there() -> None:
    files = site(MANY[0])
    assert '<h2 id="eis"><a href="eis/">Taaleis</a></h2>' in files["begrippen.md"]
    assert "<p>De eis.</p>" in files["begrippen.md"]
    assert "De <mark>taaleis</mark> staat" in files["begrippen/eis.md"]
    assert 'href="../../brieven/a0/#al-1"' in files["begrippen/eis.md"]
    assert names(files, "begrippen/eis/") == []


@pytest.mark.usefixtures("little_room")
def test_uses_of_a_term_are_parted_by_year_the_newest_first() -> None:
    files = site(*MANY)
    years = names(files, "begrippen/eis/")
    own = files["begrippen/eis.md"]
    assert {name[:4] for name in years} == {"2010", "2011"}
    assert own.index('href="2011/"') < own.index('href="2010/"') and "<mark>" not in own
    assert sum(files[f"begrippen/eis/{name}"].count("<mark>") for name in years) == len(MANY)
    assert 'href="../../../brieven/a0/#al-1"' in files["begrippen/eis/2010.md"]


@pytest.mark.usefixtures("little_room")
def test_letters_are_parted_by_year_and_the_old_anchor_of_a_year_leads_there() -> None:
    files = site(*MANY, dated("los", ""))
    years = names(files, "brieven/jaar/")
    assert years == ["2010.md", "2010-2.md", "2011.md", "2011-2.md", "zonder-datum.md"]
    index = files["brieven/index.md"]
    assert '<li id="jaar-2010"><a href="jaar/2010/">2010</a> <small>3 brieven</small></li>' in index
    assert '<li><a href="jaar/2010-2/">2010, deel 2</a> <small>1 brief</small></li>' in index
    assert 'id="zonder-datum"' in index and index.count("°") == index.count('class="graad" hidden>°')
    rows = "".join(files[f"brieven/jaar/{name}"] for name in years)
    assert all(rows.count(f'href="../../{one.id}/"') == 1 for one in (*MANY, dated("los", "")))


def test_few_letters_stand_on_one_page() -> None:
    files = site(*MANY)
    assert names(files, "brieven/jaar/") == []
    assert "## 2010 {: #jaar-2010 .jaar }" in files["brieven/index.md"]


def cites_and_is_cited(count: int) -> list[Letter]:
    cited = dated("bron", "2009-01-01", "Niets.")
    number = {FactKey.DOSSIER: Fact("32824", 1), FactKey.ONDERNUMMER: Fact("1", 1)}
    return [replace(cited, facts=cited.facts | number), *(dated(f"a{n:02}", "2010-01-01") for n in range(count))]


@pytest.mark.usefixtures("little_room")
def test_citations_are_parted_by_dossier_and_old_anchors_lead_there() -> None:
    texts = ["Zie Kamerstuk 32 824, nr. 1, en Kamerstuk 30 950, nr. 9.", "Zie Stb. 2011, 35."]
    letters = [dated(f"a{n}", "2010-01-01", text) for n, text in enumerate(texts * 4)]
    files = site(*letters)
    register = names(files, "verwijzingen/")
    assert register == [
        "dossier-30950.md", "dossier-32824.md", "staatsblad.md", "ankers.json"
    ]  # fmt: skip
    page = files["verwijzingen.md"]
    assert '<li id="dossier-32824"><a href="dossier-32824/">Dossier 32 824</a> <small>1 bron</small></li>' in page
    assert "ankers.js" in page and "<dd>" not in page
    places = json.loads(files["verwijzingen/ankers.json"])
    assert places["kst-32824-1"] == places["dossier-32824"] == "dossier-32824"
    own = files["verwijzingen/dossier-32824.md"]
    assert '<h2 id="kop-dossier-32824">' in own and '<dl id="dossier-32824">' in own and '<div id="kst-32824-1">' in own
    assert own.count('href="../../brieven/a0/#al-1"') == 1
    assert sum(files[f"verwijzingen/{name}"].count("<dd>") for name in register) == 12


@pytest.mark.usefixtures("little_room")
def test_a_paper_that_many_cite_goes_on_on_the_next_page_and_a_list_of_many_dossiers_is_parted() -> None:
    texts = [f"Zie Kamerstuk {20 + n % 20} {100 + n}, nr. 1." for n in range(40)]
    files = site(*cites_and_is_cited(9), *(dated(f"b{n}", "2011-01-01", text) for n, text in enumerate(texts)))
    assert "verwijzingen/dossier-32824-deel-2.md" in files
    assert files["verwijzingen/dossier-32824-deel-2.md"].count('id="dossier-32824"') == 1
    told = '<a href="dossiers-32/">Dossiers 32 000 tot en met 32 999</a> <small>3 dossiers</small>'
    assert f'<li id="dossiers-32">{told}</li>' in files["verwijzingen.md"]
    assert '<a href="../dossier-32824/">Dossier 32 824</a>' in files["verwijzingen/dossiers-32.md"]
    assert '<a href="../dossier-32824-deel-2/">Dossier 32 824, deel 2</a>' in files["verwijzingen/dossiers-32.md"]


@pytest.mark.usefixtures("little_room")
def test_a_further_page_of_a_dossier_is_no_dossier() -> None:
    texts = [f"Zie Kamerstuk 21 501-0{n}, nr. 1, en Kamerstuk 21 501, nr. {n}." for n in range(1, 9)]
    files = site(*(dated(f"a{n}", "2010-01-01", text) for n, text in enumerate(texts)))
    assert {"dossier-21501.md", "dossier-21501-deel-2.md", "dossier-21501-02.md"} <= set(names(files, "verwijzingen/"))


def test_a_letter_that_many_cite_shows_the_newest_and_leads_to_all() -> None:
    files = site(*cites_and_is_cited(MOST_CITING + 2))
    page = files["brieven/bron.md"]
    assert page.count('<div><dt><a href="../a') == MOST_CITING
    assert "../a01/#" not in page and "../a02/#" in page
    assert '<a href="../../verwijzingen/#kst-32824-1">Alle 52 plaatsen' in page


@pytest.mark.usefixtures("little_room")
def test_a_theme_is_parted_by_year_and_shows_its_strongest_passages() -> None:
    strong = dated("sterk", "2010-02-02", "De taaleis is een taaleis en blijft de taaleis.")
    files = site(*MANY, strong)
    years = names(files, "themas/taal/")
    page = files["themas/taal.md"]
    assert page.index('href="2011/"') < page.index('href="2010/"')
    assert "ankers.js" in page and "<q>" not in page
    assert page.index("brieven/sterk/") < page.index("brieven/a0/"), "the strongest first"
    assert 'id="sterk-al-1"' not in page, "the passage has one address"
    found = "".join(files[f"themas/taal/{name}"] for name in years if name.endswith(".md"))
    assert all(found.count(f'id="in-{one.id}"') == 1 for one in (*MANY, strong))
    assert 'href="../../../brieven/a0/#al-1"' in files["themas/taal/2010.md"]
    places = json.loads(files["themas/taal/ankers.json"])
    assert places["a0-al-1"] == places["in-a0"] == "2010"
    assert '<a href="../../themas/taal/2010/#a0-al-1">Taal<' in files["brieven/a0.md"]
    assert 'href="taal/2010/#in-a0"' in files["themas/index.md"]
    assert '<a href="2010/#in-a0"' in page, "the chart leads to the letter"


def test_few_passages_and_citations_stand_on_one_page() -> None:
    files = site(*MANY)
    assert names(files, "themas/taal/") == names(files, "verwijzingen/") == []
    assert '<a href="../../themas/taal/#a0-al-1">Taal<' in files["brieven/a0.md"]
    assert "ankers.js" not in files["themas/taal.md"] + files["verwijzingen.md"]


@pytest.mark.parametrize(
    ("days", "columns"),
    [
        (["2001-01-01"] * 7 + ["2002-01-01"] * 6, [("2001", ""), ("2002", "")]),
        ([f"20{n:02}-01-01" for n in range(1, 14)], [("2001", ""), ("2002", "t/m 2003"), ("2012", "t/m 2013")]),
        ([f"19{n}-01-01" for n in range(20, 80)] + [""], [("1920", "t/m 1929"), ("1930", "t/m 1939"), ("z.d.", "")]),
        ([f"1{n}-01-01" for n in range(814, 1000)], [("1814", "t/m 1824"), ("1825", "t/m 1849"), ("1975", "t/m 1999")]),
    ],
)
def test_a_chart_never_has_more_columns_than_can_be_read(days: list[str], columns: list[tuple[str, str]]) -> None:
    letters = [dated(f"a{n:03}", day) for n, day in enumerate(days)]
    time = periods(names_of(letters).values())
    assert len(time) <= MOST_COLUMNS
    shown = [(period.label, period.sub) for period in time]
    assert [*shown[: len(columns) - 1], shown[-1]] == columns
    assert [id_ for period in time for id_ in period.letters] == [one.id for one in letters]
    assert sum(int(period.name.split(", ")[1].split()[0]) for period in time) == len(letters)


def test_the_mark_of_a_day_is_explained_wherever_it_stands() -> None:
    stated = replace(MANY[0], facts={FactKey.DATE: Fact("2010-01-01", "een register")})
    files = site(stated, *MANY[1:])
    marked = [path for path, text in files.items() if path.endswith(".md") and "2010°" in text]
    assert {"themas/taal.md", "begrippen.md", "index.md"} <= set(marked)
    assert [path for path in marked if not re.search("° (niet|Niet) ", files[path])] == []
    assert "°" not in files["toezeggingen.md"]
