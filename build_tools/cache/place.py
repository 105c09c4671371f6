"""Where the store lies: in a hidden folder beside the pages, in none that is published, and in no list of git's.

A folder that somebody else can have laid there, with the letters or in a clone, is not used: git knows no folder that
its owner alone may enter.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from os.path import realpath
from pathlib import Path

from build_tools.cache.held import HeldValues
from build_tools.cache.remembering import FORGETFUL, Memory
from build_tools.cache.store import opened
from build_tools.progress import notice

NAME = ".kamerbrieven"
FILE = "store.sqlite"

MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# All in here can be made again.\n",
}
"""What tells git and programs for backups to leave the folder aside."""

OWNER_ALONE = 0o700


def place_of(docs: Path) -> Path:
    """The folder for what is remembered of the pages in another one."""
    return Path(realpath(docs)).with_name(NAME)


@contextmanager
def memory_of(docs: Path, cached: bool = True, held: HeldValues | None = None) -> Iterator[Memory]:
    """What was made before for a folder of pages; nothing where nobody asks, or no folder can be had for it."""
    place = place_of(docs)
    if not cached or not _is_ready(place):
        yield FORGETFUL
        return
    with opened(place / FILE) as store:
        yield Memory(store, held=held)


def _is_ready(place: Path) -> bool:
    """Make the folder if need be, and say whether it is this user's own."""
    try:
        if not os.path.lexists(place):
            place.mkdir(OWNER_ALONE)
            for name, text in MARKS.items():
                (place / name).write_text(text, encoding="utf-8")
        found = place.lstat()
    except OSError:
        return False
    own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077
    if not own:
        notice(f"{place}: was not made by a build of yours, so nothing is kept in it; take it away")
    return own
