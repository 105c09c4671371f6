"""The search of a site of so many letters that its index lies in volumes: a reader meets one search all the same."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from serving import served
from tabs import Open, Tabs, opening
from test_search import IN_ORDER, ask
from waiting import STEP

from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.index import FOLDER, write_index
from build_tools.site.search.page_passages import PageText

LETTERS = 12
ALL = {f"brief-{n}" for n in range(LETTERS)}
RARE, ONLY = "waterschap", "brief-3"


def entries() -> Iterator[IndexEntry]:
    """Letters of twelve days in two years, of which one has a word that no other has."""
    for n in range(LETTERS):
        day = f"{2020 + n % 2}-03-{n + 1:02}"
        text = f"De gemeente schrijft over wonen{f', en het {RARE} over water' if f'brief-{n}' == ONLY else ''}."
        facts = (("soort", "Brief"), ("jaar", day[:4]))
        yield IndexEntry(f"brieven/brief-{n}/", f"Brief {n} over taal", day, "", "", facts, (PageText("al-1", text),))
    about = PageText("al-1", "Uitleg van de gemeente")
    yield IndexEntry("over/", "Over deze site", "", "", "", (("soort", "Uitleg en registers"),), (about,))


@pytest.fixture
def in_volumes(site: Path, tmp_path: Path, tabs: Tabs) -> Iterator[Open]:
    """Opens pages of a site with the search page of the five letters, and the index of others."""
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns(FOLDER, "brieven", "werkbank", "citaten"))
    write_index(list(entries()), tmp_path / "site", most=30)
    assert json.loads((tmp_path / "site" / FOLDER / "woordvormen.json").read_bytes())["volumes"][1:]
    with served(tmp_path / "site") as url, opening(tabs, url) as opened:
        yield opened


def test_one_search_asks_all_volumes(in_volumes: Open) -> None:
    page = in_volumes("zoeken/")
    assert set(ask(page, "gemeenten")) <= ALL | {"over"}
    expect(page.locator(".stand")).to_contain_text("12 brieven en 1 andere pagina")
    page.locator(".verder:visible").click()
    expect(page.locator(".treffer")).to_have_count(LETTERS + 1)
    assert ask(page, RARE) == [ONLY]
    assert ask(page, f'"{RARE} over water"') == [ONLY]
    expect(page.get_by_label("Jaar").locator("option")).to_have_text(["alle", "2021 (1)", "2020 (0)"])
    page = in_volumes("zoeken/?q=taal&volgorde=oudste")
    days = page.wait_for_function(IN_ORDER, arg=1, polling=STEP).json_value()
    assert days[0] == "2020-03-01"


IN_ONE_ORDER = """async (parts) => {
    const { Answers } = await import(new URL("../assets/zoekantwoorden.js", location.href).href);
    const rare = (pages, having) => Math.log(1 + (pages - having + 0.5) / (having + 0.5));
    const found = parts.flatMap(({ pages, having }, at) => Object.entries(having).map(([page, part]) => (
        { id: `unknown${at || ""}_${page}`, score: part * rare(pages.length, Object.keys(having).length) })));
    const names = parts.flatMap(({ pages }, at) => [...pages].map((page) => `unknown${at || ""}_${page}`));
    const engine = { search: async () => ({ results: found.toSorted((one, other) => other.score - one.score) }) };
    const answers = await new Answers(engine, {}, null, null, names).everyOf(['"woord"', "woord"]);
    return answers.map(({ id }) => id.at(-1)).join("");
}"""
"""Of each volume: its pages, and what part of those that have a word it is. Gives the pages as they are answered."""


def test_a_word_is_as_rare_as_in_all_volumes_together(in_volumes: Open) -> None:
    """In the second one page of four has it, in the first three: there it counts for more to Pagefind."""
    volumes = [{"pages": "abcd", "having": {"a": 1.0, "b": 0.6, "c": 0.5}}, {"pages": "efgh", "having": {"e": 0.7}}]
    assert in_volumes("zoeken/").evaluate(IN_ONE_ORDER, volumes) == "aebc"
