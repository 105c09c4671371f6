"""A process for each other core of this machine. They end with this one, however that ends, and hear no Ctrl-C of their
own."""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.context import BaseContext
from pathlib import Path

from build_tools.errors import UserError
from build_tools.workers.crew import ALONE, PATIENCE, Crew, Submit
from build_tools.workers.pool import deaf, pool

PROGRAM = "build_tools.build", "build_tools.citations.at_hand"
"""What the server reads, with all that it needs, so that those forked from it need not."""

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
    """So many processes."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SOON)
    try:
        with pool(number, _context()) as submit:
            yield submit
    except BrokenExecutor:
        wrong, remedy = "was ended from outside", "see whether memory ran short, and run this again"
        raise UserError("a process of kamerbrieven", None, wrong, remedy) from None
    finally:
        sys.setswitchinterval(before)


def _context() -> BaseContext:
    """How others begin. Where this process has one thread alone, as the system tells on Linux, they are forked from it,
    with what it has read: a fork of more would find locked for ever what the others held.
    """
    threads = Path("/proc/self/task")
    if threads.is_dir() and len(list(threads.iterdir())) == 1:
        return get_context("fork")
    _start_server()
    return get_context("forkserver")


def _start_server() -> None:
    """Start what others are forked from."""
    resource_tracker.ensure_running()  # which would hear it again for all that is started afterwards
    forkserver.set_forkserver_preload([*PROGRAM])
    with deaf():
        forkserver.ensure_running()
