"""The program's table of contents: seeds, letters, pages, site."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from build_tools import output
from build_tools.catalogue import Catalogue, read_catalogue
from build_tools.errors import UserError
from build_tools.folders import PROJECT, Folders
from build_tools.letter import read_letter
from build_tools.model import Letter, Source
from build_tools.pages import pages
from build_tools.readers import read
from build_tools.seeds import CATALOGUE, Seeds, find
from build_tools.site import epoch_of, make_site

Progress = Callable[[list[Path]], Iterable[Path]]
"""Passes the files through, one by one, and may show how far it is."""


class TextLostError(Exception):
    """A letter whose ledger does not add up: a fault of this program, so it comes with its traceback."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and what the user should know about the files it read."""

    letters: tuple[Letter, ...]
    changed: tuple[str, ...]
    notices: tuple[str, ...]


def build(folders: Folders, with_site: bool = True, progress: Progress = iter) -> Built:
    """Bring `docs/` and `site/` up to date with the letters, both or neither."""
    folders.verify()
    letters, notices = read_letters(folders.seeds, progress)
    prove(letters)
    content = make_pages(letters, folders.docs)
    with ExitStack() as stack:
        staged = stack.enter_context(output.staging(folders.docs)) / "docs"
        lay_out(content, staged, folders.docs)
        todo = output.changes(staged, content.keys(), folders.docs)
        if with_site:
            fresh = stack.enter_context(output.staging(folders.site)) / "site"
            make_site(staged, fresh, epoch_of(letters))
            todo += output.changes(fresh, set(output.by_hand(fresh)), folders.site)
        output.commit(todo)
    return Built(letters, tuple(str(change.target) for change in todo), notices)


def check(folders: Folders, progress: Progress = iter) -> tuple[str, ...]:
    """Name the generated files in `docs/` that are not what the letters give now."""
    folders.verify()
    letters, _ = read_letters(folders.seeds, progress)
    prove(letters)
    return output.stale(make_pages(letters, folders.docs), folders.docs)


def read_letters(folder: Path, progress: Progress) -> tuple[tuple[Letter, ...], tuple[str, ...]]:
    """Read every document of a folder, with what its catalogue states."""
    seeds = find(folder)
    catalogue = catalogue_of(folder, seeds)
    letters = []
    for path in progress(list(seeds.files.values())):
        source = read(path)
        entry = catalogue.of(source.id)
        letters.append(read_letter(source, entry.layout, entry.facts))
    return tuple(letters), (*seeds.notices, *_encodings(folder, letters))
