"""What a letter's page and the lists of letters say about it beside its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Fact, Letter
from build_tools.wording import dossier, dutch_date, fact, kamerstuk, official_url, opens_with_title, page_path, title

UNKNOWN = "niet in de bron"


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as readers see it: its name, its value (None: unknown), and where the catalogue found it."""

    label: str
    lines: tuple[str, ...]
    elsewhere: str | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The facts block of a letter's page."""

    path: str
    rows: tuple[Row, ...]
    official_url: str | None
    source: str
    layout: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter in a list of letters."""

    path: str
    title: str
    year: str
    iso: str | None
    day: str | None
    about: tuple[str, ...]


def entry_of(letter: Letter) -> Entry:
    iso = fact(letter, "date")
    return Entry(
        page_path(letter.id),
        title(letter),
        iso[:4] if iso else "Zonder datum",
        iso,
        dutch_date(iso) if iso else None,
        tuple(_about(letter)),
    )


def _about(letter: Letter) -> Iterator[str]:
    """What tells one letter from another: who signed it, for which ministry, under which number."""
    signed = letter.facts.get("signers")
    if signed:
        yield ", ".join(signer.name for signer in signed.value if not isinstance(signer, str))
    if ministry := fact(letter, "ministry"):
        yield ministry
    paper = kamerstuk(letter)
    if paper and paper not in title(letter):
        yield f"Kamerstuk {paper}"


def facts_sheet(letter: Letter) -> Sheet:
    return Sheet(
        page_path(letter.id), tuple(_rows(letter)), official_url(letter), letter.source.name, letter.layout
    )


def _rows(letter: Letter) -> Iterator[Row]:
    """The facts in the order of a letter's head; the title only where the letter opens with another one."""
    stated = fact(letter, "title")
    if stated and opens_with_title(letter) and stated.split() != letter.blocks[0].text.split():
        yield _row(letter, "Titel", "title", stated)
    iso = fact(letter, "date")
    yield _row(letter, "Datum", "date", dutch_date(iso) if iso else None, iso)
    yield _row(letter, "Plaats", "place", fact(letter, "place"))
    yield _row(letter, "Van", "signers", *_signers(letter.facts.get("signers")))
    yield _row(letter, "Ministerie", "ministry", fact(letter, "ministry"))
    yield _row(letter, "Aan", "addressee", fact(letter, "addressee"))
    yield _row(letter, "Kamerstuk", "ondernummer", kamerstuk(letter))
    yield _row(letter, "Dossier", "dossier", " ".join(filter(None, (dossier(letter), fact(letter, "dossier_title")))))
    yield _row(letter, "Vergaderjaar", "vergaderjaar", fact(letter, "vergaderjaar"))


def _row(letter: Letter, label: str, key: str, *lines: str | None) -> Row:
    return Row(label, ())


def _signers(signed: Fact | None) -> list[str]:
    return []
