"""The letters that differ where one word became another by one or two of them: a typing error that was mended, or made.

The change remains one of a whole word; the letters are for who looks for what is different in it. Where they look alike
and one of the words is none, a machine took some for others.
"""

import re

from build_tools.compare.model import Side
from build_tools.dutch.characters import LOOK_ALIKE
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.word_list import known_or_made

MOST = 2
"""So many letters differ in either word: of more it is another word."""

LEAST = 3
"""So many letters stayed: of fewer (`is` and `was`) nobody looks for the difference."""

AS_DIGITS = str.maketrans("OolISsBZzbgq", "001155822699")
"""Letters that look like digits, and those."""

NUMBER = re.compile(r"\d+(?:[.,–-]\d+)*")
"""Digits, with what can stand between them: `2023-2024`."""

Letters = tuple[int, int]
"""Where the letters that differ begin and end in a word."""


def differing_letters(before: str, after: str) -> tuple[Letters, Letters] | None:
    """Those of either word; nothing where these are no words, or are too different."""
    if not (before.isalpha() and after.isalpha()):
        return None
    ahead = alike_ahead(before, after)
    behind = alike_ahead(before[ahead:][::-1], after[ahead:][::-1])
    spans = ((ahead, len(before) - behind), (ahead, len(after) - behind))
    few = all(end - start <= MOST for start, end in spans)
    return spans if few and before != after and ahead + behind >= LEAST else None


def look_alike(before: str, after: str) -> bool:
    """Whether two words differ in letters alone that a machine takes for each other: `samenleving`, `samenlevmg`."""
    spans = differing_letters(before, after)
    if spans is None:
        return False
    differing = frozenset(word[start:end] for word, (start, end) in zip((before, after), spans, strict=True))
    return differing in LOOK_ALIKE


def letters_for_digits(before: str, after: str) -> bool:
    """Whether two words are one number, in which one of them has letters that look like its digits: `12`, `l2`."""
    same = before != after and before.translate(AS_DIGITS) == after.translate(AS_DIGITS)
    return same and any(NUMBER.fullmatch(word) for word in (before, after))


def side_mistaken(before: str, after: str) -> Side | None:
    """Which of two words can be the other one with letters mistaken."""
    if letters_for_digits(before, after):
        return Side.A if NUMBER.fullmatch(after) else Side.B
    small = before[1:].islower() and after[1:].islower() and before[:1] == after[:1]
    if not ((small or (before.islower() and after.islower())) and look_alike(before, after)):
        return None
    strange = not known_or_made(before), not known_or_made(after)
    return None if strange[0] == strange[1] else Side.A if strange[0] else Side.B
