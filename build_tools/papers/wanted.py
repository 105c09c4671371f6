"""The facts by which a letter is found and cited, and which of them are missing."""

import re
from collections.abc import Collection, Mapping
from functools import cache

from build_tools.data import data
from build_tools.model import Fact, FactKey
from build_tools.papers.of_letter import DEBATES

WANTED = (
    FactKey.TITLE, FactKey.DATE, FactKey.SIGNERS, FactKey.MINISTRY, FactKey.DOSSIER, FactKey.ONDERNUMMER,
    FactKey.VERGADERJAAR,
)  # fmt: skip
"""The facts that every page of a letter shows, and by which it is found and cited."""

_NUMBER = (FactKey.DOSSIER, FactKey.ONDERNUMMER, FactKey.VERGADERJAAR)
"""What together is the number of a paper."""


def missing_of(facts: Mapping[FactKey, Fact]) -> tuple[FactKey, ...]:
    """What an editor is asked for."""
    needless = needless_of(facts)
    return tuple(key for key in WANTED if key not in facts and key not in needless)


def needless_of(facts: Mapping[FactKey, Fact]) -> set[FactKey]:
    """What a paper does not have. The session belongs to a number: a letter without one has none. A paper in a
    series of its own has no dossier; members of a chamber have no ministry; in a debate many speak and no one signs; a
    list of what a meeting decided or received is no one's letter, and has no number.
    """
    series = str(facts[FactKey.SERIES].value) if FactKey.SERIES in facts else ""
    needless = {
        FactKey.VERGADERJAAR: FactKey.ONDERNUMMER not in facts, FactKey.DOSSIER: bool(series),
        FactKey.MINISTRY: series.startswith(DEBATES) or says_it_is(facts, "of_members"),
        FactKey.SIGNERS: series.startswith(DEBATES),
    }  # fmt: skip
    if says_it_is(facts, "lists"):
        needless |= dict.fromkeys((FactKey.SIGNERS, FactKey.MINISTRY, *_NUMBER), True)
    return {key for key, is_needless in needless.items() if is_needless}


def says_it_is(facts: Mapping[FactKey, Fact], kinds: str) -> bool:
    """Whether the title says that a paper is of these kinds, as `papers.yml` lists them: `lists`, `of_members`."""
    return FactKey.TITLE in facts and titles(kinds).match(str(facts[FactKey.TITLE].value)) is not None


@cache
def titles(kinds: str) -> re.Pattern[str]:
    """How the titles of papers of these kinds begin: `Nader gewijzigde motie van …`, `Besluitenlijst van …`."""
    before, names = "|".join(data("papers")["before_kinds"]), "|".join(data("papers")[kinds])
    return re.compile(rf"(?:(?:{before}) )*(?:{names}) van\b", re.IGNORECASE)


def as_told(missing: Collection[FactKey]) -> list[FactKey]:
    """What is missing, as one says it: without dossier and number a letter has no number."""
    both = {FactKey.DOSSIER, FactKey.ONDERNUMMER} <= {*missing}
    return [key for key in missing if not (both and key is FactKey.DOSSIER)]
