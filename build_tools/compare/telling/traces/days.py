"""The date of one print that cannot be that of the paper, as the other one, the same words of another year, month or
day, belongs to a session that has it not: a ministry's own letter states no session.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.compare.model import Comparison, Side
from build_tools.compare.passages import lines_of
from build_tools.model import FactKey
from build_tools.papers.sessions import may_be_of

DAY = "datum_buiten_zitting"
"""The kind of such places (`data/verdict.yml`)."""

SAME = 0.9
"""The part of the words of the shorter text that both have, at the least, where they are one paper."""


@dataclass(frozen=True, slots=True)
class DayApart:
    """A date that may be misread: in which print, at which line, and what stands there."""

    side: Side
    line: int
    text: str


def days_apart(comparison: Comparison) -> Iterator[DayApart]:
    """The date of the one print that the session of the other one has not, where all else is the same."""
    least = min(comparison.words.a, comparison.words.b)
    if not least or comparison.words.equal < SAME * least:
        return
    for side in Side:
        own, other = comparison.letter(side), comparison.letter(side.other)
        day, theirs = own.facts.get(FactKey.DATE), other.fact(FactKey.DATE) or ""
        session = other.fact(FactKey.VERGADERJAAR)
        if day and session and FactKey.VERGADERJAAR not in own.facts and isinstance(day.origin, int):
            cannot_be = may_be_of(session, theirs) and not may_be_of(session, str(day.value))
            if cannot_be and differ_once(str(day.value), theirs):
                yield DayApart(side, day.origin, " ".join(lines_of(comparison, side)[day.origin - 1].split()))


def differ_once(day: str, other: str) -> bool:
    """Whether just the year, the month or the day of two dates differs."""
    return sum(one != two for one, two in zip(day.split("-"), other.split("-"), strict=False)) == 1
