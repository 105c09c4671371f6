"""The register of all letters: the newest first, on one page while they fit on it, and else by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.addresses import YEARS
from build_tools.committing.waiting import PackedFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.letter_sheet import ListedLetter
from build_tools.pages.registers.parts import PageName, RegisterPart, parted, share, sized, year_of
from build_tools.pages.templating import ANEW, KeptPieces, filled, piece

LABELS = {"jaar": "Jaar", "ministerie": "Ministerie", "dossier": "Dossier", "soort": "Soort"}
"""By what readers choose from the list, and what they call it."""

FACETS = tuple(LABELS)

YearPart = RegisterPart[ListedLetter]


def letter_list(
    entries: Sequence[ListedLetter], parts: Sequence[YearPart], kept: KeptPieces = ANEW
) -> Iterator[PackedFile]:
    """The page of all letters, and those of years. The letters are in order of time."""
    years = [] if parts else [(year, list(own)) for year, own in groupby(newest_first(entries), _year)]
    shown = sorted(parts, key=lambda part: part.entries[0].iso or "", reverse=True)
    listed = {"years": years, "parts": shown, "choices": choices(entries), "facets": FACETS}
    fill = filled if parts else kept.page
    yield fill("brieven/index.md", "brieven.md.j2", entries=entries, **listed)
    for part in parts:
        about = {"description": f"Alle brieven: {part.title}.", "search": {"exclude": True}}
        known = {"part": part, "entries": newest_first(part.entries), "facets": FACETS}
        yield kept.page(f"brieven/{YEARS}/{part.name}.md", "brieven-jaar.md.j2", front_matter=as_yaml(about), **known)


@dataclass(frozen=True, slots=True)
class ListChoice:
    """By what readers choose, and what there is to choose from: each value, and how they see it."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def choices(entries: Sequence[ListedLetter]) -> list[ListChoice]:
    """What there is to choose from where there is a choice: the newest year first, all else in order of the alphabet.

    A dossier is called as its newest letter calls it.
    """
    found: dict[str, dict[str, str]] = {name: {} for name in LABELS}
    for facet in (facet for entry in entries for facet in entry.facets):
        found[facet.name][facet.value] = facet.shown
    return [
        ListChoice(name, LABELS[name], tuple(sorted(options.items(), reverse=name == "jaar")))
        for name, options in found.items()
        if len(options) > 1
    ]


def newest_first(entries: Sequence[ListedLetter]) -> list[ListedLetter]:
    """Letters in order of time the other way round; those without a date stay last."""
    return [*(entry for entry in reversed(entries) if entry.iso), *(entry for entry in entries if not entry.iso)]


def years_of(entries: Sequence[ListedLetter], kept: KeptPieces = ANEW) -> list[YearPart]:
    """The pages of years, if one page is not enough."""
    return parted(sized(entries, kept.measured(_size)), _year)


def _size(entry: ListedLetter) -> float:
    return share(piece("macros.j2", "letter_item", entry, "", FACETS))


def year_address(year: int, parts: Sequence[YearPart]) -> str:
    """Where the letters of a year are listed, from the root of the site."""
    return f"brieven/{YEARS}/{year}/" if parts else f"brieven/#jaar-{year}"


def _year(entry: ListedLetter) -> PageName:
    return year_of(entry.iso)
