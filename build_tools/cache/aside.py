"""What waits until all is there, and is more than memory is for: it lies in a file without a name, gone afterwards."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from weakref import finalize


class LaidAside:
    """A file on the disk of a folder, which need not lie in memory as a folder for temporary files may."""

    def __init__(self, folder: Path) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115  who holds this value has it open
        finalize(self, self._file.close)
        self._end = 0

    def put(self, data: bytes) -> Callable[[], bytes]:
        """Lay something aside; what gives it back."""
        at = self._file.seek(self._end)
        self._end += self._file.write(data)
        return partial(self._read, at, len(data))

    def _read(self, at: int, size: int) -> bytes:
        self._file.seek(at)
        return self._file.read(size)
