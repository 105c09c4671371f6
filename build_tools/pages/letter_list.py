"""The register of all letters: the newest first, on one page while they fit on it, and else by year."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from build_tools.addresses import YEARS
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.letter_sheet import ListedLetter
from build_tools.pages.registers.parts import PageName, RegisterPart, parted, share, sized, year_of
from build_tools.pages.templating import piece, render

YearPart = RegisterPart[ListedLetter]


def letter_list(entries: Sequence[ListedLetter], parts: Sequence[YearPart]) -> Iterator[SiteFile]:
    """The page of all letters, and those of years. The letters are in order of time."""
    years = [] if parts else [(year, list(own)) for year, own in groupby(newest_first(entries), _year)]
    shown = sorted(parts, key=lambda part: part.entries[0].iso or "", reverse=True)
    page = render("brieven.md.j2", years=years, parts=shown, letters_in_all=len(entries))
    yield SiteFile("brieven/index.md", page)
    for part in parts:
        about = {"description": f"Alle brieven: {part.title}.", "search": {"exclude": True}}
        listed = newest_first(part.entries)
        page = render("brieven-jaar.md.j2", front_matter=as_yaml(about), part=part, entries=listed)
        yield SiteFile(f"brieven/{YEARS}/{part.name}.md", page)


def newest_first(entries: Sequence[ListedLetter]) -> list[ListedLetter]:
    """Letters in order of time the other way round; those without a date stay last."""
    return [*(entry for entry in reversed(entries) if entry.iso), *(entry for entry in entries if not entry.iso)]


def years_of(entries: Sequence[ListedLetter]) -> list[YearPart]:
    """The pages of years, if one page is not enough."""
    return parted(sized(entries, _size), _year)


def _size(entry: ListedLetter) -> float:
    return share(piece("macros.j2", "letter_item", entry, ""))


def year_address(year: int, parts: Sequence[YearPart]) -> str:
    """Where the letters of a year are listed, from the root of the site."""
    return f"brieven/{YEARS}/{year}/" if parts else f"brieven/#jaar-{year}"


def _year(entry: ListedLetter) -> PageName:
    return year_of(entry.iso)
