"""The pages of the site as values: gathered here, written elsewhere."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from build_tools import __version__
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product, key_of
from build_tools.connections.connect import Connections
from build_tools.dutch.web_addresses import Link
from build_tools.model import Letter, Reason
from build_tools.output import SiteFile
from build_tools.pages.account_pages import account_pages
from build_tools.pages.beside import BesideText
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.connected import around_the_text, connected_pages
from build_tools.pages.family_pages import KinSheet, family_pages, kin_sheet
from build_tools.pages.front_matter import as_yaml, front_matter
from build_tools.pages.letter_list import letter_list, newest_first, year_address, years_of
from build_tools.pages.letter_sheet import ListedLetter, entry_of, facts_sheet
from build_tools.pages.licences import DATA, LETTERS, PROGRAM
from build_tools.pages.listing import listing_pages
from build_tools.pages.markdown import blocks_markdown, inline, notes_markdown
from build_tools.pages.registers.accounts import Account, account_of
from build_tools.pages.registers.letter_names import LetterName, names_of
from build_tools.pages.registers.places import AnchorPlaces
from build_tools.pages.reuse_pages import reuse_pages
from build_tools.pages.templating import render
from build_tools.pages.text_links import links_of
from build_tools.pages.timeline import timeline
from build_tools.papers.of_letter import title
from build_tools.sources.own_site import OwnSite
from build_tools.versions.family import in_time
from build_tools.versions.reuse import Reuse

COMPARISON_PAGE = Product("page of a comparison", str)


@dataclass(frozen=True, slots=True)
class Together:
    """The pages of all letters together, and where places on them are."""

    files: tuple[SiteFile, ...]
    places: AnchorPlaces


TOGETHER = Product("pages of all letters", Together)
BESIDE = Product("what stands beside a letter", bytes)
"""Its key alone: it is made of much that changes, and mostly comes out the same."""

LETTER_PAGE = Product("page of a letter", str)

REGISTERS = (
    ("brieven/", "Alle brieven op volgorde van datum"),
    ("themas/", "De thema’s, en welke brief ervan spreekt"),
    ("verwijzingen/", "De stukken waarnaar de brieven verwijzen"),
    ("vergelijken/", "Versies die vergeleken zijn"),
    ("verantwoording/", "Verantwoording per document"),
)
"""Pages that lead to every letter without search: their paths, and what they are."""


def pages(
    letters: Sequence[Letter],
    connections: Connections,
    own: OwnSite,
    sheets: Sequence[ComparisonSheet] = (),
    reuses: Callable[[], Sequence[Reuse]] = tuple,
    keyed: Keyed = UNKEYED,
) -> list[SiteFile]:
    """Every generated page of the site. What returns is asked for only where a page of it has to be made."""
    ordered = in_time(letters)
    entries = [entry_of(letter) for letter in ordered]
    kin = kin_sheet(ordered, sheets)

    def made() -> Together:
        return _together(ordered, entries, connections, own, kin, reuses())

    ids, names = (letter.id for letter in letters), [sheet.comparison.name for sheet in sheets]
    together = keyed.remembered(TOGETHER, ids, made, names, own, connections.themes, connections.terms)
    return [
        *together.files,
        *_letter_pages(ordered, entries, connections, kin, together.places, keyed),
        *_comparison_pages(sheets),
    ]


def _together(
    ordered: Sequence[Letter],
    entries: Sequence[ListedLetter],
    connections: Connections,
    own: OwnSite,
    kin: KinSheet,
    reuses: Sequence[Reuse],
) -> Together:
    """The pages of all letters together."""
    accounts = [account_of(letter) for letter in ordered]
    connected, years = connected_pages(ordered, connections), years_of(entries)
    line = timeline(kin.once(entries), of_year=partial(year_address, parts=years))
    files = (
        SiteFile("index.md", _home(entries, accounts, kin, connections, own, line)),
        *letter_list(entries, years),
        SiteFile("over.md", _about(connections, own)),
        SiteFile("zoeken.md", render("zoeken.md.j2", registers=REGISTERS)),
        *account_pages(accounts),
        *listing_pages(kin),
        *family_pages(kin),
        *reuse_pages(reuses),
        *connected.files,
    )
    return Together(files, connected.places)


def _about(connections: Connections, own: OwnSite) -> str:
    licences = {"letters": LETTERS, "data": DATA, "program": PROGRAM}
    return render(
        "over.md.j2", own=own, version=__version__, licences=licences, connections=connections, reasons=list(Reason)
    )


def _home(
    entries: Sequence[ListedLetter],
    accounts: Sequence[Account],
    kin: KinSheet,
    connections: Connections,
    own: OwnSite,
    line: Markup,
) -> str:
    return render(
        "index.md.j2",
        own=own,
        about=as_yaml({"description": own.about}),
        entries=entries,
        letters_back=newest_first(entries),
        accounts=accounts,
        kin=kin,
        line=line,
        themes=connections.spoken,
    )


def _comparison_pages(sheets: Sequence[ComparisonSheet]) -> Iterator[SiteFile]:
    for sheet in sheets:
        text = sheet.remembered(COMPARISON_PAGE, partial(comparison_page, sheet))
        yield SiteFile(f"vergelijken/{sheet.comparison.name}.md", text)


def comparison_page(sheet: ComparisonSheet) -> str:
    """The page of two versions: verdict, list of changes, both texts in two views, proof."""
    kin = "twee verwante brieven" if sheet.comparison.b.id in sheet.comparison.a.related else "twee versies"
    heading = f"# {inline(sheet.title)}: {kin} vergeleken {{: #titel .bijwerk }}\n"
    matter = {"hide": ["toc"], "description": sheet.verdict.text}
    return render("vergelijking.md.j2", front_matter=as_yaml(matter), heading=heading, sheet=sheet)


def _letter_pages(
    letters: Sequence[Letter],
    entries: Sequence[ListedLetter],
    connections: Connections,
    kin: KinSheet,
    places: AnchorPlaces,
    keyed: Keyed,
) -> Iterator[SiteFile]:
    around: list[ListedLetter | None] = [None, *entries, None]
    names = names_of(letters)
    maker = _LetterPages(connections, names, BesideText(connections, names), kin, places, keyed)
    for letter, before, after in zip(letters, around, around[2:], strict=False):
        yield SiteFile(f"brieven/{letter.id}.md", maker.text(letter, before, after))


@dataclass(frozen=True)
class _LetterPages:
    """Makes the pages of letters, those alone of which something changed."""

    connections: Connections
    names: Mapping[str, LetterName]
    beside: BesideText
    kin: KinSheet
    places: AnchorPlaces
    keyed: Keyed

    def text(self, letter: Letter, before: ListedLetter | None, after: ListedLetter | None) -> str:
        """The page of a letter."""
        links = links_of(letter.id, self.connections.references)
        connected = around_the_text(letter, self.connections, self.names, self.places)
        family, pairs = self.kin.family(letter.id), [*self.kin.versions(letter.id), *self.kin.related_to(letter.id)]
        alike = (family.path, family.versions) if family else None, [other.id for _, other in pairs]
        others = before, after, links, connected, alike
        beside = cache(lambda: tuple(self.beside.of(letter)))
        taken_from = self.connections.themes, self.beside.taken_from(letter, self.keyed)
        shown = self.keyed.remembered(BESIDE, (letter.id,), lambda: key_of("beside", beside()), *taken_from)

        def made() -> str:
            return letter_page(letter, before, after, {**connected, "beside": beside()}, links, self.kin)

        ids = letter.id, *(other.id for _, other in pairs)
        return self.keyed.remembered(LETTER_PAGE, ids, made, *others, shown)


def letter_page(
    letter: Letter,
    before: ListedLetter | None,
    after: ListedLetter | None,
    connected: Mapping[str, Any],
    links: Mapping[str, Sequence[Link]],
    kin: KinSheet,
) -> str:
    """The page of one letter: facts for programs, title, facts for readers, text, notes, the way on."""
    title_block = letter.blocks[0] if letter.opens_with_title else None
    made = f"# {inline(title(letter))} {{: #titel .bijwerk }}\n"
    return render(
        "brief.md.j2",
        front_matter=front_matter(letter),
        heading=blocks_markdown([title_block], links=links) if title_block else made,
        sheet=facts_sheet(letter),
        text=blocks_markdown(letter.blocks[1 if title_block else 0 :], title_block, links),
        notes=notes_markdown(letter, links),
        before=before,
        after=after,
        family=kin.family(letter.id),
        versions=kin.versions(letter.id),
        related=kin.related_to(letter.id),
        **connected,
    )
