"""From the bytes of a file with tags to its text, whatever encoding it names or was put into by mistake.

After `decoded`: the text is right, and what had to be mended is said. What begins as XML or HTML is known by
`kind_of`, whatever the file is called.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from build_tools.sources.readers.plain import text

BEGINNING = 1000
"""Bytes at the beginning of a file that show whether it has tags."""

DECLARED = re.compile(r"""(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]+)""")
"""`<?xml version="1.0" encoding="iso-8859-15"?>`, `<meta charset="utf-8">`, `content="text/html; charset=utf-8"`."""

SINGLE_BYTE = re.compile(r"(?:iso8859-(?!1$)|cp125|mac-roman|koi8).*")
"""Encodings that a file can be trusted to name; `iso8859-1` is read as Windows-1252, as web browsers do."""

HTML = re.compile(r"<!doctype\s+html|<html\b|<head\b|<body\b", re.IGNORECASE)
"""How a page begins: `<!DOCTYPE html>`, `<html lang="nl">`."""
XML = re.compile(r"<\?xml\b|<!DOCTYPE\b|<officiele-publicatie\b")
"""How XML begins: `<?xml version="1.0"?>`, or with the root of an official paper."""
FIRST_TAG = re.compile(r"<([A-Za-z][\w.:-]*)(?:\s+[\w:.-]+\s*=\s*[\"'][^<>]*?)?(/?)>")
"""`<metadata_gegevens>`, `<svg xmlns="…"/>`: a file is XML if it also ends so; a letter may begin with `<naam>`."""

MENDED = "De tekens van het bestand waren tweemaal omgezet naar UTF-8 («Ã«» in plaats van «ë»); dat is hersteld."
MISNAMED = "Het bestand noemt de tekenset {named}, maar staat in {real}; het is als {real} gelezen."


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """The text of a file, the name of its encoding, and what a reader should know of that."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def kind_of(content: bytes) -> str | None:
    """`html` or `xml` where a file begins as such, else None."""
    start = content[:BEGINNING].replace(b"\0", b"").decode("latin-1")
    start = re.sub(r"^(?:ÿþ|þÿ|ï»¿|Ã¯Â»Â¿|\s)+", "", start)
    start = re.sub(r"^(?:<\?xml[^>]*\?>|<!--.*?-->|\s)+(?=<)", "", start, flags=re.DOTALL) or start
    if HTML.match(start):
        return "html"
    whole = XML.match(start) or content[:BEGINNING].lstrip().startswith(b"<?xml") or closes(start, content)
    return "xml" if whole else None


def closes(start: str, content: bytes) -> bool:
    """Whether a file ends with the end of its first tag."""
    first = FIRST_TAG.match(start)
    end = content[-BEGINNING:].replace(b"\0", b"").decode("latin-1").rstrip()
    return first is not None and (end.endswith(f"</{first[1]}>") or (bool(first[2]) and end.endswith("/>")))


def decoded(path: Path, content: bytes) -> DecodedFile:
    """The text of a file with tags; a file that is none is refused as any other would be."""
    named = declared(content)
    own = single_byte(content, named)
    if own is not None:
        return DecodedFile(own, named)
    found = text.extract(path, content)
    return once(DecodedFile(found.text, found.encoding, misnamed(named, found.encoding, content)))


def declared(content: bytes) -> str:
    """The encoding that a file names, as Python spells it; nothing where it names none that is known."""
    match = DECLARED.search(content[:BEGINNING].replace(b"\0", b"").decode("latin-1"))
    try:
        return codecs.lookup(match[1]).name if match else ""
    except LookupError:
        return ""


def single_byte(content: bytes, named: str) -> str | None:
    """The text in the encoding that the file names, where it can be no other."""
    if not SINGLE_BYTE.fullmatch(named) or is_utf_8(content):
        return None
    try:
        return re.sub(r"\r\n?", "\n", content.decode(named))
    except UnicodeDecodeError:
        return None


def is_utf_8(content: bytes) -> bool:
    """Whether a file is good UTF-8: by chance no other encoding is, as soon as it has an accent."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def misnamed(named: str, real: str, content: bytes) -> tuple[str, ...]:
    """What to say of an encoding that the file does not keep to."""
    same = not named or codecs.lookup(named).name.startswith(real.lower().split()[0][:6]) or content.isascii()
    latin = real == "Windows-1252" and named in ("iso8859-1", "cp1252")
    return () if same or latin else (MISNAMED.format(named=named.upper(), real=real),)


def once(found: DecodedFile) -> DecodedFile:
    """The text as it was before it was put into UTF-8 a second time, where that is what happened."""
    for codec in ("latin-1", "cp1252"):
        try:
            right = found.text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if right != found.text:
            return DecodedFile(right.removeprefix("\ufeff"), found.encoding, (*found.remarks, MENDED))
    return found
