"""The index by which a reader's own machine finds the letters that may say what she quotes: pairs of words in a row.

`citaten/brieven.json` names the letters, and what tells words apart; `citaten/<n>.bin` holds the pairs of words of all
letters whose number ends in n, each as its CRC-32 and the place of its letter in that list, as two whole numbers of 32
bits with the least part first. The script of the page fetches the parts that a quotation asks for, and then the open
data of the likeliest letters (`pages/assets/controleer.js`).
"""

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from zlib import crc32

from build_tools.as_json import in_one_line
from build_tools.cache.remembering import FORGETFUL, Memory, Product
from build_tools.dutch.tokens import APOSTROPHES, DASHES, MINUS, QUOTES, UNITS, words
from build_tools.site.search.page_passages import PageText

FOLDER = "citaten"
LETTERS = "brieven.json"

PER_PART = 1_024
"""Pairs of words in a part, some 8 kB: a quotation of twenty words asks for as many parts."""

MOST_PARTS = 4_096
"""So many files at the most; then the parts grow."""

PAIRS = Product("pairs of words of a letter", bytes)


def quote_index(letters: Mapping[str, Iterable[PageText]], memory: Memory = FORGETFUL) -> Iterator[tuple[str, bytes]]:
    """The files of the index, each with its path, one by one. Given are the passages of each letter, by its id."""
    begun = (
        memory.begun(PAIRS, memory.key_of(PAIRS.name, passages), partial(partial, pairs_of, passages))
        for passages in letters.values()
    )
    own = list(memory.all_begun(begun))
    size = sum(map(len, own)) // array("I").itemsize
    count = min(MOST_PARTS, 1 << max(0, (size // PER_PART).bit_length()))
    parts = [array("Q") for _ in range(count)]
    for place, numbers in enumerate(own):
        for number in array("I", numbers):
            parts[number & (count - 1)].append(number | place << 32)
    told = {"parts": count, "letters": list(letters), "speech": speech()}
    yield f"{FOLDER}/{LETTERS}", in_one_line(told, tight=True).encode()
    yield from ((f"{FOLDER}/{n}.bin", _little(part)) for n, part in enumerate(parts))


def pairs_of(passages: Iterable[PageText]) -> bytes:
    """The numbers of all pairs of neighbouring words, each once, in order."""
    row = [key for passage in passages for key in words(passage.text)]
    return array("I", sorted({crc32(f"{one} {other}".encode()) for one, other in pairwise(row)})).tobytes()


def speech() -> dict[str, object]:
    """What the script needs to cut a text into words as `dutch/tokens.py` does."""
    return {
        "dashes": DASHES,
        "apostrophes": APOSTROPHES,
        "quotes": QUOTES,
        "minus": MINUS,
        "units": "".join(sorted(UNITS)),
    }


def _little(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
