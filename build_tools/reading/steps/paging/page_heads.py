"""The heads of the later pages of a letter, which say again what its own head says: reference, date, subject."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from build_tools.data import data
from build_tools.draft import Draft, Line
from build_tools.dutch.matching import squeezed
from build_tools.model import Reason
from build_tools.reading.steps.margin_labels import label_of, ministry_names
from build_tools.reading.steps.page_numbers import AMID
from build_tools.reading.steps.paging.page_furniture import number_pages
from build_tools.reading.steps.stray_values import is_code
from build_tools.reading.steps.taking_out import take_out

STOPS = (".", ":", ";", "?", "!")
"""How a line of text ends that can be the last of its sentence."""

SAID = ("date", "margin date", "subject")
"""What the head of a letter states, beside its references, that later pages say again."""


class PageHeadParts(NamedTuple):
    """Whether a line holds a reference of the letter, other things that its head states, the number of a page; and
    whether anything else."""

    reference: bool
    stated: bool
    number: bool
    more: bool


def take_out_page_heads(draft: Draft) -> Draft:
    """Take out the lines that hold nothing but what the head states: with the number of a page, at the edge of a page,
    or a reference within a sentence that goes on below it. The first line can be the letter's title."""
    references, stated = set(references_of(draft)), set(stated_of(draft))
    found: dict[int, Reason] = {}
    for at, line in enumerate(draft.lines):
        parts = parts_of(line.text, references, stated)
        says = parts.reference or parts.stated
        placed = parts.number or at_edge(draft.lines, at, found) or (parts.reference and interrupts(draft.lines, at))
        if at and says and placed and not (parts.more or line.text.endswith(STOPS)):
            found[at] = Reason.PAGE_FOOT
    return take_out(turning_above(draft, found), found)


def turning_above(draft: Draft, heads: Container[int]) -> Draft:
    """The draft with its pages counted anew: one begins with its head, also where no form feed tells."""
    lines = draft.lines
    before = {at - 1 for at in range(len(lines)) if at in heads and at - 1 not in heads}
    paged = number_pages(lines, before)
    now = {line.page: after.page for line, after in zip(lines, paged, strict=True)}
    printed = tuple((now[page], number) for page, number in draft.printed_pages if page in now)
    return replace(draft, lines=paged, printed_pages=printed)


def references_of(draft: Draft) -> Iterator[str]:
    """What the head and the margin give as references, squeezed."""
    for cut in draft.taken:
        text = draft.source.text[cut.start : cut.end].strip()
        label = label_of(text)
        value = label[1] if label else text
        if cut.reason in (Reason.HEAD, Reason.MARGIN) and is_code(value) and re.search(r"\d", value):
            yield squeezed(value)


def stated_of(draft: Draft) -> Iterator[str]:
    """What else heads of later pages say: the ministry, and the date and the subject that the head states."""
    yield from (squeezed(line.value) for line in draft.head if line.states in SAID)
    yield from ministry_names()


def labels() -> Iterator[str]:
    """What stands before such things, and says nothing by itself."""
    return map(squeezed, (*data("margin")["labels"], *data("margin")["subjects"]))


def parts_of(text: str, references: Set[str], stated: Set[str]) -> PageHeadParts:
    """What a line holds."""
    whole = squeezed(text)
    unreferred = without(whole, references)
    unstated = without(unreferred, stated)
    bare = without(unstated, labels())
    rest = AMID.sub("", bare)
    return PageHeadParts(unreferred != whole, unstated != unreferred, rest != bare, re.search(r"\w", rest) is not None)


def without(text: str, known: Iterable[str]) -> str:
    """A text without what is known of it, the longest first."""
    for part in sorted(known, key=len, reverse=True):
        text = text.replace(part, " ")
    return text


def interrupts(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands within a sentence that goes on below it."""
    return 0 < at < len(lines) - 1 and not lines[at - 1].text.endswith(STOPS) and lines[at + 1].text[0].islower()


def at_edge(lines: Sequence[Line], at: int, found: Iterable[int]) -> bool:
    """Whether a page turns or something was taken out beside a line, or beside the head's line above it."""
    below = at + 1 < len(lines) and (lines[at + 1].turn or lines[at + 1].page != lines[at].page)
    return lines[at].turn or below or at - 1 in set(found)
