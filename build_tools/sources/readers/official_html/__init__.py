"""Saved pages of officielebekendmakingen.nl and tweedekamer.nl.

After `extract`: the text layer of the whole page; the lines of the paper with what its elements say of them, the
rest left out as what stands around it. No script ran and nothing was fetched.
"""

from pathlib import Path

from build_tools.draft import Extract
from build_tools.errors import UserError
from build_tools.model import Kind
from build_tools.sources.readers.markup.layout import laid_out
from build_tools.sources.readers.markup.outline import with_levels
from build_tools.sources.readers.official_html import tables
from build_tools.sources.readers.official_html.flow import PagePlace, block
from build_tools.sources.readers.official_html.heads import around, stated_by_head
from build_tools.sources.readers.official_html.notes import notes_in
from build_tools.sources.readers.official_html.page import REMEDY, found

__all__ = ["extract", "tables"]

KIND = "web page"


def extract(path: Path, content: bytes) -> Extract:
    """The text of a page, with the structure and facts of the paper in it."""
    page = found(path, content)
    place = PagePlace(page.paper, notes_in(page.paper))
    laid = laid_out(with_levels(block(page.body, place)))
    if not any(line.given and not line.given.left_out and line.given.kind is not Kind.NOTE for line in laid.lines):
        raise UserError(path, None, "is a page without the text of a paper", REMEDY)
    stated = {**stated_by_head(page.head), **around(page.body, page.site or "webpagina"), **laid.stated}
    remarks = (*page.remarks, *laid.remarks)
    return Extract(laid.text, page.encoding, KIND, laid.lines, wrapped=False, stated=stated, remarks=remarks)
