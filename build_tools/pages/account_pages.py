"""The accounts: a page for each letter, and an overview that begins with the doubts; where that is long, by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_tools.addresses import YEARS
from build_tools.cache.remembering import Product
from build_tools.output import PackedFile, SiteFile, packed
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.accounts import Account
from build_tools.pages.registers.parts import RegisterPart, parted, share, year_of
from build_tools.pages.registers.places import AnchorPlaces
from build_tools.pages.templating import ANEW, KeptPieces, piece, render

MOST_DOUBTS = 12
"""Doubts of one letter that the overview shows: some two screens of a telephone. Its own page shows all."""


@dataclass(frozen=True, slots=True)
class AccountPage:
    """The page of a letter's account, and what share of a page the account takes in the overview."""

    text: str
    size: float


OF_ACCOUNT = Product("page of an account", AccountPage)


def account_pages(accounts: Sequence[Account], kept: KeptPieces = ANEW) -> Iterator[SiteFile]:
    """The overview, its parts if it is long, and the account of each letter. The letters are in order of time."""
    pages: list[PackedFile] = []
    sizes: list[float] = []
    for account in accounts:
        page = kept.memory.remembered(OF_ACCOUNT, (account,), partial(_page, account))
        pages += packed([SiteFile(f"verantwoording/{account.id}.md", page.text)])
        sizes.append(page.size)
    parts = parted(zip(accounts, sizes, strict=True), lambda account: year_of(account.iso))
    fill = render if parts else kept.page
    overview = fill("verantwoording.md.j2", accounts=accounts, parts=parts, most=MOST_DOUBTS)
    yield SiteFile("verantwoording.md", overview)
    for part in parts:
        yield SiteFile(f"verantwoording/{YEARS}/{part.name}.md", _year(part, kept))
    if parts:
        yield from AnchorPlaces({"verantwoording": {account.path: account.path for account in accounts}}).files()
    yield from (own.file for own in pages)


def _page(account: Account) -> AccountPage:
    matter = _matter(f"Het bewijs dat van {account.title} niets verloren is gegaan.")
    page = render("verantwoording-brief.md.j2", front_matter=matter, account=account)
    doubts = piece("rekeningen.j2", "doubts", account, "", "", MOST_DOUBTS)
    return AccountPage(page, share(piece("rekeningen.j2", "row", account, "")) + share(doubts))


def _year(part: RegisterPart[Account], kept: KeptPieces) -> str:
    matter = _matter(f"Verantwoording van brieven: {part.title}.")
    return kept.page("verantwoording-jaar.md.j2", front_matter=matter, part=part, most=MOST_DOUBTS)


def _matter(description: str) -> str:
    return as_yaml({"description": description, "search": {"exclude": True}})
