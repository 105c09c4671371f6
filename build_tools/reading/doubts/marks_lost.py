"""Doubts about items whose marks a tool lost or put elsewhere, and about headings that a list took with it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind, Reason
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.typesetting import room
from build_tools.reading.doubts.evidence import Evidence, begin_of, ends_sentence

NEAR = 6
"""Blocks before a paragraph among which an item of its list stands, with a list of its own in between."""

SKIPPED = 2
"""Numbers from one item to the next, at the most, where one in between may have been lost."""

ALIKE = 0.9
"""The part of the lines that begin in the first column, at the least, where a space before one says something."""

SEVERAL, CUSTOM = 3, 0.8
"""Items right below others, and the part of all items below others that they are, where that is the custom."""

HEAD_WORDS = 5
"""Words of a heading that ran into the item above it, at the most."""

ITEM_END = re.compile(r";(?: (?:en|of))?$")
"""`…;`, `…; en`: how an item ends that another one follows."""

MARK = re.compile(r"[a-z][.)]|[-–•]")
"""`b.`, `•`: the mark of an item and nothing else; a number alone may be of a note or a page."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
"""What an item becomes that was not known as one, or that has another in it."""


def marks_dealt_out(evidence: Evidence) -> Iterator[Doubt]:
    """Items without a mark at their begin or above it, and headings right below them, where marks stand below each
    other apart from their texts: which text belongs to which was counted, and some may have none."""
    if evidence.raw.has_structure():
        return
    loose = loose_marks(evidence)
    rows = (evidence.line_before(number) for number in loose)
    if not any(line is not None and line.number in loose for line in rows):
        return
    bare, sure = False, {*sure_items(evidence.letter.blocks), *_undivided(evidence, len(loose))}
    for block in evidence.letter.blocks:
        beside = bare and block.kind is Kind.HEADING and bullet_of(block.text) is None
        bare = block.kind is Kind.ITEM and not has_mark(evidence, block, loose)
        if (bare or beside) and block.n not in sure and block.n - 1 not in sure:
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)


def loose_marks(evidence: Evidence) -> set[int]:
    """The lines that have the mark of an item and nothing else."""
    return {
        entry.line
        for entry in evidence.letter.ledger.left_out
        if entry.reason is Reason.BULLET and evidence.by_number[entry.line].plain == entry.text.strip()
    }


def sure_items(blocks: Sequence[Block]) -> Iterator[int]:
    """The items of lists whose texts say by themselves how they are divided: each ends as one that another follows, but
    for the last one, which ends the list."""
    for listed, items in groupby(blocks, lambda block: block.kind is Kind.ITEM):
        *others, last = items
        ends = [ITEM_END.search(block.text) is not None and block.text.count(";") == 1 for block in others]
        if listed and others and all(ends) and last.text.endswith(".") and ";" not in last.text:
            yield from (block.n for block in (*others, last))


def of_lines(evidence: Evidence) -> Iterator[int]:
    """The items of lists in which each is a line below its mark, with white space below the last one: as many lines as
    marks are divided in one way."""
    for listed, items in groupby(evidence.letter.blocks, lambda block: block.kind is Kind.ITEM):
        own = list(items) if listed else []
        below = evidence.line_after(own[-1].lines[1]) if own else None
        single = all(len(evidence.lines_with(block)) == 1 + (bullet_of(block.text) is not None) for block in own)
        if single and (below is None or below.blanks or below.turn):
            yield from (block.n for block in own)


def _undivided(evidence: Evidence, marks: int) -> Iterator[int]:
    """The items of a letter that has as many of them as loose marks, where each is one line, or ends a sentence with no
    other end of one at the end of a line: there is no other way to divide their lists."""
    items = [block for block in evidence.letter.blocks if block.kind is Kind.ITEM]
    bare = [block for block in items if not any(bullet_of(line.plain) for line in evidence.lines_with(block)[:1])]
    of_a_line = all(block.lines[0] == block.lines[1] for block in bare)
    if len(bare) == marks and (of_a_line or all(is_undivided(evidence, block) for block in bare)):
        yield from (block.n for block in bare)


def is_undivided(evidence: Evidence, block: Block) -> bool:
    """Whether an item ends a sentence with its last line, and with no other."""
    *others, last = (ends_sentence(line.plain) for line in evidence.lines_with(block))
    return last and not any(others)


def has_mark(evidence: Evidence, block: Block, loose: set[int]) -> bool:
    """Whether the mark of an item stands before its text or alone on the line above it."""
    above = evidence.line_before(block.lines[0])
    line = evidence.by_number.get(block.lines[0])
    return bool((above and above.number in loose) or (line and bullet_of(line.plain)))


def items_behind_dealt(evidence: Evidence) -> Iterator[Doubt]:
    """A paragraph right below the last item of a list whose marks stand apart from their texts: one more may be there,
    whose mark stands elsewhere."""
    if evidence.raw.has_structure() or not loose_marks(evidence):
        return
    for above, block in pairwise(evidence.letter.blocks):
        line = evidence.by_number[block.lines[0]]
        bare = above.kind is Kind.ITEM and bullet_of(evidence.by_number[above.lines[0]].plain) is None
        if bare and block.kind is Kind.PARAGRAPH and not (line.blanks or line.turn):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)


def marks_without_text(evidence: Evidence) -> Iterator[Doubt]:
    """The mark of an item alone on a line, and the next item with its own mark below it: the text of the first stands
    elsewhere. `b.` / `c. kennis van het gebied`."""
    listed = {number for block in evidence.letter.blocks if block.kind is Kind.ITEM for number in block.lines}
    for above, line in pairwise(evidence.raw.lines):
        alone = MARK.fullmatch(above.plain) and bullet_of(line.plain) and not MARK.fullmatch(line.plain)
        if alone and not listed.isdisjoint((above.number, line.number)):
            for one in (above, line):
                yield evidence.doubt(DoubtKind.LIST_UNSURE, one.number, one.plain)


def marks_far_from_texts(evidence: Evidence) -> Iterator[Doubt]:
    """Items whose lines do not follow each other, as another text begins right below one of them: `A.` / `B.` above the
    texts of both. Not where the texts say by themselves how they are divided, or each is one line."""
    if evidence.raw.has_structure():
        return
    sure = {*sure_items(evidence.letter.blocks), *of_lines(evidence)}
    texts = {block.anchor for block in evidence.letter.blocks if block.kind in TEXT}
    for block in evidence.letter.blocks:
        lines = evidence.lines_with(block) if block.kind is Kind.ITEM and block.n not in sure else []
        for before, line in pairwise(lines):
            below = evidence.line_after(before.number)
            anchor = below and below.number < line.number and evidence.anchor_at(below.number)
            if anchor and anchor in texts and anchor != block.anchor:
                yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)


def set_in_by_a_space(evidence: Evidence) -> Iterator[Doubt]:
    """Lines that begin with one space, where hardly any other does: a mark went lost before them. Below what was left
    out it stands for the turn of a page."""
    lines = [line for line in evidence.cleaned.lines if not line.given]
    first = sum(line.indent == 0 for line in lines)
    if not evidence.cleaned.wrapped or first < ALIKE * len(lines):
        return
    begun = {block.lines[0]: block for block in evidence.letter.blocks}
    texts = {block.anchor for block in evidence.letter.blocks if block.kind in TEXT}
    for line in lines:
        known = line.number in begun and begun[line.number].kind is Kind.ITEM
        above = evidence.line_before(line.number)
        turned = above is not None and evidence.anchor_at(above.number) is None
        own = line.indent == 1 and not (known or line.bullet or turned)
        if own and evidence.anchor_at(line.number) in texts:
            yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain)


def ends_of_items(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within an item behind one that ends as items do: `…; en` / `Opname van de norm …`. Not where that was full
    and goes on in small letters, in an item with a number or letter of its own, as the others then have one too."""
    if evidence.raw.has_structure():
        return
    items = [block for block in evidence.letter.blocks if block.kind is Kind.ITEM]
    custom = any(ITEM_END.search(block.text) for block in items)
    for block in items if custom else ():
        for before, line in pairwise(evidence.lines_with(block)):
            runs_on = bullet_of(block.text) is not None and goes_on_below(evidence, line)
            if ITEM_END.search(before.plain) and " " in line.plain and not runs_on:
                yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)


def goes_on_below(evidence: Evidence, line: Line) -> bool:
    """Whether a line goes on in small letters below one that had no room for its first word."""
    at = evidence.on_page.get(line.number, 0)
    return at > 0 and line.plain[:1].islower() and room(evidence.page, at) > evidence.page.slack


def items_apart(evidence: Evidence) -> Iterator[Doubt]:
    """Items with white space above them where others follow each other without: they may be headings."""
    if evidence.raw.has_structure():
        return
    lines = {line.number: line for line in evidence.cleaned.lines}
    pairs = [
        (block, lines[block.lines[0]])
        for above, block in pairwise(evidence.letter.blocks)
        if above.kind is block.kind is Kind.ITEM and block.lines[0] in lines and not lines[block.lines[0]].turn
    ]
    apart = [block for block, line in pairs if line.blanks]
    if len(pairs) - len(apart) >= max(SEVERAL, CUSTOM * len(pairs)):
        for block in apart:
            if not ENDED.fullmatch(block.text):
                yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], begin_of(block.text), block.anchor)


def marks_of_a_list(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs that begin with the mark behind that of an item not far above: `B. Het voortzetten` below a list that
    `A. Toegang` introduces."""
    if evidence.raw.has_structure():
        return
    last: dict[str, tuple[int, int]] = {}
    for block in evidence.letter.blocks:
        mark = bullet_of(block.text) if block.kind in (Kind.ITEM, Kind.PARAGRAPH) else None
        if mark is None:
            continue
        value, n = last.get(mark.style, (0, 0))
        form = evidence.on_page.get(block.lines[0]) in evidence.page.known_starts
        counts = n and 0 < mark.value - value <= SKIPPED and block.n - n <= NEAR
        if block.kind is Kind.PARAGRAPH and counts and not form:
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)
        if block.kind is Kind.ITEM or n:
            last[mark.style] = mark.value, block.n


def headings_in_items(evidence: Evidence) -> Iterator[Doubt]:
    """The last line of an item that is a few words with a capital, behind one that nothing ends: a heading may stand
    there: `… provincies en gemeenten` / `Subsidieplafond`."""
    if evidence.raw.has_structure() or not evidence.cleaned.wrapped:
        return
    for block, below in pairwise(evidence.letter.blocks):
        lines = evidence.lines_with(block) if block.kind is Kind.ITEM and below.kind is Kind.PARAGRAPH else []
        if len(lines) < 2 or ENDED.fullmatch(block.text):
            continue
        text = lines[-1].plain
        if text[:1].isupper() and text[1:].islower() and len(text.split()) <= HEAD_WORDS:
            yield evidence.doubt(DoubtKind.WEAK_HEADING, lines[-1].number, text, block.anchor)


def items_alone(evidence: Evidence) -> Iterator[Doubt]:
    """An item that begins in a small letter and has neither a mark nor another item beside it: a list of one is hardly
    any, and what stands below a colon goes on in its sentence."""
    if evidence.raw.has_structure():
        return
    blocks = (None, *evidence.letter.blocks, None)
    for above, block, below in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block is None or block.kind is not Kind.ITEM or not block.text[:1].islower():
            continue
        listed = any(one is not None and one.kind is Kind.ITEM for one in (above, below))
        if not listed and bullet_of(block.text) is None and is_unmarked(evidence, block):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)


def items_between_marks(evidence: Evidence) -> Iterator[Doubt]:
    """What stands between two items whose letters or numbers skip just one: an item without its own, by itself or in
    the one above it: `b. …` / `wie een camera heeft` / `d. …`. The item behind it, where letters skip one and nothing
    does: what has a number is doubted by its count."""
    if evidence.raw.has_structure():
        return
    for listed, items in groupby(evidence.letter.blocks, lambda block: block.kind is Kind.ITEM):
        row = [(block, bullet_of(block.text)) for block in items] if listed else []
        marked = [(at, block, mark) for at, (block, mark) in enumerate(row) if mark is not None]
        for (at, above, first), (behind, below, last) in pairwise(marked):
            if first.style == last.style and last.value - first.value == SKIPPED:
                between = [row[at + 1][0]] if behind == at + 2 else []
                yield from _between(evidence, above, between, below)


def _between(evidence: Evidence, above: Block, between: Sequence[Block], below: Block) -> Iterator[Doubt]:
    """The doubt where a mark is lacking between two items, with what else stands there."""
    for block in (one for one in between if is_unmarked(evidence, one)):
        yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)
    if between:
        return
    ended = (line for before, line in pairwise(evidence.lines_with(above)) if ITEM_END.search(before.plain))
    if line := next(ended, None):
        yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, above.anchor)
    elif not above.text[:1].isdecimal():
        yield evidence.doubt(DoubtKind.LIST_UNSURE, below.lines[0], begin_of(below.text), below.anchor)


def is_unmarked(evidence: Evidence, block: Block) -> bool:
    """Whether the source has an item without a mark before its first word."""
    return evidence.by_number[block.lines[0]].plain.startswith(block.text.split(maxsplit=1)[0])
