"""What the tree of a PDF calls a table or a paragraph, and is none."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import SENTENCE, pdf, shown

pytestmark = pytest.mark.pdf


def test_a_table_of_one_column_only_places_a_letter(tmp_path: Path) -> None:
    """Its rows have one cell with text each, perhaps beside an empty one."""
    rows = [
        f"<td colspan=2>{SENTENCE}</td>",
        "<td></td><td></td>",
        "<td>De minister van Justitie en Veiligheid</td><td></td>",
    ]
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    found = pdf_files.letter(tmp_path, pdf(f"<table>{table}</table><p><br></p><p>I. Perelaar</p>", tagged=True))
    assert shown(found.blocks[0]) == f"paragraph: {SENTENCE}"
    assert [(one.name, one.role) for one in found.signers] == [("I. Perelaar", "minister van Justitie en Veiligheid")]


def test_a_line_that_was_broken_by_hand_is_no_paragraph(tmp_path: Path) -> None:
    """Each line of a heading or a text can be a paragraph of the tree; one that begins with a capital is."""
    heading = [
        "<b>Antwoorden van de minister van Defensie op Kamervragen</b>",
        "<b>van het lid Kersenpit over bomen</b>",
    ]
    lines = [
        "In antwoord op uw brief van 3 mei 2024 over kersen deel ik u mede",
        "dat de vragen zijn beantwoord.",
        SENTENCE,
    ]
    body = "".join(f"<p style='margin: 0'>{line}</p>" for line in lines)
    head = "".join(f"<p style='margin: 0'>{line}</p>" for line in heading)
    style = "p { font-size: 8pt }"
    found = pdf_files.letter(
        tmp_path, pdf(f"<p>{SENTENCE}</p><p>{SENTENCE}</p>{body}<br>{head}<br><p>{SENTENCE}</p>", True, style)
    )
    assert [shown(block) for block in found.blocks][2:5] == [
        f"paragraph: {lines[0]} {lines[1]}",
        f"paragraph: {SENTENCE}",
        "heading 2: Antwoorden van de minister van Defensie op Kamervragen van het lid Kersenpit over bomen",
    ]


def test_a_list_ends_with_its_page_where_a_paragraph_begins_the_next_one(tmp_path: Path) -> None:
    """Its last line is full; what begins left of the text of the item is no rest of it."""
    last = "de kersen uit de boomgaard achter de molen."
    text = f"In de tuin is het anders. {SENTENCE}"
    rest = f"<p style='break-before: page'>{text}</p>"
    for width in range(80, 108, 2):
        style = (
            f"p, ul {{ width: {width}mm; margin: 0; padding: 0; box-sizing: border-box }} li {{ margin-left: 14pt }}"
        )
        body = f"<p>{SENTENCE}</p><ul><li>{SENTENCE}</li><li>{last}</li></ul>{rest}"
        found = pdf_files.letter(tmp_path, pdf(body, True, style))
        assert [shown(block) for block in found.blocks][1:] == [
            f"item 1: {SENTENCE}", f"item 1: {last}", f"paragraph: {text}"
        ]  # fmt: skip
