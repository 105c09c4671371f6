"""What reference managers take of a letter: entries to download, and tags in the head of its page."""

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from case_files import CASES
from frozen import IDS, five_letters
from letters import letter

from build_tools.dutch.format import dutch_date
from build_tools.exports.all_exports import references_to, references_with_address
from build_tools.exports.reference_managers import csl_json, ris
from build_tools.model import Fact, FactKey, Letter
from build_tools.papers.citing import number_in_series
from build_tools.papers.persons import person_of
from build_tools.site.described.citation_tags import citation_tags
from build_tools.site.described.page_facts import Page, Site

PANDOC = shutil.which("pandoc")
READS = {".bib": "biblatex", ".csl.json": "csljson", ".ris": "ris"}
STYLE = CASES / "citing/everything.csl"
"""A style that prints all that an entry has, the day too, which most styles leave out of a report."""


@pytest.mark.parametrize(
    ("printed", "last_first", "whole"),
    [
        ("J.P.H. Donner", "Donner, J.P.H.", "J.P.H. Donner"),
        ("J. P. H. Donner", "Donner, J.P.H.", "J.P.H. Donner"),
        ("mr.dr. A.Th.B. Bijleveld-Schouten", "Bijleveld-Schouten, A.Th.B.", "A.Th.B. Bijleveld-Schouten"),
        ("A. (Aukje) de Vries", "de Vries, A.", "A. de Vries"),
        ("E. van der Burg MSc", "van der Burg, E.", "E. van der Burg"),
        ("P.-J. Hirsch Ballin", "Hirsch Ballin, P.-J.", "P.-J. Hirsch Ballin"),
        ("Inge van Dijk", "van Dijk, Inge", "Inge van Dijk"),
        ("Mona Keijzer", "Keijzer, Mona", "Mona Keijzer"),
        ("De Wilde-Boon", "De Wilde-Boon,", "De Wilde-Boon"),
        ("Bruins Slot", "Bruins Slot,", "Bruins Slot"),
        ("Anna Six Dijkstra", "Six Dijkstra, Anna", "Anna Six Dijkstra"),
        ("Overzet", "Overzet", "Overzet"),
        ("drs.", "drs.", "drs."),
    ],
)
def test_a_person_has_one_name_however_a_paper_prints_it(printed: str, last_first: str, whole: str) -> None:
    person = person_of(printed)
    assert (person.last_first, person.whole) == (last_first, whole)


def test_a_letter_that_is_published_nowhere_else_is_found_at_its_page() -> None:
    own = letter(facts={FactKey.TITLE: Fact("Vissen", 1)}, id_="é")
    numbered = letter(facts={FactKey.DOSSIER: Fact("32824", 1), FactKey.ONDERNUMMER: Fact("448", 1)})
    files = {file.path: file.text for file in references_with_address([own, numbered], "https://x.nl/")}
    assert list(files) == ["data/brieven/é.bib", "data/brieven/é.ris", "data/brieven/é.csl.json"]
    assert all("https://x.nl/brieven/%C3%A9/" in text for text in files.values())
    assert list(references_with_address([own], "")) == []
    assert "UR  - https://zoek.officielebekendmakingen.nl/kst-32824-448.html\n" in ris(numbered)


@pytest.mark.parametrize("id_", IDS)
def test_entries_and_tags_say_the_same(id_: str) -> None:
    one = five_letters()[id_]
    [item] = json.loads(csl_json(one))
    lines = ris(one).splitlines()
    rows = dict(line.split("  - ", 1) for line in lines if not line.startswith("AU"))
    assert (rows["TY"], rows["ID"], rows["TI"], rows.get("SN")) == ("RPRT", id_, item["title"], item.get("number"))
    assert (rows.get("T2"), rows.get("PB")) == (item.get("collection-title"), item.get("publisher"))
    assert rows["DA"] == "/".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
    authors = [f"{one['family']}, {one['given']}" for one in item.get("author", ())]
    assert [line[6:] for line in lines if line.startswith("AU")] == authors


@pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
@pytest.mark.parametrize("id_", IDS)
def test_pandoc_prints_number_day_authors_and_institution(id_: str, tmp_path: Path) -> None:
    """Of RIS pandoc reads no number of a report, and the year alone of its day; before version 3 it reads no RIS."""
    one = five_letters()[id_]
    for file in references_to(one):
        form = next(form for form in READS if file.path.endswith(form))
        if READS[form] not in _known_to_pandoc():
            continue
        path = tmp_path / f"entry{form}"
        path.write_text(file.text, encoding="utf-8")
        assert {sought for sought in _sought(one, form) if sought not in _printed(path, READS[form])} == set()


@cache
def _known_to_pandoc() -> list[str]:
    command = [str(PANDOC), "--list-input-formats"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.split()


def _sought(one: Letter, form: str) -> list[str]:
    """What an entry has to say in print."""
    day, ministry = str(one.fact(FactKey.DATE)), one.fact(FactKey.MINISTRY)
    names = [person_of(signer.name) for signer in one.signers]
    own = [day[:4], f"Ministerie van {ministry}", *(f"{name.particles} {name.surname}".strip() for name in names)]
    return own if form == ".ris" else [*own, dutch_date(day), *filter(None, [number_in_series(one)])]


def _printed(path: Path, form: str) -> str:
    command = [str(PANDOC), "--from", form, "--to", "plain", "--wrap", "none", "--citeproc", "-M", "lang=nl"]
    made = subprocess.run([*command, "--csl", STYLE, path], capture_output=True, check=True, encoding="utf-8")
    return made.stdout


META = {
    "date": "2011-06-16",
    "signers": [{"name": "J. P. H. Donner", "role": "minister"}, {"name": "C.E.G. van Gennip", "role": "minister"}],
    "ministry": "Financiën",
    "dossier": "34200-XV",
    "ondernummer": "1",
    "vergaderjaar": "2014-2015",
    "kamerstuk": "34 200 XV, nr. 1",
}


def test_the_tags_of_a_page_make_a_report() -> None:
    tags = "\n".join(
        citation_tags(Page("brieven/a/", "Visie & «taal»", "", META), Site("Kamerbrieven", "https://x.nl/"))
    )
    for name, value in {
        "citation_title": "Visie &amp; «taal»",
        "citation_publication_date": "2011/06/16",
        "citation_technical_report_institution": "Ministerie van Financiën",
        "citation_technical_report_number": "34200 XV, nr. 1",
        "citation_public_url": "https://x.nl/brieven/a/",
        "DC.type": "Kamerstuk",
        "z:itemType": "report",
        "z:seriesTitle": "Kamerstukken II 2014/15",
        "DC.date": "2011-06-16",
    }.items():
        assert f'<meta name="{name}" content="{value}">' in tags
    assert re.findall('"citation_author" content="([^"]*)"', tags) == ["Donner, J.P.H.", "van Gennip, C.E.G."]


def test_a_paper_of_another_series_has_its_number_apart_from_it() -> None:
    meta = {"kamerstuk": "Aanhangsel Handelingen II 2024/25, nr. 1028", "ondernummer": "1028", "signer": "Bruins Slot"}
    signed = meta | {"signers": [{"name": "Bruins Slot"}]}
    tags = "\n".join(citation_tags(Page("brieven/a/", "a", "", signed), Site("Kamerbrieven", "")))
    assert '<meta name="citation_technical_report_number" content="nr. 1028">' in tags
    assert '<meta name="z:seriesTitle" content="Aanhangsel Handelingen II 2024/25">' in tags
    assert '<meta name="citation_author" content="Bruins Slot,">' in tags
    assert '<meta name="DC.creator" content="Bruins Slot">' in tags


@pytest.mark.parametrize(
    ("signed", "stated"),
    [
        (["J.W.A. Remkes"], True),
        (["A. de Vries", "J.A.W. van Es"], False),
        (["Inge Maria van der Burg"], False),
        (["Inge Maria van der Burg", "Mona Keijzer"], True),
    ],
)
def test_a_name_that_zotero_would_misread_stands_in_dublin_core_alone(signed: list[str], stated: bool) -> None:
    """Seen in Zotero: `J.A.W.` became `J. a. W.`, and a single `van der Burg, Inge Maria` two persons."""
    page = Page("brieven/a/", "a", "", META | {"signers": [{"name": name} for name in signed]})
    tags = "\n".join(citation_tags(page, Site("Kamerbrieven", "")))
    assert ("citation_author" in tags) is stated
    assert tags.count("DC.creator") == len(signed)


def test_a_letter_of_which_nothing_is_known_has_no_empty_tags() -> None:
    tags = "\n".join(citation_tags(Page("brieven/a/", "a", "", {}), Site("Kamerbrieven", "")))
    assert 'content=""' not in tags and "citation_author" not in tags and "citation_public_url" not in tags
