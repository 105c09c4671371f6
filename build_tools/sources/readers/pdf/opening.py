"""A PDF opened, or refused in one line that says why.

After `opened`: the file is not locked, is mended where a reader of PDFs mends it, and has pages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf

from build_tools.errors import UserError
from build_tools.sources.readers.pdf.limits import MOST_PAGES, REMEDY, TOO_MUCH, bounded

ENDS = b"%%EOF"
NO_PDF = ((b"PK\x03\x04", "a Word, OpenDocument or ZIP file"), (b"\xd0\xcf\x11\xe0", "an old Word file"))
BEGINS_WITHIN = 1024
"""Readers of PDFs find its beginning in the first kilobyte."""
AGAIN = "get the file anew from where it came from"


@contextmanager
def opened(path: Path, content: bytes) -> Iterator[pikepdf.Pdf]:
    """The PDF, open for as long as it is needed."""
    beginning(path, content)
    bounded(path, content)
    try:
        pdf = pikepdf.open(BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError:
        remedy = "open it with its password and save it without one"
        raise UserError(path, None, "is a PDF that needs a password", remedy) from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise UserError(path, None, "is a broken PDF file", AGAIN) from None
    with pdf:
        has_pages(path, content, pdf)
        yield pdf


def beginning(path: Path, content: bytes) -> None:
    """Refuse what is empty or another kind of file."""
    if not content.strip():
        raise UserError(path, None, "is empty", "put the letter's PDF here or take it out of the folder")
    if b"%PDF-" not in content[:BEGINS_WITHIN]:
        what = next((name for mark, name in NO_PDF if content.startswith(mark)), "another kind of file")
        raise UserError(path, None, f"looks like {what}, not a PDF", "give it the ending of what it is")


def has_pages(path: Path, content: bytes, pdf: pikepdf.Pdf) -> None:
    """Refuse a file without pages, with far too many, or of which only the beginning is left."""
    try:
        count = len(pdf.pages)
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError):
        count = 0
    if not count:
        raise UserError(path, None, "is a PDF without a page that can be read", AGAIN)
    if count > MOST_PAGES:
        raise UserError(path, None, TOO_MUCH.format(f"{count} pages"), REMEDY)
    if ENDS not in content:
        raise UserError(path, None, "is a PDF that was cut off: its end is missing", AGAIN)


def plain_bytes(path: Path, pdf: pikepdf.Pdf) -> bytes:
    """The same PDF, unlocked and with its parts in plain order."""
    into = BytesIO()
    try:
        pdf.save(into, object_stream_mode=pikepdf.ObjectStreamMode.disable, encryption=False)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise UserError(path, None, "is a broken PDF file", AGAIN) from None
    return into.getvalue()
