"""What the letterheads of two documents state, and only one of them: addressee, place and date, and the rest.

A letterhead is no running text; it stands in the ledger of its letter. So it is compared line by line, apart.
A salutation and what closes a letter are read as text, and belong with its head by what they are: where only one of two
documents has them, as of a letter and its print, that is told with the letterhead, and no paragraph came or went.
"""

from collections.abc import Collection, Iterator, Sequence

from build_tools.compare.model import OneSidedLine, Row, Side
from build_tools.data import data
from build_tools.dutch.matching import is_closing
from build_tools.dutch.tokens import words
from build_tools.model import FactKey, Kind, LeftOut, Letter, Passage, Reason

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

FORMAL = "briefvorm"
"""The rule of a change that is no more than that only one document has such a passage."""

SALUTATION_WORDS = 10
"""A salutation has so many words at the most: `Geachte voorzitter van de Eerste Kamer der Staten-Generaal,`."""


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


def formulas(passages: Sequence[Passage]) -> dict[str, str]:
    """The salutation that opens a letter and its closing formulas, by anchor: what each is called."""
    paragraphs = [passage for passage in passages if passage.kind is Kind.PARAGRAPH]
    greeting = {first.anchor: "aanhef" for first in paragraphs[:1] if _greets(first.text)}
    return greeting | {passage.anchor: "slotformule" for passage in paragraphs if is_closing(passage.text)}


def _greets(text: str) -> bool:
    """Whether a paragraph is nothing but a greeting: `Geachte mevrouw Bos,`. A sentence has another end."""
    own = words(text) if text.endswith(",") else []
    return 1 < len(own) <= SALUTATION_WORDS and own[0] in data("dutch")["salutation"]


def formal(own: Sequence[Passage], other: Sequence[Passage]) -> dict[str, str]:
    """The same with who signed, where the other document names nobody: another name is a change of words."""
    if any(passage.kind is Kind.SIGNATURE for passage in other):
        return formulas(own)
    return formulas(own) | {passage.anchor: "ondertekening" for passage in own if passage.kind is Kind.SIGNATURE}


def formal_lines(
    rows: Sequence[Row], numbers: Collection[int], a: Sequence[Passage], b: Sequence[Passage]
) -> Iterator[OneSidedLine]:
    """The passages of which the changes with these numbers tell, as lines of a letterhead."""
    names = {Side.A: formal(a, b), Side.B: formal(b, a)}
    own = {Side.A: {passage.anchor: passage for passage in a}, Side.B: {passage.anchor: passage for passage in b}}
    for row in rows:
        if row.alone and row.pieces[0].change in numbers:
            for anchor in row.anchors(row.side):
                passage = own[row.side][anchor]
                yield OneSidedLine(row.side, passage.lines[0], passage.text, names[row.side][anchor])
