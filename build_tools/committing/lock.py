"""One build at a time: a hidden folder beside each folder that is written, held for as long as a build runs.

The system lets go of it when the process ends, however it ends: no lock is ever stale, and what a killed build left in
the folder is there for the next one to mend. A second build says who builds, and waits.
"""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import realpath, samestat
from pathlib import Path

from build_tools.errors import UserError
from build_tools.progress import notice

PREFIX = ".kamerbrieven-"
"""How the name of a temporary folder begins."""

BUILDER = "builder"
"""The file that says which process holds a folder."""

OWNER_ALONE = 0o700
"""Who may read and write what is not whole yet."""


def beside(target: Path) -> Path:
    """The hidden folder of a target, on the same disk."""
    real = Path(realpath(target))
    return real.with_name(PREFIX + real.name)


@contextmanager
def held(target: Path) -> Iterator[Path]:
    """Hold the folder beside a target alone; it is gone afterwards, unless something was left in it."""
    place = beside(target)
    with _parents(place.parent, target):
        handle = _hold(place, target)
        try:
            with suppress(OSError):
                (place / BUILDER).write_bytes(str(os.getpid()).encode())
            yield place
        finally:
            (place / BUILDER).unlink(missing_ok=True)
            with suppress(OSError):
                place.rmdir()
            os.close(handle)


@contextmanager
def at_rest(target: Path) -> Iterator[None]:
    """Wait for who builds here, and let nobody begin; write nothing."""
    handle = _opened(beside(target))
    if handle is None:
        yield
        return
    try:
        _wait(handle, target)
        yield
    finally:
        os.close(handle)


@contextmanager
def _parents(folder: Path, target: Path) -> Iterator[None]:
    """Make folders that are missing; those in which nothing came to stand are taken away again."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    with _can_be_made(target):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):
            for path in missing:
                path.rmdir()


@contextmanager
def _can_be_made(target: Path) -> Iterator[None]:
    """A place where the system itself makes all folders, as `/proc`, says of a new one that it is not found."""
    try:
        yield
    except FileNotFoundError:
        raise UserError(target, None, "lies where no folder can be made", "give another one") from None


def _hold(place: Path, target: Path) -> int:
    """Make the folder and lock it. Who waited for one that its builder took away begins anew."""
    while True:
        with suppress(FileExistsError), _can_be_made(target):
            place.mkdir(OWNER_ALONE)
        handle = _opened(place)
        if handle is None:
            continue
        try:
            _wait(handle, target)
            if _still_stands(place, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _still_stands(place: Path, handle: int) -> bool:
    try:
        return samestat(place.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _opened(place: Path) -> int | None:
    """A handle on a folder that a build of this user made; what somebody else laid there is never obeyed."""
    try:
        handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise UserError(place, None, "is in the way of a build", "take it away") from None
    found = os.fstat(handle)
    if found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & ~OWNER_ALONE:
        os.close(handle)
        raise UserError(place, None, "was not made by a build of yours", "take it away")
    return handle


def _wait(handle: int, target: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        notice(f"{target}: {_builder(beside(target))} builds here; waiting for it")
        fcntl.flock(handle, fcntl.LOCK_EX)


def _builder(place: Path) -> str:
    with suppress(OSError, ValueError):
        return f"process {int((place / BUILDER).read_bytes())}"
    return "another process"
