"""The page for clerks: what it shows, where what it offers goes in the catalogue, and that no site ever has it."""

import html
import re
from pathlib import Path

import pytest
import yaml

from build_tools.build import build
from build_tools.commands.desk import desk_in, pages_for_clerks
from build_tools.desk.catalogue_file import Addition, AdditionPlace, CatalogueFile
from build_tools.desk.doubtful import settling
from build_tools.desk.marked import around, found_at
from build_tools.desk.page import article_of
from build_tools.folders import Folders
from build_tools.sources.catalogue import read_catalogue

DOUBTFUL = "Geachte voorzitter,\n\nDe minister kan dit uit te voere n plan niet delen.\n\nHoogachtend,\n"
"""A letter in which a tool broke a word."""

IDS = ("brief", "kst-1", "z")

CATALOGUES = {
    "no file": None,
    "no entry": "kst-1:\n  facts:\n    title:\n      value: Plan\n      source: hier\n",
    "no entry, and no end of its last line": "kst-1:\n  facts:",
    "an entry of comments": "brief:\n  # niets\n  facts:\n    # date:\n    #   value:\n\nkst-1:\n  facts:\n",
    "an entry": "brief:\n    facts:\n        title:\n            value: Plan\n            source: hier\nkst-1:\n",
    "doubts": "brief:\n  doubts:\n  - at: 1\n    settled: ja\n  facts:\n",
    "doubts further in": "kst-1:\nbrief: # die\n  facts:\n  doubts: # twee\n      - at: 1\n        settled: ja\n",
    "doubts in brackets": 'brief:\n  doubts: [{at: 1, settled: "ja, [echt]"}]\n',
    "an entry in braces": "kst-1:\nbrief: {facts: }\n",
}


def applied(content: str, addition: Addition) -> str:
    """The catalogue when a clerk has put in it what the page offers, where the page says."""
    lines = content.splitlines()
    if addition.place is AdditionPlace.INSIDE:
        line = lines[addition.line - 1]
        at = max(line.rfind("]"), line.rfind("}"))
        lines[addition.line - 1] = f"{line[:at]}, {addition.text}{line[at:]}"
    else:
        lines[addition.line : addition.line] = addition.text.split("\n")
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("name", CATALOGUES)
def test_what_settles_a_doubt_stands_where_it_is_said(tmp_path: Path, name: str) -> None:
    content, path = CATALOGUES[name], tmp_path / "catalogue.yml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    before = read_catalogue(path, IDS, ()).entries
    path.write_text(applied(content or "", settling("brief", [58, 60], CatalogueFile(path))), encoding="utf-8")
    after = read_catalogue(path, IDS, ())
    assert not after.wrong
    settled = {settlement.at for settlement in after.entries["brief"].doubts}
    assert settled == {"58", "60", *(doubt.at for entry in [before.get("brief")] if entry for doubt in entry.doubts)}
    assert {id_: entry.facts for id_, entry in after.entries.items()} == {
        id_: before[id_].facts if id_ in before else {} for id_ in after.entries
    }


def test_words_are_found_however_lines_break_them() -> None:
    assert found_at("de minis-\nter gaat", "minister") == (3, 13)
    assert found_at("een keer, twee keer", "keer", 8) == (15, 19)
    assert found_at("niets", "iets anders") is None
    shown = around(["een", "twee woor-", "den en meer", "vier"], 2, ["twee woorden", "nergens"])
    assert [line.n for line in shown.lines] == [1, 2, 3, 4]
    assert [line.pieces for line in shown.lines[1:3]] == [(("twee woor-", True),), (("den", True), (" en meer", False))]
    assert shown.not_found == ("nergens",)


@pytest.fixture
def letters(tmp_path: Path) -> Folders:
    """Two versions of a letter, one of them doubtful and one asked about, and a doubtful one that looks like code."""
    folders = Folders(tmp_path / "seeds", tmp_path / "docs", tmp_path / "site", tmp_path / "mkdocs.yml")
    folders.seeds.mkdir()
    story = " ".join(f"De {word} gaat over de begroting van dit jaar en wat daarna komt." for word in MANY)
    hostile = DOUBTFUL.replace("plan", "</textarea><script>plan</script>")
    texts = {
        "een": DOUBTFUL.replace("voere n", "leggen") + story,
        "twee": DOUBTFUL + story.replace("begroting", "raming", 1),
        "kwaad": hostile,
    }
    for name, text in texts.items():
        (folders.seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    (folders.seeds / "catalogue.yml").write_text("een:\n  facts:\n    # date: # when?\n", encoding="utf-8")
    return folders


MANY = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


def offered(article: str) -> list[str]:
    """What the page has ready to copy."""
    return [html.unescape(text) for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", article, re.DOTALL)]


def test_all_that_waits_is_there_until_it_is_done(letters: Folders) -> None:
    article, catalogue = article_of(desk_in(letters)), letters.seeds / "catalogue.yml"
    assert article.count('class="plek"') == 2
    assert "na regel 3:" in article and "direct onder <strong>regel 1</strong> (<code>een:</code>)" in article
    assert "<strong>Op 1 plaats mogelijk verkeerd gelezen;" in article and ">twee</a>, regel 3:" in article
    assert "datum op <strong>regel 3</strong>" in article, "where a comment asks already, no second one is offered"
    assert "doubts:\n    - at: 3" in "".join(offered(article))
    assert "versions:\n    - twee" in "".join(offered(article))
    settled = {"doubts": [{"at": 3, "settled": "ja"}]}
    done = {"een": {"versions": ["twee"]}, "twee": settled, "kwaad": settled}
    catalogue.write_text(yaml.safe_dump(done), encoding="utf-8")
    desk = desk_in(letters)
    assert not desk.mistakes and not desk.doubtful and not desk.families and not desk.held_back
    assert "date" in yaml.safe_load(offered(article_of(desk))[0])["facts"]


def test_related_letters_wait_until_somebody_says_that_they_are(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "seeds", tmp_path / "docs", tmp_path / "site", tmp_path / "mkdocs.yml")
    folders.seeds.mkdir()
    words = [f"{letter}{word}" for letter in "bdfghjklmnprstvwz" for word in MANY]
    other = [word if n % 20 < 12 else f"ge{word}" for n, word in enumerate(words)]
    for name, row in (("een", words), ("twee", other)):
        (folders.seeds / f"{name}.txt").write_text(f"De {' '.join(row)} gaat door.\n", encoding="utf-8")
    (waiting,) = desk_in(folders).related
    assert "1 paar verwante brieven" in article_of(desk_in(folders))
    catalogue = folders.seeds / "catalogue.yml"
    catalogue.write_text(applied("", waiting.addition), encoding="utf-8")
    after = desk_in(folders)
    assert not after.mistakes and not after.related
    catalogue.write_text(applied("", waiting.denial.addition), encoding="utf-8")
    assert not desk_in(folders).related


def test_a_mistake_is_told_before_all_else(letters: Folders) -> None:
    catalogue = letters.seeds / "catalogue.yml"
    catalogue.write_text("een:\n  doubts:\n  - at: 999\n    settled: ja\n", encoding="utf-8")
    assert "settles a doubt of een at 999, where there is none" in article_of(desk_in(letters))
    catalogue.write_text("een: [", encoding="utf-8")
    assert f"{catalogue}:1: is not YAML" in article_of(desk_in(letters))


def test_a_letter_gets_nothing_into_the_page_but_text(letters: Folders) -> None:
    article = article_of(desk_in(letters))
    assert "&lt;/textarea&gt;&lt;script&gt;" in article
    assert not re.search(r"<script", article)
    assert article.count("<textarea") == article.count("</textarea>")


@pytest.mark.slow
def test_no_folder_has_any_of_it(letters: Folders) -> None:
    """Pages and site are byte for byte what they are where nobody looks at the page."""
    build(letters)
    before = contents(letters)
    pages = {name: make() for name, make in pages_for_clerks(letters).items()}
    assert b"<title>Werkbank - Kamerbrieven</title>" in pages["werkbank/index.html"]
    assert b'href="../assets/stijl.' in pages["werkbank/index.html"]
    build(letters)
    assert contents(letters) == before
    assert not [path for path, data in before.items() if "werkbank" in path or b"werkbank" in data.lower()]


def contents(folders: Folders) -> dict[str, bytes]:
    files = (path for folder in (folders.docs, folders.site) for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in files}
