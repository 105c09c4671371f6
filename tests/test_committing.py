"""Whole or not at all: one build at a time, and after a kill at any moment the next build mends everything."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from build_tools.committing.digests import digest
from build_tools.committing.journal import JOURNAL, LIST, Replacement, commit
from build_tools.committing.lock import beside, held
from build_tools.errors import UserError
from build_tools.output import changes, generated, of_one_build, staging, write
from build_tools.progress import LOG

PROGRAM = Path(__file__).parent.parent
KILLING = Path(__file__).with_name("killing.py")


def publish(folder: Path, content: dict[str, str]) -> None:
    with staging([folder]) as (place,):
        made = write({name: text.encode() for name, text in content.items()}, place / "new")
        commit(changes(place / "new", made, folder))


def broken_off(folder: Path, content: dict[str, str]) -> None:
    """Leave what a kill in the middle of a commit leaves."""
    place = beside(folder)
    place.mkdir(0o700)
    made = write({name: text.encode() for name, text in content.items()}, place / "new")
    todo = changes(place / "new", made, folder)
    nowhere = Replacement(folder, "last", place / "nothing", digest(b""), had=False)
    with pytest.raises(FileNotFoundError):
        commit([*todo, nowhere])


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    publish(tmp_path / "docs", {"a": "a", "b": "b"})
    return tmp_path / "docs"


@pytest.mark.slow
def test_killed_at_any_step_of_a_commit_the_next_build_is_a_clean_one(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, KILLING, tmp_path], capture_output=True, text=True, cwd=PROGRAM, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    new, emptier, changed = map(int, run.stdout.split())
    assert min(new, emptier) > 30, "every step of a build of two folders"
    assert changed > 200, "and those of mending it"


@pytest.mark.skipif(not Path("/proc/fs").is_dir(), reason="a folder that the system alone fills is asked for")
@pytest.mark.parametrize("name", ["x", "x/docs"])
def test_where_no_folder_can_be_made_one_line_says_so(name: str) -> None:
    target = Path("/proc/fs", name)
    with pytest.raises(UserError) as caught, staging([target]):
        pass
    assert str(caught.value) == f"{target}: lies where no folder can be made; give another one"


def test_what_was_left_half_is_taken_back(docs: Path) -> None:
    broken_off(docs, {"a": "anders", "c": "c"})
    assert (docs / "c").is_file()
    assert not (docs / "b").exists()
    publish(docs, {"a": "a", "b": "b"})
    assert sorted(path.name for path in docs.iterdir()) == [LIST, "a", "b"]
    assert not beside(docs).exists()


def test_files_that_somebody_wrote_after_a_kill_stay(docs: Path) -> None:
    broken_off(docs, {"a": "anders", "c": "c"})
    (docs / "c").write_text("met de hand", encoding="utf-8")
    publish(docs, {"a": "a"})
    assert (docs / "c").read_text(encoding="utf-8") == "met de hand"
    assert generated(docs) == {"a"}


def test_pages_that_were_thrown_away_after_a_kill_do_not_come_back(docs: Path) -> None:
    broken_off(docs, {"a": "a"})
    for path in docs.iterdir():
        path.unlink()
    publish(docs, {"a": "a"})
    assert sorted(path.name for path in docs.iterdir()) == [LIST, "a"]


def test_a_kill_in_two_folders_is_mended_in_both_or_refused(docs: Path, tmp_path: Path) -> None:
    site = tmp_path / "elders/site"
    site.parent.mkdir()
    beside(site).mkdir(0o700)
    broken_off(docs, {"a": "anders"})
    journal = json.loads((beside(docs) / JOURNAL).read_bytes())
    journal["folders"].append(str(site))
    journal["changes"].append([1, "x", None, False])
    (beside(docs) / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
    with pytest.raises(UserError, match=f"docs: was left half, with {site}, by a build that was broken off; build"):
        publish(docs, {})
    assert (docs / "a").read_text(encoding="utf-8") == "anders"
    with staging([docs], [docs, site]):
        assert (docs / "a").read_text(encoding="utf-8") == "a"
    assert not beside(site).exists()


def test_a_check_says_that_a_build_was_broken_off(docs: Path) -> None:
    broken_off(docs, {"a": "anders"})
    told = "docs: was left half by a build that was broken off; run kamerbrieven --docs d$"
    with pytest.raises(UserError, match=told), of_one_build([docs], "kamerbrieven --docs d"):
        pass


@pytest.mark.parametrize("journal", ["{", "[]", '{"folders": ["/"], "changes": [[0, "../x", null, true]]}'])
def test_a_journal_that_makes_no_sense_is_named(docs: Path, journal: str) -> None:
    beside(docs).mkdir(0o700)
    (beside(docs) / JOURNAL).write_text(journal, encoding="utf-8")
    with pytest.raises(UserError, match=f"{JOURNAL}: is damaged; take away {beside(docs)}"):
        publish(docs, {})


def test_what_others_laid_in_the_way_is_not_obeyed(docs: Path, tmp_path: Path) -> None:
    """A clone, or a folder for all, could bring a journal along."""
    beside(docs).mkdir(0o755)
    with pytest.raises(UserError, match="was not made by a build of yours; take it away"):
        publish(docs, {})
    beside(docs).rmdir()
    for lay in (lambda path: path.symlink_to(tmp_path), lambda path: path.write_bytes(b"")):
        lay(beside(docs))
        with pytest.raises(UserError, match="is in the way of a build; take it away"):
            publish(docs, {})
        beside(docs).unlink()


def test_what_a_killed_build_left_is_swept(docs: Path) -> None:
    write({"docs/brieven/a.md": b"a", "journal.new": b"", "builder": b"1"}, beside(docs))
    beside(docs).chmod(0o700)
    publish(docs, {"a": "a"})
    assert [path.name for path in docs.parent.iterdir()] == ["docs"]


class Heard(logging.Handler):
    """Keeps what the user is told, and tells that there is something."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.something = Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
        self.something.set()


@pytest.fixture
def heard() -> Iterator[Heard]:
    handler = Heard()
    LOG.addHandler(handler)
    yield handler
    LOG.removeHandler(handler)


def test_a_second_build_says_who_builds_and_waits(docs: Path, heard: Heard) -> None:
    second = Thread(target=publish, args=(docs, {"a": "second"}))
    with held(docs):
        second.start()
        assert heard.something.wait(60)
        assert (docs / "a").read_text(encoding="utf-8") == "a"
    second.join()
    assert heard.lines == [f"{docs}: process {os.getpid()} builds here; waiting for it"]
    assert (docs / "a").read_text(encoding="utf-8") == "second"
    assert [path.name for path in docs.parent.iterdir()] == ["docs"]


def test_a_check_waits_for_who_builds(docs: Path, heard: Heard) -> None:
    def look() -> None:
        with of_one_build([docs], "kamerbrieven --docs d"):
            seen.append((docs / "a").read_text(encoding="utf-8"))

    seen: list[str] = []
    with held(docs) as place:
        second = Thread(target=look)
        second.start()
        assert heard.something.wait(60)
        write({"a": b"new"}, docs)
        assert place.is_dir()
    second.join()
    assert seen == ["new"]


def test_builds_of_the_same_folders_in_another_order_never_wait_for_each_other(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"

    def take(folders: list[Path]) -> None:
        for _ in range(30):
            with staging(folders):
                done.append(1)

    done: list[int] = []
    threads = [Thread(target=take, args=(folders,)) for folders in ([one, other], [other, one])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 60
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_two_programs_at_once_build_one_after_the_other(here: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(PROGRAM)}
    command = [sys.executable, "-m", "build_tools", "--no-site"]
    both = [subprocess.Popen(command, cwd=here, env=environment, stderr=subprocess.PIPE) for _ in range(2)]
    assert [run.communicate()[1].count(b"Traceback") for run in both] == [0, 0]
    assert [run.returncode for run in both] == [0, 0]
    assert sorted(path.name for path in here.iterdir()) == [".kamerbrieven", "docs", "seeds"]
