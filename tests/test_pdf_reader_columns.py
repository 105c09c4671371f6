"""Landscape pages whose columns hold short answers: they are read one after the other."""

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
    assert [block.text for block in found.blocks] == [f"{SENTENCE} {SENTENCE}", *(text for part in parts for text in part)]
