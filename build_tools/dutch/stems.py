"""The forms of a word as one: `inburgering`, `inburgeren` and `inburgeraars` have one stem.

Pagefind's own Dutch stemmer also makes one of `gezin` and `zin`, `gemeente` and `mening`, `steden` and `steeds`, and
knows neither `leden` and `lid` nor `moskeeën` and `moskee`; so Pagefind gets stems of ours as words of their own.
The rules are data (`data/word_forms.yml`), and `assets/zoekwoorden.js` follows the same ones for what a reader asks.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from build_tools.data import data
from build_tools.dutch.characters import Dropped

END = "0q"
"""Ends a stem in the index, so that it is found whole only, and is no word of a text."""

_WORD = re.compile(r"[^\W_]+")
"""Letters and digits in a row."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
"""What folding changes, but for capitals: `ë`, `’`. Texts have little of it, and the same over and over."""

RUNS = 4_096
"""So many of these are remembered."""

_SILENT = Dropped("Mn Mc Me Cf", {})
"""Accents by themselves, and signs that are not seen."""


def rules() -> dict[str, Any]:
    """What the search page needs to find stems, as it stands in the data."""
    return {"end": END, **data("word_forms")}


def words(text: str) -> list[str]:
    """The words and numbers of a text, folded: in lower case, without accents."""
    return _WORD.findall((text if text.isascii() else _BEYOND_ASCII.sub(_plain, text)).lower())


def _plain(run: re.Match[str]) -> str:
    """Signs as a folded text has them."""
    return _folded(run[0])


@lru_cache(maxsize=RUNS)
def _folded(signs: str) -> str:
    plain = unicodedata.normalize("NFKD", signs).translate(_SILENT)
    return plain.lower().translate(_letters())


@cache
def stem(word: str) -> str:
    """The stem of a folded word."""
    stemmed = _regular(word)
    for pattern, replacement in _rules():
        stemmed = pattern.sub(replacement, stemmed)
    return stemmed


def _regular(word: str) -> str:
    """A form that no rule reaches as the word that stands for it, behind its prefix if it has one."""
    known = _known()
    if word in known:
        return known[word]
    if not word.startswith(_prefixes()):
        return word
    before = (prefix for prefix in _prefixes() if word.startswith(prefix))
    return next((prefix + known[rest] for prefix in before if (rest := word.removeprefix(prefix)) in known), word)


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(data("word_forms")["prefixes"])


@cache
def _known() -> dict[str, str]:
    return {form: word for word, forms in data("word_forms")["families"].items() for form in (word, *forms)}


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules as Python reads them: what a pattern caught is `$1` in the data, as the script of the search page wants
    it, and `\\1` here.
    """
    stated = data("word_forms")["rules"]
    return tuple((re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", new)) for pattern, new in stated)


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(data("word_forms")["letters"])
