"""When a register gets more than one page, and what stands on each of them: one rule for all registers.

What fits on a page stands on one page. A register that does not is parted as its readers look for things in it: by
year, by dossier; and what is still too long of a part gets numbered pages. After `parted`: every entry stands in one
part, in its order, and what the entries of a part take fits on a page, unless a single one is too long for it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

BYTES, ELEMENTS = 150_000, 2_000
"""The HTML that the entries on a page may take. A page has at most 300 kB and 4,000 elements, which a telephone shows
within two seconds; half of that is for what stands around the entries: the frame, an introduction, a chart."""

UNDATED = "zonder datum"
"""What readers call the year of letters of which no day is known."""


class PageName(NamedTuple):
    """The page that an entry belongs on: its name in an address, and what readers call it."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class RegisterPart(Generic[T]):
    """A part of a register: the name of its page, what readers call it, and what stands on it.

    `again` says that it goes on where another page of the same group ends.
    """

    name: str
    title: str
    entries: tuple[T, ...]
    again: bool = False


def share(html: str) -> float:
    """The part of a page's room that some HTML takes."""
    elements = html.count("<") - html.count("</")
    return max(len(html.encode()) / BYTES, elements / ELEMENTS)


def year_of(day: str | None) -> PageName:
    """The year of a day (ISO)."""
    return PageName(day[:4], day[:4]) if day else PageName(UNDATED.replace(" ", "-"), UNDATED)


def sized(
    entries: Iterable[T], size: Callable[[T], float], divide: Callable[[T], Iterable[T]] = lambda entry: [entry]
) -> Iterator[tuple[T, float]]:
    """Each entry with its share of a page; one that is too long for a page comes in pieces."""
    for entry in entries:
        own = size(entry)
        yield from ((piece, size(piece)) for piece in divide(entry)) if own > 1 else [(entry, own)]


def parted(sized: Iterable[tuple[T, float]], group: Callable[[T], PageName], mark: str = "-") -> list[RegisterPart[T]]:
    """The parts of a register, of whose entries the share of a page is known; none where all fit on one page.

    Entries of one group stand together; `mark` stands between the name of a group and the number of a further page.
    """
    sized = list(sized)
    if sum(own for _, own in sized) <= 1:
        return []
    groups = groupby(sized, lambda pair: group(pair[0]))
    return [part for own, pairs in groups for part in _numbered(own, pairs, mark)]


def _numbered(group: PageName, sized: Iterable[tuple[T, float]], mark: str) -> Iterator[RegisterPart[T]]:
    first, *others = runs(sized)
    yield RegisterPart(group.name, group.title, first)
    for n, run in enumerate(others, 2):
        yield RegisterPart(f"{group.name}{mark}{n}", f"{group.title}, deel {n}", run, again=True)


def runs(sized: Iterable[tuple[T, float]]) -> Iterator[tuple[T, ...]]:
    """The entries in runs that each fit on a page."""
    run: list[T] = []
    taken = 0.0
    for entry, own in sized:
        if run and taken + own > 1:
            yield tuple(run)
            run, taken = [], 0.0
        run.append(entry)
        taken += own
    yield tuple(run)
