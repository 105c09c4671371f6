"""Numbers of pages that stand alone at the end of every page, also where a margin came out behind them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from build_tools.draft import Draft, Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.steps.taking_out import pages, take_out

APART = 2
"""Blank lines above the number of the only page, at the least, and above numbers where no sign of a page's end tells
pages apart: above that of one of several, or of the only one whose end a sign tells, one is enough."""

PAGE_END = "\f"
"""The sign by which tools end a page, the last one too."""

SHORT_PAGE = 12
"""Lines of a page of which another one follows, at the least: headings and notes stand closer to each other."""


def take_out_last_numbers(draft: Draft) -> Draft:
    """Take out the last line of each page, where they are the numbers of the pages from 1 on and stand apart, below a
    blank line or above things of a margin; or where one of them is surely not the number of a note above it."""
    found = pages(draft.lines)
    if not draft.lines:
        return draft
    if len(found) == 1 and (numbers := numbers_unparted(draft.lines)):
        return take_out(draft, dict.fromkeys(numbers, Reason.PAGE_FOOT))
    if counts_on(draft, found[-1]):
        return take_out(draft, {len(draft.lines) - 1: Reason.PAGE_FOOT})
    first = draft.lines[found[0][-1]]
    if (later := below_later_pages(draft.lines, found[1:])) and not (first.text == "1" and first.blanks >= APART):
        return take_out(draft, dict.fromkeys(later, Reason.PAGE_FOOT))
    last = [page[-1] for page in found]
    if earlier := below_earlier_pages(draft.lines, found[:-1]):
        return take_out(draft, dict.fromkeys(earlier, Reason.PAGE_FOOT))
    if [draft.lines[at].text for at in last] != [str(n) for n in range(1, len(found) + 1)]:
        return draft
    ends = PAGE_END in draft.source.text[draft.lines[-1].end :] and not calls(draft.lines, found[-1])
    least = 1 if len(found) > 1 or ends else APART
    apart = all(draft.lines[at].blanks >= least or above_margin(draft, at) for at in last)
    if not apart and not any(is_no_note(draft.lines, page) for page in found):
        return draft
    return take_out(draft, dict.fromkeys(last, Reason.PAGE_FOOT))


def numbers_unparted(lines: Sequence[Line]) -> list[int]:
    """The numbers of pages that no sign of a page's end parts."""
    return far_apart(lines) or from_second_page(lines) or from_first_page(lines)


def far_apart(lines: Sequence[Line]) -> list[int]:
    """The numbers of pages that no sign of a page's end parts: the numbers alone on their lines that stand far below
    others, count from 1, and end with the last line of all."""
    found = [at for at, line in enumerate(lines) if line.text.isdecimal() and line.blanks >= APART]
    counts = [lines[at].text for at in found] == [str(n) for n in range(1, len(found) + 1)]
    return found if counts and len(found) > 1 and found[-1] == len(lines) - 1 else []


def from_second_page(lines: Sequence[Line]) -> list[int]:
    """The numbers of pages that nothing parts, of which the first has none, where no blank line shows either: all
    numbers alone on their lines count from 2 up to the last line of all, and a page can stand above each."""
    found = [at for at, line in enumerate(lines) if line.text.isdecimal()]
    counts = [lines[at].text for at in found] == [str(n) for n in range(2, len(found) + 2)]
    paged = all(below - above > SHORT_PAGE for above, below in pairwise([-1, *found]))
    return found if counts and len(found) > 1 and paged and found[-1] == len(lines) - 1 else []


def from_first_page(lines: Sequence[Line]) -> list[int]:
    """The same, where all numbers alone between white space count from 1 up to the last line of all, and a page can
    stand above each but the last that calls no such note."""
    found = [at for at, line in enumerate(lines) if line.text.isdecimal() and is_between_spaces(lines, at)]
    counts = [lines[at].text for at in found] == [str(n) for n in range(1, len(found) + 1)]
    if not counts or len(found) < 2 or found[-1] != len(lines) - 1:
        return []
    pages_above = [range(above + 1, at + 1) for above, at in pairwise([-1, *found])]
    return found if all(len(page) > SHORT_PAGE and not calls(lines, page) for page in pages_above[:-1]) else []


def is_between_spaces(lines: Sequence[Line], at: int) -> bool:
    """Whether white space stands above a line and, where another one follows, below it."""
    return lines[at].blanks > 0 and (at + 1 == len(lines) or lines[at + 1].blanks > 0)


def below_later_pages(lines: Sequence[Line], later: Sequence[range]) -> list[int]:
    """The numbers of pages of which the first has none: each of the others ends far below its text with its own, and
    nothing there calls such a note."""
    last = [page[-1] for page in later]
    counts = [lines[at].text for at in last] == [str(n) for n in range(2, len(later) + 2)]
    return last if counts and all(lines[page[-1]].blanks >= APART and not calls(lines, page) for page in later) else []


def below_earlier_pages(lines: Sequence[Line], earlier: Sequence[range]) -> list[int]:
    """The numbers of several pages of which the last one, that of the signature, has none: each of the others ends with
    its own, below white space, and nothing there calls such a note."""
    last = [page[-1] for page in earlier]
    counts = len(last) > 1 and [lines[at].text for at in last] == [str(n) for n in range(1, len(last) + 1)]
    own = counts and not lines[-1].text.isdecimal()
    return last if own and all(lines[page[-1]].blanks and not calls(lines, page) for page in earlier) else []


def counts_on(draft: Draft, page: range) -> bool:
    """Whether the last line of all is the number of the last page: it counts on from the one that was taken out last,
    stands apart and is not that of a note above it."""
    last = draft.lines[-1]
    feet = [draft.source.text[cut.start : cut.end].strip() for cut in draft.taken if cut.reason is Reason.PAGE_FOOT]
    numbers = [int(text) for text in feet if text.isdecimal()]
    counted = last.text.isdecimal() and last.blanks > 0 and numbers[-1:] == [int(last.text) - 1]
    return counted and (is_no_note(draft.lines, page) or not calls(draft.lines, page))


def is_no_note(lines: Sequence[Line], page: range) -> bool:
    """Whether the number that a page ends with is not that of a note, which can stand below its text: the page has that
    note elsewhere; or, before or behind another page, what stands above the number is not ended, and nothing on the
    page calls such a note."""
    *above, number = (lines[at].text for at in page)
    has_note = any(re.match(rf"[\[(]?{number}[.\])]? \S", text) for text in above)
    several = len(page) < len(lines)
    return has_note or (several and bool(above) and ENDED.fullmatch(above[-1]) is None and not calls(lines, page))


def calls(lines: Sequence[Line], page: range) -> bool:
    """Whether anything on a page can call the note whose number it ends with."""
    *above, number = (lines[at].text for at in page)
    return any(re.search(rf"[^\W\d_][.,;»”’)]?{number}(?!\d)", text) for text in above)


def above_margin(draft: Draft, at: int) -> bool:
    """Whether a margin was taken out between a line and the next one."""
    end = draft.lines[at + 1].start if at + 1 < len(draft.lines) else len(draft.source.text)
    behind = range(draft.lines[at].end, end)
    return any(cut.reason is Reason.MARGIN and cut.start in behind for cut in draft.taken)
