"""What a PDF becomes: by its tags, or by the place and type of its characters."""

from collections import Counter
from pathlib import Path

import pdf_files
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_files import HEAD, SENTENCE, drawing, pdf, retagged, shown

from build_tools.model import FactKey, Reason
from build_tools.sources.readers.pdf.file.drawing import pages_of

pytestmark = pytest.mark.pdf
BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])


@BOTH
def test_a_ministrys_letter(tmp_path: Path, tagged: bool) -> None:
    body = f"""{HEAD}<h2>Peren</h2>
        <p>{SENTENCE}<span class=note>Kamerstuk 12 345, nr. 6.</span> {SENTENCE} {SENTENCE}</p>
        <p>Dit jaar komt het volgende aan de orde:</p><ol><li>de oogst;<li>de bewaring van vruchten.</ol>
        <p>Hoogachtend,</p><p>De minister van Defensie,</p><p>A. Pruim</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [shown(block) for block in found.blocks] == [
        "paragraph: Geachte voorzitter,",
        "heading 2: Peren",
        f"paragraph: {SENTENCE}[^1] {SENTENCE} {SENTENCE}",
        "paragraph: Dit jaar komt het volgende aan de orde:",
        "item 1: 1. de oogst;",
        "item 1: 2. de bewaring van vruchten.",
        "paragraph: Hoogachtend,",
        "signature: De minister van Defensie, A. Pruim",
    ]
    assert [(note.printed, note.text, note.block) for note in found.notes] == [("1", "Kamerstuk 12 345, nr. 6.", 3)]
    assert (found.fact(FactKey.DATE), found.fact(FactKey.TITLE)) == ("2024-05-03", "Kersen en peren")
    assert found.fact(FactKey.ADDRESSEE) == "De voorzitter van de Tweede Kamer der Staten-Generaal"
    assert {entry.text: entry.reason for entry in found.ledger.left_out}["Directie Bomen"] is Reason.MARGIN


@BOTH
def test_a_paragraph_runs_over_the_end_of_a_page(tmp_path: Path, tagged: bool) -> None:
    found = pdf_files.letter(
        tmp_path, pdf(f"<p>{SENTENCE}</p><p>{' '.join([SENTENCE] * 40)}</p><p>{SENTENCE}</p>", tagged)
    )
    assert [len(block.text) for block in found.blocks] == [len(SENTENCE), 40 * len(SENTENCE) + 39, len(SENTENCE)]
    assert [block.page for block in found.blocks] == ["1", "1", "2"]


@BOTH
def test_a_number_alone_at_the_foot_is_that_of_the_page(tmp_path: Path, tagged: bool) -> None:
    style = "@page { @bottom-right { content: counter(page) } } @page :first { counter-reset: page 4 }"
    content = pdf("".join(f"<p>{SENTENCE} {SENTENCE}</p>" for _ in range(30)), tagged, style)
    pages = [block.page for block in pdf_files.letter(tmp_path, content).blocks]
    assert list(dict.fromkeys(pages)) == ["4", "5", "6"]


@BOTH
def test_a_note_that_goes_on_over_the_page_is_one(tmp_path: Path, tagged: bool) -> None:
    long = " ".join([SENTENCE] * 12)
    filler = "".join(f"<p>{SENTENCE}</p>" for _ in range(24))
    body = f"{filler}<p>Hier.<span class=note>{long}</span></p>{filler}<p>Daar.<span class=note>Kort.</span></p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [(note.printed, note.text) for note in found.notes] == [("1", long), ("2", "Kort.")]


@BOTH
def test_lists_in_lists(tmp_path: Path, tagged: bool) -> None:
    body = f"""<p>{SENTENCE} {SENTENCE}</p><p>Er zijn:</p><ol><li>appels, te weten:
        <ul style="list-style: disc"><li>zure;<li>zoete;</ul><li>peren.</ol><p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [shown(block) for block in found.blocks][2:6] == [
        "item 1: 1. appels, te weten:", "item 2: zure;", "item 2: zoete;", "item 1: 2. peren.",
    ]  # fmt: skip


@BOTH
def test_a_table_with_a_head_over_two_columns(tmp_path: Path, tagged: bool) -> None:
    rows = "".join(f"<tr><td>soort {n}<td>{n}0<td>{n}5</tr>" for n in range(1, 5))
    body = f"""<p>{SENTENCE}</p><table><thead><tr><th>Vrucht<th colspan=2>Oogst in tonnen</tr></thead>{rows}</table>
        <p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    table = found.blocks[1]
    assert table.text.split("\n")[:3] == ["Vrucht\tOogst in tonnen", "soort 1\t10\t15", "soort 2\t20\t25"]
    assert [(cell.row, cell.column, cell.columns) for cell in table.cells][:3] == [(0, 0, 1), (0, 1, 2), (1, 0, 1)]


@BOTH
def test_a_table_over_two_pages_has_one_head(tmp_path: Path, tagged: bool) -> None:
    rows = "".join(f"<tr><td>soort {n}<td>{n}</tr>" for n in range(60))
    found = pdf_files.letter(tmp_path, pdf(f"<table><thead><tr><th>Vrucht<th>Oogst</tr></thead>{rows}</table>", tagged))
    (table,) = found.blocks
    assert table.text.split("\n") == ["Vrucht\tOogst", *(f"soort {n}\t{n}" for n in range(60))]


@BOTH
def test_columns_of_text_are_read_one_after_the_other(tmp_path: Path, tagged: bool) -> None:
    texts = [f"{n}{n}{n} {' '.join([SENTENCE] * 4)}" for n in range(1, 7)]
    body = f"<div class=half>{''.join(f'<p>{text}</p>' for text in texts)}</div>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [block.text for block in found.blocks] == texts


@BOTH
@pytest.mark.parametrize(
    "style", ["font-weight: bold", "font-style: italic", "font-size: 12pt", "text-decoration: underline"]
)
def test_headings_are_known_by_their_type(tmp_path: Path, tagged: bool, style: str) -> None:
    body = f"<p>{SENTENCE}</p><p style='{style}'>De oogst van peren</p><p>{SENTENCE} {SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [block.kind.value for block in found.blocks] == ["paragraph", "heading", "paragraph"]


@BOTH
@pytest.mark.parametrize("text", ["Figuur 1: Oogst van peren", "Tabel 2 De oogst", "Grafiek 3b – Peren"])
def test_a_caption_is_no_heading(tmp_path: Path, tagged: bool, text: str) -> None:
    body = f"<p>{SENTENCE}</p><p style='font-weight: bold'>{text}</p><p>{SENTENCE} {SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [shown(block) for block in found.blocks][1] == f"paragraph: {text}"


@BOTH
def test_squares_and_ordinals_call_no_note(tmp_path: Path, tagged: bool) -> None:
    body = f"""<p>Op 20 m<sup>2</sup> staat de 1<sup>e</sup> boom.<span class=note>Eerste.</span>
        {SENTENCE}<span class=note>Tweede.</span></p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged, "sup { font-size: 65%; line-height: 0 }"))
    assert shown(found.blocks[0]) == f"paragraph: Op 20 m2 staat de 1e boom.[^1] {SENTENCE}[^2]"


@BOTH
def test_a_soft_hyphen_is_one_at_the_end_of_a_line_only(tmp_path: Path, tagged: bool) -> None:
    words = "verwachtings\u00adpatroon " * 30
    found = pdf_files.letter(tmp_path, pdf(f"<p>{words}</p>", tagged))
    assert found.blocks[0].text == " ".join(["verwachtingspatroon"] * 30)


def test_a_tree_that_is_nonsense_is_not_believed(tmp_path: Path) -> None:
    body = f"{HEAD}<h2>Peren</h2>{''.join(f'<p>{SENTENCE} {n}.</p>' for n in range(9))}"
    tagged = pdf(body, tagged=True)
    by_place = [shown(block) for block in pdf_files.letter(tmp_path, pdf(body)).blocks]
    assert len(by_place) == 11
    for tag in ("/H1", "/Span", "/Artifact"):
        assert [shown(block) for block in pdf_files.letter(tmp_path, retagged(tagged, tag)).blocks] == by_place, tag


def test_a_page_on_its_side_is_turned(tmp_path: Path) -> None:
    stream = b"BT /F 12 Tf 0 1 -1 0 300 100 Tm (Deze regel staat op zijn kant.) Tj ET"
    assert pdf_files.document(tmp_path, drawing(stream)).source.text == "Deze regel staat op zijn kant.\n"


def test_a_character_that_the_type_does_not_map_stays_to_be_found(tmp_path: Path) -> None:
    stream = b"BT /F 12 Tf 100 700 Td (Peren \x01 en appels.) Tj ET"
    assert pdf_files.document(tmp_path, drawing(stream)).source.text == "Peren \ufffd en appels.\n"


def test_words_are_not_broken_by_gaps_nor_joined_without_spaces(tmp_path: Path) -> None:
    stream = b"BT /F 12 Tf 100 700 Td [(do)-120(or de)-80(ze)-350(heg)] TJ ET"
    assert pdf_files.document(tmp_path, drawing(stream)).source.text == "door deze heg\n"


def test_type_printed_twice_for_boldness_is_read_once(tmp_path: Path) -> None:
    stream = b"BT /F 12 Tf 100 700 Td (Peren) Tj ET BT /F 12 Tf 100.4 700 Td (Peren) Tj ET"
    assert pdf_files.document(tmp_path, drawing(stream)).source.text == "Peren\n"


def test_pictures_are_named_with_page_and_size(tmp_path: Path) -> None:
    picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>"
    png = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4"
        "2mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    body = f'<p>Kijk:</p><img alt="" src="{png}" style="width: 40mm; height: 20mm"><img alt="" src="{picture}">'
    assert pdf_files.document(tmp_path, pdf(body)).source.remarks == ("afbeelding op blz. 1, 40 × 20 mm",)


WORDS = st.lists(
    st.sampled_from(
        ["de", "peer,", "12", "€", "«groen»", "–", "(oud)", "www.boom.nl/a-b", "vrucht-;", "1.", "•", "a)", "X."]
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(["p", "h2", "li", "td", "div"]), WORDS), min_size=1, max_size=8), st.booleans()
)
def test_no_character_is_lost(tmp_path: Path, parts: list[tuple[str, list[str]]], tagged: bool) -> None:
    body = "".join(f"<{tag}>{' '.join(words)}</{tag}>" for tag, words in parts)
    content = pdf(body, tagged)
    printed = Counter("".join(glyph.text for page in pages_of(content) for glyph in page.glyphs))
    found = pdf_files.letter(tmp_path, content)
    solid = {sign: count for sign, count in printed.items() if not sign.isspace()}
    assert solid == {sign: n for sign, n in Counter(found.source.text).items() if not sign.isspace()}
    assert found.ledger.balances
