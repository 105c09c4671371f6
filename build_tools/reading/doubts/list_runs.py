"""Doubts about how far items reach: lists that end before their last item, items that run on into the next one."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, pairwise

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED, sentences
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import PREFIXED, is_short_label
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.lists.members import is_clause
from build_tools.reading.blocks.quotations import QUOTES
from build_tools.reading.blocks.typesetting import OVERFULL, SEVERAL_LINES, PrintedLines, room
from build_tools.reading.doubts.evidence import Evidence, begin_of, doubted, end_of, ends_sentence
from build_tools.reading.doubts.strays import is_motion, marks_of
from build_tools.reading.doubts.tables import CAPTION
from build_tools.reading.doubts.text import is_long, is_whole, usually_stops, wants_more
from build_tools.reading.steps.mending.loose_bullets import bare_bullet

ENDS_OPEN = re.compile(r"(?:[,;](?: (?:en|of))?|[a-zà-ÿ] (?:en|of))$")
"""`…, en`, `…;`: how an item ends that another one follows."""

ITEM_WITHIN = re.compile(r"; (?:en|of) (?=[(«“‘]?[A-Z])")
"""`…; en Periodieke ijking`: the end of an item, and a capital behind it."""

NUMBERED = re.compile(r"\(?(\d{1,2})(?=[°.)])(?!\.\d{3})")
"""`3. `, `(3)`, `3°.`: the number that an item begins with; `2.750 verzoeken` counts them."""

NUMBER_LEFT = re.compile(r"[1-9]\d?\. [A-Z]")
"""`3. In artikel III`: a number that a paragraph begins with, where others are marks of items."""

ENDS = (".", "?", "!", ":", *QUOTES.values())
"""How a paragraph ends that is introduced, or quoted, or introduces something itself, as hardly an item does."""

SENTENCE = 4
"""Words of a sentence that introduces a list, at the least; `Besluit:` is a label."""

ROOM = 0.75
"""The part of its measure that an inner line of an item with the first word of the next line takes, at the most, where
it was ended on purpose: lines that run on are fuller, even those set ragged."""

HALF = 0.5
"""The same where the next line begins in small letters: the call of a note can have cut a line there."""

SIGN = re.compile(r"[–—•◦o*+>-] ")
"""A sign and no number at the begin of an item."""

READS = ("luidende:", "luidend:")
"""How a text ends that quotes what a law will say."""

TOO_FAR = 20
"""A number from which on it is hardly the mark of an item: that of a year, an article, a day."""

NAMED, SMALL_BEHIND = re.compile(r"[A-Z]\. [A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"), re.compile(r"[A-Z]\. [a-zà-ÿ]")
"""`C. Bakker`: a letter and a name, or an initial and one; `D. het verslag`: a letter and words."""

RUNS_ON = (Kind.ITEM, Kind.HEADING, Kind.PARAGRAPH)
"""What others can stand right below; of a paragraph, behind a comma or a semicolon at the end of a line."""


def unfinished_lists(evidence: Evidence) -> Iterator[Doubt]:
    """Items that end as if another one follows, where none does, and what stands there; paragraphs that end so below
    one. A salutation, a part of a motion and what a file itself parts is none of these."""
    blocks = evidence.letter.blocks
    if evidence.raw.has_structure() or is_motion(blocks):
        return
    for block, below in pairwise(blocks):
        if block.kind is Kind.ITEM and ENDS_OPEN.search(block.text) and below.kind is not Kind.ITEM:
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[1], end_of(block.text), block.anchor)
            yield evidence.doubt(DoubtKind.LIST_UNSURE, below.lines[0], begin_of(below.text), below.anchor)
        elif (block.kind is Kind.ITEM and starts_small(below)) or is_introduced(evidence, block, below):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, below.lines[0], begin_of(below.text), below.anchor)
        elif block.kind is Kind.PARAGRAPH and block.text.endswith(";"):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[1], end_of(block.text), block.anchor)


def texts_without_stops(evidence: Evidence) -> Iterator[Doubt]:
    """Two paragraphs or more right below each other that end without a stop, where most have one: items of a list that
    lost its marks."""
    blocks = evidence.letter.blocks
    if evidence.raw.has_structure() or not usually_stops(blocks):
        return
    for bare, row in groupby(blocks, lacks_stop):
        texts = list(row) if bare else []
        for block in texts if len(texts) > 1 else ():
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)


def is_introduced(evidence: Evidence, block: Block, below: Block) -> bool:
    """Whether a sentence with a colon stands above a paragraph without a stop, or one that is set in: items without
    their marks."""
    introduces = block.kind is Kind.PARAGRAPH and block.text.endswith(":") and len(block.text.split()) >= SENTENCE
    ended = below.text.endswith(ENDS) or CAPTION.match(below.text) is not None or is_short_label(below.text)
    return introduces and below.kind is Kind.PARAGRAPH and (not ended or is_set_in(evidence, block, below))


def is_set_in(evidence: Evidence, block: Block, below: Block) -> bool:
    """Whether all lines of a text are set in against those of the text above it, no quotation marks open it, and it is
    one sentence, as a quotation hardly is."""
    above, own = ([line.indent for line in evidence.lines_with(one)] for one in (block, below))
    apart = bool(above and own) and min(own) > max(above) + 1 and below.text[:1] not in QUOTES
    return apart and len(list(sentences(below.text))) == 1


def items_out_of_count(evidence: Evidence) -> Iterator[Doubt]:
    """Items with a number of which no block above has the one before it: items are missing, or it is none; and
    paragraphs that begin with one below others. What an amendment adds to a law counts on from what that has."""
    if evidence.raw.has_structure():
        return
    seen, listed = set[int](), False
    blocks = evidence.letter.blocks
    for above, block in zip((None, *blocks), blocks, strict=False):
        number = NUMBERED.match(block.text)
        counts = number is not None and int(number[1]) > 1 and int(number[1]) - 1 not in seen
        counts = counts and not (above and above.text.endswith(READS))
        left = block.kind is Kind.PARAGRAPH and listed and NUMBER_LEFT.match(block.text)
        if (block.kind is Kind.ITEM and counts) or left:
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)
        if number:
            seen.add(int(number[1]))
            listed = listed or block.kind is Kind.ITEM


def starts_small(block: Block) -> bool:
    """Whether a paragraph begins in small letters, as an item can and a paragraph hardly."""
    return block.kind is Kind.PARAGRAPH and block.text[:1].islower() and not is_clause(block.text)


def items_that_run_on(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within an item or a heading at which another can begin: the line before them was ended on purpose, or there
    is white space between them and no sentence that goes on, in a text without white space in its sentences. What a
    label says above white space is its own."""
    blocks = evidence.letter.blocks
    if evidence.raw.has_structure() or not evidence.cleaned.wrapped:
        return
    page, motion = evidence.page, is_motion(blocks)
    for block in blocks:
        places = [evidence.on_page.get(number) for number in dict.fromkeys(evidence.lines_within(block))]
        within = (at for before, at in pairwise(places) if at and before == at - 1) if block.kind in RUNS_ON else ()
        for at in within:
            if block.kind is Kind.PARAGRAPH and (motion or not may_end_item(page, at - 1)):
                continue
            line, told = page.lines[at], block.kind is Kind.ITEM and not page.parts_sentences
            apart = told and line.blanks and not goes_on(page, at)
            said = PREFIXED.fullmatch(page.texts[at - 1]) is not None
            if not (line.turn or said) and (apart or ends_early(page, at)):
                yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)


def text_behind_lists(evidence: Evidence) -> Iterator[Doubt]:
    """Sentences that begin a line within the last item of a list whose others end in `;`: with its stop the list is
    over."""
    blocks = evidence.letter.blocks
    if evidence.raw.has_structure() or not evidence.cleaned.wrapped:
        return
    for listed, items in groupby(blocks, lambda block: block.kind is Kind.ITEM):
        *others, last = items
        if not (listed and others and all(block.text.endswith(";") for block in others)):
            continue
        for above, line in pairwise(evidence.lines_with(last)):
            if ends_sentence(above.plain) and line.plain[:1].isupper():
                yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, last.anchor)
                break


def signs_in_items(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within an item that begin with the sign of other items, `… door het Loket` / `– het voortzetten`, or with
    another mark of the same kind."""
    if evidence.raw.has_structure():
        return
    items = [block for block in evidence.letter.blocks if block.kind is Kind.ITEM]
    signs = {line.plain[:2] for block in items for line in evidence.lines_with(block)[:1]}
    for block in items:
        for line in evidence.lines_with(block)[1:]:
            mark, other = bullet_of(block.text), bullet_of(line.plain)
            counts = (
                mark and other and other.style == mark.style and 0 < other.value != mark.value and other.value < TOO_FAR
            )
            if counts or (line.plain[:2] in signs and SIGN.match(line.plain)):
                yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)


def may_end_item(page: PrintedLines, at: int) -> bool:
    """Whether a line, and no more than one, ends as an item can that another one follows."""
    return page.texts[at].endswith((",", ";")) and page.width(page.texts[at]) <= page.measures[at]


def goes_on(page: PrintedLines, at: int) -> bool:
    """Whether a line goes on behind one that nothing ends: in small letters, or where that was full, in a text with
    white space within its sentences; or behind a word that another must follow."""
    if wants_more(page.texts[at - 1]):
        return True
    spaced = page.parts_sentences and room(page, at) > page.slack
    return (page.texts[at][:1].islower() or spaced) and not page.texts[at - 1].endswith((".", ",", ";", ":", "?"))


def ends_early(page: PrintedLines, at: int) -> bool:
    """Whether the line before one was ended on purpose; where the one goes on in small letters, far before its end."""
    small = page.texts[at][:1].islower() and not page.texts[at].startswith(("http", "www"))
    above = page.lines[at - 1]
    full = max(page.measures[at - 1], 1)
    part = page.filled(at - 1) / full
    if OVERFULL < page.width(page.texts[at - 1]) / full < SEVERAL_LINES:
        return False
    return part <= (HALF if small else ROOM) and page.short(at - 1) and not (above.marks or above.text.endswith("-"))


def items_behind_an_end(evidence: Evidence) -> Iterator[Doubt]:
    """Items without a mark of their own, or below one without, behind the one that ended their list with a stop, as the
    others end in `;`: a tool put a sign of the list before a sentence behind it. Not a question that counts
    on from an item further up, behind the list of an answer."""
    if evidence.raw.has_structure():
        return
    marks = marks_of(evidence.letter.blocks)
    for listed, items in groupby(evidence.letter.blocks, lambda block: block.kind is Kind.ITEM):
        row = list(items) if listed else []
        semicolons = sum(block.text.endswith(";") for block in row)
        for above, block in pairwise(row if semicolons > 1 else []):
            alone = bullet_of(block.text) is None or bullet_of(above.text) is None
            mark = bullet_of(block.text)
            counts = mark is not None and block.text.endswith("?") and (mark.style, mark.value - 1) in marks
            if above.text.endswith(".") and alone and not counts:
                yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)


def items_like_initials(evidence: Evidence) -> Iterator[Doubt]:
    """Items that are nothing but a capital and a name, in a list whose others begin in small letters: `C. Bakker`."""
    if evidence.raw.has_structure():
        return
    for listed, items in groupby(evidence.letter.blocks, lambda block: block.kind is Kind.ITEM):
        row = list(items) if listed else []
        named = [block for block in row if NAMED.fullmatch(block.text)]
        if named and all(block in named or SMALL_BEHIND.match(block.text) for block in row) and len(named) < len(row):
            for block in named:
                yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], block.text, block.anchor)


def signs_without_items(evidence: Evidence) -> Iterator[Doubt]:
    """Headings and paragraphs among as many texts as there are signs of items together above them: `•`, `•`, `•`."""
    if evidence.raw.has_structure():
        return
    blocks = evidence.letter.blocks
    begins = [block.lines[0] for block in blocks]
    for bare, run in groupby(evidence.raw.lines, is_bare_sign):
        first, *further = (line.number for line in run)
        at = bisect_left(begins, first)
        below = blocks[at : at + 1 + len(further)] if bare and further else ()
        listed = any(block.kind is Kind.ITEM for block in below)
        if listed and not (at and blocks[at - 1].kind is Kind.ITEM):
            for block in below:
                if block.kind in (Kind.HEADING, Kind.PARAGRAPH):
                    yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)


def is_bare_sign(line: Line) -> bool:
    """Whether a line holds the sign of an item, no number, and nothing else."""
    mark = bare_bullet(line)
    return mark is not None and not mark.kept


def dashes_of_a_sentence(evidence: Evidence) -> Iterator[Doubt]:
    """Two items with a dash, right below a text that is open and announces none, of which the second has another
    sentence behind it: the dashes can be those of an aside."""
    blocks = evidence.letter.blocks
    if evidence.raw.has_structure():
        return
    for above, first, second in zip(blocks, blocks[1:], blocks[2:], strict=False):
        pair = first.kind is second.kind is Kind.ITEM and above.kind is not Kind.ITEM
        close = above.lines[1] + 1 == first.lines[0] and not ENDED.fullmatch(above.text)
        small = first.text[:1].islower() and second.text[:1].islower() and not first.text.endswith(ENDS)
        if pair and close and small and len(list(sentences(second.text))) > 1:
            yield evidence.doubt(DoubtKind.LIST_UNSURE, first.lines[0], begin_of(first.text), first.anchor)


def items_within_lines(evidence: Evidence) -> Iterator[Doubt]:
    """Items that begin amid a line of a print, as notes that stand behind each other do, and ends of items in one."""
    if evidence.raw.has_structure():
        return
    for above, block in pairwise(evidence.letter.blocks):
        if above.kind is block.kind is Kind.ITEM and above.lines[1] == block.lines[0]:
            for one in (above, block):
                yield evidence.doubt(DoubtKind.LIST_UNSURE, one.lines[0], begin_of(one.text), one.anchor)
    yield from doubted(evidence, DoubtKind.LIST_UNSURE, ITEM_WITHIN)


def lacks_stop(block: Block) -> bool:
    """Whether a block is a paragraph of some words without a stop, and no label with its value."""
    return is_long(block) and not (is_whole(block.text) or is_short_label(block.text))
