"""All cores at what is made of one letter or one pair by itself.

A task is a function of the program with values as its arguments: whoever carries it out, its result is the same. The
first ones are done here and now; once more is begun than these took, others are called in, and where many are begun
before any is done, at once. This process works on while they come, and with them afterwards: whoever has nothing to do
takes the next task. Results are had in the order of the tasks.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from itertools import accumulate, islice
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

SMALL_ONES = 8
"""So many small tasks make a lot: some hundredths of a second of work, as much as a page or a letter takes, so that
nobody waits for others longer than without lots. A power of two, as shares of it are added up."""


class Begun(Generic[T]):
    """A task that was begun: as it is done here, as others do it, and what is made here of what they give. `share` is
    what part of a lot it makes.
    """

    def __init__(self, here: Task[T], there: Task[Any], received: Callable[[Any], T], share: float = 1) -> None:
        self.there, self.share, self._here, self._received = there, share, here, received
        self.lot: HandedLot | None = None
        self.place = 0
        self._made_here: Future[T] = Future()

    @property
    def is_done(self) -> bool:
        return self._made_here.done() or (self.lot is not None and self.lot.is_made)

    @property
    def is_free(self) -> bool:
        """Whether nobody has begun with it; nobody else will then."""
        return self.lot is None or self.lot.is_taken_back

    def do_here(self) -> None:
        """What it fails with is told when it is asked for."""
        try:
            self._made_here.set_result(self._here())
        except Exception as error:
            self._made_here.set_exception(error)

    def result(self) -> T:
        if self.lot is None or self._made_here.done():
            return self._made_here.result()
        return self._received(self.lot.result_at(self.place))


class HandedLot:
    """Tasks that others do one after another before they give all results: to hand one over by itself takes a quarter
    of a millisecond of CPU, and many take no more than one or two themselves. It knows none of them, so that the
    results go with the last task.
    """

    def __init__(self, tasks: Sequence[Begun[Any]], submit: Submit) -> None:
        self._made: Future[list[Any]] = submit(partial(_one_by_one, [begun.there for begun in tasks]))
        for place, begun in enumerate(tasks):
            begun.lot, begun.place = self, place

    @property
    def is_made(self) -> bool:
        return self._made.done() and not self._made.cancelled()

    @property
    def is_taken_back(self) -> bool:
        """Whether nobody has begun with it; this process has all its tasks again then."""
        return self._made.cancel()

    def result_at(self, place: int) -> Any:
        return self._made.result()[place]


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
        self,
        here: Task[T],
        there: Task[Any] | None = None,
        received: Callable[[Any], T] = lambda made: made,
        small: bool = False,
    ) -> Waiting[T]:
        """Begin a task; `there` is the same as others do it, and `received` makes the result of what they give. Small
        ones, of a few thousandths of a second, are handed over in lots.
        """
        begun = Begun(here, there or here, received, 1 / SMALL_ONES if small else 1)
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

    def _hand_over(self, wanted: Begun[Any] | None = None) -> None:
        """Let others have what nobody has begun with, once they are there: in whole lots, but where one is wanted that
        they alone do.
        """
        while self._unsent and self.has_others and self._submit and (size := self._size_of_lot(wanted)):
            taken = [self._unsent.popleft() for _ in range(size)]
            if lot := [begun for begun in taken if begun in self._open]:
                HandedLot(lot, self._submit)

    def _size_of_lot(self, wanted: Begun[Any] | None) -> int:
        """How many of those that wait to be sent make a lot; none where there are too few."""
        shares = accumulate(begun.share for begun in self._unsent)
        size = next((n for n, share in enumerate(shares, 1) if share >= 1), 0)
        alone = not size and not self._patience and wanted in self._unsent
        return len(self._unsent) if alone else size

    def _result(self, begun: Begun[T]) -> T:
        """The result of a task. Until it is there this process takes others, one by one."""
        self._hand_over(begun)
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


def _one_by_one(tasks: Iterable[Task[Any]]) -> list[Any]:
    return [task() for task in tasks]


def _greet(submit: Submit, came: Event) -> None:
    """Wait until the first of the others is there. Where none comes, the first task tells it."""
    with suppress(Exception):
        submit(bool).result()
    came.set()


ALONE = Crew()
"""This process by itself."""
