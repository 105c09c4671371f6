"""Doubts about what was left out, or taken for a fact, by its look alone: nothing else in the letter confirms it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from build_tools.draft import Line
from build_tools.dutch.dates import DATE, date_in
from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind, FactKey, Kind, Reason
from build_tools.reading.doubts.around_text import REPEATED, is_row_of_labels
from build_tools.reading.doubts.evidence import Evidence, has_verb
from build_tools.reading.doubts.inserted import shape_of
from build_tools.reading.improbable.no_sentences import REACHED_AT
from build_tools.reading.steps.page_numbers import is_page_number

OF_PAGES = (Reason.PAGE_FOOT, Reason.MARGIN)
"""What is left out because pages have it, wherever it stands."""

NEAR = 3
"""Lines between two that were left out, at the most, where they are of one margin or foot."""

GROUP = 2
"""Lines that look like a margin by chance, at the most; more of them confirm each other."""

SHAPE_TELLS, VALUE_TELLS = 4, 5
"""Letters of a line, and characters of a value, that show when they stand there again that it is the same."""

CODE = re.compile(r"(?=\S*\d)(?=\S*[^\d.,]).{6,}")
"""`DAF-1184/05`: what nothing else is kept under."""

SMALL_WORDS = re.compile(r"[a-zà-ÿ]+ [a-zà-ÿ]")
"""Two words in small letters: no label, and no `nr. 7`."""

LONG_TEXT = 80
"""Characters of the first paragraph of a letter, at the least: shorter ones can be of its head."""

TAIL = 2
"""Words by which the end of a title is known in the lines that it stands on."""

LETTERS_ALONE = re.compile(r"[A-Z]{1,3}|[IVXLC]{4,9}")
"""What can be the number of a paper of the Eerste Kamer: `AB`, `XVIII`."""

TITLE_LINES = 6
"""Lines that a title takes with what stands beside it, at the most."""


def left_out_once(evidence: Evidence) -> Iterator[Doubt]:
    """Lines left out from among the text as those of a page, of which no other line has the like, that state nothing
    that the head states, and have no others beside them: they may be of the text."""
    entries, blocks = evidence.letter.ledger.left_out, evidence.letter.blocks
    shapes = Counter(shape_of(entry.text) for entry in entries)
    words = Counter(evidence.raw.source.text.split())
    first = next((one.lines[0] for one in blocks if one.kind is Kind.PARAGRAPH and len(one.text) > LONG_TEXT), 0)
    last = max((block.lines[1] for block in blocks), default=0)
    known = stated(evidence)
    left = dict.fromkeys(entry.line for entry in entries if entry.reason in OF_PAGES)
    for group in groups(evidence.by_number[number] for number in left if number in evidence.by_number):
        few = len(group) <= GROUP and first < group[0].number and group[-1].number < last
        if few and not any(is_confirmed(line.plain, shapes, words, known) for line in group):
            for line in group:
                yield evidence.doubt(DoubtKind.LEFT_OUT_ONCE, line.number, line.plain)


def groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines that stand near each other."""
    group: list[Line] = []
    for line in lines:
        if group and line.number - group[-1].number > NEAR:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def stated(evidence: Evidence) -> frozenset[str]:
    """What the letter states of itself: its facts, and what its head and the feet of its pages repeat."""
    facts = (fact.value for fact in evidence.letter.facts.values())
    values = [value for value in facts if isinstance(value, str)]
    return frozenset([*values, *(line.value for line in evidence.cleaned.head if line.states in REPEATED)])


def is_confirmed(text: str, shapes: Counter[str], words: Counter[str], known: frozenset[str]) -> bool:
    """Whether something else in a letter says that a line is of its pages; the number of one says it by itself."""
    shape = shape_of(text)
    few = sum(map(str.isalpha, shape)) < SHAPE_TELLS and not CODE.fullmatch(text)
    if shapes[shape] > 1 or few or is_page_number(text):
        return True
    if any(words[word] > 1 for word in text.split() if CODE.fullmatch(word)):
        return True
    dated = DATE.search(text.lower())
    again = dated is not None and date_in(dated[0]) in known
    return again or any(value in text for value in known if len(value) >= VALUE_TELLS)


def text_in_head(evidence: Evidence) -> Iterator[Doubt]:
    """The line above the first paragraph, left out though it has a verb and that begins in small letters: its begin."""
    blocks = evidence.letter.blocks
    first = next((one for one in blocks if one.kind is Kind.PARAGRAPH and len(one.text) > LONG_TEXT), None)
    above = evidence.line_before(first.lines[0]) if first and first.text[0].islower() else None
    if first and above and evidence.anchor_at(above.number) is None and has_verb(above.plain):
        yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, above.number, above.plain)


def titles_unsure(evidence: Evidence) -> Iterator[Doubt]:
    """Titles that are none, or that end in a comma or right above a line that was left out and seems to go on."""
    for key in (FactKey.TITLE, FactKey.DOSSIER_TITLE):
        fact = evidence.letter.facts.get(key)
        if fact is None or not isinstance(fact.origin, int) or not isinstance(fact.value, str):
            continue
        below = line_below(evidence, fact.origin, fact.value)
        if below or is_no_title(fact.value):
            yield evidence.doubt(DoubtKind.FACT_UNSURE, fact.origin, fact.value)
        if below:
            yield evidence.doubt(DoubtKind.FACT_UNSURE, below.number, below.plain)


def numbers_unread(evidence: Evidence) -> Iterator[Doubt]:
    """Letters alone in the head of a paper whose number was not read: `XVIII` can be that, or a chapter."""
    facts = evidence.letter.facts
    wanted = FactKey.DOSSIER in facts and FactKey.ONDERNUMMER not in facts
    for entry in evidence.letter.ledger.left_out if wanted else ():
        if entry.reason is Reason.MASTHEAD and LETTERS_ALONE.fullmatch(entry.text):
            yield evidence.doubt(DoubtKind.FACT_UNSURE, entry.line, entry.text)


def is_no_title(text: str) -> bool:
    """Whether a text ends in a comma, or is or has what no title has: a sentence, a date alone, a telephone, labels."""
    sentence = ENDED.fullmatch(text) and text.endswith(".") and has_verb(text)
    strange = DATE.fullmatch(text.lower()) or REACHED_AT.search(text) or is_row_of_labels(text)
    return text.endswith(",") or bool(sentence or strange)


def line_below(evidence: Evidence, origin: int, value: str) -> Line | None:
    """The line on which a title that begins at `origin` seems to go on."""
    tail = " ".join(value.lower().split()[-TAIL:])
    own = (evidence.by_number.get(number) for number in range(origin, origin + TITLE_LINES))
    last = next((line for line in own if line and line.plain.lower().endswith(tail)), None)
    below = evidence.line_after(last.number) if last else None
    if last is None or below is None or below.blanks or not SMALL_WORDS.match(below.plain):
        return None
    under = below.indent < last.indent + len(last.text)
    return below if under and evidence.anchor_at(below.number) is None else None
