"""What a site or a browser puts around a paper, in the text of one print alone: menus, and the head of a printed page.

Lines of a menu stand in a row and none says a sentence. A browser puts the day, the title and the site's name at the
head of each page that it prints.
"""

import re

from build_tools.compare.model import Change, Comparison
from build_tools.compare.telling.traces.page_lines import ADDRESS, ALONE, is_title
from build_tools.compare.telling.traces.trace import Trace, alone
from build_tools.dutch.sentences import ENDED
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import FactKey, Kind, Letter
from build_tools.reading.steps.web.web_words import is_common, is_phrase

ROW, OF_SITE = 3, 2
"""Lines of a menu at the least; and where one of them is surely a site's."""

SHORT = 6
"""Words of a link or button at the most."""

TITLE = 25
"""Characters of a title at the least that is known within other words."""

PRINTED = re.compile(r"\d{1,2}[-/]\d{1,2}[-/]\d{2,4}(?:,? \d{1,2}[:.]\d\d(?: [AP]M)?)?(?: |$)")
"""When a browser printed a page: `11/24/22, 3:15 PM `."""


def menu(comparison: Comparison, change: Change) -> Trace | None:
    """Short lines in a row that only one print has, in no list or table."""
    found = alone(comparison, change)
    if not found or found[1].kind not in (Kind.PARAGRAPH, Kind.HEADING):
        return None
    side, passage = found
    lines = change.of(side).strip().split(BOUNDARY)
    links = [line for line in lines if len(line.split()) <= SHORT and not ENDED.fullmatch(line)]
    sure = any(is_phrase(line) and not is_common(line) for line in lines)
    enough = len(links) >= (OF_SITE if sure else ROW) and 2 * len(links) > len(lines)
    return Trace(side, ALONE, passage.lines[0]) if enough and passage.text == lines[0] else None


def browser_head(comparison: Comparison, change: Change) -> Trace | None:
    """The head of a page that a browser printed: its day, or the title of the paper with the site's name beside it."""
    found = alone(comparison, change)
    if not found or found[1].kind not in (Kind.PARAGRAPH, Kind.HEADING):
        return None
    side, passage = found
    text = " ".join(change.of(side).split())
    head = not ENDED.fullmatch(text) and (PRINTED.match(text) or ADDRESS.match(text) or _names(comparison, text))
    return Trace(side, ALONE, passage.lines[0]) if head and passage.text.startswith(text) else None


def _names(comparison: Comparison, text: str) -> bool:
    """Whether a text has the whole title of one of the letters in it, and says more."""
    return any(_says_title(letter, text) for letter in (comparison.a, comparison.b))


def _says_title(letter: Letter, text: str) -> bool:
    title = str(letter.fact(FactKey.TITLE) or "").lower()
    return len(title) >= TITLE and title in text.lower() and not is_title(letter, text)
