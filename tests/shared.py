"""What is dear to make is made by one of the processes that run tests, and used by all."""

import fcntl
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

values: Path | None = None
"""The folder of this run where values lie that one process made and all use."""


def shared_folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder of this run, the same one in each process."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait until no other process works in a folder."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made_once(name: str, make: Callable[[], T]) -> T:
    """A value that never changes, made by whichever process of this run asks for it first."""
    assert values is not None, "conftest.py says where they lie"
    folder = values / name
    folder.mkdir(exist_ok=True)
    path = folder / "value"
    with one_at_a_time(folder):
        if not path.exists():
            path.write_bytes(pickle.dumps(make()))
    value: T = pickle.loads(path.read_bytes())
    return value
