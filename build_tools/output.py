"""The one place that writes: generated files go to their folders all together or not at all.

A folder keeps a list of what was generated in it. After `commit`: exactly the given files are generated
there, only those that changed were touched, and files that are not on the list are as they were. If anything
goes wrong on the way, a full disk or Ctrl-C, everything is as it was, and what the system refused is said in one line:
the file that it had no room for, the folder that it would not let be written to.
"""

import json
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EACCES, EPERM, EROFS
from os.path import realpath
from pathlib import Path, PurePosixPath

from build_tools.errors import UserError

LIST = ".kamerbrieven.json"
"""Hidden, so that MkDocs leaves it aside; beside the pages, so that a removed letter takes its page along."""


PREFIX = ".kamerbrieven-"
"""How the name of a temporary folder begins."""

NOT_ALLOWED = {EACCES, EPERM, EROFS}
"""What the system says of a folder that may not be written to."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site as a value: its path below the folder of pages, and what stands in it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """One file to replace: what comes (None: nothing), and a copy of what stood there (None: nothing did)."""

    target: Path
    new: Path | None
    old: Path | None


def generated(folder: Path) -> frozenset[str]:
    """The names of the files that earlier builds made in a folder."""
    path = folder / LIST
    try:
        names = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    except ValueError:
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) and _is_inside(name) for name in names):
        raise UserError(path, None, "is damaged", "restore it, or remove it with the pages beside it")
    return frozenset(names)


def by_hand(folder: Path) -> Iterator[str]:
    """The names of the files in a folder that no build made; hidden ones are nobody's pages."""
    made = generated(folder)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and name.as_posix() not in made and not any(part[0] == "." for part in name.parts):
            yield name.as_posix()


def stale(content: dict[str, bytes], folder: Path) -> tuple[str, ...]:
    """Name what differs between the files as they should be generated and those in a folder."""
    differing = {name for name, wanted in content.items() if _content(folder / name) != wanted}
    return tuple(sorted(differing | (generated(folder) ^ content.keys())))


def write(content: dict[str, bytes], folder: Path) -> None:
    """Write files to a folder that nobody reads yet."""
    for name, data in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, data)


def put(path: Path, data: bytes) -> None:
    """Write one file. A disk that is full does not say where it was; this does."""
    try:
        path.write_bytes(data)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def write_asked(path: Path, data: bytes) -> None:
    """Write one file where the user asked for it."""
    try:
        path.write_bytes(data)
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise UserError(path, None, wrong, "give a file in a folder that you may write to") from None


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A temporary folder on the same disk as the target, gone afterwards; the first folder in it becomes the target."""
    parent, place = Path(realpath(target)).parent, None
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=parent) as name:
            place = Path(name)
            yield place
    except FileNotFoundError:
        raise
    except OSError as error:
        refused = _refused(error, target, place)
        if refused is None:
            raise
        raise refused from error


def _refused(error: OSError, target: Path, place: Path | None) -> UserError | None:
    """What the system did not let us write, as the user knows it; none where it belongs to another target."""
    path = _meant(error.filename2 or error.filename, target, place)
    if path is None:
        return None
    if error.errno in NOT_ALLOWED:
        wrong = f"cannot be written to ({error.strerror})"
        return UserError(path.parent, None, wrong, "make it writable, or give another folder; nothing was changed")
    return UserError(path, None, f"cannot be written ({error.strerror})", "mend that; nothing was changed")


def _meant(name: str | None, target: Path, place: Path | None) -> Path | None:
    """The file that a name in a temporary folder stands for."""
    path = Path(name) if name else target
    if place and path.is_relative_to(place):
        return target.joinpath(*path.relative_to(place).parts[1:])
    if path.name.startswith(PREFIX):
        return Path(realpath(target))
    return None if any(part.startswith(PREFIX) for part in path.parts) else path


def changes(staged: Path, names: Collection[str], target: Path) -> list[Replacement]:
    """What has to be done so that exactly the named files of a staged folder are generated in the target."""
    before = generated(target)
    write({LIST: _listing(names)}, staged)
    aside = Path(tempfile.mkdtemp(dir=staged.parent))
    result = []
    for name in sorted({*names, LIST, *before}):
        new, path = staged / name if name in names or name == LIST else None, target / name
        old = _content(path)
        if old == (_content(new) if new else None):
            continue
        if old is not None and name not in before and name != LIST:
            raise UserError(path, None, "was not made by kamerbrieven", "move it out of the way")
        if old is not None:
            write({name: old}, aside)
        result.append(Replacement(path, new, aside / name if old is not None else None))
    return result


def commit(todo: Sequence[Replacement]) -> None:
    """Carry out all changes; take them back if one fails."""
    done: list[Replacement] = []
    try:
        for change in todo:
            done.append(change)
            _put(change.new, change.target)
    except BaseException:
        for change in reversed(done):
            _put(change.old, change.target)
        raise


def _put(source: Path | None, target: Path) -> None:
    """Let a file take the place of another one in a single step; no source removes it."""
    if source is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
        return
    target.unlink(missing_ok=True)
    with suppress(OSError):
        for folder in target.parents:
            folder.rmdir()


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _listing(names: Collection[str]) -> bytes:
    """One name a line, so that a review shows which pages come and go."""
    return (json.dumps(sorted(names), ensure_ascii=False, indent=0) + "\n").encode()


def _is_inside(name: str) -> bool:
    """Never touch a file elsewhere, whatever a list says."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and path.name != ""
