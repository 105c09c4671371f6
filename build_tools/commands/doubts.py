"""Doubts of the readings, for the user of the program: each on its line, the gravest first."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.data import data
from build_tools.errors import UserError
from build_tools.model import Doubt, DoubtKind, Letter

REMEDY = "mend the source, or settle it in catalogue.yml (doubts: at, settled)"


def open_doubts(letters: Iterable[Letter], folder: Path) -> Iterator[UserError]:
    """The doubts that no editor has settled, as lines that name file, line and words."""
    order = list(DoubtKind)
    found = [(doubt, letter) for letter in letters for doubt in letter.doubts if doubt.settled is None]
    for doubt, letter in sorted(found, key=lambda pair: (order.index(pair[0].kind), pair[1].id, pair[0].line)):
        yield _line(doubt, folder / letter.source.name)


def _line(doubt: Doubt, path: Path) -> UserError:
    return UserError(path, doubt.line, f"'{doubt.text}' {data('doubts')[doubt.kind]['tells']}", REMEDY)
