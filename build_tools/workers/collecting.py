"""How often Python looks for objects that hold each other and nobody else."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 20)
"""After how many new objects it looks through those, through those that stayed, through all: its own numbers suit
programs that hold little. A build holds every letter, and looking through these again and again takes a tenth of a
full build and a sixth of one in which a word changed; so it takes next to nothing, for a twentieth more memory."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let it look less often meanwhile."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_seldom() -> None:
    """Let it look less often in a process that only works for others, and never through what that came with, which it
    shares with whom it is forked from until somebody touches it.
    """
    gc.set_threshold(*SELDOM)
    gc.freeze()
