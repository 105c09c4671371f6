"""The folder of documents: which of its files are letters, and under what id.

After `find`: every id belongs to one file, can be the name of a page on any host, and its file lies in the
folder. What is left aside is named, never skipped in silence.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.errors import UserError
from build_tools.sources.readers import RESERVED, id_of, stays_inside
from build_tools.sources.readers.official_xml.metadata import is_metadata
from build_tools.sources.term_file import TERMS
from build_tools.sources.theme_file import THEMES

CATALOGUE = "catalogue.yml"
EDITORIAL = (CATALOGUE, THEMES, TERMS)
"""Files in the folder that speak about the letters and are none themselves."""

LONGEST_ID = 200
"""In bytes: a file system keeps 255, and a page's name has an ending and perhaps a second id."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """The files to read, by id, in order of name; and what a user should know about the others."""

    files: Mapping[str, Path]
    notices: tuple[str, ...]


def find(folder: Path) -> Seeds:
    """List the documents of a folder."""
    if not folder.is_dir():
        raise UserError(folder, None, "is not a folder", "give the folder of letters with --seeds")
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    documents = [entry for entry in entries if not entry.is_dir() and not _is_aside(entry)]
    if not documents:
        raise UserError(folder, None, "holds no letters", "put a text file in it")
    for path in documents:
        stays_inside(path)
        _can_be_a_page(path)
    return Seeds(dict(_one_file_per_id(documents)), tuple(_notices(entries)))


def _is_aside(path: Path) -> bool:
    """Whether a file speaks about the letters, or about one of them, and is none itself."""
    return _is_editorial(path) or is_metadata(path)


def _is_editorial(path: Path) -> bool:
    if path.name in EDITORIAL:
        return True
    if path.name.lower().replace(".yaml", ".yml") in EDITORIAL:
        right = f"{path.stem.lower()}.yml"
        raise UserError(path, None, "has a name that is not looked for", f"call it {right}")
    return False


def _can_be_a_page(path: Path) -> None:
    id_ = id_of(path)
    try:
        length = len(id_.encode())
    except UnicodeEncodeError:
        raise UserError(path, None, "has a name that is not UTF-8", "rename it") from None
    if length > LONGEST_ID:
        raise UserError(path, None, "has too long a name", f"rename it (at most {LONGEST_ID} bytes)")
    if any(unicodedata.category(character) == "Cc" for character in id_):
        raise UserError(path, None, "has a control character in its name", "rename it")


def _one_file_per_id(documents: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Ids that differ only in case, or in how an accent is written, are one id on some hosts."""
    seen: dict[str, Path] = {}
    for path in documents:
        other = seen.setdefault(unicodedata.normalize("NFC", id_of(path)).casefold(), path)
        if other is not path:
            raise UserError(path, None, f"has the same id as {other.name}", "rename one of the two")
        yield id_of(path), path


def _notices(entries: Iterable[Path]) -> Iterator[str]:
    for entry in entries:
        if entry.is_dir():
            yield f"{entry}: a folder in the folder of letters is not read"
        elif id_of(entry).removesuffix("_").casefold() in RESERVED:
            yield f"{entry}: is read as a letter like the others; its page is called {id_of(entry)}"
