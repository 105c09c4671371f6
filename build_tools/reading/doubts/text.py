"""Doubts about the running text: what may be no part of it, where it breaks off, words in pieces, unknown signs."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import takewhile

from build_tools.data import data
from build_tools.dutch.matching import any_of
from build_tools.dutch.word_list import is_sentence_part
from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.blocks.classify import LABELLED
from build_tools.reading.blocks.typesetting import ENDED
from build_tools.reading.doubts.around_text import COPIED
from build_tools.reading.doubts.evidence import Evidence, around
from build_tools.reading.steps.web_page import is_common, may_be_below

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

BROKEN = re.compile(r"\b(?P<first>[a-zà-ÿ]{3,}) (?P<rest>[b-df-hj-mp-tv-xz]|n)\b(?![.’'])(?= |$|[,;])")
"""`uit te voere n`, `behandele n`: one letter, no vowel, on its own behind a word in small letters."""

LONG_WORD = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ]?[a-zà-ÿ]{11,}+(?![\w’'-])")
"""A word of twelve letters or more, without a hyphen: `Hetvisplanbepaalt`."""

UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")
"""Signs that a font does not name: what stands for no character, private ones, the number of a glyph."""

NO_PARAGRAPH = 30
"""A shorter text is a line of a list or a signature; that it has no stop says nothing. In characters."""


def feet_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Words of a page's foot inside a text, and lines that return at the edges of pages."""
    yield from _matching(evidence, DoubtKind.FOOT_IN_TEXT, FOOT_WORDS)
    yield from _returning(evidence)
    yield from _inserted(evidence)
    yield from _last_number(evidence)
    yield from _links_below(evidence)


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


def paragraphs_that_break_off(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs without a stop at their end, where a page ends or something was taken out below them."""
    numbers = {line.number: index for index, line in enumerate(evidence.cleaned.lines)}
    lines = evidence.cleaned.lines
    for block in evidence.letter.blocks:
        index = numbers.get(block.lines[1], len(lines))
        turned = index + 1 < len(lines) and (lines[index + 1].turn or lines[index + 1].page != lines[index].page)
        whole = block.kind is not Kind.PARAGRAPH or ENDED.fullmatch(block.text) or block.text.endswith(",")
        if turned and not whole and len(block.text) > NO_PARAGRAPH:
            text = block.text[-80:]
            yield evidence.doubt(DoubtKind.PARAGRAPH_BREAKS_OFF, block.lines[1], text, block.anchor)


def broken_words(evidence: Evidence) -> Iterator[Doubt]:
    """Words that a tool has parted."""
    known = data("dutch")["before_a_letter"]
    yield from _matching(evidence, DoubtKind.BROKEN_WORD, BROKEN, lambda match: match["first"] not in known)


def fused_words(evidence: Evidence) -> Iterator[Doubt]:
    """Words without the spaces between them. What a letter says twice it means so."""
    small = frozenset(data("dutch")["small_words"])
    said = Counter(match[0] for _, match, _ in evidence.found(LONG_WORD))
    yield from _matching(
        evidence,
        DoubtKind.WORDS_FUSED,
        LONG_WORD,
        lambda match: said[match[0]] == 1 and is_sentence_part(match[0], small),
    )


def unmapped_signs(evidence: Evidence) -> Iterator[Doubt]:
    """Signs that stand for nothing known."""
    yield from _matching(evidence, DoubtKind.UNMAPPED, UNMAPPED)


def _matching(
    evidence: Evidence, kind: DoubtKind, pattern: re.Pattern[str], doubted: Callable[[re.Match[str]], bool] = bool
) -> Iterator[Doubt]:
    for passage, match, lines in evidence.found(pattern):
        if doubted(match):
            text = around(passage.text, match.start(), match.end())
            yield evidence.doubt(kind, lines[match.start()], text, passage.anchor)
