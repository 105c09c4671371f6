"""Processes that carry out tasks, each at the other end of a pipe.

For each of them a thread here hands over tasks and takes what they give, so that it has its next task while it does
one. They end as soon as nobody has this end of their pipe any more.
"""

import os
import pickle
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from threading import Thread
from traceback import format_exc
from typing import Any

from build_tools.progress import LOG
from build_tools.workers.collecting import collect_seldom
from build_tools.workers.crew import Submit, Task
from build_tools.workers.written import written

HELD = 2
"""So many tasks a process has at once: one that it does, and one that it need not wait for."""

HEARD_HERE_ALONE = (signal.SIGINT, signal.SIGTERM)
"""Who ends a command ends all processes of it; the first tells the others."""


@contextmanager
def pool(number: int, context: Any) -> Iterator[Submit]:
    """So many processes. What nobody has done when this ends is let go, and so are they."""
    tasks: Tasks = SimpleQueue()
    pipes: list[Connection] = []
    with deaf():
        processes = [_begun(context, pipes) for _ in range(number)]
    threads = [Thread(target=_Hand(pipe, tasks).over, daemon=True) for pipe in pipes]
    for thread in threads:
        thread.start()
    try:
        yield partial(_submit, tasks)
    finally:
        for process in processes:
            process.kill()
            tasks.put(None)
        for one in (*threads, *processes):
            one.join()
        for pipe in pipes:
            pipe.close()


@contextmanager
def deaf() -> Iterator[None]:
    """What is started meanwhile does not hear what only this process is to hear."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HEARD_HERE_ALONE)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begun(context: Any, pipes: list[Connection]) -> Any:
    """A process. One that is forked from this has its pipes too, and lets go of them."""
    here, there = context.Pipe()
    pipes.append(here)
    inherited = pipes if context.get_start_method() == "fork" else ()
    process = context.Process(target=_work, args=(there, inherited), daemon=True)
    process.start()
    there.close()
    return process


Tasks = SimpleQueue[tuple[Future[Any], Task[Any]] | None]
"""Tasks in their order, each with what has its result; nothing where there are no more."""


def _submit(tasks: Tasks, task: Task[Any]) -> Future[Any]:
    begun: Future[Any] = Future()
    tasks.put((begun, task))
    return begun


class _Hand:
    """Hands tasks over to one process."""

    def __init__(self, pipe: Connection, tasks: Tasks) -> None:
        self._pipe, self._tasks = pipe, tasks
        self._held: deque[Future[Any]] = deque()

    def over(self) -> None:
        """Until there are no more. What a process does not do because it is gone fails."""
        try:
            while self._has_more():
                done, made = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 - from a process of this program
                begun = self._held.popleft()
                begun.set_result(made) if done else begun.set_exception(made)
        except (EOFError, OSError):
            while self._held:
                _fail(self._held.popleft())
            while handed := self._tasks.get():
                _fail(handed[0])

    def _has_more(self) -> bool:
        """Give the process as many tasks as it may have; whether it has any: while there is none it waits for one."""
        while len(self._held) < HELD:
            try:
                handed = self._tasks.get(block=not self._held)
            except Empty:
                break
            if handed is None:
                return False
            self._give(*handed)
        return True

    def _give(self, begun: Future[Any], task: Task[Any]) -> None:
        if begun.set_running_or_notify_cancel():
            try:
                data = written(task)
            except Exception as error:  # pickle raises whatever a value does
                begun.set_exception(error)
                return
            self._held.append(begun)
            self._pipe.send_bytes(data)


def _fail(begun: Future[Any]) -> None:
    """Say of a task that nobody is there to do it."""
    if begun.running() or begun.set_running_or_notify_cancel():
        begun.set_exception(BrokenExecutor())


def _work(pipe: Connection, inherited: Sequence[Connection]) -> None:
    """Carry out tasks in their order, with the next one at hand; what they fail with is a result as well."""
    for other in inherited:
        other.close()
    collect_seldom()
    LOG.disabled = True  # whoever asks for all this tells of it
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    while True:
        pipe.send_bytes(_outcome(tasks.get()))


def _receive(pipe: Connection, tasks: "SimpleQueue[bytes]") -> None:
    """Take tasks as they come, so that whoever sends them never waits; whatever is done then, end with the pipe."""
    try:
        while True:
            tasks.put(pipe.recv_bytes())
    except (EOFError, OSError):
        os._exit(1)


def _outcome(task: bytes) -> bytes:
    """Whether a task could be done, and what it gave or failed with."""
    try:
        return written((True, pickle.loads(task)()))  # noqa: S301 - from a process of this program
    except Exception as error:
        error.add_note(format_exc())
        return _failure(error)


def _failure(error: Exception) -> bytes:
    """What a task failed with; not every error can be written and read again."""
    try:
        data = written((False, error))
        pickle.loads(data)  # noqa: S301 - just written
    except Exception:
        return written((False, RuntimeError(format_exc())))
    return data
