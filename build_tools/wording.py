"""How the site says things in Dutch: dates, numbers, names of papers, titles."""

import re
from datetime import date
from urllib.parse import quote

from build_tools.data import data
from build_tools.model import Fact, Kind, Letter, Signer
from build_tools.papers.numbers import identifier, nr, spaced

OFFICIAL_SITE = "https://zoek.officielebekendmakingen.nl/"


def dutch_date(iso: str) -> str:
    """`2011-06-16` as `16 juni 2011`."""
    day = date.fromisoformat(iso)
    return f"{day.day} {data('dutch')['months'][day.month - 1]} {day.year}"


def number(count: int) -> str:
    """`18729` as `18.729`."""
    return f"{count:,}".replace(",", ".")


def decimal(value: float) -> str:
    """`12.34` as `12,3`."""
    return f"{value:.1f}".replace(".", ",")


def counted(count: int, one: str, more: str) -> str:
    """`1 brief`, `5 brieven`."""
    return f"{number(count)} {one if count == 1 else more}"


def dossier(letter: Letter) -> str | None:
    """The dossier as Dutch readers write it: `34200-XV` as `34 200 XV`."""
    value = fact(letter, "dossier")
    return value and spaced(value)


def kamerstuk(letter: Letter) -> str | None:
    """The paper as Dutch readers write it: `32 824, nr. 448`."""
    series, item = dossier(letter), fact(letter, "ondernummer")
    return f"{series}, {nr(item)}" if series and item else None


def official_url(letter: Letter) -> str | None:
    """The address of the official publication, where the letter's number is known."""
    stated = fact(letter, "official_url")
    if stated and re.match(r"https?://", stated):
        return stated
    series, item = fact(letter, "dossier"), fact(letter, "ondernummer")
    return official_address(series, item) if series and item else None


def official_address(series: str, item: str) -> str:
    """Where a Kamerstuk is published."""
    return f"{OFFICIAL_SITE}{quote(identifier(series, item), safe='')}.html"


def title(letter: Letter) -> str:
    """What to call a letter everywhere: its own title, or what is known of it."""
    stated = fact(letter, "title") or (letter.blocks[0].text if opens_with_title(letter) else None)
    if stated and stated.strip():
        return stated
    paper, day = kamerstuk(letter), fact(letter, "date")
    return f"Kamerstuk {paper}" if paper else f"Brief van {dutch_date(day)}" if day else letter.id


def opens_with_title(letter: Letter) -> bool:
    """Whether the letter's own text begins with its title."""
    first = letter.blocks[0] if letter.blocks else None
    return first is not None and first.kind is Kind.HEADING and first.level <= 1


def fact(letter: Letter, key: str) -> str | None:
    """The value of a fact that is one text, if it is known."""
    stated = letter.facts.get(key)
    return stated.value if stated and isinstance(stated.value, str) else None


def rests_on(letter: Letter, key: str) -> Fact | None:
    """The fact behind a value; where it takes two, the one that the letter's own text does not say."""
    keys = {"signer": ["signers"], "kamerstuk": ["ondernummer", "dossier"]}.get(key, [key])
    stated = [letter.facts[key] for key in keys if key in letter.facts]
    return next((fact for fact in stated if isinstance(fact.origin, str)), stated[0] if stated else None)


def signers(letter: Letter) -> list[Signer]:
    """Who signed a letter, as far as known."""
    stated = letter.facts.get("signers")
    return [signer for signer in stated.value if isinstance(signer, Signer)] if stated else []


def page_path(id_: str) -> str:
    """The name of a letter's page in an address."""
    return quote(id_, safe="")
