"""What stands around the text on each page: feet, heads, the margin column, the letterhead.

Known by place (beside, above or below the text) and by returning on other pages. After `zones_of`: every row has its
reason for being no text, or None.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.data import data
from build_tools.dutch.matching import salutes
from build_tools.model import Reason
from build_tools.sources.readers.pdf.columns import Frame, frame_of, same_line, under_heads
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage
from build_tools.sources.readers.pdf.rows import OTHER_TYPE, PrintRow, rows_of

EDGE = 0.13
"""Of a page's height: heads and feet lie within it from the top or the bottom."""
PAGE_NUMBER = re.compile(r"(?:\d*\s*)?P ?a ?g ?i ?n ?a\s*\d+\s*(?:(?:van|/)\s*\d+)?", re.IGNORECASE)
"""`Pagina 3 van 12`, `P a g i n a 3/12`: the foot of a page; some print it with wide-set letters."""
SESSION_FOOT = re.compile(r"(?:[’'‘]s-Gravenhage \d{4} ?)?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[-–]\d{4}, .*")
"""`Tweede Kamer, vergaderjaar 2023–2024, 36 410, nr. 2`: the foot of a printed parliamentary paper."""
BARE_NUMBER = re.compile(r"[-–]? ?(\d{1,4}) ?[-–]?")
"""`12`, `- 12 -`, `–12–`: a number alone, perhaps that of the page."""
LABELS = re.compile(r"(?:Datum|Betreft|Onderwerp)\b", re.IGNORECASE)
"""Labels that letterheads of all years have: `Datum  3 mei 2024`."""
RETURN = re.compile(r"> ?Retouradres\b")
"""`> Retouradres Postbus 20011 2500 EA Den Haag`: the line at the top of a letterhead."""
NEARBY = 4
"""Points: what stands no further apart on two pages stands at one place."""
LEVEL_WITH = 0.5
"""Of the size: how far above a foot the base of what stands beside it may lie."""
LONGEST_SALUTATION = 60
"""Characters of the line that greets the reader at the most."""
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
MOST_OF_HEAD = 0.62
"""Of the first page's height: a letterhead ends above it."""
HEAD_REACH = 400
"""Points, half a page: labels further below the first one are no more of the letterhead."""
INDENTED = 2
"""Of the size of the text: values stand so far right of the labels at the least."""
BELOW_SUBJECT, BELOW_LABEL = 1.6, 3.0
"""Of the size: so far below each other stand the rows of a subject, and references below it."""
BELOW_LABELS = 2.8
"""Of the size: how far below their labels values stand: in two lines at the most."""
UNPRINTED = 12.0
"""Points from the left edge of the sheet that printers leave white."""


@dataclass(frozen=True, slots=True)
class PageRows:
    """Rows of a page and its measures."""

    rows: tuple[PrintRow, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """All pages by place: their rows, the frame of their text, and why a row is no text, for those that are none."""

    pages: tuple[PageRows, ...]
    frame: Frame
    zones: Mapping[PrintRow, Reason]


def printed_pages(sheets: Sequence[DrawnPage]) -> PrintedPages:
    """What the pages of a document show by place alone."""
    pages = tuple(PageRows(tuple(rows_of(sheet.glyphs)), sheet.width, sheet.height) for sheet in sheets)
    frame = frame_of([row for page in pages for row in page.rows])
    return PrintedPages(pages, frame, zones_of(pages, frame))


def zones_of(pages: Sequence[PageRows], frame: Frame) -> dict[PrintRow, Reason]:
    """Why a row is no text, for those that are none."""
    found: dict[PrintRow, Reason] = dict.fromkeys(feet(pages, frame), Reason.PAGE_FOOT)
    for page in pages:
        rest = [row for row in page.rows if row not in found]
        for row in rest:
            if (frame.beside(row) or off_sheet(row)) and not labels_line(row, rest, frame):
                found[row] = Reason.MARGIN
    if pages:
        found |= dict.fromkeys(letterhead(pages[0], found, frame), Reason.HEAD)
        found |= dict.fromkeys(list(returns_from_head(pages, found)), Reason.PAGE_FOOT)
    return found


def feet(pages: Sequence[PageRows], frame: Frame) -> Iterator[PrintRow]:
    """Feet and heads of pages: by their shape, by returning at one place, by counting up, and what stands beside."""
    edges = [[row for row in page.rows if at_edge(row.base, page)] for page in pages]
    alone = {row for page, edge in zip(pages, edges, strict=True) for row in edge if stands_alone(row, page)}
    returning = Counter(key for edge in edges for key in {place_of(row) for row in edge})
    outer = {row for page in pages for row in outermost(page)}
    often = max(TWICE, ON_PAGES * len(pages))
    numbers = counting([[row for row in edge if BARE_NUMBER.fullmatch(row.text)] for edge in edges])
    for page, edge in zip(pages, edges, strict=True):
        own = [
            row
            for row in edge
            if PAGE_NUMBER.fullmatch(row.text)
            or SESSION_FOOT.match(row.text)
            or row in numbers
            or (row in outer and value(row) == row.page)
            or (returning[place_of(row)] >= often and row in alone and may_return(row, frame))
        ]
        yield from own
        low = [row for row in own if row.base > MIDDLE * page.height]
        yield from (row for row in edge if row not in own and beside_foot(row, low, page, frame))


def at_edge(base: float, page: PageRows) -> bool:
    return base < EDGE * page.height or base > (1 - EDGE) * page.height


def may_return(row: PrintRow, frame: Frame) -> bool:
    """Whether a row can be a head or foot: not in the margin column, no note with its raised number, no number alone:
    that is one of the page only where it counts on."""
    return not frame.beside(row) and not row.opens_raised and place_of(row)[0] != ""


def stands_alone(row: PrintRow, page: PageRows) -> bool:
    """Whether white space parts the block at the edge that a row is in from what fills the page."""
    inward = 1 if row.base < MIDDLE * page.height else -1
    base = row.base
    for other in sorted(page.rows, key=lambda other: inward * other.base):
        if 0 < inward * (other.base - base) < WHITE * row.size:
            base = other.base
    return at_edge(base, page)


def place_of(row: PrintRow) -> tuple[str, int, int]:
    """What a row says, without its numbers, and where it stands."""
    return re.sub(r"\d+|\s", "", row.text), round(row.x0 / NEARBY), round(row.base / NEARBY)


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
    """Whether a row at the bottom stands beside or under a foot, or is the imprint left of the text."""
    if row.base < (1 - EDGE) * page.height:
        return False
    level = any(row.base >= foot.base - LEVEL_WITH * foot.size for foot in low)
    return level or row.x1 < frame.lefts[0] - 1


def labels_line(row: PrintRow, rows: Sequence[PrintRow], frame: Frame) -> bool:
    """Whether what stands left of the text labels a line of its page: the number of a dossier, a paper, an item. It is
    set as large as the line; a margin column is smaller."""
    if row.x0 > frame.right:
        return False
    return any(same_line(row, other) and abs(other.size - row.size) < OTHER_TYPE * row.size for other in rows)


def off_sheet(row: PrintRow) -> bool:
    """Whether a row begins where no printer prints: a frame that a program could not place."""
    return row.x0 < UNPRINTED


def is_salutation(row: PrintRow) -> bool:
    """Whether a row is the line that greets the reader."""
    return salutes(row.text) and len(row.text) <= LONGEST_SALUTATION


def closes(row: PrintRow) -> bool:
    """Whether a row is the closing of a letter: `Hoogachtend,`."""
    return row.text.lower().rstrip(" ,.") in data("dutch")["closing"]


def letterhead(page: PageRows, found: dict[PrintRow, Reason], frame: Frame) -> list[PrintRow]:
    """The rows of the first page above the salutation, or those down to the subject where nobody is greeted."""
    rows = sorted((row for row in page.rows if row not in found), key=lambda row: (row.base, row.x0))
    known = [row for row in rows if LABELS.match(row.text) or RETURN.match(row.text)]
    if not known or known[0].base > MOST_OF_HEAD * page.height:
        return []
    greeting = next((row for row in rows if is_salutation(row)), None)
    if greeting:
        return [row for row in rows if row.base < greeting.base - 1]
    return [row for row in rows if row.base <= end_of_head(rows, known, frame) + 1]


def end_of_head(rows: Sequence[PrintRow], known: Sequence[PrintRow], frame: Frame) -> float:
    """The base line of the last row of the subject: its rows stand right of the label, close below each other."""
    last = max((row for row in known if row.base <= known[0].base + HEAD_REACH), key=lambda row: row.base)
    base = last.base
    for row in rows:
        indented = row.x0 > frame.lefts[0] + INDENTED * frame.size
        step = (row.base - base) / row.size
        if step > 0 and ((step < BELOW_SUBJECT and indented) or (step < BELOW_LABEL and is_reference(row))):
            base = row.base
    return base


def is_reference(row: PrintRow) -> bool:
    """Whether a row is a reference of the letter: `Ons kenmerk`, `Onze referentie: 2024-17`, `Bijlagen 2`."""
    labels = [label for label, value in data("margin")["labels"].items() if value in ("code", "count")]
    text = row.text.lower()
    return any(text.startswith(label) and not text[len(label) : len(label) + 1].isalpha() for label in labels)


def by_label(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """Rows of a head from top to bottom; where labels stand beside each other, each with what stands below it."""
    return under_heads(rows, is_bare_label, BELOW_LABELS)


def is_bare_label(row: PrintRow) -> bool:
    """Whether a row is no more than a label of a letterhead: `Datum`, `Ons kenmerk`, `Betreft`."""
    return row.text.lower().rstrip(" :") in {*data("margin")["labels"], *data("margin")["subjects"]}


def returns_from_head(pages: Sequence[PageRows], found: Mapping[PrintRow, Reason]) -> Iterator[PrintRow]:
    """The number of the letter at the edge of its later pages, as its letterhead states it."""
    stated = {row.text for row, reason in found.items() if reason is Reason.HEAD and re.search(r"\d{3}", row.text)}
    for page in pages[1:]:
        edge = [row for row in page.rows if row not in found and at_edge(row.base, page)]
        yield from (row for row in edge if row.text in stated and stands_alone(row, page))
