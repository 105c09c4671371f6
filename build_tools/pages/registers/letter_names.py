"""How lists and charts name a letter: short enough for a line, and no two letters alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.addresses import page_path
from build_tools.dutch.format import counted, shortened
from build_tools.model import FactKey, Letter
from build_tools.papers.of_letter import called, day_of, kamerstuk, title
from build_tools.versions.family import counted_in

MOST_COLUMNS = 12
"""Columns of a chart that can be read on a telephone. Of more letters it shows years, of more years spans of them."""

SPANS = (1, 2, 5, 10, 25, 50, 100, 200)
"""How many years a column may stand for: as few as leave room for all."""


LONGEST = 80
"""Characters of a title where a list names one place after another: with year and paragraph two lines of a telephone's
five. Questions of members have titles of three times as many."""


@dataclass(frozen=True, slots=True)
class LetterName:
    """A letter in a list: the name of its page, its title, its day, what tells it from others of that title;
    `number` is its number in its dossier; `alike` says that another letter is called so with its year, `twin` that
    one is with its number too; `counted_in` is the id of the version that counts in its place.
    """

    id: str
    path: str
    title: str
    day: str | None
    year: str
    paper: str | None
    number: str | None
    alike: bool = False
    twin: bool = False
    counted_in: str | None = None

    @property
    def about(self) -> str:
        """Its paper and its day, or its id where neither is known."""
        return ", ".join(filter(None, (self.paper and called(self.paper), self.day))) or self.id

    @property
    def short(self) -> str:
        """Its title, cut where it is long, with its year; with its number, or at last its id, where another letter is
        called so as well.
        """
        what = self.id if self.twin else self.number or "brief" if self.alike else None
        about = ", ".join(filter(None, (self.year, what)))
        called = shortened(self.title, LONGEST)
        return f"{called} ({about})" if about else called


def names_of(letters: Iterable[Letter]) -> dict[str, LetterName]:
    """How lists name the letters, by id, in the order of the letters."""
    letters = list(letters)
    counted = counted_in(letters)
    names = [replace(name_of(letter), counted_in=counted.get(letter.id)) for letter in letters]
    count = Counter(name.short for name in names)
    names = [replace(name, alike=count[name.short] > 1) for name in names]
    count = Counter(name.short for name in names)
    return {name.id: replace(name, twin=count[name.short] > 1) for name in names}


def counted_first(names: Mapping[str, LetterName]) -> dict[str, LetterName]:
    """The names in their order, but of each family first the version that counts, then the others."""
    place = {id_: n for n, id_ in enumerate(names)}
    return dict(
        sorted(names.items(), key=lambda entry: (place[entry[1].counted_in or entry[0]], bool(entry[1].counted_in)))
    )


def name_of(letter: Letter) -> LetterName:
    """How a list names a letter on its own."""
    day, paper = letter.fact(FactKey.DATE), kamerstuk(letter)
    shown = title(letter)
    return LetterName(
        letter.id, page_path(letter.id), shown, day_of(letter), (day or "")[:4],
        None if paper and paper in shown else paper, paper and paper.rpartition(", ")[2],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A column of the charts: one letter, or all letters of a year or more. `label` and `sub` stand below it.

    `heads` are the two lines above a column of a table, which has more room: of a letter its day and its paper.
    """

    label: str
    sub: str
    name: str
    letters: tuple[str, ...]
    path: str | None
    heads: tuple[str, str]


def periods(names: Iterable[LetterName]) -> tuple[Period, ...]:
    """The columns of the charts, in time: a letter has one, however many versions it has."""
    return tuple(_periods([name for name in names if name.counted_in is None]))


def _periods(names: list[LetterName]) -> Iterator[Period]:
    if len(names) <= MOST_COLUMNS:
        for name in names:
            about = f"{name.title}, {name.about}"
            heads = name.day or "zonder datum", name.paper or name.number or "brief"
            yield Period(name.year or "z.d.", name.number or "brief", about, (name.id,), name.path, heads)
        return
    known = [int(name.year) for name in names if name.year]
    span = next((span for span in SPANS if len({_begin(name, span) for name in names}) <= MOST_COLUMNS), SPANS[-1])
    for begin, group in groupby(names, lambda name: _begin(name, span)):
        ids = tuple(name.id for name in group)
        first, last = (max(begin, min(known)), min(begin + span - 1, max(known))) if begin is not None else (0, 0)
        label, sub = str(first or "z.d."), f"t/m {last}" if last > first else ""
        when = " ".join(filter(None, (str(first or "zonder datum"), sub)))
        yield Period(label, sub, f"{when}, {counted(len(ids), 'brief', 'brieven')}", ids, None, (label, sub))


def _begin(name: LetterName, span: int) -> int | None:
    """The first of the years that a letter is counted with; none where its year is not known."""
    return int(name.year) // span * span if name.year else None
