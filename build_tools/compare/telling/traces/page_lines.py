"""Words that only one print has and that a page has, not a text: of its margin, its head or foot, or a row of a table.

They stand alone on their line, or at the edge of one amid a sentence, and say no sentence: a name, a date, a number,
what an office prints on its paper. Who adds a word to a sentence adds what it needs to stand there.
"""

import re
from functools import cache, lru_cache

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import KEPT, lines_of
from build_tools.compare.telling.traces.place import place_of
from build_tools.compare.telling.traces.trace import Trace, alone, passage_of
from build_tools.data import data
from build_tools.dutch.dates import DATE, IN_FIGURES, PLACE_DATE
from build_tools.dutch.sentences import ENDED
from build_tools.dutch.tokens import BOUNDARY
from build_tools.dutch.word_list import known
from build_tools.model import FactKey, Kind, Letter, Passage
from build_tools.reading.steps.margins.labels import is_label
from build_tools.reading.steps.web.web_words import is_phrase

BESIDE, ALONE, TWICE = "naast_de_tekst", "losse_regel", "dubbel_gelezen"
"""The kinds of such places (`data/verdict.yml`)."""

MOST = 8
"""Words of what stands on a page beside its text, at the most."""

TITLE_WORDS = 3
"""Words of a title, or of its begin, at the least."""

LONG_WORD, LONGEST_WORD = 6, 60
"""Letters of a word that is broken at the end of a line, at the least and at the most."""

PROSE = re.compile(r"(?<![\w./@-])[a-zà-ÿ]{2,}(?![\w./@])")
"""A word in small letters, as each sentence has: no `nr.`, no address."""

ADDRESS = re.compile(r"https?://|www\.|\S@\S")
"""What begins an address or is within one."""

PAGE_NUMBER = re.compile(r"(?:^|[^\d.,])\d{1,3}\W*$")
"""What ends in the number of a page, or a reference; a year ends headings too."""

NUMBERED = re.compile(r"(?P<noun>[A-Za-zà-ÿ]+)\W+[\dIVX]+\W*")
"""`Bijlage 3`: a word that numbers follow."""

STAMP, STAMPED = re.compile(r"[A-Z\d][A-Z\d .:/-]*"), 4
"""`GEZIEN`, `12 MRT 2024`, and letters that a word in it has more than: `AOW` is a short form, and a word too."""

IN_CAPITALS = re.compile(r"^[A-Z\d]\S*(?: [A-Z\d(]\S*)+$")
"""Two words or more of which each begins with a capital or a digit: `Aantal Aandeel Verschil`, `Noord 14 16`."""

CODE = re.compile(r"\d{4,}|\d{3} \d{2,}")
"""What is kept under a number, or called by one."""

OPEN_END = re.compile(r"[\w,)’'–-]$")
"""How a text ends amid a sentence."""

OF_HEADING = re.compile(r"\d+(?:\.\d+)*\.? [A-Z][a-zà-ÿ]+(?! \d)")
"""The number of a heading and its word: `2. Planning`; no row of a table: `1 Noord 14`."""

ANNEX = re.compile(r"(?:Bijlagen?|BIJLAGEN?)\b(?! [\dIVX]+\W*$)")
"""How the page of an annex is headed; `Bijlage 3` alone can be a heading that an editor put there."""

OFFICE = re.compile(r"[A-Z]{2,}(?:/[A-Z][A-Za-z]*)?")
"""The short name of an office, as a margin has it: `DGBK`, `DGLM/IenW`."""

CAPTION = re.compile(r"(?:Figuur|Tabel|Grafiek|Kaart) \d|Bron:")
"""What stands above or below a picture."""

LIST_MARK = re.compile(r"\(?(?:\w{1,3}|[IVXivx]+)[.)]|\d{1,2}")
"""The mark of an item, or the number before it."""


def page_line(comparison: Comparison, change: Change) -> Trace | None:
    """What only one print has, where it looks like a line of the page."""
    found = alone(comparison, change)
    if not found or not comparison.letter(found[0]).wrapped:
        return None
    side, passage = found
    text = " ".join(change.of(side).split())
    if is_title(comparison.letter(side.other), text) and passage.kind is not Kind.NOTE:
        return Trace(side, ALONE, passage.lines[0])
    if len(text.split()) > MOST or (LIST_MARK.fullmatch(text) and not _ends_line(comparison, change, side)):
        return None
    parts = change.of(side).strip().split(BOUNDARY)
    if passage.text == parts[0]:
        own = passage.kind in (Kind.PARAGRAPH, Kind.HEADING)
        of_page = all(map(is_of_page, parts)) or _heads_annex_amid(comparison, change, side, passage)
        return Trace(side, ALONE, passage.lines[0]) if own and of_page else None
    if is_stamp(text):
        return Trace(side, BESIDE, passage.lines[0])
    line = _line_at_edge(_lines_within(comparison, side, passage), passage.lines[0], text)
    return Trace(side, BESIDE, line) if line and is_amid(passage.text, text) else None


def _heads_annex_amid(comparison: Comparison, change: Change, side: Side, passage: Passage) -> bool:
    """Whether a passage heads an annex, and stands amid what both prints have, or above it."""
    below = _beside(comparison, side)[passage.anchor][1]
    heads = ANNEX.match(passage.text) and not ENDED.fullmatch(passage.text)
    amid = change.anchor(side.other) or (below and below.text in _texts(comparison, side.other))
    return bool(heads and amid)


@lru_cache(maxsize=KEPT)
def _texts(comparison: Comparison, side: Side) -> frozenset[str]:
    """What the passages of one of the prints say."""
    return frozenset(passage.text for passage in comparison.letter(side).passages)


def is_title(other: Letter, text: str) -> bool:
    """Whether what the other letter lacks is its title, or how that begins: heads of pages say it again."""
    title = str(other.fact(FactKey.TITLE) or "").lower()
    return len(text.split()) >= TITLE_WORDS and title.startswith(text.lower())


def torn_word(comparison: Comparison, change: Change) -> Trace | None:
    """A word that a line of the page stands in, where it was broken: `Noord-` / `BIJLAGE` / `oostpolder`."""
    for side in Side:
        whole, torn = change.of(side.other), change.of(side)
        passage = passage_of(comparison, change, side)
        if passage and whole.isalpha() and LONG_WORD <= len(whole) <= LONGEST_WORD and is_torn(whole, torn):
            return Trace(side, BESIDE, passage.lines[0])
    return None


def lost_first_half(comparison: Comparison, change: Change) -> Trace | None:
    """The rest of a word at the begin of a line, where the half above it is lost: `gunning` for `ver-` / `gunning`."""
    for side in Side:
        whole, rest = change.of(side.other), change.of(side)
        passage = passage_of(comparison, change, side)
        half = whole.isalpha() and len(rest) >= 2 and len(whole) >= len(rest) + 2 and whole.endswith(rest)
        if passage and half and any(line.split()[:1] == [rest] for line in _lines_within(comparison, side, passage)):
            return Trace(side, "woord_half", passage.lines[0])
    return None


def is_torn(whole: str, torn: str) -> bool:
    """Whether a text begins and ends with the two parts of a word, and has more between them."""
    parts = ((whole[:at], whole[at:]) for at in range(2, len(whole) - 1))
    more = len(torn) > len(whole) + 1 and " " in torn
    return more and any(torn.startswith(first) and torn.endswith(" " + rest) for first, rest in parts)


def said_twice(comparison: Comparison, change: Change) -> Trace | None:
    """Words that only one print has, and that stand there right beside the same ones: a line that was read twice."""
    if not (found := alone(comparison, change)):
        return None
    side, passage = found
    text = " ".join(change.of(side).split())
    again = f" {text} {text} " in f" {passage.text} "
    beside = _beside(comparison, side)[passage.anchor]
    below = passage.text == text and any(one.text == text for one in beside if one)
    return Trace(side, TWICE, passage.lines[0]) if text and (again or below) else None


@lru_cache(maxsize=KEPT)
def _beside(comparison: Comparison, side: Side) -> dict[str, tuple[Passage | None, Passage | None]]:
    """The passages above and below each one."""
    passages = comparison.letter(side).passages
    row = (None, *passages, None)
    return {one.anchor: beside for one, beside in zip(passages, zip(row, row[2:], strict=False), strict=True)}


def is_stamp(text: str) -> bool:
    """Whether words are a stamp: in capitals alone, and no short form; or a date in capitals."""
    capitals = STAMP.fullmatch(text) and re.findall("[A-Z]{3,}", text)
    dated = any(map(str.isdigit, text))
    return any(known(word.lower()) and (dated or len(word) > STAMPED) for word in capitals or ())


def is_of_page(text: str) -> bool:
    """Whether a text of its own is hardly a heading: an address, a number behind words that none follows, words of a
    page, or capitals alone."""
    noun = NUMBERED.fullmatch(text)
    if (
        ENDED.fullmatch(text)
        or OF_HEADING.match(text)
        or (noun and noun["noun"].lower() in data("dutch")["numbered_nouns"])
    ):
        return False
    if any(form.fullmatch(text) for form in (PLACE_DATE, DATE, IN_FIGURES)):
        return True
    office = OFFICE.fullmatch(text) and not known(text.lower())
    named = office or _page_words().match(text) or CAPTION.match(text) or is_phrase(text)
    return bool(named) or any(pattern.search(text) for pattern in (PAGE_NUMBER, ADDRESS, IN_CAPITALS))


@cache
def _page_words() -> re.Pattern[str]:
    """What a page says at the begin of a line: `Afschrift aan`, `Ministerie van`."""
    return re.compile(rf"(?:{'|'.join([*data('margin')['of_pages'], *data('margin')['units']])})\b", re.IGNORECASE)


def is_amid(whole: str, text: str) -> bool:
    """Whether words without one in small letters stand within a sentence, or behind the last one, at their place."""
    at = whole.find(text)
    if at < 0 or ENDED.fullmatch(text):
        return False
    before, behind = whole[:at].rstrip(), whole[at + len(text) :].lstrip()
    if PROSE.search(_without_date(text)):
        of_page = _page_words().match(text) or ANNEX.match(text)
        return not behind and ENDED.fullmatch(before) is not None and of_page is not None
    opened = not before or OPEN_END.search(before) is not None
    begins = text[0].isupper() or text[0].isdigit()
    goes_on = behind[:1].islower() or behind[:1].isdigit() or is_label(text) or CODE.search(text) is not None
    return begins and ((opened and bool(before) and goes_on) or not behind)


def _without_date(text: str) -> str:
    """A text without the names of months: `12 maart 2024` has no word of a sentence."""
    return re.sub(r"\b\d{1,2} [a-z]{3,9} (?=\d{4}\b)", "", text)


def _ends_line(comparison: Comparison, change: Change, side: Side) -> bool:
    """Whether words of a change are the last ones of a line amid their passage."""
    place = place_of(comparison, change, side)
    return bool(place and place.begin > place.printed.begins[0] and place.end + 1 in place.printed.begins)


def _line_at_edge(lines: list[str], first: int, text: str) -> int | None:
    """The number of the line that begins or ends with these words; `first` is that of the first one."""
    for n, line in enumerate(lines, first):
        if " ".join(line.split()).startswith(text) or " ".join(line.split()).endswith(text):
            return n
    return None


def _lines_within(comparison: Comparison, side: Side, passage: Passage) -> list[str]:
    first, last = passage.lines
    return lines_of(comparison, side)[first - 1 : last]
