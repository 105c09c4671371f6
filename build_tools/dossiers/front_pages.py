"""The pages of the site in front: the dossiers, a search in all of them, how it is arranged.

The list of dossiers gets pages of its own once it is too long for one, by the thousands of their numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.addresses import DOSSIERS
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.parts import PageName, parted, share
from build_tools.pages.sender_pages import period
from build_tools.pages.templating import piece, render
from build_tools.papers.licences import DATA, LETTERS
from build_tools.papers.senders import LetterGroup
from build_tools.sources.own_site import OwnSite
from build_tools.versions.family import counted_in

LIST = "voor-dossiers.j2"
_OTHERS = PageName("andere", "Andere brieven")


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """A dossier in the list: its folder, its number and title, how many letters it has and from when till when."""

    path: str
    number: str
    title: str
    letters: int
    period: str


def front_pages(groups: Sequence[LetterGroup], own: OwnSite) -> Iterator[SiteFile]:
    """The pages, as files of a folder of pages."""
    listed = [_listed(group) for group in groups]
    parts = parted(((one, share(_row(one))) for one in listed), _thousand)
    letters = sum(one.letters for one in listed)
    about = as_yaml({"description": own.about})
    known = {"own": own, "count": len(groups), "letters": letters}
    yield SiteFile("index.md", render("voor.md.j2", about=about, dossiers_listed=listed, parts=parts, **known))
    yield SiteFile("over.md", render("voor-over.md.j2", licences={"letters": LETTERS, "data": DATA}, **known))
    registers = (("", "Alle dossiers, elk met een lijst van zijn brieven"),)
    yield SiteFile("zoeken.md", render("zoeken.md.j2", own=own, registers=registers, in_front=True))
    for part in parts:
        yield SiteFile(f"{DOSSIERS}/{part.name}.md", render("voor-deel.md.j2", part=part))


def _listed(group: LetterGroup) -> ListedDossier:
    letters = len(group.letters) - len(counted_in(group.letters))
    return ListedDossier(group.id, group.name, group.others[-1] if group.others else "", letters, period(group))


def _row(one: ListedDossier) -> Markup:
    return piece(LIST, "dossiers", (one,), "")


def _thousand(one: ListedDossier) -> PageName:
    """`32 824` stands among those from 32 000; Roman numbers and the letters without one stand together."""
    thousand = one.number[:2]
    return PageName(f"vanaf-{thousand}000", f"Dossiers vanaf {thousand} 000") if thousand.isdigit() else _OTHERS
