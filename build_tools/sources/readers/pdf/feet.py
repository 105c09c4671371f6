"""Feet and heads of pages: known by their shape, by returning at one place, by counting up with the pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from build_tools.data import data
from build_tools.sources.readers.pdf.page.columns import Frame, same_line
from build_tools.sources.readers.pdf.page.rows import OTHER_TYPE, PageRows, PrintRow

EDGE = 0.13
"""Of a page's height: heads and feet lie within it from the top or the bottom."""
PAGE_NUMBER = re.compile(
    r"(?:\d*\s*)?(?:P ?a ?g ?i ?n ?a|Pag\.?|Blad(?:nummer)?|Blz\.?)\s*:?\s*\d+\s*(?:(?:van|/)\s*\d+)?", re.IGNORECASE
)
"""`Pagina 3 van 12`, `P a g i n a 3/12`, `Pag. 2`: the foot of a page; some print it with wide-set letters."""
PAGE_OF_PAGES = re.compile(r"(\d{1,3}) ?(?:/|van) ?(\d{1,3})")
"""`3/12`, `3 van 12`, where the first is the page and the second the last one."""
SESSION_FOOT = re.compile(r"(?:[’'‘]s-Gravenhage \d{4} ?)?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[-–]\d{4}, .*")
"""`Tweede Kamer, vergaderjaar 2023–2024, 36 410, nr. 2`: the foot of a printed parliamentary paper."""
IDENTIFIER = re.compile(r"kst-\d[\w-]*|KST\d{4,6}|ISSN \d{4} ?- ?\d{3}[\dX]")
"""`kst-27449-VI-531`, `KST37575`, `ISSN 0921 - 7371`: of the imprint of a printed paper."""
BARE_NUMBER = re.compile(r"[-–]? ?(\d{1,4}) ?[-–]?")
"""`12`, `- 12 -`, `–12–`: a number alone, perhaps that of the page."""
NEARBY = 4
"""Points: what stands no further apart on two pages stands at one place."""
HANGS = 2.5
"""Of its size: the number of a note that hangs before its text stands no further left of it."""
LEVEL_WITH = 0.5
"""Of the size: how far above a foot the base of what stands beside it may lie."""
WHITE = 1.8
"""Of the size: base lines further apart have white space between them."""
TWICE = 2
"""A head or foot that returns letter for letter on two pages at one place."""
ON_PAGES = 0.5
"""Of the pages: on as many a head or foot returns; some documents have another one on each left page."""
COUNTED_PAGES = 0.6
"""Of the pages but one: on as many a number counts up; a title page and one that a picture fills have none."""
NUMBER_NEARBY = 6
"""Points: numbers of pages at one height stand no further apart; their pages can lie a little askew."""
MIDDLE = 0.5
"""Of a page's height: what stands below is a foot, what stands above a head."""


def feet(pages: Sequence[PageRows], frame: Frame) -> Iterator[PrintRow]:
    """Feet and heads of pages: by their shape, by returning at one place, by counting up, and what stands beside."""
    edges = [[row for row in page.rows if at_edge(row.base, page)] for page in pages]
    alone = {row for page, edge in zip(pages, edges, strict=True) for row in edge if stands_alone(row, page)}
    returning = Counter(form for edge in edges for form in {form for row in edge for form in returning_forms(row)})
    often = max(TWICE, ON_PAGES * len(pages))
    bare = [[row for row in edge if BARE_NUMBER.fullmatch(row.text) and not hangs(row, edge)] for edge in edges]
    outer = {row for page, own in zip(pages, bare, strict=True) for row in outermost(page) if row in own}
    numbers = counting(bare)

    def returns(row: PrintRow) -> bool:
        return any(returning[form] >= often for form in returning_forms(row))

    for page, edge in zip(pages, edges, strict=True):
        own = [
            row
            for row in edge
            if PAGE_NUMBER.fullmatch(row.text)
            or counts_pages(row, len(pages))
            or SESSION_FOOT.match(row.text)
            or IDENTIFIER.fullmatch(row.text)
            or row in numbers
            or (row in outer and value(row) == row.page)
            or (returns(row) and row in alone and may_return(row, frame))
            or (row in alone and states_address(row, page, frame))
        ]
        yield from own
        low = [row for row in own if row.base > MIDDLE * page.height]
        yield from (row for row in edge if row not in own and beside_foot(row, low, page, frame))


def counts_pages(row: PrintRow, pages: int) -> bool:
    """Whether a row says which page it is on and how many there are."""
    match = PAGE_OF_PAGES.fullmatch(row.text)
    return match is not None and (int(match[1]), int(match[2])) == (row.page, pages)


def states_address(row: PrintRow, page: PageRows, frame: Frame) -> bool:
    """Whether a row at the bottom, in type smaller than the text, opens with the label of an address: older letters of
    ministries state theirs at the foot of their first page."""
    small = row.size < (1 - OTHER_TYPE) * frame.size and row.base > MIDDLE * page.height
    return small and any(re.match(rf"{label}\b", row.text, re.IGNORECASE) for label in data("margin")["addresses"])


def at_edge(base: float, page: PageRows) -> bool:
    return base < EDGE * page.height or base > (1 - EDGE) * page.height


def may_return(row: PrintRow, frame: Frame) -> bool:
    """Whether a row can be a head or foot: not in the margin column, no note with its raised number, no number alone:
    that is one of the page only where it counts on."""
    return not frame.beside(row) and not row.opens_raised and not BARE_NUMBER.fullmatch(row.text)


def hangs(row: PrintRow, rows: Sequence[PrintRow]) -> bool:
    """Whether a number hangs before a text: that of a note at the foot of its page."""
    return any(same_line(row, other) and other.x0 - row.x1 < HANGS * row.size for other in rows)


def stands_alone(row: PrintRow, page: PageRows) -> bool:
    """Whether white space parts the block at the edge that a row is in from what fills the page."""
    inward = 1 if row.base < MIDDLE * page.height else -1
    base = row.base
    for other in sorted(page.rows, key=lambda other: inward * other.base):
        if 0 < inward * (other.base - base) < WHITE * row.size:
            base = other.base
    return at_edge(base, page)


def returning_forms(row: PrintRow) -> Iterator[tuple[str, int, int]]:
    """What a row says and where it stands, so that it can return: as it is, and with each of its numbers counted from
    that of the page (`blad 3` on page 4 is `blad -1`, like `blad 4` on page 5)."""
    parts = re.split(r"(\d+)", re.sub(r"\s", "", row.text))
    place = round(row.x0 / NEARBY), round(row.base / NEARBY)
    yield "".join(parts), *place
    for at in range(1, len(parts), 2):
        yield "".join([*parts[:at], f"{int(parts[at]) - row.page:+}", *parts[at + 1 :]]), *place


def counting(numbers: Sequence[Sequence[PrintRow]]) -> set[PrintRow]:
    """Numbers alone at the edge of pages that count up with them."""
    found: set[PrintRow] = set()
    by_place: dict[int, list[PrintRow]] = {}
    for row in (row for edge in numbers for row in edge):
        by_place.setdefault(round(row.base / NUMBER_NEARBY), []).append(row)
    for rows in by_place.values():
        shifts = Counter(shift for shift, _ in {(value(row) - row.page, row.page) for row in rows})
        shift, count = shifts.most_common(1)[0]
        often = count >= TWICE and count >= COUNTED_PAGES * (len(numbers) - 1)
        if often:
            found |= {row for row in rows if value(row) - row.page == shift}
    return found


def outermost(page: PageRows) -> list[PrintRow]:
    """The first and the last row of a page."""
    rows = sorted(page.rows, key=lambda row: row.base)
    return [rows[0], rows[-1]] if rows else []


def value(row: PrintRow) -> int:
    match = BARE_NUMBER.fullmatch(row.text)
    return int(match[1]) if match else 0


def beside_foot(row: PrintRow, low: Sequence[PrintRow], page: PageRows, frame: Frame) -> bool:
    """Whether a row at the bottom stands beside or under a foot, or is the imprint left of the text. Beside an imprint
    the page's notes can stand."""
    if row.base < (1 - EDGE) * page.height:
        return False
    left = frame.on(row.page).lefts[0]
    feet_below = (foot for foot in low if foot.x1 >= left or not IDENTIFIER.fullmatch(foot.text))
    level = any(row.base >= foot.base - LEVEL_WITH * foot.size for foot in feet_below)
    return level or (row.x1 < left - 1 and not opens_with_label(row, page.rows, left))


def opens_with_label(row: PrintRow, rows: Sequence[PrintRow], left: float) -> bool:
    """Whether a row left of the text is of a line that opens with a label and goes on in the text, in type that is
    hardly larger: `8.` or `Agendapunt:` before `Verkeer`."""
    line = [row, *(other for other in rows if same_line(row, other))]
    labelled = any(part.x1 < left and part.text.endswith(":") for part in line)
    return labelled and any(part.x0 >= left - NEARBY for part in line)
