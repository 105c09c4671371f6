"""Whether a new block begins at a line.

The evidence, line by line: a blank line, the end of a sentence, room left on a line for the next word,
a small letter that goes on, the mark of a list item."""

import re
from collections.abc import Sequence

from build_tools.data import data
from build_tools.draft import Bullet
from build_tools.dutch.dates import DAY
from build_tools.dutch.line_end_hyphens import Joint
from build_tools.dutch.sentences import ENDED, cut_short, opened
from build_tools.reading.blocks.forced_breaks import forced_break, raised_at_end
from build_tools.reading.blocks.heading_shapes import ASKED, QUESTION, capitals_turn, heads_asking
from build_tools.reading.blocks.items import bare_bullet, by_edge, in_unmarked, item_begins
from build_tools.reading.blocks.joining.broken_numbers import name_follows, number_follows
from build_tools.reading.blocks.joining.dehyphenation import joint
from build_tools.reading.blocks.lists.enumerations import PART
from build_tools.reading.blocks.lists.members import in_clause
from build_tools.reading.blocks.quotations import QUOTES, begins_paragraph, goes_on_quoted
from build_tools.reading.blocks.typesetting import PrintedLines

CASE, CASE_LINES = re.compile(r"Zaak:\s+\S"), 4
"""The label of a case in a list of decisions, and lines of its row at the most."""

CASE_END = re.compile(rf"(?:^| )[-–] {DAY}$")
"""`… - 18 augustus 2022`: the day that ends such a row."""

LABEL = re.compile(r"[A-Z]\w+: |\d{1,2}\. ")
"""How another row or point begins."""

OPENING = re.compile(QUESTION.pattern + r"|Antwoord van .*|Bijlage(?: \d+)?:?|Toelichting:?")
"""Lines that begin a new block wherever they stand."""

OPENS = "«“‘\"'([„"
"""Signs that can stand before the first letter of a sentence."""

INSERTED = re.compile(r"\([^()]+\)(?:[ ,;.]|$)")
"""`(Groen), ingezonden op`: a parenthesis that a sentence goes on behind, whose words stand in the line before."""

RECEIVED = re.compile(r"\([Oo]ntvangen ")
"""`(Ontvangen 28 april 2004)`: when answers came, below who gives them."""

WORD = re.compile(r"[^\W\d_]{2}")
"""Two letters in a row: a line without is no paragraph, but the end of a sentence that its line broke off: `2032.`."""

COUNTS = re.compile(r"\d[\d.,]* [a-zà-ÿ]")
"""`3 m breed`, `12 gemeenten`: a number of something, and no number of a heading."""

YEAR = re.compile(r"(?:18|19|20)\d\d\b")
"""`2031` behind a month at a line's end."""

DASHES, DAY_FIRST = (" -", " –", " —"), re.compile(DAY)
"""What parts a value from its day, at a line's end, and that day: `Brief regering - minister van Defensie -`."""

LAST_WORD = re.compile(r"[\w’'-]+[.?!] [A-Z«“‘]")
"""`X. De ambassade`: a word that ends a sentence, before another one."""

BEGUN = re.compile(r"[a-zà-ÿ]{3}[”’»\"')\]]*[.?!][”’»\"')\]]*(?: ?\d{1,2})? [A-Z][^.?!]+$")
"""A sentence that ends within a line, perhaps with the call of a note, and another that begins there and does not end:
`… te betalen. De gemeente`."""

MOSTLY_FULL = 0.75
"""The part of the measure that a line of running text takes at the least, as its next word can be a long one."""

HALF = 0.5
"""The part of the measure that a line with a comma at its end takes more than where its sentence goes on: a long word
did not fit. A shorter one can be a role above a name, or an address."""

SALUTATION_LENGTH = 60
"""Characters of a salutation or a closing at the most: `Geachte voorzitter,` is followed by its text on a line anew."""

FEW_WORDS = 3
"""Words of the rest of a sentence, at the most, that is known by what the line above it wants alone."""

SENTENCE_LENGTH, SMALL_WORDS = 50, re.compile(r"[a-z] [a-z]+ [a-z]+ [a-z]+ ")
"""Characters that a line which reads as a sentence has more than, and three words in a row without a capital."""


def parted(page: PrintedLines, at: int, counts: dict[str, int], within: Bullet | None) -> bool:
    """Whether a new block begins at this line."""
    if not page.wrapped:
        return not goes_on(page, at)
    known = by_its_kind(page, at)
    if known is not None:
        return known
    if number_follows(page.texts[at - 1], page.texts[at]) and (page.lines[at].turn or not page.lines[at].blanks):
        return False
    if page.bullets[at] is not None and item_begins(page, at, counts, within):
        return True
    before = page.lines[at - 1]
    if joint(page.texts[at - 1], page.texts[at], before.spaced > 0, page.words) is not Joint.SPACE:
        return False
    apart = by_edge(page, at, within)
    return text_parted(page, at) if apart is None else apart


def by_its_kind(page: PrintedLines, at: int) -> bool | None:
    """What headings, salutations, closings and bare marks tell on their own; None where there are none."""
    line, before = page.lines[at], page.lines[at - 1]
    if line.heading and before.heading:
        return line.blanks > 0
    if line.heading or before.heading or opens_or_closes(page.texts[at - 1]):
        return True
    if opens_or_closes(page.texts[at]):
        return ENDED.fullmatch(page.texts[at - 1]) is not None or line.blanks > 0 or page.texts[at][0].isupper()
    if bare_bullet(page, at - 1) or (not line.blanks and RECEIVED.match(page.texts[at])):
        return False
    if asked_goes_on(page, at) or case_goes_on(page.texts, at):
        return False
    opening = OPENING.fullmatch(page.texts[at]) and (line.turn or line.blanks or ends(page, at - 1))
    above, text = page.texts[at - 1 : at + 1]
    turns = capitals_turn(above, text) and not promises_more(above, text)
    headed = QUESTION.fullmatch(above) or (ASKED.fullmatch(above) and text[0].isupper())
    return True if opening or turns or at in page.known_starts or headed else None


def asked_goes_on(page: PrintedLines, at: int) -> bool:
    """Whether a line goes on in the first one under a question's number, however short that was set: what stands right
    below `Antwoord 6` is its text and no heading, so a sentence that is not ended there has not ended. Only a line that
    reads as a sentence counts: the subject of a question can stand there too.
    """
    if at < 2 or page.lines[at].blanks or page.bullets[at] is not None or not QUESTION.fullmatch(page.texts[at - 2]):
        return False
    before = page.texts[at - 1]
    return says_something(before) and not ENDED.fullmatch(before) and not opens_or_closes(page.texts[at])


def case_goes_on(texts: Sequence[str], at: int) -> bool:
    """Whether a line goes on in the row of a case of a list, `Zaak: Brief regering - minister van Defensie, Olie R.` /
    `- 4 mei 2031`, which its day ends, here or on the next line."""
    start = next((n for n in range(at - 1, max(-1, at - CASE_LINES), -1) if CASE.match(texts[n])), at)
    if start == at:
        return False
    end = next((n for n in range(start, min(start + CASE_LINES, len(texts))) if CASE_END.search(texts[n])), start)
    return at <= end and not any(LABEL.match(text) for text in texts[start + 1 : end + 1])


def says_something(text: str) -> bool:
    """Whether a line reads as a sentence, or as a part of one."""
    return len(text) > SENTENCE_LENGTH and SMALL_WORDS.search(text) is not None


def goes_on(page: PrintedLines, at: int) -> bool:
    """Whether a line goes on in the sentence of the line before it, where lines are else whole paragraphs."""
    before, text = page.texts[at - 1 : at + 1]
    open_sentence = not ENDED.fullmatch(before) and not before.endswith(",")
    within = text[:1].islower() or promises_more(before, text) or opened(before)
    apart = page.lines[at].blanks and not page.lines[at].turn
    return open_sentence and within and not apart and page.bullets[at] is None


def ends(page: PrintedLines, at: int) -> bool:
    """Whether the line ends a sentence, or ends on purpose."""
    return not page.texts[at][-1].isalpha() or page.short(at)


def text_parted(page: PrintedLines, at: int) -> bool:
    """The rules for running text, from the strongest evidence to the weakest."""
    text, before, line = page.texts[at], page.texts[at - 1], page.lines[at]
    ended = ENDED.fullmatch(before) is not None and not cut_short(before)
    short = page.short(at - 1)
    small = text.lstrip(OPENS)[:1].islower() or (text[0] in "–—-" and not ended) or PART.match(text) is not None
    small = small or (INSERTED.match(text) is not None and not ended and not (line.blanks and short))
    if small:
        labelled = before.endswith(":") and line.blanks > 0
        marked = line.blanks > 0 or before.endswith((";", ":"))
        room = short if line.blanks or before.endswith(";") else page.clearly_short(at - 1)
        return labelled or (ended and room and marked) or in_unmarked(page, at)
    introduces = before.endswith(":") and (text[0].isupper() or quotes_on(text)) and not opened(before)
    if introduces or (ended and begins_paragraph(page, at)):
        return True
    if line.blanks and line.turn and ended and not page.measured:
        return True
    if line.blanks and not line.turn:
        return ended or short or not goes_on_apart(page, at)
    if forced_break(page, at) or not (ended or WORD.search(text)) or promises_more(before, text):
        return False
    if not ended and COUNTS.match(text) and is_amid(page, at - 1):
        return False
    if goes_on_quoted(page, at) or (not ended and (in_sentence(page, at - 1) or ends_above(before, text))):
        return False
    if page.marks_paragraphs and ended and not line.turn:
        return page.clearly_short(at - 1) or stands_alone(page, at)
    return short or (ended and (stands_alone(page, at) or page.leaves_syllable(at - 1)))


def quotes_on(text: str) -> bool:
    """Whether a line opens a quotation that goes on below it: below a colon each of the fifty that were counted is a
    paragraph of its own, however full the line with the colon is."""
    return text[0] in QUOTES and QUOTES[text[0]] not in text[1:]


def in_sentence(page: PrintedLines, at: int) -> bool:
    """Whether a line without a stop at its end heads nothing, though there was room for another word: a sentence began
    within it (`De raad onderzoekt dat. Ik wacht op de richtlijn` / `PGS 37`), it ends in a comma, it is the long first
    line below the heading of a question, whose text it is, or it is of a part of a motion."""
    text, full = page.texts[at], max(page.measures[at], 1)
    if in_clause(page.texts, at, page.known_starts):
        return True
    if text.endswith(","):
        return page.width(text) > HALF * full
    if page.width(text) < MOSTLY_FULL * full:
        return False
    asked = at > 0 and QUESTION.fullmatch(page.texts[at - 1]) and page.filled(at) >= MOSTLY_FULL * full
    return bool(asked) or BEGUN.search(text) is not None


def ends_above(before: str, text: str) -> bool:
    """Whether a line begins with the last word of the sentence that the long line above it did not end, however short
    that word is: `in het algemeen op het platform` / `X. De ambassade`."""
    return says_something(before) and LAST_WORD.match(text) is not None


def promises_more(before: str, text: str) -> bool:
    """Whether a line ends in a word that something must follow (`vertegenwoordigd door de`, `De heer`), in a month
    before its year, or in a dash before a day (`Brief regering - minister van Defensie -` / `5 november 2007`)."""
    if name_follows(before, text) or (before.endswith(DASHES) and DAY_FIRST.match(text)):
        return True
    last = before.rsplit(maxsplit=1)[-1].lower()
    return last in data("dutch")["never_last"] or (last in data("dutch")["months"] and YEAR.match(text) is not None)


def goes_on_apart(page: PrintedLines, at: int) -> bool:
    """Whether a line below white space goes on in the full one above that, which is not ended: behind something raised;
    where it is the few words that a line of text still wants (`over de grens met` / `Duitsland.`); or, in a text that
    has white space within sentences, where something is missing there, where it begins in what it counts (`de strook`
    / `3 m breed`), or where the one above is text."""
    before, text = page.texts[at - 1 : at + 1]
    promised, says = promises_more(before, text), says_something(before)
    rest = promised and says and ENDED.fullmatch(text) and len(text.split()) <= FEW_WORDS
    if rest or raised_at_end(before, page.lines[at - 1]):
        return True
    missing = promised or number_follows(before, text) or COUNTS.match(text) is not None
    within = says and (heads_nothing(page, at - 1) or ends_above(before, text))
    return page.parts_sentences and (missing or within)


def heads_nothing(page: PrintedLines, at: int) -> bool:
    """Whether a line begins an item or in a small letter, or goes on in the line above it: a heading of one line does
    none of these."""
    goes_on = at > 0 and not page.lines[at].blanks and not ENDED.fullmatch(page.texts[at - 1])
    return page.bullets[at] is not None or page.texts[at][:1].islower() or goes_on


def is_amid(page: PrintedLines, at: int) -> bool:
    """Whether a line, not the first one of its sentence, is long enough to be one of a text that goes on below it."""
    return heads_nothing(page, at) and page.width(page.texts[at]) > HALF * max(page.measures[at], 1)


def stands_alone(page: PrintedLines, at: int) -> bool:
    """Whether a line is no sentence but was ended on purpose: a heading, though the line before it is full. It can take
    two lines, of which the second ended on purpose."""
    text = page.texts[at]
    sentence = ENDED.fullmatch(text) and not (heads_asking(text) and not page.texts[at - 1].endswith("?"))
    if at + 1 >= len(page.lines) or sentence or text.endswith((",", "-")):
        return False
    after = page.texts[at + 1].lstrip(OPENS)
    goes_on = after[:1].islower() or after.startswith(tuple(",.;:)")) or promises_more(text, after)
    if goes_on:
        return page.lines[at].turn and heads_over_two(page, at)
    return page.lines[at + 1].blanks > 0 or page.lines[at].turn or page.clearly_short(at)


def heads_over_two(page: PrintedLines, at: int) -> bool:
    """Whether a line is the first one of a heading: what it goes on in has room left, no stop, and a capital below it.
    At the top of a page nothing else tells."""
    if at + 2 >= len(page.lines) or page.lines[at + 1].blanks:
        return False
    second, below = page.texts[at + 1 : at + 3]
    open_end = second[-1].isalpha() and not promises_more(second, below)
    return open_end and below[:1].isupper() and page.clearly_short(at + 1)


def opens_or_closes(text: str) -> bool:
    """Salutations and closings stand on lines of their own."""
    known = [*data("dutch")["salutation"], *data("dutch")["closing"]]
    return len(text) <= SALUTATION_LENGTH and text.endswith((",", ".", ":")) and text.lower().startswith(tuple(known))
