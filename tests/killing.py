"""Kill a commit before each of its steps, and what mends it before each of its own: a program for `test_committing.py`.

Prints at how many moments a process was killed, for each kind of build. Fails where two folders are of different builds
after mending, or where the next build leaves anything else than a clean one does.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from build_tools.committing.journal import commit
from build_tools.committing.lock import PREFIX
from build_tools.output import changes, staging, write

STEPS = tuple((os, name) for name in ("mkdir", "replace", "rmdir", "unlink", "sync"))
"""Whatever changes a folder, file by file, by whichever way the program asks the system for it."""

BEFORE = {"blijft": "1", "brieven/a": "a", "brieven/weg": "weg"}
AFTER = {"blijft": "1", "brieven/a": "anders", "data/b": "b"}


def publish(folders: list[Path], content: dict[str, str]) -> None:
    """Generate the same files in two folders, in one commit."""
    todo = []
    with staging(folders) as places:
        for folder, place in zip(folders, places, strict=True):
            made = write({name: text.encode() for name, text in content.items()}, place / "new")
            todo += changes(place / "new", made, folder)
        commit(todo)


def mend(folders: list[Path]) -> None:
    with staging(folders):
        pass


def is_killed(act: Callable[[], None], moment: int) -> bool:
    """Do something in a process of its own, which is killed before its step with this number; tell whether it was."""
    child = os.fork()
    if not child:
        left = count(moment, -1)
        for owner, name in STEPS:
            setattr(owner, name, killing(getattr(owner, name), left))
        act()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status == signal.SIGKILL


def killing(step: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
    def stepping(*arguments: object, **named: object) -> object:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **named)

    return stepping


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder; of folders in it the name."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def at_every_moment(root: Path, act: Callable[[], None], then: Callable[[], None]) -> int:
    """Kill what is done in a folder at each moment, and each time see what comes of it."""
    saved = Path(mkdtemp(dir=root.parent)) / "saved"
    shutil.copytree(root, saved)
    for moment in count():
        was_killed = is_killed(act, moment)
        then()
        shutil.rmtree(root)
        if not was_killed:
            saved.rename(root)
            return moment
        shutil.copytree(saved, root)
    raise AssertionError


def main(root: Path, first: dict[str, str], second: dict[str, str], mending_too: bool = False) -> int:
    """A build of two folders that lie apart, after an earlier one; kill what mends each half state of it too."""
    folders, moments = [root / "hier/docs", root / "daar/site"], []
    publish(folders, second)
    clean = tree(root)
    shutil.rmtree(root)
    for folder in folders:
        folder.parent.mkdir(parents=True)
    if first:
        publish(folders, first)
    before = tree(root)
    settled = [pages(before), pages(clean)]

    def build_again() -> None:
        mend(folders)
        assert tree(root) in (before, clean)
        publish(folders, second)
        assert tree(root) == clean

    def mend_and_build_again() -> None:
        if not mending_too or pages(tree(root)) in settled:
            build_again()
        else:
            settled.append(pages(tree(root)))
            moments.append(at_every_moment(root, lambda: mend(folders), build_again))

    moments.append(at_every_moment(root, lambda: publish(folders, second), mend_and_build_again))
    return sum(moments)


def pages(found: dict[str, bytes | None]) -> dict[str, bytes | None]:
    return {name: data for name, data in found.items() if PREFIX not in name}


if __name__ == "__main__":
    os.sync = lambda: None  # a step like the others, but what is killed here is a process and not the machine
    place = Path(sys.argv[1])
    for name, arguments in {
        "new": ({}, AFTER),
        "emptier": (AFTER, {"b": "b"}),
        "changed": (BEFORE, AFTER, True),
    }.items():
        (place / name).mkdir()
        print(main(place / name, *arguments))
