"""Doubts about where paragraphs begin, by the room on the line before: other lines with as much of it do not part, or
part; and by quotations that a paragraph opens and ends amid its text, or leaves open."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.blocks.members import MOVED, parts_motion
from build_tools.reading.blocks.paragraphs import OPENS, opens_or_closes
from build_tools.reading.blocks.typesetting import OVERFULL, PrintedLines
from build_tools.reading.doubts.evidence import Evidence, begin_of, ends_sentence
from build_tools.reading.doubts.tables import CAPTION

CLOSE = 0.1
"""The part of the measure by which the next word did fit, at the most, where a custom of the letter can have overruled
that."""

ENOUGH = 10
"""Lines that tell how full they were set, at the least."""

QUOTES = {"«": "»", "“": "”", "‘": "’", '"': '"', "'": "'"}
"""Signs that open a quotation, with those that close it."""


SEVERAL_LINES = 1.5
"""The part of its measure above which a line is several printed lines; what is a little wider than it has another
measure."""


def odd_breaks(evidence: Evidence) -> Iterator[Doubt]:
    """Where a paragraph begins, or none does, against what the room on the line before it says in this letter."""
    draft = evidence.cleaned
    if not draft.wrapped or draft.has_structure() or len(draft.lines) < ENOUGH:
        return
    page = evidence.page
    text = [block for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH]
    homes = {number: block.n for block in text for number in evidence.lines_within(block)}
    for at in range(1, len(page.lines)):
        above, below = (homes.get(page.lines[index].number) for index in (at - 1, at))
        if above and below and rests_on_room(page, at) and is_odd(page, at, above != below):
            yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, page.lines[at].number, page.texts[at])


def turned_pages(evidence: Evidence) -> Iterator[Doubt]:
    """Where a page turns between two sentences of a paragraph: its last line is full, and no white space could show
    whether the next page begins with a paragraph. Of letters by others, in two of three it does."""
    draft = evidence.cleaned
    if not draft.wrapped or draft.has_structure():
        return
    page = evidence.page
    for block in evidence.letter.blocks:
        places = [evidence.on_page.get(number) for number in dict.fromkeys(evidence.lines_within(block))]
        within = (at for before, at in pairwise(places) if at and before == at - 1 and page.lines[at].turn)
        for at in within if block.kind is Kind.PARAGRAPH else ():
            if ends_sentence(page.texts[at - 1]) and page.texts[at].lstrip(OPENS)[:1].isupper():
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, page.lines[at].number, page.texts[at])


def rests_on_room(page: PrintedLines, at: int) -> bool:
    """Whether nothing else tells that a paragraph begins at a line: no white space, mark, salutation or list."""
    line, before, text = page.lines[at], page.texts[at - 1], page.texts[at]
    spaced = page.lines[at - 1].spaced > page.usual_space > 0
    told = spaced or line.blanks or line.turn or at in page.known_starts or page.bullets[at] is not None
    apart = any(opens_or_closes(one) or one.endswith(":") for one in (before, text)) or CAPTION.match(text)
    return not (told or apart) and text.lstrip(OPENS)[:1].isupper() and ends_sentence(before)


def is_odd(page: PrintedLines, at: int, parted: bool) -> bool:
    """Whether a paragraph begins below a line as full as those that run on, and no quotation there; or none does below
    a line with room left, in a text that white space parts.

    Of letters by others, whose right reading is known, three of four such breaks are wrong; of breaks below a line that
    had just enough room one in five, and of those with more hardly any.
    """
    full = max(page.measures[at - 1], 1)
    room = (page.filled(at - 1) + page.width(" " + first_word(page.texts[at]))) / full
    if parted:
        wide = page.marks_paragraphs and OVERFULL < page.width(page.texts[at - 1]) / full < SEVERAL_LINES
        return (room > page.slack or wide) and page.texts[at][0] not in QUOTES
    return page.marks_paragraphs and not (room > page.slack - CLOSE or page.known_starts)


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
