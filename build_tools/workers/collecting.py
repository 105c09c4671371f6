"""How a build lets go of what it does not need: how often Python looks for objects that hold each other and nobody
else, and what the C library does with room that nobody needs any more.
"""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 20)
"""After how many new objects it looks through those, through those that stayed, through all: its own numbers suit
programs that hold little. A build holds every letter, and looking through these again and again takes a tenth of a
full build and a sixth of one in which a word changed; so it takes next to nothing, for a twentieth more memory."""


M_MMAP_THRESHOLD = -3
"""What the C library of Linux calls the size from which on it gets room for each buffer from the system."""

LARGE = 1 << 17
"""So many bytes, as it begins with: by itself it soon takes larger ones from what it holds, and keeps them there among
small ones when they are let go. That is half of what a build grows by while it makes pages."""


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


def give_back_large_buffers() -> None:
    """Let the system have large buffers back as they are let go, where the C library can be told so."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(M_MMAP_THRESHOLD, LARGE)
