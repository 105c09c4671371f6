"""Doubts about blocks that have the form of another kind than what they were read as."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from build_tools.data import data
from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind, FactKey, Kind
from build_tools.reading.blocks.classify import LABELLED
from build_tools.reading.blocks.heading_shapes import HEADING_NUMBER
from build_tools.reading.blocks.known_starts import PREFIXED
from build_tools.reading.blocks.list_marks import bullet_of
from build_tools.reading.doubts.evidence import Evidence, around, begin_of, doubted, names_number
from build_tools.reading.signing.shapes import ROLE
from build_tools.reading.signing.signatures import names_person
from build_tools.reading.steps.margin_labels import label_of

TEXT = (Kind.PARAGRAPH, Kind.HEADING)
LONGEST = 110
SALUTES = re.compile(r"(?<=\S )(?:Geachte|Beste|Hooggeachte) (?:heer|mevrouw|[Vv]oorzitter|leden)\b")
LABEL_WITHIN = re.compile(r"(?<=[.?!] )(?:(?:Vraag|Antwoord) \d{1,2}\b|(?:Antwoord|Toelichting)[.:])(?= [A-Z]|$)|(?<=[.?!] )Antwoord$")
NUMBER_WITHIN = re.compile(r"(?<=[a-zà-ÿ)] )(?:\d{1,2}\. |[IVX]{1,4}\. )(?=[A-Z][a-zà-ÿ]{2})")
ITEM_WORDS = 12


def signers_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Names and offices alone, outside of a signature."""
    title = evidence.letter.fact(FactKey.TITLE)
    for block in evidence.letter.blocks:
        text = block.text.rstrip(" ,")
        if block.kind not in TEXT or len(text) > LONGEST or ENDED.fullmatch(text) or text == title:
            continue
        office = ROLE.fullmatch(text) and block.text.endswith(",") or (ROLE.fullmatch(text) and len(text.split()) <= 12)
        if office or (names_person(text) and re.search(r"[A-Z]\.", text)):
            yield evidence.doubt(DoubtKind.SIGNER_IN_TEXT, block.lines[0], block.text, block.anchor)


def labels_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """`Vraag 3:` that is no heading, or within a text; a salutation behind something else."""
    for block in evidence.letter.blocks:
        bare = block.text.rstrip(" :.")
        if block.kind is Kind.PARAGRAPH and LABELLED.fullmatch(bare):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)
        label = label_of(block.text)
        if block.kind in TEXT and label and len(block.text) < 60 and not ENDED.fullmatch(block.text) and (not label[1] or label[1].startswith("/")) and not LABELLED.match(block.text):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)
    for pattern, kind in ((SALUTES, DoubtKind.FOOT_IN_TEXT), (LABEL_WITHIN, DoubtKind.WEAK_HEADING)):
        for passage, match, lines in evidence.found(pattern):
            if passage.kind is Kind.PARAGRAPH and match.start() < 120 or pattern is LABEL_WITHIN:
                yield evidence.doubt(kind, lines[match.start()], around(passage.text, match.start(), match.end()), passage.anchor)
    for passage, match, lines in evidence.found(NUMBER_WITHIN):
        if passage.kind is Kind.HEADING and not names_number(passage.text[: match.start()]):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, lines[match.start()], passage.text, passage.anchor)


def items_like_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Items with a number or letter and no stop at their end, each with text below it: `a) Bevoegdheid`."""
    found, alone = [], []
    blocks = evidence.letter.blocks
    for above, block, below in zip([None, *blocks], blocks, blocks[1:]):
        bullet = bullet_of(block.text) if block.kind is Kind.ITEM else None
        short = len(block.text.split()) <= ITEM_WORDS and not ENDED.fullmatch(block.text) and not block.text.endswith((",", " en", " of"))
        short = short or (bullet and block.text.endswith("?"))
        if bullet and short and below.kind is Kind.PARAGRAPH and not PREFIXED.match(below.text):
            found.append(block)
            if not (above and above.kind is Kind.ITEM) and bullet.value == 1:
                alone.append(block)
    for block in found if len(found) > 1 else alone:
        yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def titles_too_long(evidence: Evidence) -> Iterator[Doubt]:
    """A title that has a sentence in it: what follows its lines was taken for a part of it."""
    fact = evidence.letter.facts.get(FactKey.TITLE)
    if fact and isinstance(fact.value, str) and isinstance(fact.origin, int):
        value = fact.value
        if re.search(r"[a-zà-ÿ)]\. [A-Z]|\b(?:ik|wij|u|uw)\b.*\.$", value) or (value.endswith(".") and len(value.split()) > 14):
            yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, fact.origin, begin_of(value))


TWO_OFFICES = re.compile(r"\b(?:minister|staatssecretaris) van de (?:minister|staatssecretaris) van\b", re.IGNORECASE)
KENMERK = re.compile(r"\b(?:[Oo]ns|[Uu]w) kenmerk\b(?! verme| te verm)")
PARTED_SIGN = re.compile(r"(?<=[a-zà-ÿ]{3}) [,;](?= [a-zà-ÿ])")


def other_columns(evidence: Evidence) -> Iterator[Doubt]:
    """Two offices in one, as beside each other; a reference of a margin in a text; a stop with a space before it."""
    for pattern, kind in ((TWO_OFFICES, DoubtKind.SIGNER_IN_TEXT), (KENMERK, DoubtKind.FOOT_IN_TEXT), (PARTED_SIGN, DoubtKind.SENTENCE_BROKEN)):
        yield from doubted(evidence, kind, pattern)


def labels_like_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Short paragraphs with a colon that introduce no list: `Ten aanzien van de meetmethode:`."""
    for block, below in pairwise(evidence.letter.blocks):
        own = block.kind is Kind.PARAGRAPH and block.text.endswith(":") and len(block.text.split()) <= 10
        says = set(block.text.lower().split()) & set(data("dutch")["sentence_words"])
        if own and not says and below.kind is Kind.PARAGRAPH and not below.text[:1] in "«“‘\"'":
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


MISFITS = (other_columns, labels_like_headings, signers_in_text, labels_in_text, items_like_headings, titles_too_long)
