"""A folder to begin with: settings of one's own site, and a place for letters. What is there already stays as it is."""

from importlib.resources import files
from pathlib import Path

from build_tools.errors import UserError
from build_tools.folders import CONFIG
from build_tools.sources.seeds import CATALOGUE

START = {CONFIG: CONFIG, f"seeds/{CATALOGUE}": CATALOGUE}
"""What is laid down in the folder, and the file of the package's `start/` that it is a copy of."""


def lay_down(folder: Path) -> tuple[Path, ...]:
    """Write what is not there yet. Names what was, and so was left alone."""
    kept = []
    for name, original in START.items():
        text = files("build_tools").joinpath("start", original).read_bytes()
        if not _written(folder / name, text):
            kept.append(folder / name)
    return tuple(kept)


def _written(path: Path, content: bytes) -> bool:
    """Write a new file; never one that is there, even if it came in this very moment."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        if path.is_file():
            return False
        raise _refused(path, "is in the way, or something above it") from None
    except OSError as error:
        raise _refused(path, f"cannot be written ({error.strerror})") from None
    return True


def _refused(path: Path, wrong: str) -> UserError:
    return UserError(path, None, wrong, "name a folder that you may write to")
