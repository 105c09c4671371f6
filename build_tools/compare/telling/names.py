"""How a comparison names its two documents in Dutch, and which of them is older."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.addresses import page_path
from build_tools.compare.model import Comparison, Side
from build_tools.compare.telling.bearing import doubts_of_the_day
from build_tools.compare.telling.traces.days import days_apart
from build_tools.data import data
from build_tools.dutch.format import capital
from build_tools.model import FactKey, Letter
from build_tools.papers.of_letter import ELSEWHERE, day_of, has_title, kamerstuk, sort_of, title


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
    apart: str = ""
    """What alone tells it from the other, where both are the same of the same day: the kind of its file, or its id."""

    @property
    def version(self) -> str:
        """What it is, told from the other: `brief van het ministerie (PDF)`."""
        return f"{self.what} ({self.apart})" if self.apart else self.what


def named(comparison: Comparison) -> tuple[NamedDocument, NamedDocument]:
    """Both documents. Where they are of one sort, a sentence calls them by their letter."""
    nouns = [sort_of(letter)["noun"] for letter in (comparison.a, comparison.b)]
    if nouns[0] == nouns[1]:
        nouns = ["A", "B"]
    one, other = what_apart((comparison.a, comparison.b))
    return (
        _named(comparison, Side.A, nouns[0], comparison.words.a, one),
        _named(comparison, Side.B, nouns[1], comparison.words.b, other),
    )


def _named(comparison: Comparison, side: Side, noun: str, words: int, apart: str) -> NamedDocument:
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
        apart,
    )


def what_it_is(letter: Letter) -> str:
    """A version of a letter told from the others: `gedrukt Kamerstuk 32 824, nr. 1`, `brief van het ministerie`."""
    return " ".join(filter(None, (sort_of(letter)["what"], kamerstuk(letter))))


def told_of_each(letters: Sequence[Letter]) -> list[str]:
    """What each version is, with its day, and what tells it from those that are the same of the same day."""
    apart = zip(map(_with_day, letters), what_apart(letters), strict=True)
    return [f"{told} ({by})" if by else told for told, by in apart]


def what_apart(letters: Sequence[Letter]) -> list[str]:
    """What alone tells each from those that are the same of the same day, if there are any: the kind of its file, and
    its id where that is the same too.
    """
    told = [
        (_with_day(letter).removesuffix(ELSEWHERE), data("file_kinds").get(letter.source.kind, ""))
        for letter in letters
    ]
    same = Counter(own for own, _ in told)
    return [
        "" if same[own] == 1 else kind if kind and told.count((own, kind)) == 1 else letter.id
        for letter, (own, kind) in zip(letters, told, strict=True)
    ]


def _with_day(letter: Letter) -> str:
    return ", ".join(filter(None, (what_it_is(letter), day_of(letter))))


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
    """Which of the two is older, and whether that rests on a doubtful date; where it is not known why, and how they are
    put in order."""
    first, second = named(comparison)
    older = next((one for one in (first, second) if one.older), None)
    unsure = any(any(doubts_of_the_day(letter)) for letter in (comparison.a, comparison.b))
    unsure = unsure or any(days_apart(comparison))
    surely = ", als hun datums goed gelezen zijn; daaraan is te twijfelen" if unsure else ""
    if older is not None:
        return f"{capital(older.noun)} is de oudste van de twee{surely}."
    order = "op volgorde van hun namen" if first.id <= second.id else "in de gegeven volgorde"
    if first.day and second.day:
        return f"Beide zijn van dezelfde dag{surely}; zij staan {order}."
    noun = second.noun if first.day else first.noun
    unknown = f"Van {noun} is geen datum" if first.day or second.day else "Van geen van beide is een datum"
    return f"{unknown} bekend; A en B staan {order}."


def reversed_(comparison: Comparison) -> bool:
    """Whether the second document is the older one: then nothing "became" anything."""
    return older_side(comparison) is Side.B


def pair_title(comparison: Comparison) -> str:
    """What to call both together: by the title that they share, or that the only one with a title has, or by both."""
    both = (comparison.a, comparison.b)
    stated = [letter for letter in both if has_title(letter)]
    return " en ".join(dict.fromkeys(map(title, stated or both)))
