"""What the program is busy with, told as it goes. Nobody hears it unless someone listens to `LOG`.

A step is told once (info); how far it is, for every thing that passes (debug); why nothing happens (warning). Who
listens can have the work given up there.
"""

import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import TypeVar

LOG = logging.getLogger("kamerbrieven")

T = TypeVar("T")


class Overtaken(BaseException):
    """What was being made is out of date already: like Ctrl-C nobody's mistake, and nothing that went wrong."""


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


@contextmanager
def unless(overtaken: Callable[[], bool]) -> Iterator[None]:
    """Give up what this thread does meanwhile, where it next tells how far it is once it was overtaken."""
    mine, level = get_ident(), LOG.level

    def goes_on(_: logging.LogRecord) -> bool:
        if get_ident() == mine and overtaken():
            raise Overtaken
        return True

    LOG.setLevel(logging.DEBUG)
    LOG.addFilter(goes_on)
    try:
        yield
    finally:
        LOG.removeFilter(goes_on)
        LOG.setLevel(level)
