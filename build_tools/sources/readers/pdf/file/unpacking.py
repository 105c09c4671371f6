"""How much a packed stream of a PDF unpacks to, counted without holding what it unpacks to.

After `size_of`: a number of bytes, counted no further than just past a bound; what is broken counts as far as it goes.
The three ways are those of ISO 32000-1, 7.4.4 and 7.4.5.
"""

import re
import zlib
from collections.abc import Sequence

STEP = 1 << 20
"""Bytes unpacked at a time: no more than that is held of a stream that unpacks without end."""

FLATE = frozenset(("/FlateDecode", "/Fl"))
LZW = ("/LZWDecode", "/LZW")
RUN_LENGTH = ("/RunLengthDecode", "/RL")
UNPACKING = (*FLATE, *LZW, *RUN_LENGTH)
"""What a stream says of how it is packed."""

STATED = re.compile("|".join(rf"{name}\b" for name in (*LZW, *RUN_LENGTH)).encode())
"""A way of packing in the bytes of a dictionary; where none of them stands there, what is packed is Flate."""

CLEAR, END, FIRST_FREE = 256, 257, 258
"""Codes of LZW that are no byte: the table begins anew, the stream ends; behind them come the runs of bytes met."""
NARROWEST, WIDEST = 9, 12
"""Bits of a code of LZW."""
RUNS_END = 128
"""The length byte that ends a stream of runs: a smaller one counts bytes as they are, a larger one repeats a byte."""


def stated_in(dictionary: bytes) -> str:
    """The way of packing that the bytes of a dictionary name."""
    found = STATED.search(dictionary)
    return found[0].decode() if found else "/FlateDecode"


def size_of(packed: memoryview, filters: Sequence[str], most: int) -> int:
    """How many bytes a stream unpacks to that says this of itself; counting stops past `most`."""
    if any(name in LZW for name in filters):
        return lzw_size(packed, most)
    if any(name in RUN_LENGTH for name in filters):
        return runs_size(packed, most)
    return flate_size(packed, most)


def flate_size(packed: memoryview, most: int) -> int:
    """How much a Flate stream unpacks to; 0 where it is none."""
    unpack, size, at = zlib.decompressobj(), 0, 0
    try:
        data: bytes | memoryview = packed[:STEP]
        while data and size <= most:
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


def runs_size(packed: memoryview, most: int) -> int:
    """How much a stream of runs unpacks to."""
    size, at = 0, 0
    while at < len(packed) and size <= most and (length := packed[at]) != RUNS_END:
        alike = length > RUNS_END
        size += 2 * RUNS_END + 1 - length if alike else length + 1
        at += 2 if alike else length + 2
    return size


def lzw_size(packed: memoryview, most: int) -> int:
    """How much an LZW stream unpacks to: only the lengths of the runs in its table are kept.

    A code grows by a bit one entry before the table needs it (`EarlyChange`, the usual way); a stream that says
    otherwise is counted a little amiss, which no bound feels.
    """
    lengths: list[int] = [1] * FIRST_FREE
    size, before, width, held, bits = 0, 0, NARROWEST, 0, 0
    for byte in packed:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == END or size > most:
            break
        if code == CLEAR:
            del lengths[FIRST_FREE:]
            before, width = 0, NARROWEST
            continue
        if before and len(lengths) < 1 << WIDEST:
            lengths.append(before + 1)
        before = lengths[code] if code < len(lengths) else before
        size += before
        width = min(max(NARROWEST, (len(lengths) + 1).bit_length()), WIDEST)
    return size
