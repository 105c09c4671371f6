"""The digest by which a file is told from another one: of what is in memory, and of what stands on the disk.

A process that builds again and again asks the same files each time. What it read before it need not read again, as long
as the system says that nobody wrote the file since: by its place on the disk, its size, and when it was written.
"""

import os
from functools import lru_cache
from hashlib import sha256
from time import time_ns

from build_tools.committing.standing import FilePath, as_written, content_at

SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is written once more has another time: no disk keeps a coarser one."""

REMEMBERED = 20_000
"""So many files are remembered, by some 300 bytes each: those of a site of some thousand letters."""


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def digest_at(path: FilePath) -> str | None:
    """The digest of a file; None where there is none, as `content_at` has it."""
    written = as_written(path)
    if written is None or time_ns() - written[0] < SETTLED:
        return _read(path)
    return _read_before(os.fspath(path), written)


@lru_cache(maxsize=REMEMBERED)
def _read_before(path: str, _written: tuple[int, ...]) -> str | None:
    return _read(path)


def _read(path: FilePath) -> str | None:
    content = content_at(path)
    return None if content is None else digest(content)
