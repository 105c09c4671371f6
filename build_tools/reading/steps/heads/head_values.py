"""What the lines of a head state, as values of facts."""

import re
from collections.abc import Callable

from build_tools.dutch.dates import date_in, day_in
from build_tools.dutch.matching import is_half
from build_tools.model import FactKey
from build_tools.papers.numbers import kept

REFERENCE = re.compile(r"(?=\S*\d)\S+/\S+")
"""What a letter is filed under, as one word with a stroke and a digit."""


def session(text: str) -> str:
    """`2010–2011` or `2010/2011` as `2010-2011`."""
    return re.sub("[–/]", "-", text)


def unbroken(text: str) -> str | None:
    """A text that is no half: `de Voorzitter van de` names nobody, and `2025` is the last line of what is called so;
    nor is it a reference that stands where a subject is looked for, `PO/KB-2003/11562`."""
    return None if is_half(text) or not any(map(str.isalpha, text)) or REFERENCE.fullmatch(text) else text


READINGS: tuple[tuple[str, FactKey, Callable[[str], str | None]], ...] = (
    ("subject", FactKey.TITLE, unbroken),
    ("margin subject", FactKey.TITLE, unbroken),
    ("questions", FactKey.TITLE, str),
    ("around title", FactKey.TITLE, str),
    ("date", FactKey.DATE, day_in),
    ("margin date", FactKey.DATE, day_in),
    ("received", FactKey.DATE, date_in),
    ("around date", FactKey.DATE, day_in),
    ("asked", FactKey.ASKED, date_in),
    ("series", FactKey.SERIES, str),
    ("place", FactKey.PLACE, str),
    ("addressee", FactKey.ADDRESSEE, unbroken),
    ("dossier", FactKey.DOSSIER, kept),
    ("around dossier", FactKey.DOSSIER, kept),
    ("dossier title", FactKey.DOSSIER_TITLE, unbroken),
    ("number", FactKey.ONDERNUMMER, str),
    ("around number", FactKey.ONDERNUMMER, str),
    ("session", FactKey.VERGADERJAAR, session),
    ("year", FactKey.VERGADERJAAR, session),
    ("around session", FactKey.VERGADERJAAR, session),
)
