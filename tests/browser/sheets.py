"""The sheets that a browser prints: their size and text, in the order in which it draws.

A browser writes a PDF of one kind: each font says which text its glyphs stand for. So the general reader of PDFs, which
takes ten times as long, is not needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf


@dataclass(frozen=True)
class PrintedSheet:
    size: tuple[int, int]
    """Width and height, in points."""
    text: str


class PrintedFont:
    """Which text its glyphs stand for."""

    def __init__(self, font: Any) -> None:
        self.digits = 4 if font.Subtype == "/Type0" else 2
        self.mapped: bytes = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""

    @cached_property
    def letters(self) -> dict[int, str]:
        found = {}
        for table in re.findall(rb"beginbfchar(.*?)endbfchar", self.mapped, re.DOTALL):
            for glyph, text in re.findall(rb"<(\w+)>\s*<(\w+)>", table):
                found[int(glyph, 16)] = _text(text)
        for table in re.findall(rb"beginbfrange(.*?)endbfrange", self.mapped, re.DOTALL):
            for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", table):
                start, begin = int(first, 16), _text(text)
                for glyph in range(start, int(last, 16) + 1):
                    found[glyph] = begin[:-1] + chr(ord(begin[-1]) + glyph - start)
        return found

    def text(self, glyphs: bytes) -> str:
        shown, each = glyphs.hex(), self.digits
        return "".join(self.letters.get(int(shown[at : at + each], 16), "") for at in range(0, len(shown), each))


def sheets(data: bytes) -> list[PrintedSheet]:
    with pikepdf.open(BytesIO(data)) as file:
        fonts: dict[Any, PrintedFont] = {}
        return [PrintedSheet(_size(page), "".join(_shown(page, fonts))) for page in file.pages]


def _size(page: pikepdf.Page) -> tuple[int, int]:
    left, bottom, right, top = map(float, page.mediabox)
    return round(right - left), round(top - bottom)


def _shown(drawn: Any, fonts: dict[Any, PrintedFont]) -> Iterator[str]:
    resources, font = drawn.Resources, None
    for operands, operator in pikepdf.parse_content_stream(drawn, "Tf Tj TJ Do"):
        name = str(operator)
        if name == "Tf":
            used = resources.Font[str(operands[0])]
            if used.objgen not in fonts:
                fonts[used.objgen] = PrintedFont(used)
            font = fonts[used.objgen]
        elif name == "Do":
            form = resources.XObject[str(operands[0])]
            if form.Subtype == "/Form":
                yield from _shown(form, fonts)
        elif font:
            parts = operands[0] if name == "TJ" else operands
            yield font.text(b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String)))


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
