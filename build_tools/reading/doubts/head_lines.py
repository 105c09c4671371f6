"""Doubts about lines of the letterhead that stand in the text: above the salutation, or once more on a later page."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.dutch.dates import DATE, date_in
from build_tools.dutch.matching import salutes
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, FactKey, Kind, Reason
from build_tools.reading.blocks.heading_shapes import CASE
from build_tools.reading.blocks.headings import ASKED
from build_tools.reading.blocks.parting import opens_or_closes
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.doubts.feet import heads_questions
from build_tools.reading.doubts.text import REFERS
from build_tools.reading.steps.heads.head_shapes import OF_KIND
from build_tools.reading.steps.margins.labels import is_label, is_subject, is_unit, label_of

CODE_BEGUN = re.compile(r" [A-Z][A-Z-]+ ?/(?: ?\d+)?$")
"""The begin of a reference at the end of a subject."""

NO_TITLE = re.compile(r"(?=\S*\d)(?=\S*[A-Z])[\w/.-]{6,}")
"""`BS2031019774`: what may be a reference and nothing else."""

BEGUN = re.compile(r"[a-zà-ÿ]{3}\. (?:[1-9] )?[A-Z]|[a-zà-ÿ] 1 (?:Op|In|Bij|Met|Hierbij|Naar|De|Het) ")
"""`… bereikbaarheid 1 Op 18 april heeft`, `… heeft uitgebracht. Wij`: a text that begins behind a subject."""

HEADS = (Reason.HEAD, Reason.MASTHEAD, Reason.MARGIN)
"""What the head of a letter and the margin beside it are left out as."""

FIRST, LABELLED = 15, 4
"""Blocks among which the salutation is, and those among which the label of a subject is that of the head: further on
either can be quoted."""

SHORTEST, LONGEST = 5, 120
"""Characters of what a head states, at the least, that tells that it stands there again, and of such a line at the
most."""

LONG = 20
"""Characters of a line without a digit that tells by itself: `Ministerie van Financiën`."""

NUMBER_ALONE = re.compile(r"1\.?")
"""`1.`: the heading of the first question in many answers."""

LEFT_ABOVE = 6
"""Lines above the first question that can be left out, at the most, down to the reference of the questions."""

MINISTRY = "Ministerie van "
"""How the name of a ministry begins, above its address."""

MARGIN_BESIDE = re.compile(r"    (?<=\S    ) *Ministerie van\s*$")
"""`grondstoffentransitie en      Ministerie van`: white space that parts a margin from the text beside it."""

FOR_OTHERS = re.compile(r"(?:Mede )?[Nn]amens ")
"""`Mede namens de minister van Financiën,`: above who signs."""

ASKS = re.compile(r"(?:Vraag|Antwoord)(?: vraag)? \d{1,3}")
"""`Vraag 10`, `Antwoord vraag 3`."""

COUNTS = re.compile(r"\b(?:[Bb]lad|[Bb]ladzijde|[Bb]lz|[Pp]agina|[Pp]ag|[Pp]|[Vv]el|[Vv]ervolg|van|[Vv]olg)\b|[\W\d_]+")
"""What stands on such a line besides: the number of the page, and words that count pages."""


def lines_of_head(evidence: Evidence) -> Iterator[Doubt]:
    """Blocks above the salutation, or paragraphs above the first question, that are no sentences, and lines that state
    again what the head states."""
    blocks = evidence.letter.blocks
    start = _salutation(blocks[:FIRST])
    asked = 0 if start else _first_question(blocks[:FIRST])
    for at, block in enumerate(blocks[: max(start, asked, LABELLED)]):
        above = at < start or (at < asked and block.kind is Kind.PARAGRAPH)
        if (above or (is_subject(block.text) and block.kind is not Kind.TABLE)) and not _is_own(evidence, block):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)
    yield from _stated_again(evidence, blocks[start].lines[0] if start else 0)


def titles_with_labels(evidence: Evidence) -> Iterator[Doubt]:
    """A subject that ends in the label of a margin, or in the begin of a reference: `Voortgang aardwarmte DGRE /`, one
    that is a label with its value or a reference, one with the begin of a text in it, and one that begins with the sign
    behind its label."""
    title = evidence.letter.facts.get(FactKey.TITLE)
    if title is not None and isinstance(title.origin, int) and isinstance(title.value, str):
        last = "" if OF_KIND.fullmatch(title.value) else title.value.rpartition(" ")[2]
        strange = CODE_BEGUN.search(title.value) or NO_TITLE.fullmatch(title.value) or BEGUN.search(title.value)
        behind = title.value.startswith((":", ";", ",", ".", ")"))
        if (last[:1].isupper() and is_label(last)) or strange or behind or has_value(title.value):
            yield evidence.doubt(DoubtKind.FACT_CONTRADICTED, title.origin, title.value)


def has_value(text: str) -> bool:
    """Whether a text is a label and a reference: `Onze referentie BS2031019774`."""
    label = label_of(text)
    return label is not None and NO_TITLE.fullmatch(label[1]) is not None


def labels_below_signatures(evidence: Evidence) -> Iterator[Doubt]:
    """Headings between a signature and lines that were left out as a margin's, with the name of a ministry among them:
    they are lines of that margin."""
    margin = {entry.line for entry in evidence.letter.ledger.left_out if entry.reason in HEADS}
    signed, row = False, list[Block]()
    for block in evidence.letter.blocks:
        if block.kind is Kind.HEADING and signed:
            row.append(block)
            below = evidence.line_after(block.lines[1])
            named = any(one.text.startswith(MINISTRY) for one in row)
            for one in row if named and below and below.number in margin else ():
                yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, one.lines[0], one.text, one.anchor)
            row = [] if below and below.number in margin else row
        else:
            signed, row = block.kind is Kind.SIGNATURE, []


def references_left_out(evidence: Evidence) -> Iterator[Doubt]:
    """The reference of the questions, left out as a line of a page or its margin right above the first of them though
    it stands there once: a heading."""
    asked = (block for block in evidence.letter.blocks if ASKED.match(block.text) or NUMBER_ALONE.fullmatch(block.text))
    first = next(asked, None)
    above = evidence.line_before(first.lines[0]) if first else None
    left = {
        entry.line for entry in evidence.letter.ledger.left_out if entry.reason in (Reason.PAGE_FOOT, Reason.MARGIN)
    }
    for _ in range(LEFT_ABOVE):
        if above is None or above.number not in left:
            return
        if CASE.fullmatch(above.plain) and evidence.raw.source.text.count(above.plain) == 1:
            yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, above.number, above.plain)
        above = evidence.line_before(above.number)


def questions_left_out(evidence: Evidence) -> Iterator[Doubt]:
    """`Vraag 10`, left out with a page or the head: where no heading says the same, it is one that is lost."""
    headings = {block.text for block in evidence.letter.blocks if block.kind is Kind.HEADING}
    for entry in evidence.letter.ledger.left_out:
        text = " ".join(entry.text.split())
        if ASKS.fullmatch(text) and text not in headings and any(map(ASKS.fullmatch, headings)):
            yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, entry.line, text)


def ministries_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Lines of text that end in a margin's `Ministerie van`, with the rest of its name below it in the margin; and the
    name of a part of a ministry at the head of a page, where a margin has it."""
    for before, line in pairwise((None, *evidence.cleaned.lines)):
        if line is None or line.given or (anchor := evidence.anchor_at(line.number)) is None:
            continue
        if MARGIN_BESIDE.search(line.text):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, MINISTRY.strip(), anchor)
        elif (
            before and (line.turn or line.page > before.page) and is_unit(line.text) and not ENDED.fullmatch(line.text)
        ):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.text, anchor)


def _salutation(blocks: Sequence[Block]) -> int:
    """The index of the block that greets the reader; 0 where none does."""
    return next((at for at, one in enumerate(blocks) if salutes(one.text) and opens_or_closes(one.text)), 0)


def _first_question(blocks: Sequence[Block]) -> int:
    """The index of the first heading of a question; 0 where there is none."""
    return next((at for at, one in enumerate(blocks) if one.kind is Kind.HEADING and ASKED.match(one.text)), 0)


def _is_own(evidence: Evidence, block: Block) -> bool:
    """Whether a block above the text is the letter's own: a sentence, its title, who signed it, its salutation."""
    titles = {evidence.letter.fact(key) for key in (FactKey.TITLE, FactKey.DOSSIER_TITLE)}
    title = block.kind is Kind.HEADING and not is_subject(block.text) and (block.level == 1 or block.text in titles)
    return (
        title
        or block.kind is Kind.SIGNATURE
        or opens_or_closes(block.text)
        or ENDED.fullmatch(block.text) is not None
        or FOR_OTHERS.match(block.text) is not None
        or REFERS.search(block.text) is not None
    )


def _stated_again(evidence: Evidence, salutation: int) -> Iterator[Doubt]:
    """Lines of nothing but what the head states and the number of a page."""
    above = [line.plain for line in evidence.raw.lines if line.number < salutation]
    own = {one.lines[0] for one, below in pairwise(evidence.letter.blocks) if heads_questions(one, below)}
    known = [*above, *(entry.text for entry in evidence.letter.ledger.left_out if entry.reason in HEADS)]
    title = evidence.letter.fact(FactKey.TITLE)
    known += [title] if title else []
    day = evidence.letter.fact(FactKey.DATE)
    values = sorted({" ".join(text.split()) for text in known if len(text) >= SHORTEST}, key=len, reverse=True)
    kept = {line.number: line.plain for line in evidence.cleaned.lines}
    own |= evidence.of_meeting
    for line in evidence.raw.lines:
        text = kept.get(line.number, line.plain)
        if evidence.anchor_at(line.number) is None or line.number in own:
            continue
        within = ENDED.fullmatch(text) or text.count(")") > text.count("(")
        may = line.number > salutation and len(text) <= LONGEST and text != title and not within
        if may and not _rest(text, values, day):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, text)


def _rest(text: str, values: Sequence[str], day: str | None) -> str:
    """What a line says besides what a head states; all of it where that is short and has no digit."""
    left = text
    for value in values:
        left = left.replace(value, " ")
    dated = DATE.search(left.lower())
    if dated and date_in(dated[0]) == day:
        left = left[: dated.start()] + left[dated.end() :]
    tells = any(map(str.isdigit, text)) or len(text) >= LONG
    return COUNTS.sub("", left) if tells and left != text else text
