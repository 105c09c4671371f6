"""The doors into the program: one reader per kind of file.

A new kind of file (PDF, Word) is one module and one line in `READERS`. What no line names is read as text,
whatever its ending. After `read`, every character of the file stands in `Source.text`.
"""

import re
import stat
import sys
from collections.abc import Callable
from errno import ELOOP
from hashlib import sha256
from os.path import realpath
from pathlib import Path

from build_tools.errors import UserError
from build_tools.model import Source
from build_tools.sources.readers import text

Decode = Callable[[Path, bytes], tuple[str, str]]
"""Gives the text of a file and the name of its encoding."""

TEXT = ("text", text.decode)
READERS: dict[str, tuple[str, Decode]] = {
    ".txt": TEXT,
}
"""The ending of a file's name, its kind, and what reads it."""

STANDARD_INPUT = Path("stdin")
"""What a document is called that has no file."""

RESERVED = {"index", "readme"}
"""Names that a web server or MkDocs takes for the page of the whole folder."""


def read(path: Path) -> Source:
    """Read one document. A file that is not a readable document is the user's to mend."""
    return source_of(path, content_of(path))


def read_standard_input() -> Source:
    """Read the document that comes in through a pipe."""
    return source_of(STANDARD_INPUT, sys.stdin.buffer.read() if sys.stdin else b"")


def source_of(path: Path, content: bytes) -> Source:
    """The document with this name and these bytes."""
    kind, decode = READERS.get(path.suffix.lower(), TEXT)
    characters, encoding = decode(path, content)
    return Source(id_of(path), path.name, characters, encoding, sha256(content).hexdigest(), kind)


def id_of(path: Path) -> str:
    """The name without its last ending; an ending starts with a letter, so `nr. 12` and `v1.2` have none.

    The two names that can be no page of their own get an underscore.
    """
    id_ = re.sub(r"(?<=.)\.[A-Za-z]\w*~?$", "", path.name, flags=re.DOTALL)
    return f"{id_}_" if id_.casefold() in RESERVED else id_


def stays_inside(path: Path) -> None:
    """Never publish what a symbolic link brings into a folder from elsewhere on the machine."""
    if not path.is_symlink():
        return
    try:
        path.stat()
    except OSError as error:
        if error.errno == ELOOP:
            raise UserError(path, None, "is a link that leads back to itself", "put the file itself here") from None
    if not Path(realpath(path)).is_relative_to(realpath(path.parent)):
        raise UserError(path, None, "is a link to a file outside the folder", "put the file itself here")


def content_of(path: Path) -> bytes:
    """The bytes of a regular file; anything else (a pipe, a device) is not even opened."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(path, None, "is not a regular file", "take it out of the folder")
        return path.read_bytes()
    except OSError as error:
        wrong = f"cannot be read ({error.strerror})"
        raise UserError(path, None, wrong, "make it readable or take it out of the folder") from None
