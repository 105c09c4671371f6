"""Doubts about lists: marks that were taken for none, items that may be headings, headings that may be items."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.draft import Bullet, Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.heading_shapes import PRESENT
from build_tools.reading.blocks.headings import WORD
from build_tools.reading.blocks.known_starts import PREFIXED
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.parting import OPENS
from build_tools.reading.doubts.evidence import Evidence, begin_of, doubted, has_verb, heads_letter
from build_tools.reading.doubts.strays import is_counted, marks_of
from build_tools.reading.doubts.tables import CAPTION
from build_tools.reading.doubts.text import ends_with_stops, filled_in, is_whole

MARK_LEFT = re.compile(r"(?:\d{1,2}°\.? ?|[o§*+>•·◦‣▪–—-] )(?=[\w(€«“‘])(?![\d,.]+(?:$|[ %]))")
"""`2°Het bundelen`, `o herstel van kades`: a mark that was left in its text. Not `– 12%`, the cell of a table."""

MARK_WITHIN = re.compile(r"(?<=[a-zà-ÿ.;,] )(?:[a-z]|\d{1,2})\) (?=[A-Z][a-zà-ÿ])")
"""`… te voorzien c) Bekostiging`: a mark with one bracket and a capital behind it, within a text."""

ITEM_WORDS = 12
"""Words of an item that may be a heading, at the most: few headings have more."""

NEAR = 4
"""Blocks before and behind a heading among which an item of its list stands, with a paragraph or two in between."""

MARKED = (Kind.ITEM, Kind.HEADING, Kind.PARAGRAPH)
"""What can begin with a mark."""

LABEL_WORDS = 10
"""Words of a label with a colon at the most; what is longer is a sentence that introduces something."""

OPEN_ENDS = (":", ";", ",")
"""How items end that text or another item follows, and headings hardly."""

OPEN_WORDS = (",", ";", " en", " of")
"""How an item ends before the next one, and no heading."""

PROPOSES = re.compile(r"\bvolgende\b(?: [\w-]+){0,3} voor:$")
"""`stellen het volgende gewijzigde amendement voor:`."""


def marks_left(evidence: Evidence) -> Iterator[Doubt]:
    """Blocks that begin with a mark that was not taken for one, lines in them that do, and marks within a text; a file
    that states its items says which they are."""
    if evidence.raw.has_structure():
        return
    for block in evidence.letter.blocks:
        item = mark_of(block, Kind.ITEM)
        marked = block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING) and MARK_LEFT.match(block.text)
        if marked and not (item and item.kept):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)
            for line in filter(begins_marked, evidence.lines_with(block)[1:]):
                yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)
    yield from doubted(evidence, DoubtKind.LIST_UNSURE, MARK_WITHIN, needs=(") ",))


def begins_marked(line: Line) -> bool:
    """Whether a line begins with the mark of an item."""
    return MARK_LEFT.match(line.plain) is not None


def headings_like_items(evidence: Evidence) -> Iterator[Doubt]:
    """Headings with a mark that end as items do, or count on with an item or a heading beside them; not those that
    count on from the last heading, which has text of its own, or beside a list that has their number too."""
    if evidence.raw.has_structure():
        return
    blocks = evidence.letter.blocks
    last: dict[str, tuple[int, Bullet]] = {}
    for at, block in enumerate(blocks):
        mark = mark_of(block, Kind.HEADING)
        if mark is None:
            continue
        behind = [mark_of(one, Kind.ITEM) for one in blocks[at + 1 : at + NEAR + 1]]
        ahead = [mark_of(one, Kind.ITEM) for one in blocks[max(0, at - NEAR) : at]]
        beside = (mark_of(one, Kind.HEADING) for one in blocks[max(0, at - 1) : at + 2])
        before, other = last.get(mark.style, (at - 1, mark))
        near = [one for one in (*ahead, *behind) if one and one.style == mark.style]
        heads = (before < at - 1 and is_next(mark, other)) or any(one.value == mark.value for one in near)
        listed = any(one and is_next(mark, one) for one in ahead) or any(is_next(one, mark) for one in behind)
        counts = any(counts_on(mark, one) for one in beside) or (listed and not heads)
        if counts or block.text.endswith(OPEN_ENDS):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)
        last[mark.style] = at, mark


def marks_of_two_kinds(evidence: Evidence) -> Iterator[Doubt]:
    """Marks that count on from one block to the next, where one is an item and the other none, or both are paragraphs
    and no entries of a form: `A. Beheer` as a heading above `B. Onderhoud en herstel …` as a paragraph. Not where a
    list ends above a heading of a row of its own."""
    if evidence.raw.has_structure():
        return
    known, headings = evidence.page.known_starts, marks_of_headings(evidence.letter.blocks)
    for above, below in pairwise(evidence.letter.blocks):
        either = above.kind in MARKED and below.kind in MARKED and not ends_list(above, below, headings)
        mark = bullet_of(above.text) if either else None
        texts = above.kind is below.kind is Kind.PARAGRAPH and evidence.on_page.get(below.lines[0]) not in known
        if mark and (above.kind is not below.kind or texts) and is_next(bullet_of(below.text), mark):
            for block in (above, below):
                yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)


def marks_of_headings(blocks: Sequence[Block]) -> set[tuple[str, int]]:
    """The numbers and letters that headings begin with, each with its style."""
    return marks_of(block for block in blocks if block.kind is Kind.HEADING)


def ends_list(above: Block, below: Block, headings: set[tuple[str, int]]) -> bool:
    """Whether an item with a stop stands above a heading without one that counts with other headings: each has its own
    row, which happen to meet: `3. Er komt een proef.` / `4. Kosten`, of which heading 3 stands further up."""
    kinds = above.kind is Kind.ITEM and below.kind is Kind.HEADING
    return kinds and is_counted(below.text, headings) and is_whole(above.text) and not is_whole(below.text)


def is_next(mark: Bullet | None, before: Bullet) -> bool:
    """Whether a mark is the one behind another of the same list."""
    return mark is not None and mark.style == before.style and mark.value == before.value + 1


def mark_of(block: Block, kind: Kind) -> Bullet | None:
    """The mark that a block of a kind begins with."""
    return bullet_of(block.text) if block.kind is kind else None


def counts_on(mark: Bullet, other: Bullet | None) -> bool:
    """Whether a mark is the one before or behind another of the same list."""
    return other is not None and other.style == mark.style and abs(other.value - mark.value) == 1


def items_like_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Items with text of their own below them, or with a question, as headings have: `a) Bevoegdheid`.

    One alone is told by its list, which has no other item. In a form whose labels stand below its items, or whose items
    all have the same words, as the agenda of a list of decisions, they are what they look like; and so are questions
    each of which stands above the heading of its answer.
    """
    if evidence.raw.has_structure():
        return
    blocks = evidence.letter.blocks
    triples = zip((None, *blocks), blocks, blocks[1:], strict=False)
    found = [(above, one, below) for above, one, below in triples if heads(one, below)]
    labelled = sum(PREFIXED.match(below.text) is not None for _, _, below in found)
    alike = len(found) > 1 and len({one.text.partition(" ")[2] for _, one, _ in found}) == 1
    answered = all(below.kind is Kind.HEADING and below.text.startswith("Antwoord") for *_, below in found)
    if alike or answered or (labelled > 1 and 2 * labelled > len(found)):
        return
    told: list[Block] = []
    for above, block, _ in found:
        mark = mark_of(block, Kind.ITEM)
        alone = mark is not None and mark.value == 1 and not continues(above)
        if len(found) > 1 or alone:
            told.append(block)
    for block in (*told, *beside(blocks, told)):
        yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], begin_of(block.text), block.anchor)


def items_behind_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Items without a stop that count on from the last heading, and from no item, or from one that ended its list with
    a stop: `3. Standpunt` below `2. Toelichting` as a heading."""
    if evidence.raw.has_structure():
        return
    heading: dict[str, Bullet] = {}
    item: dict[str, tuple[Bullet, str]] = {}
    for block in evidence.letter.blocks:
        mark = bullet_of(block.text) if block.kind in (Kind.HEADING, Kind.ITEM) else None
        if mark is None:
            continue
        listed = mark.style in item and is_next(mark, item[mark.style][0]) and not item[mark.style][1].endswith(".")
        short = len(block.text.split()) <= ITEM_WORDS and not block.text.endswith(OPEN_WORDS)
        counts = mark.style in heading and is_next(mark, heading[mark.style]) and not listed
        heads = block.kind is Kind.ITEM and counts and short and not ENDED.fullmatch(block.text)
        if heads:
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], begin_of(block.text), block.anchor)
        if heads or block.kind is Kind.HEADING:
            heading[mark.style] = mark
            item.pop(mark.style, None)
        else:
            item[mark.style] = mark, block.text


def questions_of_two_kinds(evidence: Evidence) -> Iterator[Doubt]:
    """Numbered questions that count on through a letter, some as headings and some as items."""
    asked: dict[str, list[tuple[int, Block]]] = {}
    for block in evidence.letter.blocks if not evidence.raw.has_structure() else ():
        mark = bullet_of(block.text) if block.kind in (Kind.ITEM, Kind.HEADING) else None
        row = asked.setdefault(mark.style, []) if mark and block.text.endswith("?") else []
        if mark and mark.value == (row[-1][0] + 1 if row else 1):
            row.append((mark.value, block))
    for row in asked.values():
        if len({block.kind for _, block in row}) > 1:
            for _, block in row:
                yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], begin_of(block.text), block.anchor)


def continues(above: Block | None) -> bool:
    """Whether a first item can belong to what stands above it: to an item that introduces it, or one with no end."""
    return above is not None and above.kind is Kind.ITEM and not above.text.endswith(".")


def beside(blocks: Sequence[Block], told: Sequence[Block]) -> Iterator[Block]:
    """The other items of the lists that some items belong to."""
    marks = {block.n: mark for block in blocks if (mark := mark_of(block, Kind.ITEM))}
    known = {block.n for block in told}
    for block in blocks:
        near = [n for n in range(block.n - NEAR, block.n + NEAR + 1) if n in known]
        if block.n in marks and block.n not in known and near:
            amid = near[0] < block.n < near[-1]
            if amid or any(counts_on(marks[block.n], marks[n]) for n in near):
                yield block


def heads(block: Block, below: Block) -> bool:
    """Whether an item may be the heading of what stands below it."""
    if mark_of(block, Kind.ITEM) is None or below.kind is Kind.ITEM:
        return False
    short = len(block.text.split()) <= ITEM_WORDS and not ENDED.fullmatch(block.text)
    return block.text.endswith("?") or (short and not block.text.endswith(OPEN_WORDS) and below.kind is Kind.PARAGRAPH)


def announces(block: Block, below: Block) -> bool:
    """Whether a text announces what is proposed below it, `De ondergetekende stelt het volgende amendement voor:`, or
    another that introduces what it says: `Aan artikel 3 wordt een lid toegevoegd, luidende:`."""
    return PROPOSES.search(block.text) is not None or (block.text.endswith(":") and below.text.endswith(":"))


def labels_like_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Short paragraphs, no sentences, with a colon or without a stop, that introduce neither a list nor a quotation."""
    sentences = [block for block in evidence.letter.blocks if len(block.text.split()) > LABEL_WORDS]
    if evidence.raw.has_structure() or not (ends_with_stops(sentences) or ends_with_stops(evidence.letter.blocks)):
        return
    values = filled_in(evidence.letter.blocks)
    for block, below in pairwise(evidence.letter.blocks):
        open_end = block.text.endswith(":") or not is_whole(block.text)
        short = len(block.text.split()) <= LABEL_WORDS and WORD.search(block.text)
        told = block.lines[0] in evidence.of_meeting or block.anchor in values
        own = block.kind is Kind.PARAGRAPH and open_end and short and not told
        if (
            own
            and not (CAPTION.fullmatch(block.text) or PRESENT.match(block.text))
            and not (has_verb(block.text) or heads_letter(block.text) or announces(block, below))
            and (below.kind is Kind.PARAGRAPH or (below.kind is Kind.HEADING and not block.text.endswith(":")))
            and below.text[:1] not in tuple(OPENS)
        ):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def items_in_paragraphs(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within a paragraph that count on from each other, `2. De goedkoopste …` / `3. De duurste …`: the number of
    the first can end a sentence, or both can be items. Capitals are initials of names."""
    if evidence.raw.has_structure():
        return
    for block in evidence.letter.blocks:
        lines = evidence.lines_with(block)[1:] if block.kind is Kind.PARAGRAPH else []
        marks = [
            (line, mark) for line in lines if (mark := bullet_of(line.plain)) and mark.kept and mark.style[0] != "A"
        ]
        for (first, one), (second, other) in pairwise(marks):
            if (one.style, one.value + 1) == (other.style, other.value):
                for line in (first, second):
                    yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)
