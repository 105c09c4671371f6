"""The facts by which a letter is found and cited, and which of them are missing."""

from collections.abc import Collection

from build_tools.model import FactKey

WANTED = (
    FactKey.TITLE, FactKey.DATE, FactKey.SIGNERS, FactKey.MINISTRY, FactKey.DOSSIER, FactKey.ONDERNUMMER,
    FactKey.VERGADERJAAR,
)  # fmt: skip
"""The facts that every page of a letter shows, and by which it is found and cited."""


def missing_of(facts: Collection[FactKey]) -> tuple[FactKey, ...]:
    """What an editor is asked for. The session belongs to a number: a letter without one has none. A paper in a
    series of its own has no dossier.
    """
    needless = {FactKey.VERGADERJAAR: FactKey.ONDERNUMMER not in facts, FactKey.DOSSIER: FactKey.SERIES in facts}
    return tuple(key for key in WANTED if key not in facts and not needless.get(key))


def as_told(missing: Collection[FactKey]) -> list[FactKey]:
    """What is missing, as one says it: without dossier and number a letter has no number."""
    both = {FactKey.DOSSIER, FactKey.ONDERNUMMER} <= {*missing}
    return [key for key in missing if not (both and key is FactKey.DOSSIER)]
