"""Being told to end: a command unwinds, so that nothing stays half done; where that cannot be, it does a moment later.

Python hears a signal between two of its own steps. Where it is just letting something go, nothing that is raised gets
out: it says so and goes on. Without more, a command that waits would then wait for ever.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer, main_thread
from types import FrameType

A_MOMENT = 0.05
"""Seconds until who was told to end while it let something go is told once more."""


@contextmanager
def stops_heard() -> Iterator[None]:
    """Whatever runs here unwinds by KeyboardInterrupt when it is told to end, whatever it is at."""
    before = sys.unraisablehook
    signal.signal(signal.SIGTERM, _stop)
    sys.unraisablehook = lambda lost: _again(lost.exc_value) if _is_stop(lost.exc_value) else before(lost)
    try:
        yield
    finally:
        sys.unraisablehook = before


def told_to_end(stop: BaseException | None) -> bool:
    """Whether it was another program that asked, and nobody at the keyboard."""
    return stop is not None and signal.SIGTERM in stop.args


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt(signal.SIGTERM)


def _is_stop(lost: BaseException | None) -> bool:
    return isinstance(lost, KeyboardInterrupt)


def _again(stop: BaseException | None) -> None:
    sent = signal.SIGTERM if told_to_end(stop) else signal.SIGINT
    later = Timer(A_MOMENT, signal.pthread_kill, (main_thread().ident, sent))  # it may wait, and is woken by its own
    later.daemon = True
    later.start()
