"""Passages that return: a strand for each, on one page while they fit on it, and else by the year of their first place.

Under the address that this page had before stands one that leads there.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from build_tools.committing.waiting import PackedFile
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.day_marks import all_packed
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.lives.lines import Years, years_of_letters
from build_tools.pages.lives.strand_sheet import REGISTER, ShownStrand, shown_strands
from build_tools.pages.registers.letter_names import LetterName, names_of
from build_tools.pages.registers.parts import RegisterPart, parted, share, sized, year_of
from build_tools.pages.registers.places import AnchorPlaces, places_in
from build_tools.pages.templating import ANEW, KeptPieces, filled, piece, render
from build_tools.versions.strands import Strand

BEFORE = "vergelijken/terugkerend"
"""The address that the page had before."""

MOST_LASTING = 30
"""Of a parted register its first page draws so many strands, those through most letters: a screen or two."""

StrandParts = Sequence[RegisterPart[ShownStrand]]


@dataclass(frozen=True, slots=True)
class StrandGroup:
    """Strands that are drawn together: through the letters, or within one."""

    letter: LetterName | None
    strands: tuple[ShownStrand, ...]


def life_pages(
    strands: Sequence[Strand], letters: Sequence[Letter], kept: KeptPieces = ANEW
) -> Generator[PackedFile, None, Mapping[str, str]]:
    """The pages of these strands, and in the end the page of each, where they are parted; the letters are in order of
    time.
    """
    years = years_of_letters(letters)
    shown = shown_strands(strands, letters, names_of(letters), years)
    parts = parted(sized(shown, kept.measured(_size)), lambda strand: year_of(strand.day))
    places = places_in(parts, lambda strand: [strand.id])
    yield from all_packed(chain(_pages(shown, parts, years, kept), AnchorPlaces({REGISTER: places}).files()))
    return places


def _pages(
    strands: Sequence[ShownStrand], parts: StrandParts, years: Years | None, kept: KeptPieces
) -> Iterator[SiteFile | PackedFile]:
    """The page, and where it is long those of its years."""
    lasting = sorted(strands, key=lambda strand: -len({stand.letter.id for stand in strand.stands}))[:MOST_LASTING]
    shown = [strand for strand in strands if strand in lasting] if parts else strands
    known = {"years": years, "parts": parts, "in_all": len(strands)}
    fill = filled if parts else kept.page
    yield fill(f"{REGISTER}.md", "terugkerend.md.j2", groups=_groups(shown), **known)
    for part in parts:
        about = {"hide": ["toc"], "description": f"Terugkerende passages: {part.title}.", "search": {"exclude": True}}
        own = {"front_matter": as_yaml(about), "part": part, "groups": _groups(part.entries), "years": years}
        yield kept.page(f"{REGISTER}/{part.name}.md", "terugkerend-jaar.md.j2", **own)
    for path in (BEFORE, *(f"{BEFORE}/{part.name}" for part in parts)):
        depth = "../" * (path.count("/") + 1)
        yield SiteFile(f"{path}.md", render("terugkerend-elders.md.j2", root=depth))


def _groups(strands: Sequence[ShownStrand]) -> list[StrandGroup]:
    """First what runs through the letters, then what each letter says again."""
    listed = (tuple(own) for _, own in groupby(sorted(strands, key=_letter_of), _letter_of))
    return [StrandGroup(own[0].within, own) for own in listed]


def _letter_of(strand: ShownStrand) -> tuple[str, str]:
    """The letter that a strand never leaves, by its day; nothing of one that does."""
    return (strand.day or "9999", strand.within.id) if strand.within else ("", "")


def _size(strand: ShownStrand) -> float:
    return share(piece("levens.j2", "strand_item", strand, ""))
