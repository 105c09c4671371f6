"""Abbreviations that a text explains itself: `de Wet inburgering (Wib)`, `Dienst Uitvoering Onderwijs (hierna: DUO)`.

After `explained_in`: each of the words before it, but small ones such as `van`, gives its first letter to the
abbreviation, and perhaps others, in order; an abbreviation that says it otherwise is not explained.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from build_tools.data import data


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, what it stands for, and where in the text it has been explained."""

    short: str
    long: str
    end: int


_IN_BRACKETS = re.compile(
    r"\s\((?:hierna(?:\ste\snoemen)?:?\s(?:de\s|het\s)?)?[«“\"'‘]?(?P<short>[A-Z][A-Za-z]{1,9})[»”\"'’]?\)"
)
"""` (Wib)`, ` (hierna: de Wib)`, ` («DUO»)`."""

_LONGEST = 160
"""Characters before an abbreviation that are looked at."""

_SENTENCE_END = re.compile(r"[.!?:;]\s")
"""What an explanation does not go over."""

_MOST_WORDS = 12
"""Words that are looked at before an abbreviation."""

_LONGEST_WORD = 5
"""Letters of an abbreviation that is written like a word: `Wib`, `Awir`; a longer one is a name."""


def explained_in(text: str) -> Iterator[Abbreviation]:
    """The abbreviations that a text explains, in order."""
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        if long := _standing_for(match["short"], _SENTENCE_END.split(before)[-1]):
            yield Abbreviation(match["short"], long, match.end())


def _standing_for(short: str, before: str) -> str | None:
    """The fewest words right before an abbreviation that it can stand for."""
    if short[1:].islower() and len(short) > _LONGEST_WORD:
        return None
    words = before.split()[-_MOST_WORDS:]
    for most in (1, len(short)):  # first letters alone say more: `Europese Economische Ruimte (EER)`
        for start in range(len(words) - 2, -1, -1):
            if words[start] not in _small() and _spells(short.casefold(), words[start:], most):
                return " ".join(words[start:])
    return None


def _spells(letters: str, words: Sequence[str], most: int) -> bool:
    """Whether words give an abbreviation: each that is no small word its first letter, and so many at the most."""
    if not words:
        return not letters
    word, *others = words
    if word in _small():
        return _spells(letters, others, most)
    taken = (n for n in range(1, min(most, len(letters)) + 1) if _within(letters[:n], word.casefold()))
    return any(_spells(letters[n:], others, most) for n in taken)


def _within(letters: str, word: str) -> bool:
    """Whether a word begins with the first of some letters and has the others in order."""
    rest = iter(word)
    return word[:1] == letters[:1] and all(letter in rest for letter in letters)


@cache
def _small() -> frozenset[str]:
    return frozenset(data("dutch")["left_out_of_abbreviations"])
