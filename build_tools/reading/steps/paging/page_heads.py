"""The heads of the later pages of a letter, which say again what its own head says: reference, date, subject."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from string import digits
from typing import NamedTuple

from build_tools.data import data
from build_tools.draft import Draft, Line
from build_tools.dutch.dates import date_in
from build_tools.dutch.matching import squeezed
from build_tools.model import Reason
from build_tools.reading.steps.heads.head_labels import YOURS
from build_tools.reading.steps.heads.stray_values import is_code
from build_tools.reading.steps.margins.addresses import ADDRESS, STREET
from build_tools.reading.steps.margins.labels import is_name, is_unit, label_of, ministry_names, short_names
from build_tools.reading.steps.page_numbers import AMID, closes_page
from build_tools.reading.steps.paging.page_furniture import number_pages
from build_tools.reading.steps.pieces import GAP
from build_tools.reading.steps.taking_out import pages, take_out

STOPS = (".", ":", ";", "?", "!")
"""How a line of text ends that can be the last of its sentence."""

FIRST = (2, 3)
"""The number of the first page with a head: the head of the second can have come out elsewhere."""

SAID = ("date", "margin date", "subject", "margin subject", "margin ministry")
"""What the head of a letter states, beside its references, that later pages say again."""


class PageHeadParts(NamedTuple):
    """Whether a line holds a reference of the letter, how many other things that its head states, whether something
    that says by itself to be the number of a page, which number alone, whether labels; and whether anything else."""

    reference: bool
    stated: int
    paged: bool
    number: str
    labelled: bool
    more: bool

    @property
    def sure(self) -> bool:
        """Whether it heads a page wherever it stands: a letter does not say its own reference alone on a line, nor its
        date and subject together."""
        return self.paged or self.reference or self.stated > 1

    @property
    def says(self) -> bool:
        """Whether it holds what the head states, and nothing else."""
        return (self.reference or self.stated > 0) and not self.more


def take_out_page_heads(draft: Draft) -> Draft:
    """Take out the lines that hold nothing but what the head states: with a reference or the number of a page, above
    one, or at the edge of a page. The first line can be the letter's title."""
    references = longest_first(references_of(draft))
    stated = longest_first(stated_of(draft, references))
    found = dict.fromkeys(broken_subjects(draft), Reason.PAGE_FOOT)
    parts = [parts_of(line.text, references, stated) for line in draft.lines]
    counting = set(counting_heads(draft.lines, parts))
    numbered = False
    for at, line in enumerate(draft.lines):
        own = parts[at]
        above_number = is_lone_number(draft.lines, at + 1)
        edge = not own.number and at_edge(draft.lines, at, found)
        if at and own.says and not line.text.endswith(STOPS) and (own.sure or above_number or at in counting or edge):
            found |= dict.fromkeys((at, at + 1) if above_number else (at,), Reason.PAGE_FOOT)
            numbered |= own.paged or own.number != "" or above_number
    around = [*blocks_around(draft.lines, parts, found)]
    numbered |= any(parts[at].number for at in around)
    found |= dict.fromkeys(around, Reason.PAGE_FOOT)
    numbers = [] if numbered or not found else numbers_of_pages(draft.lines, sorted(found))
    return take_out(turning_above(draft, found), found | dict.fromkeys(numbers, Reason.PAGE_FOOT))


def blocks_around(lines: Sequence[Line], parts: Sequence[PageHeadParts], found: Collection[int]) -> Iterator[int]:
    """The lines that stand with a head on its page: labels without a value, what else it says, and the number of the
    page below it. `Datum   Kenmerk   Vervolgblad` / `27 mei 2004   VD. 2004/1836` / `2`."""
    for first in found:
        for step in (-1, 1):
            at = first + step
            while 0 < at < len(lines) and lines[at].page == lines[first].page and goes_with(lines[at], parts[at]):
                yield at
                at += step


def goes_with(line: Line, own: PageHeadParts) -> bool:
    """Whether a line beside the head of a page is part of it: labels alone, a thing that the head of the letter states,
    or the number of that page."""
    return not own.more and (own.labelled or own.says or own.number == str(line.page))


def counting_heads(lines: Sequence[Line], parts: Sequence[PageHeadParts]) -> Iterator[int]:
    """The lines with a number alone that is that of a page: it stands at an edge of the page with that number, or
    counts on from the one before it or to the next; in the row of a table it is an amount."""
    rows = [at for at, own in enumerate(parts) if own.says and own.number]
    values = [int(parts[at].number) for at in rows]
    joined = {n for n, (a, b) in enumerate(pairwise(values)) if b == a + 1}
    for n, at in enumerate(rows):
        counts = n in joined or n - 1 in joined
        if counts or (values[n] == lines[at].page and at_edge(lines, at, ())):
            yield at


def is_lone_number(lines: Sequence[Line], at: int) -> bool:
    """Whether a line holds only a number, with blank lines on both sides or at the end of all: no note follows it."""
    if at >= len(lines) or not lines[at].text.isdecimal() or not lines[at].blanks:
        return False
    return at + 1 == len(lines) or lines[at + 1].blanks > 0


def broken_subjects(draft: Draft) -> Iterator[int]:
    """The lines of a subject that its page was too narrow for, with its label: `Betreft: Sluizen aan 2` / `de kust`;
    with the number of the page also where the rest of it is gone."""
    subjects = {squeezed(line.value) for line in draft.head if line.states == "subject"}
    for at, (line, after) in enumerate(pairwise(draft.lines)):
        first = squeezed(line.text)
        label = next((label for label in map(squeezed, data("margin")["subjects"]) if first.startswith(label)), "")
        begins = first.removeprefix(label).lstrip(":").rstrip(digits)
        if not label or not begins:
            continue
        if begins + squeezed(after.text) in subjects:
            yield from (at, at + 1)
        elif first[-1].isdecimal() and any(subject.startswith(begins) for subject in subjects):
            yield at


def numbers_of_pages(lines: Sequence[Line], heads: Sequence[int]) -> list[int]:
    """The numbers of the pages that these lines head, where each of these has one alone at its end or below its head,
    and they count on; with that of the page above the first head, if it counts there as well."""
    headed = pairwise([0, *(at for at in heads if at - 1 not in heads), len(lines)])
    first, *others = (number_at_edge(lines, range(*page)) for page in headed)
    found = [at for at in others if at is not None]
    values = [int(lines[at].text) for at in found]
    if len(found) < len(others) or values != list(range(values[0], values[0] + len(values))) or values[0] not in FIRST:
        return []
    counted = first is not None and int(lines[first].text) == values[0] - 1 > 1
    return [first, *found] if counted and first is not None else found


def number_at_edge(lines: Sequence[Line], page: range) -> int | None:
    """The line at the end of a page, or below its head, that holds only a number."""
    return next((at for at in (page.stop - 1, page.start + 1) if at in page and lines[at].text.isdecimal()), None)


def turning_above(draft: Draft, heads: Container[int]) -> Draft:
    """The draft with its pages counted anew: one begins with its head, also where no form feed tells."""
    lines = draft.lines
    before = {at - 1 for at in range(len(lines)) if at in heads and at - 1 not in heads}
    paged = number_pages(lines, before)
    now = {line.page: after.page for line, after in zip(lines, paged, strict=True)}
    printed = tuple((now[page], number) for page, number in draft.printed_pages if page in now)
    return replace(draft, lines=paged, printed_pages=printed)


def references_of(draft: Draft) -> Iterator[str]:
    """What the head and the margin give as references of the letter itself, squeezed; the other side's can stand in its
    text."""
    yield from (squeezed(line.value) for line in draft.head if line.states == "reference")
    theirs: list[bool] = []
    for cut in draft.taken:
        parts = GAP.split(draft.source.text[cut.start : cut.end].strip())
        labels = [label_of(part) for part in parts]
        if any(labels):
            theirs = [label is not None and label[0].startswith(YOURS) for label in labels]
        beside = len(theirs) == len(parts)
        others = theirs if beside else [any(theirs)] * len(parts)
        values = [label[1] if label else part for label, part in zip(labels, parts, strict=True)]
        if cut.reason in (Reason.HEAD, Reason.MARGIN):
            own = (value for value, other in zip(values, others, strict=True) if not other)
            yield from (squeezed(value) for value in own if is_reference(value))
        theirs = theirs if any(labels) else []


def is_reference(value: str) -> bool:
    """Whether a text can be what a letter is filed under: a code with a digit, and no street, address or date."""
    coded = is_code(value) and re.search(r"\d", value) is not None
    return coded and not (ADDRESS.fullmatch(value) or STREET.fullmatch(value) or date_in(value))


def stated_of(draft: Draft, references: Sequence[str]) -> Iterator[str]:
    """What else heads of later pages say: date and subject as the head states them, and the ministry that it names; of
    a head that names none, the only one with which pages or lines with a reference begin, and of one that does, how
    that is shortened; and who else stands before a reference."""
    yield from (squeezed(line.value) for line in draft.head if line.states in SAID)
    named = any(line.states == "margin ministry" for line in draft.head)
    edges = [draft.lines[at].text for page in pages(draft.lines) for at in {page[0], page[-1]}]
    beside = [line.text for line in draft.lines if any(own in squeezed(line.text) for own in references)]
    yield from ministry_in([*edges, *beside], short_names() if named else ministry_names())
    yield from senders_in(beside)


def ministry_in(texts: Sequence[str], names: Collection[str]) -> list[str]:
    """The ministry with which texts begin, where it is one."""
    opened = (squeezed(text) for text in texts if text.startswith("Ministerie"))
    named = {max(filter(text.startswith, names), key=len, default="") for text in opened} - {""}
    return list(named) if len(named) == 1 else []


def senders_in(texts: Sequence[str]) -> Iterator[str]:
    """How a ministry is shortened with which texts begin, or the unit of one before white space: `VROM DGW 31021337`,
    `Directie Visserij   VIS 31/2214`."""
    for text in texts:
        word, first = text.split()[0], GAP.split(text)[0]
        if word in data("ministries")["short"]:
            yield squeezed(word)
        elif is_unit(first) and is_name(first):
            yield squeezed(first)


@cache
def labels() -> tuple[str, ...]:
    """What stands before such things, and says nothing by itself."""
    margin = data("margin")
    return longest_first(map(squeezed, (*margin["labels"], *margin["subjects"], *margin["pages"])))


@cache
def labels_of_letters() -> tuple[str, ...]:
    """Those of a letter's date and references and of its page: alone on a line they head nothing."""
    kinds = data("margin")["labels"]
    own = (label for label, kind in kinds.items() if kind in ("date", "code"))
    return longest_first(map(squeezed, (*own, *data("margin")["pages"])))


def longest_first(known: Iterable[str]) -> tuple[str, ...]:
    """Each once, so that none is taken out of a longer one."""
    return tuple(sorted(set(known), key=len, reverse=True))


def parts_of(text: str, references: Sequence[str], stated: Sequence[str]) -> PageHeadParts:
    """What a line holds."""
    whole = squeezed(text)
    unreferred = without(whole, references)
    unstated = without(unreferred, stated)
    said = sum(part in unreferred for part in stated)
    bare = without(unstated, labels())
    rest = AMID.sub("", bare)
    numbers = [match.groupdict() for match in AMID.finditer(bare)]
    paged = any(match["worded"] for match in numbers)
    number = "" if paged else next((match["bare"] for match in numbers), "")
    labelled = not without(whole, labels_of_letters()).strip(" :")
    return PageHeadParts(unreferred != whole, said, paged, number, labelled, re.search(r"\w", rest) is not None)


def without(text: str, known: Iterable[str]) -> str:
    """A text without what is known of it, given the longest first."""
    for part in known:
        text = text.replace(part, " ")
    return text


def at_edge(lines: Sequence[Line], at: int, found: Container[int]) -> bool:
    """Whether a page turns or something was taken out beside a line, or beside the head's line above it; the last line
    of all stands there as well."""
    below = closes_page(lines, at) or lines[at + 1].turn
    return lines[at].turn or below or at - 1 in found
