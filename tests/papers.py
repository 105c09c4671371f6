"""PDFs read back: their text, and what PDF/UA-1 asks that a program can see."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pypdf import PdfReader

SHOWING = {"Tj", "TJ", "'", '"', "Do", "sh", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}
"""The operators that put something on a page."""


def squeezed(text: str) -> str:
    """Without white space, hyphens (at a line's end a PDF's own look like the letter's) and signs of list items."""
    return re.sub(r"[\s\u2010•-]", "", text)


def page_texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def faults(data: bytes) -> list[str]:
    """What keeps a PDF from being PDF/UA-1."""
    with pikepdf.open(BytesIO(data)) as file:
        return [*_of_document(file), *_of_structure(file), *_of_pages(file), *_of_fonts(file)]


def _of_document(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked"
    if str(root.get("/Lang", "")) != "nl":
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "title not shown"
    metadata = root.Metadata.read_bytes().decode()
    yield from (f"no {key}" for key in ('pdfuaid:part="1"', "<dc:title>") if key not in metadata)


def _of_structure(file: pikepdf.Pdf) -> Iterator[str]:
    level, names = 0, set()
    for element in elements(file.Root.StructTreeRoot):
        kind, name = str(element.get("/S", "")), str(element.get("/ID", ""))
        if kind == "/Figure" and not element.get("/Alt"):
            yield "a figure without description"
        if kind == "/Note" and (not name or name in names):
            yield "a note without a name of its own"
        names.add(name)
        if kind[1:2] == "H" and kind[2:].isdigit():
            if int(kind[2:]) > level + 1:
                yield f"{kind} after level {level}"
            level = int(kind[2:])


def elements(node: Any) -> Iterator[Any]:
    """The elements of the structure tree, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def _of_pages(file: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(file.pages, 1):
        if page.get("/Tabs") != "/S" or "/StructParents" not in page:
            yield f"page {number} does not follow the structure"
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            if operator in SHOWING and not depth:
                yield f"page {number}: {operator} without a tag"
        for note in page.get("/Annots", []):
            if not note.get("/Contents") or "/StructParent" not in note:
                yield f"page {number}: a link without description or tag"


def _of_fonts(file: pikepdf.Pdf) -> Iterator[str]:
    for item in file.objects:
        described = isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        if described and not any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"{item.FontName} is not in it"
        if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0" and "/ToUnicode" not in item:
            yield f"{item.BaseFont} does not say which letters it shows"
