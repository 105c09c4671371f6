"""Two tables, cell by cell: rows that say the same stand across each other, and so do their cells.

After `cut_tables`: the `a` sides of the stretches, one after another, are exactly the one text, the `b` sides the
other; no stretch that changed on both sides runs over the end of a cell, and what only one table has (a row, a cell) is
one stretch with one of the ends beside it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.compare.words.pairing import Pair, heaviest_pairs
from build_tools.compare.words.pieces import Stretch, cut, gathered
from build_tools.compare.words.word_diff import word_diff
from build_tools.dutch.tokens import BOUNDARY, tokenise, words
from build_tools.model import NEXT_CELL, NEXT_ROW

ROW_ENDS = re.compile(f"([{BOUNDARY}{NEXT_ROW}])")
"""What ends a row: the next one, or the next table of two that became one."""

COMPARED = 10_000
"""The most pairs of rows that are looked at between two rows that are the same; as between passages."""

LIKE = 0.3
"""The part of their words that two rows share, when they are one that changed: a label and one figure of six."""

LABEL = 0.5
"""What the same first cell adds to that: a row goes by its label, also where all its figures changed."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row as its cells, the column of each, and what ends it (nothing: it is the last)."""

    cells: tuple[str, ...]
    columns: tuple[int, ...]
    end: str

    @property
    def key(self) -> tuple[str, ...]:
        """What it says, cell by cell, apart from how it is printed."""
        return tuple(" ".join(token.key for token in tokenise(cell)).strip() for cell in self.cells)

    @property
    def text(self) -> str:
        return NEXT_CELL.join(self.cells)


def rows_in(text: str, columns: Sequence[int]) -> list[TextRow]:
    """The rows of a table, or of several; `columns` are those of all cells, in order."""
    parts = ROW_ENDS.split(text)
    rows: list[TextRow] = []
    at = 0
    for row, end in zip(parts[::2], [*parts[1::2], ""], strict=True):
        cells = tuple(row.split(NEXT_CELL))
        rows.append(TextRow(cells, tuple(columns[at : at + len(cells)]), end))
        at += len(cells)
    return rows


def cut_tables(text_a: str, text_b: str, columns_a: Sequence[int], columns_b: Sequence[int]) -> list[Stretch]:
    """The stretches of two tables. Cells go by their columns where both have the same ones."""
    a, b = rows_in(text_a, columns_a), rows_in(text_b, columns_b)
    by_column = set(columns_a) == set(columns_b)

    def inside(k: int, m: int) -> Iterator[Stretch]:
        return row_stretches(a[k], b[m], by_column)

    texts = [row.text for row in a], [row.text for row in b]
    ends = [row.end for row in a], [row.end for row in b]
    return gathered(laid(paired_rows(a, b), texts, ends, inside))


def row_stretches(one: TextRow, other: TextRow, by_column: bool) -> Iterator[Stretch]:
    """Two rows by their cells, two cells by their words."""

    def inside(k: int, m: int) -> Iterator[Stretch]:
        yield from cut(one.cells[k], other.cells[m])

    pairs = of_columns(one, other) if by_column else paired_cells(one.cells, other.cells)
    ends = [NEXT_CELL] * len(one.cells), [NEXT_CELL] * len(other.cells)
    return laid(pairs, (one.cells, other.cells), ends, inside)


def laid(
    pairs: Sequence[Pair],
    texts: tuple[Sequence[str], Sequence[str]],
    ends: tuple[Sequence[str], Sequence[str]],
    inside: Callable[[int, int], Iterator[Stretch]],
) -> Iterator[Stretch]:
    """Pairs in order, and what only one side has: up to the last pair with the end behind it, after that with the end
    before it. So an end that both sides have stands between two pairs, and nowhere else.
    """
    (a, b), (ends_a, ends_b) = texts, ends
    i, j = 0, 0
    for k, m in pairs:
        yield from (Stretch(a[at] + ends_a[at], "") for at in range(i, k))
        yield from (Stretch("", b[at] + ends_b[at]) for at in range(j, m))
        yield from inside(k, m)
        if (k, m) != pairs[-1]:
            yield Stretch(ends_a[k], ends_b[m])
        i, j = k + 1, m + 1
    yield from (Stretch(ends_a[at - 1] + a[at], "") for at in range(i, len(a)))
    yield from (Stretch("", ends_b[at - 1] + b[at]) for at in range(j, len(b)))


def paired_rows(a: Sequence[TextRow], b: Sequence[TextRow]) -> list[Pair]:
    """Rows that are the same, and between them those that are alike; at least the first with the first."""
    keys_a, keys_b = ["\0".join(row.key) for row in a], ["\0".join(row.key) for row in b]
    pairs: list[Pair] = []
    i, j = 0, 0
    for run in word_diff(keys_a, keys_b):
        if run.equal:
            pairs += alike(a, b, range(i, run.a0), range(j, run.b0))
            pairs += zip(range(run.a0, run.a1), range(run.b0, run.b1), strict=True)
            i, j = run.a1, run.b1
    pairs += alike(a, b, range(i, len(a)), range(j, len(b)))
    return pairs or [(0, 0)]


def alike(a: Sequence[TextRow], b: Sequence[TextRow], in_a: range, in_b: range) -> list[Pair]:
    """The pairs of rows, never going back, that are most alike in all."""
    if not in_a or not in_b or len(in_a) * len(in_b) > COMPARED:
        return []
    if len(in_a) == len(in_b) == 1:
        return [(in_a.start, in_b.start)] if likeness(a[in_a.start], b[in_b.start]) else []

    def worth(i: int, j: int) -> float:
        own = likeness(a[i], b[j])
        return own if own >= LIKE else 0.0

    return heaviest_pairs(in_a, in_b, worth)


def likeness(one: TextRow, other: TextRow) -> float:
    """The part of their words that two rows share, and more where they have one label."""
    mine, theirs = Counter(words(one.text)), Counter(words(other.text))
    shared = 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())
    labelled = any(map(str.isalpha, one.cells[0])) and one.key[0] == other.key[0]
    return shared + (LABEL if labelled else 0.0)


def of_columns(one: TextRow, other: TextRow) -> list[Pair]:
    """The cells that stand in one column; at least the first with the first."""
    there = {column: m for m, column in enumerate(other.columns)}
    return [(k, there[column]) for k, column in enumerate(one.columns) if column in there] or [(0, 0)]


def paired_cells(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Of rows of one length each with each; else cells that say the same, and in order what stands between them."""
    if len(a) == len(b):
        return list(zip(range(len(a)), range(len(b)), strict=True))
    pairs: list[Pair] = []
    i, j = 0, 0
    runs = word_diff([" ".join(words(cell)) or cell for cell in a], [" ".join(words(cell)) or cell for cell in b])
    for run in runs:
        if run.equal:
            pairs += zip(range(i, run.a0), range(j, run.b0), strict=False)
            pairs += zip(range(run.a0, run.a1), range(run.b0, run.b1), strict=True)
            i, j = run.a1, run.b1
    pairs += zip(range(i, len(a)), range(j, len(b)), strict=False)
    return pairs
