"""Text as words and signs.

After `tokenise`: the leads and texts of all tokens, one after another, are exactly the text that went in. A token
has one key; tokens with equal keys say the same, however they are printed: `“` and `«`, `Kamer` and `kamer`,
`samen-leving` and `samenleving`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

BOUNDARY = "\n"
"""What parts two passages. No passage has it inside: running text has single spaces, a table other ends of its rows."""

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
APOSTROPHES = "'’‘ʼ´`"
QUOTES = '"“”„‟«»‹›″' + APOSTROPHES + "‚"
SOFT_HYPHEN = "\u00ad"

_LETTER = r"[\w\u0300-\u036f]"
_JOIN = f"[{DASHES}{SOFT_HYPHEN}'’ʼ]"
_TOKEN = re.compile(rf"([^\S\n]*)(\n|{_LETTER}+(?:{_JOIN}{_LETTER}+|(?<=\d)[.,]\d+)*|,,|\.\.\.|\S|\Z)")
"""White space, and behind it a boundary, a word with its hyphens and apostrophes (`mvo-standaarden`, `foto’s`), a
number with its separators (`1.234,5`), a sign, or the end."""

_IN_WORD = dict.fromkeys(map(ord, DASHES + APOSTROPHES + SOFT_HYPHEN))
_SIGNS = dict.fromkeys(QUOTES, '"') | dict.fromkeys(DASHES, "-") | {",,": '"', "...": "…", "•": "-"}


class Token(NamedTuple):
    """A word (also compounds with hyphens, numbers with their separators), a sign, or a boundary.

    `lead` is the white space before it. `key` is what it says, apart from how it is printed.
    """

    lead: str
    text: str
    key: str


def tokenise(text: str) -> list[Token]:
    """The text as tokens; the last one is the end of the text, with what white space stands before it."""
    return [Token(lead, shown, key_of(shown)) for lead, shown in _TOKEN.findall(text)]


@lru_cache(maxsize=1 << 18)
def key_of(shown: str) -> str:
    """What a word or sign says: without case, hyphens, apostrophes and the form of quotes and dashes."""
    if shown in _SIGNS:
        return _SIGNS[shown]
    folded = unicodedata.normalize("NFKC", shown).casefold()
    return folded.translate(_IN_WORD) or folded


def is_word(token: Token) -> bool:
    """Whether a token is a word or a number."""
    return token.key[:1].isalnum()


def words(text: str) -> list[str]:
    """The keys of the words of a text."""
    return [key for _, shown in _TOKEN.findall(text) if (key := key_of(shown))[:1].isalnum()]


def places_of_words(text: str) -> Iterator[tuple[str, int, int]]:
    """The keys of the words of a text, with where each begins and ends."""
    for match in _TOKEN.finditer(text):
        key = key_of(match[2])
        if key[:1].isalnum():
            yield key, match.start(2), match.end()


@lru_cache(maxsize=512)
def count_words(text: str) -> int:
    """The number of words, by their letters: `J.P.H.` and `J. P. H.` are three either way.

    This alone counts words, wherever the program tells how many there are.
    """
    return len(words(text))
