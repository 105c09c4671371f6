"""This program, and the libraries in Python that it needs to compare, in one archive for the browser.

The libraries are those that run here; of a library that has parts in C its own replacement in Python goes along. What
takes long in a browser and is the same each time goes along worked out (`data/ready.py`): facts that are YAML, words.
"""

from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build_tools import data
from build_tools.data.ready import FOLDER, packed
from build_tools.dutch.word_list import to_prepare
from build_tools.workbench.bytecode import LONG_AGO

PACKAGE = Path(__file__).resolve().parents[1]
STANDIN = PACKAGE / "workbench" / "standin"

NOT_THERE = ("adding", "commands", "pdf", "site", "typeface")
"""Packages of the program that comparing does without."""

NEEDED = (".py", ".j2", ".css", ".js", ".xml")

LIBRARIES = {
    "diff_match_patch": "diff-match-patch",
    "jinja2": "jinja2",
    "markupsafe": "markupsafe",
    "yaml": "pyyaml",
}
"""By package, what carries it."""

LISTS = ("pyspellchecker",)
"""What carries facts that go along worked out."""


def program_archive() -> bytes:
    """The archive: the same bytes from the same program."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, path in sorted((*_own(), *_libraries(), *_licences())):
            archive.writestr(ZipInfo(name, LONG_AGO), path.read_bytes(), ZIP_DEFLATED)
        for name, value in _worked_out():
            archive.writestr(ZipInfo(f"{PACKAGE.name}/data/{FOLDER}/{name}", LONG_AGO), packed(value), ZIP_DEFLATED)
    return stream.getvalue()


def _own() -> Iterator[tuple[str, Path]]:
    """The program's own modules and data, and what stands in for libraries, under the names of these."""
    for path in PACKAGE.rglob("*"):
        within = path.relative_to(PACKAGE)
        if path.suffix in NEEDED and within.parts[0] not in NOT_THERE:
            yield f"{PACKAGE.name}/{within.as_posix()}", path
    for path in (STANDIN / "lxml").glob("*.py"):
        yield path.relative_to(STANDIN).as_posix(), path


def _worked_out() -> Iterator[tuple[str, object]]:
    """What lies ready, by name."""
    for path in sorted(Path(str(data.__file__)).parent.glob("*.yml")):
        yield path.name, data.read(path.stem)
    yield from to_prepare().items()


def _libraries() -> Iterator[tuple[str, Path]]:
    for name in LIBRARIES:
        spec = find_spec(name)
        folder = Path(str(spec.origin if spec else "")).parent
        for path in folder.rglob("*.py"):
            within = path.relative_to(folder)
            if within.parts[0] != "tests":
                yield f"{name}/{within.as_posix()}", path


def _licences() -> Iterator[tuple[str, Path]]:
    """The terms of each library, which go along with it."""
    for carrier in (*LIBRARIES.values(), *LISTS):
        for path in distribution(carrier).files or ():
            if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
                yield f"licenties/{carrier}/{path.name}", Path(str(path.locate()))
