"""Plain text, in the encodings in which letters really come.

After `extract`: no byte order mark, every line ends in a line feed, all else is as it was; control characters
too. A file that is no text is refused by name, never shown as gibberish.
"""

import codecs
import re
from pathlib import Path

from build_tools.draft import Extract
from build_tools.errors import UserError
from build_tools.sources.readers.plain.beginnings import TEXT, refuse_others

BYTE_ORDER_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""The longer mark before the shorter one that it begins with."""

MIXED = "UTF-8 with some Windows-1252"
WINDOWS_1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
"""The five bytes that it leaves undefined stay as they are, like in every web browser."""

IN_WINDOWS_1252 = frozenset(WINDOWS_1252.values())
"""The letters and signs beyond ASCII that it has: those of Dutch text."""
CLOSING = "’‘”“»«…–—"
"""What stands behind a word in capitals, `CAFÉ”`: its last two bytes are UTF-8 for another letter."""

CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f]")
"""Control characters but for those that set text: tab, line feed, line and form feed, carriage return."""
MOSTLY_ZERO = 0.7
"""Of the second bytes: of Latin letters in UTF-16 all are zero; those of quotes, dashes and € are not."""
ESCAPED_BYTE = 0xDC00
"""What Python adds to a byte that it could not decode, to keep it in a text."""
MANY_CONTROLS = 0.3
"""In real UTF-8 control characters are odd, no more; above this share nobody wrote the file as text."""
FEW_CONTROLS = 0.03
"""A file that is no UTF-8 is only supposed to be text; above this share it is not."""


MOST_LINES = 300_000
"""Lines of a text: the largest file that is read has 250,000 of a usual length. Of short ones it could have millions,
which are read for a quarter of an hour."""


def extract(path: Path, content: bytes) -> Extract:
    """The text, and the name of the encoding it was in."""
    refuse_others(path, content, TEXT)
    text, encoding = _decode(path, content)
    allowed = FEW_CONTROLS if "Windows-1252" in encoding else MANY_CONTROLS
    if "\0" in text or len(CONTROL.findall(text)) > allowed * len(text):
        raise UserError(path, None, "looks like a binary file, not text", "leave it out")
    if not text.strip():
        raise UserError(path, None, "is empty", "put the letter's text in it or leave it out")
    if text.count("\n") > MOST_LINES:
        raise UserError(path, None, f"has more than {MOST_LINES:,} lines", "take the letter itself out of it")
    return Extract(re.sub(r"\r\n?", "\n", text), encoding, "text")


def _decode(path: Path, content: bytes) -> tuple[str, str]:
    for mark, codec, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strictly(path, content.removeprefix(mark), codec, encoding), encoding
    if wide := _utf_16_without_mark(content):
        return _strictly(path, content, wide, "UTF-16"), "UTF-16"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _legacy(content)


def _strictly(path: Path, content: bytes, codec: str, encoding: str) -> str:
    """Decode what says itself how it is encoded."""
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, "ignore").count("\n") + 1
        raise UserError(path, line, f"is not valid {encoding}", "save the file anew as UTF-8") from None


def _utf_16_without_mark(content: bytes) -> str | None:
    """Name the codec where every second byte is nearly always zero and the others never are."""
    first, second = content[::2], content[1::2]
    for codec, letters, zeros in (("utf-16-le", first, second), ("utf-16-be", second, first)):
        if zeros and letters.count(0) == 0 and zeros.count(0) > MOSTLY_ZERO * len(zeros):
            return codec
    return None


def _legacy(content: bytes) -> tuple[str, str]:
    """Windows-1252, unless most of what is UTF-8 is so by no chance: then only the odd bytes are."""
    mixed = content.decode("utf-8", "surrogateescape")
    good = [character for character in mixed if not character.isascii() and not "\udc80" <= character <= "\udcff"]
    if sum(map(_by_chance, good)) < len(good) / 2:
        return mixed.translate({ESCAPED_BYTE + byte: letter for byte, letter in WINDOWS_1252.items()}), MIXED
    return content.decode("latin-1").translate(WINDOWS_1252), "Windows-1252"


def _by_chance(character: str) -> bool:
    """Whether the bytes of a character are in Windows-1252 what Dutch has too: a capital and a sign that closes."""
    signs = character.encode().decode("latin-1").translate(WINDOWS_1252)
    return character not in IN_WINDOWS_1252 and signs[0].isupper() and signs[1:] in CLOSING
