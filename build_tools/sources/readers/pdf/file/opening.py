"""A PDF opened, or refused in one line that says why; what one PDF may cost, counted, never by the clock.

After `opened`: the file is not locked, is mended where a reader of PDFs mends it, has pages, and none of its streams
unpacks to more than a letter can need.
"""

import re
from base64 import a85decode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf

from build_tools.errors import MEGABYTE, UserError
from build_tools.sources.readers.pdf.file.unpacking import FLATE, UNPACKING, size_of, stated_in
from build_tools.sources.readers.plain.beginnings import PDF, refuse_others

MOST_BYTES = 200_000_000
"""A scanned report of hundreds of pages is smaller."""
MOST_PAGES = 1500
"""The longest papers that ministries send (a budget with its annexes) have half of it."""
MOST_GLYPHS_OF_PAGE = 60_000
"""A page of a newspaper has some 30,000 characters."""
MOST_GLYPHS = 4_000_000
"""1500 full pages."""
MOST_STROKES_OF_PAGE = 150_000
"""Lines, curves, pictures and forms drawn on a page: a map has some tens of thousands."""
MOST_ELEMENTS = 300_000
"""Elements of a structure tree: some thirty lines with a tag each on 1500 pages, and as much again around them."""
DEEPEST = 60
"""A tree of tags that lies deeper is no text; real ones stay under 20."""
MOST_UNPACKED = 64_000_000
"""Bytes of one stream that is no picture: the drawing of a page of maps has some 20 MB."""
MOST_UNPACKED_TOGETHER = 600_000_000
"""Bytes of all of them: the text of 1500 pages with their type has a tenth of it."""

HEXADECIMAL = ("/ASCIIHexDecode", "/AHx")
IN_LETTERS = (*HEXADECIMAL, "/ASCII85Decode", "/A85")
"""What a stream says of how it is written."""

STREAM, STREAM_ENDS = re.compile(rb"stream\r?\n"), b"endstream"
"""What stands before the bytes of a stream, and behind them."""
PICTURE = re.compile(rb"/Subtype\s*/Image\b")
"""What the dictionary of a picture says."""
DICTIONARY_REACH = 2000
"""Bytes before a stream that hold its dictionary, nearly always; a longer one only makes a picture count as text."""

TOO_MUCH = "holds more than a letter can: {}"
REMEDY = "check where it comes from, or save the letter alone as a new PDF"
ENDS = b"%%EOF"
BEGINS_WITHIN = 1024
"""Bytes among which readers of PDFs seek the begin of a file: some services put lines of their own before it."""
AGAIN = "get the file anew from where it came from"


class TooMuchError(Exception):
    """A count that passed its bound; the text says which."""


def bounded(path: Path, content: bytes) -> None:
    """Refuse a file that would unpack to more than a letter needs, before anything opens it."""
    if len(content) > MOST_BYTES:
        raise UserError(path, None, TOO_MUCH.format(f"{len(content) // MEGABYTE} MB"), REMEDY)
    within(path, shown_sizes(content))


def within(path: Path, sizes: Iterable[int]) -> None:
    """Refuse streams of which one, or all together, unpack to more than a letter needs."""
    together = 0
    for size in sizes:
        together += size
        if size > MOST_UNPACKED or together > MOST_UNPACKED_TOGETHER:
            raise UserError(path, None, TOO_MUCH.format("a stream unpacks to hundreds of times its size"), REMEDY)


def shown_sizes(content: bytes) -> Iterator[int]:
    """The size of what stands behind each `stream` that is no picture: pictures are never unpacked here."""
    view = memoryview(content)
    for match in STREAM.finditer(content):
        before = content[max(0, match.start() - DICTIONARY_REACH) : match.start()].rpartition(b" obj")[2]
        if PICTURE.search(before):
            continue
        way = stated_in(before)
        end = None if way in FLATE else content.find(STREAM_ENDS, match.end())
        yield size_of(view[match.end() : end], [way], MOST_UNPACKED)


def hidden_sizes(path: Path, pdf: pikepdf.Pdf) -> Iterator[int]:
    """The sizes of the streams that the file does not show as they are: encrypted, written in letters, or packed in a
    way without a certain end. Packed twice, a few kilobytes can hold gigabytes, and no program writes so.
    """
    for stream in pdf.objects:
        if not isinstance(stream, pikepdf.Stream) or stream.get("/Subtype") == pikepdf.Name.Image:
            continue
        stated = stream.get("/Filter", pikepdf.Array())
        filters = [str(name) for name in (stated if isinstance(stated, pikepdf.Array) else [stated])]
        packed = [name for name in filters if name in UNPACKING]
        if len(packed) > 1:
            raise UserError(path, None, TOO_MUCH.format("a stream is packed twice"), REMEDY)
        if pdf.is_encrypted or (len(filters) > 1 and filters[0] in IN_LETTERS) or not FLATE.issuperset(packed):
            written = memoryview(from_letters(filters[:1], stream.read_raw_bytes()))
            yield size_of(written, packed, MOST_UNPACKED)


def from_letters(filters: Sequence[str], written: bytes) -> bytes:
    """The bytes that are written in letters, where they are; nothing where they are broken."""
    try:
        if filters and filters[0] in HEXADECIMAL:
            return bytes.fromhex(written.partition(b">")[0].decode("ascii"))
        if filters and filters[0] in IN_LETTERS:
            return a85decode(written.partition(b"~>")[0])
    except ValueError:
        return b""
    return written


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
        within(path, hidden_sizes(path, pdf))
        yield pdf


def beginning(path: Path, content: bytes) -> None:
    """Refuse what is empty or another kind of file."""
    if not content.strip():
        raise UserError(path, None, "is empty", "put the letter's PDF here or leave it out")
    if b"%PDF-" not in content[:BEGINS_WITHIN]:
        refuse_others(path, content, PDF)
        raise UserError(path, None, "is no PDF file", "give it the ending of what it is")


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
