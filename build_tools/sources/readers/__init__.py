"""The doors into the program: one reader per kind of file.

A new kind of file (PDF, Word) is one module and one line in `READERS`. What no line names is read as text,
whatever its ending. After `read`, every character of the file stands in `Source.text`.
"""

import re
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from build_tools.draft import Document
from build_tools.errors import UserError
from build_tools.model import Source
from build_tools.sources.readers import pdf, text
from build_tools.sources.readers.extract import Extract

Reader = Callable[[Path, bytes], Extract]
"""Takes the text out of a file; what it cannot read is the user's to mend, in one line."""

READERS: dict[str, Reader] = {
    ".txt": text.extract,
    ".pdf": pdf.extract,
}
"""What reads a file, by the ending of its name. Each refuses by name what only has the ending."""

RESERVED = {"index", "readme"}
"""Names that a web server or MkDocs takes for the page of the whole folder."""


def read(path: Path) -> Document:
    """Read one document. A file that is not a readable document is the user's to mend."""
    content = content_of(path)
    found = READERS.get(path.suffix.lower(), text.extract)(path, content)
    source = Source(
        id_of(path), path.name, found.text, found.encoding, sha256(content).hexdigest(), found.kind, found.remarks
    )
    return Document(source, found.lines, found.wrapped, found.stated)


def id_of(path: Path) -> str:
    """The name without its last ending; an ending starts with a letter, so `nr. 12` and `v1.2` have none.

    The two names that can be no page of their own get an underscore.
    """
    id_ = re.sub(r"(?<=.)\.[A-Za-z]\w*~?$", "", path.name, flags=re.DOTALL)
    return f"{id_}_" if id_.casefold() in RESERVED else id_


def stays_inside(path: Path) -> None:
    """Never publish what a symbolic link brings into a folder from elsewhere on the machine."""
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
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
