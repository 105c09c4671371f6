"""Many small cases in one test: to begin and end a test, and to tell of it, takes longer than most of them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def each(cases: Iterable[T], holds: Callable[[T], None], name: Callable[[T], object] = repr) -> None:
    """Ask all, and tell every one that fails, with what it said."""
    failed = [f"{name(case)}: {fault}" for case in cases if (fault := _fault(holds, case))]
    assert not failed, f"{len(failed)} fail\n\n" + "\n\n".join(failed)


def _fault(holds: Callable[[T], None], case: T) -> str:
    """What is wrong with one; empty where nothing is."""
    try:
        holds(case)
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"
    return ""
