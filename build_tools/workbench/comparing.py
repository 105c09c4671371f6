"""What runs in the reader's browser: two documents in, the page of their comparison and its files out.

It is the program's own reading and comparing, as the command `compare` does it. What goes wrong with a text of the
reader is told in one plain line of Dutch.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.addresses import page_path
from build_tools.cache.values import decoded
from build_tools.compare.comparing import compare
from build_tools.dutch.format import number
from build_tools.errors import MEGABYTE, UserError
from build_tools.exports.comparison_forms import FORMS
from build_tools.model import Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.templating import render
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import LARGEST_MB, TAGGED, document_of, reader_of
from build_tools.sources.readers.plain.beginnings import BEGIN

LONGEST = 1_000_000
"""Signs of a text at the most: a letter of some three hundred pages. The page of a longer one would be too much for a
browser, however it was made."""

UNBROKEN = 1_000
"""Signs without white space between them at the most: no word or address has so many, and a browser that has to break
such a row into lines tries each place against all others."""

ANEW = "Bewaar de tekst als Word-bestand (.docx) of als platte tekst, en probeer het opnieuw."
NOT_HERE = {
    ".pdf": "Een pdf leest deze pagina niet; de opdracht hieronder doet dat wel. Of plak de tekst uit de pdf.",
    ".doc": f"Een Word-bestand van vóór 2007 (.doc) leest deze pagina niet. {ANEW}",
    ".rtf": f"Een RTF-bestand leest deze pagina niet. {ANEW}",
}
"""By ending, why a file is not read here."""

BEGINNINGS = {b"%PDF-": ".pdf", b"\xd0\xcf\x11\xe0": ".doc", b"{\\rtf": ".rtf"}
"""How such a file begins, whatever its name says."""

TAGS = "Xml en html leest deze pagina niet; de opdracht hieronder doet dat wel. Of plak de tekst zonder codes."

OFFERED = {
    "csv": "Tabel (CSV)",
    "diff": "Verschil (diff)",
    "json": "Gegevens (JSON)",
    "docx": "Word met wijzigingen",
    "html": "Los bestand (HTML)",
}
"""The forms in which a comparison can be taken away, with their names."""

WITH_ADDRESS = " data-met-adres"
"""What offers to copy a citation with the address of the page, which leads nowhere for a text of the reader."""

_FILE_LINK = re.compile(r'<a [^<>]*href="\.\./\.\./data/vergelijkingen/[^<>]*>(.*?)</a>', re.DOTALL)
"""`<a href="../../data/vergelijkingen/a--b.json" download>`: a file that a published comparison has."""


class Refused(Exception):  # noqa: N818 -- it is told to readers, and no fault
    """What a reader brought cannot be compared; the message says why."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A document that a reader chose: its bytes, under the name of a file, or as the site keeps a letter."""

    name: str
    content: bytes
    published: bool


def brought(name: str, content: Iterable[int], published: bool) -> Brought:
    """What a reader chose, as the browser hands it over."""
    return Brought(name, bytes(content), published)


def compared(one: Brought, other: Brought) -> "Comparing | str":
    """The comparison, or the line that says why there is none."""
    try:
        return Comparing(one, other)
    except Refused as refused:
        return str(refused)


class Comparing:
    """A comparison in the browser, from which its files are made when they are asked for."""

    def __init__(self, one: Brought, other: Brought) -> None:
        letters = letter_of(one), letter_of(other)
        both = zip(letters, (one, other), strict=True)
        self._own_ids = [letter.id for letter, brought in both if not brought.published]
        self._sheet = ComparisonSheet(compare(*letters))

    @property
    def html(self) -> str:
        """The comparison as its page has it, without links to pages that are not there."""
        made = render("zelf-uitkomst.html.j2", sheet=self._sheet, forms=OFFERED)
        for id_ in self._own_ids:
            made = _page_link(id_).sub(r"\1", made)
        return _FILE_LINK.sub(r"\1", made.replace(WITH_ADDRESS, "") if self._own_ids else made)

    @property
    def name(self) -> str:
        """What its files are called."""
        return self._sheet.comparison.name

    def file(self, form: str) -> bytes:
        """The comparison in one of the forms in which it can be taken away."""
        return FORMS[form](self._sheet)


def _page_link(id_: str) -> re.Pattern[str]:
    """Links to the page of a letter: a text of the reader has none."""
    return re.compile(rf'<a [^<>]*href="\.\./\.\./brieven/{re.escape(page_path(id_))}/[^<>]*>(.*?)</a>', re.DOTALL)


def letter_of(brought: Brought) -> Letter:
    """The letter in what was brought."""
    if not brought.published:
        return _read(brought)
    letter = decoded(brought.content, Letter)
    if not isinstance(letter, Letter):
        raise Refused("Deze brief hoort bij een andere uitgave van de site. Laad de pagina opnieuw.")
    return letter


def _read(brought: Brought) -> Letter:
    """A text of the reader, read as any letter is."""
    path = Path(brought.name)
    if why := _not_here(path, brought.content):
        raise Refused(why)
    try:
        document = document_of(path, brought.content)
        if why := _too_long(brought.name, document.source.text):
            raise Refused(why)
        return read_letter(document)
    except (UserError, ImportError):
        raise Refused(f"«{brought.name}» is niet te lezen als de tekst van een brief. {ANEW}") from None


def _not_here(path: Path, content: bytes) -> str:
    """Why a file is not opened here; empty where it is."""
    if len(content) > LARGEST_MB * MEGABYTE:
        return f"«{path.name}» is groter dan {LARGEST_MB} MB; zo lang is geen brief."
    if reader_of(path, content) in TAGGED.values():
        return TAGS
    start = content[:BEGIN].lstrip()
    kind = next((kind for beginning, kind in BEGINNINGS.items() if start.startswith(beginning)), path.suffix.lower())
    return NOT_HERE.get(kind, "")


def _too_long(name: str, text: str) -> str:
    """Why a text is too much for this page; empty where it is not."""
    if len(text) > LONGEST:
        return f"De tekst van «{name}» is langer dan deze pagina aankan."
    if any(len(row) > UNBROKEN for row in text.split()):
        return f"In «{name}» staan meer dan {number(UNBROKEN)} tekens zonder spatie; dat kan deze pagina niet aan."
    return ""
