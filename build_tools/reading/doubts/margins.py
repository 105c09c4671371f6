"""Doubts about where paragraphs begin, by what stands there: white space, a label or a margin of its own amid a text,
texts that a heading counts, parts of a motion, quotations that a paragraph opens and ends amid its text or leaves open.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, zip_longest

from build_tools.draft import Line
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import PREFIXED
from build_tools.reading.blocks.lists.members import MOVED, parts_motion
from build_tools.reading.blocks.quotations import QUOTES
from build_tools.reading.doubts.evidence import Evidence, begin_of, ends_sentence

LABEL_FIRST = re.compile(r"(?:[A-Z][a-zà-ÿ]{3,}|NB|N\.B\.): [A-Z]")
"""`Overigens: De`, `NB: De`: a word, and a sentence behind it, as items and remarks have."""

ASKS, NUMBER = re.compile(r"(?:[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)) \d[\d, en]*:?"), re.compile(r"\d+")
"""`Vraag 2 en 3`: the heading of several questions, and what counts them."""

SET_IN, MOST_IN = 2, 8
"""Columns by which the first line of a paragraph is set in."""


def marked_within(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within a paragraph that begin a sentence, behind one that ends one, with white space before them or set in
    between others that are not, or with a label: `Kortom: De`. That is what marks a paragraph, and something else made
    it read otherwise."""
    if not evidence.cleaned.wrapped or evidence.raw.has_structure():
        return
    lines = {line.number: line for line in evidence.cleaned.lines}
    for block in evidence.letter.blocks:
        for line in _within(block, lines) if block.kind is Kind.PARAGRAPH else ():
            around = [lines[n].indent for n in (line.number - 1, line.number + 1) if n in lines]
            alone = len(around) == 2 and all(SET_IN <= line.indent - indent <= MOST_IN for indent in around)
            if line.blanks or alone or LABEL_FIRST.match(line.plain):
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, line.number, line.plain)


def questions_in_one(evidence: Evidence) -> Iterator[Doubt]:
    """Lines behind a question where fewer texts stand below the heading of several than it counts: `Vraag 2 en 3`; not
    where a line has as many, as they are set in one."""
    if not evidence.cleaned.wrapped or evidence.raw.has_structure():
        return
    lines = {line.number: line for line in evidence.cleaned.lines}
    count, below = 0, list[Block]()
    for block in (*evidence.letter.blocks, None):
        if block and block.kind is not Kind.HEADING:
            below.append(block)
            continue
        if 0 < len(below) < count:
            found = [line for one in below for line in _within(one, lines) if line.blanks == 0]
            asked = sum(one.text.count("?") for one in below)
            first = [(one.lines[0], begin_of(one.text)) for one in below if asked < count]
            for number, text in [(line.number, line.plain) for line in found] or first:
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, number, text)
        count, below = len(NUMBER.findall(block.text)) if block and ASKS.fullmatch(block.text) else 0, []


def _within(block: Block, lines: Mapping[int, Line]) -> Iterator[Line]:
    """The lines of a paragraph that begin with a capital, behind one that ends a sentence; not what a label says."""
    own = [lines[number] for number in range(block.lines[0], block.lines[1] + 1) if number in lines]
    for before, line in pairwise(own):
        said = PREFIXED.fullmatch(before.plain) is not None
        if ends_sentence(before.plain) and line.plain[:1].isupper() and not (line.turn or said):
            yield line


def parts_of_motions(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within a paragraph of a motion that begin as a part of it does, behind one that ends such a part."""
    lines = evidence.cleaned.lines
    if not any(MOVED.search(block.text) for block in evidence.letter.blocks):
        return
    for before, line in pairwise(lines):
        anchor = evidence.anchor_at(line.number)
        if anchor and anchor == evidence.anchor_at(before.number) and parts_motion(before.plain, line.plain):
            yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, line.number, line.plain, anchor)


def quotations(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs that open a quotation and go on behind its end, open another one, or leave theirs open.

    A quotation of several paragraphs opens each of them, and ends with the last.
    """
    blocks = evidence.letter.blocks
    for block, below in zip_longest(blocks, blocks[1:]):
        sign = block.text[:1]
        if block.kind is Kind.PARAGRAPH and sign in QUOTES:
            goes_on = below is not None and below.text.startswith(sign)
            if not ends_well(block.text[1:], sign, goes_on):
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, block.lines[1], begin_of(block.text), block.anchor)


def ends_well(text: str, sign: str, goes_on: bool) -> bool:
    """Whether a text behind the sign that opens it is one paragraph of a quotation. An apostrophe closes nothing."""
    closing = re.escape(QUOTES[sign])
    closed = re.search(rf"(?<=[\w.,?!;…]){closing}(?=[\s.,;:)\d]|$)", text)
    if re.search(rf"[.!?]{closing}? {re.escape(sign)}[A-Z]", text):
        return False
    if closed is None:
        return goes_on
    sentence = text[: closed.start()].endswith((".", "!", "?"))
    return not (sentence and text[closed.end() :].strip("0123456789 "))
