"""What one PDF may cost: bounds on what is counted, never on the clock.

After `bounded`: no stream of the file unpacks to more than a letter can need, so that opening it costs bounded memory.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from build_tools.errors import UserError

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
STEP = 1 << 20

STREAM = re.compile(rb"stream\r?\n")
PICTURE = re.compile(rb"/Subtype\s*/Image\b")
DICTIONARY_REACH = 2000
"""Bytes before a stream that hold its dictionary, nearly always; a longer one only makes a picture count as text."""

TOO_MUCH = "holds more than a letter can: {}"
REMEDY = "check where it comes from, or save the letter alone as a new PDF"


class TooMuchError(Exception):
    """A count that passed its bound; the text says which."""


def bounded(path: Path, content: bytes) -> None:
    """Refuse a file that would unpack to more than a letter needs, before anything opens it."""
    if len(content) > MOST_BYTES:
        raise UserError(path, None, TOO_MUCH.format(f"{len(content) // 1_000_000} MB"), REMEDY)
    together = 0
    for packed in packed_streams(content):
        size = unpacked_size(packed)
        together += size
        if size > MOST_UNPACKED or together > MOST_UNPACKED_TOGETHER:
            raise UserError(path, None, TOO_MUCH.format("a stream unpacks to hundreds of times its size"), REMEDY)


def packed_streams(content: bytes) -> Iterator[memoryview]:
    """What stands behind each `stream` that is no picture: pictures are never unpacked here."""
    view = memoryview(content)
    for match in STREAM.finditer(content):
        before = content[max(0, match.start() - DICTIONARY_REACH) : match.start()].rpartition(b" obj")[2]
        if not PICTURE.search(before):
            yield view[match.end() :]


def unpacked_size(packed: memoryview) -> int:
    """How much a stream unpacks to, counted no further than its bound; 0 where it is not packed."""
    unpack, size, at = zlib.decompressobj(), 0, 0
    try:
        data: bytes | memoryview = packed[:STEP]
        while data and size <= MOST_UNPACKED:
            size += len(unpack.decompress(data, STEP))
            if unpack.eof:
                break
            if unpack.unconsumed_tail:
                data = unpack.unconsumed_tail
            else:
                at += STEP
                data = packed[at : at + STEP]
    except zlib.error:
        return size
    return size
