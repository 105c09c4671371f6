"""Templates, compiled once: for this process, and for later ones where Python keeps what it compiles of programs.

There, beside its own, the program's templates and those of the theme are as safe as its code, and go by the same
settings (`PYTHONDONTWRITEBYTECODE`, `PYTHONPYCACHEPREFIX`); where nothing can be written each process compiles them. A
template is compiled again where its text is another one, or the program or a package beside it.
"""

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from build_tools.cache.remembering import key_of


class KeptTemplates(BytecodeCache):
    """Compiled templates in memory, and of those that have a file in one beside it."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The path of the compiled form of a template; of one without a file its name."""
        return cache_from_source(f"{filename}.py") if filename and Path(filename).is_absolute() else name

    def get_source_checksum(self, source: str) -> str:
        """What a compiled form is made from: the text, and how this program has texts compiled."""
        return key_of("template", source).hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled before of the very same, here or elsewhere."""
        with suppress(OSError, EOFError, ValueError, UnpicklingError):
            data = self._kept.get(bucket.key) or (Path(bucket.key).read_bytes() if _is_file(bucket) else b"")
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = data = bucket.bytecode_to_string()
        if _is_file(bucket) and not sys.dont_write_bytecode:
            with suppress(OSError):
                _put(Path(bucket.key), data)


def _is_file(bucket: Bucket) -> bool:
    return Path(bucket.key).is_absolute()


def _put(path: Path, data: bytes) -> None:
    """Write a file that others read meanwhile."""
    path.parent.mkdir(exist_ok=True, parents=True)
    new = path.with_suffix(f".{os.getpid()}.pyc")
    new.write_bytes(data)
    new.replace(path)


KEPT = KeptTemplates()
"""The templates of this process."""
