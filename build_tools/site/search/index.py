"""The search index: Pagefind, at the end of a build, without a server.

What else the search page reads stands beside the index (`tables.py`), by the name that Pagefind gives a page: its own
filters come in another order each time.
"""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from build_tools.cache.remembering import FORGETFUL, Memory, Product, key_of
from build_tools.committing.standing import content_at
from build_tools.committing.staying import StandingFolder
from build_tools.committing.sums import SUMS, damaged, named
from build_tools.output import write
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.lexicon import lexicon
from build_tools.site.search.page_words import groups_of
from build_tools.site.search.pagefind_service import Files
from build_tools.site.search.spellings import Spelled
from build_tools.site.search.splits import remember_words, splits
from build_tools.site.search.tables import sieves_table, tables
from build_tools.site.search.volumes import MOST_WORDS, Volume, volumes_of
from build_tools.site.search.words import Parts

FOLDER = "pagefind"

TABLE: Product[dict[str, Any]] = Product("parts of compounds", dict)


def write_index(
    entries: Sequence[IndexEntry],
    site: Path,
    memory: Memory = FORGETFUL,
    meanwhile: Callable[[], None] = lambda: None,
    standing: Path | None = None,
    most: int = MOST_WORDS,
) -> None:
    """Put the index of all pages into the site, and read it back; of Pagefind's own interface nothing. What is to be
    done `meanwhile` is, while Pagefind makes it. What a site that stands has to the byte is not written again, and a
    volume that stands there is not made again. A volume has about `most` words at the most.
    """
    spelled, groups = Spelled(), []
    for group in groups_of(entries, memory):
        spelled.add_all(group.said.times, group.said.forms)
        groups.append(group.counted)
    vocabulary = sorted({word for group in groups for word in group.said.shown.split()})
    these = key_of("vocabulary", vocabulary)
    with lexicon(memory) as dutch, splits(memory, these.hex()) as (split, by):
        parts = Parts(vocabulary, dutch, split, by)
        volumes = volumes_of([page for group in groups for page in group.lean(parts, memory)], most)
        if by or not split.before:
            remember_words(memory, parts.words(these.hex()))
        beside: dict[str, bytes] = {}

        def others() -> None:
            table = memory.remembered(TABLE, (these,), partial(_table_of, parts, memory))
            further = [f"{FOLDER}/{volume.folder}/" for volume in volumes[1:]]
            beside.update(tables(entries, table, spelled, further, dutch))
            meanwhile()

        names = _write(volumes, site / FOLDER, memory, others, standing and standing / FOLDER)
    write(beside | sieves_table(entries, names), site / FOLDER)


def stays(standing: StandingFolder) -> bool:
    """Let the index of a site that stands stay as it is, if it is there and whole; say whether it is."""
    stated = named(content_at(standing.folder / SUMS) or b"")
    index = {name: digest for name, digest in stated.items() if name.startswith(f"{FOLDER}/")}
    if not index or any(damaged(standing.folder, index)):
        return False
    standing.keep(index)
    return True


def _table_of(parts: Parts, memory: Memory) -> dict[str, Any]:
    """What the search page knows of parts of compounds. Another vocabulary asks of nearly all the same words, many more
    than each build asks of.
    """
    with lexicon(memory, TABLE.name) as dutch:
        return parts.table(dutch)


def _write(
    volumes: Iterable[Volume], folder: Path, memory: Memory, meanwhile: Callable[[], None], standing: Path | None
) -> dict[str, str]:
    """Put the volumes into a folder, and do something else while the first is made; the address of each page by its
    name there. A volume gets its pages while the one before it is made, so that there are two at a time, no more.
    """
    shutil.rmtree(folder, ignore_errors=True)
    names: dict[str, str] = {}

    def put(volume: Volume, like: Path | None, made: Callable[[], Files], end: ExitStack) -> None:
        with end:
            names.update(volume.put(made(), folder / volume.folder, like, memory))

    with ExitStack() as open_ones:
        before = meanwhile
        for volume in volumes:
            like, end = standing and standing / volume.folder, open_ones.enter_context(ExitStack())
            made = end.enter_context(volume.begun(memory, like))
            before()
            before = partial(put, volume, like, made, end)
        before()
    return names
