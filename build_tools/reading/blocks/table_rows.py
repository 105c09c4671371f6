"""Rows of tables in running text: short lines with figures that look like headings and head nothing."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from build_tools.data import data
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.given_levels import ANNEX
from build_tools.reading.blocks.line_groups import LineGroup, is_short

COUNTED = re.compile(r"(?P<number>[1-9]\d?) ")
"""`3 Ten hoogste twee advocaten`: a line with a number and no stop behind it, which is no item of a list."""

LEAST_COUNTED = 3
"""Such lines that count, right below each other, that are rows of a table or an agenda: of headings the last could
stand so, above the first one within it, and no more."""

NUMBER_HEAD = re.compile(r"(?:N(?:umme)?r\.?|No\.|#) ")
"""`Nr. Aanbeveling Besluit`: above the numbers of rows."""

NOTHING = "n.v.t."
"""What a cell says that holds no number."""

ROW = re.compile(rf"\S.{{0,40}} (?:[\d.,%€+–-]+|{re.escape(NOTHING)})")
"""`PvdZ 36`, `Zeeland n.v.t.`: a row of a table with its number."""

CELLS = re.compile(rf".*\S(?: (?:(?:[+–-] ?)?(?:€ ?)?\d[\d.,]*%?|{re.escape(NOTHING)}|[–-](?! \d{{4}}$))){{2,}}")
"""`Zeeland 48.073 11%`, `Huur - 49% € 32,7`: a row with several cells, sure by itself if it has one of `CELL_SIGNS`;
`Jaren 2031 - 2032` is none."""

CELL_SIGNS = ("%", "€", NOTHING)

AMOUNT_AMID = re.compile(r".*?(?P<before>\S+) € ?\d[\d.,]* (?P<behind>\S+).*")
"""`Staatsexamen € 45 ja, in één keer`: an amount between cells; before it stands no `van`, behind it no `mln`."""

LONGEST_ROW = 110
"""Characters of such a row at the most: a longer text is none, and takes no time."""

COUNTED_IN = ("mln", "mln.", "mld", "mld.", "miljoen", "miljard", "euro")
"""What stands behind an amount as a part of it."""

COLUMN_HEADS = 4
"""Short lines above rows that head their columns, at the most."""

NO_LETTERS = re.compile(r"[\d.,%€$ +/–-]+")
"""A number, an amount or a dash alone: the value of the line before it."""


def in_rows(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """Rows of a table below each other, or one with several cells, and the short lines above that head its columns."""
    own_groups = list(zip(texts, groups, strict=True))
    several = [own.bullet is None and has_cells(text) for text, own in own_groups]
    row = [many or is_table_row(text, own) for many, (text, own) in zip(several, own_groups, strict=True)]
    for alike, run in groupby(range(len(texts)), key=lambda at: row[at]):
        own = list(run)
        if alike and (len(own) > 1 or several[own[0]]):
            first = own[0]
            while first and own[0] - first < COLUMN_HEADS and is_short(texts[first - 1], groups[first - 1]):
                first -= 1
            yield from range(first, own[-1] + 1)


def has_cells(text: str) -> bool:
    """Whether a text is several cells of a row: figures at its end, or an amount between words of others."""
    if not any(sign in text for sign in CELL_SIGNS):
        return False
    amid = AMOUNT_AMID.fullmatch(text) if len(text) <= LONGEST_ROW else None
    led = {*data("dutch")["never_last"], *data("dutch")["before_numbers"], *COUNTED_IN} if amid else set[str]()
    parted = amid is not None and led.isdisjoint((amid["before"].lower(), amid["behind"].lower()))
    return CELLS.fullmatch(text) is not None or (parted and not ENDED.fullmatch(text))


def is_table_row(text: str, own: LineGroup) -> bool:
    """Whether a group is a short name with one cell behind it, and not that of an annex with its year."""
    return ROW.fullmatch(text) is not None and not ANNEX.fullmatch(text) and is_short(text.removesuffix(NOTHING), own)


def before_numbers(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """The name of a row, whose number stands below it."""
    return (at for at in range(len(texts) - 1) if NO_LETTERS.fullmatch(texts[at + 1]) and not groups[at].bullet)


def in_counted_rows(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """Lines that count right below each other, each without text of its own, and the heads of their columns."""
    for step, run in groupby(range(len(texts)), key=lambda at: step_of(texts[at], groups[at], at)):
        own = list(run)
        if step is not None and len(own) >= LEAST_COUNTED:
            yield from own
            yield from [own[0] - 1] if own[0] and NUMBER_HEAD.match(texts[own[0] - 1]) else []


def step_of(text: str, own: LineGroup, at: int) -> int | None:
    """What is the same for all such lines in a row: by how much their numbers are ahead of their places."""
    number = COUNTED.match(text) if own.bullet is None else None
    return int(number["number"]) - at if number else None
