"""A build that has nothing to do: every folder is as the last one of the same program left it, so nothing is read.

After `before`: the letters, the settings and the pages by hand are to the byte those that an earlier build read, the
generated pages and the site to the byte what it made of them. What a build says of letters is kept with that; a build
that met mistakes is never kept.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_tools import output
from build_tools.cache.place import memory_of
from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.committing.journal import LIST
from build_tools.committing.sums import SUMS, stands, sums
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.model import Doubt, Letter
from build_tools.papers.wanted import missing_of

ASKED_OF_THE_ENVIRONMENT = ("SITE_URL", "KAMERBRIEVEN_LARGEST_MB")
"""What a build reads besides files."""


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """A doubt that no editor has settled, and whose it is: id and file."""

    id: str
    file: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build says of the letters that it read: how many they are, their words and notes, what is doubtful.

    `lacking` are letters without a fact that is asked for, `unjudged` families of versions that nobody has confirmed.
    """

    letters: int = 0
    words: int = 0
    notes: int = 0
    doubts: tuple[OpenDoubt, ...] = ()
    lacking: int = 0
    unjudged: int = 0


@dataclass(frozen=True, slots=True)
class Settled:
    """What a build said, and the digests of what it left in the folder of pages and in the site, if it made one."""

    told: Summary
    notices: tuple[str, ...]
    pages: bytes
    site: bytes

    @property
    def again(self) -> "Built":
        """What a build says that finds all of it as it was left."""
        return Built((), self.notices, (), self.told, stood=True)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, what the user should know about the files it read, and what the user has to mend.

    `stood` says that a build of before had left everything as it is, so that no letter was read.
    """

    changed: tuple[Path, ...]
    notices: tuple[str, ...]
    mistakes: tuple[UserError, ...]
    told: Summary = field(default_factory=Summary)
    stood: bool = False


SETTLED = Product("settled build", Settled)

Trace = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a build is about to read, and the traces by which the system shows whether it was touched meanwhile."""

    key: bytes
    traces: tuple[Trace, ...]


def told_of(letters: Iterable[Letter], unjudged: int = 0) -> Summary:
    """What a build says of letters, and of so many families of versions."""
    read = tuple(letters)
    doubts = (
        OpenDoubt(one.id, one.source.name, doubt) for one in read for doubt in one.doubts if doubt.settled is None
    )
    words = sum(letter.ledger.source_words for letter in read)
    lacking = sum(bool(missing_of(letter.facts)) for letter in read)
    return Summary(len(read), words, sum(len(letter.notes) for letter in read), tuple(doubts), lacking, unjudged)


def beginning(seeds: Path, config: Path, asked: tuple[object, ...]) -> Beginning | None:
    """What a build is about to read. None where anything but files and folders is there, or cannot be read."""
    try:
        traces = tuple(_traces(seeds, config))
        environment = tuple(os.environ.get(name) for name in ASKED_OF_THE_ENVIRONMENT)
        read = sums(Path(), (name for name, *_ in traces))
        return Beginning(key_of(SETTLED.name, read, str(seeds), str(config), environment, asked), traces)
    except (OSError, _NoFileError):
        return None


def asked_for(with_site: bool, with_bench: bool, dossiers: bool, typesetter: object = False) -> tuple[object, ...]:
    """What is asked of a build, as far as what it makes depends on that; `typesetter` where PDFs are."""
    return with_site, with_bench, dossiers, typesetter


def built_before(folders: Folders, with_site: bool, with_bench: bool, dossiers: bool) -> Built | None:
    """What a build has to say that finds every folder as an earlier one left it; none where one has to be made."""
    if not (folders.docs / LIST).is_file():
        return None
    targets = [folders.docs, folders.site]
    with output.staging(targets if with_site else targets[:1], targets), memory_of(folders.docs) as memory:
        begun = beginning(folders.seeds, folders.config, asked_for(with_site, with_bench, dossiers))
        found = before(begun, folders.docs, folders.site if with_site else None, memory) if begun else None
    return found.again if found else None


def before(begun: Beginning, docs: Path, site: Path | None, memory: Memory) -> Settled | None:
    """What an earlier build of the same said and left, if that stands."""
    found = memory.recalled(SETTLED, begun.key)
    if found is None or not (docs / LIST).is_file():
        return None
    try:
        return found if _stands(found, docs, site) else None
    except (OSError, UserError):
        return None


def settle(begun: Beginning, seeds: Path, config: Path, settled: Settled, memory: Memory) -> None:
    """Keep what a build said and left, if what it read was not touched meanwhile."""
    if tuple(_traces(seeds, config)) == begun.traces:
        memory.remember(begun.key, settled)


def state_of(listed: bytes, generated: Iterable[str]) -> bytes:
    """The digest of a folder, given as the digests of its files and the names of those that are generated."""
    return key_of("folder", listed, tuple(sorted(generated)))


def _stands(settled: Settled, docs: Path, site: Path | None) -> bool:
    generated = output.generated(docs)
    if settled.pages != state_of(sums(docs, {*generated, *output.by_hand(docs)}), generated):
        return False
    if site is None:
        return True
    listed = (site / SUMS).read_bytes()
    return settled.site == state_of(listed, ()) and stands(site, listed, output.generated(site))


class _NoFileError(Exception):
    """Something is neither a file nor a folder."""


def _traces(seeds: Path, config: Path) -> Iterator[Trace]:
    """Each file by name, with when it was changed, its size and its place on the disk."""
    for path in (*sorted(seeds.rglob("*")), *([config] if os.path.lexists(config) else [])):
        found = path.lstat()
        if stat.S_ISREG(found.st_mode):
            yield str(path), found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
        elif not stat.S_ISDIR(found.st_mode):
            raise _NoFileError(path)
