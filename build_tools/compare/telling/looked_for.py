"""What readers look for first in a comparison: changed citations, dates, amounts, numbers, negations and names.

Each is told in a few words, `was` and `becomes`, with the number of its change. Passages and sentences that came or
went as a whole are left to the list of changes, and so is what may be misread.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_tools.citations.find import citations
from build_tools.citations.forms import PAPERS
from build_tools.compare.model import ChangeKind, Comparison, Row, Side
from build_tools.compare.telling.changes import TEXT_END
from build_tools.compare.telling.misread import KEPT, changes_of, misread
from build_tools.data import data
from build_tools.dutch.sentences import sentences
from build_tools.dutch.tokens import count_words
from build_tools.dutch.word_list import known

LONGEST = 12
"""Words that one side of a change has at the most: what is longer is no number, name or date that changed."""

AROUND = 2
"""Words on either side that tell what a change is of: the month of `3 maart`, the `ten` of `ten minste`."""

OF_FIGURES = ("datum", "bedrag", "getal")
"""Sorts that tell of a figure, which is no other one where it only went to another place."""

STOPS = " .,;:)"
"""What may stand behind a word, and is no part of what it says."""

_WORD = re.compile(r"[€$£%‰]|[-−–]?\d[\d.,]*\d|[-−–]?\d|[^\W\d][\w’'-]*")
"""A sign that is read as a word, a number with its minus and separators, a word: `€`, `-1.234,5`, `euro’s`."""

_SENTENCE_END = re.compile(r"(?:^|[.?!:]['”»\"]?)\s*[“«\"']?\Z")
"""Where a sentence begins, so that a capital tells nothing: at the very begin, or behind a stop."""


@dataclass(frozen=True, slots=True)
class LookedFor:
    """A change of a sort that readers look for, in the words of both sides; one is empty where it came or went."""

    n: int
    sort: str
    name: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class _Place:
    """One side of a change: its words, and the text before and behind it in its passage or cell."""

    own: str
    behind: str
    ahead: str

    @property
    def text(self) -> str:
        return self.behind + self.own + self.ahead

    @property
    def is_sentence(self) -> bool:
        """Whether a whole sentence, or more, is in the change."""
        start, end = len(self.behind), len(self.behind) + len(self.own)
        return any(start <= begin and stop <= end for begin, stop in sentences(self.text) if begin < stop)

    @property
    def words(self) -> list[str]:
        return _WORD.findall(self.own)

    @property
    def near(self) -> list[str]:
        """The words with some of those around."""
        return [*self.beside[0], *self.words, *self.beside[1]]

    @property
    def beside(self) -> tuple[list[str], list[str]]:
        """Some words before, and some behind."""
        return _WORD.findall(self.behind)[-AROUND:], _WORD.findall(self.ahead)[:AROUND]


@lru_cache(maxsize=KEPT)
def looked_for(comparison: Comparison) -> tuple[LookedFor, ...]:
    """Those changes, by sort in the order of `data/looked_for.yml`, and in reading order. Page, file and data all ask
    for them.
    """
    found = list(_found(comparison))
    order = list(data("looked_for")["sorts"])
    return tuple(sorted(found, key=lambda one: (order.index(one.sort), one.n)))


def _found(comparison: Comparison) -> Iterator[LookedFor]:
    kinds = (ChangeKind.WORD, ChangeKind.ADDED, ChangeKind.DROPPED)
    apart = changes_of(misread(comparison))
    changes = {change.n: change for change in comparison.changes if change.kind in kinds and change.n not in apart}
    for row in comparison.rows:
        if row.alone and not (row.moved and row.b):
            continue
        places = [(n, a, b) for n, a, b in _places(row) if n in changes]
        stayed = _figures_that_stayed(places)
        for n, a, b in places:
            if max(count_words(changes[n].before), count_words(changes[n].after)) <= LONGEST:
                for sort in () if _came_or_went(a, b) else _sorts(a, b):
                    if sort not in OF_FIGURES or not stayed or not stayed.issuperset(_figures(a, b)):
                        yield LookedFor(n, sort, data("looked_for")["sorts"][sort], *_shown(sort, a, b))


def _figures_that_stayed(places: Sequence[tuple[int, _Place, _Place]]) -> set[str]:
    """The figures that one change of a row took out and another one put in: they stand elsewhere in its sentence."""
    gone = {word for _, a, b in places if not b.own.strip() for word in _figures(a, b)}
    come = {word for _, a, b in places if not a.own.strip() for word in _figures(a, b)}
    return gone & come


def _figures(a: _Place, b: _Place) -> list[str]:
    return [word for word in (*a.words, *b.words) if any(map(str.isdigit, word))]


def _places(row: Row) -> Iterator[tuple[int, _Place, _Place]]:
    """Both sides of each change; those of a cell that moved stand apart."""
    texts, ends = {side: row.text(side) for side in Side}, dict.fromkeys(Side, 0)
    halves: dict[int, tuple[_Place, _Place]] = {}
    for piece in row.pieces:
        starts, ends = ends, {side: ends[side] + len(piece.of(side)) for side in Side}
        if piece.change:
            a, b = (_place(texts[side], starts[side], ends[side]) for side in Side)
            if piece.change in halves:
                other = halves.pop(piece.change)
                a, b = (mine if mine.own else theirs for mine, theirs in zip((a, b), other, strict=True))
            elif not (a.own and b.own):
                halves[piece.change] = a, b
                continue
            yield piece.change, a, b
    yield from ((n, *sides) for n, sides in halves.items())


def _came_or_went(a: _Place, b: _Place) -> bool:
    """Whether the change is a whole sentence that only one document has."""
    return not (a.own.strip() and b.own.strip()) and (a.is_sentence or b.is_sentence)


def _place(text: str, start: int, end: int) -> _Place:
    behind, ahead = TEXT_END.split(text[:start])[-1], TEXT_END.split(text[end:], maxsplit=1)[0]
    return _Place(text[start:end], behind, ahead)


def _sorts(a: _Place, b: _Place) -> Iterator[str]:
    """The first sort that fits; and that a sentence is turned beside a number: `ten minste 40` and `geen 45`."""
    tests = {
        "verwijzing": _cites, "datum": _dates, "bedrag": _amounts, "getal": _numbers, "ontkenning": _turns,
        "naam": _names,
    }  # fmt: skip
    found = [sort for sort, fits in tests.items() if fits(a, b)]
    return (sort for sort in found if sort in (found[0], "ontkenning"))


def _cites(a: _Place, b: _Place) -> bool:
    """Whether the change lies in a citation of a paper."""
    return any(_in_citation(place) for place in (a, b))


def _in_citation(place: _Place) -> bool:
    start, end = len(place.behind), len(place.behind) + len(place.own)
    return bool(place.own.strip()) and any(one.start < end and start < one.end for one in citations(place.text, PAPERS))


def _dates(a: _Place, b: _Place) -> bool:
    """Another month, or another number beside one."""
    months = set(data("dutch")["months"])
    if any(word.lower() in months for word in _differing(a, b)):
        return True
    return _digits_differ(a, b) and all(months & {word.lower() for word in place.near} for place in (a, b))


def _amounts(a: _Place, b: _Place) -> bool:
    """Another number with a unit, or another unit."""
    units = set(data("looked_for")["units"])
    if any(word.lower() in units for word in _differing(a, b)):
        return True
    return _numbers(a, b) and any(units & {word.lower() for word in place.near} for place in (a, b))


def _numbers(a: _Place, b: _Place) -> bool:
    written = set(data("looked_for")["numbers"])
    return _digits_differ(a, b) or any(word.lower() in written - _ranks(a, b) for word in _differing(a, b))


def _ranks(a: _Place, b: _Place) -> set[str]:
    """Numbers in words that only say which point comes first and which next: `ten tweede`."""
    return {word.lower() for place in (a, b) for ten, word in pairwise(place.near) if ten.lower() == "ten"}


def _digits_differ(a: _Place, b: _Place) -> bool:
    return any(any(map(str.isdigit, word)) for word in _differing(a, b))


def _differing(a: _Place, b: _Place) -> list[str]:
    """The words that only one side has, as often as it has them more."""
    one, other = Counter(a.words), Counter(b.words)
    return [*(one - other).elements(), *(other - one).elements()]


def _turns(a: _Place, b: _Place) -> bool:
    """Whether one side says a word or phrase that turns a sentence more often than the other."""
    one, other = _spaced(a), _spaced(b)
    return any(_says(one, phrase) != _says(other, phrase) for phrase in data("looked_for")["turning"])


def _spaced(place: _Place) -> list[str]:
    """The words of a change with some of those around, those before it, those behind it; a space around each."""
    return [f" {' '.join(own).lower()} " for own in (place.near, *place.beside)]


def _says(spaced: Sequence[str], phrase: str) -> int:
    """How often a phrase stands in a change, or runs into it."""
    within, before, behind = (words.count(f" {phrase} ") for words in spaced)
    return within - before - behind


def _names(a: _Place, b: _Place) -> bool:
    """A word with a capital that stands amid a sentence, or that Dutch has not in small letters."""
    return any(_is_name(word, place) for place in (a, b) for word in place.words if word in _differing(a, b))


def _is_name(word: str, place: _Place) -> bool:
    before = place.behind + place.own.partition(word)[0]
    return word[:1].isupper() and (_SENTENCE_END.search(before) is None or not known(word))


def _shown(sort: str, a: _Place, b: _Place) -> tuple[str, str]:
    """Both sides, with the word before and behind them where the change alone tells too little."""
    wide = sort != "naam"
    return (_side(a, wide), _side(b, wide)) if a.own.strip() and b.own.strip() else (_alone(a), _alone(b))


def _side(place: _Place, wide: bool) -> str:
    """The words of one side, with its unit or month."""
    units = {*data("looked_for")["units"], *data("dutch")["months"]}
    before, after = place.behind.split()[-1:], place.ahead.split()[:1]
    before = [word for word in before if wide and (word in units or word[-1:].isdigit())]
    after = [word for word in after if wide and word.strip(STOPS).lower() in units]
    return " ".join([*before, *place.own.split(), *after]).strip(STOPS)


def _alone(place: _Place) -> str:
    """What came or went, between the words around it in the sentence: `kan niet worden` beside `kan worden`."""
    before = [] if _SENTENCE_END.search(place.behind) else place.behind.split()[-1:]
    ended = place.own.strip() and _SENTENCE_END.search(place.own)
    after = [] if ended else place.ahead.split()[:1]
    return " ".join([*before, *place.own.split(), *after]).strip(STOPS)
