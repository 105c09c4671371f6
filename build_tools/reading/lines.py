"""A source as lines: where each stands, what white space is around it, where pages turn.

After this stage every non-space character of the source is in exactly one line, or in a mark by which mail quotes it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from statistics import median

from build_tools.draft import Document, Draft, Line
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.mail.quoting import unquoted

FORM_FEED = "\f"
UNWRAPPED_LENGTH = 160
"""Lines longer than a page is wide are whole paragraphs: text that was never set on a page."""

MOSTLY = 0.5
"""A text is unwrapped where more than this part of its characters stands in such lines: one long line (a row of a
table, a list of addresses) says nothing of the others."""

RUNNING = 0.1
"""The part of the lines of more than a few words over whose end a sentence runs on, at the least, in a text that has
long lines (where a tool joined broken words, two in one) and is still set on pages: there one in six does or more.
Cells and signs of lists, each on a line, tell nothing, nor do lines of a letterhead, not half as long as most."""

FLUSH = 0.8
"""The part of the lines that stand at the margin where one odd space is the rest of a form feed (in kst-32824-1 all
but the first lines of pages do); in a text with less, an indent of one column is how it was set."""

SHORTEST_PAGE = 10
"""Lines of a page at the least: where odd spaces stand closer, they are what is left of the marks of items."""

RAISED_AT_END = re.compile(r"[^\W\d_][.,;:?!)»”’]{0,2}[1-9]\d{0,2}$")
"""`gepubliceerd.2` at a line's end: an extraction can begin a new line behind the raised number, with the space that
follows it; that is no form feed."""

FEW_WORDS = 3
"""Words that a line of running text has more than: below a shorter one, as in a table, a small letter runs on in
nothing."""

NEARLY_ALL = 0.9
"""The part of the lines that have a blank line before them where an extraction puts one after every line (in
brief-donner-2011 all); an ordinary letter has them between paragraphs."""


SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces of other widths, and those that keep a line together: how a text was set, which no word depends on. `32 824`
and `30 september 2025` are often printed with one."""


def draft_of(document: Document) -> Draft:
    """The document with all its lines, nothing taken out yet; every space in them is a plain one."""
    if document.lines:
        own = tuple(replace(line, text=SPACES.sub(" ", line.text)) for line in document.lines)
        return Draft(document.source, own, wrapped=document.wrapped)
    bare, marks = unquoted(list(source_lines(document.source.text)))
    lines = list(without_false_blanks(page_turns(bare)))
    return Draft(document.source, tuple(lines), tuple(marks), wrapped=is_wrapped(lines))


def source_lines(text: str) -> Iterator[Line]:
    """The lines that have text, with the white space around them told but not kept."""
    at, blanks, page = 0, 0, 1
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count(FORM_FEED)
        body = raw.strip()
        if body:
            lead = raw[: len(raw) - len(raw.lstrip())]
            indent = len(lead.rpartition(FORM_FEED)[2].expandtabs())
            spaced = len(raw) - len(raw.rstrip())
            start = at + len(lead)
            yield Line(number, start, SPACES.sub(" ", body), indent, blanks, FORM_FEED in lead, spaced, page)
            blanks = 0
        else:
            blanks += 1
        at += len(raw) + 1


def page_turns(lines: Iterable[Line]) -> Iterator[Line]:
    """Where a form feed was lost on the way, one odd leading space is what is left of it."""
    found = list(lines)
    turning = lost_turns(found)
    page = 1
    for at, line in enumerate(found):
        page += at in turning and at > 0
        paged = replace(line, page=page) if turning else line
        yield replace(paged, indent=0, turn=True) if at in turning else paged


def lost_turns(lines: Sequence[Line]) -> Set[int]:
    """The lines that begin a page whose form feed was lost: pages apart, in a text that has no other indents."""
    indents = Counter(line.indent for line in lines)
    if not indents[1] or indents[0] <= FLUSH * len(lines) or any(line.turn for line in lines):
        return frozenset()
    odd = [at for at, line in enumerate(lines) if line.indent == 1]
    turning = [at for at in odd if not (at and RAISED_AT_END.search(lines[at - 1].text))]
    far = all(after - before >= SHORTEST_PAGE for before, after in pairwise(turning))
    return frozenset(turning) if far else frozenset()


def without_false_blanks(lines: Iterable[Line]) -> Iterator[Line]:
    """Some extractions put a blank line after every line; only what exceeds that parts paragraphs."""
    found = list(lines)
    every_line = is_wrapped(found) and has_false_blanks(found)
    for line in found:
        yield replace(line, blanks=line.blanks - 1) if every_line and line.blanks else line


def has_false_blanks(lines: list[Line]) -> bool:
    """Blank lines stand nearly everywhere, also before lines that run on in small letters, which items do not."""
    gaps = [line.blanks > 0 for line in lines[1:] if not line.turn]
    runs_on = [
        line.blanks > 0
        for before, line in pairwise(lines)
        if line.text[0].islower() and not (line.turn or bullet_of(line.text)) and len(before.text.split()) > FEW_WORDS
    ]
    return sum(gaps) > NEARLY_ALL * len(gaps) and sum(runs_on) > NEARLY_ALL * len(runs_on) > 0


def is_wrapped(lines: list[Line]) -> bool:
    """Whether the lines are those of a page, not whole paragraphs."""
    characters = sum(len(line.text) for line in lines)
    long = sum(len(line.text) for line in lines if len(line.text) > UNWRAPPED_LENGTH)
    worded = [len(line.text) for line in lines if len(line.text.split()) > FEW_WORDS]
    full = MOSTLY * median(worded or [0])
    running = sum(len(before.text) > full and runs_on(before, line) for before, line in pairwise(lines))
    return long < MOSTLY * characters and (not long or running > RUNNING * len(worded))


def runs_on(before: Line, line: Line) -> bool:
    """Whether a sentence goes on over the end of a line: in a small letter, behind no sign."""
    return line.text[0].islower() and before.text[-1].isalpha() and len(before.text.split()) > FEW_WORDS
