"""How a comparison names its two documents in Dutch, and which of them is older."""

from dataclasses import dataclass

from build_tools.addresses import page_path
from build_tools.compare.model import Comparison, Side
from build_tools.dutch.format import capital
from build_tools.model import FactKey, Letter
from build_tools.papers.of_letter import day_of, kamerstuk, sort_of, title


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """One of the two documents as readers meet it; `noun` is how a sentence speaks of it."""

    side: str
    noun: str
    id: str
    title: str
    path: str
    what: str
    paper: str | None
    day: str | None
    words: int
    older: bool | None


def named(comparison: Comparison) -> tuple[NamedDocument, NamedDocument]:
    """Both documents. Where they are of one sort, a sentence calls them by their letter."""
    nouns = [sort_of(letter)["noun"] for letter in (comparison.a, comparison.b)]
    if nouns[0] == nouns[1]:
        nouns = ["A", "B"]
    return (
        _named(comparison, Side.A, nouns[0], comparison.words.a),
        _named(comparison, Side.B, nouns[1], comparison.words.b),
    )


def _named(comparison: Comparison, side: Side, noun: str, words: int) -> NamedDocument:
    letter = comparison.letter(side)
    older = older_side(comparison)
    return NamedDocument(
        side.value.upper(),
        noun,
        letter.id,
        title(letter),
        page_path(letter.id),
        sort_of(letter)["what"],
        kamerstuk(letter),
        day_of(letter),
        words,
        None if older is None else older is side,
    )


def what_it_is(letter: Letter) -> str:
    """A version of a letter told from the others: `gedrukt Kamerstuk 32 824, nr. 1`, `brief van het ministerie`."""
    return " ".join(filter(None, (sort_of(letter)["what"], kamerstuk(letter))))


def older_first(one: Letter, other: Letter) -> tuple[Letter, Letter]:
    """Two letters in the order in which they are compared: in time, and by their names where that is not known."""
    first, second = sorted((one, other), key=lambda letter: letter.id)
    return (second, first) if _days(first, second) is Side.B else (first, second)


def older_side(comparison: Comparison) -> Side | None:
    """The document with the earlier date; nothing where a date is unknown, or both have the same."""
    return _days(comparison.a, comparison.b)


def _days(a: Letter, b: Letter) -> Side | None:
    one, other = a.fact(FactKey.DATE), b.fact(FactKey.DATE)
    if not one or not other or one == other:
        return None
    return Side.A if one < other else Side.B


def order_told(comparison: Comparison) -> str:
    """Which of the two is older; where that is not known why, and how they are put in order."""
    first, second = named(comparison)
    older = next((one for one in (first, second) if one.older), None)
    if older is not None:
        return f"{capital(older.noun)} is de oudste van de twee."
    order = "op volgorde van hun namen" if first.id <= second.id else "in de gegeven volgorde"
    if first.day and second.day:
        return f"Beide zijn van dezelfde dag; zij staan {order}."
    noun = second.noun if first.day else first.noun
    unknown = f"Van {noun} is geen datum" if first.day or second.day else "Van geen van beide is een datum"
    return f"{unknown} bekend; A en B staan {order}."


def reversed_(comparison: Comparison) -> bool:
    """Whether the second document is the older one: then nothing "became" anything."""
    return older_side(comparison) is Side.B


def pair_title(one: NamedDocument, other: NamedDocument) -> str:
    """What to call both documents together: by the title that they share, or by both titles."""
    return one.title if one.title == other.title else f"{one.title} en {other.title}"
