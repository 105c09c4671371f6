"""Doubts about headings: a heading says what the text below it is about, and some have hardly any below them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise, zip_longest
from operator import itemgetter

from build_tools.data import data
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.heading_shapes import HEADING_NUMBER, NUMBERS
from build_tools.reading.blocks.headings import HEADING_WORDS, LABELLED, WORD
from build_tools.reading.blocks.parting import OPENING
from build_tools.reading.blocks.typesetting import room
from build_tools.reading.doubts.around_text import COPIED
from build_tools.reading.doubts.evidence import Evidence, has_verb
from build_tools.reading.doubts.lists import marks_of_headings
from build_tools.reading.doubts.strays import is_counted, marks_of
from build_tools.reading.doubts.text import usually_stops
from build_tools.reading.steps.mending.question_numbers import unsure_answers

HARDLY_ROOM = 0.9
"""The part of its measure that a line takes with a word for which there was hardly room, at the least."""

SEVERAL, MOSTLY = 3, 0.7
"""Headings with white space below them, and the part of all that they are, where that is the custom of a letter."""

OPEN_END = re.compile(r":$")
"""How a text ends that introduces something, and no heading."""

SENTENCE_END = re.compile(r"[a-zà-ÿ]{3}\.\d{0,2}$")
"""`… van de huishoudens.11`: how a sentence ends."""

LABEL_FIRST = re.compile(rf"(?:{LABELLED.pattern})(?![a-zà-ÿ])")
"""`Vraag 1`, `II`: the label of a part; not `Inhouding`."""

ALIKE, SHOUTED = 4, 3
"""Words that headings begin with alike, at the least, that tells them by itself, and those of one that is all in
capitals: fewer can be a short form."""

SENTENCE_WORDS = 6
"""Words of a heading that may be a sentence of somebody, at the least."""

WHO = frozenset(("ik", "wij", "we", "u"))
"""Who says something in a letter, or whom it is said to."""

ROW = 3
"""Headings of one level in a row, without text between them, at the least: a title and its subtitle are two."""


def weak_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Rows of headings, and those with a colon that return or stand above what is no sentence: they may be labels, and
    what stands behind them their text.

    A file that states its structure says which lines are headings.
    """
    if evidence.raw.has_structure():
        return
    yield from _close_above_text(evidence)
    yield from _out_of_place(evidence)
    yield from _like_sentences(evidence)
    yield from _with_verbs(evidence)
    blocks = evidence.letter.blocks
    said = Counter(block.text for block in blocks)
    labels = {
        block.n
        for block, value in pairwise(blocks)
        if block.text.endswith(":") and (said[block.text] > 1 or ": " in block.text or not ENDED.fullmatch(value.text))
    }
    for level, row in groupby(blocks, lambda block: block.level if is_bare(block) else 0):
        headings = list(row) if level else []
        for block in headings:
            if (len(headings) >= ROW or block.n in labels) and not OPENING.fullmatch(block.text):
                yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def answers_without_text(evidence: Evidence) -> Iterator[Doubt]:
    """The heading of an answer with nothing below it but another heading, or a signature; not `Antwoord` above the
    number of the first answer."""
    blocks = evidence.letter.blocks
    for block, below, text in zip_longest(blocks, blocks[1:], blocks[2:]):
        answers = block.kind is Kind.HEADING and block.text.lower().startswith("antwoord")
        numbered = text is not None and text.kind is Kind.PARAGRAPH and below and NUMBERS.fullmatch(below.text)
        alone = below is None or (below.kind in (Kind.HEADING, Kind.SIGNATURE) and not numbered)
        if answers and alone and LABELLED.fullmatch(block.text):
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, block.lines[0], block.text, block.anchor)


def _like_sentences(evidence: Evidence) -> Iterator[Doubt]:
    """Headings with a verb on a line that has hardly room for the first word below them: sentences go on so. Not one
    that counts with other headings: `3. Wat de gemeenten hebben gedaan`."""
    page, marks = evidence.page, marks_of_headings(evidence.letter.blocks)
    for block, below in pairwise(evidence.letter.blocks) if evidence.cleaned.wrapped else ():
        at = evidence.on_page.get(below.lines[0], 0)
        follows = at > 0 and page.lines[at - 1].number == block.lines[1] and below.kind is Kind.PARAGRAPH
        sentence = block.kind is Kind.HEADING and has_verb(block.text) and not ENDED.fullmatch(block.text)
        if follows and sentence and room(page, at) > HARDLY_ROOM and not is_counted(block.text, marks):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def _with_verbs(evidence: Evidence) -> Iterator[Doubt]:
    """Headings that say who does something, as a sentence that lost its stop does, and sentences of one line without a
    stop; not those that begin with the word of a question: `Wat ik verander`."""
    asking = frozenset(data("dutch")["question_words"])
    stops = usually_stops(evidence.letter.blocks)
    for block, below in pairwise(evidence.letter.blocks):
        words = block.text.lower().split()
        says = len(words) >= SENTENCE_WORDS and not WHO.isdisjoint(words) and words[0] not in asking
        alone = block.kind is below.kind is Kind.PARAGRAPH and block.lines[0] == block.lines[1]
        unsure = is_bare(block) or (alone and stops and len(words) <= HEADING_WORDS)
        if says and unsure and not ENDED.fullmatch(block.text) and not block.text.endswith(","):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def _close_above_text(evidence: Evidence) -> Iterator[Doubt]:
    """Headings right above their text in a letter, or an annex, that leaves white space below its headings; not one
    that counts on from another: `C. Bekostiging`. What a site shows is told by the site."""
    if evidence.letter.layout == COPIED:
        return
    lines = {line.number: line for line in evidence.cleaned.lines}
    blocks = evidence.letter.blocks
    annexes = accumulate(block.kind is Kind.HEADING and block.text.startswith("Bijlage") for block in blocks)
    for _, part in groupby(zip(annexes, blocks, blocks[1:], strict=False), itemgetter(0)):
        places = [
            (above, lines[below.lines[0]])
            for _, above, below in part
            if above.kind is Kind.HEADING and below.kind is Kind.PARAGRAPH and below.lines[0] in lines
        ]
        apart = [above for above, line in places if line.blanks]
        marks = marks_of(above for above, _ in places)
        for above, line in places if len(apart) >= SEVERAL and len(apart) > MOSTLY * len(places) else ():
            close = not (line.blanks or line.turn) and line.number == above.lines[1] + 1
            if close and is_bare(above) and not is_counted(above.text, marks):
                yield evidence.doubt(DoubtKind.WEAK_HEADING, above.lines[0], above.text, above.anchor)


def _out_of_place(evidence: Evidence) -> Iterator[Doubt]:
    """Headings that nothing but their look tells where hardly one stands: below a text that introduces something or is
    not ended, a question below the number of one or above an answer; sentences with the call of a note."""
    blocks = evidence.letter.blocks
    for above, block, below in zip(blocks, blocks[1:], (*blocks[2:], None), strict=False):
        beside = [
            one for one in (above, below) if one and one.kind is Kind.HEADING and LABELLED.match(one.text.title())
        ]
        asked = beside and block.text.endswith("?")
        opens = OPEN_END.search(above.text) and not OPENING.fullmatch(above.text) and " " in block.text
        introduced = above.kind is Kind.PARAGRAPH and opens
        if is_bare(block) and (asked or introduced or SENTENCE_END.search(block.text)):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def headings_within(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within a paragraph that look as headings of the letter do: that begin with the same words as several of
    them, `Vragen en opmerkingen van de leden van …`, or are all in capitals as one of them is. In a list of decisions,
    whose texts have no stops, lines begin alike anywhere."""
    if evidence.raw.has_structure() or not usually_stops(evidence.letter.blocks):
        return
    headings = [block.text for block in evidence.letter.blocks if block.kind is Kind.HEADING]
    begins = {words for words, count in Counter(map(first_words, headings)).items() if words and count > 1}
    shouts = any(map(is_shouted, headings))
    for block in evidence.letter.blocks:
        for line in evidence.lines_with(block) if block.kind is Kind.PARAGRAPH else ():
            alike = first_words(line.plain) in begins or (shouts and is_shouted(line.plain))
            if alike and not ENDED.fullmatch(line.plain):
                yield evidence.doubt(DoubtKind.WEAK_HEADING, line.number, line.plain, block.anchor)


def first_words(text: str) -> tuple[str, ...] | None:
    """The words by which headings of one kind are known; None of a text with fewer."""
    words = text.split()
    return tuple(words[:ALIKE]) if len(words) > ALIKE else None


def is_shouted(text: str) -> bool:
    """Whether a text of several words has no small letters."""
    return text.isupper() and len(text.split()) >= SHOUTED


def is_bare(block: Block) -> bool:
    """Whether nothing but its look says that a block is a heading: no number, no `Vraag 1`."""
    sure = HEADING_NUMBER.match(block.text) or LABEL_FIRST.match(block.text)
    return block.kind is Kind.HEADING and not sure and WORD.search(block.text) is not None


def numbers_of_answers(evidence: Evidence) -> Iterator[Doubt]:
    """Numbers alone below questions that are no headings, as their order did not tell them from those of notes."""
    lines = evidence.raw.lines
    for at in unsure_answers(lines):
        yield evidence.doubt(DoubtKind.NUMBER_OF_ANSWER, lines[at].number, f"{lines[at].text} {lines[at + 1].text}")
