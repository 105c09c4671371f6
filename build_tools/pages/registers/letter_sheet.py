"""What a letter's page and the lists of letters say about it beside its text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from build_tools.addresses import DOSSIERS, MINISTRIES, PERSONS, page_path, slug
from build_tools.dutch.format import counted, dutch_date
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import spaced
from build_tools.papers.of_letter import (
    as_sent,
    called,
    day_of,
    dossier,
    kamerstuk,
    official_url,
    rests_on,
    sort_name,
    sort_of,
    title,
)
from build_tools.papers.opening import opening_of, says_subject
from build_tools.papers.persons import person_of
from build_tools.papers.wanted import needless_of

NO_BREAK_SPACE = "\u00a0"

UNKNOWN = {"Van": "ondertekenaar", "Aan": "geadresseerde"}
"""Labels that say nothing without a value behind them, and what does."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as readers see it: its name, its value (empty: unknown), and where it was found; of a day its ISO form,
    of senders the addresses of their pages, from the root of the site.
    """

    label: str
    lines: tuple[str, ...]
    origin: int | str | None
    iso: str | None = None
    pages: tuple[str, ...] = ()

    @property
    def unknown(self) -> str:
        """What it is called among what the letter does not state."""
        return UNKNOWN.get(self.label, self.label.lower())

    @property
    def elsewhere(self) -> bool:
        """Whether the letter's own text does not say it."""
        return isinstance(self.origin, str)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The facts block of a letter's page: what it shows, and of what it says where it was found."""

    id: str
    path: str
    rows: tuple[FactRow, ...]
    found: tuple[FactRow, ...]
    official_url: str | None


class Facet(NamedTuple):
    """By what a letter can be chosen from a list: `dossier`, with its value and how readers see that."""

    name: str
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class ListedLetter:
    """A letter in a list of letters."""

    path: str
    title: str
    iso: str | None
    day: str | None
    about: tuple[str, ...]
    what: str = ""
    """What tells it from another letter of its title: its paper or its day."""
    subject: str = ""
    """What it is about, where its title does not say so: the title of another version, or its first sentence."""
    versions: tuple[tuple[str, str], ...] = ()
    """The versions that a list counts as this one letter, of many a few: what each is, and its path."""
    counted: str = ""
    """How many versions there are then."""
    facets: tuple[Facet, ...] = ()

    def values(self, name: str) -> list[str]:
        """Its values by which it can be chosen under a name; a paper can belong to several dossiers."""
        return [facet.value for facet in self.facets if facet.name == name]


def entry_of(letter: Letter, versions: Iterable[Letter] = ()) -> ListedLetter:
    """What lists tell of a letter; other versions of it may have a title that says more."""
    iso = letter.fact(FactKey.DATE)
    return ListedLetter(
        page_path(letter.id),
        title(letter),
        iso,
        day_of(letter),
        tuple(_about(letter)),
        _what(letter),
        _subject(letter, versions),
        facets=tuple(_facets(letter)),
    )


def _subject(letter: Letter, versions: Iterable[Letter]) -> str:
    opening = opening_of(letter)
    if opening is None:
        return ""
    titled = (title(other) for other in versions if says_subject(other.fact(FactKey.TITLE)))
    return next((f"Andere versie van «{one}»" for one in titled), f"«{opening.text}»")


def _facets(letter: Letter) -> Iterator[Facet]:
    """Its year, ministry and dossiers, as far as known, and what sort of document it is."""
    if day := letter.fact(FactKey.DATE):
        yield Facet("jaar", day[:4], day[:4])
    if ministry := letter.fact(FactKey.MINISTRY):
        yield Facet("ministerie", ministry, ministry)
    own = ((dossier(letter), letter.fact(FactKey.DOSSIER_TITLE)),)
    further = ((spaced(other.number), other.title) for other in letter.also_in)
    for number, name in (*own, *further):
        if number:
            yield Facet("dossier", number, f"{number} {name or ''}".strip())
    yield Facet("soort", sort_name(letter), sort_name(letter))


def _what(letter: Letter) -> str:
    paper, day = kamerstuk(letter), letter.fact(FactKey.DATE)
    what = called(paper) if paper else f"brief van {dutch_date(day)}" if day else letter.id
    return "" if (paper or what).casefold() in title(letter).casefold() else what


def _about(letter: Letter) -> Iterator[str]:
    """What tells one letter from another: who signed it, for which ministry, its number, its length."""
    if signed := letter.signers:
        yield ", ".join(signer.name for signer in signed)
    if ministry := letter.fact(FactKey.MINISTRY):
        yield ministry
    paper = kamerstuk(letter)
    if paper and paper not in title(letter):
        yield called(paper).replace(" ", NO_BREAK_SPACE)
    if not paper:
        yield sort_of(letter)["what"]
    yield counted(letter.ledger.words, "woord", "woorden")


def facts_sheet(letter: Letter) -> Sheet:
    """The title is a row where the letter opens with another one; else it stands above the block."""
    titled, rows = _row(letter, "Titel", "title", letter.fact(FactKey.TITLE)), tuple(_rows(letter))
    above = not letter.opens_with_title or [line.casefold() for line in titled.lines] == [
        letter.blocks[0].text.casefold()
    ]
    found = tuple(row for row in (titled, *rows) if row.lines)
    shown = (titled, *rows) if titled.lines and not above else rows
    return Sheet(letter.id, page_path(letter.id), shown, found, official_url(letter))


def _rows(letter: Letter) -> Iterator[FactRow]:
    """The facts in the order of a letter's head; what is unknown too, if a letter of its sort has it."""
    yield _day(letter, "Datum", "date", letter.fact(FactKey.DATE))
    if asked := letter.fact(FactKey.ASKED):
        yield _day(letter, "Vragen van", "asked", asked)
    if opening := opening_of(letter):
        yield FactRow(opening.name, (f"«{opening.text}»",), opening.line)
    yield _row(letter, "Plaats", "place", letter.fact(FactKey.PLACE))
    persons = tuple(f"{PERSONS}/{slug(person_of(signer.name).whole)}/" for signer in letter.signers)
    yield replace(_row(letter, "Van", "signers", *_signers(letter)), pages=persons)
    ministry = letter.fact(FactKey.MINISTRY)
    of_ministry = (f"{MINISTRIES}/{slug(ministry)}/",) if ministry else ()
    if ministry or FactKey.MINISTRY not in needless_of(letter.facts):
        yield replace(_row(letter, "Ministerie", "ministry", ministry), pages=of_ministry)
    yield _row(letter, "Aan", "addressee", letter.fact(FactKey.ADDRESSEE))
    yield from _rows_of_paper(letter)
    if corrected := letter.fact(FactKey.CORRECTED):
        yield _day(letter, "Verbeterd op", "corrected", corrected)


def _rows_of_paper(letter: Letter) -> Iterator[FactRow]:
    """Its number, and where it belongs."""
    series, name = dossier(letter), letter.fact(FactKey.DOSSIER_TITLE)
    if not as_sent(letter):
        yield _row(letter, "Stuk" if letter.fact(FactKey.SERIES) else "Kamerstuk", "kamerstuk", kamerstuk(letter))
    if name or (series and not kamerstuk(letter)):
        key, shown = "dossier_title" if name else "dossier", " ".join(filter(None, (series, name)))
        pages = (f"{DOSSIERS}/{slug(letter.fact(FactKey.DOSSIER) or '')}/",) if series else ()
        yield replace(_row(letter, "Dossier", key, shown), pages=pages)
    if others := letter.also_in:
        yield _row(letter, "Ook in", "also_in", *(f"{spaced(other.number)} {other.title}".strip() for other in others))
    if (years := letter.fact(FactKey.VERGADERJAAR)) or FactKey.VERGADERJAAR not in needless_of(letter.facts):
        yield _row(letter, "Vergaderjaar", "vergaderjaar", years)


def _day(letter: Letter, label: str, key: str, day: str | None) -> FactRow:
    return replace(_row(letter, label, key, dutch_date(day) if day else None), iso=day)


def _row(letter: Letter, label: str, key: str, *lines: str | None) -> FactRow:
    stated = rests_on(letter, key)
    return FactRow(label, tuple(filter(None, lines)), stated.origin if stated else None)


def _signers(letter: Letter) -> list[str]:
    return [", ".join(filter(None, (signer.name, signer.role))) for signer in letter.signers]
