"""Doubts about blocks, and words in them, that are no running text: names, offices, labels, what a margin says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile, zip_longest

from build_tools.data import data
from build_tools.dutch.dates import PLACE_DATE, day_in
from build_tools.dutch.matching import any_of, is_closing
from build_tools.dutch.sentences import ENDED
from build_tools.dutch.word_list import known
from build_tools.model import Block, Doubt, DoubtKind, FactKey, Kind
from build_tools.reading.blocks.headings import ASKED, LABELLED, WORD
from build_tools.reading.blocks.known_starts import PREFIXED
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.lists.members import MOVED
from build_tools.reading.blocks.parting import opens_or_closes
from build_tools.reading.doubts.around_text import COPIED
from build_tools.reading.doubts.evidence import Evidence, around, begin_of, doubted, has_verb, names_number
from build_tools.reading.signing.shapes import OFFICE, ROLE, WITH_INITIALS, names_person
from build_tools.reading.steps.margins.labels import label_of

OWN = (Kind.PARAGRAPH, Kind.HEADING)
"""What a line that is no text becomes; in tables and signatures names and labels have their place."""

OFFICE_WORDS = 14
"""Words of an office at the most; what is longer and begins so is a sentence."""

LAST_WORDS = 4
"""Words of a line without a stop with which a letter ends, at the most: a surname, a mark, the head of its notes."""

LONGEST_LABEL = 60
"""Characters of a label with its value, at the most."""

SHORTEST_PART = 6
"""Characters of a text that ends in a comma, at the least; a shorter one is a cell or a mark."""

NAMENS = re.compile(r"(?:[Mm]ede )?[Nn]amens ")
"""`Mede namens de minister van Financiën,`: above a signature."""

OFFICES = re.compile(rf"\b(?:{OFFICE})\b", re.IGNORECASE)
"""An office in a signature, above the name or behind it."""

BEGUN_ANEW = re.compile(r"[a-zà-ÿ]{3}[”’»]?[.?!][”’»]? [A-Z]")
"""A sentence that ends, and another one that begins."""

TWO_OFFICES = re.compile(r"\b(?:minister|staatssecretaris) van de (?:minister|staatssecretaris) van\b", re.IGNORECASE)
"""Two offices that stood beside each other, in one: `DE MINISTER VAN DE MINISTER VAN`."""

OFFICE_PIECES = ("inister", "INISTER", "ecretaris", "ECRETARIS")
"""What one of these always has."""

REFERENCE = re.compile(r"\b(?:[Oo]ns|[Uu]w) kenmerk\b(?! verm| te verm)")
"""A label of the margin amid a text; ministries ask to mention it."""

LABEL_WITHIN = re.compile(
    r"(?<=[.?!] )(?:(?:Vraag|Antwoord) \d{1,2}\b|(?:Antwoord|Toelichting)[.:])(?= [A-Z]|$)|(?<=[.?!] )Antwoord$"
)
"""`… besloten? Antwoord 2 De kosten`: the heading of an answer within a text."""

NUMBER_WITHIN = re.compile(r"(?<=[a-zà-ÿ)] )(?:\d{1,2}|[IVX]{1,4})\. (?=[A-Z][a-zà-ÿ]{2})")
"""`Fiche: middelen 1. Algemene gegevens`: two headings in one."""


NUMBER_ALONE, NUMBERED_TEXT = re.compile(r"\d{1,2}"), re.compile(r"\d{1,2} [A-Z][a-zà-ÿ]")
"""The number of a note below its text, and before it."""

NOTE_MARK = re.compile(r"\[?[1-9]\d?[).\]]? ?[A-Z«“]")
"""The number of a note before its text."""

LONGEST_NOTE = 200
"""Characters of a paragraph that may be a note by what stands beside it, at the most."""


def signers_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Names with initials and offices alone, outside of a signature, and short lines with which a letter ends; and a
    name on a line of its own in its last paragraph, below what may be an office."""
    title = evidence.letter.fact(FactKey.TITLE)
    blocks = [block for block in evidence.letter.blocks if block.text != title]
    last = list(takewhile(is_last_line, reversed(blocks)))
    if evidence.letter.layout == COPIED:
        last = [block for block in last[:1] if " " not in block.text]
    lettered = marks_of(evidence.letter.blocks)
    ends = {block.n for block in last}
    for block in blocks:
        name = block.kind in OWN and not ENDED.fullmatch(block.text) and signs(block.text.rstrip(" ,"))
        heads = block.kind is Kind.HEADING and is_lettered(block.text)
        if block.n in ends or (name and not (heads or is_counted(block.text, lettered))):
            yield evidence.doubt(DoubtKind.SIGNER_IN_TEXT, block.lines[0], block.text, block.anchor)
    yield from doubted(evidence, DoubtKind.SIGNER_IN_TEXT, TWO_OFFICES, needs=OFFICE_PIECES)
    for block in blocks[-1:] if evidence.cleaned.wrapped else ():
        for above, line in pairwise(evidence.lines_with(block)) if block.kind is Kind.PARAGRAPH else ():
            if names_person(line.plain) and WITH_INITIALS.fullmatch(line.plain):
                signed = f"{above.plain} {line.plain}"
                yield evidence.doubt(DoubtKind.SIGNER_IN_TEXT, above.number, signed, block.anchor)


def is_lettered(text: str) -> bool:
    """Whether a text is one letter and a word of Dutch: `I. Uitvoeringstoets`."""
    letter, _, word = text.partition(". ")
    return len(letter) == 1 and " " not in word and known(word.lower())


def marks_of(blocks: Iterable[Block]) -> set[tuple[str, int]]:
    """The numbers and letters that blocks begin with, each with its style."""
    return {(mark.style, mark.value) for block in blocks if (mark := bullet_of(block.text))}


def is_counted(text: str, marks: set[tuple[str, int]]) -> bool:
    """Whether what looks like an initial counts on from another text: `B. Gegevensbescherming` behind `A. …`."""
    mark = bullet_of(text)
    return mark is not None and any((mark.style, mark.value + step) in marks for step in (-1, 1))


def is_last_line(block: Block) -> bool:
    """Whether a block at the end of a letter is too short for one."""
    short = block.kind in OWN and len(block.text.split()) <= LAST_WORDS and not ENDED.fullmatch(block.text)
    own = is_closing(block.text) or PREFIXED.match(block.text) or PLACE_DATE.fullmatch(block.text)
    return short and not own and WORD.search(block.text) is not None


def signs(text: str) -> bool:
    """Whether a text is an office or a name and nothing else; a name without initials can be that of anything.
    `… - 3 mei 2031` is an entry of a list."""
    if day_in(text.rpartition(" - ")[2]):
        return False
    return is_office(text) or bool(names_person(text) and WITH_INITIALS.fullmatch(text))


def is_office(text: str) -> bool:
    """Whether a text is an office and nothing else: `de minister van Financiën`."""
    return ROLE.fullmatch(text) is not None and len(text.split()) <= OFFICE_WORDS and not has_verb(text)


def labels_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Labels of a margin with little behind them, and headings of questions that are none."""
    for above, block in zip((None, *evidence.letter.blocks), evidence.letter.blocks, strict=False):
        annex = above is not None and above.kind is Kind.SIGNATURE and LABELLED.fullmatch(block.text.capitalize())
        asks = ASKED.match(block.text) and LABELLED.fullmatch(block.text.rstrip(" :.").capitalize())
        if asks and block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)
        elif block.kind in OWN and is_margin_label(block.text) and not annex:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)
    yield from doubted(evidence, DoubtKind.WEAK_HEADING, LABEL_WITHIN, needs=("Vraag", "Antwoord", "Toelichting"))
    yield from doubted(evidence, DoubtKind.FOOT_IN_TEXT, REFERENCE, needs=(" kenmerk",))


def is_margin_label(text: str) -> bool:
    """Whether a text is a label of a margin, perhaps in two languages: `Kenmerk / Referensia`."""
    label = label_of(text) if len(text) <= LONGEST_LABEL and not LABELLED.match(text) else None
    return label is not None and not ENDED.fullmatch(text) and (not label[1] or label[1].startswith("/"))


def headings_in_one(evidence: Evidence) -> Iterator[Doubt]:
    """Headings with the number of another one within them."""
    for passage, match, lines in evidence.within(Kind.HEADING, NUMBER_WITHIN):
        if not names_number(passage.text[: match.start()]):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, lines[match.start()], passage.text, passage.anchor)


def salutations_within(evidence: Evidence) -> Iterator[Doubt]:
    """Salutations with something before them in their text: a mark of secrecy, a line of the letterhead."""
    greets = any_of(
        rf"(?<=\S ){re.escape(one)} (?:heer|mevrouw|voorzitter|leden)\b" for one in data("dutch")["salutation"]
    )
    for block in evidence.letter.blocks:
        own = block.kind is Kind.PARAGRAPH and len(block.text) <= LONGEST_LABEL
        if own and (found := greets.search(block.text.lower())):
            text = around(block.text, found.start(), found.end())
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], text, block.anchor)


def closed_before_opened(evidence: Evidence) -> Iterator[Doubt]:
    """What stands before the closing of a letter, and its salutation below that: its pages are out of order. A letter
    in an annex has both."""
    marked = [block for block in evidence.letter.blocks if opens_or_closes(block.text)]
    closings = [block.text.lower().startswith(tuple(data("dutch")["closing"])) for block in marked]
    if closings == [True, False]:
        for block in (evidence.letter.blocks[0], marked[1]):
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, block.lines[0], begin_of(block.text), block.anchor)


def parts_with_a_comma(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs that end in a comma and neither greet nor close: half an office, an item, or, of more than one
    sentence, a paragraph that is cut. Parts of motions do too, what a file itself parts within a sentence, and what
    says for whom else the minister named below it signs."""
    blocks = evidence.letter.blocks
    for block, below in zip_longest(blocks, blocks[1:]) if not is_motion(blocks) else ():
        goes_on = evidence.raw.has_structure() and below is not None and below.text[:1].islower()
        own = block.kind is Kind.PARAGRAPH and block.text.endswith(",") and len(block.text) > SHORTEST_PART
        office = below is not None and below.kind is Kind.SIGNATURE and OFFICES.search(below.text)
        signed = office or (below is not None and opens_or_closes(below.text))
        if own and not (goes_on or (signed and NAMENS.match(block.text)) or opens_or_closes(block.text)):
            kind = DoubtKind.PARAGRAPH_BREAKS_OFF if BEGUN_ANEW.search(block.text) else DoubtKind.FOOT_IN_TEXT
            yield evidence.doubt(kind, block.lines[0], begin_of(block.text), block.anchor)


def is_motion(blocks: Sequence[Block]) -> bool:
    """Whether a paper says what the Chamber finds, in parts of one long sentence."""
    return any(MOVED.search(block.text) or block.text.startswith("De Kamer") for block in blocks)


def notes_below_signatures(evidence: Evidence) -> Iterator[Doubt]:
    """What begins with the mark of a note below the last signature, in a letter with notes: `1) Stb. 2031, 55.`; not
    a question."""
    blocks = evidence.letter.blocks
    ends = [at for at, block in enumerate(blocks) if block.kind is Kind.SIGNATURE]
    if evidence.raw.has_structure() or not (ends and evidence.letter.notes):
        return
    for block in takewhile(lambda one: one.kind in (Kind.PARAGRAPH, Kind.ITEM), blocks[ends[-1] + 1 :]):
        if NOTE_MARK.match(block.text) and not block.text.endswith("?"):
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, block.lines[0], begin_of(block.text), block.anchor)


def notes_among_texts(evidence: Evidence) -> Iterator[Doubt]:
    """Short paragraphs without a verb that begin with a number before a capital, `2 Wet van 4 juli 1996, Stb. 402.`, or
    stand above or below one that is a number alone: notes are like that."""
    blocks = evidence.letter.blocks
    if evidence.raw.has_structure() or not evidence.cleaned.wrapped:
        return
    for before, block, below in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        beside = [one for one in (before, below) if one is not None and one.kind is Kind.PARAGRAPH]
        above = any(NUMBER_ALONE.fullmatch(one.text) for one in beside)
        short = block.kind is Kind.PARAGRAPH and ENDED.fullmatch(block.text) and len(block.text) <= LONGEST_NOTE
        if short and not has_verb(block.text) and (above or NUMBERED_TEXT.match(block.text)):
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, block.lines[0], begin_of(block.text), block.anchor)
