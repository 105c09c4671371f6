"""Items of a PDF whose marks it draws as no characters, and quotations that are set in."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import SENTENCE, pdf, shown

pytestmark = pytest.mark.pdf
STYLE = "p { margin: 0 } div p { margin-left: 14pt }"


@pytest.mark.parametrize("end", [";", ",", ""])
def test_what_is_set_in_below_a_colon_part_by_part_is_a_list(tmp_path: Path, end: str) -> None:
    items = [f"kersen uit de boomgaard{end}", f"De peren van de buren{end}", "pruimen."]
    body = "".join(f"<p>{item}</p>" for item in items)
    found = pdf_files.letter(tmp_path, pdf(f"<p>Er zijn:</p><div>{body}</div><p>{SENTENCE}</p>", style=STYLE))
    assert [shown(block) for block in found.blocks][1:4] == [f"item 1: {item}" for item in items]


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
