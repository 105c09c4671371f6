"""Characters, rules and pictures as printed: each with its place, size and type.

Places are in points, from the left and the top of the page as a reader sees it. A character that the type does not
map is U+FFFD.
"""

import re
import unicodedata
from dataclasses import dataclass

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined

BOLD = re.compile(r"bold|black|heavy|demi|semib|,b|-b(?![a-z])", re.IGNORECASE)
"""In the name of a type: `Verdana-Bold`, `RijksoverheidSans-Demi`, `Arial,B`, `Univers-B`; not in `Book`, `-Basic`."""
ITALIC = re.compile(r"ital|obliq|cursi|-it(?![a-z])", re.IGNORECASE)
"""The same of `Verdana-Italic`, `Helvetica-Oblique`, `Frutiger-It`; not of `-Items`."""
BOLD_WEIGHT = 600
"""On the scale to 1000 on which fonts state their weight, 400 being plain: from so much on they look bold."""
ASCENT = 0.75
"""Of the size: how far the letters of text types reach above their base line."""
UNMAPPED = "\ufffd"
"""The replacement character."""


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """A character as printed. `mark` is its number in the page's tagged content; `base` the line it stands on."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    page: int
    mark: int | None = None
    actual: str | None = None
    artifact: bool = False

    @property
    def style(self) -> tuple[bool, bool]:
        return self.bold, self.italic

    @property
    def top(self) -> float:
        return self.base - ASCENT * self.size


@dataclass(frozen=True, slots=True, eq=False)
class DrawnRule:
    """A line that is drawn, lying or standing."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def lies(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture on a page, with its size in points."""

    page: int
    width: float
    height: float
    mark: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class DrawnPage:
    """A page with all that stands on it; `turned` counts the characters that stand on their side."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[DrawnRule, ...]
    pictures: tuple[Picture, ...]
    turned: int = 0


def letter_of(font: PDFFont, cid: int) -> str:
    """The character that a type maps a code to: one that it does not map can still be doubted later."""
    try:
        text = font.to_unichr(cid)
    except (PDFUnicodeNotDefined, KeyError, ValueError, OverflowError):
        return UNMAPPED
    text = unicodedata.normalize("NFKC", text) if re.fullmatch("[ﬀ-ﬆ]", text) else text
    return "".join(sign if sign.isprintable() or sign in " \u00a0\u00ad" else space_or_unmapped(sign) for sign in text)


def space_or_unmapped(sign: str) -> str:
    """White space of any sort is a space; private use stays as it is; a control character has no meaning in print."""
    if sign.isspace():
        return " "
    return sign if unicodedata.category(sign) in ("Co", "Cf") else UNMAPPED


def type_of(font: PDFFont) -> tuple[bool, bool]:
    """Whether a type is bold, and whether it is italic: by its name, or by what it says of its weight and slant."""
    name = str(font.fontname).rpartition("+")[2]
    known = font.descriptor if isinstance(font.descriptor, dict) else {}
    weight, angle = known.get("FontWeight"), known.get("ItalicAngle")
    bold = BOLD.search(name) is not None or (isinstance(weight, int | float) and weight >= BOLD_WEIGHT)
    italic = ITALIC.search(name) is not None or (isinstance(angle, int | float) and angle != 0)
    return bold, italic


def decoded(text: bytes) -> str:
    """A text string of a PDF."""
    return text[2:].decode("utf-16-be", "replace") if text.startswith(b"\xfe\xff") else text.decode("latin-1")
