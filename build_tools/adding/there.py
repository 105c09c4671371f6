"""What the folder of letters holds before anything is added: its ids, its files, the words of its letters.

Where a letter has a page, its words come from the data of that page; only of the others the file is read.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import file_digest
from pathlib import Path

from build_tools.addresses import LETTER_DATA
from build_tools.errors import UserError, attempt
from build_tools.progress import each
from build_tools.reading.letter import read_letter
from build_tools.sources.ids import folded, kind_of
from build_tools.sources.readers import read
from build_tools.sources.seeds import Seeds, find
from build_tools.versions.index import codes_of


@dataclass(frozen=True, slots=True)
class FolderThere:
    """The letters of a folder: their files by id, the kinds by folded id, and which files have which size."""

    files: Mapping[str, Path] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def same_as(self, size: int, digest: str) -> str | None:
        """The id of the letter that has these bytes. Only files of the same size are looked into."""
        return next((id_ for id_ in self.sizes.get(size, ()) if digest_of(self.files[id_]) == digest), None)


def folder_there(folder: Path) -> FolderThere:
    """What is in a folder; nothing where there is none, or no letter in it."""
    found = attempt(partial(find, folder))
    seeds = Seeds({}, ()) if isinstance(found, UserError) else found
    sizes: defaultdict[int, list[str]] = defaultdict(list)
    regular = ((id_, path) for id_, path in seeds.files.items() if path.is_file())  # no pipe, no link to nothing
    for id_, path in regular:
        sizes[path.stat().st_size].append(id_)
    kinds = {folded(id_): "" for id_ in seeds.wrong} | {folded(id_): kind_of(path) for id_, path in seeds.files.items()}
    return FolderThere(seeds.files, kinds, {size: tuple(ids) for size, ids in sizes.items()})


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, read in parts."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def words_there(there: FolderThere, docs: Path) -> Iterator[tuple[str, "array[int]"]]:
    """The words of each letter, as codes; of one that cannot be read nothing."""
    for id_ in each(list(there.files), "looking for versions"):
        path = there.files[id_]
        text = attempt(partial(_published_or_read, docs / LETTER_DATA.format(id_), path, id_))
        if isinstance(text, str):
            yield id_, codes_of(text)


def _published_or_read(data: Path, path: Path, id_: str) -> str:
    return _published_text(data, path) or read_letter(read(path, id_)).text


def _published_text(data: Path, path: Path) -> str | None:
    """The running text and notes of a page's data, where they were made of these very bytes."""
    try:
        letter = json.loads(data.read_bytes())
        if letter["source"]["sha256"] != digest_of(path):
            return None
        return "\n".join(part["text"] for part in (*letter["blocks"], *letter["notes"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
