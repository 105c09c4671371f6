"""The register of all letters: the oldest first, on one page while they fit on it, and else by year."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from build_tools.addresses import YEARS
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.letter_sheet import ListedLetter
from build_tools.pages.registers.parts import PageName, RegisterPart, parted, share, year_of
from build_tools.pages.templating import piece, render


def letter_list(entries: Sequence[ListedLetter]) -> Iterator[SiteFile]:
    """The page of all letters, and where they are many one for each year. The letters are in order of time."""
    parts = years_of(entries)
    years = [] if parts else [(year, list(own)) for year, own in groupby(entries, _year)]
    page = render("brieven.md.j2", years=years, parts=parts, letters_in_all=len(entries))
    yield SiteFile("brieven/index.md", page)
    for part in parts:
        about = {"description": f"Alle brieven: {part.title}.", "search": {"exclude": True}}
        page = render("brieven-jaar.md.j2", front_matter=as_yaml(about), part=part)
        yield SiteFile(f"brieven/{YEARS}/{part.name}.md", page)


def years_of(entries: Sequence[ListedLetter]) -> list[RegisterPart[ListedLetter]]:
    """The pages of years, if one page is not enough."""
    return parted(entries, lambda entry: share(piece("macros.j2", "letter_item", entry, "")), _year)


def _year(entry: ListedLetter) -> PageName:
    return year_of(entry.iso)
