"""The checks of PDF/UA find what is damaged on purpose."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from letters import block, letter, note
from pdf_ua import elements, faults

from build_tools.errors import UserError
from build_tools.model import Fact, Kind, NoteRef
from build_tools.pdf.letter_pdf import printable_letter
from build_tools.pdf.writer import pdf, require

pytestmark = pytest.mark.pdf


@cache
def sound() -> bytes:
    """A letter with a table, headings, a note, a list and a link."""
    try:
        require()
    except UserError as error:
        pytest.skip(str(error))
    blocks = [
        block(1, "Een kop", Kind.HEADING, 2),
        block(2, "Zie https://www.example.org/ voor meer.", notes=(NoteRef(1, 3),)),
        block(3, "Een punt", Kind.ITEM),
    ]
    return pdf(printable_letter(letter(blocks, [note(1, "Een noot.")], {"date": Fact("2020-01-01", 1)})))


def first(file: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    return next(element for element in elements(file.Root.StructTreeRoot) if kind == element.S)


def no_language(file: pikepdf.Pdf) -> None:
    del file.Root.Lang


def suspect(file: pikepdf.Pdf) -> None:
    file.Root.MarkInfo.Suspects = True


def title_hidden(file: pikepdf.Pdf) -> None:
    del file.Root.ViewerPreferences


def no_identification(file: pikepdf.Pdf) -> None:
    file.Root.Metadata.write(file.Root.Metadata.read_bytes().replace(b"pdfuaid:part", b"pdfuaid:deel"))


def skipped_level(file: pikepdf.Pdf) -> None:
    first(file, "/H2").S = pikepdf.Name("/H3")


def strange_type(file: pikepdf.Pdf) -> None:
    first(file, "/P").S = pikepdf.Name("/Alinea")


def item_outside_a_list(file: pikepdf.Pdf) -> None:
    first(file, "/L").S = pikepdf.Name("/Div")


def nameless_note(file: pikepdf.Pdf) -> None:
    del first(file, "/Note").ID


def header_without_scope(file: pikepdf.Pdf) -> None:
    del first(file, "/TH").A.Scope


def cell_without_headers(file: pikepdf.Pdf) -> None:
    del first(file, "/TD").A.Headers


def wordless_link(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0].Contents


def link_without_text(file: pikepdf.Pdf) -> None:
    first(file, "/Link").K = pikepdf.Array([])


def no_tab_order(file: pikepdf.Pdf) -> None:
    del file.pages[0].Tabs


def untagged_text(file: pikepdf.Pdf) -> None:
    file.pages[0].contents_add(b"BT (x) Tj ET")


def stray_mark(file: pikepdf.Pdf) -> None:
    first(file, "/H1").K = pikepdf.Array([])


def no_font_file(file: pikepdf.Pdf) -> None:
    font = next(item for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/FontFile3" in item)
    del font.FontFile3


def no_letters(file: pikepdf.Pdf) -> None:
    font = next(item for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item)
    del font.ToUnicode


@pytest.mark.parametrize(
    ("damage", "clause"),
    [
        (no_identification, "5 "), (suspect, "6.2 "), (title_hidden, "7.1 title"), (strange_type, "7.1 /Alinea"),
        (untagged_text, "7.1 page 1: Tj"), (stray_mark, "7.1 page 1: mark"), (no_language, "7.2 no language"),
        (item_outside_a_list, "7.2 /LI in /Div"), (skipped_level, "7.4.2 "), (header_without_scope, "7.5 a header"),
        (cell_without_headers, "7.5 a cell"), (nameless_note, "7.9 "), (no_tab_order, "7.18.3 "),
        (wordless_link, "7.18.5 page 1: a link without"), (link_without_text, "7.18.5 a link"),
        (no_font_file, "7.21.4.1 "), (no_letters, "7.21.7 "),
    ],
)  # fmt: skip
def test_damage_is_found(damage: Callable[[pikepdf.Pdf], None], clause: str) -> None:
    assert faults(sound()) == []
    damaged = BytesIO()
    with pikepdf.open(BytesIO(sound())) as file:
        damage(file)
        file.save(damaged)
    assert [fault for fault in faults(damaged.getvalue()) if fault.startswith(clause)]
