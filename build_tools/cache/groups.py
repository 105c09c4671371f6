"""Many things in groups, so that of a group in which nothing changed one value is read for all of them.

Where a group ends the name of its last one decides, not its number: one more or less changes one group, or two.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from zlib import crc32

V = TypeVar("V")

GROUP = 64
"""So many are a group, more or less: of 10,000 letters some 160 values are read, and beside one that changed few others
are looked at again."""


def in_groups(things: Iterable[V], name: Callable[[V], str]) -> Iterator[list[V]]:
    """All of them, in order."""
    group: list[V] = []
    for thing in things:
        group.append(thing)
        if crc32(name(thing).encode()) % GROUP == 0:
            yield group
            group = []
    if group:
        yield group
