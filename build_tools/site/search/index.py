"""The search index: Pagefind, at the end of a build, without a server.

What else the search page reads stands beside the index (`tables.py`), by the name that Pagefind gives a page: its own
filters come in another order each time.
"""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from build_tools.cache.answers import answers
from build_tools.cache.remembering import FORGETFUL, Memory, Product, key_of
from build_tools.dutch.stems import words
from build_tools.output import write
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.lean import lean_page
from build_tools.site.search.lexicon import lexicon
from build_tools.site.search.pagefind_service import Files
from build_tools.site.search.spellings import Spelled, written
from build_tools.site.search.tables import sieves_table, tables
from build_tools.site.search.volumes import MOST_WORDS, Volume, volumes_of
from build_tools.site.search.words import Parts
from build_tools.workers.crew import Waiting

FOLDER = "pagefind"


@dataclass(frozen=True, slots=True)
class Said:
    """The words that a page shows: as the search takes them, and by their folded form as they are written."""

    words: frozenset[str]
    written: dict[str, str]


SAID = Product("words of a page", Said)
SPLIT: Product[dict[str, tuple[str, ...]]] = Product("compounds of a vocabulary", dict)
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
    keys = [key_of("entry", entry) if memory.store.keeps else b"" for entry in entries]
    spelled, own = _words_of(entries, keys, memory)
    vocabulary = sorted({word for said in own for word in said.split()})
    these = key_of("vocabulary", vocabulary)
    with lexicon(memory) as dutch, answers(memory, SPLIT, these.hex()) as split:
        parts = Parts(vocabulary, dutch, split)
        volumes = volumes_of([lean_page(*page, parts) for page in zip(entries, keys, own, strict=True)], most)
        beside: dict[str, bytes] = {}

        def others() -> None:
            table = memory.remembered(TABLE, (these,), parts.table)
            further = [f"{FOLDER}/{volume.folder}/" for volume in volumes[1:]]
            beside.update(tables(entries, table, spelled, further, dutch))
            meanwhile()

        names = _write(volumes, site / FOLDER, memory, others, standing and standing / FOLDER)
    write(beside | sieves_table(entries, names), site / FOLDER)


def _words_of(entries: Sequence[IndexEntry], keys: Sequence[bytes], memory: Memory) -> tuple[Spelled, list[str]]:
    """How pages write their words, and those of each page as one text: a set for each would take ten times its room."""
    spelled, own = Spelled(), []
    for said in memory.all_begun(map(partial(_said_begun, memory), entries, keys)):
        spelled.add(said.written)
        own.append(" ".join(said.words))
    return spelled, own


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


def _said(entry: IndexEntry) -> Said:
    """The words that a page shows: a title, such as that of a theme, may have one that no text has by itself."""
    texts = entry.title, *(passage.text for passage in entry.passages)
    return Said(frozenset(word for text in texts for word in words(text)), written(texts))


def _said_begun(memory: Memory, entry: IndexEntry, key: bytes) -> Waiting[Said]:
    return memory.begun(SAID, key_of(SAID.name, key), partial(partial, _said, entry))
