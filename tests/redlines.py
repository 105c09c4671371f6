"""Word files with tracked changes read back by python-docx, which knows nothing of the program that made them."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from build_tools.compare.model import Comparison, Side
from build_tools.dutch.characters import legible

LEFT_OUT = {"accepted": qn("w:del"), "rejected": qn("w:ins")}
KEPT = {"accepted": qn("w:ins"), "rejected": qn("w:del")}


def texts_of(data: bytes, how: str) -> list[str]:
    """The paragraphs of a file after all its changes were `accepted` or `rejected`, as Word would."""
    found, text = [], ""
    for paragraph in Document(BytesIO(data)).paragraphs:
        text += "".join(own_runs(paragraph, how))
        mark = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{LEFT_OUT[how]}")
        if mark is None:
            found.append(text)
            text = ""
    assert not text, "the mark that ends a document can be neither inserted nor deleted"
    return found if found != [""] else []


def own_runs(paragraph: Paragraph, how: str) -> Iterator[str]:
    for child in paragraph._p:
        if child.tag == KEPT[how]:
            yield from (deleted(run) if how == "rejected" else Run(run, paragraph).text for run in child)
        elif child.tag == qn("w:r"):
            yield Run(child, paragraph).text


def deleted(run: object) -> str:
    """The text of a deleted run, which python-docx does not tell."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    return "".join(signs.get(part.tag, part.text or "") for part in run)  # type: ignore[attr-defined]


def wanted(comparison: Comparison, side: Side) -> list[str]:
    """The passages of a letter; the rows of a table end in line breaks."""
    texts = [legible(passage.text).replace("\v", "\n") for passage in comparison.letter(side).passages]
    return texts if texts != [""] else []
