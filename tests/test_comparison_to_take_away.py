"""A comparison taken away: as a Word file, a table, a diff, one page; read back by what readers open it with."""

import csv
import re
import shutil
import subprocess
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest
from docx import Document
from frozen import five_letters
from hypothesis import given
from hypothesis import strategies as st
from letters import block, letter, note, table
from lxml import etree
from redlines import settled, texts_of, wanted
from rendering import parsed
from test_comparison_paper import handmade
from test_hostile_site import hostile_letters

from build_tools.addresses import comparison_path
from build_tools.build import build, compared
from build_tools.cli import Status, main
from build_tools.compare.comparing import compare
from build_tools.compare.model import Comparison, Side
from build_tools.exports.changes_csv import FORMULA, changes_csv, harmless
from build_tools.exports.comparison_forms import FORMS, IN_DOCS
from build_tools.exports.plain_lines import diff, plain_text
from build_tools.exports.redline.package import redline
from build_tools.exports.standalone import STYLES, standalone_page
from build_tools.folders import Folders
from build_tools.model import Block, Kind, Letter
from build_tools.pages.assets import asset
from build_tools.pages.comparison.sheet import ComparisonSheet

KADES = [["Kade", "2022", "2023"], ["Leerdam", "1,2", "0,8"], ["Beesd", "0,4", "2,1"]]


def tables() -> Comparison:
    more = [*KADES[:2], ["Asperen", "7,0", "8,0"], ["Beesd", "0,5", "2,1"]]
    return compare(letter([block(1, "Zie de tabel."), table(2, KADES)], id_="a"), letter([table(1, more)], id_="b"))


def ends() -> dict[str, Comparison]:
    """What only one of two texts ends with, and texts of which one is empty."""
    one, other, more = block(1, "Een eerste alinea."), block(2, "Een tweede, heel andere."), block(2, "Nieuw slot.")
    texts: dict[str, tuple[list[Block], list[Block]]] = {
        "last dropped": ([one, other], [one]),
        "last added": ([one], [one, other]),
        "last replaced": ([one, other], [one, more, block(3, "En nog een regel.")]),
        "first empty": ([], [one]),
        "second empty": ([one], []),
        "both empty": ([], []),
    }
    return {name: compare(letter(a, id_="a"), letter(b, id_="b")) for name, (a, b) in texts.items()}


SHARED = "brief-donner-2011--kst-32824-1"
NAMES = (SHARED, "handmade", "tables", "hostile", *ends(), "bare", "nothing")


@cache
def comparisons() -> dict[str, Comparison]:
    """By those names: what five letters share, and what each form has to hold besides."""
    evil = hostile_letters()
    shared = {one.name: one for one in compared(tuple(five_letters().values()))}
    own = {"handmade": handmade(), "tables": tables(), "hostile": compare(evil[0], evil[1]), **ends()}
    found = {**shared, **own, "bare": compare(evil[2], evil[3]), "nothing": compare(evil[3], evil[4])}
    assert tuple(found) == NAMES
    return found


def sheet(name: str) -> ComparisonSheet:
    return ComparisonSheet(comparisons()[name])


def both_come_back(comparison: Comparison) -> None:
    data = redline(ComparisonSheet(comparison))
    assert texts_of(data, "rejected") == wanted(comparison, Side.A)
    assert texts_of(data, "accepted") == wanted(comparison, Side.B)


@pytest.mark.parametrize("name", NAMES)
def test_accepting_all_gives_the_second_text_and_rejecting_all_the_first(name: str) -> None:
    both_come_back(comparisons()[name])


WORDS = st.lists(st.sampled_from(["de", "man", "vrouw", "loopt.", "ziet,", "niet", "3", "“wel”", "—"]), max_size=12)
PASSAGES = st.lists(
    st.tuples(WORDS.map(" ".join) | st.text(max_size=12), st.sampled_from([*Kind])), min_size=0, max_size=8
)


def of_passages(passages: list[tuple[str, Kind]], id_: str) -> Letter:
    """A letter of these texts. What is no note is a block; a table has one cell."""
    plain = [(" ".join(text.split()), kind) for text, kind in passages]
    texts, notes = ([part for part in plain if (part[1] is Kind.NOTE) is of_note] for of_note in (False, True))
    blocks = [
        table(n, [[text]]) if kind is Kind.TABLE else block(n, text, kind) for n, (text, kind) in enumerate(texts, 1)
    ]
    return letter(blocks, [note(n, text, None) for n, (text, _) in enumerate(notes, 1)], id_=id_)


Passages = list[tuple[str, Kind]]


@pytest.mark.slow
@given(PASSAGES, PASSAGES, st.data())
def test_any_two_texts_come_back(
    one: list[tuple[str, Kind]], other: list[tuple[str, Kind]], data: st.DataObject
) -> None:
    """Two texts of their own, and the second with passages of the first among its own."""
    mixed = data.draw(st.permutations([*one, *other]))
    for second in (other, mixed):
        both_come_back(compare(of_passages(one, "a"), of_passages(second, "b")))


def test_who_made_the_changes_is_the_program_and_no_hour_is_told() -> None:
    data = redline(sheet("handmade"))
    assert data == redline(ComparisonSheet(handmade()))
    document = Document(BytesIO(data))
    changes = document.element.body.xpath(".//w:ins | .//w:del")
    assert {tuple(name.split("}")[1] for name in change.attrib) for change in changes} == {("id", "author")}
    assert len({change.get(f"{change.tag.split('}')[0]}}}id") for change in changes}) == len(changes)
    assert document.core_properties.author == "Kamerbrieven"
    assert document.core_properties.comments == sheet("handmade").verdict.text


def test_headings_lists_and_notes_are_set_as_such() -> None:
    paragraphs = {p.text: p for p in Document(BytesIO(redline(sheet("handmade")))).paragraphs}
    assert paragraphs["Een titel"].style.name == "Heading 1"
    assert paragraphs["Eerste noot."].style.name == "Noot"
    assert paragraphs["Eerste noot."]._p.pPr.numPr is not None, "its number is no part of its text"


@pytest.mark.slow
def test_libreoffice_shows_every_change(tmp_path: Path) -> None:
    """And takes both texts from it: it is asked for its own format, which says what it takes for a change."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here (Debian: apt-get install libreoffice-writer)")
    path, profile = tmp_path / "x.docx", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    path.write_bytes(redline(sheet("handmade")))
    command = [office, "--headless", profile, "--convert-to", "fodt", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    (body,) = etree.parse(tmp_path / "x.fodt").iter("{*}text")
    authors = {author.text for author in body.iter("{*}creator")}
    assert authors == {"Kamerbrieven"}
    assert settled(body, "rejected") == wanted(comparisons()["handmade"], Side.A)
    assert settled(body, "accepted") == wanted(comparisons()["handmade"], Side.B)


@pytest.mark.parametrize("name", NAMES)
def test_patch_makes_the_second_text_of_the_first(name: str, tmp_path: Path) -> None:
    program = shutil.which("patch")
    if program is None:
        pytest.skip("no patch here (Debian: apt-get install patch)")
    comparison, path = comparisons()[name], tmp_path / "tekst.txt"
    path.write_bytes(plain_text(comparison.a).encode())
    told = diff(comparison)
    if told:
        subprocess.run([program, "--binary", "-s", str(path)], input=told.encode(), check=True)
    assert (path.read_bytes() if path.exists() else b"") == plain_text(comparison.b).encode()
    assert told or plain_text(comparison.a) == plain_text(comparison.b)


@pytest.mark.parametrize("name", NAMES)
def test_the_table_has_every_change(name: str) -> None:
    told = changes_csv(comparisons()[name])
    assert told.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(told[1:], newline=""), delimiter=";"))
    assert [(int(row["nummer"]), row["soort"], row["regel"]) for row in rows] == [
        (change.n, change.kind.value, change.rule) for change in comparisons()[name].changes
    ]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]


def test_a_change_in_the_table() -> None:
    one, other = (letter([block(1, f"Het tekort is {sum_} procent.")], id_=id_) for id_, sum_ in (("a", 3), ("b", 4)))
    head, row = changes_csv(compare(one, other)).splitlines()
    assert head == "\ufeffnummer;soort;regel;tekst in A;tekst in B;plaats in A;plaats in B;mogelijk verkeerd gelezen"
    assert row == "1;woord;getal;3;4;alinea 1;alinea 1;"


def test_what_may_be_misread_is_told_in_the_table() -> None:
    texts = (("a", "Het is uit te voeren in mei."), ("b", "Het is uit te voe ren in juni."))
    one, other = (letter([block(1, text)], id_=id_) for id_, text in texts)
    rows = changes_csv(compare(one, other)).splitlines()
    assert [row.rpartition(";")[2] for row in rows] == ["mogelijk verkeerd gelezen", "ja", ""]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-0,4", "@SUM(A1)", "\t=1", "＝1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_one_page_asks_for_nothing() -> None:
    tree: Element = parsed(standalone_page(sheet("hostile")))
    (rules,) = (one.get("content", "") for one in tree.iter("meta") if one.get("http-equiv"))
    assert rules.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in rules
    assert not [one for one in tree.iter() if one.tag == "link" or one.get("src")]
    assert not [one.get("href") for one in tree.iter("a") if not (one.get("href") or "#").startswith("#")]


def test_one_page_has_the_dark_colours_of_the_site_for_who_asks_for_these() -> None:
    dark = standalone_page(sheet("handmade")).partition("@media screen and (prefers-color-scheme: dark) {")[2]
    rules = [
        rule for name in STYLES for rule in re.findall(r"^\[[^]]*slate[^]]*\]([^{]*{[^}]*})", asset(name), re.MULTILINE)
    ]
    assert any("--vg-in:" in rule for rule in rules)
    assert all(f'[data-md-color-scheme="default"]{rule}' in dark for rule in rules)


@pytest.mark.slow
def test_the_page_offers_what_was_made(tmp_path: Path) -> None:
    """What a review can read lies in the folder of pages too. It all stays where a letter cannot be read any more."""
    folders = Folders(tmp_path / "seeds", tmp_path / "docs", tmp_path / "site")
    folders.seeds.mkdir()
    for name, word in (("één", "kracht"), ("twee", "inzet")):
        text = f"Geachte voorzitter,\n\n{'Het gaat om ruimte voor eigen initiatief van mensen. ' * 9}\n\nOm {word}.\n"
        (folders.seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    build(folders)
    page = folders.site / "vergelijken/twee--één"
    links = re.findall(r'href="([^"]*)" download', (page / "index.html").read_text(encoding="utf-8"))
    paths = {(page / unquote(link)).resolve() for link in links}
    made = folders.site / "data/wijzigingen"
    assert paths == {folders.site / comparison_path("twee--één", form) for form in FORMS}
    before = {path: path.read_bytes() for path in paths}
    assert texts_of(before[made / "twee--één.docx"], "accepted")[-1] == "Om kracht."
    assert [path.name for path in (folders.docs / "data/vergelijkingen").iterdir()] == ["twee--één.json"]
    others = {path.suffix[1:] for path in (folders.docs / "data/wijzigingen").iterdir()}
    assert others == set(IN_DOCS) - {"json"}
    (folders.seeds / "twee.txt").write_bytes(b"")
    build(folders)
    assert {path: path.read_bytes() for path in paths} == before


@pytest.mark.parametrize("form", FORMS)
def test_the_ending_of_a_file_says_in_which_form(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [str(tmp_path / f"{name}.txt") for name in ("een", "twee")]
    for name, word in zip(names, ("kracht", "inzet"), strict=True):
        Path(name).write_text(f"Geachte voorzitter,\n\nHet gaat om de {word} van mensen.\n", encoding="utf-8")
    path = tmp_path / f"x.{form}"
    assert main(["compare", *names, "--output", str(path)]) == Status.DONE
    assert f"{path} holds the comparison" in capsys.readouterr().err
    begins = {
        "html": b"<!doctype html>",
        "docx": b"PK",
        "csv": b"\xef\xbb\xbfnummer",
        "diff": b"--- a/een.txt",
        "json": b"{",
    }
    assert path.read_bytes().startswith(begins[form])


def test_another_ending_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "a", "b", "--output", str(tmp_path / "x.odt")]) == Status.USAGE
    assert "must end in one of .html, .docx, .csv, .diff, .json" in capsys.readouterr().err
