"""The sentences of a Dutch text.

After `sentences`: the stretches cover all of the text that is not white space, in order, without overlap.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from build_tools.data import data

ENDED = re.compile(r".*[.!?:;…][”’»\"')\]]*$")
"""A line that ends a sentence or a part of one, perhaps quoted or in brackets: `… werk.”`."""

_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*[»”\"’')\]]{0,3}\s+(?=[«“„\"‘'(\[]{0,3}[A-ZÀ-Þ0-9])")
"""Stops, with what closes behind them, before a capital or a digit: `… werk.”) Het`. Of a row of stops only the first
begins an end, so that a long row is read once."""

_CELL_END = re.compile(r"[\t\n\v]+")
"""The end of a cell of a table: no sentence runs over it."""

_LONGEST = 24
"""Characters of a short form at the most; a longer word before a stop is none."""

_LAST_WORD = re.compile(rf"[\w.’'-]{{1,{_LONGEST}}}\Z")
"""The word before a stop, with the stops within it: `c.s`, `m.b.t`, `J.P.H`."""

_INITIAL = re.compile(r"(?:^|\.)[A-Z]\Z")
"""A capital alone, or behind others: `H` of `J.P.H`."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; in a table each cell has its own."""
    at = 0
    for cell in _CELL_END.split(text):
        start = text.index(cell, at)
        yield from ((start + begin, start + end) for begin, end in _in_cell(cell))
        at = start + len(cell)


def _in_cell(text: str) -> Iterator[tuple[int, int]]:
    """The same in running text."""
    start = 0
    for match in _END.finditer(text):
        if not _is_abbreviation(text, match.start()):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence that holds an offset, or that ends at it: a note's marker stands behind its sentence."""
    found = _all(text)
    before = bisect_left(found, (at,)) - 1
    if at == 0 and found and found[0][0] == 0:
        before = 0
    return found[before] if before >= 0 else (0, len(text))


FEW = 16
"""Texts whose sentences are remembered: who asks for the sentences of a text asks for many of the same."""


@lru_cache(FEW)
def _all(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text))


def _is_abbreviation(text: str, at: int) -> bool:
    """Whether the stop at an offset belongs to a short form or an initial."""
    if text[at] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, at - _LONGEST), at)
    return word is not None and (word[0].lower() in short_forms() or _INITIAL.search(word[0]) is not None)


@cache
def short_forms() -> frozenset[str]:
    """All short forms, in small letters and without their last stop: `nr`, `d.w.z`, `etc`."""
    return frozenset(data("dutch")["abbreviations"]) | _never_end()


@cache
def _never_end() -> frozenset[str]:
    return frozenset(data("dutch")["never_end"])


def ends_short(text: str) -> bool:
    """Whether a line ends in the stop of a short form or an initial, behind which a sentence can go on: `enz.`, `J.`"""
    return text.endswith(".") and _is_abbreviation(text, len(text) - 1)


def cut_short(text: str) -> bool:
    """Whether a line ends in a short form behind which its sentence goes on in any case: `Met prof.`, `(incl.`. One in
    capitals means something else: `MW.` (megawatts)."""
    word = text[-_LONGEST:].rpartition(" ")[2].lstrip("([«“‘\"'") if text.endswith(".") else ""
    return word[1:] == word[1:].lower() and word[:-1].lower() in _never_end()


def opened(text: str) -> bool:
    """Whether a parenthesis was opened and not closed."""
    return text.count("(") > text.count(")")
