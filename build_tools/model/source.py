"""What was received: a document, and the account of every character of it."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from zlib import compress, decompress

QUICKLY = 1
"""How zlib packs a text: some 0.2 ms for a letter, which takes a quarter of its room so, and less on its way to others.
"""

LATEST = 2
"""So many texts are kept as they are: who reads a letter asks for its text time and again."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was received.

    `text` has every character that the file shows, in order; lines end in a line feed. `remarks` name what a reader
    left aside that is no text: pictures, comments, with their place. `original` is the file of a text, in base64, where
    text and encoding do not give it to the byte: other ends of lines, a byte order mark, bytes of two encodings.

    The text is kept packed: once a letter is read, hardly anything asks for it, and a build holds all letters.
    """

    id: str
    name: str
    packed: bytes
    encoding: str
    sha256: str
    kind: str = "text"
    remarks: tuple[str, ...] = ()
    original: str | None = None

    @classmethod
    def of(
        cls,
        id_: str,
        name: str,
        text: str,
        encoding: str,
        sha256: str,
        kind: str = "text",
        remarks: tuple[str, ...] = (),
        original: str | None = None,
    ) -> "Source":
        """A document with this text."""
        packed = compress(text.encode(errors="surrogatepass"), QUICKLY)
        return cls(id_, name, packed, encoding, sha256, kind, remarks, original)

    @property
    def text(self) -> str:
        return _unpacked(self.packed)


@lru_cache(maxsize=LATEST)
def _unpacked(packed: bytes) -> str:
    return decompress(packed).decode(errors="surrogatepass")


class Reason(Enum):
    """Why a character of a source does not stand in the running text. The value is what readers see."""

    MASTHEAD = "kop van het Kamerstuk"
    HEAD = "briefhoofd"
    MARGIN = "margekolom"
    PAGE_FOOT = "paginavoet"
    AROUND = "webpagina om het stuk"
    MAIL = "e-mail om de brief"
    DELETED = "doorgehaald bij het nakijken"
    IMPRINT = "colofon"
    BOOKMARK = "bladwijzer"
    BULLET = "opsommingsteken"
    MARKER = "nootverwijzing in de tekst"
    NOTE_NUMBER = "nootnummer"
    HYPHEN = "afbreekstreepje"
    TABLE_RULE = "lijn van een tabel"
    NOTE = "verplaatst naar de noten"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry of the ledger: a stretch of the source that is not in the running text, and why."""

    line: int
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of a source, in non-space characters: source = blocks + notes + left out."""

    source_characters: int
    block_characters: int
    note_characters: int
    left_out: tuple[LeftOut, ...]
    source_words: int
    block_words: int
    note_words: int

    @property
    def words(self) -> int:
        """How many words the letter has, its notes too. `dutch/tokens.py` says what counts as one, for all counts."""
        return self.block_words + self.note_words

    @property
    def left_out_characters(self) -> int:
        return sum(non_space(entry.text) for entry in self.left_out)

    @property
    def balances(self) -> bool:
        """Whether every character of the source is accounted for."""
        return self.source_characters == self.block_characters + self.note_characters + self.left_out_characters


def non_space(text: str) -> int:
    """The number of characters that are not white space."""
    return len("".join(text.split()))
