"""The pages of a comparison: what the contract says of them, whatever the letters hold."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from letters import block, files_of, letter, note, with_notes
from rendering import html_tree

from build_tools.cli import main
from build_tools.compare.comparing import compare
from build_tools.dutch.sign_names import with_names
from build_tools.model import Fact, Kind, Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.templating import whole_counts

EVIL = '<script>evil()</script> {{ x }} [[noten]] & "quote" \\ `code` [^1] <!-- --> </section>'
LONG = "Het kabinet gaat uit van de kracht van mensen en geeft hun ruimte voor eigen initiatief in de buurt. " * 6
MOVED = "Gemeenten krijgen meer vrijheid om te bepalen hoe zij de inburgering willen inrichten."
PLACE = "vergelijken/a--b.md"


def versions() -> tuple[Letter, Letter]:
    """Two letters with a change of each kind, and much that is the same."""
    a = [
        block(1, "Een titel", Kind.HEADING, 1),
        block(2, f"Hierbij de visie “samen”. {EVIL}"),
        replace(with_notes(LONG.strip(), (1, 11)), n=3),
        block(4, MOVED),
        block(5, LONG.replace("kracht", "inzet").strip()),
        block(6, "Een punt van de lijst vervalt hier.", Kind.ITEM),
        block(7, "De Minister, J.P.H. Donner", Kind.SIGNATURE, breaks=(12,)),
    ]
    b = [
        a[0],
        block(2, f"Hierbij de nieuwe visie «samen». {EVIL}"),
        a[2],
        a[4],
        block(5, MOVED),
        block(7, "De Minister, J. P. H. Donner", Kind.SIGNATURE, breaks=(12,)),
    ]
    facts = {"date": Fact("2022-04-05", 1), "title": Fact(EVIL, "x")}
    one, other = (
        letter(a, [note(1, "Een noot.", by=3)], facts, id_="a"),
        letter(b, [note(1, "Een noot.")], facts, id_="b"),
    )
    return replace(one, versions=("b",)), replace(other, versions=("a",))


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return files_of(versions(), [ComparisonSheet(compare(*versions()))])


@pytest.fixture(scope="module")
def page(made: dict[str, str]) -> Element:
    return html_tree(made[PLACE].split("---\n", 2)[2])


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def test_every_change_has_one_address(made: dict[str, str], page: Element) -> None:
    changes = json.loads(made["data/vergelijkingen/a--b.json"])["changes"]
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for change in changes:
        (mark,) = (element for element in page.iter() if element.get("id") == f"w-{change['n']}")
        assert mark.tag in ("ins", "del")
        assert mark.get("data-kind") == change["kind"]


def test_every_kind_is_there_and_listed(made: dict[str, str], page: Element) -> None:
    data = json.loads(made["data/vergelijkingen/a--b.json"])
    assert [(c["n"], c["kind"], c["before"], c["after"], c["a"], c["b"]) for c in data["changes"]] == [
        (1, "toegevoegd", "", "nieuwe", "al-2", "al-2"),
        (2, "leesteken", "“", "«", "al-2", "al-2"),
        (3, "leesteken", "”", "»", "al-2", "al-2"),
        (4, "verplaatst", MOVED, MOVED, "al-4", "al-5"),
        (5, "vervallen", "Een punt van de lijst vervalt hier.", "", "al-6", None),
        (6, "leesteken", "", " ", "al-7", "al-7"),
        (7, "leesteken", "", " ", "al-7", "al-7"),
    ]
    items = [" ".join("".join(item.itertext()).split()) for item in page.iter("li")]
    for said in (
        "Wijziging 2 van 7, leesteken, aanhalingsteken “ werd guillemet «: Hierbij de nieuwe visie «samen»., alinea 2",
        "Wijziging 5 van 7, vervallen, Een punt van de lijst vervalt hier., alinea 6 in A",
        "Wijziging 6 van 7, leesteken, spatie toegevoegd: De Minister, J. P. H. Donner, alinea 7",
    ):
        assert said in items
    assert items[:7] == [
        "0 wijzigingen in woorden", "1 toevoeging", "1 weglating", "1 verplaatste passage",
        "0 nummeringen", "4 wijzigingen in leestekens", "0 verschillen in opmaak",
    ]  # fmt: skip
    assert sum(item.startswith("Wijziging ") for item in items) == 7


def test_the_table_has_each_change_in_the_words_of_either_document(page: Element) -> None:
    (table,) = (element for element in page.iter("table") if "was-wordt" in classes(element))
    assert [cell.get("scope") for cell in table.iter("th")] == ["col"] * 5 + ["row"] * 7
    assert "".join(next(table.iter("caption")).itertext()).startswith("Elke wijziging")
    rows = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in table.iter("tr")]
    assert rows[2:4] == [
        ["Wijziging 2", "leesteken: aanhalingsteken “ werd guillemet «", "Hierbij de visie “samen”. …",
         "Hierbij de nieuwe visie «samen». …", "A, alinea 2 B, alinea 2"],
        ["Wijziging 3", "leesteken: aanhalingsteken ” werd guillemet »",
         "Hierbij de visie “samen”. <script>evil()</script> …", "… de nieuwe visie «samen». <script>evil()</script> …",
         "A, alinea 2 B, alinea 2"],
    ]  # fmt: skip
    assert rows[5][2:] == ["Een punt van de lijst vervalt hier.", "niets", "A, alinea 6"]
    assert rows[6][2:4] == ["De Minister, J.P.H. Donner", "De Minister, J. P. H. Donner"]


def test_headings_are_headings_and_columns_have_names(page: Element) -> None:
    sections = {element.get("data-view"): element for element in page.iter("section") if element.get("data-view")}
    assert set(sections) == {"lopend", "naast-elkaar", "was-wordt"}
    for view, times in (("lopend", 1), ("naast-elkaar", 2)):
        assert ["".join(title.itertext()) for title in sections[view].iter("h3")] == ["Een titel"] * times
    cells = [element for element in sections["naast-elkaar"].iter("div") if "cel" in classes(element)]
    names = [cell.get("aria-label") for cell in cells]
    assert names[:4] == ["A, alinea 1", "B, alinea 1", "A, alinea 2", "B, alinea 2"]
    assert {"A, niets", "B, niets"} < set(names)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("", ""),
        ("een", "een"),
        ("J.", "J."),
        ("“", "aanhalingsteken “"),
        ("–", "gedachtestreepje –"),
        ("– ", "gedachtestreepje – en spatie"),
        ("...", "3 keer punt ."),
        ("☂", "teken ☂"),
        ("\u00a0", "vaste spatie"),
    ],
)
def test_signs_have_names(text: str, called: str) -> None:
    assert with_names(text) == called


def test_moved_text_is_marked_at_both_places(page: Element) -> None:
    for view in ("lopend", "naast-elkaar"):
        (section,) = (element for element in page.iter("section") if element.get("data-view") == view)
        assert [element.tag for element in section.iter() if element.get("data-moved") == "4"] in (
            ["del", "ins"],
            ["ins", "del"],
        )


def test_links_within_the_page_lead_somewhere(page: Element) -> None:
    ids = {element.get("id") for element in page.iter()}
    for link in page.iter("a"):
        href = link.get("href", "")
        assert not href.startswith("#") or href[1:] in ids


def test_long_unchanged_stretches_fold(page: Element) -> None:
    told = ["".join(summary.itertext()) for summary in page.iter("summary")]
    assert told.count("1 alinea ongewijzigd (114 woorden)") == 4


def test_nothing_of_a_letter_is_markup(made: dict[str, str], page: Element) -> None:
    for name in (PLACE, "index.md", "vergelijken/index.md", "brieven/a.md"):
        assert "<script>evil" not in made[name].split("---\n", 2)[2]
    scripts = list(page.iter("script"))
    names = ("vergelijking", "wijzigingen-kopie", "kopieer")
    assert [element.get("src") for element in scripts] == [f"../../assets/{name}.js" for name in names]
    assert not any(element.text for element in scripts)
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"]


def test_the_verdict_leads_to_the_page_from_everywhere(made: dict[str, str]) -> None:
    verdict = json.loads(made["data/vergelijkingen/a--b.json"])["verdict"]
    told = "1 toevoeging (1 woord), 1 punt van een lijst vervallen (7 woorden) en 1 verplaatste passage (13 woorden)."
    assert verdict.startswith(told)
    for name, link in (("index.md", "vergelijken/a--b/"), ("vergelijken/index.md", "a--b/")):
        assert verdict.split(".")[0] in made[name]
        assert f'href="{link}"' in made[name]
    for name in ("brieven/a.md", "brieven/b.md"):
        assert 'href="../../vergelijken/a--b/"' in made[name]
    assert "versions:\n- b\n" in made["brieven/a.md"]


def test_what_is_not_the_letters_own_is_set_apart(page: Element) -> None:
    """In a view, text without `bijwerk` is the letters' own; `proof.py` reads it so."""
    (section,) = (element for element in page.iter("section") if element.get("data-view") == "lopend")
    for element in section.iter():
        if element.tag in ("summary", "sup", "span", "a"):
            inside = [parent for parent in section.iter() if element in list(parent.iter())]
            assert any("bijwerk" in classes(parent) for parent in (element, *inside))


def test_rules_are_explained(made: dict[str, str]) -> None:
    rules = (Path(__file__).parents[1] / "build_tools/data/change_kinds.yml").read_text(encoding="utf-8")
    for name in re.findall(r"- rule: (\w+)", rules):
        assert name in made["vergelijken/index.md"]


def test_without_versions_the_pages_say_so() -> None:
    one = letter([block(1, "x")])
    made = files_of([one])
    assert "geen twee versies" in made["vergelijken/index.md"]
    assert "Vergeleken" not in made["index.md"]
    assert "geen passages die terugkeren" in made["terugkerend.md"]


def test_compare_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, word in (("a", "kracht"), ("b", "inzet")):
        (seeds / f"{name}.txt").write_text(
            f"Geachte voorzitter,\n\nHet gaat om de {word} van mensen.\n", encoding="utf-8"
        )
    assert main(["compare", "a", str(seeds / "b.txt"), "--seeds", str(seeds), "--page", str(tmp_path / "x.html")]) == 0
    printed = capsys.readouterr().out
    assert "1 wijziging in woorden." in printed
    assert (
        "1/1 woord: kracht werd inzet [… het gaat om de" in printed.lower() or "1/1 woord: kracht werd inzet" in printed
    )
    html = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert 'data-view="lopend"' in html
    assert 'href="../' not in html
    assert main(["compare", "a", "c", "--seeds", str(seeds)]) == 1
    assert f"c: is no file, and no id in {seeds}; name a file, or" in capsys.readouterr().err
    assert main(["compare", "a", "b", "--seeds", str(seeds), "--page", str(tmp_path / "no" / "x.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_change_inside_what_moved_is_told_with_the_words_around_it() -> None:
    stays = [f"{LONG.strip()} Dat is het {n}e punt van deze brief over de wijk." for n in (1, 2, 3)]
    texts = {"a": [MOVED, *stays], "b": [*stays, MOVED.replace("meer vrijheid", "veel vrijheid")]}
    a, b = (letter([block(n, text) for n, text in enumerate(own, 1)], id_=id_) for id_, own in texts.items())
    (change,) = (one for one in ComparisonSheet(compare(a, b)).worded if one.told.before == "meer")
    assert change.context == "Gemeenten krijgen veel vrijheid om te bepalen hoe"
    assert change.where == "alinea 1 in A en alinea 4 in B"


def test_a_line_never_ends_within_a_count() -> None:
    told = "1 kop vervallen (1 woord) en 2 alinea’s toegevoegd (1.204 woorden); <b> (zie boven)."
    assert whole_counts(told) == (
        '1 kop vervallen <span class="heel">(1 woord)</span> en 2 alinea’s toegevoegd '
        '<span class="heel">(1.204 woorden)</span>; &lt;b&gt; (zie boven).'
    )
