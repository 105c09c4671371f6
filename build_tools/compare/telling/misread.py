"""Where two readings may be wrong: what rests on such a place is counted apart, and a verdict begins with it.

Several grounds: a doubt of the reading at the changed words; words that differ in their spaces alone, where those of
one side are no Dutch, or pieces of a word; a word that is none, beside one with letters that look alike, or with more
that a font prints as one; words of the one text that were left out of the other one, as its letterhead, margin or foot;
words on a page that its source has twice; words that only one text has and that are whole lines of its print, amid a
sentence; words that the other print may have lost; a column that stands a row lower or higher; words at the edge of
lines in a row; what one text sets apart and the other one has amid its running text; a note that only one text calls; a
date that the other one's session has not.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from build_tools.compare.model import SUBSTANCE, Change, ChangeKind, Comparison, Side
from build_tools.compare.passages import lines_of, passages_of
from build_tools.compare.telling.doubt_words import says
from build_tools.compare.telling.doubted import FEWEST, WHOLE, Doubted, doubted, has_words
from build_tools.compare.telling.line_edges import line_edges
from build_tools.compare.telling.lost_calls import lost_calls
from build_tools.compare.telling.lost_words import LostWords, lost_words
from build_tools.compare.telling.pages_twice import on_page_twice
from build_tools.compare.telling.shifted_columns import shifted_columns
from build_tools.compare.telling.traces.all_traces import trace_of
from build_tools.compare.telling.traces.days import DAY, days_apart
from build_tools.compare.telling.traces.letters import lost_ligature
from build_tools.compare.telling.traces.run_in import run_in
from build_tools.compare.telling.traces.spelling import side_mistaken
from build_tools.compare.telling.traces.trace import words_beside
from build_tools.compare.telling.whole_lines import line_of_whole
from build_tools.data import data
from build_tools.dutch.tokens import count_words, words
from build_tools.dutch.word_list import compounds, known, known_or_made
from build_tools.model import LeftOut, Reason

ASIDE = (Reason.HEAD, Reason.MASTHEAD, Reason.MARGIN, Reason.PAGE_FOOT, Reason.AROUND, Reason.MAIL, Reason.IMPRINT)
"""What a reading leaves out by its own judgement."""


CITED = "verwijzing"
"""The rule for a paper that both cite, each in its own form: no spaces of it were misread."""

CALL_LOST, CALL_AS_NUMBER = "verwijzing_weg", "verwijzing_als_getal"
"""The kinds of a place where the call of a note may be lost, or read as a number (`data/verdict.yml`)."""

SPACED = re.compile(r"(?<![^\s])(?:[^\W_] ){4}")
"""Letters with a space behind each: `j a a r `."""

PARTED_NUMBER = re.compile(r"\d[.,] \d")
"""`3, 1 miljoen`."""

ENDINGS = ("en", "er")
"""Small words that are endings as well: `contract en`."""

PIECES = 2
"""Pieces of a word that one space parts."""

KEPT = 256
"""So many comparisons keep their places: verdict, list, strip, views and data all ask for them."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A place that may be misread, in one of the two sources, and the changes that rest on it.

    `kind` is that of the doubt, or what else gave rise to it (`data/verdict.yml`); `page` is known of a doubt alone.
    """

    side: Side
    kind: str
    says: str
    line: int
    page: int | None
    text: str
    anchor: str | None
    changes: tuple[int, ...]


@lru_cache(maxsize=KEPT)
def misread(comparison: Comparison) -> tuple[Misread, ...]:
    """The places, those of doubts first; a change rests on one place at the least."""
    places = [_of_doubt(one) for one in doubted(comparison)]
    places += [Misread(day.side, DAY, _says(DAY), day.line, None, day.text, None, ()) for day in days_apart(comparison)]
    places += _lost(shifted_columns(comparison), frozenset())
    lost = list(lost_words(comparison))
    places += _lost((one for one in lost if len(one.changes) > 1), changes_of(places))
    resting = changes_of(places)
    places += [*_letters_lost(comparison, resting)]
    resting = changes_of(places)
    places += (
        place
        for change in comparison.changes
        if (change.kind in SUBSTANCE or is_spaced(change)) and change.n not in resting
        if (place := next(filter(None, (ground(comparison, change) for ground in GROUNDS)), None))
    )
    places += _lost(lost, changes_of(places))
    places += _lost(line_edges(comparison), changes_of(places))
    places += _run_in(comparison, changes_of(places))
    return (*places, *_calls_lost(comparison, changes_of(places)))


def changes_of(places: Iterable[Misread]) -> frozenset[int]:
    """The numbers of the changes that rest on such places."""
    return frozenset(n for place in places for n in place.changes)


def counts_of(comparison: Comparison) -> dict[ChangeKind, int]:
    """How many changes are of each kind, without those that rest on such places."""
    apart = changes_of(misread(comparison))
    found = Counter(change.kind for change in comparison.changes if change.n not in apart)
    return {kind: found[kind] for kind in ChangeKind}


def _of_doubt(one: Doubted) -> Misread:
    own = one.doubt
    return Misread(one.side, own.kind.value, says(own), own.line, own.page, own.text, own.anchor, one.changes)


def _run_together(comparison: Comparison, change: Change) -> Misread | None:
    """The same letters, which one side parts into words that Dutch has: `uit te voere n` beside `uit te voeren`."""
    if change.rule == CITED:
        return None
    parted = [side for side in Side if PARTED_NUMBER.search(change.of(side))]
    if len(parted) == 1 and "".join(change.before.split()) == "".join(change.after.split()):
        return _at_word(comparison, change, parted[0], "anders_gespatieerd")
    own = {side: words(change.of(side)) for side in Side}
    if own[Side.A] == own[Side.B] or "".join(own[Side.A]) != "".join(own[Side.B]):
        return None
    good = {side: all(_is_dutch(word, own[side.other]) for word in own[side]) for side in Side}
    if good[Side.A] == good[Side.B]:
        good = {side: not (_is_in_pieces(own[side], own[side.other]) or _is_fused(*own[side])) for side in Side}
    side = Side.B if good[Side.A] else Side.A
    return _at_word(comparison, change, side, "anders_gespatieerd") if good[Side.A] != good[Side.B] else None


def _spaced(comparison: Comparison, change: Change) -> Misread | None:
    """The same letters, on one side with a space behind each: `j a a r`."""
    if not is_spaced(change):
        return None
    return _at_word(comparison, change, Side.A if SPACED.search(change.before) else Side.B, "anders_gespatieerd")


def is_spaced(change: Change) -> bool:
    """Whether just one side of a change has a space behind each letter, and they have the same ones."""
    spaced = [SPACED.search(change.of(side)) is not None for side in Side]
    return spaced[0] != spaced[1] and "".join(change.before.split()) == "".join(change.after.split())


def _is_in_pieces(parts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words are the two pieces of one of Dutch, and no small ones: `huis vesting`, not `zo lang`."""
    small = data("dutch")["small_words"]
    whole = len(others) == 1 and known(others[0])
    long = [len(part) >= FEWEST and part not in small for part in parts]
    cut = whole and len(parts) == PIECES and len(parts[0]) > FEWEST and long[0] and parts[1] in ENDINGS
    return cut or (whole and len(parts) == PIECES and all(long))


def _is_fused(first: str, *others: str) -> bool:
    """Whether what stands on one side is one word that the word list has not: two that only Dutch could join."""
    return not others and not known(first)


def _letters_mistaken(comparison: Comparison, change: Change) -> Misread | None:
    """Words that Dutch has, beside as many that it has not, with letters that look like those of the first:
    `samenlevmg` beside `samenleving`. Or numbers, with such letters for their digits."""
    before, after = change.before.split(), change.after.split()
    pairs = [pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]]
    sides = [side_mistaken(*pair) for pair in pairs] if len(before) == len(after) else []
    return _at_word(comparison, change, sides[0], "letters_lijken") if sides and sides[0] and all(sides) else None


def _letters_lost(comparison: Comparison, resting: Collection[int]) -> Iterator[Misread]:
    """Words that Dutch has, beside the same ones without the letters that a font prints as one: `textiel`, `texel`. The
    print shows elsewhere that it lost these: by words that are none without them."""
    changes = [change for change in comparison.changes if change.kind is ChangeKind.WORD and change.n not in resting]
    for side in Side:
        beside = [(change, words_beside(change, side)) for change in changes]
        strange = {lost_ligature(*pair) for _, pairs in beside for pair in pairs if _is_word(pair[0], but_not=pair[1])}
        for change, pairs in beside:
            if pairs and {lost_ligature(*pair) for pair in pairs} <= strange - {None}:
                place = _at_word(comparison, change, side, "letters_weg")
                yield from filter(None, (place,))


def _is_word(word: str, but_not: str = "") -> bool:
    """Whether Dutch has or can have a word, and has not another one."""
    return known_or_made(word) and not (but_not and _is_word(but_not))


def _at_word(comparison: Comparison, change: Change, side: Side, kind: str) -> Misread | None:
    """The place of changed words in one of the two texts."""
    anchor = change.anchor(side)
    return _of_change(change, side, kind, _line_of(comparison, side, anchor, change.of(side))) if anchor else None


def _of_change(change: Change, side: Side, kind: str, line: int) -> Misread:
    """The place of what one of the two texts has of a change, at a line of its source."""
    return Misread(side, kind, _says(kind), line, None, change.of(side), change.anchor(side), (change.n,))


def _is_dutch(word: str, others: Sequence[str]) -> bool:
    """Whether Dutch has a word, or could: no compound has in it a small word of those that it has for it otherwise."""
    if word.isdigit() or known(word):
        return True
    return bool(compounds(word)) and not set(others) & set(data("dutch")["small_words"])


def _line_of(comparison: Comparison, side: Side, anchor: str, text: str) -> int:
    """The line of the source with these words; the first one of their passage where they run over two."""
    lines = lines_of(comparison, side)
    first, last = passages_of(comparison, side)[anchor].lines
    return next((n for n in range(first, min(last, len(lines)) + 1) if text in lines[n - 1]), first)


def _left_out(comparison: Comparison, change: Change) -> Misread | None:
    """Words that only one text has, where the other source has them too: among what was left out of it.

    Or words such as the same source, or the other one, has at the foot of its pages, but for their numbers.
    """
    for side in Side:
        text = change.of(side)
        if count_words(text) < FEWEST or change.of(side.other):
            continue
        for place, entry in _aside(comparison, side.other, text):
            kind = "weggelaten"
            return Misread(place, kind, _says(kind), entry.line, None, text, None, (change.n,))
    return None


def _page_twice(comparison: Comparison, change: Change) -> Misread | None:
    """Words that only one text has, where its source has their page twice."""
    side = WHOLE.get(change.kind)
    if side is None or (line := on_page_twice(comparison, change, side)) is None:
        return None
    return _of_change(change, side, "blad_dubbel", line)


def _whole_lines(comparison: Comparison, change: Change) -> Misread | None:
    """Words that only one text has, where they are whole lines of its source and no whole sentences."""
    for side in Side:
        if line := line_of_whole(comparison, change, side):
            return _of_change(change, side, "hele_regels", line)
    return None


def _traced(comparison: Comparison, change: Change) -> Misread | None:
    """What else shows that words were misread."""
    trace = trace_of(comparison, change)
    return _of_change(change, trace.side, trace.kind, trace.line) if trace else None


def _lost(lost: Iterable[LostWords], resting: Collection[int]) -> Iterator[Misread]:
    """Words that the print of one text may have lost, where none of the changes rests on another place."""
    for one in lost:
        if one.changes.isdisjoint(resting):
            changes = tuple(sorted(one.changes))
            yield Misread(one.side, one.kind, _says(one.kind), one.line, None, one.text, one.anchor, changes)


def _run_in(comparison: Comparison, resting: Set[int]) -> Iterator[Misread]:
    """What only the other text sets apart, where none of the changes rests on another place."""
    for one in run_in(comparison):
        if resting.isdisjoint(one.changes):
            yield Misread(one.side, one.kind, _says(one.kind), one.line, None, one.text, one.anchor, one.changes)


def _calls_lost(comparison: Comparison, resting: Set[int]) -> Iterator[Misread]:
    """Notes that only the other text calls, where the number of the call does not rest on another place."""
    for call in lost_calls(comparison, resting):
        if not call.changes or resting.isdisjoint(call.changes):
            kind = CALL_AS_NUMBER if call.changes else CALL_LOST
            yield Misread(call.side, kind, _says(kind), call.line, None, call.text, call.anchor, call.changes)


def _aside(comparison: Comparison, other: Side, text: str) -> Iterator[tuple[Side, LeftOut]]:
    for entry in comparison.letter(other).ledger.left_out:
        if entry.reason in ASIDE and has_words(entry.text, text):
            yield other, entry
    for side in Side:
        for entry in comparison.letter(side).ledger.left_out:
            if entry.reason is Reason.PAGE_FOOT and _shape(text) and _shape(entry.text) == _shape(text):
                yield side, entry


def _shape(text: str) -> list[str]:
    """The words of a foot, but for the numbers of its page."""
    return [word for word in words(text) if not word.isdigit()]


def _says(kind: str) -> str:
    return str(data("verdict")["misread"][kind])


GROUNDS = (_spaced, _run_together, _letters_mistaken, _left_out, _page_twice, _whole_lines, _traced)
"""What else than a doubt can tell that words are misread, in the order in which it is asked."""
