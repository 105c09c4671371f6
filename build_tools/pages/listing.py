"""The list of comparisons: one page while it is short, else a page for each year, in parts if need be.

After `listing_pages`: every family and every pair of related letters stands in the list once, in order of time, and no
page has more than `MOST` comparisons.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.addresses import YEARS
from build_tools.dutch.format import counted
from build_tools.model import FactKey
from build_tools.output import SiteFile
from build_tools.pages.comparison.sheet import ComparisonSheet, rules_by_kind
from build_tools.pages.family_pages import FamilySheet, KinSheet
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.templating import render

MOST = 150
"""Comparisons on one page: with verdicts of usual length some 200 kB, and 2,000 elements."""

FEW = 3
"""Of a large family the list shows so many comparisons; its page shows all."""

UNDATED = "zonder datum"


@dataclass(frozen=True, slots=True)
class ListedKin:
    """What stands together in the list: the versions of a letter (`family`), or a pair of related letters."""

    day: str | None
    family: FamilySheet | None
    shown: tuple[ComparisonSheet, ...]

    @property
    def year(self) -> str:
        """The year of the oldest letter."""
        return self.day[:4] if self.day else UNDATED


@dataclass(frozen=True, slots=True)
class ListPage:
    """A part of the list: the name of its page, what readers call it, and what stands on it."""

    name: str
    title: str
    entries: tuple[ListedKin, ...]

    @property
    def families(self) -> list[ListedKin]:
        """The letters that have versions."""
        return [entry for entry in self.entries if entry.family]

    @property
    def related(self) -> list[ComparisonSheet]:
        """The pairs of related letters."""
        return [sheet for entry in self.entries if not entry.family for sheet in entry.shown]

    @property
    def counted(self) -> str:
        """How much there is on it."""
        families, related = len(self.families), len(self.related)
        told = [counted(families, "brief met versies", "brieven met versies")] if families else []
        told += [counted(related, "paar verwante brieven", "paren verwante brieven")] if related else []
        return ", ".join(told)


def listing_pages(kin: KinSheet) -> Iterator[SiteFile]:
    """The page about comparisons with the list, or where that is long with links to its parts; and these parts."""
    entries = listed(kin)
    parts = [] if _number(entries) <= MOST else list(by_year(entries))
    whole = ListPage("", "", () if parts else tuple(entries))
    index = render("vergelijken.md.j2", part=whole, parts=parts, kinds=rules_by_kind())
    yield SiteFile("vergelijken/index.md", index)
    for part in parts:
        about = {"description": f"Versies en verwante brieven: {part.title}.", "search": {"exclude": True}}
        page = render("vergelijken-jaar.md.j2", front_matter=as_yaml(about), part=part)
        yield SiteFile(f"vergelijken/{YEARS}/{part.name}.md", page)


def listed(kin: KinSheet) -> list[ListedKin]:
    """All that stands in the list, the oldest first; what has no date last."""
    families = [ListedKin(sheet.entries[0].iso, sheet, tuple(sheet.compared[:FEW])) for sheet in kin.families]
    related = [ListedKin(_first_day(sheet), None, (sheet,)) for sheet in kin.related]
    return sorted([*families, *related], key=lambda entry: entry.day or "9999")


def _first_day(sheet: ComparisonSheet) -> str | None:
    days = (letter.fact(FactKey.DATE) for letter in (sheet.comparison.a, sheet.comparison.b))
    return min(filter(None, days), default=None)


def by_year(entries: Iterable[ListedKin]) -> Iterator[ListPage]:
    """The parts of the list: the years, and what is too long of a year in numbered parts."""
    for year, group in groupby(entries, lambda entry: entry.year):
        for n, part in enumerate(_parts(group), 1):
            yield ListPage(f"{year.replace(' ', '-')}{f'-{n}' * (n > 1)}", f"{year}{f', deel {n}' * (n > 1)}", part)


def _parts(entries: Iterable[ListedKin]) -> Iterator[tuple[ListedKin, ...]]:
    """The entries in parts that are not too long."""
    part: list[ListedKin] = []
    for entry in entries:
        if part and _number([*part, entry]) > MOST:
            yield tuple(part)
            part = []
        part.append(entry)
    yield tuple(part)


def _number(entries: Iterable[ListedKin]) -> int:
    return sum(len(entry.shown) for entry in entries)
