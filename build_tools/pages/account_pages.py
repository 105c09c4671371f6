"""The accounts: a page for each letter, and an overview that begins with the doubts; where that is long, by year."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_tools.addresses import YEARS
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product
from build_tools.committing.waiting import PackedFile
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.day_marks import all_packed
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.accounts import AccountRow, account_of, row_of
from build_tools.pages.registers.parts import RegisterPart, parted, share, year_of
from build_tools.pages.registers.places import AnchorPlaces
from build_tools.pages.templating import ANEW, KeptPieces, filled, piece, render

MOST_DOUBTS = 12
"""Entries of the doubts of one letter that the overview shows: some two screens of a telephone. Its own page shows
all."""

FEW_LINES = 6
"""Lines of many alike that the overview names: a row of a telephone."""


@dataclass(frozen=True, slots=True)
class AccountPage:
    """The page of a letter's account as a file that waits, what the overview shows of it, and what share of a page
    that takes there."""

    file: PackedFile
    row: AccountRow
    size: float


OF_ACCOUNT = Product("page of an account", AccountPage, small=True)


SizedRows = list[tuple[AccountRow, float]]
"""What the overview shows of each letter, and what share of a page that takes."""


def accounts_of(letters: Sequence[Letter], keyed: Keyed = UNKEYED) -> Generator[PackedFile, None, SizedRows]:
    """The page of each letter's account, made only where the letter is another one than before, by all processes: begun
    at once; in the end what the overview shows of them.
    """
    begun = (keyed.begun(OF_ACCOUNT, (letter.id,), partial(partial, _page, letter)) for letter in letters)
    return _received(keyed.memory.all_begun(begun))


def _received(accounts: Iterable[AccountPage]) -> Generator[PackedFile, None, SizedRows]:
    rows: SizedRows = []
    for account in accounts:
        yield account.file
        rows.append((account.row, account.size))
    return rows


def account_pages(accounts: SizedRows, kept: KeptPieces = ANEW) -> Iterator[SiteFile | PackedFile]:
    """The overview, and its parts if it is long. The letters are in order of time."""
    rows = [row for row, _ in accounts]
    parts = parted(accounts, lambda row: year_of(row.iso))
    fill = filled if parts else kept.page
    yield fill("verantwoording.md", "verantwoording.md.j2", accounts=rows, parts=parts)
    for part in parts:
        yield _year(part, kept)
    if parts:
        yield from AnchorPlaces({"verantwoording": {row.path: row.path for row in rows}}).files()


def _page(letter: Letter) -> AccountPage:
    account = account_of(letter)
    row = row_of(account, MOST_DOUBTS, FEW_LINES)
    matter = _matter(f"Het bewijs dat van {account.title} niets verloren is gegaan.")
    page = render("verantwoording-brief.md.j2", front_matter=matter, account=account)
    size = share(piece("rekeningen.j2", "row", row, "")) + share(piece("rekeningen.j2", "doubts", row, "", ""))
    (file,) = all_packed([SiteFile(f"verantwoording/{letter.id}.md", page)])
    return AccountPage(file, row, size)


def _year(part: RegisterPart[AccountRow], kept: KeptPieces) -> PackedFile:
    matter = _matter(f"Verantwoording van brieven: {part.title}.")
    page = f"verantwoording/{YEARS}/{part.name}.md"
    return kept.page(page, "verantwoording-jaar.md.j2", front_matter=matter, part=part)


def _matter(description: str) -> str:
    return as_yaml({"description": description, "search": {"exclude": True}})
