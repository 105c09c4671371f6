"""What a letter is about where no title says it: its own first sentence, shown as such."""

import re

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


def says_subject(title: str | None) -> bool:
    """Whether a title says what the letter is about; `Motie van het lid Van Dijk c.s.` does not either."""
    if title is None or SENDER_ONLY.fullmatch(title):
        return False
    begins = titles("of_members").match(title)
    return begins is None or re.fullmatch(NO_SUBJECT, title[begins.end() :]) is None


def opening_of(letter: Letter) -> tuple[str, int] | None:
    """The first sentence of a letter without a subject, and the line of the source where it stands."""
    if says_subject(letter.fact(FactKey.TITLE)):
        return None
    first = next((block for block in letter.blocks if block.part == 0 and _is_text(block)), None)
    if first is None:
        return None
    start, end = next(sentences(first.text))
    return _cut(first.text[start:end]), first.lines[0]


def _is_text(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and not salutes(block.text) and len(block.text.split()) >= LEAST_WORDS


def _cut(text: str) -> str:
    """At most so many characters, ending with a word."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
