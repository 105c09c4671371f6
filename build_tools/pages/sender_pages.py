"""A page for every signer and every ministry, with its letters and their period; and a list of each.

A page with more letters than fit on it leads to the years, which have pages of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.addresses import FEED_OF_MINISTRY, FEED_OF_PERSON, MINISTRIES, PERSONS
from build_tools.dutch.format import counted, dutch_date
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.letter_list import newest_first, years_of
from build_tools.pages.registers.letter_sheet import entry_of
from build_tools.pages.templating import render
from build_tools.papers.senders import Sender, identifier_of, ministries_in, ministry_named, persons_in


@dataclass(frozen=True, slots=True)
class SenderSort:
    """Persons or ministries: their folder, what the list of them is called, and the form of the path of their feeds."""

    folder: str
    title: str
    feed: str


SORTS = (SenderSort(PERSONS, "Ondertekenaars", FEED_OF_PERSON), SenderSort(MINISTRIES, "Ministeries", FEED_OF_MINISTRY))


def sender_pages(letters: Sequence[Letter]) -> Iterator[SiteFile]:
    """The pages; the letters are in order of time."""
    for sort, senders in zip(SORTS, (persons_in(letters), ministries_in(letters)), strict=True):
        shown = [(sender, period(sender)) for sender in senders]
        about = as_yaml({"description": f"{sort.title} van de brieven, met hun brieven.", "search": {"exclude": True}})
        page = render("afzenders.md.j2", front_matter=about, sort=sort, senders=shown)
        yield SiteFile(f"{sort.folder}/index.md", page)
        for sender in senders:
            yield from _pages_of(sender, sort)


def _pages_of(sender: Sender, sort: SenderSort) -> Iterator[SiteFile]:
    entries = [entry_of(letter) for letter in sender.letters]
    name = sender.name if sort.folder == PERSONS else ministry_named(sender.name)
    parts = years_of(entries)
    official = identifier_of(sender.name)
    known = {"sort": sort, "sender": sender, "name": name, "period": period(sender), "official": official}
    about = as_yaml({"description": _about(sender, sort, name)})
    page = render(
        "afzender.md.j2", front_matter=about, entries=() if parts else newest_first(entries), parts=parts, **known
    )
    yield SiteFile(f"{sort.folder}/{sender.id}.md", page)
    for part in parts:
        about = as_yaml({"description": f"De brieven van {name}: {part.title}.", "search": {"exclude": True}})
        yield SiteFile(
            f"{sort.folder}/{sender.id}/{part.name}.md",
            render("afzender-jaar.md.j2", front_matter=about, part=part, name=name, sender=sender),
        )


def _about(sender: Sender, sort: SenderSort, name: str) -> str:
    """`J.P.H. Donner, minister van Binnenlandse Zaken: 2 brieven.`"""
    roles = "".join(f", {other}" for other in sender.others) if sort.folder == PERSONS else ""
    return f"{name}{roles}: {counted(len(sender.letters), 'brief', 'brieven')}."


def period(sender: Sender) -> str:
    """`16 juni 2011`, `5 april 2022 – 7 februari 2025`; nothing where no day is known."""
    return " – ".join(dict.fromkeys(map(dutch_date, sender.days or ())))
