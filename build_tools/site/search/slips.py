"""Words that the site itself has wrong: who types one finds the page with the mistake, not the many that were meant.

The script of the search page asks whether the other word was meant. A name or a foreign word can look so too; what was
typed is found all the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_tools.dutch.matching import alike_ahead
from build_tools.site.search.lexicon import PLAIN, Lexicon
from build_tools.site.search.spellings import Spelled

LONG = 8
"""Letters of a word at the least: of shorter ones too many good words are a letter apart."""

MORE = 3
"""Times as many pages that have the word that was meant, at the least: of five letters the fewest that is no chance."""


def slips(spelled: Spelled, lexicon: Lexicon = PLAIN) -> dict[str, str]:
    """The folded words that no word list has and that are a letter away from one that it has, which stands on far more
    pages, with that one as it is written: koninkrijkrelaties → koninkrijksrelaties.
    """
    times = {word: pages for word, pages in spelled.times.items() if len(word) >= LONG}
    often = [word for word in times if times[word] >= MORE and lexicon.known(spelled.forms[word].lower())]
    near: dict[str, set[str]] = defaultdict(set)
    for word in often:
        for key in _with_one_less(word):
            near[key].add(word)
    found: dict[str, str] = {}
    for word in sorted(times):
        meant = _meant(word, {other for key in _with_one_less(word) for other in near.get(key, ())}, times, lexicon)
        if meant and not lexicon.known(spelled.forms[word].lower()):
            found[word] = spelled.forms[meant]
    return found


def _meant(word: str, others: Iterable[str], times: dict[str, int], lexicon: Lexicon) -> str | None:
    """The commonest of the words that are a letter away, where it is far commoner and no form of the same word."""
    likely = [
        other
        for other in others
        if times[other] >= MORE * times[word]
        and one_letter_apart(word, other)
        and lexicon.stem(word) != lexicon.stem(other)
        and not (word.startswith(other) and lexicon.binds(other, word[len(other) :]))  # kwaliteits- en veiligheidseisen
    ]
    return max(likely, key=lambda other: (times[other], other), default=None)


def _with_one_less(word: str) -> Iterator[str]:
    """A word, and what is left of it without one of its letters: words that share one of these are nearly alike."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter has to come, go, change, or change places with the next, to make one word of the other."""
    ahead = alike_ahead(one, other)
    behind = alike_ahead(one[ahead:][::-1], other[ahead:][::-1])
    mine, yours = one[ahead : len(one) - behind], other[ahead : len(other) - behind]
    return max(len(mine), len(yours)) == 1 or (len(mine) == len(yours) == 2 and mine == yours[::-1])
