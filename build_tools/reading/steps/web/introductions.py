"""What a site says above a paper by which an unknown one shows itself: menus in a row, and words of its own about the
paper, which no letterhead has.
"""

import re
from collections.abc import Sequence

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.heads.head_shapes import ADDRESSEE
from build_tools.reading.steps.margins.labels import is_label, is_subject
from build_tools.reading.steps.web.menu_rows import is_menu_row
from build_tools.reading.steps.web.web_foot import is_below, is_role

ABOVE, BELOW = 20, 15
"""Lines of a site above a paper and below it at the most, among which it shows itself."""

SENTENCE_WORDS = 6
"""Words of a sentence of the site at the least."""

SENTENCES = 4
"""Lines of such sentences at the most, and the first line is none: a text that begins so is the letter itself."""

LABELS = 2
"""Labels that no ministry has, that tell as much as a sentence."""

SENTENCE = re.compile(r"(?=.*[a-zà-ÿ] [a-zà-ÿ]+ [a-zà-ÿ]+).*[.!?:]")
"""`De integrale tekst van de brief:`: three small words in a row, and an end."""

LABELLED = re.compile(r"[A-Z][a-zà-ÿ]+: \S.*")
"""`Tekst: Sanne Bakker`, `Leestijd: 2 minuten`."""


def is_introduced(lines: Sequence[Line], head: int) -> bool:
    """Whether a menu stands around a paper of which the own head begins at this line, and a sentence or labels above it
    that are a site's; nobody salutes or signs there."""
    above = [line.text for line in lines[:head]]
    if not 0 < head <= ABOVE or any(salutes(text) or (is_role(text) and not is_told(text)) for text in above):
        return False
    menus = sum(is_menu_row(text) or is_below(text) for text in above)
    menus += sum(is_below(line.text) for line in lines[max(head, len(lines) - BELOW) :])
    told = sum(map(is_told, above))
    labelled = sum(map(is_labelled, above)) >= LABELS
    return menus > 0 and (told > 0 or labelled) and told <= SENTENCES and not is_told(above[0])


def is_told(text: str) -> bool:
    """Whether a line is a sentence of the site, and none that a ministry prints in its margin."""
    known = any(text.lower()[:SENTENCE_WORDS] == one[:SENTENCE_WORDS] for one in data("margin")["sentences"])
    return len(text.split()) >= SENTENCE_WORDS and SENTENCE.fullmatch(text) is not None and not known


def is_labelled(text: str) -> bool:
    """Whether a line is a label with its value, and none of a letter's."""
    return LABELLED.fullmatch(text) is not None and not (is_label(text) or is_subject(text) or ADDRESSEE.match(text))
