"""An untagged PDF, read by place."""

from collections.abc import Sequence

from build_tools.model import Reason
from build_tools.sources.readers.pdf.calls import Call, calls_in
from build_tools.sources.readers.pdf.columns import Frame, by_page, frame_of, in_order, joined
from build_tools.sources.readers.pdf.footnotes import notes_of
from build_tools.sources.readers.pdf.furniture import Page, zones_of
from build_tools.sources.readers.pdf.glyphs import Sheet
from build_tools.sources.readers.pdf.headings import underlined, with_headings
from build_tools.sources.readers.pdf.paragraphs import paragraphs_of
from build_tools.sources.readers.pdf.rows import Row, rows_of
from build_tools.sources.readers.pdf.setting import Setting, left_out

Set = tuple[list[Setting], dict[Row, tuple[Call, ...]], Frame]
"""The settings of a document in reading order, the calls of each row, and the frame of its text."""


def read_by_place(sheets: Sequence[Sheet]) -> Set:
    """What stands on the pages, each row in its setting."""
    pages = [Page(tuple(rows_of(sheet.glyphs)), sheet.width, sheet.height) for sheet in sheets]
    frame = frame_of([row for page in pages for row in page.rows])
    zones = zones_of(pages, frame)
    around = furniture(pages, zones)
    body = [row for page in pages for row in joined(in_order([r for r in page.rows if r not in zones], frame))]
    rules = {sheet.number: sheet.rules for sheet in sheets}
    text, notes = notes_of(body, frame, rules, sheets[0].width)
    found = paragraphs_of(text, frame)
    settings = with_headings(found, frame, underlined(found, sheets))
    return [*around, *settings, *notes], calls_in(settings, notes), frame


def furniture(pages: Sequence[Page], zones: dict[Row, Reason]) -> list[Setting]:
    """What stands around the text, page by page, the parts of one line joined."""
    found: list[Setting] = []
    for reason in (Reason.HEAD, Reason.MARGIN, Reason.PAGE_FOOT):
        rows = [row for page in pages for row in page.rows if zones.get(row) is reason]
        for own in by_page(rows):
            found += left_out(joined(sorted(own, key=lambda row: (row.base, row.x0))), reason)
    return found
