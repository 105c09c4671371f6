"""A margin that a tool wrote behind the foot of its page: nothing of the text stands between `Pagina 1 van 3` and the
page's end.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from build_tools.data import data
from build_tools.draft import Cut, Draft, Line
from build_tools.model import Reason
from build_tools.reading.steps.margin_column import has_margin, is_text, stated_in_margin
from build_tools.reading.steps.margin_labels import is_letters_own, thing_ends
from build_tools.reading.steps.margins.addresses import NARROW
from build_tools.reading.steps.margins.labels import label_of
from build_tools.reading.steps.page_numbers import is_page_number
from build_tools.reading.steps.paging.last_numbers import PAGE_END
from build_tools.reading.steps.taking_out import take_out

LAST_PAGE = re.compile(r"\b(?P<number>\d{1,3}) ?(?:van|/) ?(?P=number)\s*$")
"""`Pagina 3 van 3`."""

MOST = 30
"""Lines of a margin at the most: a page with more has its text behind the foot."""


def take_out_behind_feet(draft: Draft) -> Draft:
    """Take out what stands behind the foot of each page, as a whole, where all of it can be a margin."""
    source = draft.source.text
    feet = [
        cut for cut in draft.taken if cut.reason is Reason.PAGE_FOOT and is_page_number(source[cut.start : cut.end])
    ]
    if not feet or not has_margin(draft):
        return draft
    found: list[range] = []
    for foot in feet:
        end = page_end(source, foot)
        first, stop = (bisect_left(draft.lines, place, key=lambda line: line.start) for place in (foot.end, end))
        annexed = end == len(source) and first < stop and heads_annex(draft.lines[first].text)
        if end >= 0 and 0 < stop - first <= MOST and not annexed and can_be_margin(draft.lines[first:stop]):
            found.append(range(first, stop))
    head = [line for block in found for line in stated_in_margin(draft.lines[block.start : block.stop])]
    return take_out(draft, {at: Reason.MARGIN for block in found for at in block}, head)


def page_end(source: str, foot: Cut) -> int:
    """Where the page ends that a foot closes: at its form feed, or where it says to be the last one, with the source;
    -1 where nothing tells."""
    end = source.find(PAGE_END, foot.end)
    return len(source) if end < 0 and LAST_PAGE.search(source[foot.start : foot.end]) else end


def heads_annex(text: str) -> bool:
    """Whether a line heads an annex, or labels how many there are: right behind the last page's foot it can be text."""
    label = label_of(text)
    return label is not None and data("margin")["labels"][label[0]] == "count"


def can_be_margin(lines: Sequence[Line]) -> bool:
    """Whether lines hold a thing of a margin, or the label of one, and none is surely of the text; below the label of
    annexes these can be counted."""
    counted = False
    for line in lines:
        label = label_of(line.text)
        counted = counted or (label is not None and not label[1] and data("margin")["labels"][label[0]] == "count")
        sure = is_letters_own(line.text) or (is_text(line.text) and not (counted and line.text[0].isdecimal()))
        if len(line.text) > NARROW or sure:
            return False
    return counted or any(end > at for at, end in enumerate(thing_ends(lines)))
