"""Templates, compiled once: for this process, and for later ones where Python keeps what it compiles of programs.

There, beside its own, the program's templates and those of the theme are as safe as its code, and go by the same
settings (`PYTHONDONTWRITEBYTECODE`, `PYTHONPYCACHEPREFIX`); where nothing can be written each process compiles them. A
template is compiled again where its text is another one, or the program or a package beside it. A folder that Python
itself does not import from gets nothing: MkDocs takes all that lies in its own folder of templates for one.
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
    """Compiled templates in memory, and of those that lie in a package where it keeps its compiled modules."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The path of the compiled form of a template; of one outside any package its name."""
        return (filename and _in_package(Path(filename))) or name

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


def _in_package(template: Path) -> str:
    """Where the innermost package that a template lies in keeps its compiled form: of `templates/a.html` in it, at
    `__pycache__/templates.a.html.cpython-311.pyc`."""
    for package in template.parents if template.is_absolute() else ():
        if (package / "__init__.py").exists():
            return cache_from_source(str(package / ".".join((*template.relative_to(package).parts, "py"))))
    return ""


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
