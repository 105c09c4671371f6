"""Words that one of two texts lacks where its own print may have lost them.

Two signs, both in the print that lacks the words. A line of it may be gone: they are lacking just between two of its
lines, amid a sentence, and are about as long as its lines are. Or its sentence is none any more: it ends without the
stop that went with the words, or begins in small letters where its capital went with them. Who edits a text strikes
what stands between two commas or stops, and mends the sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice, pairwise

from build_tools.compare.model import ChangeKind, Comparison, Row, Side
from build_tools.compare.passages import in_substance, lines_of, passages_of
from build_tools.compare.printed import PrintedPassage, printed_row
from build_tools.compare.telling.lacking import Gap, lacking
from build_tools.dutch.sentences import sentences
from build_tools.dutch.tokens import count_words
from build_tools.model import Kind

LINE_LOST, CUT_OFF = "regel_weg", "zin_verminkt"
"""The kinds of such places (`data/verdict.yml`)."""

RUNNING = (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)
"""What has sentences that run over lines."""

LEAST = 2
"""Words that a sentence lost with its stop or capital, at the least: one can be struck with its stop by a slip. Of a
note, which nobody edits so, one is enough: `Den Haag` / `2019.`"""

SLACK = 0.15
"""By what part of a line those that were lost may be longer or shorter than the others: so much do lines differ."""

AROUND = 4
"""Lines above and below a place by which a full one is known."""

MOST = 3
"""Lines that are lost at once, at the most: of more, words of any length would be about so many lines."""

CLOSED = re.compile(r".*[.,!?:;…–)”»]['’\"\])]*", re.DOTALL)
"""Words behind which a part of a sentence is over: `…, zoals bekend,`."""

STOPPED = re.compile(r".*[.!?…][”’»\"')\]]*", re.DOTALL)
"""Words that end a sentence: `… werk.”`."""

WITHIN, MANY = re.compile(r"[^\W\d_]{3}[.;:?!] "), 2
"""The end of a sentence or of a part of it, more than a comma, and how many words run over it at the least."""

NO_BEGIN = re.compile(r"[.,!?:;…)–”»]")
"""What begins no line: an editor struck `, die van hout zijn,`."""

BRACKETED = re.compile(r"\([^()]*\)")
"""What an editor strikes as a whole: `(van hout)`."""


@dataclass(frozen=True, slots=True)
class LostWords:
    """A place where words of the other text may be lost: in which text, the kind of place, its passage, the line of the
    source, the words and the changes by which they are lacking.
    """

    side: Side
    kind: str
    anchor: str
    line: int
    text: str
    changes: frozenset[int]


def lost_words(comparison: Comparison) -> Iterator[LostWords]:
    """The places where one of the two prints may have lost words, those of the first one first."""
    substance = in_substance(comparison)
    moved = {change.n for change in comparison.changes if change.kind is ChangeKind.MOVED}
    rows = [row for row in comparison.rows if not row.alone and any(piece.change in substance for piece in row.pieces)]
    for side in Side:
        if comparison.letter(side).wrapped:
            yield from (lost for lost in _lost_by(comparison, side, rows, moved) if lost.changes & substance)


def _lost_by(comparison: Comparison, side: Side, rows: Sequence[Row], moved: Set[int]) -> Iterator[LostWords]:
    """What one print may have lost. Words that only moved are not lost, where they left whole sentences behind."""
    for row in rows:
        printed = printed_row(row, side, passages_of(comparison, side))
        for changes, gaps in lacking(row, side):
            if changes <= moved and any(map(_is_closed, gaps)):
                continue
            gap, place = gaps[0], printed.at(gaps[0].at)
            kind = _kind(gaps, place) if place.passage.kind in RUNNING else None
            if kind:
                line = place.line_at(gap.at, gap.before, lines_of(comparison, side))
                yield LostWords(side, kind, place.passage.anchor, line, gap.words, changes)


def _kind(gaps: Sequence[Gap], place: PrintedPassage) -> str | None:
    """What kind of place it is at which words are lacking, if they may be lost."""
    if any(map(is_struck, gaps)):
        return None
    at_lines = [gap for gap in gaps if place.begins_line_at(gap.at)]
    if any(_fits(gap.words, place.measure) or _fills_a_line(gap, place) for gap in at_lines):
        return LINE_LOST
    torn = any(_lost_its_stop(gap) or _lost_its_capital(gap) for gap in gaps) or all(map(_runs_over, gaps))
    least = 1 if place.passage.kind is Kind.NOTE else LEAST
    return CUT_OFF if torn and count_words(gaps[0].words) >= least else None


def _fits(lost: str, measure: float) -> bool:
    """Whether words are about as long as one line or a few."""
    lines = round(len(lost) / measure)
    return 1 <= lines <= MOST and abs(len(lost) - lines * measure) <= SLACK * measure


def _fills_a_line(gap: Gap, place: PrintedPassage) -> bool:
    """Whether words would fill the line that ends at a gap, or the one that begins there, and one of these is short for
    no reason: the first one has room for the word below it."""
    at = bisect_left(place.begins, gap.at)
    if not (at > 0 and gap.behind):
        return False
    near = place.begins[max(0, at - AROUND) : at + AROUND + 1]
    widest = max(end - begin for begin, end in pairwise(near))
    above = gap.at - place.begins[at - 1]
    roomy = above + len(gap.behind.split()[0]) < (1 - SLACK) * widest
    below = place.begins[at + 1] - gap.at if at + 1 < len(place.begins) else widest
    cut = below < (1 - 2 * SLACK) * widest
    return any(short and _about(own + len(gap.words), widest) for short, own in ((roomy, above), (cut, below)))


def _runs_over(gap: Gap) -> bool:
    """Whether words begin within one part of a sentence and end within another one: an editor strikes what belongs
    together."""
    amid = gap.before and not CLOSED.fullmatch(gap.before) and not CLOSED.fullmatch(gap.words)
    over = amid and (WITHIN.search(gap.words) or len(list(islice(sentences(gap.words), MANY))) == MANY)
    return bool(over) and count_words(gap.words) >= MANY


def _about(length: float, measure: float) -> bool:
    return abs(length - measure) <= SLACK * measure


def is_struck(gap: Gap) -> bool:
    """Whether what is lacking is a part of its sentence by itself, or a whole one, as an editor strikes it."""
    apart = NO_BEGIN.match(gap.words) or BRACKETED.fullmatch(gap.words)
    closed = CLOSED.fullmatch(gap.before) if gap.before else not gap.words[0].islower()
    return bool(apart or (closed and CLOSED.fullmatch(gap.words)))


def _is_closed(gap: Gap) -> bool:
    """Whether whole sentences stand before and behind a gap."""
    ended = not gap.before or STOPPED.fullmatch(gap.before)
    return bool(ended) and not gap.behind[:1].islower()


def _lost_its_stop(gap: Gap) -> bool:
    """Whether the sentence before a gap ends without a stop, which the words have."""
    over = not gap.behind or gap.behind[0].isupper()
    return bool(gap.before and not CLOSED.fullmatch(gap.before) and over and STOPPED.fullmatch(gap.words))


def _lost_its_capital(gap: Gap) -> bool:
    """Whether the sentence behind a gap begins in small letters, and the words in a capital."""
    begins = not gap.before or STOPPED.fullmatch(gap.before)
    amid = gap.words[:1].isupper() and not CLOSED.fullmatch(gap.words)
    return bool(begins and amid and gap.behind[:1].islower())
