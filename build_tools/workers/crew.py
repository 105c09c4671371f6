"""All cores at what is made of one letter or one pair by itself.

A task is a function of the program with values as its arguments: whoever carries it out, its result is the same. The
first ones are done here and now; once more is begun than these took, others are called in, and where many are begun
before any is done, at once. This process works on while they come, and with them afterwards: whoever has nothing to do
takes the next task. Results are had in the order of the tasks.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from itertools import islice
from threading import Event, Thread
from types import TracebackType
from typing import Any, Generic, TypeVar

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
"""Seconds of work, done and begun, for which others are worth it: about what it takes to start them, so that a few
letters, which are done by then, wait for nobody, and what follows is never worth less than it costs."""

SUPPOSED = 0.015
"""Seconds that a task is supposed to take while none is done: a third of a letter's, of which a build reads first all
that it does not know. So others come at once for a hundred, and read the program while this process does."""

AHEAD = 200
"""So many tasks at most are begun before their results are asked for: enough to keep many cores busy, and few enough
for memory."""


class Begun(Generic[T]):
    """A task that was begun: as it is done here, as others do it, and what is made here of what they give."""

    def __init__(self, here: Task[T], there: Task[Any], received: Callable[[Any], T]) -> None:
        self.there, self._here, self._received = there, here, received
        self.made_there: Future[Any] | None = None
        self._made_here: Future[T] = Future()

    @property
    def is_done(self) -> bool:
        return self._made_here.done() or (self.made_there is not None and self.made_there.done())

    @property
    def is_free(self) -> bool:
        """Whether nobody has begun with it; nobody else will then."""
        return self.made_there is None or self.made_there.cancel()

    def do_here(self) -> None:
        """What it fails with is told when it is asked for."""
        try:
            self._made_here.set_result(self._here())
        except Exception as error:
            self._made_here.set_exception(error)

    def result(self) -> T:
        if self.made_there is None or self._made_here.done():
            return self._made_here.result()
        return self._received(self.made_there.result())


class Crew:
    """This process, and others once they are worth it; they are gone when the `with` of this value ends.

    With no `patience` at all everything is left to the others. `shares_disk` tells whether they find the files that
    this process names.
    """

    def __init__(self, others: Others | None = None, patience: float = PATIENCE, shares_disk: bool = True) -> None:
        self._others, self._patience, self.shares_disk = others, patience, shares_disk
        self._submit: Submit | None = None
        self._came: Event | None = None
        self._open: OrderedDict[Begun[Any], None] = OrderedDict()
        self._unsent: deque[Begun[Any]] = deque()
        self._done, self._spent = 0, 0.0
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
        """Whether there are others to begin a task, as there are soon after enough is to be done."""
        if self._submit is None and self._others and self._is_much:
            self._submit, self._came = self._stack.enter_context(self._others()), Event()
            Thread(target=_greet, args=(self._submit, self._came), daemon=True).start()
        there = not self._patience or (self._came is not None and self._came.is_set())
        return self._submit is not None and there

    @property
    def _is_much(self) -> bool:
        """Whether what was done here and what is begun, each at the mean of what was done, is worth calling others."""
        each = self._spent / self._done if self._done else SUPPOSED
        return self._spent + each * len(self._open) >= self._patience

    def begin(
        self, here: Task[T], there: Task[Any] | None = None, received: Callable[[Any], T] = lambda made: made
    ) -> Waiting[T]:
        """Begin a task; `there` is the same as others do it, and `received` makes the result of what they give."""
        begun = Begun(here, there or here, received)
        if self._others:
            self._open[begun] = None
            self._unsent.append(begun)
            self._hand_over()
        return partial(self._result, begun)

    def in_order(self, begun: Iterable[Waiting[T]], ahead: int = AHEAD) -> Iterator[Waiting[T]]:
        """Pass on what waits for results, in order; where there can be others, those that follow are begun by then."""
        rest = iter(begun)
        ahead = ahead if self._others else 0
        return self._in_order(deque(islice(rest, ahead)), rest, ahead)

    def _in_order(self, waiting: deque[Waiting[T]], rest: Iterator[Waiting[T]], ahead: int) -> Iterator[Waiting[T]]:
        for one in rest:
            waiting.append(one)
            if len(waiting) > ahead:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()

    def _hand_over(self) -> None:
        """Let others have what nobody has begun with, once they are there."""
        while self._unsent and self.has_others and self._submit:
            begun = self._unsent.popleft()
            if begun in self._open:
                begun.made_there = self._submit(begun.there)

    def _result(self, begun: Begun[T]) -> T:
        """The result of a task. Until it is there this process takes others, one by one."""
        self._hand_over()
        while not begun.is_done and (mine := self._free(begun)):
            self._do(mine)
            self._hand_over()
        self._open.pop(begun, None)
        return begun.result()

    def _free(self, wanted: Begun[Any]) -> Begun[Any] | None:
        """A task for this process to do, the wanted one if nobody has begun with it."""
        if not self._others:
            return wanted
        while self._open and (self._patience or not self._submit):
            begun = wanted if wanted in self._open else next(iter(self._open))
            del self._open[begun]
            if begun.is_free:
                return begun
        return None

    def _do(self, begun: Begun[Any]) -> None:
        begin = time.thread_time()  # by its module: the Python of browsers, which never comes here, has no such clock
        begun.do_here()
        self._done, self._spent = self._done + 1, self._spent + time.thread_time() - begin


def _greet(submit: Submit, came: Event) -> None:
    """Wait until the first of the others is there. Where none comes, the first task tells it."""
    with suppress(Exception):
        submit(bool).result()
    came.set()


ALONE = Crew()
"""This process by itself."""
