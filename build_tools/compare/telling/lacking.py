"""Where words of one text are lacking in the other one, to the letter: between which of its letters they would stand.

White space and hyphens do not count, as what a print lost can begin and end within a word. Words that begin as what
stands behind them can be lacking at several places: of `langs de kade` beside `langs de wal en langs de kade` at two.
Between two passages they can be lacking at the end of the one and at the begin of the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_tools.compare.model import Row, Side
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.tokens import BOUNDARY

NEAR = 40
"""Characters around a gap that are looked at: a sentence is known by how it goes on."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in the text of a row where words of the other one are lacking: its offset, what stands before and behind
    it in the same passage, and the words.
    """

    at: int
    before: str
    words: str
    behind: str


def lacking(row: Row, side: Side) -> Iterator[tuple[frozenset[int], Sequence[Gap]]]:
    """The changes by which one text of a row has words and the other one, that of `side`, none: their numbers, and the
    gaps at which these can be lacking, in order.

    Changes close to each other are tried as one first: of words that end a sentence and begin another one, what is left
    of both can look like a third.
    """
    texts = row.text(side), row.text(side.other)
    own, other = ([*accumulate(len(piece.of(one)) for piece in row.pieces)] for one in (side, side.other))
    ends = list(zip(own, other, strict=True))
    for first, last in _runs(row):
        parts = [(first, last), *((n, n) for n in range(first, last + 1) if first < last and row.pieces[n].change)]
        found = [(part, gaps) for part in parts if (gaps := _gaps_of(row, part, texts, ends))]
        for (begin, end), gaps in found[:1] if found and found[0][0] == (first, last) else found:
            yield frozenset(piece.change for piece in row.pieces[begin : end + 1]) - {0}, gaps


def _runs(row: Row) -> Iterator[tuple[int, int]]:
    """The first and last of changed pieces that have no more than a few equal words between them."""
    first = last = -1
    for n, piece in enumerate(row.pieces):
        if piece.change:
            first, last = n if first < 0 else first, n
        elif first >= 0 and len(piece.a) > NEAR:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _gaps_of(row: Row, part: tuple[int, int], texts: tuple[str, str], ends: Sequence[tuple[int, int]]) -> Sequence[Gap]:
    """The gaps in pieces of a row, the first and last of which are given, with as much of the equal ones around them as
    words that are lacking can be alike with.
    """
    first, last = part
    begins = ends[first - 1] if first else (0, 0)
    reach = ends[last][1] - begins[1] + NEAR
    back = min(_equal(row, first - 1), reach)
    ahead = min(_equal(row, last + 1), reach)
    window, other = ((begin - back, end + ahead) for begin, end in zip(begins, ends[last], strict=True))
    return _gaps(texts[0], window, texts[1][slice(*other)])


def _equal(row: Row, n: int) -> int:
    """The length of a piece that both texts have; 0 where there is none."""
    return len(row.pieces[n].a) if 0 <= n < len(row.pieces) and not row.pieces[n].change else 0


def _gaps(whole: str, window: tuple[int, int], other: str) -> Sequence[Gap]:
    """The gaps within a stretch of a text, which the other one has with more in it; none where it has other words."""
    places = [n for n in range(*window) if _counts(whole[n])]
    places_other = [n for n, letter in enumerate(other) if _counts(letter)]
    own, theirs = [whole[n] for n in places], [other[n] for n in places_other]
    size, ahead = len(theirs) - len(own), alike_ahead(own, theirs)
    first = len(own) - alike_ahead(own[::-1], theirs[::-1])
    if size <= 0 or first > ahead:
        return []
    found = []
    for n in range(first, ahead + 1):
        words = other[places_other[n] : places_other[n + size - 1] + 1]
        begin = places[n] if n < len(places) else window[1]
        end = places[n - 1] + 1 if n else window[0]
        apart = BOUNDARY in whole[end:begin]
        found += [_gap(whole, at, words) for at in ([end, begin] if apart else [begin])]
    return found


def _gap(whole: str, at: int, words: str) -> Gap:
    before = whole[max(0, at - NEAR) : at].rpartition(BOUNDARY)[2].rstrip()
    return Gap(at, before, words, whole[at : at + NEAR].partition(BOUNDARY)[0].lstrip())


def _counts(letter: str) -> bool:
    return letter != "-" and not letter.isspace()
