"""Word files with tracked changes read back by python-docx, which knows nothing of the program that made them."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element as Element

from build_tools.compare.model import Comparison, Side
from build_tools.dutch.characters import legible

LEFT_OUT = {"accepted": qn("w:del"), "rejected": qn("w:ins")}
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NAME, CHANGE = f"{TEXT}id", f"{TEXT}change-id"
SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
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


LIBREOFFICE = {"accepted": "deletion", "rejected": "insertion"}
"""What is left out, as LibreOffice calls it in its own format."""


def settled(body: Element, how: str) -> list[str]:
    """The paragraphs of a text in OpenDocument format after all its changes were accepted or rejected.

    What changed stands between two marks, maybe in different paragraphs: then the ends between them changed too.
    """
    kinds = {region.get(NAME): region[0].tag for region in body.iter(f"{TEXT}changed-region")}
    gone = {name for name, kind in kinds.items() if kind == TEXT + LIBREOFFICE[how]}
    within: set[str] = set()
    found = [""]
    for paragraph in body.iter(f"{TEXT}p", f"{TEXT}h"):
        for text, starts, ends in pieces(paragraph):
            found[-1] += "" if within & gone else text
            within = (within | starts) - ends
        found += [] if within & gone else [""]
    return found[:-1]


def pieces(element: Element) -> Iterator[tuple[str, set[str], set[str]]]:
    """The texts below an element, each with the changes that start and that end behind it."""
    yield element.text or "", set(), set()
    for child in element:
        name = {child.get(CHANGE, "")}
        starts, ends = (name if child.tag == f"{TEXT}change-{part}" else set() for part in ("start", "end"))
        sign = SIGNS.get(child.tag.removeprefix(TEXT), "") * int(child.get(f"{TEXT}c", "1"))
        yield sign, starts, ends
        yield from pieces(child)
        yield child.tail or "", set(), set()


def wanted(comparison: Comparison, side: Side) -> list[str]:
    """The passages of a letter; the rows of a table end in line breaks."""
    texts = [legible(passage.text).replace("\v", "\n") for passage in comparison.letter(side).passages]
    return texts if texts != [""] else []
