"""A commit as a journal: what is about to change is written down and flushed, then done, then forgotten.

After `mend`: each commit in the folders was done as a whole or not at all, at whatever moment its process was killed,
and nothing lies beside them. A journal is taken back file by file, and that can be broken off and begun anew as well:
only a file that still is what the commit made of it becomes what it was.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from build_tools.as_json import in_one_line
from build_tools.committing.digests import digest_at
from build_tools.committing.lock import BUILDER, beside
from build_tools.committing.standing import FilePath, take_place
from build_tools.errors import UserError

LIST = ".kamerbrieven.json"
"""What was generated in a folder: hidden, so that MkDocs leaves it aside; beside the pages, so that a removed letter
takes its page along. A commit brings it first and takes it back last: it tells whether any of the rest has been done.
"""

JOURNAL = "journal.json"
"""In the hidden folder of each folder that a commit changes. The first folder's decides: without it nothing is open."""

OLD = "old"
"""Where copies of what is replaced lie, in the same hidden folder."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """One file to replace: the folder that has what comes under the same name (None: nothing comes), its digest, and
    whether there is a copy of what stood there.
    """

    folder: Path
    name: str
    staged: Path | None
    digest: str | None
    had: bool

    @property
    def target(self) -> Path:
        return self.folder / self.name

    @property
    def new(self) -> str | None:
        return f"{self.staged}/{self.name}" if self.staged else None

    @property
    def old(self) -> Path | None:
        return beside(self.folder) / OLD / self.name if self.had else None


def commit(todo: Sequence[Replacement]) -> None:
    """Carry out all changes. Where that is broken off the journal stays, and `mend` takes them back."""
    if not todo:
        return
    real = {folder: realpath(folder) for folder in dict.fromkeys(change.folder for change in todo)}
    folders = list(dict.fromkeys(real.values()))
    _write_down(todo, real, folders)
    for change in todo:
        _put(change.new, f"{change.folder}/{change.name}")
    os.sync()
    _forget(folders[0])
    for folder in folders[1:]:  # it tells nothing any more, but would be read to know that
        (beside(Path(folder)) / JOURNAL).unlink(missing_ok=True)


def mend(folders: Collection[Path]) -> None:
    """Take back what was broken off in folders that this process holds, and sweep what lies beside them."""
    for folder in folders:
        todo = unfinished(folder)
        others = {change.folder for change in todo} - {Path(realpath(own)) for own in folders}
        if others:
            wrong = f"was left half, with {min(others)}, by a build that was broken off"
            raise UserError(folder, None, wrong, f"build both again, or take away {beside(folder)}")
        _take_back(todo)
        if todo:
            os.sync()
            _forget(todo[0].folder)
    for folder in folders:
        _sweep(beside(folder))


def unfinished(folder: Path) -> tuple[Replacement, ...]:
    """The changes, also those in other folders, of a commit in this one that was broken off."""
    path = beside(folder) / JOURNAL
    if not path.is_file():
        return ()
    try:
        todo = tuple(_read(path.read_bytes()))
    except (ValueError, LookupError, TypeError):
        raise UserError(path, None, "is damaged", f"take away {path.parent}") from None
    decided = not todo or not (beside(todo[0].folder) / JOURNAL).is_file()
    return () if decided else todo


def is_inside(name: str) -> bool:
    """Whether a name leads nowhere else, whatever a list says."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    return bool(parts) and ".." not in parts and not name.startswith("/")


def _write_down(todo: Sequence[Replacement], real: Mapping[Path, str], folders: Sequence[str]) -> None:
    """The journal in every folder, the one that decides last and in a single step, after all else is on the disk."""
    path = beside(Path(folders[0])) / JOURNAL
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as file:
        file.writelines(_lines(todo, real, folders))
    for folder in folders[1:]:
        shutil.copyfile(new, beside(Path(folder)) / JOURNAL)
    os.sync()
    new.replace(path)
    os.sync()


def _lines(todo: Sequence[Replacement], real: Mapping[Path, str], folders: Sequence[str]) -> Iterator[str]:
    """The journal, each change by itself: written at once, those of a large site take more room than all they tell."""
    yield f'{{"folders": {in_one_line(folders)}, "changes": [\n'
    for n, change in enumerate(todo):
        row = folders.index(real[change.folder]), change.name, change.digest, change.had
        yield f"{',' * (n > 0)}{in_one_line(row)}\n"
    yield "]}"


def _read(data: bytes) -> Iterator[Replacement]:
    journal = json.loads(data)
    for place, name, made, had in journal["changes"]:
        if not is_inside(name):
            raise ValueError(name)
        yield Replacement(Path(journal["folders"][place]), name, None, made, bool(had))


def _take_back(todo: Sequence[Replacement]) -> None:
    """Put back what stood there, if what stands there now is what the commit brought."""
    not_begun = {change.folder for change in todo if change.name == LIST and not _is_done(change)}
    for change in reversed(todo):
        if change.folder not in not_begun and _is_done(change):
            _put(change.old, change.target)
        _leave_no_empty_folder(change.target)


def _is_done(change: Replacement) -> bool:
    return digest_at(change.target) == change.digest


def _put(source: FilePath | None, target: FilePath) -> None:
    """Let a file take the place of another one in a single step; no source removes it."""
    if source is not None:
        take_place(source, target)
        return
    Path(target).unlink(missing_ok=True)
    _leave_no_empty_folder(Path(target))


def _leave_no_empty_folder(target: Path) -> None:
    with suppress(OSError):
        for folder in target.parents:
            folder.rmdir()


def _forget(folder: Path | str) -> None:
    (beside(Path(folder)) / JOURNAL).unlink(missing_ok=True)
    os.sync()


def _sweep(place: Path) -> None:
    for path in place.iterdir() if place.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != BUILDER:
            path.unlink()
