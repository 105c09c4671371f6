"""What other processes make: the same as this one by itself, in order, whole or not at all."""

import gc
import os
import pickle
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from frozen import SEEDS
from places import files_in, folders_of

from build_tools import build as stages
from build_tools.build import build
from build_tools.cache.remembering import Memory, Product, _Handed, key_of
from build_tools.cache.store import Store, opened
from build_tools.errors import MistakesError, UserError, attempt
from build_tools.folders import PROJECT, Folders
from build_tools.model import Signer
from build_tools.site import finish, kept_pages
from build_tools.site.described.page_facts import Page
from build_tools.site.finish import Finished
from build_tools.site.search.index import write_index
from build_tools.workers.collecting import SELDOM, seldom_collected
from build_tools.workers.crew import AHEAD, ALONE, PATIENCE, SMALL_ONES, SUPPOSED, Crew, Submit
from build_tools.workers.processes import all_cores, usable_cores

SIGNED = Product("signing", Signer)


def signer(name: str) -> Signer:
    if not name:
        raise MistakesError([UserError("a", 3, "has no name", "give one"), UserError("b", None, "has none", "too")])
    return Signer(name, "minister")


def with_threads(patience: float = 0) -> Crew:
    return Crew(three_threads, patience)


@contextmanager
def three_threads() -> Iterator[Submit]:
    with ThreadPoolExecutor(3) as executor:
        yield executor.submit


def begun(crew: Crew, name: str) -> Callable[[], Signer]:
    return Memory(Store(), crew).begun(SIGNED, key_of("signing", name), lambda: partial(signer, name))


@pytest.mark.parametrize("crew", [ALONE, with_threads(), with_threads(1000)])
def test_results_come_in_the_order_of_the_tasks(crew: Crew) -> None:
    names = [f"{n}" for n in range(AHEAD + 50)]
    with crew:
        waiting = crew.in_order(begun(crew, name) for name in names)
        assert [one().name for one in waiting] == names


def made_in_parts(memory: Memory) -> Signer:
    part = memory.remembered(SIGNED, ("part",), lambda: Signer("A", threading.current_thread().name))
    return Signer("AB", part.role)


@pytest.mark.parametrize("anew", [True, False])
def test_parts_that_others_made_are_remembered_too(tmp_path: Path, anew: bool) -> None:
    own, key = threading.current_thread().name, key_of("signing", "whole")
    with opened(tmp_path / "store") as store, with_threads() as crew:
        whole = Memory(store, crew).begun_in_parts(SIGNED, key, made_in_parts, anew)()
    with opened(tmp_path / "store") as store:
        memory = Memory(store)
        part = memory.recalled(SIGNED, key_of("signing", "part"))
        assert memory.recalled(SIGNED, key) == whole and part == Signer("A", whole.role)
        assert memory.begun_in_parts(SIGNED, key, lambda _: pytest.fail("it was there"), anew)() == whole
    assert (whole.role == own) is not anew


def test_where_the_system_knows_no_cores_of_a_process_all_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert usable_cores() == 3
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert usable_cores() == 1


def test_a_mistake_that_others_met_is_told_when_its_turn_comes() -> None:
    with with_threads() as crew, ProcessPoolExecutor(1) as processes:
        one, wrong = begun(crew, "A"), begun(crew, "")
        assert one() == signer("A")
        here = attempt(partial(signer, ""))
        elsewhere = processes.submit(attempt, partial(signer, "")).result()
        assert isinstance(here, UserError) and isinstance(elsewhere, UserError)
        assert attempt(wrong).lines == here.lines == elsewhere.lines  # type: ignore[union-attr]
        assert str(elsewhere) == str(here)


def test_a_task_that_is_handed_to_others_is_there_what_it_is_here() -> None:
    there: Callable[[], Signer] = pickle.loads(pickle.dumps(_Handed(partial(signer, "A"))))
    assert there() == signer("A")


def test_no_more_is_begun_than_is_soon_asked_for() -> None:
    told: list[int] = []

    def telling(n: int) -> Callable[[], int]:
        told.append(n)
        return lambda: n

    with with_threads() as crew:
        for n, waiting in enumerate(crew.in_order(telling(n) for n in range(3 * AHEAD))):
            assert waiting() == n and len(told) <= n + 1 + AHEAD
    assert len(told) == 3 * AHEAD


def test_a_few_tasks_wait_for_nobody() -> None:
    with Crew(lambda: pytest.fail("nobody was needed")) as crew:
        assert [one().name for one in crew.in_order(begun(crew, name) for name in "abc")] == list("abc")


def test_where_many_are_begun_before_any_is_done_others_come_at_once() -> None:
    called = threading.Event()

    @contextmanager
    def others() -> Iterator[Submit]:
        called.set()
        with three_threads() as submit:
            yield submit

    with Crew(others) as crew:
        few = [crew.begin(work) for _ in range(int(PATIENCE / SUPPOSED) - 1)]
        assert not called.is_set()
        more = [crew.begin(work) for _ in range(2)]
        assert called.is_set() and all(one() for one in few + more)


def test_until_others_have_come_this_process_works_on_and_with_them_afterwards() -> None:
    """One other has begun with the last of the tasks when this process asks for the first one."""
    called, come = threading.Event(), threading.Event()

    @contextmanager
    def slowly() -> Iterator[Submit]:
        with ThreadPoolExecutor(1) as executor:
            executor.submit(come.wait)
            called.set()
            yield executor.submit

    with Crew(slowly, patience=SUPPOSED * 1.5) as crew:
        assert crew.begin(work)() == threading.get_ident() and not called.is_set()
        while not called.is_set():
            assert crew.begin(work)() == threading.get_ident()
        come.set()
        while not crew.has_others:
            time.sleep(0.01)
        held, go_on = threading.Event(), threading.Event()
        long = crew.begin(lambda: (held.set(), go_on.wait(), threading.get_ident())[-1])
        held.wait()
        others = [crew.begin(work) for _ in range(3)]
        assert {one() for one in others} == {threading.get_ident()}
        go_on.set()
        assert long() != threading.get_ident()


def test_small_tasks_are_handed_over_in_lots_and_in_the_end_those_that_make_none() -> None:
    handed: list[int] = []

    @contextmanager
    def counted() -> Iterator[Submit]:
        with three_threads() as submit:
            yield lambda task: (handed.append(1), submit(task))[1]

    with Crew(counted, patience=0) as crew:
        whole = crew.in_order(crew.begin(partial(signer, f"{n}"), small=True) for n in range(3 * SMALL_ONES + 1))
        assert [one().name for one in whole] == [f"{n}" for n in range(3 * SMALL_ONES + 1)]
    assert len(handed) == 1 + 3 + 1  # who greets, three lots, the one task that is left


def test_a_lot_that_nobody_has_begun_with_is_this_process_s_again() -> None:
    come = threading.Event()

    @contextmanager
    def busy() -> Iterator[Submit]:
        with ThreadPoolExecutor(1) as executor:
            yield executor.submit
            come.set()

    with Crew(busy, patience=SUPPOSED / 2) as crew:
        while not crew.has_others:
            crew.begin(work)()
        held = threading.Event()
        long = crew.begin(lambda: (held.set(), come.wait(60), threading.get_ident())[-1])
        held.wait()
        small = [crew.begin(work, small=True) for _ in range(2 * SMALL_ONES + 1)]
        assert {one() for one in small} == {threading.get_ident()}
        come.set()
        assert long() != threading.get_ident()


def work() -> int:
    """Some work; who did it."""
    return len(repr(sum(range(20_000)))) and threading.get_ident()


def test_a_mistake_that_this_process_meets_with_another_task_is_told_when_its_turn_comes() -> None:
    with Crew(three_threads, patience=1000) as crew:
        wrong, right = begun(crew, ""), begun(crew, "A")
        first = crew.in_order([wrong, right])
        assert isinstance(attempt(next(first)), UserError) and next(first)() == signer("A")


def letters_and_pages_in(place: Path) -> Folders:
    """Two letters and pages by hand, of which one is in the navigation."""
    folders = folders_of(place)
    for folder in (folders.seeds, folders.docs):
        folder.mkdir(parents=True)
    for id_ in ("brief-donner-2011", "kst-32824-357"):
        shutil.copy(SEEDS / f"{id_}.txt", folders.seeds)
    folders.config.write_text("site_name: A & B\nsite_url: https://example.org/x/\nnav:\n  - Eigen: eigen.md\n")
    (folders.docs / "eigen.md").write_text(
        "---\ntitle: A <b> & B\n---\n# Ei\n\n[Brief](brieven/kst-32824-357.md#al-1)\n"
    )
    (folders.docs / "los.md").write_text(
        "---\ndate: 2025-01-02\nauthor: A & B\n---\n# Los\n\nZie [dit](eigen.md#ei).\n"
    )
    return folders


@pytest.mark.slow
def test_all_cores_make_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One with an index in volumes."""
    here, there = letters_and_pages_in(tmp_path / "here"), letters_and_pages_in(tmp_path / "there")
    monkeypatch.setattr(stages, "all_cores", lambda: ALONE)
    monkeypatch.setattr(finish, "write_index", partial(write_index, most=500))
    build(here)
    assert (here.site / "pagefind/2/pagefind-entry.json").is_file()
    monkeypatch.setattr(stages, "all_cores", lambda: all_cores(patience=0, cores=2))
    monkeypatch.setattr(kept_pages, "MANY", 1)
    own, page = os.getpid(), finish.page
    rendered_here: list[str] = []

    def noted(html: str, about: Page, *others: Any) -> tuple[str, Finished]:
        rendered_here.extend([about.url] * (os.getpid() == own))
        return page(html, about, *others)

    monkeypatch.setattr(finish, "page", noted)
    build(there)
    assert files_in(there.site) == files_in(here.site) and not rendered_here


@pytest.mark.slow
def test_what_is_wrong_with_a_page_is_told_as_well_where_others_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders, told = letters_and_pages_in(tmp_path / "one"), []
    monkeypatch.setattr(kept_pages, "MANY", 1)
    (folders.docs / "los.md").write_text("# Los\n\n[a](weg.md) [b](eigen.md#weg) [c](ook-weg.md)\n")
    for crew in (lambda: ALONE, lambda: all_cores(patience=0, cores=2)):
        monkeypatch.setattr(stages, "all_cores", crew)
        with pytest.raises(UserError) as wrong:
            build(folders)
        told.append(wrong.value.lines)
    assert told[0] == told[1] and len(told[0]) == 3


def own_id() -> int:
    return os.getpid()


def end(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.slow
def test_a_process_that_is_killed_ends_it_all_with_one_line() -> None:
    with pytest.raises(UserError, match="ended from outside") as told, all_cores(patience=0, cores=2) as crew:
        crew.begin(partial(end, signal.SIGKILL))()
    assert len(told.value.lines) == 1


@pytest.mark.slow
def test_others_hear_no_interrupt_and_are_gone_afterwards() -> None:
    with all_cores(patience=0, cores=2) as crew:
        for number in (signal.SIGINT, signal.SIGTERM):
            crew.begin(partial(end, number))()
        other = crew.begin(own_id)()
        crew.begin(partial(time.sleep, 600))
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)


KILLED_AT_WORK = """
import os, signal, threading, time
from functools import partial
from build_tools.workers.processes import all_cores

for _ in range({threads} - 1):
    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
with all_cores(patience=0, cores=3) as crew:
    for number in (signal.SIGINT, signal.SIGTERM):
        crew.begin(partial(signal.raise_signal, number))()
    crew.begin(partial(time.sleep, 600))
    print(os.getpid(), crew.begin(os.getpid)(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.slow
@pytest.mark.parametrize("threads", [1, 2])
def test_others_end_with_a_process_that_is_killed(threads: int) -> None:
    """However they began, as its threads decide. What it writes to comes to an end once nobody of them has it."""
    command = [sys.executable, "-c", KILLED_AT_WORK.format(threads=threads)]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, check=False)
    own, other = done.stdout.split()
    assert done.returncode == -signal.SIGKILL and own != other


def test_python_looks_for_cycles_as_often_afterwards_as_before() -> None:
    before = (700, 10, 10)
    with seldom_collected():  # as the tests themselves are, which this restores
        gc.set_threshold(*before)
        with suppress(UserError), seldom_collected():
            assert gc.get_threshold() == SELDOM
            raise UserError("a", None, "fails", "mend it")
        assert gc.get_threshold() == before


HOLDING = """
from pathlib import Path
from build_tools.workers.collecting import give_back_large_buffers

def held():
    return int(Path("/proc/self/statm").read_text().split()[1])

give_back_large_buffers()
bytearray(3_000_000)  # let go at once: by itself the C library gets room for no smaller ones from now on
before = held()
pairs = [(bytearray(300_000), bytearray(1_000)) for _ in range(200)]
most, small = held() - before, [small for _, small in pairs]
del pairs
print(most, held() - before)
"""
"""Large buffers among small ones that stay: how much a process holds with them and without, in pages."""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the C library of Linux")
def test_large_buffers_leave_no_room_behind() -> None:
    run = subprocess.run([sys.executable, "-c", HOLDING], capture_output=True, text=True, check=True, cwd=PROJECT)
    most, left = map(int, run.stdout.split())
    assert left < most / 10, "without, all of it"
