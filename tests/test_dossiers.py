"""A site for each dossier, with one in front: what lies where, what leads where, and that it is whole or not at all."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from build_tools import build as stages
from build_tools.build import Built, build, check
from build_tools.committing.sums import SUMS
from build_tools.dossiers import arrange, front_site
from build_tools.dossiers.arrange import per_dossier
from build_tools.dossiers.checking import check_dossiers
from build_tools.dossiers.united_search import united_tables
from build_tools.errors import MistakesError, UserError
from build_tools.folders import Folders
from build_tools.papers.senders import LetterGroup
from build_tools.site.read_back import site_faults
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.index import write_index
from build_tools.site.search.page_passages import PageText

BODY = (
    "Hierbij informeer ik uw Kamer over de bruggen in het noorden van het land. {} Het onderhoud daarvan is twee jaar "
    "uitgesteld, omdat het staal niet op tijd kon worden geleverd. De aannemer heeft de planning daarom herzien.\n\n"
    "Met de provincies is afgesproken dat de brug bij het veer als eerste aan de beurt komt, en dat het verkeer in die "
    "weken over de oude dijk wordt geleid. Over de kosten bericht ik u voor de zomer.\n"
)
OTHER = (
    "De visserij op de Waddenzee vraagt om andere netten. {} De proeven met lichte netten zijn in april begonnen "
    "en lopen tot en met oktober. Daarna beslis ik, na overleg met de sector, of de regels moeten veranderen.\n"
)


def letter(text: str, cites: str = "", day: str = "3 maart 2021") -> str:
    return (
        f"Den Haag, {day}\n\nBetreft: brief\n\nGeachte voorzitter,\n\n{text.format(cites)}\n\nDe Minister,\nJ. Jansen\n"
    )


def stated(dossier: str, number: str, title: str) -> str:
    facts = {"dossier": dossier, "ondernummer": number, "dossier_title": title}
    rows = "".join(f"    {key}:\n      value: {value}\n      source: bedacht\n" for key, value in facts.items())
    return f"  facts:\n{rows}"


LETTERS = {
    "kst-39001-4": letter(BODY, "Zie ook Kamerstuk 39 002-XV, nr. 7, en Kamerstuk 39 001, nr. 5."),
    "kst-39001-5": letter(OTHER.replace("Waddenzee", "Noordzee").replace("netten", "vallen"), day="4 mei 2022"),
    "kst-39002-XV-7": letter(OTHER, "Zie Kamerstuk 39 001, nr. 4.", "1 juni 2023"),
    "brief-bruggen": letter(BODY, "Zie ook Kamerstuk 39 002-XV, nr. 7, en Kamerstuk 39 001, nr. 5."),
    "los": letter("Over de vuurtorens op de eilanden kan ik u nog niets melden. {} Dat volgt later.\n"),
}
CATALOGUE = (
    f"kst-39001-4:\n{stated('39001', '4', 'Bruggen')}kst-39001-5:\n{stated('39001', '5', 'Bruggen')}"
    f"kst-39002-XV-7:\n{stated('39002-XV', '7', 'Visserij')}"
)
NAMES = {"39001", "39002-xv", "zonder-dossier"}


def folders_in(place: Path) -> Folders:
    return Folders(place / "seeds", place / "docs", place / "site", place / "mkdocs.yml")


def lay_down(place: Path) -> Folders:
    folders = folders_in(place)
    folders.seeds.mkdir()
    for id_, text in LETTERS.items():
        (folders.seeds / f"{id_}.txt").write_text(text, encoding="utf-8")
    (folders.seeds / "catalogue.yml").write_text(CATALOGUE, encoding="utf-8")
    return folders


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(folders: Folders, **options: bool) -> Built:
    return build(folders, arranging=per_dossier, **options)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Folders]:
    """The sites of the five letters, under an address."""
    folders = lay_down(tmp_path_factory.mktemp("dossiers"))
    folders.config.write_text("site_name: Brieven\nsite_url: https://www.example.org/brieven/\n", encoding="utf-8")
    done = built(folders, cached=True)
    assert not done.mistakes and done.told.letters == len(LETTERS)
    yield folders


@pytest.fixture
def folders(made: Folders, tmp_path: Path) -> Folders:
    """A copy of those sites, with what was kept of making them."""
    shutil.copytree(made.docs.parent, tmp_path, dirs_exist_ok=True)
    return folders_in(tmp_path)


@pytest.mark.slow
class TestSites:
    def test_each_letter_lies_under_its_dossier_and_its_versions_with_it(self, made: Folders) -> None:
        pages = {path.parent.relative_to(made.site).as_posix() for path in made.site.glob("*/brieven/*/index.html")}
        assert pages == {
            "39001/brieven/kst-39001-4",
            "39001/brieven/kst-39001-5",
            "39001/brieven/brief-bruggen",
            "39002-xv/brieven/kst-39002-XV-7",
            "zonder-dossier/brieven/los",
        }
        assert (made.site / "39001/vergelijken/brief-bruggen--kst-39001-4/index.html").is_file()
        assert {path.parent.name for path in made.docs.glob("*/index.md")} == NAMES

    def test_a_paper_in_another_dossier_has_the_address_of_its_page_there(self, made: Folders) -> None:
        page = (made.site / "39001/brieven/kst-39001-4/index.html").read_text(encoding="utf-8")
        text = page.partition('<section class="verbanden')[0]
        assert 'href="../../../39002-xv/brieven/kst-39002-XV-7/"' in text
        assert 'href="../kst-39001-5/"' in text
        assert "elders:" not in page
        listed = page.partition('id="verwijst-naar"')[2]
        assert 'href="../../../39002-xv/brieven/kst-39002-XV-7/"' in listed
        assert "zoek.officielebekendmakingen.nl/kst-39002-XV-7.html" in listed
        assert (
            "../../../39001/brieven/kst-39001-4/"
            in contents(made.site / "39002-xv")["brieven/kst-39002-XV-7/index.html"].decode()
        )

    def test_every_page_link_and_anchor_of_all_sites_is_there(self, made: Folders) -> None:
        assert site_faults(made.site) is None
        page = made.site / "39002-xv/brieven/kst-39002-XV-7/index.html"
        whole = page.read_bytes()
        try:
            page.write_bytes(whole.replace(b"</p>", b"", 1))
            assert site_faults(made.site) is not None
        finally:
            page.write_bytes(whole)

    def test_in_front_are_the_dossiers_with_titles_years_and_numbers(self, made: Folders) -> None:
        front = " ".join(etree.HTML((made.site / "index.html").read_bytes()).xpath("string(//article)").split())
        assert "4 brieven in 3 dossiers." in front
        assert "39 001 Bruggen 2 brieven, 3 maart 2021 – 4 mei 2022" in front
        assert "39 002 XV Visserij 1 brief, 1 juni 2023" in front
        assert "Brieven zonder dossier 1 brief" in front

    def test_one_feed_and_one_list_of_sitemaps_for_all(self, made: Folders) -> None:
        feed = etree.parse(made.site / "feed.xml")
        space = {"a": "http://www.w3.org/2005/Atom"}
        links = feed.xpath("//a:entry/a:link/@href", namespaces=space)
        assert links[0] == "https://www.example.org/brieven/39002-xv/brieven/kst-39002-XV-7/"
        assert len(links) == len(LETTERS)
        ids = [etree.parse(path).findtext("{*}id") for path in made.site.glob("**/feed.xml")]
        assert len(ids) == len(set(ids)) == len(NAMES) + 1
        places = re.findall(
            r"<loc>https://www.example.org/brieven/(.*?)</loc>", (made.site / "sitemap.xml").read_text()
        )
        assert set(places) == {"sitemap-voor.xml", *(f"{name}/sitemap.xml" for name in NAMES)}
        assert all((made.site / place).is_file() for place in places)

    def test_the_address_of_one_site_leads_on(self, made: Folders) -> None:
        page = (made.site / "brieven/kst-39002-XV-7/index.html").read_text(encoding="utf-8")
        assert 'url=../../39002-xv/brieven/kst-39002-XV-7/"' in page
        assert (made.site / "vergelijken/brief-bruggen--kst-39001-4/index.html").is_file()
        assert not (made.site / "vergelijken/zelf/index.html").exists(), "every dossier has one"
        assert 'url=../"' in (made.site / "brieven/index.html").read_text(encoding="utf-8")

    def test_what_only_the_root_of_a_host_needs_is_there_alone(self, made: Folders) -> None:
        assert len(list(made.site.glob("**/404.html"))) == len(list(made.site.glob("**/robots.txt"))) == 1

    def test_the_tables_of_the_search_are_united(self, made: Folders) -> None:
        tables = {name: json.loads((made.site / f"pagefind/{name}.json").read_bytes()) for name in ("zeven", "keuzes")}
        letters = {one for page in tables["zeven"].values() for one in page.get("brief", ())}
        assert letters == set(LETTERS)
        assert tables["keuzes"]["jaar"] == ["2023", "2022", "2021"]
        sites = json.loads((made.site / "pagefind/woordvormen.json").read_bytes())["sites"]
        assert sites["39002-xv/"] == "dossier 39 002 XV"
        words = json.loads((made.site / "pagefind/schrijfwijzen.json").read_bytes())
        assert {"bruggen", "visserij", "vuurtorens"} <= words["words"].keys()
        assert not {"bruggen", "visserij"} & set(words["common"].split())

    def test_volumes_of_a_large_dossier_are_asked_from_in_front(self, tmp_path: Path) -> None:
        texts = (PageText("al-1", "Bruggen en vuurtorens"),)
        letters = [
            IndexEntry(f"brieven/{n}/", "", f"2021-01-{n:02}", "", "", (("soort", "Brief"),), texts)
            for n in range(1, 9)
        ]
        write_index(letters, tmp_path / "39001", most=8)
        write_index([], tmp_path)
        made = united_tables(tmp_path, {"39001": "dossier 39 001"})
        volumes = json.loads(made["pagefind/woordvormen.json"])["volumes"]
        assert volumes[0] == "39001/pagefind/2/"
        assert all((tmp_path / place / "pagefind-entry.json").is_file() for place in volumes)

    def test_check_tells_what_is_stale(self, made: Folders) -> None:
        assert check_dossiers(made).current
        page = made.docs / "39001/brieven/kst-39001-4.md"
        whole = page.read_bytes()
        try:
            page.write_bytes(whole + b"x")
            assert check_dossiers(made).stale == ("39001/brieven/kst-39001-4.md",)
        finally:
            page.write_bytes(whole)
        assert "39001/brieven/kst-39001-4.md" in check(made).stale, "as one site it is another"


@pytest.mark.slow
def test_with_and_without_the_store_it_is_the_same_and_only_what_changed_is_made(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = contents(folders.docs), contents(folders.site)
    assert built(folders, cached=True).changed == ()
    laid_down: list[str] = []
    lay = arrange._Dossiers._laid_down

    def noted(own: arrange._Dossiers, group: LetterGroup, *others: Any) -> arrange.StandingSite:
        laid_down.append(group.id)
        return lay(own, group, *others)

    with monkeypatch.context() as patch:
        patch.setattr(arrange._Dossiers, "_laid_down", noted)
        (folders.seeds / "los.txt").write_text(LETTERS["los"].replace("vuurtorens", "bakens"), encoding="utf-8")
        built(folders, cached=True)
    assert laid_down == ["zonder-dossier"]
    assert b"bakens" in contents(folders.site)["zonder-dossier/brieven/los/index.html"]
    (folders.seeds / "los.txt").write_text(LETTERS["los"], encoding="utf-8")
    built(folders)
    assert (contents(folders.docs), contents(folders.site)) == whole


@pytest.mark.slow
def test_a_dossier_that_is_gone_leaves_nothing_and_one_site_takes_the_place_of_all(folders: Folders) -> None:
    (folders.seeds / "los.txt").unlink()
    built(folders, cached=True)
    assert not (folders.docs / "zonder-dossier").exists() and not (folders.site / "zonder-dossier").exists()
    build(folders)
    assert not (folders.site / "39001").exists() and not (folders.docs / "39001").exists()
    assert (folders.site / "brieven/kst-39001-4/index.html").is_file()
    assert site_faults(folders.site) is None


BREAKS: list[tuple[str, Callable[[pytest.MonkeyPatch], None]]] = [
    ("a dossier", lambda patch: patch.setattr(arrange, "dossier_files", _fail)),
    ("the site in front", lambda patch: patch.setattr(front_site, "united_tables", _fail)),
    ("the commit", lambda patch: patch.setattr(stages, "commit", _fail)),
]


def _fail(*_: object) -> None:
    raise UserError("schijf", None, "is vol", "maak plaats")


@pytest.mark.slow
@pytest.mark.parametrize("break_", [one for _, one in BREAKS], ids=[name for name, _ in BREAKS])
def test_whatever_breaks_all_stays_as_it_was(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, break_: Callable[[pytest.MonkeyPatch], None]
) -> None:
    before = contents(folders.docs), contents(folders.site)
    (folders.seeds / "los.txt").write_text(LETTERS["los"].replace("vuurtorens", "bakens"), encoding="utf-8")
    with monkeypatch.context() as patch:
        break_(patch)
        with pytest.raises(UserError, match="is vol"):
            built(folders, cached=True)
    assert (contents(folders.docs), contents(folders.site)) == before
    beside = {path.name for path in folders.docs.parent.iterdir()}
    assert beside == {"seeds", "docs", "site", "mkdocs.yml", ".kamerbrieven"}


@pytest.mark.slow
def test_a_letter_that_cannot_be_read_keeps_its_page_and_a_dossier_is_never_lost(folders: Folders) -> None:
    page = "39001/brieven/kst-39001-5/index.html"
    before = (folders.site / page).read_bytes()
    (folders.seeds / "kst-39001-5.txt").write_bytes(b"")
    done = built(folders, cached=True)
    assert done.mistakes and (folders.site / page).read_bytes() == before
    (folders.seeds / "los.txt").write_bytes(b"")
    with pytest.raises(MistakesError, match=r"los\.txt"):
        built(folders, cached=True)
    assert (folders.site / "zonder-dossier/brieven/los/index.html").is_file()


@pytest.mark.slow
def test_a_page_by_hand_stands_in_front_and_every_dossier_leads_there(tmp_path: Path) -> None:
    folders = lay_down(tmp_path)
    folders.docs.mkdir()
    (folders.docs / "colofon.md").write_text("# Colofon\n\nDoor ons.\n", encoding="utf-8")
    (folders.docs / "assets").mkdir()
    (folders.docs / "assets/teken.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    folders.config.write_text("nav:\n  - Colofon: colofon.md\n", encoding="utf-8")
    built(folders)
    assert (folders.site / "colofon/index.html").is_file() and not (folders.site / "39001/colofon").exists()
    assert 'href="../../../colofon/"' in (folders.site / "39001/brieven/kst-39001-4/index.html").read_text("utf-8")
    assert (folders.site / "39001/assets/teken.svg").read_bytes() == (folders.docs / "assets/teken.svg").read_bytes()
    assert site_faults(folders.site) is None
    assert SUMS in {path.name for path in folders.site.iterdir()}
