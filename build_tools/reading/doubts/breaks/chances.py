"""How likely a paragraph begins at a line where nothing tells it but the room on the line before.

The chances were counted in letters whose right reading is known.
"""

import re
from functools import cache

from build_tools.data import data
from build_tools.dutch.sentences import sentences
from build_tools.reading.blocks.forced_breaks import one_line
from build_tools.reading.blocks.items import below_mark, ends_list
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.blocks.parting import OPENS, opens_or_closes
from build_tools.reading.blocks.quotations import QUOTES
from build_tools.reading.blocks.typesetting import OVERFULL, SEVERAL_LINES, PrintedLines, marked_at_end, room
from build_tools.reading.doubts.evidence import ends_sentence
from build_tools.reading.doubts.tables import CAPTION

BACK, ONWARD = 0.25, 1.0
"""What the odds that a paragraph begins are worth where the first words point back to the sentence before it (`Zo`,
`Dit`, `Een deel daarvan`), and where they do not: of 1,500 sentences of real letters, 33 of 340 of the first kind begin
one. With such a word among the first ones it is as rare as with one in front: 29 of 660 sentences, of others 1,017 of
6,657."""

WORD, FIRST_WORDS, FIRST_CHARACTERS = re.compile(r"[^\W\d_]+"), 6, 120
"""The words of a text that can point back, and the characters that hold them."""

INTRODUCING, TURNED = 0.5, 0.45
"""The chance that a paragraph begins unseen below a full line that ends a sentence, with a line that introduces
something, and where a page turns there."""

JUST_ENOUGH, NEARLY_FULL, IN_SEVERAL, AGAINST_ROOM, HARDLY_BEGUN, BY_CUSTOM = 0.06, 0.35, 0.4, 0.6, 0.35, 0.4
"""The chance that none begins where one was read: below a line that had just enough room for the next word, and for
hardly more; below the last of several printed lines on one that had; below one that had none; below several printed
lines on one, the last of which has hardly a word; and that one does which was not read, though there was room, as white
space shows them by custom."""

SENTENCE_CUT, ROW_OF_WORDS, CUT_AT_CALL, ENDED_AT_CALL = 0.8, 0.4, 0.65, 0.15
"""The chance that none begins where one was read below white space and a full line that ends no sentence, in a text
with white space within its sentences; below lines of a word each; and behind the call of a note, where tools begin a
new line, with what may be the rest of the printed one, if both fill that, and if not."""

HARDLY_MORE, CLOSE = 0.012, 0.03
"""The part of the measure by which the next word just fitted, hardly and with a little room: no width is exact, and
that of several lines less so."""

HARDLY = 0.15
"""The part of the measure that the last of several printed lines takes, at the most, where there may be none."""

SEEN = 0.03
"""The part of the ends of sentences at which a paragraph ends unseen, up to which nearly all are seen."""


def with_odds(chance: float, worth: float) -> float:
    """A chance, when its odds are worth so many times as much."""
    return chance * worth / (1 - chance + chance * worth)


def points_back(text: str) -> bool:
    """Whether the first words of a text refer to a sentence before it."""
    own = [word.lower() for word in WORD.findall(text[:FIRST_CHARACTERS])[:FIRST_WORDS]]
    return not (_pointing().isdisjoint(own[:1]) and _pointing_within().isdisjoint(own[1:]))


@cache
def _pointing() -> frozenset[str]:
    return frozenset(data("dutch")["points_back"])


@cache
def _pointing_within() -> frozenset[str]:
    return _pointing().difference(data("dutch")["points_within"])


def rests_on_room(page: PrintedLines, at: int) -> bool:
    """Whether nothing else tells that a paragraph begins at a line: no white space, mark, salutation, list or edge."""
    line, before, text = page.lines[at], page.texts[at - 1], page.texts[at]
    spaced = page.lines[at - 1].spaced > page.usual_space > 0 and not line.turn
    told = spaced or (line.blanks and not line.turn) or at in page.known_starts or page.bullets[at] is not None
    told = told or ends_list(page, at) or below_mark(page, at)
    apart = any(map(opens_or_closes, (before, text))) or before.endswith(":") or CAPTION.match(text)
    return not (told or apart) and text.lstrip(OPENS)[:1].isupper() and ends_sentence(before)


def chance_of_none(page: PrintedLines, at: int, bare: bool, lengths: float) -> float:
    """The chance that no paragraph begins at a line where one was read. A quotation begins one however full the line
    before it is."""
    taken, full = room(page, at), max(page.measures[at - 1], 1)
    wide = page.width(page.texts[at - 1]) / full
    worth = 1 / BACK if points_back(page.texts[at]) else 1.0
    if cut_at_call(page, at) or (cut_at_call(page, max(at - 1, 1)) and is_full(page, at)):
        return CUT_AT_CALL if is_full(page, at) or is_full(page, at + 1) else ENDED_AT_CALL
    if wide > OVERFULL and page.filled(at - 1) < HARDLY * full:
        return with_odds(HARDLY_BEGUN, worth)
    if page.lines[at].turn:
        return 0
    if taken > page.slack or (page.marks_paragraphs and OVERFULL < wide < SEVERAL_LINES):
        return AGAINST_ROOM if page.texts[at][0] not in QUOTES else 0
    if at > 1 and not any(" " in text for text in page.texts[at - 2 : at]):
        return ROW_OF_WORDS
    just, close = (IN_SEVERAL, 2 * CLOSE) if wide > OVERFULL else (JUST_ENOUGH, CLOSE)
    just = NEARLY_FULL if taken > page.slack - HARDLY_MORE and wide <= OVERFULL else just
    return with_odds(just, worth / lengths) if bare and taken > page.slack - close else 0


def cut_at_call(page: PrintedLines, at: int) -> bool:
    """Whether a line and the one above it, which ends in the call of a note, can be one printed line."""
    apart = page.lines[at].blanks or page.lines[at].turn
    return not apart and marked_at_end(page.lines[at - 1]) and one_line(page, at)


def goes_on_below(page: PrintedLines, at: int) -> bool:
    """Whether a sentence goes on below a line that had room for its next word: the first line of a paragraph has none
    left, the rest of a line that a tool cut has."""
    below = at + 1
    cut = below < len(page.lines) and not (page.lines[below].blanks or page.lines[below].turn)
    return cut and not ends_sentence(page.texts[at]) and room(page, below) <= page.slack - CLOSE


def is_full(page: PrintedLines, at: int) -> bool:
    """Whether the two lines above a line, as one, had no room for its first word."""
    if not 1 < at < len(page.lines):
        return False
    together = page.filled(at - 2) + page.width(f" {page.texts[at - 1]} {first_word(page.texts[at])}")
    return together > page.slack * page.measures[at - 1]


def chance_in_vain(page: PrintedLines, at: int) -> float:
    """The chance that no paragraph begins at a line below white space where one was read: in a text that has white
    space within its sentences, below a full line."""
    apart = page.lines[at].blanks and not page.lines[at].turn and page.bullets[at] is None
    cut = apart and page.parts_sentences and not ends_sentence(page.texts[at - 1])
    return SENTENCE_CUT if cut and at not in page.known_starts and room(page, at) > page.slack else 0


def chance_of_one(page: PrintedLines, at: int, usual: float, lengths: float) -> float:
    """The chance that a paragraph begins at a line where none was read; `usual`: that one does behind any sentence."""
    worth = worth_of(page.texts[at]) * lengths
    if cut_at_call(page, at) and goes_on_below(page, at):
        return 0
    if page.lines[at].turn:
        return with_odds(TURNED, min(worth, 1))
    if page.marks_paragraphs and not page.known_starts and room(page, at) <= page.slack:
        return BY_CUSTOM
    introduces = page.texts[at].endswith(":") and usual > SEEN and len(list(sentences(page.texts[at]))) == 1
    return with_odds(INTRODUCING if introduces else usual, worth)


def worth_of(text: str) -> float:
    """What the first word of a text is worth to the odds that a paragraph begins there."""
    return BACK if points_back(text) else ONWARD
