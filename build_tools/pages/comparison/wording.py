"""Each change in words for the list, the table and the voice that reads them: one number, one wording, everywhere.

Read as one line, an entry of the list says
`Wijziging 4 van 5, leesteken, spatie toegevoegd: J. P. H. Donner, alinea 12`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.addresses import page_path
from build_tools.compare.model import ChangeKind, Comparison, Row, Side
from build_tools.compare.telling.changes import Told, first_words, last_words
from build_tools.dutch.characters import cells_apart, visible
from build_tools.dutch.sign_names import with_names
from build_tools.dutch.tokens import BOUNDARY

Wording = tuple[str, str, str]
"""What stands before a change, the change itself, and what stands behind it."""


@dataclass(frozen=True, slots=True)
class PlaceOfChange:
    """Where a change is in one document: the document's letter, what the place is called, and its address."""

    side: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Worded:
    """A change for readers. `number` is what it is called, `row` the place of its row in either view, `inside` how it
    stands inside a passage of either document.
    """

    told: Told
    number: str
    row: int
    inside: Mapping[Side, Wording]
    places: tuple[PlaceOfChange, ...]

    @property
    def before(self) -> str:
        """What was, signs with their names."""
        return with_names(self.told.before)

    @property
    def after(self) -> str:
        """What it became, signs with their names."""
        return with_names(self.told.after)

    def wording(self, side: Side) -> Wording:
        """What stands in one document; of a small change with the words around it there."""
        if self.told.around and side in self.inside:
            return self.inside[side]
        return "", (self.told.before or self.moved) if side is Side.A else self.told.after, ""

    @property
    def moved(self) -> str:
        """What stands at either place of what moved unchanged."""
        return self.told.after if self.told.kind is ChangeKind.MOVED else ""

    @property
    def context(self) -> str:
        """The words in which a small change stands, in the second document or else in the first."""
        if not self.told.around:
            return ""
        parts = self.wording(Side.B if self.told.after else Side.A)
        return "".join(parts).strip().removeprefix("… ").removesuffix(" …").strip()

    @property
    def sign(self) -> bool:
        """Whether it is about signs or spaces, which a table must call by their names."""
        return self.told.kind is ChangeKind.SIGN

    @property
    def was(self) -> Wording:
        """What stands in the first document."""
        return self.wording(Side.A)

    @property
    def became(self) -> Wording:
        """What stands in the second document."""
        return self.wording(Side.B)

    @property
    def where(self) -> str:
        """The places in one line: the name alone where both documents have it at the same one."""
        names = list(dict.fromkeys(place.name for place in self.places))
        if len(names) == 1 and len(self.places) == len(Side):
            return names[0]
        return " en ".join(f"{place.name} in {place.side}" for place in self.places)


def worded(comparison: Comparison, changes: Sequence[Told]) -> list[Worded]:
    """Changes as the page words them. Those of layout alone are not counted with the others."""
    total = sum(change.kind is not ChangeKind.LAYOUT for change in comparison.changes)
    rows = _rows(comparison)
    names = {side: comparison.letter(side).place_names for side in Side}
    inside = dict(entry for row in comparison.rows for entry in _inside(row))
    return [
        Worded(
            told,
            f"{told.n}" if told.kind is ChangeKind.LAYOUT else f"{told.n} van {total}",
            rows[told.n],
            inside.get(told.n, {}),
            tuple(_places(comparison, told, names)),
        )
        for told in changes
    ]


def _rows(comparison: Comparison) -> Mapping[int, int]:
    """The first row in which each change stands; of what moved the new place."""
    found: dict[int, int] = {}
    for index, row in enumerate(comparison.rows):
        if row.moved and row.b:
            found[row.moved] = index
        for n in (row.layout, *(piece.change for piece in row.pieces)):
            found.setdefault(n, index)
    return found


def _inside(row: Row) -> Iterator[tuple[int, dict[Side, Wording]]]:
    """Each change in the row, in the words that either document has there; of what moved at its new place."""
    if row.alone and not (row.moved and row.b):
        return
    texts = {side: row.text(side) for side in Side}
    at = dict.fromkeys(Side, 0)
    for piece in row.pieces:
        ends = {side: at[side] + len(piece.of(side)) for side in Side}
        if piece.change:
            yield piece.change, {side: _wording(texts[side], at[side], ends[side]) for side in Side}
        at = ends


def _wording(text: str, start: int, end: int) -> Wording:
    """A stretch of a text with the words around it, none of them cut; spaces at its ends stand outside it."""
    own = visible(cells_apart(text[start:end].replace(BOUNDARY, " ")))
    inner = own.strip() or own
    lead, _, trail = own.partition(inner) if inner else ("", "", "")
    return last_words(text[:start]) + lead, inner, trail + first_words(text[end:])


def _places(comparison: Comparison, told: Told, names: Mapping[Side, Mapping[str, str]]) -> Iterator[PlaceOfChange]:
    for side, anchor in zip(Side, (told.a, told.b), strict=True):
        if anchor:
            base = f"../../brieven/{page_path(comparison.letter(side).id)}/"
            yield PlaceOfChange(side.value.upper(), names[side][anchor], f"{base}#{anchor}")
