"""Doubts of the readings for the user of the program, each on a line or many of one kind on one: the gravest first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from build_tools.cache.settled import OpenDoubt
from build_tools.commands.console import counted
from build_tools.compare.telling.doubt_words import tells, told_together
from build_tools.errors import UserError
from build_tools.model import DoubtKind

REMEDY = "mend the source, or settle it in catalogue.yml (doubts: at, settled)"


def open_doubts(doubts: Iterable[OpenDoubt], folder: Path) -> Iterator[UserError]:
    """Doubts as lines that name file, line and words."""
    return (doubt_line(alike, folder) for alike in on_lines(doubts, together=False))


def doubts_together(doubts: Iterable[OpenDoubt], folder: Path) -> Iterator[UserError]:
    """The same, where many of one kind in one letter are one line: the words of the first, and the lines of all."""
    return (doubt_line(alike, folder) for alike in on_lines(doubts, together=True))


def on_lines(doubts: Iterable[OpenDoubt], together: bool) -> list[Sequence[OpenDoubt]]:
    """The doubts that are told on a line, for each line."""
    if not together:
        return [[one] for one in _in_order(doubts)]
    groups = groupby(_in_order(doubts), lambda one: (one.doubt.kind, one.id))
    return [ones for _, alike in groups for ones in told_together(list(alike))]


def _in_order(doubts: Iterable[OpenDoubt]) -> list[OpenDoubt]:
    order = list(DoubtKind)
    return sorted(doubts, key=lambda one: (order.index(one.doubt.kind), one.id, one.doubt.line))


def doubt_line(alike: Sequence[OpenDoubt], folder: Path) -> UserError:
    """What is told of doubts on one line."""
    first, doubt = alike[0], alike[0].doubt
    page = f" (page {doubt.page})" if doubt.page > 1 else ""
    lines = ", ".join(dict.fromkeys(str(one.doubt.line) for one in alike[1:]))
    more = f", and so at {counted(len(alike) - 1, 'more place')}: line {lines}" if lines else ""
    return UserError(folder / first.file, doubt.line, f"{tells(doubt)}{page}{more}", REMEDY)
