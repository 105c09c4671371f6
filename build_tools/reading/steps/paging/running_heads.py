"""Running heads and feet: what returns at the edge of most pages, and numbers that count these."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from build_tools.draft import Draft, Line
from build_tools.dutch.matching import squeezed
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import ASKED
from build_tools.reading.steps.taking_out import pages, take_out

LONE_NUMBER = re.compile(r"[-–]? ?(\d{1,3}) ?[-–]?")
"""A page number alone on its line: `12`, `- 12 -`."""

EDGE = 2
"""Lines at the top and at the foot of a page among which what returns is sought: a head and a number below it."""

MOST_EDGE = 6
"""The same where as many return: a margin above each page, with a department and references below it."""

LEAST_CODE = 6
"""Digits of the number of a letter at the least: fewer are a year, a page, the number of an item."""

LEAST_PAGES = 3
"""Pages on which a line must return, or a number count up, to be furniture: on two it can by chance."""

MOST_PAGES = 0.6
"""The part of the pages on which it must return: left and right pages may differ a little, first and last lack it."""

SHORT_PAGE = 6
"""A document whose pages all have no more lines shows no heads that return: its text can be the same on each."""


def take_out_running_heads(draft: Draft) -> Draft:
    """Take out lines that return, letter for letter, at the edge of most pages; and bare page numbers there."""
    found = pages(draft.lines)
    if len(found) < LEAST_PAGES or max(map(len, found)) <= SHORT_PAGE:
        return draft
    taken: dict[int, Reason] = {}
    for deep in range(EDGE, MOST_EDGE + 1):
        known, taken = taken, dict.fromkeys(returning(draft.lines, found, deep), Reason.PAGE_FOOT)
        if len(known) == len(taken):
            break
    numbers = () if draft.printed_pages else bare_numbers(draft.lines, found)
    return take_out(draft, taken | dict(numbers))


def returning(lines: Sequence[Line], found: Sequence[range], deep: int) -> list[int]:
    """The lines that return among so many at the top and at the foot of most pages. What has no letters can be the mark
    of an item, but for the number under which a letter is filed; what heads questions and answers is text."""
    edges = [set(page[:deep]) | set(page[-deep:]) for page in found]
    count = Counter(squeezed(lines[at].text) for edge in edges for at in edge if not ASKED.fullmatch(lines[at].text))
    least = max(LEAST_PAGES, MOST_PAGES * len(found))
    worded = {text: n for text, n in count.items() if tells(text) and text[-1] not in ".,;:"}
    often = {text for text, n in worded.items() if n >= least}
    return [at for page in found for at in at_edges(page, deep, lambda at: squeezed(lines[at].text) in often)]


def tells(text: str) -> bool:
    """Whether a text says something by itself: a word, or a long number."""
    return any(map(str.isalpha, text)) or (text.isdecimal() and len(text) >= LEAST_CODE)


def at_edges(page: range, deep: int, returns: Callable[[int], bool]) -> set[int]:
    """The lines of a page that return next to its edges, and further on those that join them without another between: a
    date within a margin is not torn out of it."""
    near = {at for at in {*page[:EDGE], *page[-EDGE:]} if returns(at)}
    joined = (takewhile(returns, edge) for edge in (page[:deep], page[::-1][:deep]))
    return near.union(*joined)


def bare_numbers(lines: Sequence[Line], found: Sequence[range]) -> Iterator[tuple[int, Reason]]:
    """Numbers alone at the end (or the beginning) of all pages but the first that count up by one."""
    for position in (-1, 0):
        edge = [page[position] for page in found]
        numbers = [LONE_NUMBER.fullmatch(lines[index].text) for index in edge]
        values = [int(match[1]) if match else None for match in numbers]
        counts_up = all(a is not None and b == a + 1 for a, b in pairwise(values[1:]))
        if counts_up and len(values) >= LEAST_PAGES:
            yield from ((i, Reason.PAGE_FOOT) for i, value in zip(edge, values, strict=True) if value is not None)
