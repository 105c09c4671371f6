"""Whether work grows with its input: two sizes are run in turn, so that a busy or a slow machine changes nothing."""

from collections.abc import Callable
from time import process_time

TRIES = 3
"""A machine in use can slow one of two runs; a growth that is real shows in each try."""

LEAST = 0.01
"""Seconds below which a run tells nothing: added to both."""


def growth(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """How many times the CPU time a size takes of that for a part of it, at the least of a few tries: about `times`
    where work is in proportion, about its square where it is not."""
    found = []
    for _ in range(TRIES):
        short, long = seconds(work, size // times), seconds(work, size)
        found.append((long + LEAST) / (short + LEAST))
        if found[-1] < 2 * times:
            break
    return min(found)


def seconds(work: Callable[[int], object], size: int) -> float:
    start = process_time()
    work(size)
    return process_time() - start
