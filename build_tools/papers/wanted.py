"""The facts by which a letter is found and cited, and which of them are missing."""

import re
from collections.abc import Collection, Mapping

from build_tools.data import data
from build_tools.model import Fact, FactKey
from build_tools.papers.of_letter import DEBATES

WANTED = (
    FactKey.TITLE, FactKey.DATE, FactKey.SIGNERS, FactKey.MINISTRY, FactKey.DOSSIER, FactKey.ONDERNUMMER,
    FactKey.VERGADERJAAR,
)  # fmt: skip
"""The facts that every page of a letter shows, and by which it is found and cited."""


_NUMBER = (FactKey.DOSSIER, FactKey.ONDERNUMMER, FactKey.VERGADERJAAR)


def missing_of(facts: Mapping[FactKey, Fact]) -> tuple[FactKey, ...]:
    """What an editor is asked for. The session belongs to a number: a letter without one has none. A paper in a
    series of its own has no dossier; members of a chamber have no ministry; in a debate many speak and no one signs; a
    list of what a meeting decided or received is no one's letter, and has no number.
    """
    series = str(facts[FactKey.SERIES].value) if FactKey.SERIES in facts else ""
    needless = {FactKey.VERGADERJAAR: FactKey.ONDERNUMMER not in facts, FactKey.DOSSIER: bool(series)}
    if series.startswith(DEBATES):
        needless |= dict.fromkeys((FactKey.SIGNERS, FactKey.MINISTRY), True)
    if _is_of(facts, "of_members"):
        needless[FactKey.MINISTRY] = True
    if _is_of(facts, "lists"):
        needless |= dict.fromkeys((FactKey.SIGNERS, FactKey.MINISTRY, *_NUMBER), True)
    return tuple(key for key in WANTED if key not in facts and not needless.get(key))


def _is_of(facts: Mapping[FactKey, Fact], kinds: str) -> bool:
    """Whether the title says that a paper is of these kinds: `Gewijzigde motie van …`, `Besluitenlijst van …`."""
    title = str(facts[FactKey.TITLE].value).lower() if FactKey.TITLE in facts else ""
    before = "|".join(data("papers")["before_kinds"])
    return re.match(rf"(?:(?:{before}) )?(?:{'|'.join(data('papers')[kinds])}) van\b", title) is not None


def as_told(missing: Collection[FactKey]) -> list[FactKey]:
    """What is missing, as one says it: without dossier and number a letter has no number."""
    both = {FactKey.DOSSIER, FactKey.ONDERNUMMER} <= {*missing}
    return [key for key in missing if not (both and key is FactKey.DOSSIER)]
