"""A process for each other core of this machine. They end with this one, however that ends, and hear no Ctrl-C of their
own.

Where that can be they are forked from this one, and know the program; elsewhere from a server that has read it once.
"""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread
from typing import Any

from build_tools.errors import UserError
from build_tools.progress import LOG
from build_tools.workers.collecting import collect_seldom
from build_tools.workers.crew import ALONE, PATIENCE, Crew, Submit, Task

PROGRAM = "build_tools.build", "build_tools.citations.at_hand"
"""What is read, with all that it needs, before others are forked, so that they need not."""

HEARD_HERE_ALONE = (signal.SIGINT, signal.SIGTERM)
"""Who ends a command ends all processes of it; the first tells the others."""

SOON = 0.0005
"""Seconds after which what hands tasks to the others has its turn, while this process works: most take some thousandths
of a second, and would be waited for as long."""


def all_cores(patience: float = PATIENCE, cores: int | None = None) -> Crew:
    """This process, and one for each other core once they are worth it."""
    cores = cores or usable_cores()
    return Crew(partial(_processes, cores - 1), patience) if cores > 1 else ALONE


def usable_cores() -> int:
    """The cores that this process may use; where the system does not tell that of a process, all there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _processes(number: int) -> Iterator[Submit]:
    """So many processes. Each ends as soon as nobody has the other end of a pipe any more."""
    context = _context()
    kept, end = context.Pipe(duplex=False)
    executor, before = ProcessPoolExecutor(number, context, _end_with, (kept, end)), sys.getswitchinterval()
    sys.setswitchinterval(SOON)
    try:
        if context.get_start_method() == "fork":
            with _deaf():
                executor.submit(bool)  # with which all begin, before this process has a thread
        yield partial(_submitted, context, executor)
    except BrokenExecutor:
        wrong, remedy = "was ended from outside", "see whether memory ran short, and run this again"
        raise UserError("a process of kamerbrieven", None, wrong, remedy) from None
    finally:
        sys.setswitchinterval(before)
        end.close()
        executor.shutdown(cancel_futures=True)
        kept.close()


def _context() -> BaseContext:
    """How others begin. Where this process has one thread alone, as the system tells on Linux, they are forked from it,
    with what it has read: a fork of more would find locked for ever what the others held.
    """
    threads = Path("/proc/self/task")
    if threads.is_dir() and len(list(threads.iterdir())) == 1:
        for name in PROGRAM:
            import_module(name)
        return get_context("fork")
    resource_tracker.ensure_running()  # which would hear again, for all that is started afterwards, what it should not
    forkserver.set_forkserver_preload([*PROGRAM])
    with _deaf():
        forkserver.ensure_running()
    return get_context("forkserver")


def _submitted(context: BaseContext, executor: ProcessPoolExecutor, task: Task[Any]) -> Future[Any]:
    """Let a process begin a task, once there can be one: until then an executor would keep whoever ends it waiting."""
    if context.get_start_method() == "forkserver":
        _until_it_serves(context)
    return executor.submit(task)


@cache
def _until_it_serves(context: BaseContext) -> None:
    """Wait until the server has read the program, which takes a second: before it forks nothing."""
    for_nothing = context.Process(target=bool, daemon=True)  # type: ignore[attr-defined]
    for_nothing.start()
    for_nothing.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """What is started meanwhile does not hear what only this process is to hear."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HEARD_HERE_ALONE)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with(kept: Connection, end: Connection) -> None:
    """Begin a process: it ends, whatever it does, when the pipe has no other end any more, here neither."""
    end.close()
    collect_seldom()
    LOG.disabled = True  # whoever asks for all this tells of it
    Thread(target=_end_after, args=(kept,), daemon=True).start()


def _end_after(kept: Connection) -> None:
    kept.poll(None)
    os._exit(1)
