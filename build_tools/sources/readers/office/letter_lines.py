"""From what a word processor's file holds to lines: what each paragraph is, in steps."""

from build_tools.sources.readers.office.around import edges_of_pages, head_of_first_page, letterhead_in_body
from build_tools.sources.readers.office.headings import with_headings
from build_tools.sources.readers.office.lines import TextSheet
from build_tools.sources.readers.office.lists import depths
from build_tools.sources.readers.office.signing import signers_apart
from build_tools.sources.readers.office.standing import standing
from build_tools.sources.readers.office.written import Written


def sheet_of(written: Written) -> TextSheet:
    """The text of a file in reading order: the head of its first page, its body, its notes, what other pages repeat."""
    sheet = TextSheet({note.key: at for at, note in enumerate(written.notes, start=1)})
    first = head_of_first_page(standing(written.first_head))
    body = with_headings(signers_apart(letterhead_in_body(standing(written.body))))
    found = [*first, *body]
    sheet.write(found, depths(found))
    for n, note in enumerate(written.notes, start=1):
        sheet.note(n, note, standing(note.content))
    edges = edges_of_pages(standing(written.page_edges))
    sheet.write(edges, [0] * len(edges))
    return sheet
