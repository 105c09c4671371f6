"""What stands on the pages: every character with its place, size and type; rules and pictures.

Places are in points, from the left and the top of the page as a reader sees it. After `pages_of`: characters that
nobody can see (outside the page) and those printed twice for boldness are gone; all others are there, in the order
in which the file draws them; one that the type does not map is U+FFFD.
"""

import logging
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, apply_matrix_pt

from build_tools.sources.readers.pdf.limits import (
    MOST_GLYPHS,
    MOST_GLYPHS_OF_PAGE,
    MOST_STROKES_OF_PAGE,
    TooMuchError,
)

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

BOLD = re.compile(r"bold|black|heavy|demi|semib|,b|-b(?![a-z])", re.IGNORECASE)
ITALIC = re.compile(r"ital|obliq|cursi|-it(?![a-z])", re.IGNORECASE)
UNMAPPED = "\ufffd"
THIN = 3.0
"""A drawn box that is no thicker, in points, is a rule."""
SAME_PLACE = 0.12
"""Of its size: the same character this near is the same one printed twice; an `l` is 0.22 wide."""
CELL = 4.0
"""Points: how coarsely places are looked up; more than what counts as the same place."""
LEANS = 0.15
"""Slant of a matrix from which upright type looks italic; printers that have no italic type use 0.2 to 0.34."""


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
        return self.base - 0.75 * self.size


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
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
class Sheet:
    """A page with all that stands on it."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[Picture, ...]


def pages_of(content: bytes) -> Iterator[Sheet]:
    """The pages of a plain PDF in order. Raises TooMuchError where a count passes its bound."""
    document = PDFDocument(PDFParser(BytesIO(content)))
    fonts = PDFResourceManager()
    together = 0
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        pen = Pen(fonts, number)
        PDFPageInterpreter(fonts, pen).process_page(page)
        together += len(pen.glyphs)
        if together > MOST_GLYPHS:
            raise TooMuchError(f"more than {MOST_GLYPHS} characters")
        yield Sheet(number, pen.width, pen.height, tuple(once(pen)), tuple(pen.rules), tuple(pen.pictures))


class Pen(PDFLayoutAnalyzer):
    """Notes down what an interpreter draws on one page."""

    def __init__(self, fonts: PDFResourceManager, number: int) -> None:
        super().__init__(fonts, number, None)
        self.number = number
        self.width = self.height = 0.0
        self.glyphs: list[Glyph] = []
        self.rules: list[Rule] = []
        self.pictures: list[Picture] = []
        self.tags: list[tuple[int | None, str | None, bool]] = []
        self.strokes = 0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        x0, y0, x1, y1 = page.mediabox
        self.width, self.height = abs(x1 - x0), abs(y1 - y0)
        if page.rotate in (90, 270):
            self.width, self.height = self.height, self.width

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        """Tagged content: its number, and the text that the file says stands there."""
        facts = props if isinstance(props, dict) else {}
        mark, actual = facts.get("MCID"), facts.get("ActualText")
        text = decoded(actual) if isinstance(actual, bytes) else None
        artifact = isinstance(tag.name, str) and tag.name == "Artifact"
        self.tags.append((mark if isinstance(mark, int) else None, text, artifact))

    def end_tag(self) -> None:
        if self.tags:
            self.tags.pop()

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: PDFGraphicState,
    ) -> float:
        """A character: kept where it is on the page and stands upright."""
        if len(self.glyphs) >= MOST_GLYPHS_OF_PAGE:
            raise TooMuchError(f"more than {MOST_GLYPHS_OF_PAGE} characters on page {self.number}")
        wide = font.char_width(cid) * fontsize * scaling
        x0, y0 = apply_matrix_pt(matrix, (0, rise))
        x1, y1 = apply_matrix_pt(matrix, (wide, rise))
        size = abs(fontsize) * math.hypot(matrix[2], matrix[3])
        outside = not (-size < x0 < self.width + size and -size < y0 < self.height + size)
        turned = abs(y1 - y0) > abs(x1 - x0)
        if not outside and size > 0 and not turned:
            leans = matrix[2] > LEANS * abs(matrix[3])
            self.keep(letter_of(font, cid), min(x0, x1), max(x0, x1), self.height - y0, size, font, leans)
        return float(wide)

    def keep(self, text: str, x0: float, x1: float, base: float, size: float, font: PDFFont, leans: bool) -> None:
        """Note a character down, with what the tags around it say."""
        mark = next((mark for mark, _, _ in reversed(self.tags) if mark is not None), None)
        actual = next((actual for _, actual, _ in reversed(self.tags) if actual is not None), None)
        artifact = any(artifact for _, _, artifact in self.tags)
        bold, italic = type_of(font)
        self.glyphs.append(
            Glyph(text, x0, x1, base, size, bold, italic or leans, self.number, mark, actual, artifact)
        )

    def begin_figure(self, name: str, bbox: Any, matrix: Matrix) -> None:
        self.stroke()
        super().begin_figure(name, bbox, matrix)

    def render_image(self, name: str, stream: Any) -> None:
        """A picture fills the unit square of its matrix."""
        self.stroke()
        a, b, c, d, _, _ = self.ctm
        mark = next((mark for mark, _, _ in reversed(self.tags) if mark is not None), None)
        self.pictures.append(Picture(self.number, math.hypot(a, b), math.hypot(c, d), mark))

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        """Straight lines and thin boxes are rules; a box with an edge is four."""
        self.stroke()
        points = [apply_matrix_pt(self.ctm, (part[-2], part[-1])) for part in path if len(part) > 2]
        if not points or any(str(part[0]) in "cvy" for part in path) or not (stroke or fill):
            return
        for group in subpaths(path):
            self.rule([apply_matrix_pt(self.ctm, point) for point in group], stroke)

    def rule(self, points: list[tuple[float, float]], stroke: bool) -> None:
        """The rules that a run of straight lines makes."""
        xs, ys = [x for x, _ in points], [self.height - y for _, y in points]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if min(x1 - x0, bottom - top) <= THIN:
            self.rules.append(Rule(x0, x1, top, bottom))
        elif stroke and len(points) >= 4:
            self.rules += [
                Rule(x0, x1, top, top), Rule(x0, x1, bottom, bottom), Rule(x0, x0, top, bottom), Rule(x1, x1, top, bottom),
            ]  # fmt: skip

    def stroke(self) -> None:
        self.strokes += 1
        if self.strokes > MOST_STROKES_OF_PAGE:
            raise TooMuchError(f"more than {MOST_STROKES_OF_PAGE} drawings on page {self.number}")


def subpaths(path: Any) -> Iterator[list[tuple[float, float]]]:
    """The runs of points between two moves of the pen."""
    group: list[tuple[float, float]] = []
    for part in path:
        if part[0] == "m" and group:
            yield group
            group = []
        if len(part) > 2:
            group.append((float(part[-2]), float(part[-1])))
    if group:
        yield group


def letter_of(font: PDFFont, cid: int) -> str:
    """The character that a type maps a code to: one that it does not map can still be doubted later."""
    try:
        text = font.to_unichr(cid)
    except (PDFUnicodeNotDefined, KeyError, ValueError, OverflowError):
        return UNMAPPED
    text = unicodedata.normalize("NFKC", text) if re.fullmatch("[ﬀ-ﬆ]", text) else text
    return "".join(sign if sign.isprintable() or sign in " \u00a0\u00ad" else space_or_unmapped(sign) for sign in text)


def space_or_unmapped(sign: str) -> str:
    """White space of any sort is a space; private use stays as it is; a control character has no meaning on paper."""
    if sign.isspace():
        return " "
    return sign if unicodedata.category(sign) in ("Co", "Cf") else UNMAPPED


def type_of(font: PDFFont) -> tuple[bool, bool]:
    """Whether a type is bold, and whether it is italic: by its name, or by what it says of its weight and slant."""
    name = str(font.fontname).rpartition("+")[2]
    known = font.descriptor if isinstance(font.descriptor, dict) else {}
    weight, angle = known.get("FontWeight"), known.get("ItalicAngle")
    bold = BOLD.search(name) is not None or (isinstance(weight, int | float) and weight >= 600)
    italic = ITALIC.search(name) is not None or (isinstance(angle, int | float) and angle != 0)
    return bold, italic


def decoded(text: bytes) -> str:
    """A text string of a PDF."""
    return text[2:].decode("utf-16-be", "replace") if text.startswith(b"\xfe\xff") else text.decode("latin-1")


def once(pen: Pen) -> Iterator[Glyph]:
    """The characters, those left out that were printed twice for boldness."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in pen.glyphs:
        if glyph.text.isspace():
            yield glyph
            continue
        cell = round(glyph.x0 / CELL), round(glyph.base / CELL)
        near = [one for dx in (-1, 0, 1) for dy in (-1, 0, 1) for one in seen.get((glyph.text, cell[0] + dx, cell[1] + dy), ())]
        if not any(same_print(one, glyph) for one in near):
            seen.setdefault((glyph.text, *cell), []).append(glyph)
            yield glyph


def same_print(one: Glyph, other: Glyph) -> bool:
    """Whether two prints of a character lie so near to each other that they are seen as one."""
    near = SAME_PLACE * other.size
    close = abs(one.x0 - other.x0) < near and abs(one.base - other.base) < near
    return close and abs(one.size - other.size) < 0.5
