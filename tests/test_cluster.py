"""A cluster on this machine: the same pages, also where a worker is lost, and one line where it cannot help."""

import os
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from test_incremental import files_in, folders_in, made

from build_tools import build as stages
from build_tools.build import build
from build_tools.errors import UserError
from build_tools.folders import PROJECT
from build_tools.workers.cluster import DISTRIBUTED, cluster

needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="the extra [cluster] is not installed")


def unknown_there() -> str:
    """Stands in a module that workers do not have."""
    return "here"


def pages(place: Path, scheduler: str) -> dict[str, bytes]:
    folders = folders_in(place)
    build(folders, with_site=False, scheduler=scheduler)
    return files_in(folders.docs)


@contextmanager
def dask(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A part of a cluster; it is at work once it tells its address."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as process:
        try:
            yield process
        finally:
            process.kill()


def address(process: subprocess.Popen[str]) -> str:
    """What it tells on its way; then what it says goes nowhere."""
    assert process.stderr is not None
    line = next(line for line in process.stderr if " at:" in line)
    threading.Thread(target=process.stderr.read, daemon=True).start()
    return line.split()[-1]


@contextmanager
def two_workers() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    with dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as scheduler:
        own = ("worker", "--no-nanny", "--no-dashboard", "--nthreads", "1", "--host", "127.0.0.1")
        where = address(scheduler)
        with dask(*own, where) as one, dask(*own, where) as other:
            address(one), address(other)
            yield where, [one, other]


@needs_dask
@pytest.mark.slow
def test_a_cluster_makes_the_same_pages_also_without_a_worker_that_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = made(folders_in(tmp_path / "alone"), cached=False)
    with two_workers() as (where, workers):
        assert pages(tmp_path / "together", where) == alone
        compared = stages.compared

        def and_kill(*arguments: object) -> object:
            workers[0].kill()
            return compared(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(stages, "compared", and_kill)
        assert pages(tmp_path / "with_loss", where) == alone
        for other in (os.getpid, unknown_there):
            with pytest.raises(UserError, match="without this version"), cluster(where, other) as crew:  # type: ignore[arg-type]
                crew.begin(dict)


@needs_dask
@pytest.mark.slow
def test_no_scheduler_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.workers.cluster.PATIENCE", 0.1)
    for nowhere in ("tcp://127.0.0.1:9", "nonsense://a"):
        with pytest.raises(UserError, match="is no scheduler that answers"), cluster(nowhere, unknown_there) as crew:
            crew.begin(dict)


def test_without_the_extra_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program itself need not stand on the index of packages."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setattr("build_tools.folders.in_clone", lambda: False)
    monkeypatch.delenv("UV", raising=False)
    crew = cluster("tcp://127.0.0.1:9", unknown_there)
    with pytest.raises(UserError, match=f"package distributed; pip install '{DISTRIBUTED}'$"), crew:
        crew.begin(dict)
    extras = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert extras["cluster"] == [DISTRIBUTED]
