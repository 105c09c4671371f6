"""Passages that return in another letter, or in the same one: on one page while they fit on it, and else by year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.model import FactKey
from build_tools.output import SiteFile
from build_tools.pages.comparison.returning import ReuseSheet, reuse_sheet
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.parts import parted, runs, share, sized, year_of
from build_tools.pages.templating import piece, render
from build_tools.versions.reuse import Reuse

NAME = "vergelijken/terugkerend"


@dataclass(frozen=True, slots=True)
class ListedReuse:
    """What two letters share, and the day of the older one of which a day is known."""

    day: str | None
    sheet: ReuseSheet


def reuse_pages(reuses: Iterable[Reuse]) -> Iterator[SiteFile]:
    """The page of these passages, or where it is long links to its years; and these years."""
    entries = list(map(_listed, reuses))
    in_time = sorted(entries, key=lambda entry: entry.day or "9999")
    parts = parted(sized(in_time, _size, _divided), lambda entry: year_of(entry.day))
    shown = [] if parts else [entry.sheet for entry in entries]
    yield SiteFile(f"{NAME}.md", render("terugkerend.md.j2", reuses=shown, parts=parts))
    for part in parts:
        about = {"hide": ["toc"], "description": f"Terugkerende passages: {part.title}.", "search": {"exclude": True}}
        own = [entry.sheet for entry in part.entries]
        page = render("terugkerend-jaar.md.j2", front_matter=as_yaml(about), title=part.title, reuses=own)
        yield SiteFile(f"{NAME}/{part.name}.md", page)


def _listed(reuse: Reuse) -> ListedReuse:
    day = min(filter(None, (letter.fact(FactKey.DATE) for letter in (reuse.a, reuse.b))), default=None)
    return ListedReuse(day, reuse_sheet(reuse))


def _divided(entry: ListedReuse) -> Iterator[ListedReuse]:
    """What two letters share, as much at a time as fits on a page."""
    passages = sized(entry.sheet.repeats, lambda again: share(piece("herhaald.j2", "again", again, entry.sheet, "")))
    yield from (replace(entry, sheet=replace(entry.sheet, repeats=repeats)) for repeats in runs(passages))


def _size(entry: ListedReuse) -> float:
    return share(piece("herhaald.j2", "reused", entry.sheet, ""))
