"""The figures at the end of a line with single spaces, and how these are parted alike in several lines.

`Gemeente 1 386 112 42 966` has three to five figures: of how many a row consists, and how large those of a column are,
tell other rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.data import data
from build_tools.draft import Line
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.tables import MILLIONS
from build_tools.reading.text_tables.aligned import LONGEST_CELL
from build_tools.reading.text_tables.rows import YEAR, Row, Stretch

ONE_FIGURE = re.compile(rf"(?:[-–+±] ?)?(?:(?:€|[fƒ](?= ?\d)) ?)?\d[\d.,]*(?: ?(?:%|km|{MILLIONS}|ha|fte)(?!\w))?")
"""`1.204`, `- 3 %`, `€ 12 mln`: a figure within a row, with its sign and its unit."""

FIGURES = re.compile(rf"(?<![^ ]){ONE_FIGURE.pattern}(?![\w/–-])(?: {ONE_FIGURE.pattern}(?![\w/–-]))*$")
"""All figures that a row ends with, each a word or two: `2022–2023` is none."""

LABEL_END = re.compile(r"[A-Za-zÀ-ÿ)%’]$")
"""How the words of a label end."""

FIRST_DIGITS, MORE_DIGITS = re.compile(r"(?:€ ?)?[1-9]\d{0,2}"), re.compile(r"\d{3}")
"""`12` and `500` of `12 500`."""

AS_LARGE = 100
"""How much larger or smaller than all others of its column a figure can be; the wrong way to part a row is far out."""

YEAR_FIRST = re.compile(rf" {YEAR.pattern}(?!\S)")
"""The year of a month, before figures: `Maart 2031 12`."""

WORD = re.compile(r"\S+")

MOST_FIGURES = 12
"""Figures of a row at the most: there are few ways to part so many."""


@dataclass(frozen=True, slots=True)
class RowOfFigures:
    """A line with a label and figures behind it; a year can be the label, or its end."""

    text: str
    label: int
    figures: tuple[Stretch, ...]

    @property
    def labelled(self) -> bool:
        """Whether words stand before the figures, or a span of years."""
        label = self.text[: self.label]
        return (LABEL_END.search(label) or YEAR.fullmatch(label)) is not None

    def whole(self) -> Row:
        """The row with all figures in cells of their own."""
        return (0, self.label), *self.figures

    def parted(self, count: int) -> Iterator[Row]:
        """The ways in which the last figures fill so many cells; what is left of them is a year in the label."""
        for cells in ways(self.text, self.figures, count):
            rest = [figure for figure in self.figures if figure[1] <= cells[0][0]]
            years = all(YEAR.fullmatch(self.text[a:b]) for a, b in rest)
            if len(rest) <= 1 and years and (self.labelled or rest):
                yield (0, rest[-1][1] if rest else self.label), *cells

    def by_words(self, count: int) -> list[Row]:
        """The row with a word in each cell, if so many figures stand in the others."""
        cells = [found.span() for found in WORD.finditer(self.text)]
        return [tuple(cells)] if len(cells) == count + 1 else []


def row_from(line: Line) -> RowOfFigures | None:
    """The row that a line can be; None where it can be none."""
    text = line.text
    plain = not (line.cuts or line.marks or line.given or "  " in text or "\t" in text)
    match = FIGURES.search(text) if plain and len(text) <= LONGEST_CELL else None
    if match is None:
        return None
    label = text[: match.start()].rstrip()
    figures = tuple(found.span() for found in ONE_FIGURE.finditer(text, match.start()))
    few = len(figures) <= MOST_FIGURES
    return RowOfFigures(text, len(label), figures) if few and labels_row(label, text) else None


def labels_row(label: str, text: str) -> bool:
    """Whether the words before the figures of a line label a row: none, a year, or words that ask for no number."""
    if not label or YEAR.fullmatch(label):
        return True
    last = label.rpartition(" ")[2].lower()
    if is_month(label) and not YEAR_FIRST.match(text, len(label)):
        return True
    if last in data("dutch")["numbered_nouns"] or last in data("dutch")["months"] or bullet_of(text):
        return False
    return (label[0].isalpha() or YEAR.match(label) is not None) and LABEL_END.search(label) is not None


def is_month(label: str) -> bool:
    """Whether the words before the figures of a line are a month, as heads a row: `Januari 3.118 2.940`."""
    return label[0].isupper() and label.lower() in data("dutch")["months"]


def ways(text: str, figures: Sequence[Stretch], count: int) -> list[tuple[Stretch, ...]]:
    """The ways in which the last figures are so many, where a space can part the thousands of one."""
    if not count:
        return [()]
    found: list[tuple[Stretch, ...]] = []
    for first in range(len(figures) - 1, -1, -1):
        parts = [text[a:b] for a, b in figures[first:]]
        whole = not parts[1:] or FIRST_DIGITS.fullmatch(parts[0]) is not None
        if whole and all(map(MORE_DIGITS.fullmatch, parts[1:])):
            cell = figures[first][0], figures[-1][1]
            found += [(*others, cell) for others in ways(text, figures[:first], count - 1)]
        elif not all(map(MORE_DIGITS.fullmatch, parts[1:])):
            break
    return found


def parted_alike(run: Sequence[RowOfFigures], count: int) -> list[Row]:
    """The first rows of a run, with so many figures each, parted in the one way that is like the others; none where
    there are several. Below others a row can have words in their place, each in a cell."""
    found: list[tuple[str, list[Row]]] = []
    for row in run:
        own = list(row.parted(count)) or (row.by_words(count) if found else [])
        if not own:
            break
        found.append((row.text, own))
    sure = [(text, own[0]) for text, own in found if len(own) == 1]
    chosen = [own if len(own) == 1 else [one for one in own if as_large(text, one, sure)] for text, own in found]
    return [own[0] for own in chosen] if all(len(own) == 1 for own in chosen) else []


def as_large(text: str, row: Row, sure: Sequence[tuple[str, Row]]) -> bool:
    """Whether the figures of a row are about as large as those of its column in the rows that are sure."""
    for column, cell in enumerate(row[1:], 1):
        values = [value for other, cells in sure if (value := value_in(other, cells[column]))]
        own = value_in(text, cell)
        if not values or (own and not min(values) / AS_LARGE < own < max(values) * AS_LARGE):
            return False
    return True


def value_in(text: str, cell: Stretch | None) -> float:
    """The size of a figure, without its sign."""
    digits = re.sub(r"[^\d,]", "", text[cell[0] : cell[1]] if cell else "").rstrip(",")
    return float(digits.replace(",", ".", 1).replace(",", "")) if digits else 0.0
