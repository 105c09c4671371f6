"""The sentences of a Dutch text.

After `sentences`: the stretches cover all of the text that is not white space, in order, without overlap.
"""

import re
from collections.abc import Iterator
from functools import cache

from build_tools.data import data

_END = re.compile(r"[.!?…]+[»”\"’')\]]{0,3}\s+(?=[«“„\"‘'(\[]{0,3}[A-ZÀ-Þ0-9])")
_LAST_WORD = re.compile(r"[\w.’'-]{1,24}\Z")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    start = 0
    for match in _END.finditer(text):
        if not _is_abbreviation(text, match.start()):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence that holds an offset, or that ends at it: a note's marker stands behind its sentence."""
    found = (0, len(text))
    for start, end in sentences(text):
        if start < at or (start == at == 0):
            found = (start, end)
    return found


def _is_abbreviation(text: str, at: int) -> bool:
    """Whether the stop at an offset belongs to a short form or an initial."""
    if text[at] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, at - 24), at)
    return word is not None and (
        word[0].lower() in _abbreviations() or re.search(r"(?:^|\.)[A-Z]\Z", word[0]) is not None
    )


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(data("dutch")["abbreviations"])
