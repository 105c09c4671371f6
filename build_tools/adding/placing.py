"""The files of letters, put into their folder; nothing that is there is ever replaced.

After `place`: the whole file is there under its name, with the facts that came beside it, or nothing is.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EEXIST
from hashlib import sha256
from pathlib import Path

from build_tools.adding.arriving import Arrival
from build_tools.committing.lock import PREFIX
from build_tools.errors import UserError, to_write
from build_tools.sources.readers import content_of
from build_tools.sources.readers.official_xml.metadata import ENDINGS

BESIDE = ENDINGS[0]
"""How the facts beside a paper are called in the folder."""

MODE = 0o666
"""What a new file may be for everyone, as far as the user's mask allows."""


def place(arrival: Arrival, folder: Path) -> Path:
    """Put a letter into the folder."""
    content = content_of(arrival.file.path)
    if sha256(content).hexdigest() != arrival.digest:
        raise UserError(arrival.file.called, None, "changed while it was read", "add it again")
    target = folder / arrival.name
    beside = arrival.file.beside
    with _refusals(target):
        if beside:
            _put_new(facts := folder / f"{target.stem}{BESIDE}", content_of(beside))
        try:
            _put_new(target, content)
        except OSError:
            if beside:
                facts.unlink()
            raise
    return target


def replace_text(path: Path, content: bytes) -> None:
    """Write a file anew: the old one stands until the new one is whole."""
    with _refusals(path):
        aside = _aside(path.parent, content)
        try:
            if path.exists():
                aside.chmod(path.stat().st_mode & 0o777)
            aside.replace(path.resolve())
        finally:
            aside.unlink(missing_ok=True)


def _put_new(target: Path, content: bytes) -> None:
    aside = _aside(target.parent, content)
    try:
        _link(aside, target)
    finally:
        aside.unlink(missing_ok=True)


def _link(aside: Path, target: Path) -> None:
    """Give the file its name, unless something has it. Where a disk knows no links, that is looked up first."""
    try:
        target.hardlink_to(aside)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(target)) from None
        aside.rename(target)


def _aside(folder: Path, content: bytes) -> Path:
    """The content in a hidden file beside its target, so that it only needs its name."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=PREFIX, dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).chmod(MODE & ~_mask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _mask() -> int:
    """The user's mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _refusals(target: Path) -> Iterator[None]:
    """What the system does not allow, as a line about the file that was to be written."""
    try:
        yield
    except FileExistsError:
        wrong = "is in the way, or something above it"
        raise UserError(target, None, wrong, "move it and add the letter again") from None
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise UserError(target, None, wrong, f"{to_write(error)}, and add the letter again") from None
