"""Where a text of a tree goes on in the next one: over the end of a page, in the same line, after a break by hand."""

from build_tools.model import Kind
from build_tools.sources.readers.pdf.marks import mark_of
from build_tools.sources.readers.pdf.measure import Measure
from build_tools.sources.readers.pdf.page.columns import same_line
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.paragraphs import ENDED, broken_by_hand, in_one_heading, leaves_item, runs_over
from build_tools.sources.readers.pdf.signing import OFFICE


def continues(before: Typeset, one: Typeset, measure: Measure, splits: bool) -> bool:
    """Whether a paragraph or item goes on in the next one, on the next page or in the next column.

    Where the tree never holds a paragraph of two pages as one (`splits`), also one whose last line ends a sentence.
    """
    texts = (Kind.PARAGRAPH, Kind.ITEM)
    page, base = before.last.page, before.last.base
    next_page = one.first.page == page + 1
    next_column = one.first.page == page and one.first.base < base - 2 * one.first.size
    if before.kind not in texts or one.kind not in texts or one.mark or OFFICE.match(one.text):
        return False
    if begins_item(before, one):
        return False
    ended = ENDED.fullmatch(before.text) is not None
    if next_line(before, one) or goes_on_below(before, one, ended, measure):
        return True
    if not (next_page or next_column):
        return False
    goes_on = not ended and one.text[:1].islower()
    left = ended and leaves_item(before.rows, before.mark, one.first, measure)
    return (splits or goes_on) and not left and runs_over(before.last, one.first, ended, measure)


def begins_item(before: Typeset, one: Typeset) -> bool:
    """Whether a text begins with the first mark of a list or with the next one: it is no rest of what stands before."""
    last, mark = mark_of(before.first), mark_of(one.first)
    if mark is None or not mark.kept:
        return False
    ended = mark.value == 1 and ENDED.fullmatch(before.text) is not None
    return ended or (last is not None and (last.style, last.value + 1) == (mark.style, mark.value))


def next_line(before: Typeset, one: Typeset) -> bool:
    """Whether a text goes on in the line that the one before it ends in."""
    return same_line(before.last, one.first)


def goes_on_below(before: Typeset, one: Typeset, ended: bool, measure: Measure) -> bool:
    """Whether a text or a heading goes on in the next paragraph: who wrote it broke its line by hand."""
    last, first = before.last, one.first
    if last.page != first.page or not first.text[:1].islower():
        return False
    return in_one_heading(last, first, ended, measure) or broken_by_hand(last, first, measure)
