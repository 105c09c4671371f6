"""The levels of headings and items as a file gives them.

A heading that only its type shows has no level of its own in an annex: the first one below a signature names the annex,
and those after it lie below that one. Questions and answers name none.
"""

import re
from collections.abc import Iterable, Iterator

from build_tools.draft import Given
from build_tools.model import DEEPEST_HEADING, Kind

ANNEX = re.compile(r"(?:Bijlage|BIJLAGE|Annex)\b(?! bij).{0,140}")
"""The heading of an annex: `Bijlage 2: Overzicht`, but not `Bijlage bij de brief van …`, which names the letter."""
ASKED = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: \d|$| op vra)")
"""The heading of a question or an answer: `Vraag 3`, `Antwoord`."""


def given_levels(found: Iterable[tuple[Kind, Given | None, str]]) -> Iterator[int]:
    """For each kind, what the file gives and the text, its level; 0 where the file gives none."""
    signed, below = False, 0
    for kind, given, text in found:
        if kind is Kind.SIGNATURE:
            signed, below = True, 0
        if given is None or kind not in (Kind.HEADING, Kind.ITEM):
            yield 0
        elif kind is Kind.ITEM or given.sure or not given.level:
            yield given.level
        elif (signed and not ASKED.match(text)) or ANNEX.fullmatch(text):
            signed, below = False, 1
            yield 2
        else:
            signed = False
            yield min(given.level + below, DEEPEST_HEADING)
