"""Numbers whose digits are the same in both prints, and what stands between or for them is not."""

import re

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.telling.traces.place import place_of
from build_tools.compare.telling.traces.trace import Trace, only_side, passage_of

NUMERAL = re.compile(r"\d+(?:[.,\s\u2013\u2212-]{1,2}\d+)*")
"""Digits, with what can part them: `41,7`, `2019–2021`."""

YEAR = re.compile(r"(?:19|20)\d\d")
"""A year of the letters that are compared."""

SIGNS = {"€", "$", "£"}
"""What stands before a number alone."""

NOTE_NUMBER = re.compile(r"\d{1,2}")
"""What could call a note."""

AT_WORD = "cijfer_aan_woord"
"""The kind of such places (`data/verdict.yml`)."""

DIGITS = 40
"""Signs of such numbers, at the most."""


def other_separator(comparison: Comparison, change: Change) -> Trace | None:
    """The same digits, otherwise parted: `41,7` and `417`."""
    texts = change.before.strip(), change.after.strip()
    if max(map(len, texts)) > DIGITS or not all(map(NUMERAL.fullmatch, texts)):
        return None
    digits = ["".join(filter(str.isdigit, text)) for text in texts]
    side = Side.B if _parts(texts[0]) >= _parts(texts[1]) else Side.A
    passage = passage_of(comparison, change, side)
    return Trace(side, "teken_weg", passage.lines[0]) if passage and digits[0] == digits[1] else None


def number_gone(comparison: Comparison, change: Change) -> Trace | None:
    """A number that one print lacks, and it has what it counts: `€ miljoen`, `per %`."""
    side = only_side(change)
    passage = passage_of(comparison, change, side.other) if side else None
    place = place_of(comparison, change, side.other) if passage and side else None
    if not (side and passage and place and NUMERAL.fullmatch(change.of(side).strip())):
        return None
    at = place.begin - place.printed.begins[0]
    counted = passage.text[:at].rstrip()[-1:] in SIGNS or _counts(passage.text[at:].lstrip())
    return Trace(side.other, "teken_weg", passage.lines[0]) if counted else None


def _counts(behind: str) -> bool:
    """Whether a text begins with what stands behind a number alone."""
    return behind[:1] in {"%", "‰"} or behind.split(" ", 1)[0].strip(".,;:") in ("miljoen", "miljard", "procent")


def note_number_joined(comparison: Comparison, change: Change) -> Trace | None:
    """A year with one more digit, of a note: `20191`."""
    for side in Side:
        whole, own = change.of(side.other).strip(), change.of(side).strip()
        passage = passage_of(comparison, change, side)
        if passage and YEAR.fullmatch(whole) and own[:-1] == whole and own.isdigit():
            return Trace(side, "teken_weg", passage.lines[0])
    return None


def digit_at_word(comparison: Comparison, change: Change) -> Trace | None:
    """A digit right behind a word that only one print has, where no note has that number: `wensen2`."""
    side = only_side(change)
    passage = passage_of(comparison, change, side) if side else None
    place = place_of(comparison, change, side) if side else None
    if not (side and passage and place and NOTE_NUMBER.fullmatch(change.of(side).strip())):
        return None
    at = place.begin - place.printed.begins[0]
    return Trace(side, AT_WORD, passage.lines[0]) if passage.text[:at][-1:].isalpha() else None


def _parts(text: str) -> int:
    return sum(not sign.isdigit() for sign in text)
