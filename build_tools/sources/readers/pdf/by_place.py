"""An untagged PDF, read by place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.model import Reason
from build_tools.sources.readers.pdf.columns import Frame, by_page, in_order, joined, under_heads
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage, DrawnRule
from build_tools.sources.readers.pdf.footnotes import Call, calls_in, notes_of
from build_tools.sources.readers.pdf.furniture import BARE_NUMBER, PageRows, PrintedPages, by_label
from build_tools.sources.readers.pdf.grid import outside_tables
from build_tools.sources.readers.pdf.headings import underlined, with_headings
from build_tools.sources.readers.pdf.paragraphs import ENDED, paragraphs_of
from build_tools.sources.readers.pdf.rows import PrintRow
from build_tools.sources.readers.pdf.setting import Typeset, left_out
from build_tools.sources.readers.pdf.spreads import continued
from build_tools.sources.readers.pdf.tables import tables_on
from build_tools.sources.readers.pdf.tagged import OFFICE

BELOW_OFFICE = 9.0
"""Of the size: how far below a role the name of who signs can stand."""

Set = tuple[list[Typeset], dict[PrintRow, tuple[Call, ...]], Frame]
"""The settings of a document in reading order, the calls of each row, and the frame of its text."""


def read_by_place(sheets: Sequence[DrawnPage], printed: PrintedPages) -> Set:
    """What stands on the pages, each row in its setting."""
    pages, frame, zones = printed.pages, printed.frame, printed.zones
    around = furniture(pages, zones)
    rules = {sheet.number: sheet.rules for sheet in sheets}
    body, cells = without_tables(pages, zones, rules, frame)
    loose = {number: outside_tables(own) for number, own in rules.items()}
    text, notes = notes_of(body, frame, loose, sheets[0].width)
    found = merged(paragraphs_of(text, frame), cells)
    settings = continued(with_headings(found, frame, underlined(found, sheets)))
    return [*around, *settings, *notes], calls_in(settings, notes), frame


def without_tables(
    pages: Sequence[PageRows], zones: Mapping[PrintRow, Reason], rules: dict[int, tuple[DrawnRule, ...]], frame: Frame
) -> tuple[list[PrintRow], list[Typeset]]:
    """The rows of the text in reading order, parts of one line joined; and the cells of the tables."""
    body: list[PrintRow] = []
    cells: list[Typeset] = []
    for page in pages:
        rows = [row for row in page.rows if row not in zones]
        number = cells[-1].table + 1 if cells else 1
        rest, own = (
            tables_on(rows, rules.get(page.rows[0].page, ()), number) if rows and len(frame.lefts) == 1 else (rows, [])
        )
        cells += own
        ordered = in_order(rest, frame)
        body += joined(under_heads(ordered, is_office, BELOW_OFFICE) if len(frame.lefts) == 1 else ordered)
    return body, cells


def is_office(row: PrintRow) -> bool:
    """Whether a row names the role of who signs."""
    return OFFICE.match(row.text) is not None


def merged(found: Sequence[Typeset], cells: Sequence[Typeset]) -> list[Typeset]:
    """Paragraphs and tables in the order of reading; a paragraph that a table would part is parted there, where it
    stands on one page or a sentence has ended: a table can float to the foot of a page.
    """
    waiting = list(cells)
    settings: list[Typeset] = []
    for one in found:
        rest = one
        while waiting and (cut := cut_by(waiting[0], rest)) is not None:
            settings += [replace(rest, rows=rest.rows[:cut])] if cut else []
            settings += pop_table(waiting)
            rest = Typeset(rest.rows[cut:]) if cut else rest
        settings.append(rest)
    return settings + waiting


def cut_by(cell: Typeset, one: Typeset) -> int | None:
    """The first row of a paragraph that stands below a table, where the table comes before it."""
    cut = next((at for at, row in enumerate(one.rows) if before(cell, row)), None)
    if not cut or one.rows[cut].page == cell.first.page or ENDED.fullmatch(one.rows[cut - 1].text):
        return cut
    return None


def before(cell: Typeset, row: PrintRow) -> bool:
    return (cell.first.page, cell.first.base) < (row.page, row.base)


def pop_table(waiting: list[Typeset]) -> list[Typeset]:
    """The first table of those that wait."""
    own = list(takewhile(lambda cell: cell.table == waiting[0].table, waiting))
    del waiting[: len(own)]
    return own


def printed_page(one: Typeset) -> str:
    """The number of a page that stands alone in its foot or head."""
    match = BARE_NUMBER.fullmatch(one.text) if one.reason is Reason.PAGE_FOOT else None
    return match[1] if match else ""


def furniture(pages: Sequence[PageRows], zones: Mapping[PrintRow, Reason]) -> list[Typeset]:
    """What stands around the text, page by page, the parts of one line joined."""
    found: list[Typeset] = []
    for reason in (Reason.HEAD, Reason.MARGIN, Reason.PAGE_FOOT):
        rows = [row for page in pages for row in page.rows if zones.get(row) is reason]
        for own in by_page(rows):
            rows_left = joined(by_label(sorted(own, key=lambda row: (row.base, row.x0))))
            found += [replace(one, printed=printed_page(one)) for one in left_out(rows_left, reason)]
    return found
