"""Doubts about where paragraphs begin, at lines where nothing tells it but the room on the line before.

No single one of these lines can be called wrong or right by the text. How likely it is tell the letter itself, by how
many sentences its paragraphs have, and the first words there; the rest was counted in letters whose right reading is
known. A letter is doubted at all of these lines together or at none, by how many wrong ones its chances promise and how
likely all of them are right.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise, zip_longest
from math import prod

from build_tools.data import data
from build_tools.dutch.sentences import sentences
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.forced_breaks import one_line
from build_tools.reading.blocks.items import below_mark, ends_list
from build_tools.reading.blocks.known_starts import first_lines_set_in
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.blocks.paragraphs import OPENS, opens_or_closes
from build_tools.reading.blocks.quotations import QUOTES
from build_tools.reading.blocks.typesetting import OVERFULL, PrintedLines, marked_at_end
from build_tools.reading.doubts.evidence import Evidence, ends_sentence
from build_tools.reading.doubts.tables import CAPTION
from build_tools.reading.doubts.text import NO_PARAGRAPH

FOUND_PER_VAIN, WHERE_DOUBTED = 0.8, 0.15
"""Places where a letter is wrong, as its chances go, for every letter that is right, from which on it is doubted: one
place that is nearly as likely wrong as right is enough, or two of one in four; two of one in five are not. And the same
in a letter that is doubted elsewhere, and so looked at."""

USUAL, WEIGHED = 0.3, 6
"""The part of the ends of sentences at which a paragraph ends, in letters at large, and the number of such ends that
weigh as much as this where a letter tells its own."""

BACK, ONWARD = 0.25, 1.0
"""What the odds that a paragraph begins are worth where the first words point back to the sentence before it (`Zo`,
`Dit`, `Een deel daarvan`), and where they do not: of 1,500 sentences of real letters, 33 of 340 of the first kind begin
one. With such a word among the first ones it is as rare as with one in front: 29 of 660 sentences, of others 1,017 of
6,657."""

WORD, FIRST_WORDS, FIRST_CHARACTERS = re.compile(r"[^\W\d_]+"), 6, 120
"""The words of a text that can point back, and the characters that hold them."""

HALVES, STEEP = 2.5, 6
"""How the lengths of both parts tell: paragraphs are neither very short nor very long, so what a break would part is
likelier two the longer its shorter part is. The odds are worth `HALVES` * a * b / (a + b) / the usual length to the
power `STEEP`, as counted at 8,400 places between sentences: two parts of half the usual length are hardly ever two
paragraphs, and two of the usual one nearly always. This tells far more than first words do."""

LEAST_WORTH, MOST_WORTH = 0.3, 8.0
"""What the lengths are worth at the least and at the most, as a letter can have short and long paragraphs."""

INTRODUCING, TURNED, BELOW_LIST, WITHIN_LIST = 0.5, 0.45, 0.65, 0.25
"""The chance that a paragraph begins unseen below a full line that ends a sentence, with a line that introduces
something, where a page turns there, in the last item of a list, and in another."""

JUST_ENOUGH, NEARLY_FULL, IN_SEVERAL, AGAINST_ROOM, HARDLY_BEGUN, BY_CUSTOM = 0.06, 0.35, 0.4, 0.6, 0.35, 0.4
"""The chance that none begins where one was read: below a line that had just enough room for the next word, and for
hardly more; below the last of several printed lines on one that had; below one that had none; below several printed
lines on one, the last of which has hardly a word; and that one does which was not read, though there was room, as white
space shows them by custom."""

SENTENCE_CUT, ROW_OF_WORDS, CUT_AT_CALL, ENDED_AT_CALL = 0.8, 0.4, 0.65, 0.15
"""The chance that none begins where one was read below white space and a full line that ends no sentence, in a text
with white space within its sentences; below lines of a word each; and behind the call of a note, where tools begin a
new line, with what may be the rest of the printed one, if both fill that, and if not."""

ENOUGH_LINES = 10
"""Lines that tell how full they were set, at the least."""

HARDLY_MORE, CLOSE = 0.012, 0.03
"""The part of the measure by which the next word just fitted, hardly and with a little room: no width is exact, and
that of several lines less so."""

SEVERAL_LINES = 1.5
"""The part of its measure above which a line is several printed lines; what is a little wider than it has another
measure."""

HARDLY = 0.15
"""The part of the measure that the last of several printed lines takes, at the most, where there may be none."""

LEAST = 0.1
"""The chance below which a place is not worth to be looked at: of 520 such places 27 were wrong."""

SEEN = 0.03
"""The part of the ends of sentences at which a paragraph ends unseen, up to which nearly all are seen."""

EDGE = 2
"""What stands for one paragraph with white space before it and one without, as a few that were seen prove nothing."""


def unsure_breaks(evidence: Evidence, doubted: bool = False) -> Iterator[Doubt]:
    """Lines with which a paragraph may begin, or does not though one was read there: all of a letter, or none;
    `doubted`: whether it is doubted elsewhere."""
    draft = evidence.cleaned
    if not draft.wrapped or draft.has_structure() or len(draft.lines) < ENOUGH_LINES:
        return
    page, chances = evidence.page, dict(_chances(evidence))
    least = WHERE_DOUBTED if doubted else FOUND_PER_VAIN
    if sum(chances.values()) >= least * prod(1 - chance for chance in chances.values()):
        for at in chances:
            yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, page.lines[at].number, page.texts[at])


def _chances(evidence: Evidence) -> Iterator[tuple[int, float]]:
    """The lines of the page at which a break may be wrong, or may be missing, each with the chance that it is."""
    page, unmarked = evidence.page, part_unmarked(evidence)
    last = {id(block) for block in _last_items(evidence.letter.blocks)}
    usual = unmarked * part_of_ends(evidence.letter.blocks)
    for at, above, below, lengths in _read(evidence):
        if not rests_on_room(page, at):
            chance = chance_in_vain(page, at) if above is not below and begins_text(above, below) else 0
        elif above is not below:
            chance = chance_of_none(page, at, 2 * unmarked > 1, lengths) if begins_text(above, below) else 0
        elif below.kind is Kind.PARAGRAPH:
            chance = chance_of_one(page, at, usual, lengths)
        else:
            listed = BELOW_LIST if id(below) in last else WITHIN_LIST
            chance = unmarked * with_odds(listed, worth_of(page.texts[at]))
        if chance >= LEAST:
            yield at, chance


def begins_text(above: Block, below: Block) -> bool:
    """Whether a paragraph begins behind a text that it may go on in."""
    return above.kind in (Kind.PARAGRAPH, Kind.ITEM) and below.kind is Kind.PARAGRAPH


def _read(evidence: Evidence) -> Iterator[tuple[int, Block, Block, float]]:
    """Each line of the page with the block that the line above it was read into and its own, in running text, and what
    the lengths of the texts on either side are worth to the odds that a paragraph begins with the line."""
    page = evidence.page
    homes = {number: block for block in _running(evidence.letter.blocks) for number in evidence.lines_within(block)}
    own = [homes.get(line.number) for line in page.lines]
    behind = [0, *accumulate(map(len, page.texts))]
    first, end = dict[int, int](), dict[int, int]()
    for at, block in enumerate(own):
        first.setdefault(id(block), at)
        end[id(block)] = at + 1
    usual = usual_length(evidence.letter.blocks)
    for at, (above, below) in enumerate(pairwise(own), 1):
        if above and below:
            before, after = behind[at] - behind[first[id(above)]], behind[end[id(below)]] - behind[at]
            yield at, above, below, worth_of_lengths(before, after, usual)


def usual_length(blocks: Sequence[Block]) -> float:
    """The characters of a paragraph of a letter, in the mean; a short one is a salutation or a label."""
    lengths = [len(block.text) for block in blocks if block.kind is Kind.PARAGRAPH and len(block.text) > NO_PARAGRAPH]
    return sum(lengths) / len(lengths) if lengths else NO_PARAGRAPH


def worth_of_lengths(before: int, after: int, usual: float) -> float:
    """What the lengths of two texts are worth to the odds that they are two paragraphs and not one."""
    halves = HALVES * before * after / max(before + after, 1) / usual
    return min(max(halves**STEEP, LEAST_WORTH), MOST_WORTH)


def _running(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs of a letter and the items of its lists."""
    return (block for block in blocks if block.kind in (Kind.PARAGRAPH, Kind.ITEM))


def _last_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The last items of the lists of a letter."""
    for block, below in zip_longest(blocks, blocks[1:]):
        if block.kind is Kind.ITEM and (below is None or below.kind is not Kind.ITEM):
            yield block


def part_of_ends(blocks: Sequence[Block]) -> float:
    """The part of the ends of sentences in the running text of a letter at which a paragraph ends that another one
    follows: what it is at full lines too, where it is not seen."""
    ends = sum(sum(1 for _ in sentences(block.text)) - 1 for block in blocks if block.kind is Kind.PARAGRAPH)
    seen = sum(above.kind is below.kind is Kind.PARAGRAPH for above, below in pairwise(blocks))
    return (seen + USUAL * WEIGHED) / (seen + ends + WEIGHED)


def with_odds(chance: float, worth: float) -> float:
    """A chance, when its odds are worth so many times as much."""
    return chance * worth / (1 - chance + chance * worth)


def points_back(text: str) -> bool:
    """Whether the first words of a text refer to a sentence before it."""
    own = [word.lower() for word in WORD.findall(text[:FIRST_CHARACTERS])[:FIRST_WORDS]]
    return not (_pointing().isdisjoint(own[:1]) and _pointing_within().isdisjoint(own[1:]))


@cache
def _pointing() -> frozenset[str]:
    return frozenset(data("dutch")["points_back"])


@cache
def _pointing_within() -> frozenset[str]:
    return _pointing().difference(data("dutch")["points_within"])


def rests_on_room(page: PrintedLines, at: int) -> bool:
    """Whether nothing else tells that a paragraph begins at a line: no white space, mark, salutation, list or edge."""
    line, before, text = page.lines[at], page.texts[at - 1], page.texts[at]
    spaced = page.lines[at - 1].spaced > page.usual_space > 0 and not line.turn
    told = spaced or (line.blanks and not line.turn) or at in page.known_starts or page.bullets[at] is not None
    told = told or ends_list(page, at) or below_mark(page, at)
    apart = any(map(opens_or_closes, (before, text))) or before.endswith(":") or CAPTION.match(text)
    return not (told or apart) and text.lstrip(OPENS)[:1].isupper() and ends_sentence(before)


def room(page: PrintedLines, at: int) -> float:
    """The part of its measure that the line before one takes with the first word of that."""
    return (page.filled(at - 1) + page.width(" " + first_word(page.texts[at]))) / max(page.measures[at - 1], 1)


def chance_of_none(page: PrintedLines, at: int, bare: bool, lengths: float) -> float:
    """The chance that no paragraph begins at a line where one was read. A quotation begins one however full the line
    before it is."""
    taken, full = room(page, at), max(page.measures[at - 1], 1)
    wide = page.width(page.texts[at - 1]) / full
    worth = 1 / BACK if points_back(page.texts[at]) else 1.0
    if cut_at_call(page, at) or (cut_at_call(page, max(at - 1, 1)) and is_full(page, at)):
        return CUT_AT_CALL if is_full(page, at) or is_full(page, at + 1) else ENDED_AT_CALL
    if wide > OVERFULL and page.filled(at - 1) < HARDLY * full:
        return with_odds(HARDLY_BEGUN, worth)
    if page.lines[at].turn:
        return 0
    if taken > page.slack or (page.marks_paragraphs and OVERFULL < wide < SEVERAL_LINES):
        return AGAINST_ROOM if page.texts[at][0] not in QUOTES else 0
    if at > 1 and not any(" " in text for text in page.texts[at - 2 : at]):
        return ROW_OF_WORDS
    just, close = (IN_SEVERAL, 2 * CLOSE) if wide > OVERFULL else (JUST_ENOUGH, CLOSE)
    just = NEARLY_FULL if taken > page.slack - HARDLY_MORE and wide <= OVERFULL else just
    return with_odds(just, worth / lengths) if bare and taken > page.slack - close else 0


def cut_at_call(page: PrintedLines, at: int) -> bool:
    """Whether a line and the one above it, which ends in the call of a note, can be one printed line."""
    apart = page.lines[at].blanks or page.lines[at].turn
    return not apart and marked_at_end(page.lines[at - 1]) and one_line(page, at)


def goes_on_below(page: PrintedLines, at: int) -> bool:
    """Whether a sentence goes on below a line that had room for its next word: the first line of a paragraph has none
    left, the rest of a line that a tool cut has."""
    below = at + 1
    cut = below < len(page.lines) and not (page.lines[below].blanks or page.lines[below].turn)
    return cut and not ends_sentence(page.texts[at]) and room(page, below) <= page.slack - CLOSE


def is_full(page: PrintedLines, at: int) -> bool:
    """Whether the two lines above a line, as one, had no room for its first word."""
    if not 1 < at < len(page.lines):
        return False
    together = page.filled(at - 2) + page.width(f" {page.texts[at - 1]} {first_word(page.texts[at])}")
    return together > page.slack * page.measures[at - 1]


def chance_in_vain(page: PrintedLines, at: int) -> float:
    """The chance that no paragraph begins at a line below white space where one was read: in a text that has white
    space within its sentences, below a full line."""
    apart = page.lines[at].blanks and not page.lines[at].turn and page.bullets[at] is None
    cut = apart and page.parts_sentences and not ends_sentence(page.texts[at - 1])
    return SENTENCE_CUT if cut and at not in page.known_starts and room(page, at) > page.slack else 0


def chance_of_one(page: PrintedLines, at: int, usual: float, lengths: float) -> float:
    """The chance that a paragraph begins at a line where none was read; `usual`: that one does behind any sentence."""
    worth = worth_of(page.texts[at]) * lengths
    if cut_at_call(page, at) and goes_on_below(page, at):
        return 0
    if page.lines[at].turn:
        return with_odds(TURNED, min(worth, 1))
    if page.marks_paragraphs and not page.known_starts and room(page, at) <= page.slack:
        return BY_CUSTOM
    introduces = page.texts[at].endswith(":") and usual > SEEN and len(list(sentences(page.texts[at]))) == 1
    return with_odds(INTRODUCING if introduces else usual, worth)


def worth_of(text: str) -> float:
    """What the first word of a text is worth to the odds that a paragraph begins there."""
    return BACK if points_back(text) else ONWARD


def part_unmarked(evidence: Evidence) -> float:
    """The part of the paragraphs of a letter that begin where nothing shows it but a line that was not filled: no white
    space, and no first line that is set in."""
    lines = evidence.cleaned.lines
    paragraphs = [block for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH]
    if first_lines_set_in(lines, [line.plain for line in lines]):
        return 0
    firsts = {below.lines[0] for above, below in pairwise(paragraphs) if below.n == above.n + 1}
    marked = [line.blanks > 0 for line in lines if line.number in firsts and not line.turn]
    return (marked.count(False) + 1) / (len(marked) + EDGE)
