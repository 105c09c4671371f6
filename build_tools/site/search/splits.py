"""How words fell apart in the build before, which most of them still do by another vocabulary."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from build_tools.cache.answers import Answers, answers
from build_tools.cache.remembering import Memory, Product, key_of

Split = tuple[tuple[str, ...], tuple[str, ...]]
"""The parts of a word, and the stems that were looked for to find them."""

MANY = 100
"""Where more words came and went, to look for them in every word takes longer than to split it."""


@dataclass(frozen=True, slots=True)
class PartWords:
    """By which words a vocabulary splits others, each kind as a text: those that stand alone, what is left beside them,
    and their stems.
    """

    vocabulary: str
    alone: str
    left: str
    stems: str


SPLIT: Product[dict[str, Split]] = Product("compounds of a vocabulary", dict)
LAST = Product("words that split others", PartWords)


@contextmanager
def splits(memory: Memory, vocabulary: str) -> Iterator[tuple[Answers[str, Split], PartWords | None]]:
    """How words fell apart by this vocabulary; where nobody split by it, by the one before, with the words of that."""
    with answers(memory, SPLIT, vocabulary) as found:
        last = None if found.before else memory.recalled(LAST, key_of(LAST.name))
        if last:
            found.before = memory.recalled(SPLIT, key_of(SPLIT.name, last.vocabulary)) or {}
        yield found, last


def remember_words(memory: Memory, words: PartWords) -> None:
    """Keep the words of a vocabulary for the next one."""
    memory.remember(key_of(LAST.name), words)


def holding(now: PartWords, before: PartWords) -> Callable[[str, Split], bool]:
    """Tell whether a word falls apart by some words as it did by those of another vocabulary: it has none in it that
    came or went, and no stem was looked for that did.
    """
    moved = _moved(now.alone, before.alone) | _moved(now.left, before.left)
    moved_stems = _moved(now.stems, before.stems)
    if len(moved) > MANY:
        return lambda _word, _split: False
    within = re.compile("|".join(map(re.escape, moved)) or "(?!)").search
    return lambda word, split: not within(word) and moved_stems.isdisjoint(split[1])


def _moved(now: str, before: str) -> set[str]:
    return {*now.split()} ^ {*before.split()}
