"""Doubts about texts that are no sentences in a letter that has sentences, whatever else they may be."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from build_tools.addresses import note_anchor
from build_tools.data import data
from build_tools.dutch.sentences import ENDED, sentences
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.heading_shapes import NUMBERS
from build_tools.reading.blocks.headings import ASKED, LABELLED
from build_tools.reading.blocks.known_starts import has_points
from build_tools.reading.blocks.parting import opens_or_closes
from build_tools.reading.doubts.evidence import Evidence, begin_of, end_of, ends_sentence, has_verb, heads_letter
from build_tools.reading.doubts.feet import RUNNING
from build_tools.reading.doubts.head_lines import MINISTRY
from build_tools.reading.doubts.inserted import shape_of
from build_tools.reading.doubts.notes import POSTCODE
from build_tools.reading.doubts.tables import CAPTION
from build_tools.reading.doubts.text import REFERS, filled_in, is_long, is_whole, leads_on, usually_stops

ADDRESS_LAST = re.compile(r"(?:(?:https?:|www\.|@)\S*|\b(?:19|20)\d\d)$")
"""An address or a year at the end of a text, as sources have it without a stop."""

REACHED_AT = re.compile(
    rf"{POSTCODE.pattern}"  # 2595 AJ Den Haag
    r"|P(?<=\b.)ostbus \d"
    r"|[0(](?<![\d.].)(?:(?<=0)|(?<=\()0)\d{2,3}\)? ?[-–]? ?\d{3}[ \d]{3,}"  # (070) 342 80 00
)
"""Where somebody can be reached: a letterhead says it."""

TOLD = re.compile(r"\b(?:telefoon|telefoonnummer|nummer|tel\.|via|op|naar) $")
"""Words of a sentence that says where somebody can be called: `bellen met telefoon`."""

ASIDE = re.compile(r"\(0[\d -]{6,14}\)")
"""`de tiplijn (0800-6070)`: a number that a sentence states in brackets; of `(070) 342 80 00` a part is."""

NEAR = 20
"""Characters before a number in which such a word stands."""

MAILBOX = re.compile(r"(?<!\S)[^\s@]+@\S+\.\w")
"""The same by mail, from the first sign of a word: a word of a hundred thousand letters is tried once."""

ANNEX = re.compile(r"Bijlage|Annex")
"""How a part behind the letter begins."""

MARK_ALONE = re.compile(r"\(?\w{1,4}[.)]")
"""`1.`, `(b)`: the mark of an item, which is no sentence before its text."""

FEW_WORDS = 3
"""Spaces in a heading that is a sentence, at the least: `Ik verwijs naar:`."""

OWN_LENGTH = 100
"""Characters of a text behind the last signature that shows that another part begins there, at the least."""

EARLY_END = 0.8
"""The part of the longest line of the notes that a line of one takes with the next word, at the most, where it was not
filled: a note ends there."""


def texts_without_verbs(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs without a verb and without a stop, where most have both: captions, cells, labels, lines
    of a page; and those that begin with the name of a ministry, which sentences have an article before."""
    blocks = evidence.letter.blocks
    lists = leading_on(blocks) | filled_in(blocks)
    for block in blocks if any(map(is_long, blocks)) and usually_stops(blocks) else ():
        named = opens_or_closes(block.text) or has_label(block.text) or heads_letter(block.text)
        own = block.kind is Kind.PARAGRAPH and not named and block.anchor not in lists
        sent = block.text.startswith(MINISTRY)
        whole = ENDED.fullmatch(block.text) or REFERS.search(block.text) or has_verb(block.text)
        if own and (sent or not whole):
            yield evidence.doubt(DoubtKind.NO_SENTENCE, block.lines[0], begin_of(block.text), block.anchor)
            if block.lines[0] != block.lines[1]:
                yield evidence.doubt(DoubtKind.NO_SENTENCE, block.lines[1], end_of(block.text), block.anchor)


def leading_on(blocks: Sequence[Block]) -> frozenset[str]:
    """The anchors of the blocks whose sentence goes on in a list."""
    return frozenset(above.anchor for above, block in pairwise(blocks) if leads_on(above, block))


def has_label(text: str) -> bool:
    """Whether a text is or has a label, `Bron: dienst Veerponten`, `Tabel 4`, or ends open, as what introduces does."""
    named = LABELLED.match(text) or CAPTION.match(text)
    return named is not None or ": " in text or text.endswith((":", ","))


def texts_alike(evidence: Evidence) -> Iterator[Doubt]:
    """Short paragraphs that return but for their numbers, `Antwoord vraag 1.`: headings, or lines of pages; not what
    labels say in a list of points. And headings that introduce what stands below them, as sentences do: `De commissie
    schrijft:`."""
    listed = has_points([block.text for block in evidence.letter.blocks])
    short = {b.n: shape_of(b.text) for b in evidence.letter.blocks if is_short(b) and not (listed and ": " in b.text)}
    shapes = Counter(short.values())
    for block in evidence.letter.blocks:
        said = ENDED.fullmatch(block.text) and not any(map(str.isdecimal, block.text))
        returns = block.n in short and shapes[short[block.n]] > 1 and not said
        introduces = block.kind is Kind.HEADING and block.text.endswith(":") and not LABELLED.match(block.text)
        if returns or (introduces and block.text.count(" ") >= FEW_WORDS):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def headings_of_nothing(evidence: Evidence) -> Iterator[Doubt]:
    """Headings right above the closing of a letter, so that no text stands below them: a line that strayed there."""
    closings = tuple(data("dutch")["closing"])
    for block, below in pairwise(evidence.letter.blocks):
        if block.kind is Kind.HEADING and below.text.lower().startswith(closings):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def is_short(block: Block) -> bool:
    """Whether a block is a paragraph of a few words, and no salutation, head of a letter or answer in one word."""
    words = block.text.count(" ") + 1
    own = opens_or_closes(block.text) or heads_letter(block.text)
    return block.kind is Kind.PARAGRAPH and 1 < words <= FEW_WORDS + 2 and not own


def tails_of_texts(evidence: Evidence) -> Iterator[Doubt]:
    """What stands behind the last stop of a text that has sentences: `… loonbelasting 1990. Korte Voorhout 7`. Not a
    label with its value, or a sentence that goes on in a list."""
    lists = leading_on(evidence.letter.blocks)
    whole = [ENDED.fullmatch(note.text) is not None for note in evidence.letter.notes]
    stopping = 2 * sum(whole) >= len(whole) - 1
    for passage, part in evidence.parts():
        own = passage.kind in RUNNING and (stopping or passage.kind is not Kind.NOTE)
        if not own or passage.anchor in lists or is_whole(passage.text) or ADDRESS_LAST.search(passage.text):
            continue
        found = list(sentences(passage.text))
        found = found[1:] if found and MARK_ALONE.fullmatch(passage.text[slice(*found[0])]) else found
        if len(found) > 1 and ": " not in passage.text[found[-1][0] :]:
            lines = evidence.lines_of(part)
            for at in dict.fromkeys((lines[found[-1][0]], lines[-1])):
                yield evidence.doubt(DoubtKind.NO_SENTENCE, at, end_of(passage.text), passage.anchor)


def addresses_in_texts(evidence: Evidence) -> Iterator[Doubt]:
    """Where somebody lives or can be called, in a text: of a letterhead or its margin."""
    for passage, match, lines in chain(evidence.found(REACHED_AT), evidence.found(MAILBOX, needs=("@",))):
        before = TOLD.search(match.string, max(0, match.start() - NEAR), match.start())
        told = before is not None or ASIDE.match(match.string, match.start()) is not None
        if passage.kind in (*RUNNING, Kind.HEADING) and not told:
            text = evidence.by_number[lines[match.start()]].plain
            yield evidence.doubt(DoubtKind.NO_SENTENCE, lines[match.start()], begin_of(text), passage.anchor)


def lines_behind_the_end(evidence: Evidence) -> Iterator[Doubt]:
    """What is no sentence behind the last signature, in a letter that ends with it: what stands below its page."""
    for block in behind_signature(evidence.letter.blocks):
        if not ENDED.fullmatch(block.text):
            yield evidence.doubt(DoubtKind.NO_SENTENCE, block.lines[0], begin_of(block.text), block.anchor)


def behind_signature(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks behind the last signature; none where a part of its own begins there, or headings have text."""
    last = max((at for at, block in enumerate(blocks) if block.kind is Kind.SIGNATURE), default=len(blocks))
    rest = blocks[last + 1 :]
    headed = any(one.kind is Kind.HEADING and is_long(below) and is_whole(below.text) for one, below in pairwise(rest))
    return () if headed or any(map(begins_part, rest)) else rest


def begins_part(block: Block) -> bool:
    """Whether a block tells that more than a few stray lines follow: an annex, questions, a table, a long text."""
    named = ANNEX.match(block.text) or ASKED.match(block.text) or LABELLED.fullmatch(block.text)
    numbered = block.kind is Kind.HEADING and NUMBERS.fullmatch(block.text) is not None
    return named is not None or numbered or block.kind is Kind.TABLE or len(block.text) > OWN_LENGTH


def notes_behind_their_end(evidence: Evidence) -> Iterator[Doubt]:
    """Lines of a note below one that ends a sentence long before the margin: the note was over. Those of a note beside
    the text or another note, which share theirs with that, do not tell."""
    lines = {note.n: evidence.lines_with(note) for note in evidence.letter.notes}
    beside = {number for block in evidence.letter.blocks for number in evidence.lines_within(block)}
    held = Counter(line.number for own in lines.values() for line in own)
    beside |= {number for number, notes in held.items() if notes > 1}
    longest = max((len(line.plain) for own in lines.values() for line in own), default=0)
    for note in evidence.letter.notes:
        for above, line in pairwise(lines[note.n]):
            taken = len(above.plain) + 1 + len(line.plain.split()[0]) if line.plain else longest
            over = ends_sentence(above.plain) and above.plain[-1] != ":" and taken < EARLY_END * longest
            if over and not line.given and beside.isdisjoint((above.number, line.number)):
                for one in (above, line):
                    yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, one.number, one.plain, note_anchor(note.n))
