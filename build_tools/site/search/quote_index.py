"""The index by which a reader's own machine finds the letters that may say what she quotes: pairs of words in a row.

`citaten/brieven.json` names the letters, and what tells words apart; `citaten/<n>.bin` holds the pairs of words of all
letters whose number ends in n, each as its CRC-32 and the place of its letter in that list, as two whole numbers of 32
bits with the least part first. The script of the page fetches the parts that a quotation asks for, and then the open
data of the likeliest letters (`pages/assets/controleer.js`).
"""

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate, pairwise
from zlib import crc32

from build_tools.as_json import in_one_line
from build_tools.cache.groups import in_groups
from build_tools.cache.remembering import FORGETFUL, Memory, Product
from build_tools.dutch.tokens import APOSTROPHES, DASHES, MINUS, QUOTES, UNITS, words
from build_tools.site.search.page_passages import PageText
from build_tools.workers.crew import Waiting

FOLDER = "citaten"
LETTERS = "brieven.json"

PER_PART = 1_024
"""Pairs of words in a part, some 8 kB: a quotation of twenty words asks for as many parts."""

MOST_PARTS = 4_096
"""So many files at the most; then the parts grow."""

PAIRS = Product("pairs of words of a letter", bytes, small=True)
SIZE = Product("number of pairs of words of some letters", int)
PARTED: Product[tuple[bytes, bytes]] = Product("parts of the pairs of words of some letters", tuple)


@dataclass(frozen=True)
class QuotedLetters:
    """The passages of a group of letters."""

    passages: Sequence[Iterable[PageText]]
    memory: Memory

    @cached_property
    def _keys(self) -> tuple[bytes, ...]:
        return tuple(self.memory.key_of(PAIRS.name, passages) for passages in self.passages)

    @cached_property
    def _pairs(self) -> list[bytes]:
        """The pairs of words of each letter, as `pairs_of` gives them."""
        each = zip(self._keys, self.passages, strict=True)
        return list(self.memory.all_begun(_begun(self.memory, *one) for one in each))

    @property
    def size(self) -> int:
        """How many pairs they have."""
        return self.memory.remembered(SIZE, (self._keys,), lambda: sum(map(len, self._pairs)) // array("I").itemsize)

    def parts(self, count: int, first: int) -> Iterator[bytes]:
        """Their pairs in so many parts; `first` is the place of the first letter among all."""
        ends, pairs = self.memory.remembered(
            PARTED, (self._keys, count, first), lambda: _in_parts(self._pairs, count, first)
        )
        return (pairs[start:end] for start, end in pairwise((0, *array("Q", ends))))


def quote_index(letters: Mapping[str, Iterable[PageText]], memory: Memory = FORGETFUL) -> Iterator[tuple[str, bytes]]:
    """The files of the index, each with its path, one by one. Given are the passages of each letter, by its id."""
    ids = list(in_groups(letters, str))
    groups = [QuotedLetters([letters[id_] for id_ in group], memory) for group in ids]
    size = sum(group.size for group in groups)
    count = min(MOST_PARTS, 1 << max(0, (size // PER_PART).bit_length()))
    firsts = accumulate(map(len, ids), initial=0)
    parts = zip(*(group.parts(count, first) for group, first in zip(groups, firsts, strict=False)), strict=True)
    told = {"parts": count, "letters": list(letters), "speech": speech()}
    yield f"{FOLDER}/{LETTERS}", in_one_line(told, tight=True).encode()
    for n, of_groups in enumerate(parts if groups else [()]):
        yield f"{FOLDER}/{n}.bin", b"".join(of_groups)


def _begun(memory: Memory, key: bytes, passages: Iterable[PageText]) -> Waiting[bytes]:
    return memory.begun(PAIRS, key, partial(partial, pairs_of, passages))


def _in_parts(pairs: Iterable[bytes], count: int, first: int) -> tuple[bytes, bytes]:
    """Where each part ends, and the parts."""
    parts = [array("Q") for _ in range(count)]
    for place, numbers in enumerate(pairs, first):
        for number in array("I", numbers):
            parts[number & (count - 1)].append(number | place << 32)
    own = [_little(part) for part in parts]
    return array("Q", accumulate(map(len, own))).tobytes(), b"".join(own)


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
