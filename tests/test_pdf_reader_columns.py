"""Columns that hold little: short answers, or the end of a letter. They are read one after the other."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import SENTENCE, pdf

pytestmark = pytest.mark.pdf
STYLE = """@page { size: A4 landscape; margin: 20mm } p { text-indent: 12pt } h2 { font-size: 1em; font-weight: normal }
  .half { columns: %d; column-gap: 22pt; font-size: %dpt; column-fill: auto; height: %dmm }"""
LONG = "Is bekend hoeveel appelbomen er in boomgaard {} staan, wie ze snoeit en wat er daarna met al het hout gebeurt?"
MIDDLE = "Hoeveel appelbomen telt de boomgaard in gemeente {}?"


@pytest.mark.parametrize(
    ("question", "count", "columns", "size", "height"),
    [(LONG, 7, 2, 9, 110), (LONG, 9, 3, 8, 110), (MIDDLE, 8, 2, 9, 112), (MIDDLE, 9, 3, 9, 95)],
    ids=["two", "three", "two of lines", "three of lines"],
)
def test_columns_of_short_answers_follow_each_other(
    tmp_path: Path, question: str, count: int, columns: int, size: int, height: int
) -> None:
    """Below a text that runs over all columns; first lines are set in, few lines are wide."""
    parts = [[f"Vraag {n}", question.format(n), f"Antwoord {n}", "Ja, dat klopt."] for n in range(1, count + 1)]
    html = "".join(f"<h2>{a}</h2><p>{b}</p><h2>{c}</h2><p>{d}</p>" for a, b, c, d in parts)
    body = f"<p>{SENTENCE} {SENTENCE}</p><div class=half>{html}</div>"
    found = pdf_files.letter(tmp_path, pdf(body, False, STYLE % (columns, size, height)))
    assert [block.text for block in found.blocks] == [
        f"{SENTENCE} {SENTENCE}",
        *(text for part in parts for text in part),
    ]


@pytest.mark.parametrize("size", [8, 10])
def test_the_second_column_can_hold_no_more_than_who_sign(tmp_path: Path, size: int) -> None:
    """Two beside each other, below the last line of the text: a tenth of it stands there, and nothing runs over."""
    own = {"J. Appelboom": "minister van Financiën", "I. Perelaar": "minister van Landbouw, Natuur en Visserij"}
    cells = "".join(f"<div><p>de {role},</p><p class=name>{name}</p></div>" for name, role in own.items())
    end = f"<div class=end><p>Een afschrift gaat ook naar de kwekers.</p><p>Hoogachtend,</p><div class=row>{cells}</div></div>"
    rows = ".row { display: flex } .row div { width: 38mm; margin-right: 4mm } .end { break-before: column }"
    style = f"@page {{ size: A4; margin: 20mm }} .half {{ columns: 2; column-gap: 22pt; column-fill: auto; font-size: {size}pt }} {rows}"
    text = f"{SENTENCE} {SENTENCE}"
    found = pdf_files.letter(tmp_path, pdf(f"<div class=half>{f'<p>{text}</p>' * 9}{end}</div>", style=style))
    assert [block.text for block in found.blocks][:11] == [
        *([text] * 9),
        "Een afschrift gaat ook naar de kwekers.",
        "Hoogachtend,",
    ]
    assert {one.name: one.role for one in found.signers} == own


@pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])
def test_a_first_column_whose_text_begins_at_several_places_is_text(tmp_path: Path, tagged: bool) -> None:
    """At none of them begins a fifth of all; the second column has most of it, at its edge."""
    body = "".join(f"<p style='margin-left: {n * 5}pt'>{SENTENCE}</p>" for n in range(4))
    style = """@page { size: A4; margin: 20mm } .half { columns: 2; column-gap: 22pt; font-size: 8pt }
      .half p { text-indent: 0 } .next { break-before: column }"""
    text = f"{SENTENCE} {SENTENCE}"
    rest = f"<p class=next>{text}</p>{f'<p>{text}</p>' * 3}"
    found = pdf_files.letter(tmp_path, pdf(f"<div class=half>{body}{rest}</div>", tagged, style))
    assert [block.text for block in found.blocks] == [*[SENTENCE] * 4, *[text] * 4]
