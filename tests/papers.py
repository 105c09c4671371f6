"""The text of PDFs, read back: as it stands on the page, and as it is tagged."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pdf_ua import kids
from pypdf import PdfReader


def squeezed(text: str) -> str:
    """Without white space, hyphens (at a line's end a PDF's own look like the letter's) and signs of list items."""
    return re.sub(r"[\s\u2010\u00ad\u200b•-]", "", text)


@cache
def page_texts(data: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


@cache
def page_words(data: bytes) -> tuple[str, ...]:
    """The text of each page without what is no part of it: running feet and numbers in the margin."""
    with pikepdf.open(BytesIO(data)) as file:
        found = {page.objgen: "" for page in file.pages}
        for (page, _), text in _marked(file):
            found[page] += text
        return tuple(found.values())


@cache
def read_aloud(data: bytes) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What a screen reader gets, in its order: the text, the notes, and what links say instead of their text."""
    with pikepdf.open(BytesIO(data)) as file:
        marked = dict(_marked(file))
        found: dict[str, list[str]] = {"text": [], "/Note": [], "/Link": []}
        _read(file.Root.StructTreeRoot, marked, found, "text")
        notes = "".join(found["/Note"]).split("\0")[1:]
        return "".join(found["text"]), tuple(notes), tuple(found["/Link"])


def _read(node: Any, marked: dict[tuple[Any, int], str], found: dict[str, list[str]], place: str) -> None:
    for kid in kids(node):
        if isinstance(kid, int):
            found[place].append(marked[node.Pg.objgen, int(kid)])
        elif "/Alt" in kid:
            found["/Link"].append(str(kid.Alt))
        elif kid.get("/S") == "/Note":
            found["/Note"].append("\0")
            _read(kid, marked, found, "/Note")
        elif "/S" in kid and not (place == "/Note" and kid.S == "/Lbl"):
            _read(kid, marked, found, place)


def _marked(file: pikepdf.Pdf) -> Iterator[tuple[tuple[Any, int], str]]:
    """The text of every numbered stretch of every page."""
    for page in file.pages:
        mark, text, letters = -1, "", {}
        fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                mark, text = int(operands[1].get("/MCID", -1)), ""
            elif name == "Tf":
                letters = fonts[str(operands[0])]
            elif name in ("Tj", "TJ"):
                shown = operands[0] if name == "TJ" else [operands[0]]
                glyphs = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String)).hex()
                text += "".join(letters.get(glyphs[at : at + 4], "") for at in range(0, len(glyphs), 4))
            elif name == "EMC" and mark >= 0:
                yield (page.objgen, mark), text
                mark = -1


def _letters(font: Any) -> dict[str, str]:
    """Which text a glyph stands for."""
    lines = re.findall(rb"^<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\s*$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {glyph.decode().lower(): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in lines}
