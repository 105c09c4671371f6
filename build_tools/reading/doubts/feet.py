"""Doubts about feet and heads of pages: words, and lines, that may be no part of the text that they stand in."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from build_tools.dutch.matching import any_of
from build_tools.model import Doubt, DoubtKind
from build_tools.reading.blocks.classify import LABELLED
from build_tools.reading.blocks.typesetting import ENDED
from build_tools.reading.doubts.around_text import COPIED
from build_tools.reading.doubts.evidence import Evidence, doubted
from build_tools.reading.steps.paging.web_page import is_common, may_be_below

FOOT_WORDS = any_of([
    r"vergaderjaar \d{4}[-–]\d{4}, [\d ]{5,7}[^.;]{0,12}, nr\. ?\d+ \d{1,3}\b",  # … 32 824, nr. 448 3: with its page
    r"\b(?:[Pp]agina|[Bb]ladzijde|[Bb]lz\.|[Pp]\.) ?\d{1,3} (?:van|/) ?\d{1,3}\b",
    r"\bISSN \d{4} ?- ?\d{3}[\dX]\b",
    r"(?<![/\[])\bkst-\d{5,7}[-\d]*+(?! ?,| ?\)|\.html|\])",  # not in an address
])  # fmt: skip
"""Words that only the foot or head of a page says."""

LAST_NUMBER = re.compile(r"\d{1,3}")
"""The number of a page alone on its line."""

RETURNS = 2
"""A line that stands at the edge of so many pages, but for its digits, is hardly text."""

INSERTED, SHORT_PART = 45, 0.6
"""A line between two of one sentence that was ended on purpose: at most so many characters, and so much of the line
before it. Lines of running text are full but for the last."""

FOLIO, FOLIO_PART = re.compile(r"\D.*\s\d{1,4}"), 0.9
"""A line that ends in a number, as the feet of pages do, and how much of the line before it such a one may fill."""


def feet_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Words of a page's foot inside a text, and lines that return at the edges of pages."""
    yield from doubted(evidence, DoubtKind.FOOT_IN_TEXT, FOOT_WORDS)
    yield from _returning(evidence)
    yield from _inserted(evidence)
    yield from _doubled(evidence)
    yield from _last_number(evidence)
    yield from _links_below(evidence)


def _doubled(evidence: Evidence) -> Iterator[Doubt]:
    """A line that stands there twice in a row, as at the turn of a page that some tools print once more."""
    for before, line in pairwise(evidence.cleaned.lines):
        if line.plain == before.plain and len(line.plain) > INSERTED:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def _last_number(evidence: Evidence) -> Iterator[Doubt]:
    """A number alone as the very last line: that of the only page, where it is no value of the line before it."""
    last = evidence.cleaned.lines[-1:]
    for line in last:
        if LAST_NUMBER.fullmatch(line.plain) and not line.given and evidence.raw.lines[-1].number == line.number:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def _links_below(evidence: Evidence) -> Iterator[Doubt]:
    """What a site can have below a paper, and the paper itself too: `Bijlagen`, with names below it to the end."""
    if evidence.letter.layout != COPIED:
        return
    for line in takewhile(lambda line: may_be_below(line.plain), reversed(evidence.cleaned.lines)):
        if is_common(line.plain):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def _inserted(evidence: Evidence) -> Iterator[Doubt]:
    """Short lines with a capital amid a sentence: behind a full line, before one that goes on in small letters."""
    lines = evidence.cleaned.lines
    if not evidence.cleaned.wrapped:
        return
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        full = len(before.plain) > INSERTED and not ENDED.fullmatch(before.plain)
        longest = FOLIO_PART if FOLIO.fullmatch(line.plain) else min(SHORT_PART, INSERTED / max(1, len(before.plain)))
        short = len(line.plain) <= longest * len(before.plain) and line.plain[:1].isupper()
        raised = before.marks or line.marks or ENDED.fullmatch(line.plain)
        if full and short and after.plain[:1].islower() and not raised and not line.heading:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def _returning(evidence: Evidence) -> Iterator[Doubt]:
    lines = evidence.cleaned.lines
    edges = [
        line
        for index, line in enumerate(lines)
        if (line.turn and index) or (index + 1 < len(lines) and lines[index + 1].page != line.page)
    ]
    shapes = Counter(_shape(line.plain) for line in edges)
    for line in edges:
        shape = _shape(line.plain)
        text = ENDED.fullmatch(line.plain) or line.plain.endswith(",") or LABELLED.fullmatch(line.plain)
        if shapes[shape] >= RETURNS and len(shape) > 3 and not text:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def _shape(text: str) -> str:
    """A line but for its digits and spaces."""
    return re.sub(r"[\d\s]+", "", text).lower()
