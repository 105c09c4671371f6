"""The accounts: a page for each letter, and an overview that begins with the doubts; where that is long, by year."""

from collections.abc import Iterator, Sequence

from build_tools.addresses import YEARS
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.accounts import Account
from build_tools.pages.registers.parts import RegisterPart, parted, share, sized, year_of
from build_tools.pages.registers.places import AnchorPlaces
from build_tools.pages.templating import piece, render

MOST_DOUBTS = 12
"""Doubts of one letter that the overview shows: some two screens of a telephone. Its own page shows all."""


def account_pages(accounts: Sequence[Account]) -> Iterator[SiteFile]:
    """The overview, its parts if it is long, and the account of each letter. The letters are in order of time."""
    parts = parted(sized(accounts, _size), lambda account: year_of(account.iso))
    overview = render("verantwoording.md.j2", accounts=accounts, parts=parts, most=MOST_DOUBTS)
    yield SiteFile("verantwoording.md", overview)
    for part in parts:
        yield SiteFile(f"verantwoording/{YEARS}/{part.name}.md", _year(part))
    if parts:
        yield from AnchorPlaces({"verantwoording": {account.path: account.path for account in accounts}}).files()
    for account in accounts:
        matter = {"description": f"Het bewijs dat van {account.title} niets verloren is gegaan."}
        page = render("verantwoording-brief.md.j2", front_matter=_matter(matter["description"]), account=account)
        yield SiteFile(f"verantwoording/{account.id}.md", page)


def _size(account: Account) -> float:
    """What share of a page an account takes in the overview."""
    return share(piece("rekeningen.j2", "row", account, "")) + share(
        piece("rekeningen.j2", "doubts", account, "", "", MOST_DOUBTS)
    )


def _year(part: RegisterPart[Account]) -> str:
    matter = _matter(f"Verantwoording van brieven: {part.title}.")
    return render("verantwoording-jaar.md.j2", front_matter=matter, part=part, most=MOST_DOUBTS)


def _matter(description: str) -> str:
    return as_yaml({"description": description, "search": {"exclude": True}})
