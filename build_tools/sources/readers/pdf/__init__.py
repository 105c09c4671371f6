"""PDF files: with tags that say what each text is, or read by the place and type of every character."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from build_tools.draft import Extract
from build_tools.errors import UserError
from build_tools.sources.readers.pdf.by_place import read_by_place
from build_tools.sources.readers.pdf.by_tags import read_by_tags
from build_tools.sources.readers.pdf.file.drawing import pages_of
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage
from build_tools.sources.readers.pdf.file.opening import AGAIN, REMEDY, TOO_MUCH, TooMuchError, opened, plain_bytes
from build_tools.sources.readers.pdf.file.tree import Element, tree_of
from build_tools.sources.readers.pdf.furniture import printed_pages
from build_tools.sources.readers.pdf.layer import lines_of

POINTS_PER_MM = 72 / 25.4
"""An inch is 72 points, and 25.4 millimetres."""
NO_TEXT = "is a PDF without text: its pages are pictures (a scan)"


def extract(path: Path, content: bytes) -> Extract:
    """The text of a PDF with what its tags or its pages show."""
    with opened(path, content) as pdf:
        sheets = drawn(path, plain_bytes(path, pdf))
        tree = tagged_tree(path, pdf)
    printed = printed_pages(sheets)
    found = read_by_tags(sheets, printed, tree) if tree else None
    settings, calls, frame = found or read_by_place(sheets, printed)
    text, lines = lines_of(settings, calls, frame)
    return Extract(text, "PDF", "pdf", lines, wrapped=True, remarks=(*pictures(sheets), *turned(sheets)))


def tagged_tree(path: Path, pdf: pikepdf.Pdf) -> Element | None:
    """The tree of tags, None where there is none or it is broken."""
    try:
        return tree_of(pdf)
    except TooMuchError as error:
        raise UserError(path, None, TOO_MUCH.format(error), REMEDY) from None
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        return None


def drawn(path: Path, content: bytes) -> list[DrawnPage]:
    """The pages with what stands on them; a file whose pages say nothing is refused."""
    try:
        sheets = list(pages_of(content))
    except TooMuchError as error:
        raise UserError(path, None, TOO_MUCH.format(error), REMEDY) from None
    except (PDFException, PSException, ValueError, TypeError, KeyError, RecursionError):
        raise UserError(path, None, "is a broken PDF file: its pages cannot be read", AGAIN) from None
    if not any(glyph.text.strip() for sheet in sheets for glyph in sheet.glyphs):
        raise UserError(path, None, NO_TEXT, "have the scan read by a program for text recognition (OCR) first")
    return sheets


def turned(sheets: Sequence[DrawnPage]) -> Iterator[str]:
    """A line for each page with text on its side, which is not read."""
    for sheet in sheets:
        if sheet.turned:
            yield f"gekantelde tekst op blz. {sheet.number}, {sheet.turned} tekens: niet gelezen"


def pictures(sheets: Sequence[DrawnPage]) -> Iterator[str]:
    """A line for each picture: its page and its size."""
    for sheet in sheets:
        for picture in sheet.pictures:
            wide, high = round(picture.width / POINTS_PER_MM), round(picture.height / POINTS_PER_MM)
            yield f"afbeelding op blz. {sheet.number}, {wide} × {high} mm"
