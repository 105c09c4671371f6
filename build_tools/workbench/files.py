"""The files of the bench in a site: Python, the program, and every letter as the program read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.addresses import BENCH_LETTER
from build_tools.cache.values import encoded
from build_tools.model import Letter
from build_tools.progress import step
from build_tools.workbench.compiling import with_compiled
from build_tools.workbench.engine import engine_files
from build_tools.workbench.program import program_archive

ENGINE, PROGRAM = "zelf/python/{}", "zelf/programma.zip"


@dataclass(frozen=True, slots=True)
class Bench:
    """The files of the bench but for letters, by name."""

    parts: dict[str, bytes]

    @property
    def size(self) -> int:
        """Bytes that a reader's browser loads once."""
        return sum(map(len, self.parts.values()))


def bench() -> Bench:
    """What all letters have in common."""
    step("packing the bench")
    parts = {ENGINE.format(name): content for name, content in engine_files().items()}
    return Bench(with_compiled(parts | {PROGRAM: program_archive()}))


def letter_files(letters: Iterable[Letter]) -> dict[str, bytes]:
    """Each letter with all that reading found, whatever kind of file it came from."""
    return {BENCH_LETTER.format(letter.id): encoded(letter) for letter in letters}
