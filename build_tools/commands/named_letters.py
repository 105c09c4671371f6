"""The letters that a command's user names: by their id in the folder, as files anywhere, or as what comes in through a
pipe.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from build_tools.draft import Document
from build_tools.errors import UserError
from build_tools.gather import catalogue_of
from build_tools.model import Letter
from build_tools.reading.letter import read_letter
from build_tools.records import read_stated
from build_tools.sources.catalogue import CatalogueEntry
from build_tools.sources.readers import read, read_standard_input
from build_tools.sources.seeds import find

PIPED = "-"
"""How a command's user names the document on standard input."""


def read_one(folder: Path, id_: str) -> tuple[Document, CatalogueEntry]:
    """Read one document, and what the catalogue states of it: nothing of what comes in through a pipe."""
    if id_ == PIPED:
        return read_standard_input(), CatalogueEntry()
    seeds = find(folder)
    if id_ in seeds.wrong:
        raise seeds.wrong[id_]
    if id_ not in seeds.files:
        close = get_close_matches(id_, seeds.files, n=1) or list(seeds.files)[:1]
        raise UserError(folder, None, f"holds no document {id_}", f"give an id like {close[0]}")
    return read_stated(seeds.files[id_], id_, catalogue_of(folder, seeds))


def read_two(folder: Path, names: Sequence[str]) -> list[Letter]:
    """Read documents that are named by their id in the folder, as files anywhere, or as `-`: standard input."""
    letters, ids = [], find_ids(folder)
    for name in names:
        if name == PIPED or name in ids:
            document, entry = read_one(folder, name)
            letters.append(read_letter(document, entry.layout, entry.facts))
        elif Path(name).is_file():
            letters.append(read_letter(read(Path(name))))
        else:
            close = get_close_matches(name, ids, n=1)
            hint = f"is it {close[0]}?" if close else "name a file, or give the folder of letters with --seeds"
            raise UserError(name, None, f"is no file, and no id in {folder}", hint)
    return letters


def find_ids(folder: Path) -> Collection[str]:
    """The ids in a folder; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    return find(folder).ids


def letter_ids(context: click.Context, _argument: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids that complete what was begun."""
    own = context.get_parameter_source("seeds") is ParameterSource.COMMANDLINE
    seeds = (context if own else context.find_root()).params["seeds"]
    with suppress(UserError):
        return [CompletionItem(id_) for id_ in find_ids(seeds) if id_.startswith(begun)]
    return []


def documents(context: click.Context, argument: click.Parameter, begun: str) -> list[CompletionItem]:
    """The same, or the names of files where no id begins so."""
    return letter_ids(context, argument, begun) or [CompletionItem(begun, type="file")]
