"""Dutch words in their forms: what a term of the editor matches in a text.

A term is one word or several. A word matches its own inflections (`taaleis`: taaleisen), found with the Snowball
stemmer for Dutch; `inburger*` matches whatever begins so, `*discriminatie` whatever ends so, in any inflection.
Case and accents do not matter. A hyphen parts words, so `arbeidsmigrant` is found in EU-arbeidsmigranten.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from itertools import chain

from build_tools.dutch.characters import without_accents

_WORD = re.compile(r"[^\W_]+|%")
"""Letters and digits in a row, or the sign that is read as a word."""

_MAKING_OTHER_WORDS = re.compile(r"(ing|hei?d|schap|lijk|ig|er|ist|iteit|atie)(?:e?s|e?n|e)?\Z")
"""Endings that make another word, perhaps with an ending of its own: `samenleving`, `gemeentelijke`, `vrijheden`."""

_ENDING = 2
"""Letters by which two forms of a word differ at the most: `-en`, `-es`; more make another word."""

_LETTERS = 3
"""Terms with a free ending are looked up by so many of their first letters."""

REMEMBERED = 1 << 17
"""So many words are remembered: more than a thousand letters have, and bounded however many letters there are."""

REMEMBERED_TEXTS = 1 << 10
"""So many passages are remembered: themes and terms ask for one soon after each other."""

TERM = re.compile(r"%|\*?\w+\*?(?:[ -]{1,2}\*?\w+\*?)*")
"""What a term may look like."""


@dataclass(frozen=True, slots=True)
class Find:
    """A stretch of a text, [start, end), that a term matches."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=REMEMBERED_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters without accents."""
    return tuple(map(folded, _WORD.findall(text)))


@lru_cache(maxsize=REMEMBERED_TEXTS)
def places(text: str) -> tuple[tuple[int, int], ...]:
    """Where each of these stands in the text, [start, end)."""
    return tuple(found.span() for found in _WORD.finditer(text))


def said(text: str) -> str:
    """What a text says, its words alone: texts with the same words are the same text."""
    return " ".join(words(text))


def digest_of_words(text: str) -> bytes:
    """What stands for that where much of it is kept: the same for texts with the same words, for no others."""
    return sha256(said(text).encode(errors="surrogatepass")).digest()


@lru_cache(maxsize=REMEMBERED)
def folded(word: str) -> str:
    """In small letters, without accents."""
    return without_accents(word)


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """What the forms of a word share."""
    return str(_stem_of()(re.sub(r"heden\Z", "heid", word)))


@cache
def _stem_of() -> Callable[[str], str]:
    import snowballstemmer  # it reads the stemmers of thirty languages, and many a build needs none

    stem_of: Callable[[str], str] = snowballstemmer.stemmer("dutch").stemWord
    return stem_of


@lru_cache(maxsize=REMEMBERED)
def matches(part: str, plain: str) -> bool:
    """Whether one word of a term matches a word of a text."""
    wanted = folded(part.strip("*"))
    if part.startswith("*") and part.endswith("*"):
        return wanted in plain
    if part.startswith("*"):
        return plain.endswith(wanted) or inflected(plain[-len(wanted) - _ENDING :], wanted)
    if part.endswith("*"):
        return plain.startswith(wanted)
    return plain == wanted or (stem(plain) == stem(wanted) and inflected(plain, wanted))


def inflected(one: str, other: str) -> bool:
    """Whether two words with one stem are forms of one word. A stemmer also takes off what makes another word:
    samenleven and samenleving, waar and waarden.
    """
    kinds = (_MAKING_OTHER_WORDS.search(word) for word in (one, other))
    made = [kind and kind[1].replace("hed", "heid") for kind in kinds]
    return made[0] == made[1] and abs(len(one) - len(other)) <= _ENDING and stem(one) == stem(other)


class Terms:
    """Terms to look for. Which of them can begin with a word is worked out once for each word."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._parts = {term: tuple(re.split(r"[ -]+", term)) for term in terms}
        self._further = {term: parts[1:] for term, parts in self._parts.items()}
        self._by_stem: dict[str, list[str]] = {}
        self._by_letters: dict[str, list[str]] = {}
        for term, (first, *_) in self._parts.items():
            plain = folded(first.strip("*"))
            if first.startswith("*"):
                self._by_letters.setdefault("", []).append(term)
            elif first.endswith("*"):
                self._by_letters.setdefault(plain[:_LETTERS], []).append(term)
            else:
                self._by_stem.setdefault(stem(plain), []).append(term)
        self._beginning: dict[str, list[str]] = {}

    def find(self, text: str) -> Iterator[Find]:
        """Where the terms stand in a text."""
        there = words(text)
        begins = [n for n, word in enumerate(there) if self._beginning.get(word, True)]
        at = places(text) if begins else ()
        for n in begins:
            for term in self._begin_with(there[n]):
                further = self._further[term]
                last = n + len(further)
                if last < len(there) and all(map(matches, further, there[n + 1 : last + 1])):
                    yield Find(term, at[n][0], at[last][1])

    def _begin_with(self, word: str) -> list[str]:
        if word in self._beginning:
            return self._beginning[word]
        near = (self._by_letters.get(word[:length], ()) for length in range(_LETTERS + 1))
        candidates = chain(self._by_stem.get(stem(word), ()), *near)
        self._beginning[word] = [term for term in candidates if matches(self._parts[term][0], word)]
        return self._beginning[word]
