"""Doubts about running text: where a text breaks off, or wants more."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.heading_shapes import HEADING_NUMBER, PRESENT, RECEIVED
from build_tools.reading.blocks.known_starts import has_points, is_short_label
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.doubts.evidence import Evidence, begin_of, end_of, heads_letter
from build_tools.reading.doubts.tables import CAPTION

GOES_ON = re.compile(r"[a-zà-ÿ.,;:)]")
"""What a text begins with that goes on from another: a small letter, or a sign that closes something."""

NO_PARAGRAPH = 30
"""A shorter text is a line of a list or a signature; that it has no stop says nothing. In characters."""

LEAST, ODD = 4, 0.1
"""Paragraphs that show a custom, at the least, and the part of them without a stop at their end, at the most, where one
without is odd: those of a list of decisions have none."""

SEVERAL = 3
"""Paragraphs that show that most end with a stop, at the least."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
"""What has words that must be followed by others."""

SHORTEST = 12
"""Characters of a text that wants more, at the least; a shorter one is a label or a cell."""

WANTS_MORE = re.compile(r"(?: [-–—]|\b(?:de|het|een|der|des|van|te|ter|ten|bij|door|met|dat|die)| (?:[’']t|à|Ó))$")
"""A dash or a word at the end of a text that another must follow, as the rest of a name does: `de gemeente ’t`."""

LONGEST_END = 8
"""Characters of that at the most."""

HALF_NAME = re.compile(
    r"(?:(?:(?:, |heer |mevrouw |[a-z]\. )|[a-z]\.|[A-Z]\.)[A-Z]\.|[A-Z]\. [A-ZÀ-Þ]|[a-z]-[A-Z][a-z]+)$"
)
"""`…, B.R.`, `de heer K.`, `de collectie-Van` at the end of a text: a name goes on. Not `wiskunde B.`"""

AND_NAME = re.compile(r"\b[A-Z]\. ?[A-Z]\w+(?:-[A-Z]\w+)? en (?:[A-Z]\.)+$")
"""`… door L. Bouwman en G.`: a second name goes on."""

GIVEN_NAME = re.compile(r", (?:[A-Z]\.){1,6}$")
"""`…, M.C.G.` at the end of a text."""

LAST_BEGUN = re.compile(r"[.?!](?<=[a-zà-ÿ]{3}.) [A-Z][^.?!]{1,20}$")
"""The first words of a sentence at the end of a text: `… weer op peil. De Europese`."""

REFERS = re.compile(
    r"(?:^|[.)] )Zie ook Aanhangsel Handelingen,? (?:nr\. \d+, )?vergaderjaar [\d–-]{9}(?:, ?nr\. \d+)?$"
    rf"|^(?:Nader )?(?:Antwoord|Mededeling) van .*{RECEIVED}$"
)
"""`(ontvangen 3 mei 2031). Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 1867`: never with a stop; and in
older papers who answers: `Antwoord van Minister Prins (Defensie). (Ontvangen 3 mei 1985)`."""

SMALL_ITEM = re.compile(r"(?:\S{1,3} )?[a-zà-ÿ]")
"""`a. een park`, and `een park` or `41 procent` behind a sign."""


def paragraphs_that_break_off(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs without a stop at their end, where a page ends or something was taken out below them, where their last
    sentence has hardly begun, or where the next one begins with a small letter or, of several, without white space
    above it. A file that says where paragraphs end is doubted only where they have stops."""
    numbers = {line.number: index for index, line in enumerate(evidence.cleaned.lines)}
    lines = evidence.cleaned.lines
    always, given = ends_with_stops(evidence.letter.blocks), evidence.raw.has_structure()
    usual = usually_stops(evidence.letter.blocks)
    several = not given and sum(map(is_long, evidence.letter.blocks)) >= SEVERAL
    values = filled_in(evidence.letter.blocks)
    for block, below in zip_longest(evidence.letter.blocks, evidence.letter.blocks[1:]):
        index = numbers.get(block.lines[1], len(lines))
        turned = index + 1 < len(lines) and (lines[index + 1].turn or lines[index + 1].page != lines[index].page)
        small = below is not None and below.kind is Kind.PARAGRAPH and GOES_ON.match(below.text)
        goes_on = small and (always or not given)
        begun = below is not None and is_running(block) and LAST_BEGUN.search(block.text)
        close = several and index + 1 < len(lines) and is_right_below(below, lines[index + 1])
        text_below = always and below is not None and is_text_below(block, below, given)
        torn = is_long(block) and (((turned or close) and usual) or goes_on or text_below)
        leads = below is not None and leads_on(block, below)
        told = is_short_label(block.text) or PRESENT.match(block.text) or block.anchor in values
        whole = is_whole(block.text) or leads or told
        if (torn or (begun and len(block.text) > NO_PARAGRAPH)) and not whole:
            yield from both_sides(evidence, block, below, begun is not None)


def both_sides(evidence: Evidence, block: Block, below: Block | None, near: bool = False) -> Iterator[Doubt]:
    """The end of a text that breaks off, and the begin of the one below it, where lines between them were taken out or
    left empty; `near`: also where none were. What was read there as a heading without a number can be its rest."""
    yield evidence.doubt(DoubtKind.PARAGRAPH_BREAKS_OFF, block.lines[1], end_of(block.text), block.anchor)
    apart = below is not None and below.lines[0] > block.lines[1] + 1
    if below is not None and below.kind is Kind.PARAGRAPH and (near or apart):
        yield evidence.doubt(DoubtKind.PARAGRAPH_BREAKS_OFF, below.lines[0], begin_of(below.text), below.anchor)
    if below is not None and below.kind is Kind.HEADING and apart and not HEADING_NUMBER.match(below.text):
        yield evidence.doubt(DoubtKind.WEAK_HEADING, below.lines[0], below.text, below.anchor)


def is_text_below(above: Block, block: Block, given: bool) -> bool:
    """Whether text begins anew below another: where a file does not say what headings are, also that of one."""
    return (is_running(block) and not leads_on(above, block)) or (block.kind is Kind.HEADING and not given)


def leads_on(above: Block, block: Block) -> bool:
    """Whether a block is the first item of a list in which the sentence above it goes on: `Kunt u zeggen of de
    gemeente` / `a. een park aanlegt;`."""
    mark = bullet_of(block.text)
    first = mark.value == 1 if mark else block.kind is Kind.ITEM is not above.kind
    return first and SMALL_ITEM.match(block.text) is not None and above.text[-1:].isalpha()


def is_right_below(below: Block | None, line: Line) -> bool:
    """Whether a paragraph begins at a line without white space above it."""
    return below is not None and is_long(below) and below.lines[0] == line.number and not line.blanks


def ends_with_stops(blocks: Sequence[Block]) -> bool:
    """Whether the paragraphs of a letter end with a stop by custom."""
    long = [block.text for block in blocks if is_long(block)]
    return len(long) >= LEAST and sum(not is_whole(text) for text in long) <= max(1, ODD * len(long))


def usually_stops(blocks: Sequence[Block]) -> bool:
    """Whether most paragraphs of a letter end with a stop: those of a list of decisions do not."""
    long = [block.text for block in blocks if is_long(block)]
    return not has_points([block.text for block in blocks]) and 2 * sum(is_whole(text) for text in long) >= len(long)


def is_long(block: Block) -> bool:
    """Whether a block is a paragraph of more than a few words, and not what stands above a table."""
    return block.kind is Kind.PARAGRAPH and len(block.text) > NO_PARAGRAPH and not CAPTION.fullmatch(block.text)


def filled_in(blocks: Sequence[Block]) -> frozenset[str]:
    """The texts that are all there is between two headings with marks, `c) Nr. Commissiedocument` / `COM(2031) 572`,
    where several are: what a form has below them is no sentence."""
    rows = zip(blocks, blocks[1:], blocks[2:], strict=False)
    alone = [one.anchor for above, one, below in rows if is_marked(above) and is_marked(below) and is_running(one)]
    return frozenset(alone) if len(alone) >= SEVERAL else frozenset()


def is_marked(block: Block) -> bool:
    """Whether a block is a heading with a number or a letter."""
    return block.kind is Kind.HEADING and bullet_of(block.text) is not None


def is_whole(text: str) -> bool:
    """Whether a text ends as a paragraph can: with a stop, the comma of a salutation or a part of a motion, or the
    reference or the day that an Aanhangsel ends its head with; or heads a letter."""
    ended = ENDED.fullmatch(text) is not None or text.endswith(",")
    return ended or REFERS.search(text) is not None or heads_letter(text)


def texts_that_want_more(evidence: Evidence) -> Iterator[Doubt]:
    """Blocks that end in a word or a dash that something must follow, or within a name; not where the file itself says
    where blocks end."""
    if evidence.raw.has_structure():
        return
    blocks = evidence.letter.blocks
    always = ends_with_stops(blocks)
    for block, below in zip_longest(blocks, blocks[1:]):
        signed = below is not None and below.kind is Kind.SIGNATURE
        text = block.kind in TEXT and len(block.text) > SHORTEST and not signed
        goes_on = below is not None and below.kind in TEXT and below.text[:1].isupper()
        names = goes_on and is_running(block) and not heads_letter(block.text)
        half_name = names and ends_in_name(block.text, always)
        lists = below is not None and (is_within_item(block, below) or leads_on(block, below))
        if text and not lists and (half_name or wants_more(block.text)):
            yield from both_sides(evidence, block, below)


def wants_more(text: str) -> bool:
    """Whether a text ends in a word or a dash that another must follow."""
    return WANTS_MORE.search(text, len(text) - LONGEST_END) is not None


def is_within_item(block: Block, below: Block) -> bool:
    """Whether an item goes on in items of its own: `het gebied ligt in` / `– een natuurpark of`."""
    return block.kind is below.kind is Kind.ITEM and block.level < below.level


def ends_in_name(text: str, always: bool) -> bool:
    """Whether a text ends in a name that goes on; where texts do not `always` end with a stop, in initials behind a
    comma, as in a list of decisions: `…, K.`, `…, M.C.G.`"""
    if text.endswith(".") and not text[-2:-1].isupper():
        return False
    half = HALF_NAME if always else GIVEN_NAME
    return half.search(text) is not None or AND_NAME.search(text) is not None


def is_running(block: Block) -> bool:
    """Whether a block is running text."""
    return block.kind in (Kind.PARAGRAPH, Kind.ITEM)
