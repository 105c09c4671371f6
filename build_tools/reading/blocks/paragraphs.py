"""Where one block of the text ends and the next begins.

The evidence, line by line: a blank line, the end of a sentence, room left on a line for the next word,
a small letter that goes on, the mark of a list item, a signature.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.data import data
from build_tools.draft import Bullet, Draft
from build_tools.reading.blocks.broken_numbers import number_follows
from build_tools.reading.blocks.dehyphenation import Joint, Vocabulary, joint
from build_tools.reading.blocks.known_starts import known_starts
from build_tools.reading.blocks.list_marks import bullet_of
from build_tools.reading.blocks.measure import SLACK, measures, sure_measures
from build_tools.reading.blocks.members import names_of_members
from build_tools.reading.blocks.signatures import signatures
from build_tools.reading.blocks.typesetting import (
    ENDED,
    OPENS_NUMBERED,
    ROUGH,
    PrintedLines,
    forced_break,
    forces_breaks,
    raised_at_end,
    usual_space,
)

QUESTION = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?(?: op (?:de )?vra(?:ag|gen))?) \d[\d, en.:t/m–-]*")
"""The heading of a question or an answer in a list of them: `Vraag 1`, `Antwoorden op vraag 3, 4 en 5`."""

OPENING = re.compile(QUESTION.pattern + r"|Antwoord van .*|Bijlage(?: \d+)?:?|Toelichting:?")
"""Lines that begin a new block wherever they stand."""

OPENS = "«“‘\"'([„"
"""Signs that can stand before the first letter of a sentence."""

HANGING = 2
"""Columns by which an item's lines are set in, so that a line at the left edge is text again; one is a stray space."""

SALUTATION_LENGTH = 60
"""Characters of a salutation or a closing at the most: `Geachte voorzitter,` is followed by its text on a line anew."""

DASH, DASH_WITHIN = re.compile(r" [–-](?= |$)"), re.compile(r"\w [–-] \w")
"""A dash between words, the line's last or not: the first opens an aside – like this – and the second closes it."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that belong together: [start, end), what they begin with, and whether they sign the letter."""

    start: int
    end: int
    bullet: Bullet | None = None
    signature: bool = False


def group(draft: Draft, words: Vocabulary) -> list[LineGroup]:
    """The groups of a draft, in order; together they hold every line."""
    lines = draft.lines
    texts = tuple(line.plain for line in lines)
    signed = [*signatures(lines), *names_of_members(draft)]
    bullets = tuple(line.bullet or bullet_of(line.plain) for line in lines)
    rough = PrintedLines(
        lines,
        texts,
        bullets,
        tuple(measures(texts)),
        words,
        draft.wrapped,
        usual_space(lines),
        ROUGH,
        forces_breaks(lines),
        known_starts(draft),
    )
    first = grouped(rough, signed)
    return grouped(refined(rough, first), signed)


def refined(page: PrintedLines, groups: Sequence[LineGroup]) -> PrintedLines:
    """The same page with a measure apart for list items, which are set narrower than the text."""
    measured = list(page.measures)
    for items in (True, False):
        members = [at for g in groups if (g.bullet is not None) == items for at in range(g.start, g.end)]
        own = sure_measures([page.texts[at] for at in members], [page.measures[at] for at in members])
        for at, value in zip(members, own, strict=True):
            measured[at] = value
    return replace(page, measures=tuple(measured), slack=SLACK)


def grouped(page: PrintedLines, signed: Sequence[range]) -> list[LineGroup]:
    """The lines of a page in groups that become a block each."""
    found: list[LineGroup] = []
    starts = {run.start: run for run in signed}
    at = 0
    counts: dict[str, int] = {}
    bullet: Bullet | None = None
    while at < len(page.lines):
        if at in starts:
            found.append(LineGroup(at, starts[at].stop, signature=True))
            at = starts[at].stop
            continue
        bullet = item_at(page, at, counts, bullet)
        end = at + 1
        while end < len(page.lines) and end not in starts and not parted(page, end, counts, bullet):
            end += 1
        found.append(LineGroup(at, end, bullet))
        at = end
    return found


def item_at(page: PrintedLines, at: int, counts: dict[str, int], within: Bullet | None) -> Bullet | None:
    """The mark of the list item that begins here; numbers and letters must count up from their first."""
    bullet = page.bullets[at]
    if bullet is None or not may_begin_item(page, at, within):
        return None
    if bullet.kept:
        if bullet.value != 1 and counts.get(bullet.style, 0) != bullet.value - 1:
            return None
        counts[bullet.style] = bullet.value
    return bullet


def may_begin_item(page: PrintedLines, at: int, within: Bullet | None) -> bool:
    """A sign that can also be a dash in a sentence begins an item only where the text before it has ended."""
    bullet, line = page.bullets[at], page.lines[at]
    if bullet is None or line.heading:
        return False
    if bare_bullet(page, at):
        return True
    if at == 0 or line.blanks or line.bullet or not page.wrapped or (not bullet.kept and bullet.style != "–"):
        return True
    before = page.texts[at - 1]
    if bullet.kept and bullet.value > 1:
        return True
    if bullet.style == "–" and is_aside(before, page.texts[at]):
        return False
    if within is not None and within.style == bullet.style:
        return True
    return ENDED.fullmatch(before) is not None or before.endswith((",", " en", " of")) or page.clearly_short(at - 1)


def is_aside(before: str, text: str) -> bool:
    """Whether the dash that a line begins with opens or closes an aside in a sentence."""
    closes = len(DASH.findall(before)) % 2 == 1
    opens = DASH_WITHIN.search(text[2:]) is not None and ENDED.fullmatch(before) is None
    return closes or opens


def parted(page: PrintedLines, at: int, counts: dict[str, int], within: Bullet | None) -> bool:
    """Whether a new block begins at this line."""
    if not page.wrapped:
        return not goes_on(page, at)
    known = by_its_kind(page, at)
    if known is not None:
        return known
    if number_follows(page.texts[at - 1], page.texts[at]) and (page.lines[at].turn or not page.lines[at].blanks):
        return False
    if page.bullets[at] is not None and item_begins(page, at, counts, within):
        return True
    before = page.lines[at - 1]
    if joint(page.texts[at - 1], page.texts[at], before.spaced > 0, page.words) is not Joint.SPACE:
        return False
    return outdented(page, at, within) or text_parted(page, at)


def by_its_kind(page: PrintedLines, at: int) -> bool | None:
    """What headings, salutations, closings and bare marks tell on their own; None where there are none."""
    line, before = page.lines[at], page.lines[at - 1]
    if line.heading and before.heading:
        return line.blanks > 0
    if line.heading or before.heading or opens_or_closes(page.texts[at - 1]):
        return True
    if opens_or_closes(page.texts[at]):
        return ENDED.fullmatch(page.texts[at - 1]) is not None or line.blanks > 0
    if bare_bullet(page, at - 1):
        return False
    opening = OPENING.fullmatch(page.texts[at]) and (line.turn or line.blanks or ends(page, at - 1))
    return True if opening or at in page.known_starts or QUESTION.fullmatch(page.texts[at - 1]) else None


def goes_on(page: PrintedLines, at: int) -> bool:
    """Whether a line goes on in the sentence of the line before it, where lines are else whole paragraphs."""
    open_sentence = not ENDED.fullmatch(page.texts[at - 1]) and not page.texts[at - 1].endswith(",")
    return open_sentence and page.texts[at][:1].islower() and not page.lines[at].blanks and page.bullets[at] is None


def bare_bullet(page: PrintedLines, at: int) -> bool:
    """A line with nothing but the mark of an item: its text is on the next line."""
    bullet = page.bullets[at]
    bare = bullet is not None and 0 < len(page.texts[at]) <= bullet.width
    return bare and at + 1 < len(page.texts) and any(map(str.isalpha, page.texts[at + 1]))


def ends(page: PrintedLines, at: int) -> bool:
    """Whether the line ends a sentence, or ends on purpose."""
    return not page.texts[at][-1].isalpha() or page.short(at)


def item_begins(page: PrintedLines, at: int, counts: dict[str, int], within: Bullet | None) -> bool:
    """Whether a line begins an item: its mark counts on from the last one of its style, or counts from 1."""
    bullet = page.bullets[at]
    counted = bullet is None or not bullet.kept or bullet.value == 1 or counts.get(bullet.style, 0) == bullet.value - 1
    return counted and may_begin_item(page, at, within)


def outdented(page: PrintedLines, at: int, within: Bullet | None) -> bool:
    """After an item whose lines hang, a line at the left edge is text again (where the source shows indents)."""
    line, before = page.lines[at], page.lines[at - 1]
    return (
        within is not None
        and line.page == before.page
        and before.indent >= HANGING
        and line.indent <= before.indent - HANGING
        and not page.texts[at][0].islower()
    )


def text_parted(page: PrintedLines, at: int) -> bool:
    """The rules for running text, from the strongest evidence to the weakest."""
    text, before, line = page.texts[at], page.texts[at - 1], page.lines[at]
    ended = ENDED.fullmatch(before) is not None
    small = text.lstrip(OPENS)[:1].islower() or (text[0] in "–—-" and not ended)
    short = page.short(at - 1)
    if small:
        labelled = before.endswith(":") and line.blanks > 0
        return labelled or (ended and short and (line.blanks > 0 or before.endswith((";", ":"))))
    if before.endswith(":") and text[0].isupper():
        return True
    if line.blanks and not line.turn:
        return ended or short or not raised_at_end(before, page.lines[at - 1])
    if forced_break(page, at):
        return False
    return short or (ended and stands_alone(page, at))


def stands_alone(page: PrintedLines, at: int) -> bool:
    """Whether a line is no sentence but was ended on purpose: a heading, though the line before it is full."""
    text = page.texts[at]
    sentence = ENDED.fullmatch(text) and not (text.endswith("?") and OPENS_NUMBERED.match(text))
    if at + 1 >= len(page.lines) or sentence or text.endswith((",", "-")):
        return False
    after = page.texts[at + 1].lstrip(OPENS)
    return not after[:1].islower() and (page.lines[at + 1].blanks > 0 or page.lines[at].turn or page.clearly_short(at))


def opens_or_closes(text: str) -> bool:
    """Salutations and closings stand on lines of their own."""
    known = [*data("dutch")["salutation"], *data("dutch")["closing"]]
    return len(text) <= SALUTATION_LENGTH and text.endswith((",", ".", ":")) and text.lower().startswith(tuple(known))
