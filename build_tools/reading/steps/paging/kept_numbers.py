"""Numbers under which parliament keeps a paper, `2031D04512`, printed alone at the edge of a page or of the paper."""

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.draft import Draft, Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import CASE, QUESTION
from build_tools.reading.steps.taking_out import take_out

KEPT_AS = re.compile(r"(?:19|20)\d\d[DZ]\d{5}")
"""`2031D04512`, a document; `2031Z04512`, a case."""


def take_out_kept_numbers(draft: Draft) -> Draft:
    """Take out each such number alone on its line that returns so, or stands first or last on its page, apart from a
    line that asks for it (`met nummer`, `Zaak:`), and but for a case right above its questions, which it heads."""
    lines = draft.lines
    alone = [at for at, line in enumerate(lines) if KEPT_AS.fullmatch(line.text)]
    often = Counter(lines[at].text for at in alone)
    found = [at for at in alone if often[lines[at].text] > 1 or at_edge(lines, at)]
    found = [at for at in found if not (asked_for(lines, at) or heads_questions(lines, at))]
    return take_out(draft, dict.fromkeys(found, Reason.PAGE_FOOT)) if found else draft


def at_edge(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first or the last of its page."""
    edges = at in (0, len(lines) - 1)
    return edges or lines[at - 1].page != lines[at].page or lines[at + 1].page != lines[at].page


def heads_questions(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the case in which the questions were put that begin below it."""
    below = at + 1 < len(lines) and lines[at + 1].page == lines[at].page
    return below and CASE.fullmatch(lines[at].text) is not None and QUESTION.fullmatch(lines[at + 1].text) is not None


def asked_for(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on in this one, or names what it holds: its own value stands right below it."""
    if not at or lines[at].blanks or lines[at].turn:
        return False
    above = lines[at - 1].text
    runs_on = at + 1 < len(lines) and lines[at + 1].page == lines[at].page and not lines[at + 1].blanks
    return above.endswith(":") or (runs_on and not ENDED.fullmatch(above))
