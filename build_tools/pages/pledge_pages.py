"""The register of promises and answers: a page by date, the newest first, and one by who signed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from build_tools.addresses import PLEDGE_PAGE as REGISTER
from build_tools.addresses import YEARS
from build_tools.committing.waiting import PackedFile
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.parts import PageName, parted, share, sized, year_of
from build_tools.pages.registers.pledges import ListedPledge
from build_tools.pages.templating import ANEW, KeptPieces, anchor, filled, piece

BY_SIGNER = "bewindspersonen"
"""The page that has the same by who signed."""

Entry = tuple[PageName, ListedPledge]
"""A promise or answer under its heading: a year, or who signed."""


def pledge_pages(entries: Sequence[ListedPledge], kept: KeptPieces = ANEW) -> Iterator[SiteFile | PackedFile]:
    """The page by date and the one by who signed; where one is long, each of its headings has a page."""
    by_day = [(year_of(entry.day), entry) for entry in entries]
    signers = sorted({signer for entry in entries for signer in entry.signers}, key=_by_surname)
    by_signer = [(PageName(anchor(one), one), entry) for one in signers for entry in entries if one in entry.signers]
    yield from _register(by_day, REGISTER, f"{REGISTER}/{YEARS}", kept, by_signer=False)
    yield from _register(by_signer, f"{REGISTER}/{BY_SIGNER}", f"{REGISTER}/{BY_SIGNER}", kept, by_signer=True)


def _by_surname(signer: str) -> tuple[str, str]:
    return signer.rpartition(" ")[2].casefold(), signer


def _register(
    entries: Sequence[Entry], path: str, folder: str, kept: KeptPieces, by_signer: bool
) -> Iterator[SiteFile | PackedFile]:
    parts = parted(sized(entries, kept.measured(_size)), lambda entry: entry[0])
    groups = () if parts else _grouped(entries)
    fill = filled if parts else kept.page
    yield fill(
        f"{path}.md",
        "toezeggingen.md.j2",
        groups=groups,
        parts=[(part, f"{folder}/{part.name}/".removeprefix(f"{REGISTER}/")) for part in parts],
        by_signer=by_signer,
        count=len({id(entry) for _, entry in entries}),
        root="../" * (path.count("/") + 1),
    )
    for part in parts:
        about = {"description": f"Toezeggingen: {part.title}.", "search": {"exclude": True}}
        root = "../" * (folder.count("/") + 2)
        known = {"front_matter": as_yaml(about), "part": part, "root": root, "named": not by_signer}
        yield kept.page(f"{folder}/{part.name}.md", "toezeggingen-deel.md.j2", **known)


def _grouped(entries: Iterable[Entry]) -> list[tuple[PageName, list[ListedPledge]]]:
    return [(group, [entry for _, entry in own]) for group, own in groupby(entries, lambda entry: entry[0])]


def _size(entry: Entry) -> float:
    return share(piece("toezegging.j2", "pledge_item", entry[1], ""))
