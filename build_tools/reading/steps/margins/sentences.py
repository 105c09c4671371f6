"""Sentences that ministries print in a margin: those that are known (`data/margin.yml`), and those that ask whoever
answers to name the letter, whatever their words."""

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.matching import squeezed
from build_tools.reading.steps.margins.addresses import NARROW

LINES = 6
"""Lines of such a sentence at the most: `Bij beantwoording` / `ons kenmerk vermelden.`"""

LEAST_LINES = 2
"""And of one that is not known at the least: one line alone can be a sentence of the text, but for one that begins as
none does there."""

LAST = ("vermelden", "vermelden.")
"""With what one that asks ends; it needs no stop."""

WIDEST = 90
"""Characters of a line of one that begins so at the most: it can stand below the text, over the whole page."""

LEAST_OF_SENTENCE = 12
"""Letters with which a sentence is known from its first line: fewer (`Bij`) begin any sentence."""


def asking_end(lines: Sequence[Line], at: int) -> int:
    """The index after a sentence on narrow lines that asks to name the reference: `Verzoeke in uw antwoord` / `ons
    kenmerk te vermelden.`, also on one line where it begins as such sentences do; `at` where none begins."""
    first = lines[at].text
    opened = begins_asking(first)
    widest, least = (WIDEST, 1) if opened else (NARROW, LEAST_LINES)
    for end in range(at + 1, min(at + 1 + LINES, len(lines) + 1)) if first[:1].isupper() else ():
        text = lines[end - 1].text
        if len(text) > widest or (end > at + 1 and not goes_on(lines[end - 1], lines[at].page)):
            return at
        if text.endswith(LAST if opened else "."):
            whole = " ".join(line.text for line in lines[at:end])
            return end if end - at >= least and asks(whole) and not (opened and says(whole)) else at
    return at


def begins_asking(text: str) -> bool:
    """Whether a line begins as no sentence of a letter does but one that asks to name the reference, and says so if it
    is too wide for a margin: `Verzoeke bij beantwoording datum en kenmerk te vermelden`."""
    return text.lower().startswith(tuple(data("margin")["asking"])) and (len(text) <= NARROW or asks(text))


def says(sentence: str) -> bool:
    """Whether somebody does something in a sentence behind the word or two with which it begins, so that a letter can
    say it: `In uw antwoord kunt u het kenmerk vermelden.`"""
    begun = next((one for one in data("margin")["asking"] if sentence.lower().startswith(one)), "")
    return not set(data("dutch")["sentence_words"]).isdisjoint(sentence[len(begun) :].rstrip(".").split())


def goes_on(line: Line, page: int) -> bool:
    """Whether a line can be a further one of a sentence that began on this page."""
    return line.page == page and not line.blanks and line.text[:1].islower()


def asks(sentence: str) -> bool:
    """Whether a sentence is about naming a reference: `met vermelding van het kenmerk`, `ons kenmerk vermelden`."""
    return "vermeld" in sentence.lower() and naming().search(sentence.lower()) is not None


@cache
def naming() -> re.Pattern[str]:
    """The names of a reference, as words."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, data('margin')['references']))})\b")


@cache
def printed_sentences() -> tuple[str, ...]:
    """The sentences that ministries print in their margins, without white space, with their last stop and without."""
    known = [
        squeezed(sentence.format(reference=reference))
        for sentence in data("margin")["sentences"]
        for reference in data("margin")["references"]
    ]
    return tuple(dict.fromkeys(form for sentence in known for form in (sentence, sentence.rstrip("."))))


@cache
def one_below_another() -> str:
    """These sentences, each on a line: whether any begins or ends with a text is found in it at once."""
    return "\n".join(("", *printed_sentences(), ""))


def is_printed_sentence(text: str) -> bool:
    """Whether a sentence that ministries print in their margins begins with this line."""
    if begins_asking(text):
        return True
    start = squeezed(text)
    return len(start) > LEAST_OF_SENTENCE and f"\n{start}" in one_below_another()


def ends_printed_sentence(text: str) -> bool:
    """Whether such a sentence ends with this line."""
    return f"{squeezed(text)}\n" in one_below_another()


def sentence_end(lines: Sequence[Line], at: int) -> int:
    """The index after one of the sentences that a ministry prints in its margin."""
    first = squeezed(lines[at].text)
    known = printed_sentences() if f"\n{first}" in one_below_another() else ()
    for wanted in (sentence for sentence in known if sentence.startswith(first)):
        got, end = first, at + 1
        while got != wanted and wanted.startswith(got) and end < min(at + LINES, len(lines)):
            got, end = got + squeezed(lines[end].text), end + 1
        if got == wanted:
            return end
    return asking_end(lines, at)
