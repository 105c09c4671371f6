"""The register of citations: one page while it fits on it, else one for each dossier, with a list of these.

Where the list of dossiers is too long as well, it is parted by the thousand of their numbers.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product
from build_tools.committing.waiting import PackedFile
from build_tools.connections.findings import CITED
from build_tools.connections.references import References
from build_tools.pages.day_marks import all_packed
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.citations import Cited, Dossier, dossiers, thousand_of
from build_tools.pages.registers.letter_names import LetterName
from build_tools.pages.registers.parts import PageName, RegisterPart, parted, runs, share, sized
from build_tools.pages.registers.places import RegisterFiles, places_in
from build_tools.pages.templating import KeptPieces, anchor, filled, kept_pieces, piece

REGISTER = "verwijzingen"
"""The address of the register."""

FURTHER = "-deel-"
"""Stands before the number of a further page of a dossier: `dossier-21501-20` is a dossier by itself."""

Entry = tuple[Dossier, Cited]
DossierPart = RegisterPart[Entry]
"""A page of a dossier: its papers, each with the dossier."""


FILES = Product("pages of citations", RegisterFiles)


def citation_files(
    references: References, names: Mapping[str, LetterName], shown: bytes, keyed: Keyed = UNKEYED
) -> RegisterFiles:
    """The register of citations. `shown` is the digest of how lists name all letters."""

    def made() -> RegisterFiles:
        register = dossiers(references, names)
        with kept_pieces(keyed.memory, REGISTER) as kept:
            parts = _dossier_parts(register, kept)
            return RegisterFiles(all_packed(_pages(register, parts, kept)), _places_of(parts))

    letters = sorted(references.here.items()), sorted(references.elsewhere.items())
    return keyed.remembered_of(FILES, [(CITED, "")], made, letters, shown)


def _dossier_parts(register: Sequence[Dossier], kept: KeptPieces) -> list[DossierPart]:
    """The pages of dossiers, if one page is not enough."""
    entries = ((dossier, cited) for dossier in register for cited in dossier.papers)
    size = kept.measured(_size)
    return parted(sized(entries, lambda entry: size(entry[1]), _divided), _dossier, FURTHER)


def _places_of(parts: Iterable[DossierPart]) -> dict[str, str]:
    """The page of each dossier and of each paper."""
    return places_in(parts, lambda entry: (entry[0].id, anchor(entry[1].paper)))


def _pages(register: Sequence[Dossier], parts: Sequence[DossierPart], kept: KeptPieces) -> Iterator[PackedFile]:
    """The page of citations, the pages of dossiers, and those of lists of dossiers."""
    lists = parted(sized(parts, lambda part: share(piece("register.j2", "part_item", part, ""))), _thousand)
    fill = filled if parts else kept.page
    yield fill(f"{REGISTER}.md", "verwijzingen.md.j2", dossiers=register, shown=lists or parts, of_lists=bool(lists))
    for part in lists:
        yield _part(part, filled, shown=part.entries)
    for own in parts:
        (first, _), papers = own.entries[0], tuple(cited for _, cited in own.entries)
        yield _part(own, kept.page, dossiers=[replace(first, papers=papers)])


def _divided(entry: Entry) -> Iterator[Entry]:
    """The places that cite a paper, as many at a time as fit on a page."""
    dossier, cited = entry
    places = sized(cited.places, lambda place: share(piece("register.j2", "place_item", place, "")))
    yield from ((dossier, replace(cited, places=own)) for own in runs(places))


def _size(cited: Cited) -> float:
    return share(piece("register.j2", "paper_item", cited, ""))


def _dossier(entry: Entry) -> PageName:
    return PageName(entry[0].id, entry[0].name)


def _thousand(part: DossierPart) -> PageName:
    return PageName(*thousand_of(part.entries[0][0]))


def _part(
    part: DossierPart | RegisterPart[DossierPart],
    fill: Callable[..., PackedFile],
    dossiers: Sequence[Dossier] = (),
    shown: Sequence[DossierPart] = (),
) -> PackedFile:
    about = {"description": f"Aangehaalde bronnen: {part.title}.", "search": {"exclude": True}}
    known = {"front_matter": as_yaml(about), "title": part.title, "dossiers": dossiers, "shown": shown}
    return fill(f"{REGISTER}/{part.name}.md", "verwijzingen-deel.md.j2", **known)
