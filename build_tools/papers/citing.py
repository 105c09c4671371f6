"""How a reader cites a letter: in the form of Aanwijzing 3.43 for the regelgeving.

After `citation_of`: session with a slash, dossier without a space, page where it is known; a letter without a
number is cited by its signer, day and title, a list of what a meeting decided by its title and day. Nothing that is
unknown is filled in.
"""

import re

from build_tools.dutch.characters import visible
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import nr, session, unspaced
from build_tools.papers.of_letter import day_of, in_series, title
from build_tools.papers.wanted import says_it_is


def citation_of(letter: Letter, page: str | None = None) -> str:
    """`Kamerstukken II 2024/25, 32824, nr. 448, p. 3`, `Aanhangsel Handelingen II 2024/25, nr. 1028`."""
    number = number_in_series(letter)
    if number is None:
        return _by_day(letter)
    return ", ".join(filter(None, (series_of(letter), number, page and f"p. {page}")))


def series_of(letter: Letter) -> str | None:
    """The series and session of a paper whose number is known: `Kamerstukken II 2024/25`."""
    item = letter.fact(FactKey.ONDERNUMMER)
    if item is None or number_in_series(letter) is None:
        return None
    if letter.fact(FactKey.SERIES):
        return in_series(letter)
    return kamerstukken(item, letter.fact(FactKey.VERGADERJAAR) or "")


def kamerstukken(item: str, years: str) -> str:
    """The series of a numbered paper of a session, as far as this is known: `Kamerstukken II 2024/25`."""
    if years[:4].isdecimal():
        years = session(int(years[:4]))
    return " ".join(filter(None, ("Kamerstukken", "I" if item.isalpha() else "II", years)))


def number_in_series(letter: Letter) -> str | None:
    """The number of a paper in its series: `32824, nr. 448`, `nr. 1028`."""
    dossier, item = letter.fact(FactKey.DOSSIER), letter.fact(FactKey.ONDERNUMMER)
    if item and letter.fact(FactKey.SERIES):
        return nr(item)
    return f"{unspaced(dossier)}, {nr(item)}" if item and dossier else None


def _by_day(letter: Letter) -> str:
    signed, day, called = letter.signers, day_of(letter), title(letter)
    if says_it_is(letter.facts, "lists"):
        return visible(called if not day or day in called else f"{called}, {day}")
    who = signed[0].role or signed[0].name if signed else None
    head = "Brief" + (f" van de {re.sub(r'^[Dd]e ', '', who)}" if who else "")
    when = f" van {day}" if day else ""
    return visible(f"{head}{when}, {called}")
