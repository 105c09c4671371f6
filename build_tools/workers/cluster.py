"""Other machines: a Dask cluster does what is made of one letter or one pair by itself.

A task carries all that it needs, so the machines share no disk. A worker makes something only if it runs the very
program that asks for it, with the same packages: what it makes is what would have been made here.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import Any, TypeVar

from build_tools.errors import UserError
from build_tools.folders import how_to_have
from build_tools.workers.crew import Crew, Submit, Task

T = TypeVar("T")

DISTRIBUTED = "distributed>=2026.1,<2028"
"""What the extra `cluster` asks for."""

PATIENCE = 10
"""Seconds to wait for a scheduler, and for a first worker of it."""

RETRIES = 3
"""So often a task is begun again whose worker is gone."""


class OtherProgramError(Exception):
    """A worker runs another program: this is no mistake in one letter's file, so nothing can be made."""


def cluster(address: str, program: Callable[[], str]) -> Crew:
    """The workers of the scheduler at an address. `program` tells, here and there, what runs."""
    return Crew(partial(_workers, address, program), patience=0, shares_disk=False)


@contextmanager
def _workers(address: str, program: Callable[[], str]) -> Iterator[Submit]:
    distributed = _distributed()
    client = _client(distributed, address)
    try:
        _greet(client, address, program)
        executor = client.get_executor(pure=False, retries=RETRIES)

        yield partial(executor.submit, _by_same_program, program, program())
    except OtherProgramError:
        wrong = "has a worker without this version of the program and its packages"
        raise UserError(address, None, wrong, "install there what runs here") from None
    except (distributed.KilledWorker, CancelledError):
        raise UserError(address, None, "lost its workers", "see whether memory ran short there") from None
    finally:
        client.close()


def _distributed() -> Any:
    """The package, which only this needs and which states no types."""
    try:
        return import_module("distributed")
    except ImportError:
        remedy = how_to_have(DISTRIBUTED, "cluster", "kamerbrieven --scheduler …", ".venv/ready-dev")
        raise UserError("--scheduler", None, "needs the package distributed", remedy) from None


def _client(distributed: Any, address: str) -> Any:
    try:
        return distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        remedy = "start one with dask scheduler, and give the address that it tells"
        raise UserError(address, None, "is no scheduler that answers", remedy) from None


def _greet(client: Any, address: str, program: Callable[[], str]) -> None:
    """See to it that there is a worker, and that all run this program."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise UserError(address, None, "has no workers", "start some with dask worker, and this address") from None
    if any(other != program() for other in client.run(program, on_error="return").values()):
        raise OtherProgramError


def _by_same_program(program: Callable[[], str], asked: str, task: Task[T]) -> T:
    """Carry out a task on a worker, which may have come after the others were asked what they run."""
    if program() != asked:
        raise OtherProgramError
    return task()
