"""Doubts about what was left out, or taken for a fact, by its look alone: nothing else in the letter confirms it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.dates import DATE, WEEKDAY, date_in
from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind, FactKey, Kind, Reason
from build_tools.reading.blocks.heading_shapes import HEADING_NUMBER
from build_tools.reading.doubts.around_text import REPEATED, is_row_of_labels
from build_tools.reading.doubts.evidence import Evidence, has_verb
from build_tools.reading.doubts.inserted import shape_of
from build_tools.reading.improbable.no_sentences import REACHED_AT
from build_tools.reading.steps.margins.addresses import is_address
from build_tools.reading.steps.margins.labels import label_of
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

AMOUNT = re.compile(r"(?:€ ?)?\d+(?:[.,]\d+)+ ?%?|(?:[+–-] ?)?\d+ ?%")
"""`33,5`, `1.200`, `€ 3,20`, `+ 4%`: what no page says of itself."""

SMALL_WORDS = re.compile(r"[a-zà-ÿ]+ [a-zà-ÿ]")
"""Two words in small letters: no label, and no `nr. 7`."""

LONG_TEXT = 80
"""Characters of the first paragraph of a letter, at the least: shorter ones can be of its head."""

LINE_WORDS = 6
"""Spaces in a line of a text, at the least; those of a head have fewer words."""

TAIL = 2
"""Words by which the end of a title is known in the lines that it stands on."""

LETTERS_ALONE = re.compile(r"[A-Z]{1,3}|[IVXLC]{4,9}")
"""What can be the number of a paper of the Eerste Kamer: `AB`, `XVIII`."""

DAY_WITHOUT_YEAR = re.compile(
    r"(?:Datum:?\s*(?=.*\d)"
    rf"|(?:[A-Z’'‘][\w’'‘ -]*, (?:den? )?)?(?:{WEEKDAY},? )?(?=\d|.* \d)(?:\d{{1,2}} )?"
    rf"(?:{'|'.join(data('dutch')['months'])})(?: \d{{4}})?\.?$)"
)
"""`Datum: 8 juli`, `Den Haag, 8 juli`, `Den Haag, maart 2018`: where a day may be told that is none by itself."""

TITLE_LINES = 6
"""Lines that a title takes with what stands beside it, at the most."""


def left_out_once(evidence: Evidence) -> Iterator[Doubt]:
    """Lines left out from among the text as those of a page, of which no other line has the like, that state nothing
    that the head states, and have no others beside them: they may be of the text."""
    entries, blocks = evidence.letter.ledger.left_out, evidence.letter.blocks
    left = dict.fromkeys(entry.line for entry in entries if entry.reason in OF_PAGES)
    if not left:
        return
    shapes = Counter(shape_of(entry.text) for entry in entries)
    words = Counter(evidence.raw.source.text.split())
    first = next((one.lines[0] for one in blocks if one.kind is Kind.PARAGRAPH and len(one.text) > LONG_TEXT), 0)
    last = max((block.lines[1] for block in blocks), default=0)
    known = stated(evidence)
    for group in groups(evidence.by_number[number] for number in left if number in evidence.by_number):
        few = len(group) <= GROUP and first < group[0].number and group[-1].number < last
        told = parts_sentence(evidence, group) or any(is_confirmed(line.plain, shapes, words, known) for line in group)
        if few and not told:
            for line in group:
                yield evidence.doubt(DoubtKind.LEFT_OUT_ONCE, line.number, line.plain)


def parts_sentence(evidence: Evidence, group: Sequence[Line]) -> bool:
    """Whether a label with what it says, or an address, stood between halves of a sentence, which fit without it."""
    above, below = evidence.line_before(group[0].number), evidence.line_after(group[-1].number)
    if above is None or below is None or not (label_of(group[0].plain) or is_address(group[0].plain)):
        return False
    anchor = evidence.anchor_at(above.number)
    fits = not ENDED.fullmatch(above.plain) and below.plain[:1].islower()
    return fits and anchor is not None and anchor == evidence.anchor_at(below.number)


def figures_left_out(evidence: Evidence) -> Iterator[Doubt]:
    """Amounts and shares left out as those of a page, as cells of a table at the edge of a text may be: `33,5`."""
    for entry in evidence.letter.ledger.left_out:
        if entry.reason in OF_PAGES and AMOUNT.fullmatch(entry.text.strip()):
            yield evidence.doubt(DoubtKind.LEFT_OUT_ONCE, entry.line, entry.text)


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
    """The lines right above the first paragraph that were left out, if that begins in small letters: its begin."""
    blocks = evidence.letter.blocks
    first = next((one for one in blocks if one.kind is Kind.PARAGRAPH and len(one.text) > LONG_TEXT), None)
    above = evidence.line_before(first.lines[0]) if first and first.text[0].islower() else None
    while above and evidence.anchor_at(above.number) is None and above.plain.count(" ") >= LINE_WORDS:
        yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, above.number, above.plain)
        above = None if above.blanks else evidence.line_before(above.number)


def titles_unsure(evidence: Evidence) -> Iterator[Doubt]:
    """Titles that are none, or that end in a comma or above a line that seems to go on: one that was left out, or the
    heading with which the text would begin, right below; one with a number begins it."""
    first = evidence.letter.blocks[:1]
    headings = {one.lines[0] for one in first if one.kind is Kind.HEADING and not HEADING_NUMBER.match(one.text)}
    for key in (FactKey.TITLE, FactKey.DOSSIER_TITLE):
        fact = evidence.letter.facts.get(key)
        if fact is None or not isinstance(fact.origin, int) or not isinstance(fact.value, str):
            continue
        below = line_below(evidence, fact.origin, fact.value, headings)
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


def days_unread(evidence: Evidence) -> Iterator[Doubt]:
    """Days in the head of a letter whose date was not read: `Datum: 8 juli`, of which no year is said."""
    blocks = evidence.letter.blocks
    first = next((one.lines[0] for one in blocks if ENDED.fullmatch(one.text)), 0)
    for line in evidence.raw.lines if FactKey.DATE not in evidence.letter.facts else ():
        if line.number >= first:
            return
        if DAY_WITHOUT_YEAR.match(line.plain) and date_in(line.plain) is None:
            yield evidence.doubt(DoubtKind.FACT_UNSURE, line.number, line.plain)


def is_no_title(text: str) -> bool:
    """Whether a text ends in a comma, or is or has what no title has: a sentence, a date alone, a telephone, labels."""
    sentence = ENDED.fullmatch(text) and text.endswith(".") and has_verb(text)
    strange = DATE.fullmatch(text.lower()) or REACHED_AT.search(text) or is_row_of_labels(text)
    return text.endswith(",") or bool(sentence or strange)


def line_below(evidence: Evidence, origin: int, value: str, headings: Collection[int]) -> Line | None:
    """The line on which a title that begins at `origin` seems to go on: what stands beside it came between them."""
    tail = re.compile(re.escape(" ".join(value.lower().split()[-TAIL:])) + r"(?: {3}|$)")
    own = [line for n in range(origin, origin + TITLE_LINES) if (line := evidence.by_number.get(n))]
    ends = ((line.number, line.indent + end.end()) for line in own if (end := tail.search(line.text.lower())))
    last, right = next(ends, (0, 0))
    below = evidence.line_after(last) if last else None
    while below and not below.blanks and below.indent >= right:
        below = evidence.line_after(below.number)
    if below is None or below.blanks:
        return None
    left_out = SMALL_WORDS.match(below.plain) and evidence.anchor_at(below.number) is None
    return below if left_out or below.number in headings else None
