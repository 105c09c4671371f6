"""The order of the tests: the quick ones first, and which stay together on a core. A folder to work in, and what comes
in through a pipe."""

import gc
import io
import os
import ssl
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import shared
from hypothesis import HealthCheck, settings
from shared import one_at_a_time, shared_folder

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

ORDER = ("pdf", "slow", "browser")
"""Marks of tests that take long, or need more than Python; `make test-fast` leaves them out. They come in this order
behind the others: what cannot be shared among cores and the longest tests first, and hundreds of short ones that stand
alone last, so that at the end no core waits long for another."""

BROWSER = Path(__file__).parent / "browser"

LONGEST_NAME = 120
"""Signs of a text by which a test is named. Each core tells all names to the others, and texts have up to 20 MB."""


MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30
"""Bytes that must be free there: several times what tests leave until they end."""


def pytest_configure(config: pytest.Config) -> None:
    """Tests write and remove tens of thousands of small files: in memory, where there is room and a program may be
    started from it, a third of what builds take of the machine is not needed, nor is any waiting for a disk.

    Until all is collected hardly anything that was made is let go again: on each core, a sixth of the time that this
    takes went into searches for that. (A process that only adds up what the cores tell collects no tests.)"""
    gc.disable()
    if "TMPDIR" not in os.environ and not config.option.basetemp and MEMORY.is_dir():
        of_it = os.statvfs(MEMORY)
        if of_it.f_bavail * of_it.f_frsize > ROOM and not of_it.f_flag & os.ST_NOEXEC:
            os.environ["TMPDIR"] = str(MEMORY)
            tempfile.tempdir = None


def pytest_make_parametrize_id(val: object) -> str | None:
    """A test of a long text is named by how it begins; where several begin alike, pytest counts them."""
    if isinstance(val, (str, bytes)) and len(val) > LONGEST_NAME:
        begin = val[:LONGEST_NAME]
        text = begin if isinstance(begin, str) else begin.decode("latin-1")
        return text.encode("unicode_escape").decode()
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
        if _kind(item) not in ("browser", "slow") or _shares(item):
            item.add_marker(pytest.mark.xdist_group(f"{item.path.stem} {_kind(item)}"))
    items.sort(key=lambda item: ("", *ORDER).index(_kind(item)))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Tests that stay together do: else each core makes anew what a file shares, and nothing says so. What was
    collected stays to the end, so no search for what can be let go needs to go through it; and each search is as
    seldom as in a process that builds, which takes a twentieth off."""
    from build_tools.workers.collecting import collect_seldom  # not above: coverage begins once this file was read

    collect_seldom()
    gc.enable()
    if getattr(session.config.option, "loadgroup", False):
        together = [item for item in session.items if item.get_closest_marker("xdist_group")]
        assert all("@" in item.nodeid for item in together), "pyproject.toml says which pytest keeps groups"


def _kind(item: pytest.Item) -> str:
    """The mark that says when a test comes; none for a quick one."""
    marks = {mark.name for mark in item.iter_markers()}
    return next((name for name in ORDER if name in marks), "")


def _shares(item: pytest.Item) -> bool:
    """Whether a test takes something that is made once for its file: then it stays with the others that do."""
    defined = item._fixtureinfo.name2fixturedefs.values()  # type: ignore[attr-defined]
    return any(one[-1].scope == "module" for one in defined)


@pytest.fixture(scope="session", autouse=True)
def on_one_core() -> Iterator[None]:
    """A build in a process of the tests calls in no others: each core has tests of its own to do, and whether others
    come would depend on how busy the machine is. `test_workers.py` calls them in, as do commands in their own process.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("build_tools.workers.processes.usable_cores", lambda: 1)
        yield


@pytest.fixture(scope="session", autouse=True)
def without_waiting_for_the_disk() -> Iterator[None]:
    """No test cuts the power, and each build would wait several times for all that anybody writes on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.sync", lambda: None)
        yield


LOOK_THROUGH_ALL = gc.collect


@pytest.fixture(scope="session", autouse=True)
def without_looking_through_all() -> Iterator[None]:
    """A build looks twice through all that a process holds, for what it can let go. That is little in a build of some
    letters, and of a process that holds what its tests share a sixth of the time of each build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gc.collect", lambda: 0)
        yield


@pytest.fixture(scope="session", autouse=True)
def certificates_are_loaded_once() -> Iterator[None]:
    """Each connection of a program would load all of them; here forty programs fetch something in one process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ssl.create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture
def looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a build look after all."""
    monkeypatch.setattr("gc.collect", LOOK_THROUGH_ALL)


@pytest.fixture(scope="session", autouse=True)
def what_all_cores_use(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Say where a value lies that one of them made."""
    shared.values = shared_folder(tmp_path_factory, "values")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one letter."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/brief.txt").write_text("Geachte voorzitter,\n\nTer inzage.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Let these bytes come in through standard input."""
    return lambda content: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))


@pytest.fixture(scope="session")
def built_alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages and the site of the five letters, as a build on one core with nothing kept makes them; not to be
    changed. Each other way of building is held against them.
    """
    from frozen import SEEDS  # not above: coverage begins on each core once this file was read

    from build_tools.build import build
    from build_tools.folders import Folders

    place = shared_folder(tmp_path_factory, "alone")
    with one_at_a_time(place), pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        if not (place / "site").exists():
            build(Folders(SEEDS, place / "docs", place / "site", place / "mkdocs.yml"))
    return place
