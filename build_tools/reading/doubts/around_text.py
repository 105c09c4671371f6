"""Doubts about what stands around the text: sentences taken for a head, facts that are contradicted."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import HeadLine
from build_tools.dutch.dates import date_in
from build_tools.dutch.format import capital
from build_tools.dutch.matching import squeezed
from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind, FactKey, Kind, LeftOut, Reason
from build_tools.papers.sessions import may_be_of
from build_tools.reading.doubts.evidence import Evidence, begin_of
from build_tools.reading.signing.portfolios import ministry_in_title, ministry_of
from build_tools.reading.steps.heads.head_shapes import ADDRESSEE
from build_tools.reading.steps.heads.head_values import READINGS
from build_tools.reading.steps.margins.addresses import is_address, is_sent_from
from build_tools.reading.steps.margins.labels import is_unit, label_of
from build_tools.reading.steps.margins.sentences import is_printed_sentence
from build_tools.reading.steps.web.introductions import is_told
from build_tools.reading.steps.web.web_page import introduced_to
from build_tools.reading.steps.web.web_words import is_of_cookies, is_phrase

AROUND = (Reason.HEAD, Reason.MASTHEAD, Reason.MARGIN, Reason.PAGE_FOOT)
"""What is left out because of where it stands."""

COPIED = "webpagina"
"""The layout of a paper that somebody copied with the site around it. A site speaks of the minister in whole sentences,
but not for him."""

SENT = "departement"
"""The layout of a letter with the head of a ministry, which says what the letter is about."""

REPEATED = ("date", "margin date", "session", "year", "dossier", "number")
"""What a head, a margin and the feet of pages state over and over, and all alike."""

READ = {states: (key, value) for states, key, value in READINGS}

SENTENCE_WORDS = 7
"""Words of a line of running text at the least; titles and addresses of so many words have capitals among them."""

RUNNING = re.compile(r"(?:\b[a-zà-ÿ]+[ ,]+){5,}[a-zà-ÿ]+")
"""Six words in small letters in a row: `hierbij zend ik u mede namens de`."""

PRINTED_LINES = 4
"""Lines of a sentence that ministries print in their margin, at the most: its last one can look like a sentence."""

SUBJECT = re.compile(r"\b(?:Betreft|Onderwerp)(?::| ) ?[^\W\d_]\S* \S")
"""`Betreft Banken in de parken`: the label of a subject with words behind it."""

ANNEX = re.compile(r"Bijlage(?: [1-9IVX]{1,4})?[:.] [a-zA-Z]+(?: [^\s]+)+")
"""`Bijlage 2: bedragen per ras`; a margin says how many there are: `Bijlage: 1`, `Bijlage: geen`."""

APART, SEVERAL = re.compile(r" {4,}"), 2
"""White space that parts the labels of a head, as no sentence has it, and how often at the least: `uw brief van`, `ons
kenmerk`, `datum`. Once it can part a sentence from a margin."""

SAID_ABOVE = 2
"""Times that a subject is left out where a page says it again once: with the head, without its label, and there."""

FOR_ANOTHER = "namens"
"""`namens deze`: who signs so is not who sends."""

TIME = re.compile(r"(?:Tijd|Aanvang|Tijdstip)\b")
"""The label of an hour, below the day of a meeting."""

WRITTEN = ("brief", "brieven", "advies", "verzoek", "motie", "vragen", "verslag", "besluit")
"""What there is already when a letter speaks of it; a debate may be still to come."""

SPOKEN_OF = re.compile(rf"\b(?:{'|'.join(WRITTEN)}) van (?P<date>\d{{1,2}} [a-z]+ \d{{4}})\b", re.IGNORECASE)
"""`uw brief van 3 mei 2031`."""

SPEAKS = tuple(f"{word[1:]} van" for word in WRITTEN)
"""What this always has."""

FIRST_PERSON = re.compile(r"\b(?:ik|wij|u|mijn|ons|onze|uw)\b")
"""A letter speaks to somebody; a title does not."""


def sentences_in_head(evidence: Evidence) -> Iterator[Doubt]:
    """Lines left out as letterhead, margin, foot or the site around a paper that look like sentences of the letter.

    A title can be one, and so can the questions that a head names.
    """
    title = evidence.letter.fact(FactKey.TITLE) or "\n"
    asked = [line for line in evidence.cleaned.head if line.states in ("questions", "asked")]
    known = " ".join([title, *(line.value for line in asked)])
    lines = {line.line for line in asked}
    for entry in evidence.letter.ledger.left_out:
        text = " ".join(entry.text.split())
        long = len(text.split()) >= SENTENCE_WORDS and RUNNING.search(text)
        copied = entry.reason is Reason.AROUND and evidence.letter.layout == COPIED and not is_phrase(text)
        spoken = FIRST_PERSON.search(text) or (ENDED.fullmatch(text) and entry.reason is not Reason.AROUND)
        row = is_row_of_labels(text) or len(APART.findall(entry.text.strip())) >= SEVERAL
        asks = entry.reason is Reason.AROUND and is_of_cookies(text)
        doubtful = (entry.reason in AROUND or copied) and long and spoken and not (row or asks)
        stated = text.rstrip(".") in known or title in text or entry.line in lines
        if doubtful and not (stated or is_sent_from(text) or _printed(evidence, entry.line)):
            yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, entry.line, begin_of(text))


def introductions_left_out(evidence: Evidence) -> Iterator[Doubt]:
    """The first sentence left out above a paper as what a site says of it, where nothing but that and a menu tells of a
    site: a letter can begin by quoting another one."""
    lines = evidence.raw.lines
    head = introduced_to(lines) if evidence.letter.layout == COPIED else 0
    told = next((line for line in lines[:head] if is_told(line.text) and not is_of_cookies(line.text)), None)
    if told is not None:
        yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, told.number, begin_of(told.text))


def is_row_of_labels(text: str) -> bool:
    """Whether a text is a label with another one behind it: `uw brief van uw kenmerk ons kenmerk datum`."""
    label = label_of(capital(text))
    return label is not None and label_of(capital(label[1])) is not None


def subjects_left_out(evidence: Evidence) -> Iterator[Doubt]:
    """A line that was left out and says what a letter is about, where none was found that does:
    `[bookmark: onderwerp]Betreft Banken in de parken`; in a ministry's head also one that nothing labels."""
    if evidence.letter.fact(FactKey.TITLE) is None:
        sent = evidence.letter.layout == SENT
        for entry in evidence.letter.ledger.left_out:
            text = " ".join(entry.text.split())
            unlabelled = sent and entry.reason is Reason.HEAD and may_be_subject(text)
            if (entry.reason in AROUND and SUBJECT.search(text)) or unlabelled:
                yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, entry.line, text)


def may_be_subject(text: str) -> bool:
    """Whether a line can say what a letter is about: words with a small one among them, and no thing of a head."""
    words = text.split()
    small = not set(data("dutch")["never_last"]).isdisjoint(words[1:-1])
    known = label_of(text) or is_unit(text) or is_address(text) or ADDRESSEE.fullmatch(text) or ministry_of(text)
    return small and text[0].isupper() and not (known or any(map(str.isdigit, text)) or ENDED.fullmatch(text))


def annexes_in_margins(evidence: Evidence) -> Iterator[Doubt]:
    """The heading of an annex that was left out with a margin beside or above it: `Bijlage: bedragen per ras`."""
    for entry in evidence.letter.ledger.left_out:
        text = " ".join(entry.text.split())
        if entry.reason is Reason.MARGIN and ANNEX.fullmatch(text):
            yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, entry.line, text)


def lines_within_sentences(evidence: Evidence) -> Iterator[Doubt]:
    """A label with its value that was left out at one place alone from within a sentence that goes on below it on the
    same page: `In antwoord op` / `Uw brief van 3 mei 2031` / `bericht ik`; or on the next page, where it is the title.
    """
    entries = sorted((entry for entry in evidence.letter.ledger.left_out if entry.reason in AROUND), key=_line_of)
    numbers, said = [entry.line for entry in entries], Counter(squeezed(entry.text) for entry in entries)
    title = squeezed(evidence.letter.fact(FactKey.TITLE) or "")
    for before, after in pairwise(evidence.cleaned.lines):
        first, stop = bisect_right(numbers, before.number), bisect_left(numbers, after.number)
        if stop - first != 1 or ENDED.fullmatch(before.plain) or not after.plain[:1].islower():
            continue
        text, label = squeezed(entries[first].text), label_of(entries[first].text.strip())
        valued = before.page == after.page and said[text] == 1 and label is not None and label[1]
        if valued or (text == title and said[text] <= SAID_ABOVE):
            yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, entries[first].line, entries[first].text)


def _line_of(entry: LeftOut) -> int:
    return entry.line


def signatures_about_margins(evidence: Evidence) -> Iterator[Doubt]:
    """Signatures above a text and another one, with lines of a margin between their own: what stands there may be of
    that margin, or text. The last ones can have a margin beside them."""
    margin = sorted(entry.line for entry in evidence.letter.ledger.left_out if entry.reason is Reason.MARGIN)
    signed = [block for block in evidence.letter.blocks if block.kind is Kind.SIGNATURE]
    for block, below in pairwise(signed):
        first, last = block.lines
        if below.n > block.n + 1 and bisect_right(margin, first) < bisect_left(margin, last):
            yield evidence.doubt(DoubtKind.SIGNER_IN_TEXT, first, begin_of(block.text), block.anchor)


def _printed(evidence: Evidence, line: int) -> bool:
    """Whether a line belongs to a sentence that ministries print in their margin."""
    texts = [evidence.by_number[n].text for n in range(line - PRINTED_LINES + 1, line + 1) if n in evidence.by_number]
    return any(is_printed_sentence(text) for text in texts)


def contradicted_facts(evidence: Evidence) -> Iterator[Doubt]:
    """What the head, the margin and the feet of pages state otherwise than what was taken.

    Where the head states the date beside the subject, it is that of the letter, whatever date stands in a margin.
    """
    first: dict[FactKey, tuple[str, HeadLine]] = {}
    dated = any(line.states == "date" for line in evidence.cleaned.head)
    for line in evidence.cleaned.head:
        key, value = _stated(line)
        if not key or not value or (dated and line.states == "margin date") or _of_meeting(evidence, line):
            continue
        if key in first and first[key][0] != value and not (key is FactKey.DOSSIER and _in_head(evidence, line)):
            yield evidence.doubt(DoubtKind.FACT_CONTRADICTED, line.line, f"{line.value} ({first[key][1].value})")
        first.setdefault(key, (value, line))


def days_that_cannot_be(evidence: Evidence) -> Iterator[Doubt]:
    """The date of a paper that its own session does not have, or that is before that of a paper that it speaks of: one
    of the two was misread, and whose letter is the older one rests on it."""
    letter = evidence.letter
    day, session = str(letter.fact(FactKey.DATE) or ""), str(letter.fact(FactKey.VERGADERJAAR) or "")
    stated = next((line for line in evidence.cleaned.head if _stated(line) == (FactKey.DATE, day)), None)
    if stated is None:
        return
    against = [] if may_be_of(session, day) else [session]
    against += [found["date"] for found in evidence.matches(SPOKEN_OF, SPEAKS) if (date_in(found["date"]) or "") > day]
    if against:
        yield evidence.doubt(DoubtKind.FACT_CONTRADICTED, stated.line, f"{stated.value} ({against[0]})")


def _of_meeting(evidence: Evidence, line: HeadLine) -> bool:
    """Whether a line of a head says on what day a meeting is, for the head says below at what time."""
    below = evidence.by_number.get(line.line + 1)
    timed = line.states == "date" and below is not None and TIME.match(below.text) is not None
    return timed and evidence.anchor_at(line.line + 1) is None


def signed_by_others(evidence: Evidence) -> Iterator[Doubt]:
    """The office of who signs, where the head names as sender somebody of another ministry alone, and who signs does so
    for nobody."""
    senders = [line.value for line in evidence.cleaned.head if line.states == "document title"]
    found = {ministry_in_title(value) for value in senders}
    signed = [block for block in evidence.letter.blocks if block.kind is Kind.SIGNATURE]
    offices = [ministry_of(block.text) for block in signed]
    if not found or None in found or not offices or found & {None, *offices}:
        return
    for block in signed:
        if FOR_ANOTHER not in block.text.lower():
            yield evidence.doubt(DoubtKind.FACT_CONTRADICTED, block.lines[0], begin_of(block.text), block.anchor)


def _in_head(evidence: Evidence, line: HeadLine) -> bool:
    """Whether a line stands above the text: the head of a paper in two dossiers names both."""
    return all(line.line < block.lines[0] for block in evidence.letter.blocks)


def _stated(line: HeadLine) -> tuple[FactKey | None, str | None]:
    """What a line of a head states, in a form in which two lines can be held against each other."""
    read = READ.get(line.states) if line.states in REPEATED else None
    return (read[0], read[1](line.value)) if read else (None, None)
