"""Where paragraphs and items of a PDF begin: by marks it draws as no characters, by labels, where a line was broken."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pdf_files
import pikepdf
import pytest
from pdf_files import SENTENCE, pdf, shown

from build_tools.model import Kind

pytestmark = pytest.mark.pdf
BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])
STYLE = "p { margin: 0 } div p { margin-left: 14pt }"


@pytest.mark.parametrize("end", [";", ",", ""])
def test_what_is_set_in_below_a_colon_part_by_part_is_a_list(tmp_path: Path, end: str) -> None:
    items = [f"kersen uit de boomgaard{end}", f"De peren van de buren{end}", "pruimen."]
    body = "".join(f"<p>{item}</p>" for item in items)
    found = pdf_files.letter(tmp_path, pdf(f"<p>Er zijn:</p><div>{body}</div><p>{SENTENCE}</p>", style=STYLE))
    assert [shown(block) for block in found.blocks][1:4] == [f"item 1: {item}" for item in items]


def test_a_paragraph_whose_first_line_is_set_in_can_announce_a_list(tmp_path: Path) -> None:
    text = f"<p style='text-indent: 14pt'>{SENTENCE}</p>"
    body = f"{text * 3}{text.replace('</p>', ' Er zijn:</p>')}<div><p>kersen;</p><p>peren.</p></div>{text * 2}"
    found = pdf_files.letter(tmp_path, pdf(body, style=STYLE))
    assert [shown(block) for block in found.blocks][4:6] == ["item 1: kersen;", "item 1: peren."]


def test_sentences_that_are_set_in_below_a_colon_are_paragraphs(tmp_path: Path) -> None:
    body = f"<p>Er staat:</p><div><p>{SENTENCE}</p><p>{SENTENCE}</p></div><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, style=STYLE))
    assert [block.kind.value for block in found.blocks][1:] == ["paragraph"] * (len(found.blocks) - 1)


@pytest.mark.parametrize("quoted", ["«%s»", "“%s”", "'%s'"])
def test_a_quotation_that_is_set_in_is_a_paragraph(tmp_path: Path, quoted: str) -> None:
    """Without white space above or below it, whatever its lines leave open."""
    text = quoted % SENTENCE
    for width in range(70, 110, 7):
        style = f"p {{ margin: 0; text-indent: 8pt; width: {width}mm }} div p {{ margin-left: 20pt }}"
        found = pdf_files.letter(
            tmp_path, pdf(f"<p>Er staat:</p><div><p>{text}</p></div><p>{SENTENCE}</p>", style=style)
        )
        assert [block.text for block in found.blocks] == ["Er staat:", text, SENTENCE]


@pytest.mark.parametrize("line", ["{} van der Boom-Appel,", "{} de Vries (secretaris)"])
def test_initials_below_each_other_are_no_items(tmp_path: Path, line: str) -> None:
    names = [line.format(initial) for initial in ("A.", "C.", "D.")]
    found = pdf_files.letter(tmp_path, pdf("".join(f"<p>{one}</p><p>{SENTENCE}</p>" for one in names)))
    assert "item" not in {block.kind.value for block in found.blocks}


@BOTH
@pytest.mark.parametrize("end", ["", ".", " -"])
def test_what_stands_behind_a_label_in_a_column_is_a_paragraph(tmp_path: Path, tagged: bool, end: str) -> None:
    """Also below a line that is full and ends no sentence."""
    style = """@page { margin-left: 60mm; margin-right: 20mm } p { margin: 0 }
        span { position: absolute; left: -40mm; font-size: 0.89em }"""
    words = SENTENCE.rstrip(".").split()
    texts = [f"{' '.join(words[:count])}{end}" for count in range(6, len(words))]
    body = "".join(f"<p><span>Besluit:</span>{text}</p>" for text in texts)
    found = pdf_files.letter(tmp_path, pdf(f"<h2>Overig</h2>{body}", tagged, style))
    assert [block.text for block in found.blocks] == ["Overig", *(f"Besluit: {text}" for text in texts)]


def test_a_sentence_goes_on_below_a_line_that_was_broken_by_hand(tmp_path: Path) -> None:
    lines = (
        "In antwoord op uw brief van 6 mei deel ik mee<br>dat de kersen op zijn en dat wij op zoek zijn<br>naar peren."
    )
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p><p>{lines}</p><p>{SENTENCE}</p>"))
    assert [block.text for block in found.blocks] == [SENTENCE, lines.replace("<br>", " "), SENTENCE]


@pytest.mark.parametrize(
    ("first", "rest"), [("van Midden- en West-", "Brabant"), ("langs het water en in de", "polder")]
)
def test_a_text_behind_its_label_goes_on_over_the_page_in_its_own_type(tmp_path: Path, first: str, rest: str) -> None:
    body = f"<p>1. Bezoek: <b>{first}</b></p><p style='break-before: page'><b>{rest}</b></p>"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{body}<p>{SENTENCE}</p>"))
    assert found.blocks[1].text == f"1. Bezoek: {first}{'' if first.endswith('-') else ' '}{rest}"


def test_what_the_edge_of_the_sheet_cuts_off_is_of_the_margin(tmp_path: Path) -> None:
    style = ".off { position: absolute; left: -28mm }"
    after = "De kersen zijn rijp."
    body = f"<p>{SENTENCE}</p><p style='break-before: page'><span class=off>nummer</span>{after}</p>"
    found = pdf_files.letter(tmp_path, pdf(f"{body}<p>{SENTENCE}</p>", style=style))
    assert [block.text for block in found.blocks] == [SENTENCE, after, SENTENCE]


def test_the_rest_of_a_paragraph_that_a_tree_calls_a_note_is_text(tmp_path: Path) -> None:
    """It stands at the top of the next page, as large as the text, behind the note in the tree."""
    note = "<p style='font-size: 7.5pt'><sup>1</sup> Kamerstuk 31 930, nr. 7.</p>"
    rest = f"<p style='break-before: page'>en wordt groen.</p><p>{SENTENCE}</p>"
    body = f"<p>{SENTENCE} Het bos groeit<sup style='font-size: 6pt'>1</sup> en bloeit</p>{note}{rest}"
    found = pdf_files.letter(tmp_path, as_notes(pdf(f"<p>{SENTENCE}</p>{body}", tagged=True), (2, 3)))
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: {SENTENCE}",
        f"paragraph: {SENTENCE} Het bos groeit[^1] en bloeit en wordt groen.",
        f"paragraph: {SENTENCE}",
    ]
    assert [one.text for one in found.notes] == ["Kamerstuk 31 930, nr. 7."]


def as_notes(content: bytes, wanted: Sequence[int]) -> bytes:
    """The same PDF, these paragraphs of its tree tagged as notes."""
    with pikepdf.open(BytesIO(content)) as opened:
        tags = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/P"]
        for at in wanted:
            tags[at]["/S"] = pikepdf.Name("/Note")
        return pdf_files.saved(opened)


@BOTH
@pytest.mark.parametrize("end", ["", ";"])
def test_roman_items_below_each_other_need_no_stop(tmp_path: Path, tagged: bool, end: str) -> None:
    """The first one could be an initial, but the next one stands right below it."""
    items = [f"{n}. {text}{end}" for n, text in zip(("I", "II", "III"), ("Kersen", "Peren", "Pruimen"), strict=True)]
    found = pdf_files.letter(
        tmp_path, pdf(f"<p>{SENTENCE}</p>{''.join(f'<p>{one}</p>' for one in items)}<p>{SENTENCE}</p>", tagged)
    )
    assert [shown(block) for block in found.blocks][1:4] == [f"item 1: {one}" for one in items]


ITEM = "<div style='padding-left: 14pt; text-indent: -14pt'><span style='display: inline-block; width: 14pt; text-indent: 0'>–</span>"


def test_a_paragraph_right_below_a_list(tmp_path: Path) -> None:
    """The last item has one line and fills it; the one above it shows that items go on behind their marks."""
    style = "p, div { margin: 0; width: 109mm; box-sizing: border-box }"
    full = "de kersen uit de boomgaard achter de molen."
    items = f"{ITEM}{SENTENCE}</div>{ITEM}{full}</div>"
    for width in range(80, 108, 2):
        own = style.replace("109", str(width))
        found = pdf_files.letter(tmp_path, pdf(f"<p>Er zijn:</p>{items}<p>{SENTENCE}</p>", style=own))
        assert [shown(block) for block in found.blocks][1:] == [
            f"item 1: {SENTENCE}",
            f"item 1: {full}",
            f"paragraph: {SENTENCE}",
        ]


def test_a_list_goes_on_in_the_next_column(tmp_path: Path) -> None:
    text = f"<p>{SENTENCE}</p>" * 4
    items = "".join(f"{ITEM}de {fruit} uit de boomgaard;</div>" for fruit in ("kersen", "peren", "pruimen", "appels"))
    found = pdf_files.letter(tmp_path, pdf(f"<div class=half>{text}{items}{text}</div>"))
    own = [block for block in found.blocks if block.kind is Kind.ITEM]
    assert [block.level for block in own] == [1] * 4


def test_a_paragraph_below_a_list_that_is_set_in_as_all_are(tmp_path: Path) -> None:
    style = "p { margin: 0; text-indent: 11pt } div { margin: 0 }"
    for fruit in ("kersen", "kersen en peren", "kersen, peren en pruimen"):
        items = [f"{SENTENCE} Er zijn {fruit}.", f"{SENTENCE} Er zijn {fruit} van de buren."]
        body = "".join(f"{ITEM}{item}</div>" for item in items)
        text = f"<p>{SENTENCE}</p>"
        found = pdf_files.letter(tmp_path, pdf(f"{text * 4}{body}{text * 2}", style=style))
        assert [block.text for block in found.blocks][4:] == [*items, SENTENCE, SENTENCE]


def test_marks_far_before_their_items_are_no_column_of_a_table(tmp_path: Path) -> None:
    """Nor is the number of a heading between them."""
    far = "<p><span style='display: inline-block; width: 36pt'>{}</span>{}</p>"
    items = ["de kersen van de buren;", "de peren van de buren;", "de pruimen."]
    body = "".join(far.format("-", item) for item in items)
    heading = far.format("2.2", "Nieuwe bomen").replace("<p>", "<p style='font-weight: bold'>")
    style = "p { margin: 0 }"
    found = pdf_files.letter(tmp_path, pdf(f"<p>Er zijn:</p>{body}{heading}<p>{SENTENCE}</p>", style=style))
    assert [shown(block) for block in found.blocks][1:] == [
        *(f"item 1: {item}" for item in items), "heading 3: 2.2 Nieuwe bomen", f"paragraph: {SENTENCE}"
    ]  # fmt: skip
