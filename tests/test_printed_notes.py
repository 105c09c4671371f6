"""The number of a note is shown as its letter prints it, wherever it stands; its address counts through."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import block, note
from letters import letter as made
from markupsafe import Markup

from build_tools.compare.comparing import compare
from build_tools.connections.connect import connect_by
from build_tools.draft import Document
from build_tools.exports.changes_csv import changes_csv
from build_tools.exports.letter_json import letter_values
from build_tools.model import Letter, NoteRef, Source
from build_tools.pages.all_pages import pages
from build_tools.pages.comparison.markup import note_link, setting_of
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pdf.letter_pdf import body_html
from build_tools.reading.footnotes.step import take_out_notes, zones_on
from build_tools.reading.letter import read_letter
from build_tools.reading.lines import draft_of
from build_tools.site.printed_notes import with_printed_numbers
from build_tools.sources.own_site import read_own_site
from build_tools.sources.term_file import Term
from build_tools.sources.theme_file import Theme

TEXT = """De kade is in 2031 hersteld.15 De stichting De Ooievaar* heeft daaraan bijgedragen.

15 Kamerstuk 39 400, nr. 8.
* Niet de drukkerij.
"""

THEME = Theme("kaden", "Kaden", "Over kaden.", "Water", ("kade",), (), ())
TERM = Term("kade", "Kade", "De kade.", ("kade",), ())
OWN = read_own_site(Path("nowhere") / "mkdocs.yml")


def letter() -> Letter:
    return read_letter(Document(Source.of("kade", "kade.txt", TEXT, "UTF-8", "0" * 64)))


def test_a_letter_knows_both_numbers() -> None:
    assert letter().printed_numbers == {1: "15", 2: "*"}


def test_on_the_page_of_the_letter() -> None:
    marker = '<sup id="fnref:{0}"><a class="footnote-ref" href="#fn:{0}">{1}</a></sup>'
    back = '<a class="footnote-backref" href="#fnref{0}:{1}" {3}="Terug naar verwijzing {2} in de tekst">↩</a>'
    page = marker.format(1, 1) + marker.format(2, 2) + '<li id="fn:1"><p>K</p></li><li id="fn:2"><p>N</p></li>'
    page += back.format("", 1, 1, "title") + back.format("2", 2, 2, "title")
    shown = with_printed_numbers(page, letter().printed_numbers)
    assert shown == (
        marker.format(1, 15)
        + marker.format(2, "*")
        + '<li id="fn:1" value="15"><p>K</p></li><li id="fn:2" data-nummer="*"><p>N</p></li>'
        + back.format("", 1, 15, "aria-label")
        + back.format("2", 2, "*", "aria-label")
    )


def test_two_calls_of_one_number_are_told_apart_by_their_paragraphs() -> None:
    page = '<p id="al-4"><sup id="fnref:1"></sup></p><p id="al-9"><sup id="fnref:2"></sup><sup id="fnref2:3"></sup></p>'
    page += "".join(f'<a href="#fnref{n}" title="Terug naar verwijzing 1 in de tekst">' for n in (":1", ":2", "2:3"))
    shown = with_printed_numbers(page, {2: "1"})
    for name in ("1 in alinea 4", "1 in alinea 9", "3 in de tekst"):
        assert f'aria-label="Terug naar verwijzing {name}"' in shown


def test_in_a_comparison() -> None:
    marks = setting_of(letter(), partial(note_link, "kade", letter().printed_numbers)).marks
    assert [Markup(mark).striptags() for mark in (mark for _, mark in marks["al-1"])] == ["15", "*"]
    assert 'brieven/kade/#fn:2">*</a>' in marks["al-1"][1][1]


def test_on_paper() -> None:
    html = body_html(letter())
    assert '<span class="noot" style="counter-set: footnote 14">Kamerstuk 39 400, nr. 8.</span>' in html
    assert '<span class="noot" data-nummer="*">Niet de drukkerij.</span>' in html


def test_the_search_looks_at_the_notes_nearby_alone() -> None:
    """However many pages a letter has: the notes of pages long past are not gone through again on each."""

    def most(pages: int) -> int:
        text = "\f".join(f"De kade{n} is hersteld.\n\n{n} Kamerstuk 39 400, nr. {n}.\n" for n in range(1, pages))
        draft = draft_of(Document(Source.of("kade", "kade.txt", text, "UTF-8", "0" * 64)))
        with patch("build_tools.reading.footnotes.step.zones_on", wraps=zones_on) as search:
            assert len(take_out_notes(draft).notes) == pages - 1
        return max(len(call.args[3]) for call in search.call_args_list)

    assert most(10) == most(40)


def letter_of(*printed: tuple[str, int | None], id_: str = "kade", citing: str = "Kamerstuk 39 400, nr. 8") -> Letter:
    """A letter of three paragraphs, with notes by their printed numbers and the paragraph that calls each."""
    notes = [replace(note(n, f"De kade is nat, {citing}.", by), printed=own) for n, (own, by) in enumerate(printed, 1)]
    calls = {by: [NoteRef(one.n, 5) for one in notes if one.block == by] for by in (1, 2, 3)}
    text = "Zij staat er nog."
    return made([block(n, text, notes=tuple(own)) for n, own in calls.items()], notes, id_=id_)


def test_a_place_is_named_by_the_printed_number() -> None:
    names = letter_of(("42", 1), ("43", 2), ("*", 2)).place_names
    assert [names[f"fn:{n}"] for n in (1, 2, 3)] == ["noot 42", "noot 43", "noot *"]
    assert names["al-2"] == "alinea 2"


def test_one_number_for_several_notes_is_told_apart_by_their_paragraphs() -> None:
    """Each page, or each annex, numbers its notes anew; the page of the letter tells them apart in the same way."""
    own = letter_of(("1", 1), ("2", 1), ("1", 3), ("*", 2), ("*", 2), ("*", None))
    assert [own.place_names[f"fn:{n}"] for n in range(1, 7)] == [
        "noot 1 in alinea 1", "noot 2", "noot 1 in alinea 3",
        "noot * in alinea 2", "noot * in alinea 2 (2e)", "noot * zonder verwijzing",
    ]  # fmt: skip


def test_a_note_that_is_called_nowhere_is_in_no_paragraph() -> None:
    page = '<p id="al-4"><sup id="fnref:1"></sup></p><p class="bijwerk los"><sup id="fnref:2"></sup></p>'
    page += "".join(f'<a href="#fnref:{n}" title="Terug naar verwijzing {n} in de tekst">' for n in (1, 2))
    shown = with_printed_numbers(page, {2: "1"})
    assert re.findall('"Terug naar verwijzing (.*?)"', shown) == ["1 in alinea 4", "1 in de tekst"]


_LINK = re.compile(r'<a [^<>]*href="([^"#]*)#(fn:\d+)"[^<>]*>(.*?)</a>')
_LABEL = re.compile(r' aria-label="([^"]*)"')
_NAMED = re.compile(r"\bnoot \S+(?: in alinea \d+| zonder verwijzing)?(?: \(\d+e\))?", re.IGNORECASE)


def named_notes(html: str) -> Iterator[tuple[str, str, str]]:
    """Where links to notes lead, to which note, and what they call it."""
    for link in _LINK.finditer(html):
        said = Markup(link[3]).striptags() + "".join(map(unescape, _LABEL.findall(link[0])))
        yield from ((link[1], link[2], found[0].rstrip(",").lower()) for found in _NAMED.finditer(said))


NUMBERS = st.sampled_from(["1", "2", "3", "7", "*", "**", "iv", "&", "<b>"])


@settings(max_examples=25)
@given(st.lists(st.tuples(NUMBERS, st.sampled_from([1, 2, 3, None])), min_size=1, max_size=6))
def test_whatever_names_a_note_names_it_as_its_letter_prints_it(printed: list[tuple[str, int | None]]) -> None:
    own = letter_of(*printed)
    names = [own.place_names[f"fn:{one.n}"] for one in own.notes]
    assert len(set(names)) == len(names)
    connected, connections = connect_by([own], [THEME], [TERM])
    found = [place for page in pages(connected, connections, OWN) for place in named_notes(page.text)]
    assert {anchor for _, anchor, _ in found} == {f"fn:{one.n}" for one in own.notes}
    for _, anchor, name in found:
        assert name == own.place_names[anchor].lower()
        assert name.split()[1] == own.printed_numbers[int(anchor.removeprefix("fn:"))]
    assert [one["name"] for one in letter_values(own)["notes"]] == names


def test_a_change_in_a_note_is_at_its_printed_number() -> None:
    notes = ("41", 1), ("42", 2)
    one, other = (letter_of(*notes, id_=id_, citing=f"Kamerstuk 39 400, nr. {id_}8") for id_ in "12")
    comparison = compare(one, other)
    rows = list(csv.reader(changes_csv(comparison).splitlines(), delimiter=";"))[1:]
    assert {place for row in rows for place in row[5:7]} == {"noot 41", "noot 42"}
    sheet = ComparisonSheet(comparison)
    assert {place.name for one in sheet.worded for place in one.places} == {"noot 41", "noot 42"}
    assert re.findall(r'nootnummer">(.*?)<', sheet.running) == ["41", "42"]
    assert 'aria-label="Noot 41 in A">A41</a>' in sheet.running


@pytest.mark.slow
def test_on_the_whole_site_a_note_is_named_as_its_page_shows_it(built_alone: Path) -> None:
    """Of the five letters one has notes 42 to 44 alone, and one numbers them anew on each page."""
    site, shown = built_alone / "site", {}
    for page in (site / "brieven").glob("*/index.html"):
        id_ = page.parent.name
        shown[id_] = dict(_shown(page.read_text(encoding="utf-8")))
        notes = json.loads((site / "data/brieven" / f"{id_}.json").read_bytes())["notes"]
        assert {f"fn:{one['n']}": one["name"].removeprefix("noot ") for one in notes} == shown[id_]
    found = [place for path in site.rglob("*.html") for place in _with_letter(path.relative_to(site), path)]
    assert found
    assert [place for place in found if place[2] != f"noot {shown[place[0]][place[1]]}"] == []


def _shown(html: str) -> Iterator[tuple[str, str]]:
    """The number of each note on the page of its letter; where several have it, with the way back's words."""
    numbers = {}
    for n, value, mark in re.findall(r'<li id="fn:(\d+)"(?: value="(\d+)"| data-nummer="([^"]*)")?>', html):
        numbers[n] = value or unescape(mark) or n
    for n, number in numbers.items():
        back = re.search(rf'href="#fnref:{n}" aria-label="Terug naar verwijzing ([^"]*)"', html)
        twice = back and list(numbers.values()).count(number) > 1
        yield f"fn:{n}", unescape(back[1]) if back and twice else number


def _with_letter(page: Path, path: Path) -> Iterator[tuple[str, str, str]]:
    for to, anchor, name in named_notes(path.read_text(encoding="utf-8")):
        yield to.strip("/").rpartition("/")[2] or page.parent.name, anchor, name
