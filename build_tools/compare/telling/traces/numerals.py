"""Numbers whose digits are the same in both prints, and what stands between or for them is not."""

import re

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.telling.traces.place import place_of
from build_tools.compare.telling.traces.trace import Trace, only_side, passage_of
from build_tools.data import data
from build_tools.model import Kind

NUMERAL = re.compile(r"\d+(?:[.,\s\u2013\u2212-]{1,2}\d+)*")
"""Digits, with what can part them: `41,7`, `2019–2021`."""

YEAR = re.compile(r"(?:19|20)\d\d")
"""A year of the letters that are compared."""

SIGNS = {"€", "$", "£"}
"""What stands before a number alone."""

FEW_DIGITS = re.compile(r"\d{1,2}")
"""A stray number: of a page, of a note."""

COUNTED = re.compile(r"[a-zà-ÿ]+(?<!e)(?<!en)(?<!s)\b(?!\.)")
"""A word in small letters that no number counts: no plural, nor an adjective before one, nor a short form."""

WORD_BEFORE = re.compile(r"[a-zà-ÿ]+$")
"""A word in small letters before a number."""

STRAY = "los_teken"
"""The kind of such places (`data/verdict.yml`)."""

LONGEST = 60
"""Letters of a word at the most."""

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


def stray_digit(comparison: Comparison, change: Change) -> Trace | None:
    """A number of one or two digits that only one print has, where it is none: amid words that it does not count
    (`het materiaal 3 zelf`), or behind a note."""
    side = only_side(change)
    passage = passage_of(comparison, change, side) if side else None
    place = place_of(comparison, change, side) if side else None
    if not (side and passage and place and FEW_DIGITS.fullmatch(change.of(side).strip())):
        return None
    at, end = (edge - place.printed.begins[0] for edge in (place.begin, place.end))
    before, behind = passage.text[:at], passage.text[end:].strip()
    ends_note = passage.kind is Kind.NOTE and not behind
    return Trace(side, STRAY, passage.lines[0]) if ends_note or _counts_nothing(before, behind) else None


def _counts_nothing(before: str, behind: str) -> bool:
    """Whether a number between two texts is none of either."""
    word, counted = WORD_BEFORE.search(before.rstrip()[-LONGEST:]), COUNTED.match(behind)
    if not (word and counted) or word[0] in data("dutch")["numbered_nouns"]:
        return False
    return counted[0] not in {*data("looked_for")["units"], *data("dutch")["measures"], *data("dutch")["months"]}


def _parts(text: str) -> int:
    return sum(not sign.isdigit() for sign in text)
