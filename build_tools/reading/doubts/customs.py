"""Doubts where a text departs from its own custom: what one letter does nearly everywhere, and here not."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from build_tools.addresses import note_anchor
from build_tools.data import data
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.classify import LABELLED
from build_tools.reading.blocks.list_marks import bullet_of
from build_tools.reading.blocks.members import MOVED, is_clause
from build_tools.reading.blocks.paragraphs import opens_or_closes
from build_tools.reading.doubts.evidence import Evidence, begin_of, end_of

LEAST, ODD = 3, 0.2
CAPTION = re.compile(r"(?:Tabel|Overzicht|Figuur|Grafiek)(?: \d+[a-z]?)?(?: ?[:.–-]| [A-Z]).*")
ROW_END = re.compile(r".*\s(?:[–—-]|€? ?\d[\d.,]*%?)")
NO_LETTERS = re.compile(r"[\W\d]+")
REFERENCE = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z])[\w/.-]{6,}")
QUOTE = {"«": "»", "“": "”", "‘": "’"}
TEXT = (Kind.PARAGRAPH, Kind.ITEM)


CUT_ADDRESS = re.compile(r"\S*(?:https?:|www\.)\S*(?:[-_=&?]|(?<=//)[a-z]+\.|www\.[a-z]+\.)")
HOST = re.compile(r"(?:https?://|www\.)[^/]*/")
CUT_NUMBER = re.compile(r".*\d{4}[–-]\d{2,4}, (?:nr\.? )?\d{1,2}")
SMALL_END = re.compile(r".*[ («“‘][a-zà-ÿ]+")
DANGLING = re.compile(r".*(?: [-–—]|\b(?:de|het|een|der|des|van|te|ter|ten|bij|door|met|dat|die))")
AT_NAME = re.compile(r".*(?:(?:, |[a-z]\.|[A-Z]\.)[A-Z]\.|[a-z]-(?:[A-Z][a-z]+))")


def notes_without_stop(evidence: Evidence) -> Iterator[Doubt]:
    """Notes that end without a stop, where the others have one."""
    notes = evidence.letter.notes
    odd = [note for note in notes if not ENDED.fullmatch(note.text)]
    custom = len(notes) >= LEAST and len(odd) <= max(1, ODD * len(notes))
    for note in notes:
        last = note.text.rsplit(maxsplit=1)[-1] if note.text.split() else ""
        cut = CUT_ADDRESS.fullmatch(last) or CUT_NUMBER.fullmatch(note.text)
        if cut or (custom and note in odd and (HOST.fullmatch(last) or SMALL_END.fullmatch(note.text))):
            yield evidence.doubt(DoubtKind.NOTE_BREAKS_OFF, note.lines[1], end_of(note.text), note_anchor(note.n))


def texts_that_want_more(evidence: Evidence) -> Iterator[Doubt]:
    """Blocks that end in a word, a dash or a part of a name that something must follow."""
    for block, below in pairwise(evidence.letter.blocks):
        if block.kind not in (*TEXT, Kind.HEADING) or below.kind is Kind.SIGNATURE:
            continue
        name = block.kind in TEXT and below.kind in TEXT and len(block.text) > 30 and AT_NAME.fullmatch(block.text) and below.text[:1].isupper()
        if len(block.text) > 12 and (DANGLING.fullmatch(block.text) or name):
            yield evidence.doubt(DoubtKind.PARAGRAPH_BREAKS_OFF, block.lines[1], end_of(block.text), block.anchor)


def headings_like_items(evidence: Evidence) -> Iterator[Doubt]:
    """Headings with a number that end in a colon or a stop, as items do."""
    blocks = evidence.letter.blocks
    for at, block in enumerate(blocks):
        bullet = bullet_of(block.text) if block.kind is Kind.HEADING else None
        near = blocks[max(0, at - 4) : at] + blocks[at + 1 : at + 5]
        beside = [bullet_of(one.text) for one in near if one.kind is Kind.ITEM]
        counts = bullet and any(one and one.style == bullet.style and abs(one.value - bullet.value) == 1 for one in beside)
        if bullet is not None and (counts or block.text.endswith((":", ";", ","))):
            yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


UNKNOWN_MARK = re.compile(r"(?:\d{1,2}°\.? ?|[o§*+>•·–—-] )(?=[\w(€«“‘])(?![\d,.]+(?:$|[ %]))")


def marks_left(evidence: Evidence) -> Iterator[Doubt]:
    """Blocks that begin with the mark of an item that was not taken for one: `2°. Het bundelen`."""
    for block in evidence.letter.blocks:
        if block.kind in (*TEXT, Kind.HEADING) and UNKNOWN_MARK.match(block.text):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)


def figures_alone(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs without a letter in them."""
    for block in evidence.letter.blocks:
        cap = block.text.isupper() and len(block.text.split()) <= 3 and not ENDED.fullmatch(block.text)
        if block.kind is Kind.PARAGRAPH and (NO_LETTERS.fullmatch(block.text) or REFERENCE.fullmatch(block.text) or cap):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)


def captions_without_table(evidence: Evidence) -> Iterator[Doubt]:
    """`Tabel 2: …` above what is no table; and lines beside a table that end as its rows do."""
    blocks = evidence.letter.blocks
    for block, below in zip_longest(blocks, blocks[1:]):
        own = CAPTION.fullmatch(block.text) and block.kind is not Kind.TABLE and len(block.text) < 100
        if own and not ENDED.fullmatch(block.text) and (below is None or below.kind is not Kind.TABLE):
            yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, block.lines[0], block.text, block.anchor)
    for above, below in pairwise(blocks):
        for one, other in ((above, below), (below, above)):
            if other.kind is Kind.TABLE and one.kind in (Kind.PARAGRAPH, Kind.HEADING) and ROW_END.fullmatch(one.text) and len(one.text) < 60 and not ENDED.fullmatch(one.text) and not CAPTION.fullmatch(one.text) and not LABELLED.match(one.text):
                yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, one.lines[0], one.text, one.anchor)


CELL = re.compile(r".*\s(?:n\.v\.t\.|€ ?[\d.,]+|[\d.,]+ ?%|\d+,\d+|\d{1,3}\.\d{3})")


def rows_as_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Headings that end as the row of a table does."""
    for block in evidence.letter.blocks:
        if block.kind is Kind.HEADING and CELL.fullmatch(block.text):
            yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, block.lines[0], block.text, block.anchor)


def last_blocks(evidence: Evidence) -> Iterator[Doubt]:
    """Short blocks without a stop with which a letter ends: who signed, a foot, the heading of notes."""
    for block in reversed(evidence.letter.blocks):
        short = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and len(block.text.split()) <= 4
        if not short or ENDED.fullmatch(block.text):
            break
        yield evidence.doubt(DoubtKind.SIGNER_IN_TEXT, block.lines[0], block.text, block.anchor)


def commas(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs of a few words with a comma behind them, which neither greet nor close."""
    moved = any(MOVED.search(block.text) or block.text.startswith("De Kamer") for block in evidence.letter.blocks)
    for block in evidence.letter.blocks:
        own = block.kind is Kind.PARAGRAPH and block.text.endswith(",") and len(block.text) > 6
        if own and not moved and not opens_or_closes(block.text) and not is_clause(block.text):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)


NOTE_LIKE = re.compile(
    r"\[?[1-9]\d?[).\]]? ?(?:Zie |Vgl\.|Bron: |Idem|Ibid|Kamerstuk|TK |EK |Handelingen|Aanhangsel |Stb\.|Stcrt\.|EHRM |HvJ |HR |Motie van |Brief van |Richtlijn |https?://|www\.)"
)


def notes_as_text(evidence: Evidence) -> Iterator[Doubt]:
    """Blocks that begin with a number and what notes begin with: `2) Stb. 2023, 55.`"""
    for block in evidence.letter.blocks:
        if block.kind in (*TEXT, Kind.HEADING) and NOTE_LIKE.match(block.text):
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, block.lines[0], begin_of(block.text), block.anchor)


def rests_behind_the_end(evidence: Evidence) -> Iterator[Doubt]:
    """What stands below a signature and begins in the midst of a sentence."""
    signed = False
    for block in evidence.letter.blocks:
        if signed and block.kind in TEXT:
            first = block.text.lstrip("(«“‘\"'")[:1]
            if (first.islower() and block.kind is Kind.PARAGRAPH) or not re.search(r"[^\W\d_]{2}", block.text):
                yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, block.lines[0], begin_of(block.text), block.anchor)
        signed = block.kind is Kind.SIGNATURE


def quotes_left_open(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs that open a quotation and have text behind its end, or do not end it where no other opens below."""
    blocks = [block for block in evidence.letter.blocks]
    for block, below in zip_longest(blocks, blocks[1:]):
        if block.kind is not Kind.PARAGRAPH:
            continue
        for opens, closes in (*QUOTE.items(), ('"', '"'), ("'", "'")):
            if not block.text.startswith(opens):
                continue
            inner = block.text[1:]
            if opens in "\"'":
                closed = re.search(rf"[\w.,?!;]{opens}(?=[\s.,;:)]|$)", inner)
            else:
                closed = re.search(re.escape(closes) + (r"(?!\w)" if closes == "’" else ""), inner)
            goes_on = below is not None and below.text.startswith(opens)
            if not closed and not goes_on:
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, block.lines[1], begin_of(block.text), block.anchor)
            elif re.search(rf"[.!?]{closes}? {opens}[A-Z]", inner):
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, block.lines[1], begin_of(block.text), block.anchor)
            elif closed and re.search(r"[.!?][”’»\"']$", inner[: closed.end()]) and inner[closed.end():].strip():
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, block.lines[1], begin_of(block.text), block.anchor)


CUSTOMS = (notes_without_stop, texts_that_want_more, headings_like_items, figures_alone, marks_left, captions_without_table, rows_as_headings, last_blocks, commas, notes_as_text, rests_behind_the_end, quotes_left_open)
