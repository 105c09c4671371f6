"""What can be known of a letter, and where it was found."""

from dataclasses import dataclass
from enum import StrEnum


class FactKey(StrEnum):
    """What can be known of a letter, in the order in which pages show it. The catalogue can state each of them.

    `ASKED` is the day on which questions were put that a paper answers; `SERIES` what else than the Kamerstukken a
    paper is numbered in; `ALSO_IN` the further dossiers of a paper that belongs to several; `CORRECTED` the day on
    which an editor last corrected what the site shows of it.
    """

    TITLE = "title"
    DATE = "date"
    ASKED = "asked"
    PLACE = "place"
    SIGNERS = "signers"
    MINISTRY = "ministry"
    SERIES = "series"
    DOSSIER = "dossier"
    DOSSIER_TITLE = "dossier_title"
    ALSO_IN = "also_in"
    ONDERNUMMER = "ondernummer"
    VERGADERJAAR = "vergaderjaar"
    ADDRESSEE = "addressee"
    OFFICIAL_URL = "official_url"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, and in what office."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class FurtherDossier:
    """A dossier that a paper belongs to beside its own: its number as it is kept, and its title."""

    number: str
    title: str


FactValue = str | tuple[Signer, ...] | tuple[FurtherDossier, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its origin: the source line it was read from, or where the catalogue's editor found it."""

    value: FactValue
    origin: int | str
