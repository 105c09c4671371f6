"""Words at the edge of lines that follow each other: cut off a print, or woven into it from the column beside the text.

An editor changes words where the sentence asks for it, which is at the edge of a line by chance, and hardly ever on two
lines in a row. A page that is cut off or bent, or whose columns run into each other, has it on just those. One word
that a hyphen breaks can lose the half behind it too: `ver-` above `verliezen`, of `vergunning verliezen`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.compare.model import Comparison, Row, Side
from build_tools.compare.passages import in_substance, lines_of, passages_of
from build_tools.compare.printed import PrintedPassage, PrintedRow, printed_row
from build_tools.compare.telling.lacking import Gap, lacking
from build_tools.compare.telling.lost_words import AROUND, CLOSED, RUNNING, SLACK, LostWords, is_struck
from build_tools.dutch.sentences import ENDED
from build_tools.dutch.tokens import words
from build_tools.dutch.word_list import compounds, known

EDGE, HALF_LOST, AT_TURN, SHORT = "regelrand", "woord_half", "bladwissel", "regel_te_kort"
"""The kinds of such places (`data/verdict.yml`)."""


BLANK_LINES = 5
"""Lines below the last one of a page, at the most, with which the next page begins."""

FEWEST_LINES = 2
"""Lines by which a short one is known, at the least."""

FOLDED = 3
"""Lines in a row that lack words amid them, at the least: on two an editor can strike some."""


@dataclass(frozen=True, slots=True)
class PrintOfRow:
    """A row as one of the two prints has it, the lines of that print and the numbers of changes in words."""

    side: Side
    row: Row
    row_in_print: PrintedRow
    source: Sequence[str]
    substance: frozenset[int]

    def gaps(self) -> Iterator[tuple[frozenset[int], Sequence[Gap]]]:
        """Where this print lacks words in running text, and by which changes."""
        for changes, found in lacking(self.row, self.side):
            running = [gap for gap in found if self.row_in_print.at(gap.at).passage.kind in RUNNING]
            if changes & self.substance and running:
                yield changes & self.substance, running

    def lost(self, kind: str, gap: Gap, changes: frozenset[int]) -> LostWords:
        """The place of a gap."""
        place = self.row_in_print.at(gap.at)
        line = place.line_at(gap.at, gap.before, self.source)
        return LostWords(self.side, kind, place.passage.anchor, line, gap.words, changes)


def line_edges(comparison: Comparison) -> Iterator[LostWords]:
    """The places at edges of lines where one of the two prints may be misread; a change is told at one of them."""
    told: set[int] = set()
    for one in [
        rule(own)
        for rule in (_half_lost, _woven_in, _cut_off, _folded, _at_turn, _in_short_line)
        for own in _prints(comparison)
    ]:
        for lost in one:
            if told.isdisjoint(lost.changes):
                told |= lost.changes
                yield lost


def _prints(comparison: Comparison) -> list[PrintOfRow]:
    """The rows with changes in their words, as each of the two prints has them."""
    substance = in_substance(comparison)
    rows = [row for row in comparison.rows if not row.alone and any(piece.change in substance for piece in row.pieces)]
    found = []
    for side in filter(lambda side: comparison.letter(side).wrapped, Side):
        passages, source = passages_of(comparison, side), lines_of(comparison, side)
        found += [PrintOfRow(side, row, printed_row(row, side, passages), source, substance) for row in rows]
    return found


def _half_lost(own: PrintOfRow) -> Iterator[LostWords]:
    """Words that are lacking at the hyphen of a line's end, of which the first one ends the word that broke there."""
    for changes, found in own.gaps():
        for gap in found:
            place = own.row_in_print.at(gap.at)
            broken = place.breaks_word_at(gap.at) or (place.begins_line_at(gap.at) and gap.before.endswith("-"))
            if broken and _ends_the_half(gap):
                yield own.lost(HALF_LOST, gap, changes)
                break


def _ends_the_half(gap: Gap) -> bool:
    """Whether the lost words begin with the rest of a word that the print joined to the next one: `ververliezen`."""
    half, rest, behind = words(gap.before.removesuffix("-"))[-1:], words(gap.words)[:1], words(gap.behind)[:1]
    if not (half and rest and behind) or known(half[0] + behind[0]):
        return False
    return known(half[0] + rest[0]) or not compounds(half[0] + behind[0])


def _cut_off(own: PrintOfRow) -> Iterator[LostWords]:
    """Words that are lacking between two lines, and that no editor struck."""
    at_edges = []
    for changes, found in own.gaps():
        edge = next((gap for gap in found if own.row_in_print.at(gap.at).begins_line_at(gap.at)), None)
        if edge and not any(map(is_struck, found)):
            at_edges.append((own.row_in_print.at(edge.at).line_of(edge.at), own.lost(EDGE, edge, changes)))
    return _in_a_row(at_edges)


def _woven_in(own: PrintOfRow) -> Iterator[LostWords]:
    """Words that only this print has, at the end of a line and not the whole of it."""
    text, end, at_edges = own.row.text(own.side), 0, []
    for piece in own.row.pieces:
        start, end = end, end + len(piece.of(own.side))
        behind = end + text[end : end + 1].isspace()
        alone = piece.change in own.substance and piece.of(own.side).strip() and not piece.of(own.side.other).strip()
        place = own.row_in_print.at(start)
        within = place.line_of(start + 1) == place.line_of(behind) and not place.begins_line_at(start)
        if alone and within and place.begins_line_at(behind):
            gap = Gap(behind, text[start:end], piece.of(own.side).strip(), "")
            at_edges.append((place.line_of(behind), own.lost(EDGE, gap, frozenset({piece.change}))))
    return _in_a_row(at_edges)


def _folded(own: PrintOfRow) -> Iterator[LostWords]:
    """Words that are lacking on each of several lines in a row, wherever in it: a fold, a strip."""
    found = []
    for changes, gaps in own.gaps():
        place = own.row_in_print.at(gaps[0].at)
        if not any(map(is_struck, gaps)):
            found.append((place.line_of(gaps[0].at), own.lost(EDGE, gaps[0], changes)))
    rows = zip(found, found[1:], found[2:], strict=False)
    begins = [n for n, (one, two, three) in enumerate(rows) if _follow(one, two) and _follow(two, three)]
    folded = {n + at for n in begins for at in range(FOLDED)}
    return (lost for n, (_, lost) in enumerate(found) if n in folded)


def _at_turn(own: PrintOfRow) -> Iterator[LostWords]:
    """Words that are lacking just where a page turns amid a sentence."""
    for changes, found in own.gaps():
        gap = next((gap for gap in found if not is_struck(gap) and _turns_page(own, gap)), None)
        if gap:
            yield own.lost(AT_TURN, gap, changes)


def _turns_page(own: PrintOfRow, gap: Gap) -> bool:
    """Whether the page turns at a gap: amid a passage, or behind one whose sentence has no end."""
    place = own.row_in_print.at(gap.at)
    below = own.source[place.passage.lines[1] :][:BLANK_LINES]
    broken_off = gap.at == place.end and not ENDED.fullmatch(place.passage.text) and any("\f" in line for line in below)
    return broken_off or place.turns_page_at(gap.at)


def _in_short_line(own: PrintOfRow) -> Iterator[LostWords]:
    """Words that are lacking in a line that has room for them, and for the word below it."""
    text = own.row.text(own.side)
    for changes, found in own.gaps():
        place, gap = own.row_in_print.at(found[0].at), found[0]
        at = place.line_of(gap.at)
        lines = (at, at + 1) if place.begins_line_at(gap.at) else (at,)
        if any(_has_room(place, text, line, gap.words) for line in lines) and not any(map(_is_edited, found)):
            yield own.lost(SHORT, gap, changes)


def _is_edited(gap: Gap) -> bool:
    """Whether what is lacking is a part of its sentence, or the end of one, as an editor strikes it."""
    return is_struck(gap) or CLOSED.fullmatch(gap.words) is not None


def _has_room(place: PrintedPassage, text: str, at: int, lost: str) -> bool:
    """Whether words would fill a line that has room for the word below it; a broken word fills a line, too."""
    begins = place.begins
    near = [below - above for above, below in pairwise(begins[max(0, at - AROUND) : at + AROUND + 1])]
    if at + 1 >= len(begins) or len(near) < FEWEST_LINES or place.breaks_word_at(begins[at + 1]):
        return False
    length, full = begins[at + 1] - begins[at], max(near)
    below = text[begins[at + 1] : begins[at + 1] + full].partition(" ")[0]
    return length + len(below) < (1 - SLACK) * full and abs(length + len(lost) - full) <= SLACK * full


def _in_a_row(found: Sequence[tuple[int, LostWords]]) -> Iterator[LostWords]:
    """Those of lines that follow each other in a passage; the number of a line stands before each."""
    beside = {n for n, (one, other) in enumerate(pairwise(found)) if _follow(one, other)}
    return (lost for n, (_, lost) in enumerate(found) if {n - 1, n} & beside)


def _follow(one: tuple[int, LostWords], other: tuple[int, LostWords]) -> bool:
    return one[1].anchor == other[1].anchor and other[0] == one[0] + 1
