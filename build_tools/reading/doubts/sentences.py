"""Doubts about sentences: one that begins within another, goes on in a text of its own, or misses a part."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise

from build_tools.data import data
from build_tools.dutch.sentences import ENDED, short_forms
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.lists.members import is_clause
from build_tools.reading.doubts.evidence import NO_ADDRESS, Evidence, around, begin_of, doubted
from build_tools.reading.doubts.text import GOES_ON, is_running, is_whole

SMALL_BEGIN = re.compile(rf"{NO_ADDRESS}[a-zà-ÿ]{{3}}")
"""Three small letters that a text begins with, and no address."""

SENTENCE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]*(?: [^ ]+){3}")
"""A capital, and more than a few words: an item that is a sentence."""

NO_BEGIN = re.compile(r"[(«“‘\"']?[a-zà-ÿ]|(?!.*[^\W\d_]{2})")
"""How no text begins below a signature: `stukken.`, `l’Isle e.a.`; or it has no word at all: `29–138.`"""

PUBLISHED = "publicatie"
"""The layout of official XML and HTML, which say where each text begins and ends."""

PARTED_SIGN = re.compile(r" (?<=[a-zà-ÿ]{3} )[,;](?= [a-zà-ÿ])")
"""`blijft , ook`: what stood before the sign is gone. At the end of a text it can be typed so."""

REST = re.compile(r"(?!Ja\b|Nee\b|Neen\b|Idem\b|Akkoord\b|Zie\b).*[^\W\d_]{3}.*[.?]")
"""A few words with a stop that are no answer."""

FEW = 8
"""Words of the rest of a sentence, at the most."""

NUMBER_FIRST = re.compile(r"\d+ [a-z]")
"""`2016 nog voorlopig zijn.`"""

OPENED = re.compile(
    r"[ -](?<=[a-zà-ÿ0-9].)(?:(?<=-) )?(?!Onze (?:[a-z]+ )?Minister)(?P<word>[A-Z][a-zà-ÿ]*) (?=(?P<next>[’'a-zà-ÿ]+))"
)
"""A capital behind a word without a stop, and a small letter behind that word: `een overzicht Van oudsher`.
Laws write `Onze Minister`."""

CLOSED = re.compile(r"(?<![\w.])(?P<word>[A-Z]?[a-zà-ÿ]{4,}+|(?:19|20)\d\d)[.!?][1-9]?\d? [a-zà-ÿ]{2,}(?![\w.’'])")
"""A stop behind a word of four letters or more or a year, a small letter behind it, and no item: `gesteld. van de`."""

SMALL_BEHIND = re.compile(r"[.!?](?<=[a-zà-ÿ\d].)\d{0,2} [a-zà-ÿ]")
"""What these need."""

CALLED = re.compile(r"[.!?:;…][”’»\"')\]]*\d{1,2}$")
"""A stop with the call of a note behind it: `gesteld.12`."""

BRACKET = re.compile(r"[()]")
"""What opens and closes an aside."""

TWICE = re.compile(r"(\(\w+) \1\b")
"""`(ontvangen (ontvangen 7 juni 2031)`: what a printer set twice lacks nothing."""

MARK = re.compile(r"(?:\d{1,2}|[a-z])[.)] ")
"""`2. `, `b) `: the mark of an item."""

ASKING = re.compile(r"\b(?P<first>[a-z]+) (?P<next>[a-z]+)(?![\w’'-])")
"""Two words in small letters: `de wordt`."""


@cache
def misses_noun() -> re.Pattern[str]:
    """What a text has in which two of these are a word that wants a noun and one that is none: `de wordt`."""
    needs, lacks = data("dutch")["needs_noun"], data("dutch")["no_noun"]
    begins, rests = sorted({word[0] for word in needs}), sorted({word[1:] for word in needs})
    return re.compile(rf"[{''.join(begins)}](?<=\b.)(?:{'|'.join(rests)}) (?:{'|'.join(lacks)})\b")


def goes_on_in_small(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs that begin with a small letter below a heading or a text that is ended, which none does but in a list;
    an item that does below one that begins with a capital and is not ended; and what stands below a signature and does,
    however short."""
    for above, block in pairwise(evidence.letter.blocks):
        small = block.kind is Kind.PARAGRAPH and SMALL_BEGIN.match(block.text)
        anew = small and not is_listed(above, block) and (is_whole(above.text) or above.kind is Kind.HEADING)
        signed = above.kind is Kind.SIGNATURE and block.kind is Kind.PARAGRAPH and NO_BEGIN.match(block.text)
        if anew or signed or is_rest(above, block):
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, block.lines[0], begin_of(block.text), block.anchor)


def is_listed(above: Block, block: Block) -> bool:
    """Whether a block is of a list, or goes on behind what the one above it begins."""
    return above.kind is Kind.ITEM or above.text.endswith((":", ";", ",")) or is_clause(block.text)


def is_rest(above: Block, block: Block) -> bool:
    """Whether an item is the rest of the one above it: `- In de haven` / `- van Ameide.`"""
    if not above.kind is block.kind is Kind.ITEM:
        return False
    first, text = (MARK.sub("", one.text, count=1) for one in (above, block))
    begun = SENTENCE.match(first) and not (is_whole(first) or first.endswith(";"))
    return bool(begun and GOES_ON.match(text) and ENDED.fullmatch(text))


def rests_of_sentences(evidence: Evidence) -> Iterator[Doubt]:
    """A word with a stop as a paragraph, below a text: `Vlaanderen.` Below a heading it can be an answer, but hardly a
    question. And a few words that begin with a number and go on in small letters: `2019 nog voorlopig zijn.`, or more
    of them below a text without a stop."""
    for above, block in pairwise(evidence.letter.blocks):
        short = block.kind is Kind.PARAGRAPH and block.text.count(" ") < FEW
        few = short and REST.fullmatch(block.text)
        one = " " not in block.text and (block.text.endswith("?") or above.kind is not Kind.HEADING)
        open_above = block.kind is Kind.PARAGRAPH and is_running(above) and not is_whole(above.text)
        if (few and one) or ((few or open_above) and NUMBER_FIRST.match(block.text)):
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, block.lines[0], block.text, block.anchor)


def brackets_left_open(evidence: Evidence) -> Iterator[Doubt]:
    """Brackets that nothing closes in their text: what did stands elsewhere or was taken out: `(artikel 2.3 is`."""
    for passage, part in evidence.parts():
        opened: list[int] = []
        for bracket in BRACKET.finditer(passage.text):
            if bracket[0] == "(":
                opened.append(bracket.start())
            elif opened:
                opened.pop()
        opened = [at for at in opened if not TWICE.match(passage.text, at)]
        if opened and passage.kind is not Kind.TABLE:
            lines = evidence.lines_of(part)
            text = around(passage.text, opened[0], opened[0] + 1)
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, lines[opened[0]], text, passage.anchor)


def broken_sentences(evidence: Evidence) -> Iterator[Doubt]:
    """Places where a sentence begins within another, ends without the next one beginning, or misses a noun.
    Who signs can have his office below his name, without a sentence. In a publication each text stands as it is."""
    if evidence.letter.layout == PUBLISHED:
        return
    known = data("dutch")
    openers, within = frozenset(known["sentence_openers"]), frozenset(known["within_names"])
    titled = tuple(known["before_titles"])
    short, needs, lacks = short_forms(), frozenset(known["needs_noun"]), frozenset(known["no_noun"])
    kind = DoubtKind.SENTENCE_BROKEN

    def opens(at: re.Match[str]) -> bool:
        opener = at["word"].lower() in openers and at["next"] not in within
        behind = at.string[: at.start()].rpartition(" ")[2].lower()
        return opener and not behind.endswith(titled) and is_within(at) and not CALLED.search(at.string[: at.start()])

    found = chain(
        doubted(evidence, kind, OPENED, opens),
        doubted(evidence, kind, CLOSED, lambda at: at["word"].lower() not in short and is_within(at), SMALL_BEHIND),
        doubted(evidence, kind, PARTED_SIGN),
        doubted(evidence, kind, ASKING, lambda at: at["first"] in needs and at["next"] in lacks, misses_noun()),
    )
    signed = {block.anchor for block in evidence.letter.blocks if block.kind is Kind.SIGNATURE}
    yield from (doubt for doubt in found if doubt.anchor not in signed)


def is_within(found: re.Match[str]) -> bool:
    """Whether a place lies behind the first word of its text, which can be the number or letter of an item."""
    return " " in found.string[: found.start()].strip()
