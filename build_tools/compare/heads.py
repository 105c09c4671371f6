"""What the letterheads of two documents state, and only one of them: addressee, place and date, and the rest.

A letterhead is no running text; it stands in the ledger of its letter. So it is compared line by line, apart.
"""

from collections.abc import Iterator

from build_tools.compare.model import OneSidedLine, Side
from build_tools.dutch.tokens import words
from build_tools.model import FactKey, LeftOut, Letter, Reason

HEADS = (Reason.HEAD, Reason.MASTHEAD)
NAMES = {
    FactKey.ADDRESSEE: "adressering",
    FactKey.PLACE: "plaats",
    FactKey.DATE: "datum",
    FactKey.ASKED: "datum van de vragen",
    FactKey.SERIES: "reeks",
    FactKey.DOSSIER: "dossier",
    FactKey.ALSO_IN: "verdere dossiers",
    FactKey.TITLE: "titel",
}


def head_of(a: Letter, b: Letter) -> tuple[OneSidedLine, ...]:
    """The lines that say something which the other document's letterhead does not say, nor its facts."""
    return (*_only(a, b, Side.A), *_only(b, a, Side.B))


def _only(one: Letter, other: Letter, side: Side) -> Iterator[OneSidedLine]:
    there = {tuple(words(entry.text)) for entry in _lines(other)}
    for entry in _lines(one):
        stated = [key for key in NAMES if _states(one, key, entry.line)]
        known = stated and all(_same_fact(one, other, key) for key in stated)
        if words(entry.text) and tuple(words(entry.text)) not in there and not known:
            name = " en ".join(NAMES[key] for key in stated) or "briefhoofd"
            yield OneSidedLine(side, entry.line, " ".join(entry.text.split()), name)


def _lines(letter: Letter) -> Iterator[LeftOut]:
    return (entry for entry in letter.ledger.left_out if entry.reason in HEADS)


def _states(letter: Letter, key: FactKey, line: int) -> bool:
    fact = letter.facts.get(key)
    return fact is not None and fact.origin == line


def _same_fact(one: Letter, other: Letter, key: FactKey) -> bool:
    """Whether the texts of both documents state it, and the same."""
    mine, theirs = one.facts[key], other.facts.get(key)
    return theirs is not None and isinstance(theirs.origin, int) and mine.value == theirs.value
