"""All cores at what is made of one letter or one pair by itself.

A task is a function of the program with values as its arguments: whoever carries it out, its result is the same. The
first ones are done here and now; only once these took as long as it takes to call in others, the rest is given to them.
Results are had in the order of the tasks.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import AbstractContextManager, ExitStack
from itertools import islice
from time import process_time
from typing import TypeVar

from build_tools.errors import UserError

T = TypeVar("T")

Task = Callable[[], T]
"""A function that pickle can name, with arguments that it can write: `partial(compare, one, other)`."""

Waiting = Callable[[], T]
"""Gives the result of a task that was begun, once there is one."""

PATIENCE = 1.5
"""Seconds of work after which others are called in: about what it takes to start them, so that a few letters, which
are done by then, wait for nobody, and what follows is never worth less than it costs."""

AHEAD = 200
"""So many tasks at most are begun before their results are asked for: enough to keep many cores busy, and few enough
for memory."""


class LostError(Exception):
    """Others were ended from outside: nobody knows what they had made, so this is no mistake in one letter's file."""


class Crew:
    """This process, and others once they are worth it; they are gone when the `with` of this value ends."""

    def __init__(
        self, others: Callable[[], AbstractContextManager[Executor]] | None = None, patience: float = PATIENCE
    ) -> None:
        self._others, self._patience = others, patience
        self._executor: Executor | None = None
        self._spent = 0.0
        self._stack = ExitStack()

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self._executor = None
        self._stack.close()
        if isinstance(error, LostError):
            wrong = "a process that helped was ended from outside"
            raise UserError("kamerbrieven", None, wrong, "see whether memory ran short, and run it again") from None

    @property
    def has_others(self) -> bool:
        """Whether there are others to begin a task, as there are once enough was done here."""
        if self._executor is None and self._others and self._spent >= self._patience:
            self._executor = self._stack.enter_context(self._others())
        return self._executor is not None

    def begin(self, task: Task[T]) -> Waiting[T]:
        """Let others begin a task; without others it is done here, as soon as its result is asked for."""
        if not self.has_others or self._executor is None:
            return lambda: self._done_here(task)
        executor = self._executor
        future = _unbroken(lambda: executor.submit(task))
        return lambda: _unbroken(future.result)

    def in_order(self, begun: Iterable[Waiting[T]]) -> Iterator[Waiting[T]]:
        """Pass on what waits for results, in order; where there are others, those that follow are begun by then."""
        rest = iter(begun)
        first = deque(islice(rest, AHEAD if self.has_others else 0))
        return self._in_order(first, rest)

    def _in_order(self, waiting: deque[Waiting[T]], rest: Iterator[Waiting[T]]) -> Iterator[Waiting[T]]:
        for one in rest:
            waiting.append(one)
            if not self.has_others or len(waiting) > AHEAD:
                yield waiting.popleft()
        yield from waiting

    def _done_here(self, task: Task[T]) -> T:
        begin = process_time()
        try:
            return task()
        finally:
            self._spent += process_time() - begin


ALONE = Crew()
"""This process by itself."""


def _unbroken(step: Callable[[], T]) -> T:
    try:
        return step()
    except BrokenExecutor as error:
        raise LostError from error
