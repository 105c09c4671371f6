"""How a reader cites a letter: in the form of Aanwijzing 3.43 for the regelgeving.

After `citation_of`: session with a slash, dossier without a space, page where it is known; a letter without a
number is cited by its signer, day and title. Nothing that is unknown is filled in.
"""

import re

from build_tools.dutch.characters import visible
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import nr, session, unspaced
from build_tools.papers.of_letter import day_of, in_series, title


def citation_of(letter: Letter, page: str | None = None) -> str:
    """`Kamerstukken II 2024/25, 32824, nr. 448, p. 3`, `Aanhangsel Handelingen II 2024/25, nr. 1028`."""
    dossier, item = letter.fact(FactKey.DOSSIER), letter.fact(FactKey.ONDERNUMMER)
    if letter.fact(FactKey.SERIES) and item:
        return ", ".join(filter(None, (in_series(letter), nr(item), page and f"p. {page}")))
    if not dossier or not item:
        return _by_day(letter)
    years = letter.fact(FactKey.VERGADERJAAR) or ""
    house = "I" if item.isalpha() else "II"
    if years[:4].isdecimal():
        years = session(int(years[:4]))
    series = " ".join(filter(None, ("Kamerstukken", house, years)))
    return ", ".join(filter(None, (series, unspaced(dossier), nr(item), page and f"p. {page}")))


def _by_day(letter: Letter) -> str:
    signed, day = letter.signers, day_of(letter)
    who = signed[0].role or signed[0].name if signed else None
    head = "Brief" + (f" van de {re.sub(r'^[Dd]e ', '', who)}" if who else "")
    when = f" van {day}" if day else ""
    return visible(f"{head}{when}, {title(letter)}")
