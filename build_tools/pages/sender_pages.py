"""A page for every signer, ministry, dossier and sort of document, with its letters and their period; lists of these.

A page with more letters than fit on it leads to the years, which have pages of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.addresses import (
    DOSSIERS,
    FEED_OF_DOSSIER,
    FEED_OF_MINISTRY,
    FEED_OF_PERSON,
    MINISTRIES,
    PERSONS,
    SORTS,
)
from build_tools.committing.waiting import PackedFile
from build_tools.dutch.format import counted, dutch_date
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.family_pages import KinSheet
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.letter_list import newest_first, years_of
from build_tools.pages.registers.letter_sheet import ListedLetter
from build_tools.pages.templating import ANEW, KeptPieces, filled, render
from build_tools.papers.senders import (
    LetterGroup,
    dossiers_in,
    identifier_of,
    ministries_in,
    ministry_named,
    persons_in,
    sorts_in,
)


@dataclass(frozen=True, slots=True)
class GroupSort:
    """Persons, ministries, dossiers or sorts: their folder, what the list of them is called, the form of the path of
    their feeds (empty: they have none), how one is called, and what else is told of it.
    """

    folder: str
    title: str
    feed: str
    called: str
    others: str


GROUPED: dict[GroupSort, Callable[[Iterable[Letter]], list[LetterGroup]]] = {
    GroupSort(PERSONS, "Ondertekenaars", FEED_OF_PERSON, "{}", "Ondertekende als"): persons_in,
    GroupSort(MINISTRIES, "Ministeries", FEED_OF_MINISTRY, ministry_named("{}"), "Ondertekenaars"): ministries_in,
    GroupSort(DOSSIERS, "Dossiers", FEED_OF_DOSSIER, "Dossier {}", "Titel"): dossiers_in,
    GroupSort(SORTS, "Soorten", "", "Soort: {}", ""): sorts_in,
}


def sender_pages(
    letters: Sequence[Letter], entries: Sequence[ListedLetter], kin: KinSheet, kept: KeptPieces = ANEW
) -> Iterator[SiteFile | PackedFile]:
    """The pages; the letters are in order of time, and so is what lists tell of them."""
    told = {letter.id: entry for letter, entry in zip(letters, entries, strict=True)}
    for sort, grouped in GROUPED.items():
        groups = grouped(letters)
        lists = [kin.once([told[letter.id] for letter in group.letters]) for group in groups]
        shown = [(group, period(group), len(own)) for group, own in zip(groups, lists, strict=True)]
        about = as_yaml({"description": f"{sort.title} van de brieven, met hun brieven.", "search": {"exclude": True}})
        page = render("afzenders.md.j2", front_matter=about, sort=sort, senders=shown)
        yield SiteFile(f"{sort.folder}/index.md", page)
        for group, own in zip(groups, lists, strict=True):
            yield from _pages_of(group, sort, own, kept)


def _pages_of(
    sender: LetterGroup, sort: GroupSort, entries: Sequence[ListedLetter], kept: KeptPieces
) -> Iterator[SiteFile | PackedFile]:
    name = sort.called.format(sender.name)
    parts = years_of(entries, kept)
    official = identifier_of(sender.name)
    about_it = replace(sender, letters=())
    known = {"sort": sort, "sender": about_it, "name": name, "period": period(sender), "official": official}
    fill, page = filled if parts else kept.page, f"{sort.folder}/{sender.id}"
    unsought = {"search": {"exclude": True}} if sort.folder == SORTS else {}  # it finds the letters themselves
    about = as_yaml({"description": _about(sender, sort, name, len(entries)), **unsought})
    shown = () if parts else newest_first(entries)
    listed = {"entries": shown, "parts": parts, "count": len(entries)}
    yield fill(f"{page}.md", "afzender.md.j2", front_matter=about, **listed, **known)
    for part in parts:
        about = as_yaml({"description": f"De brieven van {name}: {part.title}.", "search": {"exclude": True}})
        yield kept.page(f"{page}/{part.name}.md", "afzender-jaar.md.j2", front_matter=about, part=part, name=name)


def _about(group: LetterGroup, sort: GroupSort, name: str, letters: int) -> str:
    """`J.P.H. Donner, minister van Binnenlandse Zaken: 2 brieven.`"""
    told = "".join(f", {other}" for other in group.others) if sort.folder != MINISTRIES else ""
    return f"{name}{told}: {counted(letters, 'brief', 'brieven')}."


def period(sender: LetterGroup) -> str:
    """`16 juni 2011`, `5 april 2022 – 7 februari 2025`; nothing where no day is known."""
    return " – ".join(dict.fromkeys(map(dutch_date, sender.days or ())))
