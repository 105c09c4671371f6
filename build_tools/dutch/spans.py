"""Stretches of a text, [start, end), that are found one by one and must not overlap; and where its lines begin."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Span(Protocol):
    """Anything that says where it begins and where it ends."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Span)


def longest(spans: Iterable[S]) -> Iterator[S]:
    """Where some overlap, the first, and of those that begin at one place the longest; else in the order given."""
    return apart(sorted(spans, key=first_and_longest))


def first_and_longest(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def apart(ordered: Iterable[S]) -> Iterator[S]:
    """Without those that begin before the end of one that is kept."""
    end = 0
    for span in ordered:
        if span.start >= end:
            yield span
            end = span.end


def line_starts(text: str) -> list[int]:
    """Where each line begins in a text, and where one more would."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
