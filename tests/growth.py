"""Whether work grows with its input: two sizes are run in turn, so that a busy or a slow machine changes nothing."""

from collections.abc import Callable
from time import process_time

TRIES = 10
"""A machine in use slows now the one run and now the other, sometimes more often than not; a growth that is real shows
in each try, and what shows none once is not tried again."""

LEAST = 0.005
"""Seconds below which a run tells nothing: added to both."""

STEEP = 1.6
"""From here on work is out of proportion. Of four times the size, a part that grows with the square shows as soon as it
takes as long as all the rest. What is in proportion comes to 1.2, and on a busy machine to 1.7 three times in a row."""


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
