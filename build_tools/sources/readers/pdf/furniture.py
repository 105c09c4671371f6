"""What stands around the text on each page: feet, heads, the margin column, the letterhead.

Known by place (beside, above or below the text) and by returning on other pages. After `zones_of`: every row has its
reason for being no text, or None.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from build_tools.data import data
from build_tools.dutch.dates import PLACE_DATE
from build_tools.dutch.matching import salutes
from build_tools.model import Reason
from build_tools.sources.readers.pdf.feet import BARE_NUMBER, at_edge, feet, opens_with_label, stands_alone
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage
from build_tools.sources.readers.pdf.page.columns import Frame, frame_of, same_line, under_heads
from build_tools.sources.readers.pdf.page.rows import OTHER_TYPE, PageRows, PrintRow, rows_of
from build_tools.sources.readers.pdf.page.ruling import Band, ruled

LABELS = re.compile(r"(?:[^\W\d]{2,16} / )?(?:Datum|Betreft|Onderwerp)\b", re.IGNORECASE)
"""Labels that letterheads of all years have: `Datum  3 mei 2024`, `Ûnderwerp / Onderwerp  Dijken`."""
PAGE_IN_HEAD = re.compile(r"\b(?:pagina|blad|blz\.?) ?\d+(?: ?(?:/|van) ?\d+)?$", re.IGNORECASE)
"""`VROM/01/6874  blad 2`, `2020-0048 | 6 juli 2020 | pagina 2/2`: the page, in the head of a later page."""
RETURN = re.compile(r"> ?Retouradres\b")
"""`> Retouradres Postbus 20011 2500 EA Den Haag`: the line at the top of a letterhead."""
LONGEST_SALUTATION = 60
"""Characters of the line that greets the reader at the most."""
MOST_OF_HEAD = 0.62
"""Of the first page's height: a letterhead ends above it."""
HEAD_REACH = 400
"""Points, half a page: labels further below the first one are no more of the letterhead."""
INDENTED = 2
"""Of the size of the text: values stand so far right of the labels at the least."""
BELOW_SUBJECT, BELOW_LABEL = 1.6, 3.0
"""Of the size: so far below each other stand the rows of a subject, and references below it."""
COLUMN_ROWS, BESIDE_ROWS = 4, 2
"""Rows of a head that begin below each other, and of those beside them, that make two columns: an address has more."""
REPEATED = 3
"""Rows at the top of a later page that stand on the first page too: with as many it is a letterhead again."""
BELOW_LABELS = 2.8
"""Of the size: how far below their labels values stand: in two lines at the most."""
ABOVE_TABLE = 2.0
"""Of the size: so far above the first rule of a table its head can stand."""
LONGEST_LABEL = 40
"""Characters of a label in two languages at the most."""
UNPRINTED = 12.0
"""Points from the left edge of the sheet that printers leave white."""


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """All pages by place: their rows, the frame of their text, and why a row is no text, for those that are none."""

    pages: tuple[PageRows, ...]
    frame: Frame
    zones: Mapping[PrintRow, Reason]


def printed_pages(sheets: Sequence[DrawnPage]) -> PrintedPages:
    """What the pages of a document show by place alone."""
    pages = tuple(PageRows(tuple(rows_of(sheet.glyphs)), sheet.width, sheet.height) for sheet in sheets)
    frame = frame_of(pages)
    tables = {sheet.number: tuple(ruled(sheet.rules)) for sheet in sheets}
    around = {
        row: why
        for row, why in zones_of(pages, frame).items()
        if why is not Reason.MARGIN or not is_cell(row, tables[row.page], frame)
    }
    return PrintedPages(pages, frame, around)


def is_cell(row: PrintRow, tables: Sequence[tuple[Sequence[Band], float, float]], frame: Frame) -> bool:
    """Whether a row right of the text stands in a table that begins within it: lines of text can all end before."""
    return any(
        bands[0].top - ABOVE_TABLE * row.size < row.base <= bands[-1].bottom
        and x0 < min(frame.on(row.page).right, row.x0)
        and row.x1 < x1 + row.size
        for bands, x0, x1 in tables
    )


def zones_of(pages: Sequence[PageRows], frame: Frame) -> dict[PrintRow, Reason]:
    """Why a row is no text, for those that are none."""
    found: dict[PrintRow, Reason] = dict.fromkeys(feet(pages, frame), Reason.PAGE_FOOT)
    stated: set[str] = set()
    for page in pages:
        rest = [row for row in page.rows if row not in found]
        for row in (row for row in rest if frame.beside(row) or off_sheet(row)):
            again = words_of(row) <= stated and words_of(row)
            labels = labels_line(row, rest, frame) and not (page is not pages[0] and of_margin_label(row, rest, frame))
            if again or not (labels or numbers_paper(row, frame) or places_date(row, frame)):
                found[row] = Reason.MARGIN
        stated |= {word for row, why in found.items() if why is Reason.MARGIN for word in words_of(row)}
    if pages:
        found |= dict.fromkeys(letterhead(pages[0], found, frame), Reason.HEAD)
        found |= dict.fromkeys(list(returns_from_head(pages, found, frame)), Reason.PAGE_FOOT)
    return found


def labels_line(row: PrintRow, rows: Sequence[PrintRow], frame: Frame) -> bool:
    """Whether what stands left of the text labels a line of its page: the number of a dossier, a paper, an item. It is
    set as large as the line, or ends in a colon and is hardly smaller (`Besluit:`); a margin column is smaller. What
    the edge of the sheet cuts off labels nothing."""
    if row.x0 > frame.on(row.page).right or row.x0 < 0:
        return False
    as_large = any(same_line(row, other) and abs(other.size - row.size) < OTHER_TYPE * row.size for other in rows)
    return as_large or opens_with_label(row, rows, frame.on(row.page).lefts[0])


def of_margin_label(row: PrintRow, rows: Sequence[PrintRow], frame: Frame) -> bool:
    """Whether a row beside the text is a label that margins have, or stands close below one in their column: `Datum`,
    `3 mei 2024`. That a line of the text stands at its height is chance."""
    column = [one for one in rows if frame.beside(one) and abs(one.x0 - row.x0) < 1]
    return any(is_bare_label(one) and 0 <= row.base - one.base < BELOW_SUBJECT * one.size for one in column)


def numbers_paper(row: PrintRow, frame: Frame) -> bool:
    """Whether a number stands left of the first page in type that no margin column has: that of the paper."""
    alone = BARE_NUMBER.fullmatch(row.text) is not None and row.page == 1
    return alone and row.x1 < frame.on(row.page).lefts[0] and row.size >= frame.size


def places_date(row: PrintRow, frame: Frame) -> bool:
    """Whether the place and date of a letter stand left of the first page's text, in its type: a list of decisions has
    its text behind a column of labels."""
    placed = PLACE_DATE.fullmatch(row.text) is not None and row.page == 1
    return placed and row.x1 < frame.on(row.page).right and row.size >= (1 - OTHER_TYPE) * frame.size


def off_sheet(row: PrintRow) -> bool:
    """Whether a row begins where no printer prints: a frame that a program could not place."""
    return row.x0 < UNPRINTED


def is_salutation(row: PrintRow) -> bool:
    """Whether a row is the line that greets the reader."""
    return salutes(row.text) and len(row.text) <= LONGEST_SALUTATION


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
    base, edge = last.base, frame.on(last.page).lefts[0] + INDENTED * frame.size
    if is_bare_label(last) and not any(is_value_beside(row, last, frame) for row in rows):
        below = (row.base for row in rows if row.base > base and row.x0 < last.x0 + last.size)
        value = next(below, base)
        base, edge = (value, last.x0 - 1) if value - base < BELOW_LABELS * last.size else (base, edge)
    for row in rows:
        indented = row.x0 > edge
        step = (row.base - base) / row.size
        if step > 0 and ((step < BELOW_SUBJECT and indented) or (step < BELOW_LABEL and is_reference(row))):
            base = row.base
    return base


def is_value_beside(row: PrintRow, label: PrintRow, frame: Frame) -> bool:
    """Whether a row is the value of a label, on its line: no other label, and no part of a column of the sender, which
    stands in the right half."""
    within = frame.on(row.page)
    middle = (within.lefts[0] + within.right) / 2
    return same_line(label, row) and row.x0 < middle and not is_bare_label(row)


def is_reference(row: PrintRow) -> bool:
    """Whether a row is a reference of the letter: `Ons kenmerk`, `Onze referentie: 2024-17`, `Bijlagen 2`."""
    labels = [label for label, value in data("margin")["labels"].items() if value in ("code", "count")]
    text = row.text.lower()
    return any(text.startswith(label) and not text[len(label) : len(label) + 1].isalpha() for label in labels)


def by_label(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """Rows of a head from top to bottom; where labels stand beside each other, each with what stands below it."""
    return under_heads(by_column(rows), is_bare_label, BELOW_LABELS)


def by_column(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """Rows of a head; where the sender stands beside the addressee, the left ones first."""
    for left in sorted({round(row.x0) for row in rows}, reverse=True):
        own = [row for row in rows if round(row.x0) == left]
        block = [row for row in rows if own[0].base - 1 <= row.base <= own[-1].base + 1]
        before = [row for row in block if row.x0 < left - 1]
        beside = [row for row in before if any(same_line(row, other) for other in own)]
        parts = len(own) >= COLUMN_ROWS and len(beside) >= BESIDE_ROWS
        if parts and not any(is_bare_label(row) or row.x1 > left for row in before):
            at = rows.index(block[0])
            behind = [row for row in rows[at:] if row not in block]
            return [*rows[:at], *before, *(row for row in block if row not in before), *behind]
    return [*rows]


def is_bare_label(row: PrintRow) -> bool:
    """Whether a row is no more than a label of a letterhead, perhaps in two languages: `Datum`, `Ons kenmerk`,
    `Onderwerp / Asuntu`."""
    labels = {*data("margin")["labels"], *data("margin")["subjects"]}
    parts = row.text.lower().rstrip(" :").split(" / ")
    return len(parts) <= 2 and any(part in labels for part in parts) and len(row.text) <= LONGEST_LABEL


def returns_from_head(pages: Sequence[PageRows], found: Mapping[PrintRow, Reason], frame: Frame) -> Iterator[PrintRow]:
    """What the letterhead states, at the edge of later pages: its number, perhaps with its label and its date; in
    smaller type also its subject alone; and all of it row by row, where a section of the document repeats it."""
    head = [row for row, reason in found.items() if row.page == 1 and reason in (Reason.HEAD, Reason.MARGIN)]
    stated = {word for row in head for word in words_of(row)}
    same = {row.text for row in found if row.page == 1}
    for page in pages[1:]:
        above = list(takewhile(lambda row: row.text in same, sorted(page.rows, key=lambda row: row.base)))
        repeated = above if len(above) >= REPEATED else []
        for row in (row for row in page.rows if row not in found):
            edge = at_edge(row.base, page) and stands_alone(row, page)
            telling = row.size < (1 - OTHER_TYPE) * frame.size or re.search(r"\d{3}", row.text)
            said = words_in(PAGE_IN_HEAD.sub("", row.text))
            if row in repeated or (edge and telling and said and said <= stated):
                yield row


def words_of(row: PrintRow) -> set[str]:
    """The words and numbers that a row has, without the signs between them."""
    return words_in(row.text)


def words_in(text: str) -> set[str]:
    """The same of a text."""
    return set(re.findall(r"\w+", text))
