"""What the program is busy with, told as it goes. Nobody hears it unless someone listens to `LOG`.

A step is told once (info); how far it is, for every thing that passes (debug); why nothing happens (warning).
"""

import logging
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TypeVar

LOG = logging.getLogger("kamerbrieven")

T = TypeVar("T")


def step(what: str) -> None:
    """Tell that a step begins."""
    LOG.info("%s", what)


def notice(what: str) -> None:
    """Tell what the user should know at once."""
    LOG.warning("%s", what)


def each(things: Collection[T], what: str) -> Iterator[T]:
    """Pass things through a step, and tell which one is next."""
    step(what)
    for n, thing in enumerate(things, 1):
        LOG.debug("%s: %d of %d", what, n, len(things))
        yield thing


def at(what: str, n: int) -> None:
    """Tell how far a step is whose end is not known here."""
    LOG.debug("%s: %d", what, n)


def reading(files: Collection[Path]) -> Iterator[Path]:
    """Pass the files of letters through."""
    return each(files, "reading letters")
