"""The one place that writes: generated files go to their folders all together or not at all.

A folder keeps a list of what was generated in it. After `commit`: exactly the given files are generated
there, only those that changed were touched, and files that are not on the list are as they were. If anything
goes wrong on the way, a full disk or Ctrl-C, everything is as it was, and what the system refused is said in one line:
the file that it had no room for, the folder that it would not let be written to. After a kill the next build takes back
what was half done.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from errno import EACCES, EPERM, EROFS
from os.path import realpath
from pathlib import Path

from build_tools.as_json import as_json
from build_tools.committing.digests import digest_at
from build_tools.committing.journal import LIST, OLD, Replacement, is_inside, mend, unfinished
from build_tools.committing.lock import PREFIX, at_rest, beside, held
from build_tools.committing.standing import FilePath, are_one, content_at, is_file, stands_also, write_anew
from build_tools.committing.staying import StandingFolder
from build_tools.committing.waiting import Content, bytes_of, digest_of, has
from build_tools.errors import UserError, to_write

NOT_ALLOWED = {EACCES, EPERM, EROFS}
"""What the system says of a folder that may not be written to."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site as a value: its path below the folder of pages, and what stands in it."""

    path: str
    text: str

    @property
    def content(self) -> bytes:
        return self.text.encode()


@dataclass(frozen=True, slots=True)
class DataFile:
    """The same of what tells of all letters, as bytes: as a text it takes twice their room, and both for a while."""

    path: str
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


def generated(folder: Path) -> frozenset[str]:
    """The names of the files that earlier builds made in a folder."""
    path = folder / LIST
    try:
        names = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    except ValueError:
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) and is_inside(name) for name in names):
        raise UserError(path, None, "is damaged", "restore it, or remove it with the pages beside it")
    return frozenset(names)


def by_hand(folder: Path) -> Iterator[str]:
    """The names of the files in a folder that no build made; hidden ones are nobody's pages."""
    return (name for name in not_generated(folder) if is_file(f"{folder}/{name}"))


def not_generated(folder: Path) -> Iterator[str]:
    """The same with what is called like a file and is none: a pipe, a link to nothing."""
    made = generated(folder)
    return (name for name in sorted(_seen(folder)) if name not in made)


def _seen(folder: Path) -> Iterator[str]:
    """The names of all that stands in a folder and is not hidden; links to folders are not followed."""
    for place, folders, files in os.walk(folder, onerror=_unseen):
        folders[:] = (name for name in folders if name[0] != ".")
        yield from (f"{place}/{name}".removeprefix(f"{folder}/") for name in files if name[0] != ".")


def _unseen(error: OSError) -> None:
    """A folder that is not there has nothing; one that cannot be looked into may have pages."""
    if not isinstance(error, FileNotFoundError):
        remedy = "make it readable or take it out of the folder"
        raise UserError(error.filename, None, f"cannot be read ({error.strerror})", remedy) from None


def stale(content: dict[str, bytes], folder: Path) -> tuple[str, ...]:
    """Name what differs between the files as they should be generated and those in a folder."""
    differing = {name for name, wanted in content.items() if content_at(folder / name) != wanted}
    return tuple(sorted(differing | (generated(folder) ^ content.keys())))


def stale_among(names: Collection[str], staged: Path, folder: Path) -> tuple[str, ...]:
    """The same, where the files as they should be lie in a folder of their own under these names."""
    differing = {name for name in names if content_at(folder / name) != content_at(staged / name)}
    return tuple(sorted(differing | (generated(folder) ^ set(names))))


def write(content: dict[str, bytes], folder: Path, like: Path | None = None) -> dict[str, str]:
    """Write files to a folder that nobody reads yet; give their names with their digests."""
    return write_each(content.items(), folder, like)


def write_each(
    content: Iterable[tuple[str, Content]],
    folder: Path,
    like: Path | None = None,
    standing: StandingFolder | None = None,
) -> dict[str, str]:
    """Write each file as it comes; give their names with their digests. What the folder `like` has to the byte under
    the same name stands in both: that is less work than to write it, to read it again and to take it away. What stays
    in the one that is `standing` is not written at all.
    """
    digests: dict[str, str] = {}
    places = set()
    for name, data in content:
        digests[name] = digest_of(data)
        if standing and standing.stays(name, digests[name]):
            continue
        place = name.rpartition("/")[0]
        if place not in places:
            (folder / place).mkdir(parents=True, exist_ok=True)
            places.add(place)
        put(f"{folder}/{name}", data, f"{like}/{name}" if like else None)
    return digests


def put(path: FilePath, data: Content, like: FilePath | None = None) -> None:
    """Write one file, as one of its own: what stands there goes on standing wherever else it does; or let one that has
    just this stand there as well. A disk that is full does not say where it was; this does.
    """
    if like and has(like, data) and stands_also(like, path):
        return
    try:
        write_anew(path, bytes_of(data))
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def keep(source: Path, target: Path) -> None:
    """Let a file stand in a folder that nobody reads yet as well; nobody may write into it there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not stands_also(source, target):
        put(target, source.read_bytes())


def write_asked(path: Path, data: bytes) -> None:
    """Write one file where the user asked for it."""
    try:
        path.write_bytes(data)
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise UserError(path, None, wrong, "give a file in a folder that you may write to") from None


@contextmanager
def staging(targets: Sequence[Path], others: Sequence[Path] = ()) -> Iterator[list[Path]]:
    """For each target a temporary folder on its disk, gone afterwards; the first folder in it becomes the target.

    Meanwhile nobody else builds in these targets. What a killed build left half is taken back first, also in the other
    folders that the same command knows.
    """
    folders = sorted({Path(realpath(path)) for path in (*targets, *(path for path in others if beside(path).exists()))})
    try:
        with ExitStack() as stack:
            for folder in folders:
                stack.enter_context(held(folder))
            mend(folders)
            stack.callback(mend, folders)
            yield [beside(target) for target in targets]
    except FileNotFoundError:
        raise
    except OSError as error:
        refused = next(filter(None, (_refused(error, target, beside(target)) for target in targets)), None)
        if refused is None:
            raise
        raise refused from error


@contextmanager
def of_one_build(folders: Sequence[Path], build_command: str) -> Iterator[None]:
    """Nobody builds in these folders meanwhile, and what stands in them is of one build, by that command; nothing is
    written.
    """
    with ExitStack() as stack:
        for folder in sorted(folders, key=realpath):
            stack.enter_context(at_rest(folder))
            if unfinished(Path(realpath(folder))):
                raise UserError(folder, None, "was left half by a build that was broken off", f"run {build_command}")
        yield


def _refused(error: OSError, target: Path, place: Path) -> UserError | None:
    """What the system did not let us write, as the user knows it; none where it belongs to another target, or where it
    was not the system that said it.
    """
    path = None if error.errno is None else _meant(error.filename2 or error.filename, target, place)
    if path is None:
        return None
    if error.errno in NOT_ALLOWED:
        wrong = f"cannot be written to ({error.strerror})"
        return UserError(path.parent, None, wrong, "make it writable, or give another folder; nothing was changed")
    return UserError(path, None, f"cannot be written ({error.strerror})", f"{to_write(error)}; nothing was changed")


def _meant(name: str | None, target: Path, place: Path) -> Path | None:
    """The file that a name in a temporary folder stands for."""
    path = Path(name) if name else target
    if path == place:
        return Path(realpath(target))
    if path.is_relative_to(place):
        return target.joinpath(*path.relative_to(place).parts[1:])
    return None if any(part.startswith(PREFIX) for part in path.parts) else path


def changes(
    staged: Path, made: Mapping[str, str], target: Path, staying: Mapping[str, str] | None = None
) -> list[Replacement]:
    """What has to be done so that exactly the files of a staged folder with these names and digests are generated in
    the target, and those that stay as they are there.

    The list comes first, so that it never lacks a file that the commit brought.
    """
    before = generated(target)
    staying = staying or {}
    wanted = {**made, **write({LIST: _listing({**made, **staying})}, staged)}
    result = []
    for name in (LIST, *sorted({*made, *before} - staying.keys())):
        place = staged if name in wanted else None
        if place and are_one(f"{place}/{name}", f"{target}/{name}"):
            continue
        if digest_at(f"{target}/{name}") == wanted.get(name):
            continue
        old = content_at(f"{target}/{name}")
        if old is not None and name not in before and name != LIST:
            raise UserError(target / name, None, "was not made by kamerbrieven", "move it out of the way")
        if old is not None:
            write({name: old}, beside(target) / OLD)
        result.append(Replacement(target, name, place, wanted.get(name), old is not None))
    return result


def apart(todo: Sequence[Replacement], names: Collection[str], folder: Path) -> list[Replacement]:
    """The same, with files of these names in a folder of their own: for the site others come in their place."""
    result = []
    for one in todo:
        if one.new and one.name in names:
            write({one.name: Path(one.new).read_bytes()}, folder)
            one = replace(one, staged=folder)
        result.append(one)
    return result


def _listing(names: Collection[str]) -> bytes:
    """One name a line, so that a review shows which pages come and go."""
    return as_json(sorted(names), indent=0).encode()
