"""What the place of text on a page tells, where tags are silent or there are none: heads, tables, notes."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import HEAD, SENTENCE, drawing, pdf, shown

from build_tools.model import FactKey
from build_tools.sources.readers.pdf.furniture import by_label
from build_tools.sources.readers.pdf.page.rows import PrintRow

pytestmark = pytest.mark.pdf
BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])
HEADED = """<thead><tr><th rowspan=2>Vrucht<th colspan=2>Oogst<th rowspan=2>Bomen</tr>
    <tr><th>2023<th>2024</tr></thead>"""


@BOTH
def test_cells_over_rows_and_columns_are_what_rules_enclose(tmp_path: Path, tagged: bool) -> None:
    rows = "<tr><td rowspan=2>Peren<td>0<td>15<td>7</tr><tr><td>10<td>4<td>8</tr><tr><td>Kersen<td colspan=3>geen</tr>"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p><table>{HEADED}{rows}</table><p>{SENTENCE}</p>", tagged))
    table = found.blocks[1]
    places = {
        table.text[cell.start : cell.end]: (cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells
    }
    assert places == {
        "Vrucht": (0, 0, 2, 1), "Oogst": (0, 1, 1, 2), "Bomen": (0, 3, 2, 1), "2023": (1, 1, 1, 1),
        "2024": (1, 2, 1, 1), "Peren": (2, 0, 2, 1), "0": (2, 1, 1, 1), "15": (2, 2, 1, 1), "7": (2, 3, 1, 1),
        "10": (3, 1, 1, 1), "4": (3, 2, 1, 1), "8": (3, 3, 1, 1), "Kersen": (4, 0, 1, 1), "geen": (4, 1, 1, 3),
    }  # fmt: skip


@BOTH
def test_a_head_of_two_rows_that_returns_on_each_page_stands_once(tmp_path: Path, tagged: bool) -> None:
    rows = "".join(f"<tr><td>soort {n}<td>{n}<td>{n}<td>{n}</tr>" for n in range(60))
    body = f"<p>{SENTENCE}</p><table>{HEADED}{rows}</table><p>{SENTENCE}</p>"
    before, table, after = pdf_files.letter(tmp_path, pdf(body, tagged)).blocks
    assert before.text == after.text == SENTENCE
    assert table.text.split("\n") == [
        "Vrucht\tOogst\tBomen", "2023\t2024", *(f"soort {n}\t{n}\t{n}\t{n}" for n in range(60))
    ]  # fmt: skip


@BOTH
def test_a_row_that_the_end_of_a_page_parts_is_whole(tmp_path: Path, tagged: bool) -> None:
    """Its long first cell does not fit and moves; the short ones beside it stay."""
    rows = "".join(f"<tr><td>soort {n}<td>{n}</tr>" for n in range(31))
    style = (
        "td { border: 0; border-bottom: 0.5pt solid black; width: 60mm; orphans: 9; widows: 9 } td + td { width: 20mm }"
    )
    parted = []
    for high in range(0, 12, 4):
        space = f"<p>{SENTENCE} {SENTENCE}</p><div style='height: {high}mm'></div>"
        body = f"{space}<table>{rows}<tr><td>{SENTENCE} {SENTENCE}<td>99</tr><tr><td>laatste<td>100</tr></table>"
        table = pdf_files.letter(tmp_path, pdf(body, tagged, style)).blocks[-1]
        parted.append(table.text.split("\n")[-2:])
    assert parted == [[f"{SENTENCE} {SENTENCE}\t99", "laatste\t100"]] * len(parted)


@BOTH
def test_an_underlined_heading_above_a_list_begins_no_notes(tmp_path: Path, tagged: bool) -> None:
    items = "".join(f"<li>{SENTENCE}</li>" for _ in range(3))
    body = f"""<p>{SENTENCE}<span class=note>Eerste noot.</span></p><p style='text-decoration: underline'>Aanbevelingen
        </p><ol>{items}</ol>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [note.text for note in found.notes] == ["Eerste noot."]
    assert [block.kind.value for block in found.blocks] == ["paragraph", "heading", "item", "item", "item"]


@BOTH
def test_text_below_a_table_at_the_top_of_a_page_is_no_note(tmp_path: Path, tagged: bool) -> None:
    """The rules of a table are no rule above notes, also where a number begins the text below them."""
    table = "<table style='width: 100%'><tr><td>Peren<td>10</tr><tr><td>Kersen<td>20</tr></table>"
    body = f"""<p>{SENTENCE}<span class=note>Eerste noot.</span></p><div style='break-before: page'>{table}</div>
        <p style='font-size: 12pt; font-weight: bold'>3 Vervolg</p><p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [note.text for note in found.notes] == ["Eerste noot."]
    assert [shown(block) for block in found.blocks][2:] == ["heading 2: 3 Vervolg", f"paragraph: {SENTENCE}"]


@BOTH
def test_a_closing_on_the_next_page_is_no_part_of_the_last_paragraph(tmp_path: Path, tagged: bool) -> None:
    body = f"<p>{SENTENCE} {SENTENCE}</p><p style='break-before: page'>Hoogachtend,</p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [block.text for block in found.blocks] == [f"{SENTENCE} {SENTENCE}", "Hoogachtend,", SENTENCE]


@BOTH
def test_a_lowered_figure_can_be_as_large_as_its_letters(tmp_path: Path, tagged: bool) -> None:
    lowered = "<span style='vertical-align: sub; line-height: 0'>2</span>"
    found = pdf_files.letter(tmp_path, pdf(f"<p>De CO{lowered}-uitstoot daalt. {SENTENCE}</p>", tagged))
    assert found.blocks[0].text == f"De CO2-uitstoot daalt. {SENTENCE}"


@BOTH
def test_labels_in_a_row_with_their_values_below(tmp_path: Path, tagged: bool) -> None:
    cells = "<tr><td>Datum<td>Onze referentie<td>Betreft</tr><tr><td>3 mei 2024<td>BM2024-77<td>Kersen en peren</tr>"
    body = f"""<p>De voorzitter van de Tweede Kamer<br>der Staten-Generaal</p>
        <table style='font-size: 8pt'>{cells}</table><p>Geachte voorzitter,</p><p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged, "td { border: 0 }"))
    assert found.facts[FactKey.TITLE].value == "Kersen en peren"
    assert str(found.facts[FactKey.DATE].value) == "2024-05-03"
    assert [block.text for block in found.blocks] == ["Geachte voorzitter,", SENTENCE]


@BOTH
def test_a_reference_below_the_subject_is_of_the_head(tmp_path: Path, tagged: bool) -> None:
    body = f"""<p>De voorzitter van de Tweede Kamer</p><p>Datum 3 mei 2024<br>Betreft Kersen en peren</p>
        <p>Onze referentie 2024-0077</p><p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [block.text for block in found.blocks] == [SENTENCE]


@BOTH
def test_what_stands_below_a_label_with_its_value_beside_it_is_text(tmp_path: Path, tagged: bool) -> None:
    """The value of `Datum` stands on its line: the first sentence, right below it, is no second one."""
    rows = "<tr><td>Betreft<td>Kersen en peren</tr><tr><td>Datum<td>3 mei 2024</tr>"
    body = f"""<p>De voorzitter van de Tweede Kamer</p><table>{rows}</table><p>Zoals bekend is de oogst goed.</p>
        <p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged, "td { border: 0; width: 60pt } p { margin: 8pt 0 }"))
    assert str(found.facts[FactKey.DATE].value) == "2024-05-03"
    assert [block.text for block in found.blocks] == ["Zoals bekend is de oogst goed.", SENTENCE]


@BOTH
def test_the_number_of_the_letter_on_a_later_page_is_of_that_page(tmp_path: Path, tagged: bool) -> None:
    body = f"{HEAD.replace('Betreft', 'Ons kenmerk <span>52130</span><br>Betreft')}{f'<p>{SENTENCE}</p>' * 30}"
    style = "@page { @top-right { content: '52130'; font-size: 8pt } } @page :first { @top-right { content: none } }"
    found = pdf_files.letter(tmp_path, pdf(body.replace("Ons kenmerk <span>", "Ons kenmerk<br><span>"), tagged, style))
    assert {block.text for block in found.blocks} == {"Geachte voorzitter,", SENTENCE}


@BOTH
def test_those_who_sign_beside_each_other_are_no_table(tmp_path: Path, tagged: bool) -> None:
    cells = """<tr><td>De minister van Financiën,<br><br>J. Overzet<td>De minister van Defensie,<br><br>P. Pruim</tr>
        <tr><td>De staatssecretaris van Defensie,<br><br>K. Kers</tr>"""
    found = pdf_files.letter(
        tmp_path, pdf(f"{HEAD}<p>{SENTENCE}</p><table>{cells}</table>", tagged, "td { border: 0 }")
    )
    assert [signer.name for signer in found.facts[FactKey.SIGNERS].value] == ["J. Overzet", "P. Pruim", "K. Kers"]


@BOTH
def test_the_sign_that_leads_back_from_a_note_is_no_word(tmp_path: Path, tagged: bool) -> None:
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}<span class=note>Een noot. ↩</span></p>", tagged))
    assert [note.text for note in found.notes] == ["Een noot."]


def test_a_number_beside_its_heading_is_a_word_however_narrow_the_tab(tmp_path: Path) -> None:
    content = drawing(b"BT /F 10 Tf 40 700 Td (1.1) Tj 14.5 0 Td (Omvang van de oogst) Tj ET")
    assert pdf_files.document(tmp_path, content).source.text.strip() == "1.1 Omvang van de oogst"


def test_labels_stand_with_the_values_below_them() -> None:
    rows = [row(0, 10, "Datum"), row(90, 10, "Betreft"), row(0, 21, "3 mei"), row(90, 21, "Peren"), row(0, 60, "Lid,")]
    assert [one.text for one in by_label(rows)] == ["Datum", "3 mei", "Betreft", "Peren", "Lid,"]


def row(x0: float, base: float, text: str) -> PrintRow:
    return PrintRow(1, text, (), x0, x0 + 40, base, 9)


TABLE = "<table><tr><th>Vrucht<th>Oogst</tr>" + "".join(f"<tr><td>soort {n}<td>{n}</tr>" for n in range(5)) + "</table>"
TEXTS = [f"{n}{n}{n} {' '.join([SENTENCE] * 3)} Zo is het." for n in range(1, 7)]


@BOTH
@pytest.mark.parametrize("at", range(6))
def test_a_table_within_a_column_stands_where_it_is_read(tmp_path: Path, tagged: bool, at: int) -> None:
    """It parts no paragraph of the other column, and its rows are those of no line beside it."""
    paragraphs = [f"<p>{text}</p>" for text in TEXTS]
    body = f"<div class=half>{''.join(paragraphs[:at])}{TABLE}{''.join(paragraphs[at:])}</div>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    table = "\n".join(["Vrucht\tOogst", *(f"soort {n}\t{n}" for n in range(5))])
    assert [block.text for block in found.blocks] == [*TEXTS[:at], table, *TEXTS[at:]]


@BOTH
def test_a_table_across_the_columns_stands_between_what_is_above_and_below(tmp_path: Path, tagged: bool) -> None:
    halves = [f"<div class=half>{''.join(f'<p>{text}</p>' for text in part)}</div>" for part in (TEXTS[:4], TEXTS[4:])]
    wide = TABLE.replace("<table>", "<table style='width: 100%'>")
    found = pdf_files.letter(tmp_path, pdf(wide.join(halves), tagged))
    table = "\n".join(["Vrucht\tOogst", *(f"soort {n}\t{n}" for n in range(5))])
    assert [block.text for block in found.blocks] == [*TEXTS[:4], table, *TEXTS[4:]]


@BOTH
def test_a_page_on_its_side_has_edges_of_its_own(tmp_path: Path, tagged: bool) -> None:
    """What stands right of the text of the other pages is no margin there, and a line that ends where theirs do is short."""
    text = f"<p>{' '.join([SENTENCE] * 5)}</p>"
    rows = "".join(f"<tr><td>soort {n}<td>{SENTENCE}<td>{n} kilo</tr>" for n in range(8))
    body = f"{text * 6}<div class=wide><p>Bijlage</p>{text}<p>Kort.</p>{text}<table>{rows}</table></div>"
    style = "@page wide { size: A4 landscape; margin: 20mm 25mm } .wide { page: wide }"
    *before, title, first, short, second, table = pdf_files.letter(tmp_path, pdf(body, tagged, style)).blocks
    long = " ".join([SENTENCE] * 5)
    assert [block.text for block in (*before, title, first, short, second)] == [
        *[long] * 6,
        "Bijlage",
        long,
        "Kort.",
        long,
    ]
    assert table.text.split("\n") == [f"soort {n}\t{SENTENCE}\t{n} kilo" for n in range(8)]


COLUMNS = "@page { margin: 30mm 20mm } .half { columns: 3; column-gap: 20pt; font-size: 8.5pt }"


@BOTH
def test_narrow_columns_are_columns_though_most_of_their_lines_are_short(tmp_path: Path, tagged: bool) -> None:
    texts = [f"Tekst {n}. {SENTENCE} {SENTENCE}" for n in range(9)]
    found = pdf_files.letter(
        tmp_path, pdf(f"<div class=half>{''.join(f'<p>{text}</p>' for text in texts)}</div>", tagged, COLUMNS)
    )
    assert [block.text for block in found.blocks] == texts


@BOTH
def test_a_column_can_stand_beside_one_that_is_mostly_white(tmp_path: Path, tagged: bool) -> None:
    """Who signs stands far below the letter; then the annex begins in the next column."""
    style = "@page { margin: 30mm 20mm } .half { columns: 2; column-gap: 20pt; font-size: 8.5pt; column-fill: auto; height: 200mm }"
    texts = [f"Tekst {n}. {SENTENCE} {SENTENCE} {SENTENCE}" for n in range(8)]
    paragraphs = [f"<p>{text}</p>" for text in texts]
    signed = "<div style='margin-top: 70mm; height: 70mm'>A. Boom</div>"
    found = pdf_files.letter(
        tmp_path, pdf(f"<div class=half>{''.join([*paragraphs[:2], signed, *paragraphs[2:]])}</div>", tagged, style)
    )
    assert [block.text for block in found.blocks] == [*texts[:2], "A. Boom", *texts[2:]]


@BOTH
def test_the_head_of_a_table_needs_no_rule_above_it(tmp_path: Path, tagged: bool) -> None:
    """A frame with text below it is no part of it."""
    rows = "".join(f"<tr><td>soort {n}<td>{n}<td>{n * n}</tr>" for n in range(4))
    table = f"<table style='width: 100%; border-collapse: collapse'><tr><th>Vrucht<th>2023<th>2024</tr>{rows}</table>"
    frame = f"<div style='border: 0.5pt solid black; margin-top: 20pt'><p>1 {SENTENCE}</p><p>2 {SENTENCE}</p></div>"
    style = "td, th { border: 0; border-bottom: 0.5pt solid black }"
    before, found, *after = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{table}{frame}", tagged, style)).blocks
    assert (before.text, [block.text for block in after]) == (SENTENCE, [f"{n} {SENTENCE}" for n in (1, 2)])
    assert found.text.split("\n") == ["Vrucht\t2023\t2024", *(f"soort {n}\t{n}\t{n * n}" for n in range(4))]


@BOTH
def test_the_heading_of_a_question_is_no_rest_of_the_page_before(tmp_path: Path, tagged: bool) -> None:
    """Though the last line there is full."""
    body = f"<p>{SENTENCE} Wie</p><p style='break-before: page'>Vraag 4</p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: {SENTENCE} Wie", "heading 2: Vraag 4", f"paragraph: {SENTENCE}"
    ]  # fmt: skip


def test_a_long_heading_in_italics_has_its_number(tmp_path: Path) -> None:
    heading = "1.1 De oogst van peren en van kersen en van appels en van pruimen en van noten in het jaar"
    body = f"<p>{SENTENCE}</p><p style='font-style: italic; margin: 0 0 3pt'>{heading}</p><p>{SENTENCE}</p>"
    style = "@page { margin: 30mm 20mm } body { font-size: 8pt }"
    found = pdf_files.letter(tmp_path, pdf(body, False, style))
    assert [shown(block) for block in found.blocks][1] == f"heading 3: {heading}"


@BOTH
def test_a_table_without_rules_can_have_cells_of_several_lines(tmp_path: Path, tagged: bool) -> None:
    rows = "".join(f"<tr><td>soort {n} uit de boomgaard achter het huis<td>{n}<td>{n * n}</tr>" for n in range(4))
    table = f"<table><tr><td>Vrucht<td>2023<td>2024</tr>{rows}</table>"
    style = "td { border: 0; padding: 4pt; width: 30mm; vertical-align: top } td + td { width: 15mm }"
    before, found, after = pdf_files.letter(
        tmp_path, pdf(f"<p>{SENTENCE}</p>{table}<p>{SENTENCE}</p>", tagged, style)
    ).blocks
    assert (before.text, after.text) == (SENTENCE, SENTENCE)
    assert found.text.split("\n") == [
        "Vrucht\t2023\t2024", *(f"soort {n} uit de boomgaard achter het huis\t{n}\t{n * n}" for n in range(4))
    ]  # fmt: skip


def test_marks_far_before_their_items_make_no_table(tmp_path: Path) -> None:
    items = "".join(
        f"<div class=it><span class=mk>•</span>{word} bomen in de tuin</div>" for word in ("Jonge", "Oude", "Zieke")
    )
    style = ".it { margin-left: 30pt; text-indent: -30pt } .mk { display: inline-block; width: 30pt; text-indent: 0 }"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{items}<p>{SENTENCE}</p>", False, style))
    assert [shown(block) for block in found.blocks][1:-1] == [
        f"item 1: {word} bomen in de tuin" for word in ("Jonge", "Oude", "Zieke")
    ]


@BOTH
def test_each_paragraph_of_a_quotation_begins_with_its_mark(tmp_path: Path, tagged: bool) -> None:
    body = f"<p style='margin: 0'>«{SENTENCE}</p><p style='margin: 0'>«{SENTENCE}»</p>"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{body}<p>{SENTENCE}</p>", tagged))
    assert [block.text for block in found.blocks] == [SENTENCE, f"«{SENTENCE}", f"«{SENTENCE}»", SENTENCE]


@BOTH
def test_cells_right_of_ragged_text_are_no_margin(tmp_path: Path, tagged: bool) -> None:
    """No line of the text reaches as far as the table."""
    rows = "".join(f"<tr><td>soort {n}<td>{n}<td>{n} kilo</tr>" for n in range(4))
    table = f"<table style='width: 100%; border-collapse: collapse'><tr><th>Vrucht<th>2023<th>2024</tr>{rows}</table>"
    style = "p { width: 80mm } td, th { border: 0; border-bottom: 0.5pt solid black } td + td, th + th { text-align: right }"
    before, found, after = pdf_files.letter(
        tmp_path, pdf(f"<p>{SENTENCE}</p>{table}<p>{SENTENCE}</p>", tagged, style)
    ).blocks
    assert (before.text, after.text) == (SENTENCE, SENTENCE)
    assert found.text.split("\n") == ["Vrucht\t2023\t2024", *(f"soort {n}\t{n}\t{n} kilo" for n in range(4))]


def test_a_numbered_heading_that_fills_its_line_is_one(tmp_path: Path) -> None:
    heading = "3. Het snoeien van bomen en struiken langs de oude"
    body = f"<p style='margin: 0'><b>{heading}</b></p><p>{SENTENCE} {SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{body}"))
    assert [shown(block) for block in found.blocks][1:] == [
        f"heading 2: {heading}",
        f"paragraph: {SENTENCE} {SENTENCE}",
    ]


@BOTH
@pytest.mark.parametrize("high", [12, 18, 36, 41])
def test_a_line_or_two_of_a_table_stand_at_an_end_of_a_page(tmp_path: Path, tagged: bool, high: int) -> None:
    """Without rules, above a note: its first line or two at the foot, its last one or two at the top of the next page."""
    cells = [("Jaar", "Totaal", "Q2"), *((str(2000 + n), f"{n},5", f"€ {n}") for n in range(6))]
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    style = "td { border: 0; padding: 1pt 5pt } @page { size: 148mm 100mm; margin: 12mm 30mm 14mm 20mm } p { margin: 0 0 4pt }"
    text = f"<p>{SENTENCE}<span class=note>Zie de bijlage.</span></p><div style='height: {high}mm'></div>"
    body = f"{text}<table>{rows}</table><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged, style))
    assert [block.text for block in found.blocks if block.kind.value == "table"] == ["\n".join(map("\t".join, cells))]
    assert [note.text for note in found.notes] == ["Zie de bijlage."]


def test_place_and_date_left_of_the_text_are_no_margin(tmp_path: Path) -> None:
    """A list of decisions has its text behind a column of labels; what stands below that in small type is a margin."""
    style = "@page { margin: 25mm 20mm } .text { margin-left: 45mm; position: relative } .text b { position: absolute; left: -45mm } .small { font-size: 6.5pt }"
    points = "".join(f"<div class=text><b>Zaak:</b><p>{SENTENCE} {SENTENCE}</p></div>" for _ in range(4))
    body = f"<p>Den Haag, 3 mei 2024</p>{points}<p class=small>Plein 1, 6 mei 2024</p>{points}"
    found = pdf_files.letter(tmp_path, pdf(body, False, style))
    assert (found.fact(FactKey.DATE), found.fact(FactKey.PLACE)) == ("2024-05-03", "Den Haag")


@pytest.mark.parametrize("label", ["Onderwerp / Asuntu", "Ûnderwerp / Onderwerp", "Onderwerp"])
def test_a_subject_of_two_lines_stands_below_its_label(tmp_path: Path, label: str) -> None:
    """The label can be in two languages; nobody is greeted, and the text begins below more white."""
    aan = "<p>Aan:<br>De voorzitter van de Tweede Kamer<br>der Staten-Generaal</p><p>Datum 3 mei 2024</p>"
    subject = f"<p><b>{label}</b><br>Verslag over de kersen en peren van de kwekers<br>in het noorden</p>"
    body = f"{aan}{subject}<div style='height: 25pt'></div><p>{SENTENCE} {SENTENCE}</p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body))
    assert found.fact(FactKey.TITLE) == "Verslag over de kersen en peren van de kwekers in het noorden"
    assert found.blocks[0].text == f"{SENTENCE} {SENTENCE}"


@BOTH
@pytest.mark.parametrize("width", [14, 16, 18])
def test_a_word_that_the_edge_of_a_cell_broke_is_one(tmp_path: Path, tagged: bool, width: int) -> None:
    """Without a hyphen, where it is wider than its cell; two words below each other stay two."""
    row = "<tr><td>Toegekend<td>Aanvragen<br>nieuw<td>Kersen</tr><tr><td>12<td>14<td>16</tr>"
    style = f"""table {{ table-layout: fixed; width: {3 * width}mm }}
        td {{ width: {width}mm; padding: 0; overflow-wrap: anywhere }}"""
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p><table>{row}</table>", tagged, style))
    assert found.blocks[-1].text.split("\n")[0].split("\t") == ["Toegekend", "Aanvragen nieuw", "Kersen"]


def test_columns_as_near_as_words_are_those_of_a_table(tmp_path: Path) -> None:
    """Their cells fill them in some lines, and stand apart in others."""
    rows = ["Jaar Kersen Peren Pruimen", "2001 72,7 4 n.v.t.", "Opbrengst 8 81.424.118 53.159", "2002 90% 81,1 391"]
    cells = "".join(f"<tr>{''.join(f'<td>{text}' for text in row.split())}</tr>" for row in rows)
    style = "table { border-collapse: collapse } td { border: 0; padding: 1pt 8pt 1pt 0 }"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p><table>{cells}</table><p>{SENTENCE}</p>", style=style))
    assert [block.text for block in found.blocks] == [SENTENCE, "\n".join(rows).replace(" ", "\t"), SENTENCE]
