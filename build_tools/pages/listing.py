"""The list of comparisons: every family and pair of related letters once, in order of time; by year if it is long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.addresses import YEARS
from build_tools.dutch.format import counted
from build_tools.model import FactKey
from build_tools.output import SiteFile
from build_tools.pages.comparison.sheet import ComparisonSheet, rules_by_kind
from build_tools.pages.family_pages import FamilySheet, KinSheet
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.parts import parted, share, sized, year_of
from build_tools.pages.templating import piece, render

FEW = 3
"""Of a large family the list shows so many comparisons; its page shows all."""


@dataclass(frozen=True, slots=True)
class ListedKin:
    """What stands together in the list: the versions of a letter (`family`), or a pair of related letters.

    `day` is that of the oldest letter.
    """

    day: str | None
    family: FamilySheet | None
    shown: tuple[ComparisonSheet, ...]


def listing_pages(kin: KinSheet) -> Iterator[SiteFile]:
    """The page about comparisons with the list, or where that is long with links to its parts; and these parts."""
    entries = listed(kin)
    parts = parted(sized(entries, _size), lambda entry: year_of(entry.day))
    told = [(part, _counted(part.entries)) for part in parts]
    index = render("vergelijken.md.j2", entries=() if parts else entries, parts=told, kinds=rules_by_kind())
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


def _size(entry: ListedKin) -> float:
    if entry.family:
        return share(piece("macros.j2", "kin_family", entry, "", 1))
    return sum(share(piece("macros.j2", "comparison_item", sheet, "")) for sheet in entry.shown)


def _counted(entries: Iterable[ListedKin]) -> str:
    """How much there is in a part of the list."""
    of_families = [entry.family is not None for entry in entries]
    families, related = of_families.count(True), of_families.count(False)
    told = [counted(families, "brief met versies", "brieven met versies")] if families else []
    told += [counted(related, "paar verwante brieven", "paren verwante brieven")] if related else []
    return ", ".join(told)
