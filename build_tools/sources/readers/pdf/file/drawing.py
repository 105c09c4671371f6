"""What the pages of a PDF draw, noted down.

After `pages_of`: characters that nobody can see (outside the page) and those printed twice for boldness are gone; all
others are there, in the order in which the file draws them.
"""

import logging
import math
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, apply_matrix_pt

from build_tools.sources.readers.pdf.file.accents import composed
from build_tools.sources.readers.pdf.file.glyphs import (
    DrawnPage,
    DrawnRule,
    Glyph,
    Picture,
    decoded,
    letter_of,
    type_of,
)
from build_tools.sources.readers.pdf.file.opening import (
    MOST_GLYPHS,
    MOST_GLYPHS_OF_PAGE,
    MOST_STROKES_OF_PAGE,
    TooMuchError,
)

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

THIN = 3.0
"""A drawn box that is no thicker, in points, is a rule."""
SAME_PLACE = 0.12
"""Of its size: the same character this near is the same one printed twice; an `l` is 0.22 wide."""
CELL = 4.0
"""Points: how coarsely places are looked up; more than what counts as the same place."""
LEANS = 0.15
"""Slant of a matrix from which upright type looks italic; printers that have no italic type use 0.2 to 0.34."""
QUARTER, QUARTERS_MORE = 90, 3
"""Degrees by which a page is turned, and how often at the most: then it has stood every way."""
HEADLONG = 0.5
"""Of the characters: a page on which more stand left of the one before stands on its head."""
CORNERS = 4
"""Points of a box at the least."""
SAME_TYPE = 0.5
"""Points: two prints of a character for boldness differ less in size; a number within a larger one differs more."""


def pages_of(content: bytes) -> Iterator[DrawnPage]:
    """The pages of a plain PDF in order. Raises TooMuchError where a count passes its bound."""
    document = PDFDocument(PDFParser(BytesIO(content)))
    fonts = PDFResourceManager()
    together = 0
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        pen = upright(fonts, number, page)
        together += len(pen.glyphs)
        if together > MOST_GLYPHS:
            raise TooMuchError(f"more than {MOST_GLYPHS} characters")
        glyphs = tuple(composed(once(pen)))
        yield DrawnPage(number, pen.width, pen.height, glyphs, tuple(pen.rules), tuple(pen.pictures), pen.turned)


def upright(fonts: PDFResourceManager, number: int, page: PDFPage) -> "PageDrawing":
    """A page as it is read: one that lies on its side is turned until most of its text stands upright."""
    best = drawn(fonts, number, page)
    for _ in range(QUARTERS_MORE):
        if best.turned <= len(best.glyphs):
            break
        page.rotate = (page.rotate + QUARTER) % (4 * QUARTER)
        again = drawn(fonts, number, page)
        best = again if len(again.glyphs) > len(best.glyphs) and not again.headlong() else best
    return best


def drawn(fonts: PDFResourceManager, number: int, page: PDFPage) -> "PageDrawing":
    pen = PageDrawing(fonts, number)
    PDFPageInterpreter(fonts, pen).process_page(page)
    return pen


class PageDrawing(PDFLayoutAnalyzer):
    """Notes down what an interpreter draws on one page."""

    def __init__(self, fonts: PDFResourceManager, number: int) -> None:
        super().__init__(fonts, number, None)
        self.number = number
        self.width = self.height = 0.0
        self.glyphs: list[Glyph] = []
        self.rules: list[DrawnRule] = []
        self.pictures: list[Picture] = []
        self.tags: list[tuple[int | None, str | None, bool]] = []
        self.strokes = 0
        self.turned = 0
        self.count = 0

    def headlong(self) -> bool:
        """Whether its text stands on its head: most characters lie left of the one before."""
        back = sum(a.x0 > b.x0 for a, b in pairwise(self.glyphs) if a.base == b.base)
        return back > HEADLONG * len(self.glyphs)

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        x0, y0, x1, y1 = page.mediabox
        self.width, self.height = abs(x1 - x0), abs(y1 - y0)
        if page.rotate in (QUARTER, 3 * QUARTER):
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
        ncs: Any,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        """A character: kept where it is on the page and stands upright."""
        self.count += 1
        if self.count > MOST_GLYPHS_OF_PAGE:
            raise TooMuchError(f"more than {MOST_GLYPHS_OF_PAGE} characters on page {self.number}")
        wide = font.char_width(cid) * fontsize * scaling
        x0, y0 = apply_matrix_pt(matrix, (0, rise))
        x1, y1 = apply_matrix_pt(matrix, (wide, rise))
        size = abs(fontsize) * math.hypot(matrix[2], matrix[3])
        outside = not (-size < x0 < self.width + size and -size < y0 < self.height + size)
        turned = abs(y1 - y0) > abs(x1 - x0)
        self.turned += turned and not outside
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
        self.glyphs.append(Glyph(text, x0, x1, base, size, bold, italic or leans, self.number, mark, actual, artifact))

    def begin_figure(self, name: str, bbox: Any, matrix: Matrix) -> None:
        self.stroke()
        super().begin_figure(name, bbox, matrix)

    def render_image(self, name: str, stream: Any) -> None:  # noqa: ARG002
        """A picture fills the unit square of its matrix."""
        self.stroke()
        a, b, c, d, _, _ = self.ctm
        mark = next((mark for mark, _, _ in reversed(self.tags) if mark is not None), None)
        self.pictures.append(Picture(self.number, math.hypot(a, b), math.hypot(c, d), mark))

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:  # noqa: ARG002
        """Straight lines and thin boxes are rules; a box with an edge is four."""
        self.stroke()
        points = [apply_matrix_pt(self.ctm, (part[-2], part[-1])) for part in path if len(part) > 2]
        if not points or any(str(part[0]) in "cvy" for part in path) or not (stroke or fill):
            return
        groups = [[apply_matrix_pt(self.ctm, point) for point in group] for group in subpaths(path)]
        if len(groups) == 2 and lies_within(groups[1], groups[0]):
            groups.reverse()
        ring = len(groups) == 2 and lies_within(groups[0], groups[1])
        for group in groups[-1:] if ring else groups:
            self.rule(group, stroke or ring)

    def rule(self, points: list[tuple[float, float]], stroke: bool) -> None:
        """The rules that a run of straight lines makes."""
        xs, ys = [x for x, _ in points], [self.height - y for _, y in points]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if min(x1 - x0, bottom - top) <= THIN:
            self.rules.append(DrawnRule(x0, x1, top, bottom))
        elif stroke and len(points) >= CORNERS:
            self.rules += [DrawnRule(x0, x1, edge, edge) for edge in (top, bottom)]
            self.rules += [DrawnRule(edge, edge, top, bottom) for edge in (x0, x1)]

    def stroke(self) -> None:
        self.strokes += 1
        if self.strokes > MOST_STROKES_OF_PAGE:
            raise TooMuchError(f"more than {MOST_STROKES_OF_PAGE} drawings on page {self.number}")


def lies_within(inner: list[tuple[float, float]], outer: list[tuple[float, float]]) -> bool:
    """Whether one box lies just inside another: what is filled between them is an edge of four rules."""
    sides = [(min(p[axis] for p in box), max(p[axis] for p in box)) for axis in (0, 1) for box in (outer, inner)]
    (left, right), (x0, x1), (low, high), (y0, y1) = sides
    return all(0 <= gap <= THIN for gap in (x0 - left, right - x1, y0 - low, high - y1))


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


def once(pen: PageDrawing) -> Iterator[Glyph]:
    """The characters, those left out that were printed twice for boldness."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in pen.glyphs:
        if glyph.text.isspace():
            yield glyph
            continue
        cell = round(glyph.x0 / CELL), round(glyph.base / CELL)
        near = [
            one
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for one in seen.get((glyph.text, cell[0] + dx, cell[1] + dy), ())
        ]
        if not any(same_print(one, glyph) for one in near):
            seen.setdefault((glyph.text, *cell), []).append(glyph)
            yield glyph


def same_print(one: Glyph, other: Glyph) -> bool:
    """Whether two prints of a character lie so near to each other that they are seen as one."""
    near = SAME_PLACE * other.size
    close = abs(one.x0 - other.x0) < near and abs(one.base - other.base) < near
    return close and abs(one.size - other.size) < SAME_TYPE
