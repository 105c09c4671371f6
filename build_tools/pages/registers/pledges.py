"""The register of promises and answers: by date, and by who signed; the newest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.addresses import YEARS, place_name
from build_tools.connections.connect import Connections
from build_tools.connections.follow_ups import follow_ups
from build_tools.connections.pledges import Pledge
from build_tools.connections.reference import Reference
from build_tools.model import FactKey, Letter
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.letter_names import LetterName
from build_tools.pages.registers.parts import PageName, parted, share, sized, year_of
from build_tools.pages.templating import anchor, piece, render
from build_tools.papers.publications import address, name

REGISTER = "toezeggingen"
"""The address of the register."""

BY_SIGNER = "bewindspersonen"
"""The page that has the same by who signed."""

DOES = {
    "toezegging": "Toezegging", "motie": "Antwoord op een motie", "verzoek": "Antwoord op een verzoek",
    "nagekomen": "Toezegging nagekomen",
}  # fmt: skip
"""What readers call each kind."""


@dataclass(frozen=True, slots=True)
class LaterPlace:
    """Where a later letter speaks of it."""

    letter: LetterName
    anchor: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ListedPledge:
    """A promise or an answer in the register: its letter, who signed, where it stands, what it does, and when."""

    letter: LetterName
    day: str | None
    signer: str
    signers: tuple[str, ...]
    anchor: str
    where: str
    does: str
    sentence: str
    when: str | None
    papers: tuple[tuple[str, str], ...]
    later: tuple[LaterPlace, ...]


def listed_pledges(
    letters: Sequence[Letter], connections: Connections, names: Mapping[str, LetterName]
) -> list[ListedPledge]:
    """All that stands in the register, of each family of versions only what the version that counts has."""
    by_id = {letter.id: letter for letter in letters}
    later = follow_ups(letters, connections.pledges, connections.references)
    found = [
        _listed(pledge, by_id[pledge.passage.letter], names, places)
        for pledge, places in zip(connections.pledges, later, strict=True)
        if names[pledge.passage.letter].counted_in is None
    ]
    order = {letter.id: place for place, letter in enumerate(letters)}
    return sorted(found, key=lambda entry: -order[entry.letter.id])


def _listed(
    pledge: Pledge, letter: Letter, names: Mapping[str, LetterName], later: Iterable[Reference]
) -> ListedPledge:
    signers = tuple(signer.name for signer in letter.signers)
    return ListedPledge(
        names[letter.id], letter.fact(FactKey.DATE), " en ".join(signers), signers, pledge.passage.anchor,
        place_name(pledge.passage.anchor), DOES[pledge.kind.value], pledge.sentence, pledge.when,
        tuple((name(paper), address(paper)) for paper in pledge.papers),
        tuple(_later(place, names) for place in later),
    )  # fmt: skip


def _later(place: Reference, names: Mapping[str, LetterName]) -> LaterPlace:
    passage = place.passage
    return LaterPlace(names[passage.letter], passage.anchor, place_name(passage.anchor), place.sentence)


Entry = tuple[PageName, ListedPledge]
"""A promise or answer under its heading: a year, or who signed."""


def pledge_pages(entries: Sequence[ListedPledge]) -> Iterator[SiteFile]:
    """The page by date and the one by who signed; where one is long, each of its headings has a page."""
    by_day = [(year_of(entry.day), entry) for entry in entries]
    signers = sorted({signer for entry in entries for signer in entry.signers}, key=_by_surname)
    by_signer = [(PageName(anchor(one), one), entry) for one in signers for entry in entries if one in entry.signers]
    yield from _register(by_day, REGISTER, f"{REGISTER}/{YEARS}", by_signer=False)
    yield from _register(by_signer, f"{REGISTER}/{BY_SIGNER}", f"{REGISTER}/{BY_SIGNER}", by_signer=True)


def _by_surname(signer: str) -> tuple[str, str]:
    return signer.rpartition(" ")[2].casefold(), signer


def _register(entries: Sequence[Entry], path: str, folder: str, by_signer: bool) -> Iterator[SiteFile]:
    parts = parted(sized(entries, _size), lambda entry: entry[0])
    groups = () if parts else _grouped(entries)
    page = render(
        "toezeggingen.md.j2",
        groups=groups,
        parts=[(part, f"{folder}/{part.name}/".removeprefix(f"{REGISTER}/")) for part in parts],
        by_signer=by_signer,
        count=len({id(entry) for _, entry in entries}),
        root="../" * (path.count("/") + 1),
    )
    yield SiteFile(f"{path}.md", page)
    for part in parts:
        about = {"description": f"Toezeggingen: {part.title}.", "search": {"exclude": True}}
        root = "../" * (folder.count("/") + 2)
        page = render("toezeggingen-deel.md.j2", front_matter=as_yaml(about), part=part, root=root)
        yield SiteFile(f"{folder}/{part.name}.md", page)


def _grouped(entries: Iterable[Entry]) -> list[tuple[PageName, list[ListedPledge]]]:
    return [(group, [entry for _, entry in own]) for group, own in groupby(entries, lambda entry: entry[0])]


def _size(entry: Entry) -> float:
    return share(piece("toezegging.j2", "pledge_item", entry[1], ""))
