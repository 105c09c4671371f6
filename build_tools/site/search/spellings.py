"""The words of the site as its pages write them, for who types one that stands nowhere on it.

The script of the search page looks among them for one that sounds and is written nearly alike. It takes a word that
Dutch uses often for what it is, though no letter has it: nobody is led from `fiets` to `feit`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import Any

from build_tools.data import data
from build_tools.dutch.characters import letter_by_letter
from build_tools.dutch.stems import words
from build_tools.site.search.lexicon import PLAIN, Lexicon

SHORTEST = 4
"""Letters of a word that can be meant, at the least; a shorter one is like too many others."""

_WRITTEN = re.compile(r"[^\W\d_]+")
"""Letters in a row, accents and all: `geïntegreerd`."""


def written(texts: Iterable[str]) -> dict[str, str]:
    """The words of texts as they write them, by their folded form; in small letters where any text has them so."""
    found: dict[str, str] = {}
    plain = (unicodedata.normalize("NFC", letter_by_letter(text)) for text in texts)
    for word in dict.fromkeys(word for text in plain for word in _WRITTEN.findall(text)):
        folded = word.lower() if word.isascii() else "".join(words(word))
        found[folded] = min(found[folded], word, key=_capitals) if folded in found else word
    return found


class Spelled:
    """The words of pages, which come one by one: on how many pages each stands, and how they write it."""

    def __init__(self, pages: Iterable[Mapping[str, str]] = ()) -> None:
        self.times: Counter[str] = Counter()
        self.forms: dict[str, str] = {}
        for page in pages:
            self.add(page)

    def add(self, page: Mapping[str, str]) -> None:
        """Add what `written` tells of a page."""
        self.add_all(dict.fromkeys(page, 1), page)

    def add_all(self, times: Mapping[str, int], forms: Mapping[str, str]) -> None:
        """The same of several pages together."""
        self.times.update(times)
        for folded, word in forms.items():
            if self.forms.setdefault(folded, word) != word:
                self.forms[folded] = min(self.forms[folded], word, key=_capitals)


def spellings(spelled: Spelled, lexicon: Lexicon = PLAIN) -> dict[str, Any]:
    """What the search page looks up where a word stands nowhere: each word of the site with the number of its pages,
    none where it has another form of it alone; how it is written where that is not its folded form; what sounds alike;
    and what else is surely a word.
    """
    times = spelled.times
    here, elsewhere = _common({lexicon.stem(word) for word in times}, times, lexicon)
    forms = {**here, **spelled.forms}
    return {
        "words": {word: times[word] for word in sorted(forms)},
        "written": {folded: word for folded, word in sorted(forms.items()) if folded != word},
        "sounds": data("search")["sounds"],
        "common": " ".join(sorted(elsewhere)),
        "shortest": SHORTEST,
    }


def _common(stems: Container[str], there: Container[str], lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Common words that the site has in another form alone, and those that it has in none, as they are written."""
    absent = {
        folded: told for folded, told in lexicon.common().items() if folded not in there and len(told[0]) >= SHORTEST
    }
    here = {folded: word for folded, (word, stem) in absent.items() if stem in stems}
    return here, {folded: word for folded, (word, _) in absent.items() if folded not in here}


def _capitals(word: str) -> int:
    return sum(map(str.isupper, word))
