"""A site of one's own: what its `mkdocs.yml` may say, what comes of it, and how one begins."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from build_tools.build import build
from build_tools.cli import main
from build_tools.errors import UserError
from build_tools.folders import PROJECT, Folders
from build_tools.reading.layouts import names
from build_tools.sources.catalogue import read_catalogue
from build_tools.sources.own_site import CODE, STATED, read_own_site

NAME = STATED[0]
WATER = """site_name: Water & <b>dijken</b>
site_url: https://www.example.org/water
site_description: Brieven over "water".
copyright: Van ons, <i>zie</i> https://www.example.org/wij
nav:
  - Colofon & <zo>: colofon.md
  - Elders: https://www.example.org/elders
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one letter, and no address in the environment."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/brief.txt").write_text("Geachte voorzitter,\n\nTer inzage.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    return tmp_path


def stated(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_a_site_is_as_the_program_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    own = read_own_site(tmp_path / "mkdocs.yml")
    assert (own.name, own.url) == ("Kamerbrieven", "")
    assert [entry.target for entry in own.nav][::7] == ["index.md", "over.md"]


def test_only_what_differs_has_to_be_stated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    usual, own = read_own_site(tmp_path / "nowhere.yml"), read_own_site(stated(tmp_path, "site_name: Water\n"))
    assert own.name == "Water"
    assert (own.about, own.copyright, own.nav) == (usual.about, usual.copyright, usual.nav)


def test_the_clone_names_only_what_differs() -> None:
    """Its other two lines lead MkDocs, run by itself, to the settings of every site."""
    assert read_own_site(PROJECT / "mkdocs.yml").name == "Kamerbrieven"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: [a, b]", "1: site_name is not a line of text; write one line after it"),
        ("site_name:\nsite_url: x", "1: site_name is not a line of text"),
        ("sitename: Water", "1: sitename is no known setting of a site; is it site_name?"),
        ("site_name: W\nextra: {}", f"2: extra is no known setting of a site; take it out; a site may state {NAME}"),
        ("site_url: www.example.org", "1: www.example.org is no address of a site; write a whole one like https://"),
        ('site_url: https://x.nl/"><script>', '1: https://x.nl/"><script> is no address of a site'),
        ("site_url: javascript:alert(1)", "1: javascript:alert(1) is no address of a site"),
        ("nav: colofon.md", "1: nav has no list; write '- Title: page.md'"),
        ("nav:\n  - colofon.md", "2: an entry of nav has no keys"),
        ("nav:\n  - {A: a.md, B: b.md}", "2: an entry of nav has more than one title"),
        ("nav:\n  - A: ../../geheim.md", "2: ../../geheim.md is no page and no address"),
        ("nav:\n  - A: javascript:alert(1)", "2: javascript:alert(1) is no page and no address"),
        ("nav:\n  - Over ons: over.md", "2: over.md is in the navigation already; state only what comes behind it"),
        ("site_name: 'Water", "1: is not YAML"),
        *((f"{NAME}: W\n{key}: [x.py]", f"2: {key} would bring other code or settings into the build") for key in CODE),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UserError, match=re.escape(f"mkdocs.yml:{message}")):
        read_own_site(stated(tmp_path, text))


@pytest.mark.parametrize(
    ("variable", "url"),
    [
        ("", "https://x.nl/a/"),
        ("http://127.0.0.1:8000/onder/pad", "http://127.0.0.1:8000/onder/pad/"),
        ("https://y.nl/", "https://y.nl/"),
    ],
)
def test_the_address_of_the_moment_goes_before_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, url: str
) -> None:
    monkeypatch.setenv("SITE_URL", variable)
    assert read_own_site(stated(tmp_path, "site_url: https://x.nl/a\n")).url == url


def test_a_wrong_address_of_the_moment_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "x.nl")
    with pytest.raises(UserError, match=r"SITE_URL: x\.nl is no address of a site; write a whole one"):
        read_own_site(tmp_path / "mkdocs.yml")


@pytest.mark.slow
def test_a_site_speaks_of_itself(here: Path) -> None:
    stated(here, WATER)
    (here / "docs").mkdir()
    (here / "docs/colofon.md").write_text("# Wij\n\nMet de hand.\n", encoding="utf-8")
    assert main([]) == 0
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in here.glob("site/*/index.html")}
    home, over = (here / "site/index.html").read_text(encoding="utf-8"), pages["over"]
    assert "Water &amp; &lt;b&gt;dijken&lt;/b&gt;</h1>" in home
    assert '<meta name="description" content="Brieven over &quot;water&quot;.">' in home
    assert '<link rel="canonical" href="https://www.example.org/water/over/">' in over
    assert "Op Water &amp; &lt;b&gt;dijken&lt;/b&gt; staan brieven van de regering" in over
    assert "Thema’s en begrippen" not in over, "nobody stated any"
    assert '<a href="https://www.example.org/wij">https://www.example.org/wij</a>' in over
    assert "Colofon &amp; &lt;zo&gt;" in over
    assert 'href="https://www.example.org/elders"' in over
    assert "Met de hand." in pages["colofon"]
    for page in (home, *pages.values()):
        assert not re.findall(r"<(?:b>dijken|i>zie|zo>)", page)
    assert ElementTree.parse(here / "site/feed.xml").getroot()[0].text == "Water & <b>dijken</b>"


def test_a_page_in_the_navigation_that_nobody_wrote(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stated(here, WATER)
    assert main([]) == 1
    assert capsys.readouterr().err == "mkdocs.yml:6: names colofon.md, which is not there; write it among the pages\n"


@pytest.mark.slow
def test_without_an_address_nothing_says_where_the_site_is(here: Path) -> None:
    built = build(Folders(here / "seeds", here / "docs", here / "site"))
    assert [notice for notice in built.notices if "states no site_url" in notice] == list(built.notices)
    assert not list(here.glob("site/sitemap*"))
    for path in (*here.glob("site/**/*.html"), here / "site/feed.xml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"127\.0\.0\.1|localhost|canonical|og:url|og:image", text), path


def test_one_begins_with_a_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "nieuw"]) == 0
    told = capsys.readouterr()
    letters = "letters (PDF, Word, saved pages, text)"
    assert (told.out, told.err) == (f"put {letters} in nieuw/seeds, then run kamerbrieven in nieuw\n", "")
    assert read_own_site(here / "nieuw/mkdocs.yml").name == "Mijn kamerbrieven"
    assert read_catalogue(here / "nieuw/seeds/catalogue.yml", (), ()).entries == {}


def test_what_is_there_already_stays(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stated(here, "site_name: Water\n")
    assert main(["init"]) == 0
    told = capsys.readouterr()
    assert told.err == "mkdocs.yml: is there already, and stays as it is\n"
    assert told.out.endswith("seeds, then run kamerbrieven here\n")
    assert (here / "mkdocs.yml").read_text(encoding="utf-8") == "site_name: Water\n"
    assert (here / "seeds/catalogue.yml").is_file()
    assert main(["--no-site"]) == 0, "the folder builds"


def test_a_folder_that_cannot_be(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "seeds/brief.txt"]) == 1
    assert capsys.readouterr().err.startswith("seeds/brief.txt/mkdocs.yml: ")
    assert (here / "seeds/brief.txt").is_file()


def uncommented(path: Path, first: str) -> str:
    """The lines of a file from one on, taken into use."""
    lines = path.read_text(encoding="utf-8").splitlines()
    example = lines[lines.index(f"# {first}") :]
    return "\n".join(line.removeprefix("# ") for line in example[: example.index("#")])


def test_the_examples_in_it_can_be_taken_into_use(here: Path) -> None:
    main(["init"])
    path = here / "seeds/catalogue.yml"
    path.write_text(uncommented(path, "voorbeeld:"), encoding="utf-8")
    entry = read_catalogue(path, ["voorbeeld"], list(names())).of("voorbeeld")
    assert len(entry.facts) == len(yaml.safe_load(path.read_text(encoding="utf-8"))["voorbeeld"]["facts"])
    settings = here / "mkdocs.yml"
    used = re.sub(r"^# (?=\w+:|  - )", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    own = read_own_site(stated(here, used))
    assert own.url == "https://www.example.org/brieven/"
    assert own.nav[-1].target == "colofon.md"
