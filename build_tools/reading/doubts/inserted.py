"""Doubts about lines that a page may have put between the lines of a sentence, or printed twice, and about pieces of
another column in them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.dates import DATE
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.headings import LABELLED
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.doubts.around_text import RUNNING
from build_tools.reading.doubts.evidence import NO_ADDRESS, Evidence, begin_of, end_of, names_number

FULL = 45
"""Characters that a full line of running text has more than, unless the column is narrow."""

NARROW, QUARTER = 0.75, 4
"""In a narrow column: the part of a long line that a full one has, and the part of the lines that are as long."""

INSERTED, SHORT_PART = 45, 0.6
"""A line between two of one sentence that was ended on purpose: at most so many characters, and so much of the line
before it. Lines of running text are full but for the last."""

ROOMY = 0.75
"""How much of the line before it a line takes at the most, with the first word below it, that was ended on purpose
though it is not short: no type sets a line a quarter wider than the next one."""

SEVERAL_LINES = 1.5
"""A line so many times as long as a full one is several printed lines, and no measure for others."""

NUMBER = re.compile(r"[1-9]\d?")
"""The number of a page or a note."""

COUNTED = re.compile(r"\d\S*")
"""A number, or what papers are kept under: `12`, `2031D11873`."""

MEASURED = re.compile(r"\d[\d.,]* [a-z]{1,2}[23²³]?")
"""`50.000 m3`: what no page says of itself."""

FOLIO, FOLIO_PART = re.compile(r"\D.*\s\d{1,4}"), 0.9
"""A line that ends in a number, as the feet of pages do, and how much of the line before it such a one may fill."""

SMALL_BEGIN = re.compile(rf"{NO_ADDRESS}[a-zà-ÿ]")
"""A small letter that no address begins with."""

DASHES = "–—-"
"""What closes a line that does so at its beginning too."""

RUNNING_TEXT = (Kind.PARAGRAPH, Kind.ITEM)
"""What sentences run on in; the lines of a heading or a signature are short by themselves."""

MOST = 4
"""Lines between two of one sentence at the most: a foot, or some lines of a margin."""


WORDS_ALONE = 3
"""Words of a label at the most."""

HALF_NUMBER = re.compile(r"\d-$")
"""`27923-`: a number of which the rest is below."""

LINES_OF_NOTE = 4
"""Lines of a note that a number below it may belong to, at the most."""

WIDE = re.compile(r"\s(?<=\S\s)\s{3,}(?=\S)")
"""White space in a line so wide that it parts two columns, but for lines that it fills."""

FEW = 0.05
"""The part of the lines that have it at the most where it says something: justified text has it everywhere."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
"""What has no columns of its own, as tables and signatures side by side have."""


def lines_in_sentences(evidence: Evidence) -> Iterator[Doubt]:
    """Lines that stand between those of a sentence, and lines like them elsewhere; and the word that they part."""
    if not evidence.cleaned.wrapped:
        return
    lines = evidence.cleaned.lines
    text = {n for block in evidence.letter.blocks if block.kind in RUNNING_TEXT for n in evidence.lines_within(block)}
    runs = list(inserted(lines, fullness(lines)))
    found = [at for run in runs if {lines[run.start - 1].number, lines[run.stop].number} <= text for at in run]
    shapes = Counter(shape_of(lines[at].plain) for at in found)
    like = (at for at, line in enumerate(lines) if at not in found and shape_of(line.plain) in shapes)
    for run in runs:
        halved = lines[run.start - 1]
        if run.start in found and halved.plain.endswith("-"):
            yield evidence.doubt(DoubtKind.BROKEN_WORD, halved.number, end_of(halved.plain))
    for at in sorted([*found, *like]):
        yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, lines[at].number, lines[at].plain)


def numbers_alone(evidence: Evidence) -> Iterator[Doubt]:
    """A number alone on its line below a line of the same paragraph: that of a page, or of a note; and the line above
    it that begins with a capital behind an open one, where that note may begin."""
    if not evidence.cleaned.wrapped:
        return
    for before, line in pairwise(evidence.cleaned.lines):
        parted = names_number(before.plain) or HALF_NUMBER.search(before.plain)
        alone = NUMBER.fullmatch(line.plain) and not line.given and len(before.plain) > FULL
        anchor = evidence.anchor_at(line.number)
        if alone and anchor and anchor == evidence.anchor_at(before.number) and not parted:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain, anchor)
            if begun := note_above(evidence, line):
                yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, begun.number, begun.plain, anchor)


def note_above(evidence: Evidence, number: Line) -> Line | None:
    """The line of a paragraph above a number with which a note may begin: with a capital, behind one that is open."""
    line = evidence.text_close_above(number.number)
    for _ in range(LINES_OF_NOTE):
        above = evidence.text_close_above(line.number) if line else None
        if line is None or above is None:
            return None
        if line.plain[0].isupper() and above.plain[-1].islower():
            return line
        line = above
    return None


def doubled_lines(evidence: Evidence) -> Iterator[Doubt]:
    """A line that stands there twice in a row, as at the turn of a page that some tools print once more.

    Where each is a paragraph of its own, a letter says the same twice.
    """
    alone = {block.lines[0] for block in evidence.letter.blocks if ENDED.fullmatch(block.text) and one_line(block)}
    for before, line in pairwise(evidence.cleaned.lines):
        same = line.plain == before.plain and len(line.plain) > FULL
        if same and not (line.blanks and {before.number, line.number} <= alone):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def out_of_order(evidence: Evidence) -> Iterator[Doubt]:
    """Headings of questions and answers that stand in the source below what was read behind them, or within it, and
    that."""
    for above, block in pairwise(evidence.letter.blocks):
        if block.lines[0] < above.lines[0] and LABELLED.match(above.text):
            for one in (above, block):
                yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, one.lines[0], begin_of(one.text), one.anchor)


def pieces_of_columns(evidence: Evidence) -> Iterator[Doubt]:
    """Lines of text with a piece of another column: with wide white space in them, in a letter that else has none."""
    lines = evidence.cleaned.lines
    wide = [line for line in lines if not line.given and WIDE.search(behind_mark(line))]
    if not wide or len(wide) > max(1, FEW * len(lines)):
        return
    text = {n for block in evidence.letter.blocks if block.kind in TEXT for n in evidence.lines_within(block)}
    for line in wide:
        if line.number in text:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def words_above_texts(evidence: Evidence) -> Iterator[Doubt]:
    """A word or two with a capital, alone above white space, with which a paragraph begins that goes on in small
    letters: a label of the margin, or the rest of a sentence."""
    for block in evidence.letter.blocks if evidence.cleaned.wrapped else ():
        for first, below in pairwise(evidence.lines_with(block)[:2] if block.kind is Kind.PARAGRAPH else ()):
            few = len(first.plain.split()) <= WORDS_ALONE and first.plain[-1].isalpha()
            if few and below.blanks and SMALL_BEGIN.match(below.plain):
                yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, first.number, first.plain, block.anchor)


def behind_mark(line: Line) -> str:
    """What is left of a line, without the mark of an item that it begins with, which stands as far from its text as it
    likes."""
    left = "".join(line.text[a - line.start : b - line.start] for a, b in line.kept()).strip()
    return left.partition(" ")[2].lstrip() if is_item(line) else left


def one_line(block: Block) -> bool:
    return block.lines[0] == block.lines[1]


def fullness(lines: Sequence[Line]) -> float:
    """The characters that a full line has more than."""
    lengths = sorted(len(line.plain) for line in lines)
    return min(FULL, NARROW * lengths[-len(lengths) // QUARTER]) if lengths else FULL


def inserted(lines: Sequence[Line], full: float) -> Iterator[range]:
    """The short lines between two of one sentence."""
    at = 1
    while at + 1 < len(lines):
        end = max((end for end in range(at + 1, at + 1 + MOST) if parts_sentence(lines, at, end, full)), default=at)
        if end > at:
            yield range(at, end)
        at = max(at + 1, end)


def parts_sentence(lines: Sequence[Line], at: int, end: int, full: float) -> bool:
    """Whether the lines [at, end) are short and stand behind a full line, before one that goes on in small letters; not
    with the month of the day that they end in."""
    if end >= len(lines):
        return False
    before, after = lines[at - 1], lines[end]
    runs_on = len(before.plain) > full and not ENDED.fullmatch(before.plain) and not before.marks
    if DATE.match(f"{lines[end - 1].plain.split()[-1]} {after.plain}".lower()):
        return False
    if not runs_on or not SMALL_BEGIN.match(after.plain) or is_item(after):
        return False
    return all(is_inserted(line, before, after, full) for line in lines[at:end])


def is_inserted(line: Line, before: Line, after: Line, full: float) -> bool:
    """Whether a line is too short for one of this sentence, and no item, heading or end of a sentence.

    One word in small letters is of the sentence: an extraction can have begun a line behind or before a marker. So is a
    piece of one, `neoni-` / `cotino-` / `iden`, a line that begins small and breaks off in a word, and one up to a
    comma, as in motions.
    """
    text = line.plain
    folio = FOLIO.fullmatch(text) and not (text[0].islower() or RUNNING.search(text))
    several = len(before.plain) > SEVERAL_LINES * len(after.plain) > SEVERAL_LINES * full
    measure = len(after.plain if several else before.plain)
    longest = FOLIO_PART if folio else min(SHORT_PART, INSERTED / measure)
    short = len(text) <= longest * measure or leaves_room(text, measure, after.plain)
    counted = COUNTED.fullmatch(text) and names_number(before.plain)
    word = text[0].islower() and (text.removesuffix("-").isalpha() or text.endswith("-"))
    runs_on = word or text.endswith(",") or MEASURED.fullmatch(text)
    ended = ENDED.fullmatch(text) and not text.endswith(tuple(data("dutch")["ends_names"]))
    return short and not (runs_on or counted or line.marks or is_item(line) or line.heading or ended)


def leaves_room(text: str, measure: int, after: str) -> bool:
    """Whether a line that begins with a capital had room for the first word below it and much more: no line of running
    text is broken there."""
    taken = len(text) + 1 + len(after.split()[0])
    return text[0].isupper() and taken <= ROOMY * measure


def is_item(line: Line) -> bool:
    """Whether a line begins with the mark of an item; `– 3 –` and `– vertrouwelijk –` do not. A hyphen at the end is of
    a word."""
    between = line.plain[-1] in DASHES and line.plain[-2:-1].isspace()
    return line.bullet is not None or (bullet_of(line.plain) is not None and not between)


def shape_of(text: str) -> str:
    """A line but for its digits and spaces."""
    return re.sub(r"[\d\s]+", "", text).lower()
