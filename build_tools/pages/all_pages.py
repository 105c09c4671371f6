"""The pages of the site as values: gathered here, written elsewhere."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import chain
from typing import Any

from markupsafe import Markup

from build_tools import __version__
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.lots import Making
from build_tools.cache.remembering import Product, key_of
from build_tools.committing.waiting import PackedFile
from build_tools.connections.connect import Connections
from build_tools.dutch.web_addresses import Link
from build_tools.model import Letter, Reason
from build_tools.output import DataFile, SiteFile
from build_tools.pages.account_pages import SizedRows, account_pages, accounts_of
from build_tools.pages.beside import BesideLetter, BesideText, KeyOfBeside
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.connected import around_the_text, connected_pages
from build_tools.pages.day_marks import all_packed, file_told, with_marks_told
from build_tools.pages.family_pages import KinOfLetter, KinSheet, family_pages, kin_sheet
from build_tools.pages.front_matter import as_yaml, front_matter
from build_tools.pages.letter_list import letter_list, newest_first, year_address, years_of
from build_tools.pages.listing import listing_pages
from build_tools.pages.lives.life_beside import Lives
from build_tools.pages.lives.strand_sheet import REGISTER as STRANDS
from build_tools.pages.markdown import blocks_markdown, inline, notes_markdown
from build_tools.pages.registers.accounts import AccountRow
from build_tools.pages.registers.citations import cites, papers_with_page
from build_tools.pages.registers.letter_names import LetterName, names_of
from build_tools.pages.registers.letter_sheet import ListedLetter, facts_sheet
from build_tools.pages.registers.places import AnchorPlaces
from build_tools.pages.registers.timeline import timeline
from build_tools.pages.sender_pages import sender_pages
from build_tools.pages.strand_pages import life_pages
from build_tools.pages.templating import KeptPieces, kept_pieces, render
from build_tools.pages.text_links import links_of, with_abbreviations
from build_tools.papers.licences import DATA, LETTERS, PROGRAM
from build_tools.papers.of_letter import title
from build_tools.papers.publications import EVERY_KIND
from build_tools.sources.own_site import OwnSite
from build_tools.versions.family import in_time
from build_tools.versions.reuse import Reuse
from build_tools.versions.strands import Strand, strands_of
from build_tools.workers.crew import Task, Waiting

COMPARISON_PAGE = Product("page of a comparison", str)


@dataclass(frozen=True, slots=True)
class Together:
    """Where places on the pages of all letters together are, and the passages that return."""

    places: AnchorPlaces
    strands: tuple[Strand, ...]


TOGETHER = Product("pages of all letters", tuple[int, Together])
LOT = Product("some pages of all letters", tuple[PackedFile, ...])
BESIDE = Product("what stands beside a letter", KeyOfBeside)
"""Its key alone: it is made of much that changes, and mostly comes out the same."""

LETTER_PAGE = Product("page of a letter", bytes, small=True)

REGISTERS = (
    ("brieven/", "Alle brieven op volgorde van datum"),
    ("themas/", "De thema’s, en welke brief ervan spreekt"),
    ("verwijzingen/", "De stukken waarnaar de brieven verwijzen"),
    ("toezeggingen/", "Wat bewindspersonen de Kamer toezeggen"),
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
) -> Iterator[SiteFile | DataFile | PackedFile]:
    """Every generated page of the site, as it is made. What returns is asked for only where a page of it has to be
    made.
    """
    ordered = in_time(letters)
    kin = kin_sheet(ordered, sheets)
    entries = [kin.entry(letter) for letter in ordered]

    def made() -> Making[PackedFile, Together]:
        with kept_pieces(keyed.memory) as kept:
            return (yield from _together(ordered, entries, connections, own, kin, reuses, kept, keyed))

    ids, names = (letter.id for letter in letters), [sheet.comparison.name for sheet in sheets]
    files = keyed.in_lots(LOT, TOGETHER, ids, made, names, own, connections.themes, connections.terms)
    together = yield from files
    yield from _letter_pages(ordered, entries, connections, kin, together, keyed)
    yield from _comparison_pages(sheets, keyed)


def _together(
    ordered: Sequence[Letter],
    entries: Sequence[ListedLetter],
    connections: Connections,
    own: OwnSite,
    kin: KinSheet,
    reuses: Callable[[], Sequence[Reuse]],
    kept: KeptPieces,
    keyed: Keyed,
) -> Making[PackedFile, Together]:
    """The pages of all letters together. Others have accounts to make while this process makes what only it does."""
    accounts, strands = accounts_of(ordered, keyed), tuple(strands_of(ordered, reuses()))
    lives = yield from life_pages(strands, ordered, kept)
    lists = _lists(accounts, ordered, entries, connections, own, kin, kept)
    connected = yield from connected_pages(ordered, connections, kept, keyed, lists)
    return Together(connected.with_register(STRANDS, lives), strands)


def _lists(
    accounts: Making[PackedFile, SizedRows],
    ordered: Sequence[Letter],
    entries: Sequence[ListedLetter],
    connections: Connections,
    own: OwnSite,
    kin: KinSheet,
    kept: KeptPieces,
) -> Iterator[PackedFile]:
    """The pages that list letters, and those of which there is one; accounts, which others make, come in between."""
    once, years = kin.once(entries), years_of(entries, kept)
    single = (
        _about(connections, own),
        SiteFile("zoeken.md", render("zoeken.md.j2", own=own, registers=REGISTERS, in_front=False)),
        SiteFile("controleer.md", render("controleer.md.j2")),
        _own_texts(),
    )
    yield from all_packed(chain(letter_list(entries, years, kept), single, listing_pages(kin), family_pages(kin)))
    yield from all_packed(sender_pages(ordered, entries, kin, kept))
    rows = yield from accounts
    line = timeline(once, of_year=partial(year_address, parts=years))
    home = SiteFile("index.md", _home(once, [row for row, _ in rows], kin, connections, own, line))
    yield from all_packed(chain([home], account_pages(rows, kept)))


def bench_pages(connections: Connections, own: OwnSite, size: int) -> list[SiteFile]:
    """The pages that are others in a site that has so many bytes with which readers compare for themselves."""
    about = _about(connections, own, bench=True)
    return [_own_texts(size), file_told(about)]


def _own_texts(size: int = 0) -> SiteFile:
    """The page to compare for oneself: in the browser where the site has bytes for it, else by the command."""
    return SiteFile("vergelijken/zelf.md", render("zelf.md.j2", size=size))


def _about(connections: Connections, own: OwnSite, bench: bool = False) -> SiteFile:
    licences = {"letters": LETTERS, "data": DATA, "program": PROGRAM}
    text = render(
        "over.md.j2",
        own=own,
        bench=bench,
        version=__version__,
        licences=licences,
        connections=connections,
        reasons=list(Reason),
        source_kinds=EVERY_KIND,
    )
    return SiteFile("over.md", text)


def _home(
    entries: Sequence[ListedLetter],
    accounts: Sequence[AccountRow],
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


def _comparison_pages(sheets: Sequence[ComparisonSheet], keyed: Keyed) -> Iterator[SiteFile]:
    begun = (sheet.begun(COMPARISON_PAGE, comparison_page) for sheet in sheets)
    for sheet, text in zip(sheets, keyed.memory.all_begun(begun), strict=True):
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
    together: Together,
    keyed: Keyed,
) -> Iterator[DataFile]:
    """The page of each letter. The letters are in order of time."""
    around: list[ListedLetter | None] = [None, *entries, None]
    names = names_of(letters)
    lives = Lives(together.strands, letters, names, together.places)
    maker = _LetterPages(connections, names, BesideText(connections, names, lives), kin, together.places, keyed)
    begun = (maker.begun(*own) for own in zip(letters, around, around[2:], strict=False))
    for letter, page in zip(letters, keyed.memory.all_begun(begun), strict=True):
        yield DataFile(f"brieven/{letter.id}.md", page)


@dataclass(frozen=True)
class _LetterPages:
    """Makes the pages of letters, those alone of which something changed."""

    connections: Connections
    names: Mapping[str, LetterName]
    beside: BesideText
    kin: KinSheet
    places: AnchorPlaces
    keyed: Keyed

    @cached_property
    def _of_themes(self) -> bytes:
        """What stands for all that is said of themes; which of them a letter has is part of its own key."""
        return key_of("themes", self.connections.themes)

    def begun(self, letter: Letter, before: ListedLetter | None, after: ListedLetter | None) -> Waiting[bytes]:
        """The page of a letter, begun."""
        references = self.connections.references
        connected = around_the_text(letter, self.connections, self.names, self.places)
        around = {name: value for name, value in connected.items() if name != "themes"}
        papers = self.names[letter.id], papers_with_page(letter.id, references, self.names)
        others = before, after, papers, around, self.kin.alike(letter.id), self._of_themes
        beside = cache(partial(self.beside.of, letter))
        known = self._key_of(letter, beside) if self.keyed.memory.store.keeps else b""

        def plan() -> Task[bytes]:
            cited = cites(letter, references, self.names)
            around = {**connected, "cites": cited, "beside": beside().blocks}
            shown = with_abbreviations(letter, links_of(letter.id, references), references)
            return partial(_page_made, letter, before, after, around, shown, self.kin.of_letter(letter.id))

        ids = letter.id, *self.kin.compared_with(letter.id)
        return self.keyed.begun(LETTER_PAGE, ids, plan, *others, known)

    def _key_of(self, letter: Letter, beside: Callable[[], BesideLetter]) -> bytes:
        """What stands for all beside a letter, which is worked out where what it is taken from changed."""
        others = self._of_themes, self.beside.ranked_by(letter)
        return self.keyed.remembered_while(
            self.beside.holds, BESIDE, (letter.id,), lambda: self.beside.standing_for(beside()), *others
        ).key


def _page_made(*values: Any) -> bytes:
    return letter_page(*values).encode()


def letter_page(
    letter: Letter,
    before: ListedLetter | None,
    after: ListedLetter | None,
    connected: Mapping[str, Any],
    links: Mapping[str, Sequence[Link]],
    kin: KinOfLetter,
) -> str:
    """The page of one letter: facts for programs, title, facts for readers, text, notes, the way on."""
    title_block = letter.blocks[0] if letter.opens_with_title else None
    made = f"# {inline(title(letter))} {{: #titel .bijwerk }}\n"
    page = render(
        "brief.md.j2",
        front_matter=front_matter(letter),
        heading=blocks_markdown([title_block], links=links) if title_block else made,
        sheet=facts_sheet(letter),
        text=blocks_markdown(letter.blocks[1 if title_block else 0 :], title_block, links),
        notes=notes_markdown(letter, links),
        before=before,
        after=after,
        kin=kin,
        **connected,
    )
    return with_marks_told(page)
