"""What a letter is as an official paper: its number, its address, what to call it."""

import re

from build_tools.dutch.format import dutch_date
from build_tools.model import Fact, FactKey, Letter
from build_tools.papers.numbers import identifier, numbered, spaced
from build_tools.papers.publications import address


def dossier(letter: Letter) -> str | None:
    """The dossier as Dutch readers write it: `34200-XV` as `34 200 XV`."""
    value = letter.fact(FactKey.DOSSIER)
    return value and spaced(value)


def kamerstuk(letter: Letter) -> str | None:
    """The paper as Dutch readers write it: `32 824, nr. 448`."""
    series, item = letter.fact(FactKey.DOSSIER), letter.fact(FactKey.ONDERNUMMER)
    return numbered(series, item) if series and item else None


def paper_of(letter: Letter) -> str | None:
    """The identifier of the paper that a letter is, where its number is known: `kst-32824-448`."""
    series, item = letter.fact(FactKey.DOSSIER), letter.fact(FactKey.ONDERNUMMER)
    return identifier(series, item) if series and item else None


def official_url(letter: Letter) -> str | None:
    """The address of the official publication, where the letter's number is known."""
    stated = letter.fact(FactKey.OFFICIAL_URL)
    if stated and re.match(r"https?://", stated):
        return stated
    paper = paper_of(letter)
    return paper and address(paper)


def title(letter: Letter) -> str:
    """What to call a letter everywhere: its own title, or what is known of it."""
    stated = letter.fact(FactKey.TITLE) or (letter.blocks[0].text if letter.opens_with_title else None)
    if stated and stated.strip():
        return stated
    paper, day = kamerstuk(letter), letter.fact(FactKey.DATE)
    return f"Kamerstuk {paper}" if paper else f"Brief van {dutch_date(day)}" if day else letter.id


_BEHIND = {"signer": (FactKey.SIGNERS,), "kamerstuk": (FactKey.ONDERNUMMER, FactKey.DOSSIER)}
"""Values that pages show, made of facts with other names."""


def rests_on(letter: Letter, value: str) -> Fact | None:
    """The fact behind a value; where it takes two, the one that the letter's own text does not say."""
    keys = _BEHIND[value] if value in _BEHIND else (FactKey(value),)
    stated = [letter.facts[key] for key in keys if key in letter.facts]
    return next((fact for fact in stated if isinstance(fact.origin, str)), stated[0] if stated else None)
