"""The doors into the program: one reader per kind of file.

A new kind of file (PDF, Word) is one module and one line in `READERS`. What no line names is read as text,
whatever its ending. After `read`, every character of the file stands in `Source.text`. A reader and the libraries that
it needs are loaded when the first file asks for them.
"""

import os
import re
import stat
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping
from errno import ELOOP, ENOENT
from hashlib import sha256
from importlib import import_module
from os.path import realpath
from pathlib import Path

from build_tools.draft import Document, Extract
from build_tools.errors import MEGABYTE, UserError
from build_tools.model import Fact, FactKey, Source
from build_tools.sources.readers.markup.decoding import kind_of
from build_tools.sources.readers.plain import text

Reader = Callable[..., Extract]
"""Takes the text out of a file, given its path and bytes; what it cannot read is the user's to mend, in one line."""


def _by(module: str) -> Reader:
    """What a module here reads."""

    def extract(*file: object) -> Extract:
        extracted: Extract = import_module(f"{__name__}.{module}").extract(*file)
        return extracted

    return extract


OFFICE, OFFICIAL_XML, OFFICIAL_HTML = _by("office_files"), _by("official_xml"), _by("official_html")

READERS: dict[str, Reader] = {
    ".txt": text.extract,
    ".docx": OFFICE,
    ".docm": OFFICE,
    ".odt": OFFICE,
    ".doc": OFFICE,
    ".rtf": OFFICE,
    ".xml": OFFICIAL_XML,
    ".html": OFFICIAL_HTML,
    ".htm": OFFICIAL_HTML,
    ".pdf": _by("pdf"),
}
"""What reads a file, by the ending of its name. Each refuses by name what only has the ending.

Of two kinds of one letter, `brief.txt` and `brief.pdf`, the one that stands first here has the id without an ending,
so a new row comes last.
"""

TAGGED: dict[str, Reader] = {"xml": OFFICIAL_XML, "html": OFFICIAL_HTML}
"""What reads a file that begins with tags, whatever it is called: source is never shown as text."""

LARGEST_MB = 20
"""The longest official papers, a year's budget with its tables, take some 10 MB; a larger file is hardly a letter."""

VARIABLE = "KAMERBRIEVEN_LARGEST_MB"
"""In the environment: so many megabytes may a file have instead."""

BROKEN_LINK = {ENOENT: "is a link to nothing", ELOOP: "is a link that leads back to itself"}
"""What is wrong with a link, by what the system says of the file behind it."""

STANDARD_INPUT = Path("stdin")
"""What a document is called that has no file."""

RESERVED = {"index", "readme"}
"""Names that a web server or MkDocs takes for the page of the whole folder."""

PLAIN_TEXT = "text"
"""The kind of a file that is nothing but its text."""

_ENDING = re.compile(r"(?<=.)\.[A-Za-z]\w*~?$", re.DOTALL)
"""`.txt`, and `.txt~` of an editor's copy; not the `.2` of `v1.2`. A name has something before it."""


def read(path: Path, id_: str | None = None) -> Document:
    """Read one document. A file that is not a readable document is the user's to mend."""
    return document_of(path, letter_content(path), id_)


def read_standard_input() -> Document:
    """Read the document that comes in through a pipe."""
    most = largest()
    content = sys.stdin.buffer.read(most + 1) if sys.stdin else b""
    if len(content) > most:
        raise _too_large(STANDARD_INPUT, most)
    if not content:
        raise UserError(STANDARD_INPUT, None, "is empty", "see that what stands before the pipe gives a text")
    return document_of(STANDARD_INPUT, content)


def document_of(
    path: Path, content: bytes, id_: str | None = None, facts: Mapping[FactKey, Fact] | None = None
) -> Document:
    """The document with this name and these bytes; its id is its name, unless its folder gives it another. The facts
    that stand in a file beside it are read there, if they are not given.
    """
    reader = reader_of(path, content)
    with_facts = facts is not None and reader is OFFICIAL_XML
    found = reader(path, content, facts) if with_facts else reader(path, content)
    own, digest = id_ or id_of(path), sha256(content).hexdigest()
    source = Source.of(
        own, path.name, found.text, found.encoding, digest, found.kind, found.remarks, _original(found, content)
    )
    return Document(source, found.lines, found.wrapped, found.stated)


def _original(found: Extract, content: bytes) -> str | None:
    """The bytes of a text, in base64, if what was read does not give them back."""
    if found.kind != PLAIN_TEXT:
        return None
    try:
        same = found.text.encode(found.encoding) == content
    except (LookupError, UnicodeEncodeError):  # bytes of two encodings; signs that the encoding does not have
        same = False
    return None if same else b64encode(content).decode("ascii")


def facts_beside(path: Path, content: bytes) -> dict[FactKey, Fact]:
    """The facts in a file beside a document, of which the bytes are given: beside official XML alone."""
    if reader_of(path, content) is not OFFICIAL_XML:
        return {}
    from build_tools.sources.readers.official_xml.metadata import beside

    return beside(path)


def reader_of(path: Path, content: bytes) -> Reader:
    """What reads a file: by its first tag if it begins with one, else by its name."""
    return TAGGED.get(kind_of(content) or "") or READERS.get(path.suffix.lower(), text.extract)


def id_of(path: Path) -> str:
    """The name without its last ending; an ending starts with a letter, so `nr. 12` and `v1.2` have none.

    The two names that can be no page of their own get an underscore.
    """
    id_ = path.name.removesuffix(ending_of(path))
    return f"{id_}_" if id_.casefold() in RESERVED else id_


def ending_of(path: Path) -> str:
    """The last ending of the name, with its dot; empty where it has none."""
    ending = _ENDING.search(path.name)
    return ending[0] if ending else ""


def stays_inside(path: Path) -> None:
    """Never publish what a symbolic link brings into a folder from elsewhere on the machine."""
    if not path.is_symlink():
        return
    try:
        path.stat()
    except OSError as error:
        if error.errno == ELOOP:
            raise UserError(path, None, BROKEN_LINK[ELOOP], "put the file itself here") from None
    if not Path(realpath(path)).is_relative_to(realpath(path.parent)):
        raise UserError(path, None, "is a link to a file outside the folder", "put the file itself here")


def letter_content(path: Path) -> bytes:
    """The bytes of a file that may be a letter; of one that is too large for that not one is read."""
    return content_of(path, largest())


def largest() -> int:
    """So many bytes may the file of a letter have."""
    stated = os.environ.get(VARIABLE, "").strip() or str(LARGEST_MB)
    if not stated.isdecimal() or not int(stated):
        raise UserError(VARIABLE, None, f"{stated} is no number of megabytes", f"write one like {LARGEST_MB}")
    return int(stated) * MEGABYTE


def _too_large(path: Path, most: int) -> UserError:
    remedy = f"take the letter itself out of it, or allow more with {VARIABLE}"
    return UserError(path, None, f"is larger than {most // MEGABYTE} MB", remedy)


def content_of(path: Path, most: int | None = None) -> bytes:
    """The bytes of a regular file; anything else (a pipe, a device) is not even opened."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UserError(path, None, "is not a regular file", "leave it out")
        if most is not None and found.st_size > most:
            raise _too_large(path, most)
        return path.read_bytes()
    except OSError as error:
        if path.is_symlink() and error.errno in BROKEN_LINK:
            raise UserError(path, None, BROKEN_LINK[error.errno], "mend the link or leave it out") from None
        wrong = f"cannot be read ({error.strerror})"
        raise UserError(path, None, wrong, "make it readable or leave it out") from None
