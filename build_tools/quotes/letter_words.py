"""A letter as one row of words, in which a quotation is looked for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.dutch.tokens import SOFT_HYPHEN, key_of, places_of_words
from build_tools.model import Letter

_NUMBERS = re.compile(r"(?:[.,]?\d{1,3})+")
"""The numbers of notes, as a copy glues them to the word before: `3`, `3,4`, `.3`."""

_BROKEN = re.compile(rf"([^\W\d_]+)[-\u2010{SOFT_HYPHEN}] ([^\W\d_]+)")
"""A word that a line's end broke, however the line's end was copied: `inte- gratie`."""


class SpokenWord(NamedTuple):
    """What a word says (`dutch/tokens.py`), the passage it stands in, and where in its text: [start, end)."""

    key: str
    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of a letter's passages, one after another, and what each says; `calls` are the numbers of the notes
    that are called behind a word, as printed.
    """

    words: tuple[SpokenWord, ...]
    keys: tuple[str, ...]
    calls: Mapping[str, frozenset[str]]


def words_of(letter: Letter) -> LetterWords:
    """The words of a letter in the order of its passages, its notes last."""
    texts = [passage.text for passage in letter.passages]
    words = tuple(word for n, text in enumerate(texts) for word in spoken(text, n))
    printed = letter.printed_numbers
    refs = ((n, ref.at, printed.get(ref.n, str(ref.n))) for n, block in enumerate(letter.blocks) for ref in block.notes)
    return LetterWords(words, tuple(word.key for word in words), _called(words, refs))


def spoken(text: str, passage: int = 0) -> Iterator[SpokenWord]:
    """The words of a text."""
    return (SpokenWord(key, passage, start, end) for key, start, end in places_of_words(text))


def _called(words: Sequence[SpokenWord], refs: Iterable[tuple[int, int, str]]) -> dict[str, frozenset[str]]:
    """By word, the numbers of the notes called behind it. Given are the passage, place and number of each call."""
    ends = [(word.passage, word.end) for word in words]
    calls: dict[str, frozenset[str]] = {}
    for passage, at, number in refs:
        before = bisect_right(ends, (passage, at)) - 1
        if before >= 0:
            key = words[before].key
            calls[key] = calls.get(key, frozenset()) | {number}
    return calls


def as_in(row: LetterWords, part: str) -> str:
    """A part of a quotation without what a copy of this letter brings along: hyphens of line ends, in words that it has
    whole, and numbers of notes, where it calls them.
    """
    known = set(row.keys)
    whole = _BROKEN.sub(
        lambda found: "".join(found.groups()) if key_of(found[1] + found[2]) in known else found[0], part
    )
    return _without_calls(whole, row.calls)


def _without_calls(part: str, calls: Mapping[str, frozenset[str]]) -> str:
    """A part of a quotation without the numbers of notes that are called there: `integratie3`, `integratie 3`."""
    before = ""
    dropped: list[tuple[int, int]] = []
    for word in spoken(part):
        if word.key in calls.get(before, ()):
            dropped.append((word.start, word.end))
            continue
        size = _head(word.key, calls)
        if size < len(word.key):
            dropped.append((word.end - (len(word.key) - size), word.end))
        before = word.key[:size]
    for start, end in reversed(dropped):
        part = part[:start].rstrip() + part[end:]
    return part


def _head(key: str, calls: Mapping[str, frozenset[str]]) -> int:
    """How many signs of a word are its own, and no numbers of notes."""
    for size in range(1, len(key)):
        numbers = calls.get(key[:size])
        if numbers and _NUMBERS.fullmatch(key, size) and numbers.issuperset(re.findall(r"\d+", key[size:])):
            return size
    return len(key)
