"""A process for each other core of this machine. They end with this one, however that ends, and hear no Ctrl-C of their
own.

They are forked from a server that has read the program once; nothing of what this process holds goes with them.
"""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection
from threading import Thread

from build_tools.errors import UserError
from build_tools.workers.collecting import collect_seldom
from build_tools.workers.crew import ALONE, PATIENCE, Crew, Submit

PROGRAM = "build_tools.build", "build_tools.citations.at_hand"
"""What the server reads, with all that it needs, so that those forked from it need not."""

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
    _start_server()
    context = get_context("forkserver")
    kept, end = context.Pipe(duplex=False)
    executor, before = ProcessPoolExecutor(number, context, _end_with, (kept,)), sys.getswitchinterval()
    sys.setswitchinterval(SOON)
    try:
        yield executor.submit
    except BrokenExecutor:
        wrong, remedy = "was ended from outside", "see whether memory ran short, and run this again"
        raise UserError("a process of kamerbrieven", None, wrong, remedy) from None
    finally:
        sys.setswitchinterval(before)
        end.close()
        executor.shutdown(cancel_futures=True)
        kept.close()


def _start_server() -> None:
    """Start what others are forked from, deaf to what only this process is to hear."""
    resource_tracker.ensure_running()  # which would hear it again for all that is started afterwards
    forkserver.set_forkserver_preload([*PROGRAM])
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HEARD_HERE_ALONE)
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with(kept: Connection) -> None:
    """Begin a process: it ends, whatever it does, when the pipe has no other end any more."""
    collect_seldom()
    Thread(target=_end_after, args=(kept,), daemon=True).start()


def _end_after(kept: Connection) -> None:
    kept.poll(None)
    os._exit(1)
