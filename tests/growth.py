"""Whether work grows with its input: two sizes are run in turn, so that a busy or a slow machine changes nothing."""

from collections.abc import Callable
from time import process_time

TRIES = 3
"""A machine in use can slow one of two runs; a growth that is real shows in each try."""

LEAST = 0.005
"""Seconds below which a run tells nothing: added to both."""

STEEP = 1.5
"""From here on work is out of proportion. Of four times the size, a part that grows with the square shows as soon as it
takes as long as all the rest; what is in proportion came to 1.3 at most, also on a busy machine."""


def growth(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """How many times the CPU time that would be in proportion a size takes, beside a part of it, at the least of a few
    tries: about 1 where work is in proportion, `times` where it grows with the square."""
    found = []
    for _ in range(TRIES):
        short, long = seconds(work, size // times), seconds(work, size)
        found.append((long + LEAST) / (short + LEAST) / times)
        if found[-1] < STEEP:
            break
    return min(found)


def seconds(work: Callable[[int], object], size: int) -> float:
    start = process_time()
    work(size)
    return process_time() - start
