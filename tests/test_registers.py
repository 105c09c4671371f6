"""Registers stay small: the rule by which a long one gets more pages, and each register by it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import block, letter

from build_tools.connections.connect import connect_by
from build_tools.model import Fact, FactKey, Letter
from build_tools.pages.all_pages import pages
from build_tools.pages.registers import parts as rule
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
    monkeypatch.setattr(rule, "ELEMENTS", 20)


def names(files: dict[str, str], folder: str) -> list[str]:
    return [path.removeprefix(folder) for path in files if path.startswith(folder)]


def by_tens(entry: tuple[int, float]) -> PageName:
    return PageName(str(entry[0] // 10), f"de {entry[0] // 10}0")


SIZES = st.lists(st.floats(0, 1.5), max_size=60)


@given(SIZES)
def test_parts_hold_every_entry_once_in_order_and_none_is_too_full(sizes: list[float]) -> None:
    entries = list(enumerate(sizes))
    parts = parted(entries, lambda entry: entry[1], by_tens)
    if sum(sizes) <= 1:
        assert parts == []
        return
    assert [entry for part in parts for entry in part.entries] == entries
    assert len({part.name for part in parts}) == len(parts)
    for part in parts:
        assert len({by_tens(entry) for entry in part.entries}) == 1
        assert len(part.entries) == 1 or sum(size for _, size in part.entries) <= 1


def test_parts_are_named_for_their_group_and_numbered_where_it_needs_more() -> None:
    parts = parted([(1, 0.6), (2, 0.6), (11, 0.1)], lambda entry: entry[1], by_tens)
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
    assert all(rows.count(f'<tr id="{one.id}"><th scope="row"><a href="../../{one.id}/">') == 1 for one in MANY)


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
    assert 'id="zonder-datum"' in index and "°" not in index
    rows = "".join(files[f"brieven/jaar/{name}"] for name in years)
    assert all(rows.count(f'href="../../{one.id}/"') == 1 for one in (*MANY, dated("los", "")))


def test_few_letters_stand_on_one_page() -> None:
    files = site(*MANY)
    assert names(files, "brieven/jaar/") == []
    assert "## 2010 {: #jaar-2010 .jaar }" in files["brieven/index.md"]
