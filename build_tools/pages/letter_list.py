"""The register of all letters: the oldest first, on one page while they fit on it, and else by year."""

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
    years = [] if parts else [(year, list(own)) for year, own in groupby(entries, _year)]
    page = render("brieven.md.j2", years=years, parts=parts, letters_in_all=len(entries))
    yield SiteFile("brieven/index.md", page)
    for part in parts:
        about = {"description": f"Alle brieven: {part.title}.", "search": {"exclude": True}}
        page = render("brieven-jaar.md.j2", front_matter=as_yaml(about), part=part)
        yield SiteFile(f"brieven/{YEARS}/{part.name}.md", page)


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
