"""Each change in words for the list, the table and the voice that reads them: one number, one wording, everywhere.

Read as one line an entry of the list says `Wijziging 4 van 5, leesteken, spatie toegevoegd: J. P. H. Donner, alinea 12`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.addresses import page_path, place_name
from build_tools.compare.model import ChangeKind, Comparison, Side
from build_tools.compare.telling.changes import Told
from build_tools.dutch.characters import visible
from build_tools.dutch.sign_names import with_names


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change is in one document: the document's letter, what the place is called, and its address."""

    side: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Worded:
    """A change for readers. `number` is what it is called; `row` the place of its row in either view."""

    told: Told
    number: str
    row: int
    places: tuple[Place, ...]

    @property
    def before(self) -> str:
        """What was, signs with their names."""
        return with_names(self.told.before)

    @property
    def after(self) -> str:
        """What it became, signs with their names."""
        return with_names(self.told.after)

    @property
    def around(self) -> tuple[str, str]:
        """What stands before it and behind it, where it is too small to say anything alone."""
        return self.told.around or ("", "")

    @property
    def context(self) -> str:
        """The words in which a small change stands, in the second document or else in the first."""
        if not self.told.around:
            return ""
        own = self.told.after or self.told.before
        inner = " " if own == "spatie" else "" if own == "alineagrens" else own
        before, after = self.told.around
        return visible(f"{before}{inner}{after}").removeprefix("… ").removesuffix(" …").strip()

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
    return [
        Worded(
            told,
            f"{told.n}" if told.kind is ChangeKind.LAYOUT else f"{told.n} van {total}",
            rows[told.n],
            tuple(_places(comparison, told)),
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


def _places(comparison: Comparison, told: Told) -> Iterator[Place]:
    for side, anchor in zip(Side, (told.a, told.b), strict=True):
        if anchor:
            base = f"../../brieven/{page_path(comparison.letter(side).id)}/"
            yield Place(side.value.upper(), place_name(anchor), f"{base}#{anchor}")
