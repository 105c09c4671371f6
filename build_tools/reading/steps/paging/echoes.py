"""Lines at the edges of pages that say nothing new: the beginning of the subject, the paper's own number, `Vervolg van
brief d.d. 3 mei 2031 aan de Voorzitter van de Tweede Kamer`.

Each word of such a line stands in the head, or is one of those by which a page tells what it belongs to. What heads a
text can be made of such words as well; so the line cuts a sentence in two, returns, or states what the letter itself is
filed under.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import chain

from build_tools.data import data
from build_tools.draft import Draft, Line
from build_tools.dutch.dates import day_in
from build_tools.dutch.matching import squeezed
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.steps.margin_labels import is_letters_own
from build_tools.reading.steps.paging.page_heads import at_edge, references_of
from build_tools.reading.steps.taking_out import take_out

WORD = re.compile(r"\w+")

SIGNS = re.compile(r"\W")
"""What does not count where a paper is named: `32 824, nr. 357`, `32824 nr 357`."""

ANNEX_HEAD = re.compile(r"[Bb]ijlage(?: \w{1,3})?:? (?P<title>[a-zà-ÿ].*[^.])")
"""`Bijlage: uitputting van quota`, `Bijlage 2 uitputting van quota`."""

LEAST = 2
"""Words of such a line at the least: a single one heads a text, or ends a paragraph."""

PAGED = 3
"""Words before the number of its page at the least: fewer can be a heading with a number, `Gevolgen 2`."""

TAKEN = (Reason.HEAD, Reason.MARGIN, Reason.MASTHEAD)
"""Why a line was taken out that a later page can say again."""

DAYS = ("date", "margin date")
"""What states the day of a letter."""


def take_out_echoes(draft: Draft) -> Draft:
    """Take out each line at the edge of a page that says again what the head says, and no more."""
    lines = draft.lines
    known = {word.lower() for text in said_before(draft) for word in WORD.findall(text)} | words_of_pages()
    known |= years_around(draft)
    runs = [*echoing(lines, known)]
    often = Counter(squeezed(lines[at].text) for run in runs for at in run)
    said = {*filed_under(draft)}, {*printed_before(draft)}
    apart = [run for run in runs if not is_led_to(lines, run)]
    cutting = [at for run in apart if cuts_sentence(lines, run) for at in run]
    telling = [at for run in apart for at in run if tells_of_letter(lines, run, at, *said)]
    taken = [*cutting, *telling, *(at for run in runs for at in run if often[squeezed(lines[at].text)] > 1)]
    beside = [at for line in taken for at in (line - 1, line + 1) if counts_page(lines, at, lines[line].page)]
    others = (*labelled(lines, known), *heads_of_annexes(lines))
    return take_out(draft, dict.fromkeys((*taken, *beside, *others), Reason.PAGE_FOOT))


def said_before(draft: Draft) -> Iterator[str]:
    """What the head states, and what else was taken out with it: who may read the letter, whose it is."""
    yield from (line.value for line in draft.head)
    yield from (draft.source.text[cut.start : cut.end] for cut in draft.taken if cut.reason in TAKEN)


def years_around(draft: Draft) -> set[str]:
    """The years to which the letter's session can belong."""
    days = (day_in(line.value) for line in draft.head if line.states in DAYS)
    return {str(int(day[:4]) + ahead) for day in days if day for ahead in (-1, 0, 1)}


def printed_before(draft: Draft) -> Iterator[str]:
    """What was taken out with the head, line by line, but for its subject, which can head an annex as well."""
    subjects = [line.value for line in draft.head if line.states in ("subject", "dossier title", "document title")]
    for cut in draft.taken:
        text = draft.source.text[cut.start : cut.end]
        if cut.reason in TAKEN and not any(text in subject for subject in subjects):
            yield squeezed(text)


def counts_page(lines: Sequence[Line], at: int, page: int) -> bool:
    """Whether a line holds the number of its page, which is this one, and one word before it at the most."""
    *word, number = lines[at].text.split() if at < len(lines) and lines[at].page == page else [""]
    counted = {text.lower() for text in word} & set(data("dutch")["numbered_nouns"])
    return number == str(page) and len(word) <= 1 and not counted


def labelled(lines: Sequence[Line], known: Set[str]) -> Iterator[int]:
    """The lines at the edge of a page of which one is a label of the head and the other says below it what is known:
    `Aan` / `de Voorzitter van de Tweede Kamer`."""
    for at in range(1, len(lines) - 1):
        label = lines[at].text.rstrip(":").lower()
        edge = lines[at].turn or at_edge(lines, at + 1, ())
        if edge and label in data("margin")["head_labels"] and lines[at].text[0].isupper():
            words = WORD.findall(lines[at + 1].text.lower())
            if known >= {*words} and not ENDED.fullmatch(lines[at + 1].text):
                yield from (at, at + 1)


def heads_of_annexes(lines: Sequence[Line]) -> Iterator[int]:
    """The lines that head the page of an annex in small letters behind its label, and say again what stands below them
    as its title: `Bijlage: uitputting van quota 2031` / `Uitputting van quota`."""
    for at in range(1, len(lines) - 1):
        said = ANNEX_HEAD.fullmatch(lines[at].text) if lines[at].turn or lines[at].page != lines[at - 1].page else None
        title = WORD.findall(lines[at + 1].text.lower())
        below = lines[at + 1].text[0].isupper() and not ENDED.fullmatch(lines[at + 1].text)
        if said and below and len(title) >= LEAST and {*title} <= {*WORD.findall(said["title"].lower())}:
            yield at


def echoes(line: Line, known: Set[str]) -> bool:
    """Whether a line begins like one of its own and consists of words that are known, or of the number of its page."""
    text = line.text
    opens = text[:1].isupper() or text[:1].isdigit()
    if not opens or not all(word[0] in known or word[0] == str(line.page) for word in WORD.finditer(text.lower())):
        return False
    several = len(WORD.findall(text)) >= LEAST
    return several and not (ENDED.fullmatch(text.rstrip("…")) or is_letters_own(text))


def echoing(lines: Sequence[Line], known: Set[str]) -> Iterator[range]:
    """The lines below each other on a page that say nothing new, of which one stands at its edge."""
    start = 1
    for at in range(1, len(lines) + 1):
        goes_on = at < len(lines) and echoes(lines[at], known)
        if goes_on and lines[at].page == lines[at - 1].page:
            continue
        if any(at_edge(lines, own, ()) for own in range(start, at)):
            yield range(start, at)
        start = at if goes_on else at + 1


def is_led_to(lines: Sequence[Line], run: range) -> bool:
    """Whether a small word stands above these lines, which what they say can follow: `de brief van het` / `Ministerie
    van Financiën`."""
    return lines[run.start - 1].text.rpartition(" ")[2].lower() in data("dutch")["never_last"]


def cuts_sentence(lines: Sequence[Line], run: range) -> bool:
    """Whether the sentence above these lines goes on below them."""
    below = lines[run.stop].text if run.stop < len(lines) else ""
    return below[:1].islower() and not ENDED.fullmatch(lines[run.start - 1].text)


def tells_of_letter(lines: Sequence[Line], run: range, at: int, own: Set[str], printed: Set[str]) -> bool:
    """Whether a line was printed in the head as well, states the number of its page behind several words, or, below
    what is ended or beside another such line, what the letter is filed under or its day."""
    text, words, above = SIGNS.sub("", lines[at].text), WORD.findall(lines[at].text), lines[at - 1].text
    paged = len(words) > PAGED and words[-1] == str(lines[at].page)
    ended = ENDED.fullmatch(above) is not None or above.isdecimal() or len(run) > 1
    return squeezed(lines[at].text) in printed or paged or (ended and any(part in text for part in own))


def filed_under(draft: Draft) -> Iterator[str]:
    """The references and the day of the letter, or dossier and number of the paper, without signs."""
    yield from (SIGNS.sub("", reference) for reference in references_of(draft))
    yield from (SIGNS.sub("", line.value) for line in draft.head if line.states in DAYS)
    stated = {line.states: line.value for line in reversed(draft.head)}
    if "dossier" in stated and "number" in stated:
        yield SIGNS.sub("", f"{stated['dossier']} nr {stated['number']}")


@cache
def words_of_pages() -> frozenset[str]:
    """The words by which a page tells what it belongs to."""
    margin = data("margin")
    told = chain(margin["labels"], margin["subjects"], margin["head_labels"], margin["of_pages"], margin["continued"])
    return frozenset(word.lower() for text in told for word in WORD.findall(text))
