"""An untagged PDF, read by place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from build_tools.model import Reason
from build_tools.sources.readers.pdf.feet import BARE_NUMBER
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage, DrawnRule
from build_tools.sources.readers.pdf.furniture import PrintedPages, by_label
from build_tools.sources.readers.pdf.headings import underlined, with_headings
from build_tools.sources.readers.pdf.marginal_notes import notes_beside
from build_tools.sources.readers.pdf.notes.calls import Call, calls_in
from build_tools.sources.readers.pdf.notes.footnotes import by_column, notes_of
from build_tools.sources.readers.pdf.number_lines import with_numbers
from build_tools.sources.readers.pdf.page.columns import (
    Frame,
    Place,
    by_page,
    in_order,
    joined,
    places_of,
)
from build_tools.sources.readers.pdf.page.rows import PageRows, PrintRow
from build_tools.sources.readers.pdf.page.ruling import outside_tables
from build_tools.sources.readers.pdf.page.setting import Typeset, left_out
from build_tools.sources.readers.pdf.page.spreads import continued
from build_tools.sources.readers.pdf.page.unmarked_items import with_unmarked_items
from build_tools.sources.readers.pdf.page_ends import whole_at_ends
from build_tools.sources.readers.pdf.paragraphs import ENDED, paragraphs_of
from build_tools.sources.readers.pdf.signing import parted_signers, under_offices
from build_tools.sources.readers.pdf.tables import tables_on

Set = tuple[list[Typeset], dict[PrintRow, tuple[Call, ...]], Frame]
"""The settings of a document in reading order, the calls of each row, and the frame of its text."""


def read_by_place(sheets: Sequence[DrawnPage], printed: PrintedPages) -> Set:
    """What stands on the pages, each row in its setting."""
    pages, frame, zones = printed.pages, printed.frame, printed.zones
    aside = dict.fromkeys(notes_beside(pages, zones, frame))
    around = furniture(pages, {row: why for row, why in zones.items() if row not in aside})
    rules = {sheet.number: sheet.rules for sheet in sheets}
    body, cells = without_tables(pages, zones, rules, frame)
    loose = {number: outside_tables(own) for number, own in rules.items()}
    text, notes = notes_of(with_numbers(body, frame), frame, loose, sheets[0].width, [*aside])
    found = merged(with_unmarked_items(paragraphs_of(text, frame), frame), cells, frame)
    settings = continued(with_headings(found, frame, underlined(found, sheets)))
    return [*around, *settings, *notes], calls_in(settings, notes), frame


def without_tables(
    pages: Sequence[PageRows], zones: Mapping[PrintRow, Reason], rules: dict[int, tuple[DrawnRule, ...]], frame: Frame
) -> tuple[list[PrintRow], list[Typeset]]:
    """The rows of the text in reading order, parts of one line joined; and the cells of the tables."""
    found: list[tuple[list[PrintRow], list[Typeset]]] = []
    number = 1
    for page in pages:
        rows = [row for row in page.rows if row not in zones]
        if not rows:
            continue
        rows = [row for own in by_column(rows, frame) for row in parted_signers(own)]
        rest, own = tables_on(rows, rules.get(rows[0].page, ()), number, frame)
        number = own[-1].table + 1 if own else number
        found.append((rest, own))
    body: list[PrintRow] = []
    found = whole_at_ends(found, frame)
    for rest, own in found:
        tops = set(tops_of(own).values())
        ordered = [row for row in in_order([*rest, *tops], frame) if row not in tops]
        body += joined(offices_in_order(ordered, frame))
    return body, [cell for _, own in found for cell in own]


def offices_in_order(rows: Sequence[PrintRow], frame: Frame) -> list[PrintRow]:
    """The rows of a page in order, where each stretch in one column has what stands below offices behind these."""
    stretches = groupby(rows, key=lambda row: (frame.column(row), frame.spans(row)))
    return [row for _, own in stretches for row in under_offices(list(own))]


def tops_of(cells: Sequence[Typeset]) -> dict[int, PrintRow]:
    """For each table a row that is as wide as all of it, at the height of its first one."""
    rows: dict[int, list[PrintRow]] = {}
    for one in cells:
        rows.setdefault(one.table, []).extend(one.rows)
    return {
        table: replace(own[0], x0=min(row.x0 for row in own), x1=max(row.x1 for row in own))
        for table, own in rows.items()
    }


def merged(found: Sequence[Typeset], cells: Sequence[Typeset], frame: Frame) -> list[Typeset]:
    """Paragraphs and tables in the order of reading; a paragraph that a table would part is parted there, where it
    stands in one column of one page or a sentence has ended: a table can float to the foot of a page.
    """
    tops = tops_of(cells)
    place_of = places_of([*(row for one in found for row in one.rows), *tops.values()], frame)
    waiting = sorted(cells, key=lambda cell: place_of(tops[cell.table]))
    settings: list[Typeset] = []
    for one in found:
        rest = one
        while waiting and (cut := cut_by(place_of(tops[waiting[0].table]), rest, place_of)) is not None:
            settings += [replace(rest, rows=rest.rows[:cut])] if cut else []
            settings += pop_table(waiting)
            rest = Typeset(rest.rows[cut:]) if cut else rest
        settings.append(rest)
    return settings + waiting


def cut_by(top: Place, one: Typeset, place_of: Callable[[PrintRow], Place]) -> int | None:
    """The first row of a paragraph that is read after the top of a table, where the table parts it or comes before."""
    cut = next((at for at, row in enumerate(one.rows) if top < place_of(row)), None)
    if not cut or place_of(one.rows[cut])[:-1] == top[:-1] or ENDED.fullmatch(one.rows[cut - 1].text):
        return cut
    return None


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
