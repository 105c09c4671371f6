"""The search index: Pagefind, at the end of a build, without a server.

What else the search page reads stands beside the index (`tables.py`), by the name that Pagefind gives a page: its own
filters come in another order each time.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from build_tools.cache.remembering import FORGETFUL, Memory, Product, key_of
from build_tools.committing.journal import is_inside
from build_tools.committing.standing import content_at
from build_tools.committing.staying import StandingFolder
from build_tools.committing.sums import SUMS, damaged, named
from build_tools.output import write
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.lexicon import lexicon
from build_tools.site.search.page_words import PageGroup, groups_of
from build_tools.site.search.pagefind_service import Files
from build_tools.site.search.spellings import Spelled
from build_tools.site.search.splits import remember_words, splits
from build_tools.site.search.tables import sieves_table, tables
from build_tools.site.search.volumes import MADE, MOST_WORDS, Volume, volumes_of
from build_tools.site.search.words import Parts

FOLDER = "pagefind"

TABLE: Product[dict[str, Any]] = Product("parts of compounds", dict)


def write_index(
    entries: Sequence[IndexEntry],
    site: Path,
    memory: Memory = FORGETFUL,
    meanwhile: Callable[[], None] = lambda: None,
    standing: StandingFolder | None = None,
    most: int = MOST_WORDS,
) -> None:
    """Put the index of all pages into the site, and read it back; of Pagefind's own interface nothing. What is to be
    done `meanwhile` is, while Pagefind makes it. A volume that stands in the site of before as the same pages made it
    stays there; of another one what that site has to the byte is not written again. A volume has about `most` words.
    """
    spelled = Spelled()
    groups = list(_counted(entries, memory, spelled))
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

        names = _write(volumes, site / FOLDER, memory, others, standing)
    write(beside | sieves_table(entries, names), site / FOLDER)


def _counted(entries: Sequence[IndexEntry], memory: Memory, spelled: Spelled) -> Iterator[PageGroup]:
    """The groups of all pages, without their texts; how these spell their words goes into `spelled`."""
    for group in groups_of(entries, memory):
        spelled.add_all(group.said.times, group.said.forms)
        yield group.counted


def stays(standing: StandingFolder) -> bool:
    """Let the index of a site that stands stay as it is, if it is there and whole; say whether it is."""
    stated = named(content_at(standing.folder / SUMS) or b"")
    return _kept(standing, {name: digest for name, digest in stated.items() if name.startswith(f"{FOLDER}/")})


def _kept(standing: StandingFolder, files: Mapping[str, str]) -> bool:
    """Let files stay that stand with just these digests; say whether all do, and are any."""
    if not files or not all(map(is_inside, files)) or any(damaged(standing.folder, files)):
        return False
    standing.keep(files)
    return True


def _table_of(parts: Parts, memory: Memory) -> dict[str, Any]:
    """What the search page knows of parts of compounds. Another vocabulary asks of nearly all the same words, many more
    than each build asks of.
    """
    with lexicon(memory, TABLE.name) as dutch:
        return parts.table(dutch)


def _write(
    volumes: Iterable[Volume],
    folder: Path,
    memory: Memory,
    meanwhile: Callable[[], None],
    standing: StandingFolder | None,
) -> dict[str, str]:
    """Put the volumes into a folder, but those that stay where they stand, and do something else while the first is
    made; the address of each page by its name there. A volume gets its pages while the one before it is made, so that
    there are two at a time, no more.
    """
    shutil.rmtree(folder, ignore_errors=True)
    names: dict[str, str] = {}

    def put(volume: Volume, made: Callable[[], Files], end: ExitStack) -> None:
        like = standing.folder / FOLDER / volume.folder if standing else None
        with end:
            names.update(volume.put(made(), folder / volume.folder, like, memory))

    with ExitStack() as open_ones:
        before = meanwhile
        for volume in volumes:
            if standing and (staying := _staying(volume, memory, standing)) is not None:
                names.update(staying)
                continue
            end = open_ones.enter_context(ExitStack())
            made = end.enter_context(volume.begun(memory))
            before()
            before = partial(put, volume, made, end)
        before()
    return names


def _staying(volume: Volume, memory: Memory, standing: StandingFolder) -> Mapping[str, str] | None:
    """The address of each page by its name in a volume, where that stays: it stands as the same pages made it."""
    made = memory.recalled(MADE, volume.key)
    if made is None:
        return None
    place = f"{FOLDER}/{volume.folder}/" if volume.folder else f"{FOLDER}/"
    return made.names if _kept(standing, {place + name: own for name, own in made.digests.items()}) else None
