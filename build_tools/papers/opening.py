"""What a letter is about where no title says it: its own first sentence, or what a motion asks, shown as such."""

import re
from functools import cache
from typing import NamedTuple

from build_tools.data import data
from build_tools.dutch.matching import salutes
from build_tools.dutch.sentences import sentences
from build_tools.model import Block, FactKey, Kind, Letter
from build_tools.papers.wanted import titles

LONGEST = 220
"""Characters of it that are shown; two lines of a page."""

LEAST_WORDS = 5
"""Words of a first sentence at the least: `Geachte voorzitter,` or a heading without its type says nothing."""

NO_SUBJECT = r"(?:(?! over | inzake | betreffende ).)+"
"""What goes on without saying what about."""

SENDER_ONLY = re.compile(rf"(?i:brief|afschrift van een brief) van (?:de|het) {NO_SUBJECT}")
"""`Brief van de minister van Financiën`: who wrote, and not what about."""


class SubjectLine(NamedTuple):
    """What is shown of a letter, the line of the source where it stands, and what it is called."""

    text: str
    line: int
    name: str = "Eerste zin"


def says_subject(title: str | None) -> bool:
    """Whether a title says what the letter is about; `Motie van het lid Van Dijk c.s.` does not either."""
    if title is None or SENDER_ONLY.fullmatch(title):
        return False
    begins = titles("of_members").match(title)
    return begins is None or re.fullmatch(NO_SUBJECT, title[begins.end() :]) is None


def opening_of(letter: Letter) -> SubjectLine | None:
    """What a letter without a subject says first; of a motion, one long sentence, what it asks."""
    stated = letter.fact(FactKey.TITLE)
    if says_subject(stated):
        return None
    own = [block for block in letter.blocks if block.part == 0 and _is_text(block)]
    if stated and titles("of_members").match(stated):
        asking = next((block for block in own if _asks().match(block.text)), None)
        if asking is not None:
            return SubjectLine(_cut(asking.text.rstrip(",;: ")), asking.lines[0], "Verzoek of uitspraak")
    return _first_sentence(own[0]) if own else None


def _first_sentence(block: Block) -> SubjectLine:
    start, end = next(sentences(block.text))
    return SubjectLine(_cut(block.text[start:end]), block.lines[0])


@cache
def _asks() -> re.Pattern[str]:
    """How a part of a motion begins that asks or says something: `verzoekt de regering`, `spreekt uit`."""
    return re.compile(rf"(?:{'|'.join(data('papers')['asks'])})\b")


def _is_text(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and not salutes(block.text) and len(block.text.split()) >= LEAST_WORDS


def _cut(text: str) -> str:
    """At most so many characters, ending with a word."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
