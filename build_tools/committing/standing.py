"""What stands in a file, asked of the system in as few steps as that takes: builds ask it of every file there is, and
so may write each. A path is a text here: as a value by itself it takes longer to make than what is asked of it.
"""

import os
from contextlib import suppress
from errno import ELOOP, ENXIO
from stat import S_ISREG

FilePath = str | os.PathLike[str]

NO_FILE = (FileNotFoundError, NotADirectoryError)


def content_at(path: FilePath) -> bytes | None:
    """The bytes of a file; None where there is none, or a folder, a pipe, a link to nothing or to itself."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a pipe would let us wait for who writes into it
    except NO_FILE:
        return None
    except OSError as error:
        if error.errno in (ELOOP, ENXIO):
            return None
        raise
    try:
        found = os.fstat(handle)
        return _read(handle, found.st_size) if S_ISREG(found.st_mode) else None
    finally:
        os.close(handle)


def _read(handle: int, size: int) -> bytes:
    """All that can be read; what was `size` bytes a moment ago is read at once."""
    data = os.read(handle, size + 1)
    if len(data) == size:
        return data
    pieces = [data]
    while more := os.read(handle, 1 << 20):
        pieces.append(more)
    return b"".join(pieces)


def as_written(path: FilePath) -> tuple[int, ...] | None:
    """By what a file is told from what it was before it was written again: when, in nanoseconds, and where it lies and
    its size. None where there is none.
    """
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_dev, found.st_ino, found.st_size) if S_ISREG(found.st_mode) else None


def is_file(path: FilePath) -> bool:
    """Whether a file is there, perhaps by a link."""
    return os.path.isfile(path)


def are_one(path: FilePath, other: FilePath) -> bool:
    """Whether a file stands under both names."""
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def stands_also(source: FilePath, target: FilePath) -> bool:
    """Let a file stand elsewhere too, where the disk allows it more than one name, and it is itself no link."""
    try:
        if not os.path.islink(source):
            os.link(source, target)
            return True
    except OSError:
        pass
    return False


def write_anew(path: FilePath, data: bytes) -> None:
    """Write a file as one of its own: what stands there goes on standing wherever else it does."""
    with suppress(FileNotFoundError):
        os.unlink(path)
    with open(path, "wb") as file:
        file.write(data)


def take_place(source: FilePath, target: FilePath) -> None:
    """Let a file take the place of another one in a single step, in a folder that may not be there yet."""
    try:
        os.replace(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(source, target)
