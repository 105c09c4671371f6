"""The number of a note is shown as its letter prints it, wherever it stands; its address counts through."""

from functools import partial
from unittest.mock import patch

from markupsafe import Markup

from build_tools.draft import Document
from build_tools.model import Letter, Source
from build_tools.pages.comparison.markup import note_link, setting_of
from build_tools.pdf.letter_pdf import body_html
from build_tools.reading.footnotes.step import take_out_notes, zones_on
from build_tools.reading.letter import read_letter
from build_tools.reading.lines import draft_of
from build_tools.site.printed_notes import with_printed_numbers

TEXT = """De kade is in 2031 hersteld.15 De stichting De Ooievaar* heeft daaraan bijgedragen.

15 Kamerstuk 39 400, nr. 8.
* Niet de drukkerij.
"""


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
