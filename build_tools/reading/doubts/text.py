"""Doubts about the running text: where a paragraph or a sentence breaks off."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise, zip_longest

from build_tools.data import data
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.members import is_clause
from build_tools.reading.doubts.customs import CAPTION
from build_tools.reading.doubts.evidence import Evidence, begin_of, doubted, end_of

GOES_ON = re.compile(r"[a-zà-ÿ.,;:)]")
"""What a text begins with that goes on from another: a small letter, or a sign that closes something."""

NO_PARAGRAPH = 30
"""A shorter text is a line of a list or a signature; that it has no stop says nothing. In characters."""

SMALL_BEGIN = re.compile(r"(?!www\.|\S*(?:@|://))[a-zà-ÿ]{3}")
"""Three small letters that a text begins with, and no address."""

LEAST, ODD = 4, 0.1
"""Paragraphs that show a custom, at the least, and the part of them without a stop at their end, at the most, where one
without is odd: those of a list of decisions have none."""

RUNNING_TEXT = (Kind.PARAGRAPH, Kind.ITEM)
"""What can follow the paragraph that breaks off: a heading or a table can have a line above it that introduces it."""

BEGUN = re.compile(r"[a-zà-ÿ]{3}[.?!] [A-Z][^.?!]{1,20}$")
"""The first words of a sentence at the end of a text: `… weer op peil. De Europese`."""

OPENED = re.compile(r"(?<=[a-zà-ÿ0-9])(?:-? |-)(?P<word>[A-Z][a-zà-ÿ]*) (?=(?P<next>[’'a-zà-ÿ]+))")
"""A capital behind a word without a stop, and a small letter behind that word: `een overzicht Van oudsher`."""

CLOSED = re.compile(r"(?<![\w.])(?P<word>[a-zà-ÿ]{4,}|(?:19|20)\d\d)[.!?][1-9]?\d? [a-zà-ÿ]{2,}(?![\w.’'])")
"""A stop behind a word of four letters or more or a year, a small letter behind it, and no item: `gesteld. van de`."""

CALLED = re.compile(r"[.!?:;…][”’»\"')\]]*\d{1,2}$")
"""A stop with the call of a note behind it: `gesteld.12`."""

ASKING = re.compile(r"\b(?P<first>[a-z]+) (?P<next>[a-z]+)(?![\w’'-])")
"""Two words in small letters: `de wordt`."""


def paragraphs_that_break_off(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs without a stop at their end, where a page ends or something was taken out below them, where their last
    sentence has hardly begun, or where the next one begins with a small letter."""
    numbers = {line.number: index for index, line in enumerate(evidence.cleaned.lines)}
    lines = evidence.cleaned.lines
    long = [block.text for block in evidence.letter.blocks if is_long(block) and not CAPTION.fullmatch(block.text)]
    odd = sum(not is_whole(text) for text in long)
    always = len(long) >= LEAST and odd <= max(1, ODD * len(long))
    for block, below in zip_longest(evidence.letter.blocks, evidence.letter.blocks[1:]):
        index = numbers.get(block.lines[1], len(lines))
        turned = index + 1 < len(lines) and (lines[index + 1].turn or lines[index + 1].page != lines[index].page)
        goes_on = below is not None and below.kind is Kind.PARAGRAPH and GOES_ON.match(below.text)
        whole = block.kind is not Kind.PARAGRAPH or is_whole(block.text) or CAPTION.fullmatch(block.text)
        begun = below is not None and BEGUN.search(block.text)
        text_below = below is not None and below.kind in (*RUNNING_TEXT, Kind.HEADING) and always
        if (turned or goes_on or begun or text_below) and not whole and len(block.text) > NO_PARAGRAPH:
            yield evidence.doubt(DoubtKind.PARAGRAPH_BREAKS_OFF, block.lines[1], end_of(block.text), block.anchor)


def is_long(block: Block) -> bool:
    """Whether a block is a paragraph of more than a few words."""
    return block.kind is Kind.PARAGRAPH and len(block.text) > NO_PARAGRAPH


def is_whole(text: str) -> bool:
    """Whether a text ends as a paragraph can: with a stop, or the comma of a salutation or a part of a motion."""
    return ENDED.fullmatch(text) is not None or text.endswith(",")


def goes_on_in_small(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs that begin with a small letter below a text that is ended, which none does but in a list."""
    for above, block in pairwise(evidence.letter.blocks):
        small = block.kind is Kind.PARAGRAPH and SMALL_BEGIN.match(block.text)
        listed = above.kind is Kind.ITEM or above.text.endswith((":", ";", ",")) or is_clause(block.text)
        if small and not listed and is_whole(above.text):
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, block.lines[0], begin_of(block.text), block.anchor)


def broken_sentences(evidence: Evidence) -> Iterator[Doubt]:
    """Places where a sentence begins within another, ends without the next one beginning, or misses a noun.
    Who signs can have his office below his name, without a sentence."""
    known = data("dutch")
    openers, within = frozenset(known["sentence_openers"]), frozenset(known["within_names"])
    short, needs, lacks = (frozenset(known[name]) for name in ("abbreviations", "needs_noun", "no_noun"))
    kind = DoubtKind.SENTENCE_BROKEN

    def opens(at: re.Match[str]) -> bool:
        opener = at["word"].lower() in openers and at["next"] not in within
        return opener and is_within(at) and not CALLED.search(at.string[: at.start()])

    found = chain(
        doubted(evidence, kind, OPENED, opens),
        doubted(evidence, kind, CLOSED, lambda at: at["word"] not in short and is_within(at)),
        doubted(evidence, kind, ASKING, lambda at: at["first"] in needs and at["next"] in lacks),
    )
    signed = {block.anchor for block in evidence.letter.blocks if block.kind is Kind.SIGNATURE}
    yield from (doubt for doubt in found if doubt.anchor not in signed)


def is_within(found: re.Match[str]) -> bool:
    """Whether a place lies behind the first word of its text, which can be the number or letter of an item."""
    return " " in found.string[: found.start()].strip()
