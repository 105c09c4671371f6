"""Which words Dutch has, and which of them have a hyphen, by a word list that others keep.

It tells of words in small letters, with a straight apostrophe. A word that it lacks can be a good one: Dutch makes new
compounds all the time, so `compounds` also says of which known words one could consist.
"""

import gzip
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from build_tools.data import data
from build_tools.data.ready import prepared
from build_tools.dutch.matching import alike_ahead

FILE = "resources/nl.json.gz"
"""The Dutch list within the package `spellchecker`. Its program is not needed, and reads the list only half as fast."""

PREPARED, PREPARED_COMMON = "words", "common words"
"""Under these names the words alone lie ready in browsers, and those among them that are common."""

SHORTEST_PART = 4
"""Letters of a part of a compound at the least: the list has hundreds of shorter words and names (`ten`, `vaer`), and
almost any word falls apart into those."""

LONGEST = 60
"""Letters of a word that is looked into at the most; there are no longer ones."""

SHORTEST_IN_ROW, LONG_ROW = 3, 20
"""Letters of a word in a row without spaces at the least, and of a row that one small word gives away. Names and new
compounds of fewer letters fall apart into known words too: `inbeslaggenomen`, `intergetijdengebied`."""

WORDS_IN_ROW, SMALL_IN_ROW = 3, 2
"""Words of a row without spaces at the least, and small ones among them: of two words Dutch makes a new one."""

COMMON = 300
"""Times that a word stands in the texts behind the list, at the least, that is surely one: some 17,000 words do. Among
rarer ones are mistakes that many make."""

OFTEN = 2
"""Words with a hyphen behind or before a part, at the least, that show a habit."""


def known(word: str) -> bool:
    """Whether the list has the word."""
    return _plain(word) in _words()


def known_or_made(word: str) -> bool:
    """Whether the list has the word, or words that make it up."""
    return known(word) or bool(compounds(word))


@cache
def common() -> Sequence[str]:
    """The words that the texts behind the list use often, in order of the alphabet."""
    text: str | None = prepared(PREPARED_COMMON)
    return text.split("\n") if text else _list()[1]


@cache
def often() -> frozenset[str]:
    """The same words, to ask for one: among rarer ones of the list are pieces of words as well."""
    return frozenset(common())


def is_adjective(word: str) -> bool:
    """Whether a word says of what kind something is, bent or not: `sociaal`, `economische`."""
    return any(
        word in (stem + end, stem + bent) and known(stem + end) and known(stem + bent)
        for end, bent in data("dutch")["bent_endings"].items()
        for stem in (word.removesuffix(bent), word.removesuffix(end))
    )


def opens_with_hyphen(part: str) -> bool:
    """Whether words that begin with this one mostly have a hyphen behind it: `ict-sector`, `niet-roker`."""
    often = _hyphenated()[0][_plain(part)]
    return often >= OFTEN and often > _solid_after(_plain(part))


def closes_with_hyphen(part: str) -> bool:
    """Whether words that end in this one mostly have a hyphen before it: `secretaris-generaal`."""
    often = _hyphenated()[1][_plain(part)]
    return often >= OFTEN and often > _solid_before(_plain(part))


def pairs_with_hyphen(first: str, second: str) -> bool:
    """Whether a pair with a hyphen begins the whole: `woon-werkafstand`, as the list has `woon-werkverkeer`."""
    rest = _plain(second)
    return any(_is_part(_begin(rest, other), SHORTEST_PART) for other in _behind_hyphen().get(_plain(first), ()))


def binds(first: str, letters: str) -> bool:
    """Whether words of the list begin with a word and letters that bind it to another: `arbeid` has an `s` behind it in
    `arbeidsmarkt`. What could be the begin of the other word, as in `landstaal`, shows nothing.
    """
    begin = _plain(first) + letters
    rests = (word[len(begin) :] for word in _beginning_with(begin))
    return any(_is_part(rest, SHORTEST_PART) and letters + rest not in _words() for rest in rests)


def compounds(word: str, shortest: int = SHORTEST_PART) -> list[tuple[int, ...]]:
    """In which ways a word consists of known ones: for each the places where one of them ends and the next begins.

    `aanbevelingsbrief` gives (12,): an `s` can bind a part to the next.
    """
    plain = _plain(word)
    return list(_ways(plain, 0, shortest)) if len(plain) <= LONGEST else []


def is_sentence_part(word: str, small: Container[str]) -> bool:
    """Whether a word is a row of three known ones or more without the spaces between them, with two of the small words
    that stand in each sentence, or with one in a row that is long: `hetvisplanbepaalthoeveel`.

    One that the list has is none, nor one that consists of known words without a small one among them.
    """
    plain = _plain(word)
    if len(plain) > LONGEST or plain in _words() or compounds(plain):
        return False
    enough = 1 if len(plain) >= LONG_ROW else SMALL_IN_ROW
    ends: list[set[tuple[int, int]]] = [{(0, 0)}, *(set() for _ in plain)]
    for end in range(1, len(plain) + 1):
        for start in filter(ends.__getitem__, range(end)):
            part = plain[start:end]
            if part in small or _is_part(part, SHORTEST_IN_ROW):
                ends[end] |= {(min(n + 1, WORDS_IN_ROW), min(few + (part in small), enough)) for n, few in ends[start]}
    without = any(few == 0 for _, few in ends[-1])
    return (WORDS_IN_ROW, enough) in ends[-1] and not without


@cache
def _ways(word: str, start: int, shortest: int) -> tuple[tuple[int, ...], ...]:
    rest = word[start:]
    whole: list[tuple[int, ...]] = [()] if _is_part(rest, shortest) else []
    for end in range(start + shortest, len(word) - shortest + 1):
        if _is_part(word[start:end], shortest) or (word[end - 1] == "s" and _is_part(word[start : end - 1], shortest)):
            whole += [(end, *way) for way in _ways(word, end, shortest)]
    return tuple(whole)


def _is_part(word: str, shortest: int) -> bool:
    return len(word) >= shortest and word in _words()


def _begin(one: str, other: str) -> str:
    """What two words begin with alike."""
    return one[: alike_ahead(one, other)]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


@cache
def _words() -> frozenset[str]:
    return frozenset(_in_order())


def to_prepare() -> dict[str, str]:
    """What can lie ready, by name: words, each on a line, in order of the alphabet."""
    words, often = _list()
    return {PREPARED: "\n".join(words), PREPARED_COMMON: "\n".join(often)}


@cache
def _list() -> tuple[Sequence[str], Sequence[str]]:
    """The words of the list, and those that are common, both in order of the alphabet, in which it has them: it tells
    of each word how often it stands in the texts that it was made from. To read it takes a tenth of a second; in no
    order, as in a set, its words would take as long again to be sorted.
    """
    listed: dict[str, int] = json.loads(gzip.decompress((files("spellchecker") / FILE).read_bytes()))
    words = listed | dict.fromkeys(data("dutch")["unlisted"], 0)
    return sorted(words), sorted(word for word, times in listed.items() if times >= COMMON)


@cache
def _in_order() -> Sequence[str]:
    text: str | None = prepared(PREPARED)
    return text.split("\n") if text else _list()[0]


@cache
def _with_hyphen() -> Sequence[str]:
    return sorted(word for word in _words() if "-" in word)


@cache
def _hyphenated() -> tuple[Counter[str], Counter[str]]:
    """How many words with a hyphen have each first part, and each last part."""
    both = _with_hyphen()
    return Counter(word.partition("-")[0] for word in both), Counter(word.rpartition("-")[2] for word in both)


@cache
def _behind_hyphen() -> Mapping[str, Sequence[str]]:
    """What stands behind the hyphen, by what stands before it."""
    found: dict[str, list[str]] = {}
    for word in _with_hyphen():
        first, _, second = word.partition("-")
        found.setdefault(first, []).append(second)
    return found


@cache
def _solid_after(part: str) -> int:
    """How many words consist of this one and another, of more than an ending. It is asked of the few that stand before
    hyphens often.
    """
    return sum(1 for word in _beginning_with(part) if _is_part(word[len(part) :], SHORTEST_PART))


def _beginning_with(letters: str) -> Sequence[str]:
    """The words of the list that begin so."""
    ordered = _in_order()
    return ordered[bisect_left(ordered, letters) : bisect_left(ordered, letters + "\uffff")]


@cache
def _solid_before(part: str) -> int:
    """How many words consist of another one and this one. It is asked of the few that stand behind hyphens often."""
    return sum(1 for word in _ending_with(part) if _is_part(word[: -len(part)], SHORTEST_PART))


def _ending_with(letters: str) -> Iterator[str]:
    """The words of the list that end so: sought in all of them as one text, which takes a fraction of the time."""
    text = _one_text()
    at = text.find(letters + "\n")
    while at >= 0:
        end = at + len(letters)
        yield text[text.rfind("\n", 0, end) + 1 : end]
        at = text.find(letters + "\n", end)


@cache
def _one_text() -> str:
    """The words of the list, each on a line."""
    return "\n".join(["", *_in_order(), ""])
