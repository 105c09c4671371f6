"""What stands in a file, asked of the system in as few steps as that takes: builds ask it of every file there is."""

import os
from errno import ELOOP, ENXIO
from stat import S_ISREG

NO_FILE = (FileNotFoundError, NotADirectoryError)


def content_at(path: str | os.PathLike[str]) -> bytes | None:
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
