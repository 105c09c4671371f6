"""All cores at what is made of one letter or one pair by itself.

A task is a function of the program with values as its arguments: whoever carries it out, its result is the same. The
first ones are done here and now; once there is more to do others are called in, and while they come this process works
on. Results are had in the order of the tasks.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from itertools import islice
from threading import Event, Thread
from time import process_time
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")

Task = Callable[[], T]
"""A function that pickle can name, with arguments that it can write: `partial(compare, one, other)`."""

Waiting = Callable[[], T]
"""Gives the result of a task that was begun, once there is one."""

Submit = Callable[[Task[Any]], Future[Any]]
"""Lets others begin a task: `submit` of an executor."""

Others = Callable[[], AbstractContextManager[Submit]]
"""Calls others in. What goes wrong with them, and with no task, it tells in the end as a mistake of a user."""

PATIENCE = 1.5
"""Seconds of work after which others are waited for: about what it takes to start them, so that a few letters, which
are done by then, wait for nobody, and what follows is never worth less than it costs."""

AT_ONCE = 0.3
"""The part of these seconds after which they are called: what takes less is over before they are there."""

AHEAD = 200
"""So many tasks at most are begun before their results are asked for: enough to keep many cores busy, and few enough
for memory."""


class Crew:
    """This process, and others once they are worth it; they are gone when the `with` of this value ends.

    `shares_disk` tells whether the others find the files that this process names.
    """

    def __init__(self, others: Others | None = None, patience: float = PATIENCE, shares_disk: bool = True) -> None:
        self._others, self._patience, self.shares_disk = others, patience, shares_disk
        self._submit: Submit | None = None
        self._came: Event | None = None
        self._spent = 0.0
        self._stack = ExitStack()

    def __enter__(self) -> "Crew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Whoever was called in goes, and says what it was if they were the ones who failed."""
        self._submit = None
        self._stack.__exit__(kind, error, trace)

    @property
    def has_others(self) -> bool:
        """Whether there are others to begin a task, as there are once enough was done here."""
        if self._submit is None and self._others and self._spent >= AT_ONCE * self._patience:
            self._submit, self._came = self._stack.enter_context(self._others()), Event()
            Thread(target=_greet, args=(self._submit, self._came), daemon=True).start()
        there = self._spent >= self._patience or (self._came is not None and self._came.is_set())
        return self._submit is not None and there

    def begin(self, task: Task[T]) -> Waiting[T]:
        """Let others begin a task; without others it is done here, as soon as its result is asked for."""
        if not self.has_others or self._submit is None:
            return partial(self.here, task)
        return self._submit(task).result

    def in_order(self, begun: Iterable[Waiting[T]], ahead: int = AHEAD) -> Iterator[Waiting[T]]:
        """Pass on what waits for results, in order; where there are others, those that follow are begun by then."""
        rest = iter(begun)
        first = deque(islice(rest, ahead if self.has_others else 0))
        return self._in_order(first, rest, ahead)

    def _in_order(self, waiting: deque[Waiting[T]], rest: Iterator[Waiting[T]], ahead: int) -> Iterator[Waiting[T]]:
        for one in rest:
            waiting.append(one)
            if not self.has_others or len(waiting) > ahead:
                yield waiting.popleft()
        yield from waiting

    def here(self, task: Task[T]) -> T:
        """Do a task in this process, whoever else there is."""
        begin = process_time()
        try:
            return task()
        finally:
            self._spent += process_time() - begin


def _greet(submit: Submit, came: Event) -> None:
    """Wait until the first of the others is there. Where none comes, the first task tells it."""
    with suppress(Exception):
        submit(bool).result()
    came.set()


ALONE = Crew()
"""This process by itself."""
