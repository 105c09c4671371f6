"""What the pages say of families of versions and of related letters; a letter counts once in themes and terms."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from letters import block, files_of, letter

from build_tools.build import compared
from build_tools.connections.connect import connect_by
from build_tools.model import Fact, FactKey, Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.registers import parts
from build_tools.pages.registers.charts import Column
from build_tools.pages.registers.letter_names import names_of, periods
from build_tools.pages.registers.terms import followed
from build_tools.pages.registers.themes import ThemePages
from build_tools.sources.term_file import Term
from build_tools.sources.theme_file import Theme
from build_tools.versions.family import families_of, in_time
from build_tools.versions.pairs import SMALL

TAAL = Theme("taal", "Taal", "Over taal.", "Migratie en integratie", ("taaleis",), (), ())
EIS = Term("eis", "Taaleis", "De eis.", ("taaleis",), ())
SAYS, SILENT = "De taaleis geldt voor iedereen die hier komt wonen.", "Over andere zaken spreken wij later in het jaar."


def version(id_: str, day: str, *texts: str, annex: str = "", family: tuple[str, ...] = ()) -> Letter:
    blocks = [block(n, text) for n, text in enumerate(texts, 1)]
    blocks += [block(len(texts) + 1, annex, part=1)] if annex else []
    made = letter(blocks, facts={FactKey.DATE: Fact(day, 1)} if day else {}, id_=id_)
    words = sum(len(one.text.split()) for one in blocks)
    ledger = replace(made.ledger, block_words=words)
    return replace(made, ledger=ledger, versions=tuple(other for other in family if other != id_))


def family(size: int, name: str = "v") -> list[Letter]:
    ids = tuple(f"{name}{n:02}" for n in range(size))
    return [version(id_, f"20{n:02}-01-01", SAYS, f"Versie {n}.", family=ids) for n, id_ in enumerate(ids)]


def made(letters: list[Letter]) -> dict[str, str]:
    return files_of(letters, list(map(ComparisonSheet, compared(letters))))


def test_a_family_has_a_page_in_order_of_time_and_each_other_id_leads_there() -> None:
    files = made(family(4)[::-1])
    page = files["vergelijken/v00.md"]
    places = [page.index(f'<p class="titel"><a href="../../brieven/v{n:02}/">') for n in range(4)]
    assert places == sorted(places)
    assert all(f'href="../v{n:02}--v{n + 1:02}/"' in page for n in range(3))
    assert 'href="../v00--v03/"' in page
    assert all("(v00.md)" in files[f"vergelijken/v{n:02}.md"] for n in (1, 2, 3))
    assert 'href="v00/"' in files["vergelijken/index.md"]
    assert 'href="../../vergelijken/v00/"' in files["brieven/v02.md"]


def test_the_way_to_the_page_of_a_family_bears_any_name() -> None:
    name = """"><b> & {{ 7 }} [x](y 'z'"""
    files = made(family(3, name))
    ways = [re.findall(r"\]\(([^()\s]*)\)", files[f"vergelijken/{name}{n:02}.md"]) for n in (1, 2)]
    assert [[unquote(way) for way in found] for found in ways] == [[f"{name}00.md"]] * 2


def test_of_a_large_family_not_every_pair_has_a_page_and_the_page_says_how_to_compare() -> None:
    files = made(family(SMALL + 2))
    assert "vergelijken/v02--v05.md" not in files
    assert "`kamerbrieven compare`" in files["vergelijken/v00.md"]


def test_a_long_family_is_parted_by_year_and_loses_no_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ELEMENTS", 25)
    files = made(family(SMALL + 2))
    page = files["vergelijken/v00.md"]
    years = {path: text for path, text in files.items() if path.startswith("vergelijken/v00/")}
    assert [path for path in years if f'href="{path.split("/")[-1].removesuffix(".md")}/"' not in page] == []
    told = re.findall(r'href="\.\./\.\./(v\d\d--v\d\d)/"', "".join(years.values()))
    assert sorted(told) == sorted(path.split("/")[1][:-3] for path in files if re.search(r"vergelijken/v\d\d--", path))
    assert all("".join(years.values()).count(f'href="../../../brieven/v{n:02}/"') == 1 for n in range(SMALL + 2))
    assert "--" not in page.split("---\n", 2)[2]


def test_two_versions_have_the_page_of_their_comparison_alone() -> None:
    files = made(family(2))
    assert sorted(path for path in files if path.startswith("vergelijken/v")) == ["vergelijken/v00--v01.md"]


def test_related_letters_are_told_and_not_called_versions() -> None:
    one, other = (version(id_, "2020-01-01", SAYS) for id_ in "ab")
    files = made([replace(one, related=("b",)), replace(other, related=("a",))])
    assert "Verwante brieven" in files["vergelijken/index.md"]
    assert "twee verwante brieven vergeleken" in files["vergelijken/a--b.md"]
    assert "Verwant: " in files["brieven/a.md"]
    assert "levensloop" not in files["brieven/a.md"]


def columns(letters: list[Letter]) -> tuple[tuple[Column, ...], list[tuple[Column, int]]]:
    """The columns of the theme and of the term."""
    connected, connections = connect_by(in_time(letters), [TAAL], [EIS])
    names = names_of(connected)
    time = periods(names.values())
    (story,) = ThemePages(connections, names, time).stories()
    (term,) = followed(connections, names, time)
    return story.periods, list(term.rows)


def test_a_letter_counts_once_and_its_annex_apart() -> None:
    ids = ("brief", "kst-1-1")
    letters = [
        version("brief", "2011-06-16", SAYS, SILENT, family=ids),
        version("kst-1-1", "2011-06-16", SAYS, SILENT, annex=" ".join([SILENT] * 9), family=ids),
        version("later", "2015-06-16", SILENT, SAYS),
    ]
    theme, term = columns(letters)
    assert [column.name.split(", ")[-1] for column in theme] == ["16 juni 2011", "16 juni 2015"]
    assert theme[0].value == theme[1].value == 50
    assert [(column.value, count) for column, count in term] == [(term[0][0].value, 1)] * 2


def test_what_stands_in_the_annex_is_told_apart() -> None:
    theme, term = columns([version("a", "2011-06-16", SILENT, annex=SAYS), version("b", "2012-06-16", SAYS)])
    assert [(column.value, column.annex) for column in theme] == [(0, 100), (100, None)]
    assert [column.annex is not None for column, _ in term] == [True, False]


def test_a_use_that_only_an_older_version_has_is_told_still() -> None:
    ids = ("a", "b")
    letters = [
        version("a", "2011-06-16", SAYS, family=ids),
        version("b", "2011-06-17", SILENT, SILENT, family=ids),
    ]
    connected, connections = connect_by(letters, [TAAL], [EIS])
    names = names_of(connected)
    (term,) = followed(connections, names, periods(names.values()))
    assert term.uses == 1
    assert [(row.value, count) for row, count in term.rows] == [(0, 0)]


def test_a_family_is_in_order_of_time_whatever_the_order_of_files() -> None:
    letters = family(5)
    assert families_of(letters) == families_of(letters[::-1])


def pair(day: str, n: int) -> list[Letter]:
    ids = (f"a{n}", f"b{n}")
    return [version(id_, day, SAYS, f"Brief {n}.", family=ids) for id_ in ids]


def test_a_long_list_of_comparisons_is_split_by_year_and_loses_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ELEMENTS", 25)
    days = ["2011-01-01", "2011-02-01", "2011-03-01", "2012-01-01", ""]
    letters = [one for n, day in enumerate(days) for one in pair(day, n)]
    one, other = (version(id_, "2012-05-05", SILENT) for id_ in "yz")
    files = made([*letters, replace(one, related=("z",)), replace(other, related=("y",))])
    years = {path: text for path, text in files.items() if path.startswith("vergelijken/jaar/")}
    index = files["vergelijken/index.md"]
    assert [path.split("/")[-1] for path in years] == ["2011.md", "2011-2.md", "2012.md", "zonder-datum.md"]
    assert all(f'href="{path.removeprefix("vergelijken/").removesuffix(".md")}/"' in index for path in years)
    assert "--" not in index.split("---\n", 2)[2]
    found = re.findall(r'href="\.\./\.\./([a-z0-9]+--[a-z0-9]+)/"', "".join(years.values()))
    assert sorted(found) == [*(f"a{n}--b{n}" for n in range(5)), "y--z"]
    assert 'id="verwant"' in index
    assert "Verwante brieven { #verwant }" in years["vergelijken/jaar/2012.md"]
    assert "1 brief met versies, 1 paar verwante brieven" in index


def test_lists_tell_comparisons_of_one_letter_apart() -> None:
    files = made(family(4))
    page, letters_page = files["vergelijken/v00.md"], files["brieven/v02.md"]
    assert ">1 januari 2000 en 1 januari 2003<" in page
    assert ">Vergelijk met de versie van 1 januari 2002</a>" in page
    line = letters_page.partition('<ol class="levensloop">')[2].partition("</ol>")[0]
    assert re.findall(r">[^<>]* 1 januari (\d+)(?= <em>|<span)", line) == ["2000", "2001", "2002", "2003"]
    assert re.findall(r"Vergelijk de versies.* 1 januari (\d+)<", line) == ["2001", "2003"]
    assert ">1 januari 2000 en 1 januari 2001<" in files["vergelijken/index.md"]
    home = files["index.md"]
    assert home.count('class="oordeel"') == 1
    assert "Alle vergelijkingen van 1 brief</a>" in home


def test_names_in_lists_are_short_and_no_two_alike() -> None:
    subject = "Vragen van het lid Rietdijk (ABC) aan de minister van Bruggen en Wegen over het uitblijven van "
    one, other = (replace(letter, facts={**letter.facts, FactKey.TITLE: Fact(subject + what, 1)})
                  for letter, what in zip(pair("2011-01-01", 3), ("sloten", "dijken"), strict=True))  # fmt: skip
    names = [name.short for name in names_of([one, other]).values()]
    assert names == [f"{subject[:75].rstrip()}… (2011, {letter.id})" for letter in (one, other)]


def test_of_one_day_they_are_told_apart_by_the_kinds_of_their_files() -> None:
    """A reader knows what a PDF is, not what `a1` is; which of two PDF files it is, only their names say."""
    one, other = (replace(version, source=replace(version.source, kind=kind))
                  for version, kind in zip(pair("2011-01-01", 1), ("Word", "pdf"), strict=True))  # fmt: skip
    files = made([one, other])
    page = files["vergelijken/a1--b1.md"]
    assert ">Word-bestand en PDF<" in files["vergelijken/index.md"]
    assert "A: brief van het ministerie, 1 januari 2011 (Word-bestand) · B: brief" in files["vergelijken/index.md"]
    assert "1 januari 2011 (PDF)<" in files["brieven/a1.md"] and "(b1)" not in files["brieven/a1.md"]
    assert "A · brief van het ministerie (Word-bestand)</div><div>B · brief van het ministerie (PDF)<" in page
    third = version("c1", "2011-01-01", SAYS, "Brief 1.", family=("a1", "b1", "c1"))
    third = replace(third, source=replace(third.source, kind="pdf"))
    three = [replace(letter, versions=tuple({"a1", "b1", "c1"} - {letter.id})) for letter in (one, other, third)]
    told = made(three)["brieven/a1.md"]
    assert all(f"1 januari 2011 ({name})" in told for name in ("Word-bestand", "b1", "c1"))


def test_a_pair_is_called_by_the_only_title_that_it_has() -> None:
    one, other = pair("2011-01-01", 1)
    named = replace(one, facts={**one.facts, FactKey.TITLE: Fact("Stand van de dijken", 1)})
    unnamed = replace(other, facts={key: fact for key, fact in other.facts.items() if key is not FactKey.TITLE})
    assert "# Stand van de dijken: twee versies vergeleken" in made([named, unnamed])["vergelijken/a1--b1.md"]


def test_of_one_day_they_are_told_apart_by_what_they_are_or_by_name() -> None:
    files = made([*pair("2011-01-01", 1)])
    assert ">a1 en b1<" in files["vergelijken/index.md"]
    assert "A: brief van het ministerie, 1 januari 2011 (a1) · B: brief" in files["vergelijken/index.md"]
    for page in (files["index.md"], files["brieven/a1.md"]):
        assert "1 januari 2011 (b1)<" in page and "<small>A: brief van het ministerie, 1 januari 2011 (a1) · B:" in page
    one, other = pair("2011-01-01", 2)
    paper = replace(other, facts={**other.facts, FactKey.DOSSIER: Fact("32824", 1), FactKey.ONDERNUMMER: Fact("5", 1)})
    assert ">Brief van het ministerie en gedrukt Kamerstuk<" in made([one, paper])["vergelijken/index.md"]
