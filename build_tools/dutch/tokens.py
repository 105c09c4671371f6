"""Text as words and signs.

After `tokenise`: the leads and texts of all tokens, one after another, are exactly the text that went in. A token
has one key; tokens with equal keys say the same, however they are printed: `“` and `«`, `Kamer` and `kamer`,
`samen-leving` and `samenleving`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate, chain
from operator import add, itemgetter, sub
from typing import NamedTuple

BOUNDARY = "\n"
"""What parts two passages. No passage has it inside: running text has single spaces, a table other ends of its rows."""

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
APOSTROPHES = "'’‘ʼ´`"
QUOTES = '"“”„‟«»‹›″' + APOSTROPHES + "‚"
SOFT_HYPHEN = "\u00ad"

MINUS = "-\u2212\u2013"
UNITS = frozenset("€$£%‰")
"""Signs that are read as a word."""

REMEMBERED_WORDS, REMEMBERED_PASSAGES = 1 << 18, 1 << 14
"""So much is remembered, and no more however many letters there are: the words of some thousand letters, and the
passages of two long ones."""

_LETTER = r"[\w\u0300-\u036f]"
_JOIN = f"[{DASHES}{SOFT_HYPHEN}'’ʼ]"
_LESS = rf"(?<![\w)\]])[{MINUS}](?=\d)"
_PLAIN_WORD = rf"{_LETTER}+(?:{_JOIN}{_LETTER}+|(?<=\d)[.,]\d+)*"
_WORD = rf"(?:{_PLAIN_WORD}|{_LESS}{_PLAIN_WORD})"
"""A word with its hyphens and apostrophes (`mvo-standaarden`, `foto’s`), or a number with its minus and separators
(`−1.234,5`). Most have no minus, so that is looked for last."""

_TOKEN = re.compile(rf"([^\S\n]*)(\n|{_WORD}|,,|\.\.\.|\S|\Z)")
"""White space, and behind it a boundary, a word, a sign, or the end."""

_SPOKEN = re.compile(rf"{_WORD}|[{''.join(sorted(UNITS))}]")
"""The same without what is no word."""

_IN_WORD = dict.fromkeys(map(ord, DASHES + APOSTROPHES + SOFT_HYPHEN))
_SIGNS = dict.fromkeys(QUOTES, '"') | dict.fromkeys(DASHES, "-") | {",,": '"', "...": "…", "•": "-"}


class Token(NamedTuple):
    """A word (also compounds with hyphens, numbers with their separators), a sign, or a boundary.

    `lead` is the white space before it. `key` is what it says, apart from how it is printed.
    """

    lead: str
    text: str
    key: str


_token: Callable[[tuple[str, str, str]], Token] = partial(tuple.__new__, Token)
"""A token of its parts: a long text has many, and this is the shortest way to make one."""

_LEAD, _SHOWN, _KEY = map(itemgetter, range(3))
_LEAD_AND_SHOWN = itemgetter(0, 1)
"""The parts of a token, for a long row of them."""


def keys_of(tokens: Iterable[Token]) -> list[str]:
    """What each token says."""
    return list(map(_KEY, tokens))


def are_words(tokens: Iterable[Token]) -> list[bool]:
    """Whether each token is a word."""
    return list(map(_is_word, map(_KEY, tokens)))


def text_of(tokens: Iterable[Token]) -> str:
    """The text that was cut into these tokens."""
    return "".join(chain.from_iterable(map(_LEAD_AND_SHOWN, tokens)))


def tokenise(text: str) -> list[Token]:
    """The text as tokens; the last one is the end of the text, with what white space stands before it."""
    found = _TOKEN.findall(text)
    leads, shown = map(_LEAD, found), [*map(_SHOWN, found)]
    return list(map(_token, zip(leads, shown, map(key_of, shown), strict=True)))


@lru_cache(maxsize=REMEMBERED_WORDS)
def key_of(shown: str) -> str:
    """What a word or sign says: without case, hyphens, apostrophes and the form of quotes and dashes."""
    if shown in _SIGNS:
        return _SIGNS[shown]
    folded = unicodedata.normalize("NFKC", shown).casefold()
    less = "-" if len(shown) > 1 and shown[0] in MINUS else ""
    return less + (folded.translate(_IN_WORD) or folded)


def offsets_of(tokens: Sequence[Token]) -> list[int]:
    """Where the text of each token begins."""
    sizes = list(map(len, map(_SHOWN, tokens)))
    ends = accumulate(map(add, map(len, map(_LEAD, tokens)), sizes))
    return list(map(sub, ends, sizes))


def is_word(token: Token) -> bool:
    """Whether a token is a word, a number, or a sign that is read as a word."""
    return _is_word(token.key)


@lru_cache(maxsize=REMEMBERED_WORDS)
def _is_word(key: str) -> bool:
    return key[:1].isalnum() or key in UNITS or (len(key) > 1 and key[0] == "-")


def words(text: str) -> list[str]:
    """The keys of the words of a text."""
    return list(filter(_is_word, map(key_of, _SPOKEN.findall(text))))


@lru_cache(maxsize=REMEMBERED_PASSAGES)
def passage_words(passage: str) -> tuple[str, ...]:
    """The same of a whole passage, which many ask for: kept for as many as two long letters have."""
    return tuple(words(passage))


def places_of_words(text: str) -> Iterator[tuple[str, int, int]]:
    """The keys of the words of a text, with where each begins and ends."""
    for match in _TOKEN.finditer(text):
        key = key_of(match[2])
        if _is_word(key):
            yield key, match.start(2), match.end()


def count_words(text: str) -> int:
    """The number of words, by their letters: `J.P.H.` and `J. P. H.` are three either way.

    This alone counts words, wherever the program tells how many there are.
    """
    return len(passage_words(text))
