"""Doubts about feet and heads of pages: words, and lines, that may be no part of the text that they stand in."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, takewhile

from build_tools.data import data
from build_tools.dutch.matching import any_of
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind, Reason
from build_tools.reading.blocks.heading_shapes import CASE
from build_tools.reading.blocks.heading_shapes import NUMBERS as NUMBERS_ALONE
from build_tools.reading.blocks.headings import ASKED, LABELLED
from build_tools.reading.doubts.addresses import ADDRESS
from build_tools.reading.doubts.around_text import COPIED
from build_tools.reading.doubts.evidence import Evidence, doubted, names_number
from build_tools.reading.doubts.inserted import shape_of
from build_tools.reading.steps.mending.question_numbers import unsure_answers
from build_tools.reading.steps.page_numbers import PAGE_LINES
from build_tools.reading.steps.paging.page_furniture import FOOT
from build_tools.reading.steps.web.web_foot import may_be_below
from build_tools.reading.steps.web.web_words import is_common

FOOT_WORDS = any_of([
    r"vergaderjaar \d{4}[-–]\d{4}, [\d ]{5,7}[^.;]{0,12}, nr\. ?\d+ \d{1,3}\b",  # … 32 824, nr. 448 3: with its page
    r"\b(?:[Pp]agina|[Bb]ladzijde|[Bb]lz\.|[Pp]\.) ?\d{1,3}(?: van | ?/ ?)\d{1,3}\b",
    r"\b(?:Postadres|Bezoekadres) Postbus \d{4,5}\b",  # of a letterhead, which has it in a line
    r"\bISSN \d{4} ?- ?\d{3}[\dX]\b",
    r"\((?:PDF|pdf|Word)\b[^()]{0,40}\b[kM]B\)",  # of a page that offers files
    r"(?<!te )’s-Gravenhage (?:19|20)\d\d\b(?!,)",
    r"(?<![’\w])s-Gravenhage (?:19|20)\d\d\b(?!,)",  # whose mark was lost
    r"(?<![/\[])kst-\d{5,7}[-\d]*+(?! ?,| ?\)|\.html|\])",  # not in an address
])  # fmt: skip
"""Words that only the foot or head of a page says."""

FOOT_PIECES = ("B)", "vergaderjaar", "agina", "ladzijde", "lz.", "P.", "p.", "Postbus", "ISSN", "Gravenhage", "kst-")
"""What one of these always has."""

BETWEEN_DASHES = re.compile(r"[-–](?:(?<!\S.) ?\d{1,2} ?[-–](?=\s|$|[A-Z])|(?:(?<=^\d .)|(?<=^\d\d .))$)")
"""`– 2 –`, `-2-VERVOLG`: the number of a page between dashes; alone, `2 –`, it can have lost the first."""

OWN = (Kind.HEADING, Kind.PARAGRAPH)
"""What a line becomes that stands apart from the text."""

LAST_NUMBER = re.compile(r"\d{1,3}")
"""The number of a page alone on its line."""

PAGED = re.compile(r"(?=.{3,80}$)[^.;:?!]*?[A-Za-z][\w.]*[^\w,€)]*\s[–—-]?\s?[1-9]\d?(?: [–—-])?")
"""`Park en plein – vel 3`, `Stand van zaken – 4 –`: a few words and the number of a page, on a line of their own."""

NUMBERS = re.compile(r"\d{1,3}(?:(?:,| en) \d{1,3})+")
"""`1, 2 en 3`: the numbers of questions that are answered together."""

BEGUN_ANEW = re.compile(r"[a-zà-ÿ]{3}[.?!] [A-Z]")
"""A sentence that ends, and another one that begins: no foot has both where it begins in a small letter."""

NO_WORD = re.compile(r"[\W\d]+")
"""A text without a letter."""

REFERENCE = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z])[\w/.-]{6,}")
"""Letters and digits in one, as what papers are kept under: `2005Z21442`, `DEF/2010-45579`."""

FIRST = re.compile(r"\b1\b")
"""What the heading of the first question has."""

KEPT = re.compile(r"^[^a-z]+$|\d{4}")
"""`OCW/31-7`, `3031tkah1187`: capitals, or a number such as papers have."""

PAGE_WORDS = 12
"""Words of what a page says of itself, at the most."""

KEPT_UNDER = re.compile(r" \| |/ ?\d{5,}|\b\d{7,}")
"""`Ministerie van Financiën | DGRE / 96481203`: what parts the words of a foot, and a reference of an office."""

RUNNING = (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)
"""What ends in a stop."""

OF_A_PAGE = re.compile(r"(?=\S*\d)[\d/A-Z()–.-]{3,}(?:\d{1,2} [a-z]{3,9}(?: \d{4})?)?")
"""`1/2`, `5417820/06/DJH`."""

PAGE_OF = re.compile(r"(?<![\d.,/-])(?P<page>[1-9]\d{0,2})(?: ?(?:van|/) ?(?P<of>[1-9]\d{0,2}))?[^\w]*$")
"""The number of a page at the end of its foot, perhaps with that of all: `… nr. 448 3`, `Pagina 2 van 4`, `– 2 –`."""

SHOUTED, ABBREVIATION = 3, 6
"""Words in capitals of a mark that stands on a page, at the most; and letters of a name that is abbreviated to such."""

SHAPE_TELLS = 4
"""Letters that a line has but for its digits, at the least: marks of lists and units return too (`a)`, `mln`)."""

RETURNS = 2
"""A line that stands at the edge of so many pages, but for its digits, is hardly text."""


def feet_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Words of a page's foot inside a text, and lines that return at the edges of pages."""
    yield from doubted(evidence, DoubtKind.FOOT_IN_TEXT, FOOT_WORDS, needs=FOOT_PIECES)
    yield from doubted(evidence, DoubtKind.FOOT_IN_TEXT, BETWEEN_DASHES)
    yield from _returning(evidence)
    yield from _last_number(evidence)
    yield from _alone(evidence)
    yield from _links_below(evidence)
    yield from _without_words(evidence)
    yield from _pages_out_of_count(evidence)
    yield from _like_pages(evidence)
    yield from _last_lines(evidence)


def _like_pages(evidence: Evidence) -> Iterator[Doubt]:
    """Headings and short paragraphs that say what a page says: whose paper it is, under what it is kept."""
    for block in evidence.letter.blocks:
        text = ENDED.fullmatch(block.text) or block.lines[0] in evidence.of_meeting
        own = block.kind in OWN and len(block.text.split()) <= PAGE_WORDS and not text
        if own and (says_page(block.text) or KEPT_UNDER.search(ADDRESS.sub("", block.text))):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)


@cache
def _page_words() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(data('margin')['of_pages'])})(?= (?!van\b)|:|$)", re.IGNORECASE)


def says_page(text: str) -> bool:
    """Whether a text begins with a word by which a page says what it is: `Afschrift aan`, `Vertrouwelijk`."""
    return _page_words().match(text) is not None


def _last_lines(evidence: Evidence) -> Iterator[Doubt]:
    """The last line of a text, or of a note, below one that ends it: figures and references without a word, as a page
    has at its foot."""
    for passage, part in evidence.parts():
        lines = evidence.lines_with(part)[-2:] if passage.kind in RUNNING else []
        for above, last in pairwise(lines):
            ended = ENDED.fullmatch(above.plain) and not ENDED.fullmatch(last.plain)
            if ended and OF_A_PAGE.fullmatch(last.plain) and not (last.given or names_number(above.plain.rstrip("."))):
                yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, last.number, last.plain, passage.anchor)


def _pages_out_of_count(evidence: Evidence) -> Iterator[Doubt]:
    """The text of a page whose number is not the next one: pages are missing, or stand in another order. The last text,
    where its page says that others follow. What begins at 1 again is another paper."""
    numbered, lines = _page_numbers(evidence), evidence.cleaned.lines
    starts = [line.number for line in lines]
    for (foot, number, _), (_, following, _) in pairwise(numbered):
        anew = following == numbered[0][1] == 1
        at = bisect_right(starts, foot)
        if following not in (number, number + 1) and not anew and at < len(lines):
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, starts[at], lines[at].plain)
    if numbered and lines and numbered[-1][2] > numbered[-1][1]:
        yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, starts[-1], lines[-1].plain)


def _page_numbers(evidence: Evidence) -> list[tuple[int, int, int]]:
    """The numbers that the feet and heads of pages end in, in order: line, number, and how many pages they say there
    are, if they do. A number that is the same on each page is no page's."""
    feet = [entry for entry in evidence.letter.ledger.left_out if entry.reason is Reason.PAGE_FOOT]
    read = ((*_page_of(entry.text), entry.line) for entry in feet)
    found = [(shape, line, number) for shape, number, line in read if number]
    told: dict[str, set[str]] = {}
    for shape, _, number in found:
        told.setdefault(shape, set()).add(number["page"])
    return sorted((line, int(own["page"]), int(own["of"] or 0)) for shape, line, own in found if len(told[shape]) > 1)


def _page_of(text: str) -> tuple[str, re.Match[str] | None]:
    """The words of a foot, none of a printed paper, as its first page can have the number alone on a line; and that
    number. That of the paper, `… 32 824, nr. 448`, is none."""
    printed = FOOT.fullmatch(" ".join(text.split()))
    if printed is None or printed["glued"]:
        return shape_of(text), PAGE_OF.search(text)
    return "", PAGE_OF.search(text) if printed["page"] else None


def _without_words(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs of figures and signs alone, of a reference, of capitals: `2`, `2005Z21442`, `VERTROUWELIJK`; the last
    also where it is the only heading in capitals, and heads no other heading."""
    answers = {evidence.raw.lines[at].number for at in unsure_answers(evidence.raw.lines)}
    blocks = evidence.letter.blocks
    answers |= {one.lines[0] for one, below in pairwise(blocks) if heads_questions(one, below)}
    shouted = [block for block in evidence.letter.blocks if block.kind in OWN and shouts(block.text)]
    chapters = {above.n for above, below in pairwise(blocks) if above.kind is below.kind is Kind.HEADING}
    alone = sum(block.kind is Kind.HEADING for block in shouted) == 1 and shouted[0].n not in chapters
    for block in evidence.letter.blocks:
        strange = NO_WORD.fullmatch(block.text) or REFERENCE.fullmatch(block.text)
        kept = block.kind is Kind.HEADING and REFERENCE.fullmatch(block.text) and KEPT.search(block.text)
        own = (kept or (block.kind is Kind.PARAGRAPH and strange)) and block.lines[0] not in answers
        if own or (block in shouted and (alone or block.kind is Kind.PARAGRAPH)):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)


def heads_questions(block: Block, below: Block) -> bool:
    """Whether a block is the reference of questions right above the first of them: their heading, `2031Z11873`."""
    asked = ASKED.match(below.text) or NUMBERS_ALONE.fullmatch(below.text)
    first = below.kind is Kind.HEADING and asked and FIRST.search(below.text)
    return block.kind in OWN and CASE.fullmatch(block.text) is not None and bool(first)


def shouts(text: str) -> bool:
    """Whether a text is a few words in capitals, and no label of a part nor short names in a row: `VWS, SZW`."""
    words = text.split()
    short = text.isupper() and len(words) <= SHOUTED and any(len(word.rstrip(",")) > ABBREVIATION for word in words)
    if not short or any(sign.isdecimal() for sign in text):
        return False
    return not ENDED.fullmatch(text) and not LABELLED.fullmatch(text.capitalize())


def _last_number(evidence: Evidence) -> Iterator[Doubt]:
    """A number alone as the very last line: that of the only page, where it is no value of the line before it."""
    last = evidence.cleaned.lines[-1:]
    for line in last:
        if LAST_NUMBER.fullmatch(line.plain) and not line.given and evidence.raw.lines[-1].number == line.number:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def _alone(evidence: Evidence) -> Iterator[Doubt]:
    """Short texts of their own that end in the number of a page, with no word in them that a number can belong to.
    Headings of the same words count otherwise where they stand closer than pages: `Verzoek 1`, `Verzoek 2`."""
    numbered = frozenset(data("dutch")["numbered_nouns"])
    heads = [(shape_of(one.text), one.lines[0]) for one in evidence.letter.blocks if one.kind is Kind.HEADING]
    pairs = pairwise(sorted(heads))
    counting = {shape for (shape, at), (other, below) in pairs if shape == other and below - at < PAGE_LINES}
    for block in evidence.letter.blocks:
        counts = block.kind is Kind.HEADING and shape_of(block.text) in counting
        own = block.kind in OWN and not counts and PAGED.fullmatch(block.text)
        if own and not NUMBERS.fullmatch(block.text) and numbered.isdisjoint(re.split(r"\W+", block.text.lower())):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, block.lines[0], block.text, block.anchor)


def _links_below(evidence: Evidence) -> Iterator[Doubt]:
    """What a site can have below a paper, and the paper itself too: `Bijlagen`, with names below it to the end."""
    if evidence.letter.layout != COPIED:
        return
    for line in takewhile(lambda line: may_be_below(line.plain), reversed(evidence.cleaned.lines)):
        if is_common(line.plain):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def _returning(evidence: Evidence) -> Iterator[Doubt]:
    lines = evidence.cleaned.lines
    edges = [
        line
        for index, line in enumerate(lines)
        if (line.turn and index) or (index + 1 < len(lines) and lines[index + 1].page != line.page)
    ]
    shapes = Counter(shape_of(line.plain) for line in edges)
    for line in edges:
        shape = shape_of(line.plain)
        text = ENDED.fullmatch(line.plain) or line.plain.endswith((",", ";")) or LABELLED.fullmatch(line.plain)
        within = line.plain[0].islower() and BEGUN_ANEW.search(line.plain)
        if shapes[shape] >= RETURNS and len(shape) >= SHAPE_TELLS and not (text or within):
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)
