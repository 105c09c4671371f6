"""Doubts of the readings, for the user of the program: each on its line, the gravest first."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.cache.settled import OpenDoubt
from build_tools.compare.telling.doubted import tells
from build_tools.errors import UserError
from build_tools.model import DoubtKind

REMEDY = "mend the source, or settle it in catalogue.yml (doubts: at, settled)"


def open_doubts(doubts: Iterable[OpenDoubt], folder: Path) -> Iterator[UserError]:
    """Doubts as lines that name file, line and words."""
    order = list(DoubtKind)
    for one in sorted(doubts, key=lambda one: (order.index(one.doubt.kind), one.id, one.doubt.line)):
        page = f" (page {one.doubt.page})" if one.doubt.page > 1 else ""
        yield UserError(folder / one.file, one.doubt.line, f"{tells(one.doubt)}{page}", REMEDY)
