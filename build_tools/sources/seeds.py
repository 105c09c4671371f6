"""The folder of documents: which of its files are letters, and under what id.

After `find`: of every file to read, the id (`ids.py`) is its alone, can be the name of a page on any host, and the
file lies in the folder. What is left aside is named, never skipped in silence.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_tools.errors import UserError, attempt
from build_tools.sources.ids import Published, folded, ids_of, kinds_of_one, moved, nowhere
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
class Mistake:
    """What is wrong with a file, and the ids of the letters that nobody can read because of it."""

    ids: tuple[str, ...]
    error: UserError


@dataclass(frozen=True, slots=True)
class Seeds:
    """The files to read, by id, in order of name; what a user should know about the others, and what to mend.

    `misnamed` are files that an editor wrote for the whole folder, under a name that nobody looks for.
    """

    files: Mapping[str, Path]
    notices: tuple[str, ...]
    mistakes: tuple[Mistake, ...] = ()
    misnamed: tuple[UserError, ...] = ()

    @property
    def wrong(self) -> dict[str, UserError]:
        """The mistakes by id."""
        return {id_: mistake.error for mistake in self.mistakes for id_ in mistake.ids}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, also of the letters that nobody can read."""
        return (*self.files, *self.wrong)

    def kinds_of_one(self) -> set[tuple[str, str]]:
        """The pairs of ids that are kinds of one letter, and so versions of each other."""
        return set(kinds_of_one(self.files))


def find(folder: Path, published: Published = nowhere) -> Seeds:
    """List the documents of a folder. `published` says of which file a page was made, where there are pages."""
    if not folder.is_dir():
        raise UserError(folder, None, "is not a folder", "give the folder of letters with --seeds")
    entries = _entries(folder)
    documents = [entry for entry in entries if not entry.is_dir() and not _is_aside(entry)]
    if not documents:
        raise UserError(folder, None, "holds no letters", "put a text file in it")
    ids = ids_of(documents)
    mistakes = (*_unfit(ids), *_same_ids(ids), *(Mistake(both, error) for both, error in moved(ids, published)))
    wrong = {id_ for mistake in mistakes for id_ in mistake.ids}
    files = {id_: path for path, id_ in ids.items() if id_ not in wrong}
    return Seeds(files, tuple(_notices(entries)), mistakes, tuple(_misnamed(entries)))


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if not is_hidden(entry.name))
    except OSError as error:
        raise UserError(folder, None, f"cannot be read ({error.strerror})", "make it readable") from None


def _is_aside(path: Path) -> bool:
    """Whether a file speaks about the letters, or about one of them, and is none itself."""
    return is_editorial(path) or is_metadata(path)


def is_hidden(name: str) -> bool:
    """Whether a file is nobody's letter, by its name: a hidden one, or what Word lays beside a file that is open."""
    return name.startswith((".", "~$"))


def is_editorial(path: Path) -> bool:
    """Whether a file speaks about all letters, by its name."""
    return _plain_name(path) in EDITORIAL


def _plain_name(path: Path) -> str:
    return path.name.lower().replace(".yaml", ".yml")


def _misnamed(entries: Iterable[Path]) -> Iterator[UserError]:
    for path in entries:
        if is_editorial(path) and path.name not in EDITORIAL and not path.is_dir():
            yield UserError(path, None, "has a name that is not looked for", f"call it {_plain_name(path)}")


def _unfit(ids: Mapping[Path, str]) -> Iterator[Mistake]:
    """Files that are no letter, by what their name or their place says."""
    for path, id_ in ids.items():
        for test in (partial(stays_inside, path), partial(_can_be_a_page, path, id_)):
            found = attempt(test)
            if isinstance(found, UserError):
                yield Mistake((id_,), found)


def _can_be_a_page(path: Path, id_: str) -> None:
    try:
        length = len(id_.encode())
    except UnicodeEncodeError:
        raise UserError(path, None, "has a name that is not UTF-8", "rename it") from None
    if length > LONGEST_ID:
        raise UserError(path, None, "has too long a name", f"rename it (at most {LONGEST_ID} bytes)")
    if any(unicodedata.category(character) == "Cc" for character in id_):
        raise UserError(path, None, "has a control character in its name", "rename it")


def _same_ids(ids: Mapping[Path, str]) -> Iterator[Mistake]:
    """Ids that differ only in case, or in how an accent is written, are one id on some hosts: whose is it?"""
    seen: dict[str, Path] = {}
    for path, id_ in ids.items():
        other = seen.setdefault(folded(id_), path)
        if other is not path:
            wrong = UserError(path, None, f"has the same id as {other.name}", "rename one of the two")
            yield Mistake((id_, ids[other]), wrong)


def _notices(entries: Iterable[Path]) -> Iterator[str]:
    for entry in entries:
        if entry.is_dir():
            yield f"{entry}: a folder in the folder of letters is not read"
        elif id_of(entry).removesuffix("_").casefold() in RESERVED:
            yield f"{entry}: is read as a letter like the others; its page is called {id_of(entry)}"
