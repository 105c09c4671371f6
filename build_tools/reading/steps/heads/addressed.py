"""An address right above the salutation, by which alone a letter says to whom it is."""

import re
from collections.abc import Sequence

from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import PLACE_DATE
from build_tools.dutch.matching import salutes

LINES, NARROW = 6, 80
"""Lines of a name with its address, and characters of each, at the most."""

TOWN = re.compile(r"\d{4} ?[A-Z]{2}\s+[A-Z’'‘][\w’'‘ -]{2,30}")
"""`2500 EA DEN HAAG`: the last line of an address."""

BOX = re.compile(r"P ?ostbus [\d ]+")
"""`Postbus 20018`: where the address begins below a name."""

COMMITTEE = re.compile(r"(?:De )?(?:[A-Z]?[a-z]+ )?[Cc]ommissie voor [A-Z].*")
"""`Vaste commissie voor Sociale Zaken`: no committee sends a letter under its name alone."""

ATTENTION = re.compile(r"[Tt]\.?a\.?v\.? \S.*|[Tt]er attentie van \S.*")
"""`t.a.v. de griffier`: who reads it for the addressee."""


def read_addressed(lines: Sequence[Line], at: int) -> tuple[int, list[HeadLine]] | None:
    """A name with an address that ends in a town, line below line, and then the salutation. Whose it is, is only
    told where it cannot be the sender's: a committee, or somebody for whose attention it is."""
    own = range(at, min(at + LINES, len(lines) - 1))
    end = next((n + 1 for n in own if TOWN.fullmatch(lines[n].text)), at)
    if end < at + 2 or not salutes(lines[end].text) or any(line.blanks for line in lines[at + 1 : end]):
        return None
    texts = [line.text for line in lines[at:end]]
    other = any(PLACE_DATE.fullmatch(text) or text.startswith("Aan ") for text in texts)
    if other or any(len(text) > NARROW or text.endswith((".", ",", ":", "?")) for text in texts):
        return None
    named = next((n for n, text in enumerate(texts) if BOX.fullmatch(text) or ATTENTION.fullmatch(text)), 0)
    name = " ".join(texts[:named])
    sure = COMMITTEE.fullmatch(name) or (name and ATTENTION.fullmatch(texts[named]))
    return end, [HeadLine("addressee", name, lines[at].number)] if sure else []
