"""Where one block of the text ends and the next begins.

The evidence, line by line: a blank line, the end of a sentence, room left on a line for the next word,
a small letter that goes on, the mark of a list item, a signature.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.broken_numbers import number_follows
from build_tools.bullets import bullet_of
from build_tools.data import data
from build_tools.joining import Joint, Words, joint
from build_tools.measure import SLACK, first_word, measures, sure_measures, width
from build_tools.model import Bullet, Draft, Line
from build_tools.signatures import signatures

ENDED = re.compile(r".*[.!?:;…][”’»\"')\]]*$")
ROUGH = 0.8
"""The slack at first sight, before it is known which lines are list items with a measure of their own."""

NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? [A-ZÀ-Þ]")
QUESTION = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?(?: op (?:de )?vra(?:ag|gen))?) \d[\d, en.:t/m–-]*")
"""The heading of a question or an answer in a list of them."""

OPENING = re.compile(QUESTION.pattern + r"|Antwoord van .*|Bijlage(?: \d+)?:?|Toelichting:?")
"""Lines that begin a new block wherever they stand."""

MENDED = 0.975
"""The part of the measure that a line takes on average that ended in a broken word."""

OPENS = "«“‘\"'([„"


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together: [start, end), what they begin with, and whether they sign the letter."""

    start: int
    end: int
    bullet: Bullet | None = None
    signature: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a draft with all that the rules ask of them."""

    lines: tuple[Line, ...]
    texts: tuple[str, ...]
    bullets: tuple[Bullet | None, ...]
    measures: tuple[float, ...]
    words: Words
    wrapped: bool
    usual_space: int
    slack: float
    forces_breaks: bool

    def short(self, at: int) -> bool:
        """Whether the next word would have fitted on this line: it was ended on purpose."""
        if at + 1 >= len(self.texts):
            return True
        joined = self.filled(at) + width(" " + first_word(self.texts[at + 1]))
        return joined <= self.slack * self.measures[at] or self.lines[at].spaced > self.usual_space > 0

    def clearly_short(self, at: int) -> bool:
        """Whether much more than the next word would have fitted."""
        return self.filled(at) + width(" " + first_word(self.texts[at + 1])) <= ROUGH * self.measures[at]

    def filled(self, at: int) -> float:
        """How much of its printed line the end of a line takes.

        An extraction that mends broken words puts several printed lines on one; the last of them counts.
        """
        own, full = float(width(self.texts[at])), self.measures[at]
        if not full:
            return own
        if own > 1.05 * full:
            return own % (MENDED * full)
        if at and self.forces_breaks and marked_at_end(self.lines[at - 1]):
            together = width(self.texts[at - 1]) + width(" ") + own
            return together if together <= 1.02 * self.measures[at - 1] else own
        return own


def group(draft: Draft, words: Words) -> list[Group]:
    """The groups of a draft, in order; together they hold every line."""
    lines = draft.lines
    texts = tuple(line.plain for line in lines)
    signed = list(signatures(lines))
    bullets = tuple(line.bullet or bullet_of(line.plain) for line in lines)
    rough = Page(
        lines,
        texts,
        bullets,
        tuple(measures(texts)),
        words,
        draft.wrapped,
        usual_space(lines),
        ROUGH,
        forces_breaks(lines),
    )
    first = grouped(rough, signed)
    return grouped(refined(rough, first), signed)


def usual_space(lines: Sequence[Line]) -> int:
    """The white space that stands after nearly every line; 0 where there is no such custom."""
    ((most, count),) = Counter(line.spaced for line in lines).most_common(1) or [(0, 0)]
    return most if count > 0.75 * len(lines) else 0


def refined(page: Page, groups: Sequence[Group]) -> Page:
    """The same page with a measure apart for list items, which are set narrower than the text."""
    measured = list(page.measures)
    for items in (True, False):
        members = [at for g in groups if (g.bullet is not None) == items for at in range(g.start, g.end)]
        own = sure_measures([page.texts[at] for at in members], [page.measures[at] for at in members])
        for at, value in zip(members, own, strict=True):
            measured[at] = value
    return replace(page, measures=tuple(measured), slack=SLACK)


def grouped(page: Page, signed: Sequence[range]) -> list[Group]:
    found: list[Group] = []
    starts = {run.start: run for run in signed}
    at = 0
    counts: dict[str, int] = {}
    bullet: Bullet | None = None
    while at < len(page.lines):
        if at in starts:
            found.append(Group(at, starts[at].stop, signature=True))
            at = starts[at].stop
            continue
        bullet = item_at(page, at, counts, bullet)
        end = at + 1
        while end < len(page.lines) and end not in starts and not parted(page, end, counts, bullet):
            end += 1
        found.append(Group(at, end, bullet))
        at = end
    return found


def item_at(page: Page, at: int, counts: dict[str, int], within: Bullet | None) -> Bullet | None:
    """The mark of the list item that begins here; numbers and letters must count up from their first."""
    bullet = page.bullets[at]
    if bullet is None or not may_begin_item(page, at, within):
        return None
    if bullet.kept:
        if bullet.value != 1 and counts.get(bullet.style, 0) != bullet.value - 1:
            return None
        counts[bullet.style] = bullet.value
    return bullet


def may_begin_item(page: Page, at: int, within: Bullet | None) -> bool:
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
    closes = len(re.findall(r" [–-](?= |$)", before)) % 2 == 1
    opens = re.search(r"\w [–-] \w", text[2:]) is not None and ENDED.fullmatch(before) is None
    return closes or opens


def parted(page: Page, at: int, counts: dict[str, int], within: Bullet | None) -> bool:
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


def by_its_kind(page: Page, at: int) -> bool | None:
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
    return True if opening or QUESTION.fullmatch(page.texts[at - 1]) else None


def marked_at_end(line: Line) -> bool:
    """Whether a marker stood at the line's end: an extraction can have begun a new line behind it."""
    return any(all(end <= mark.at for start, end in line.kept() if start < end) for mark in line.marks)


def forces_breaks(lines: Sequence[Line]) -> bool:
    """Whether the extraction begins a new line behind every marker: then none stands in the midst of a line."""
    return not any(line.marks and not marked_at_end(line) for line in lines)


def goes_on(page: Page, at: int) -> bool:
    """Whether a line goes on in the sentence of the line before it, where lines are else whole paragraphs."""
    open_sentence = not ENDED.fullmatch(page.texts[at - 1]) and not page.texts[at - 1].endswith(",")
    return open_sentence and page.texts[at][:1].islower() and not page.lines[at].blanks and page.bullets[at] is None


def bare_bullet(page: Page, at: int) -> bool:
    """A line with nothing but the mark of an item: its text is on the next line."""
    bullet = page.bullets[at]
    bare = bullet is not None and 0 < len(page.texts[at]) <= bullet.width
    return bare and at + 1 < len(page.texts) and any(map(str.isalpha, page.texts[at + 1]))


def ends(page: Page, at: int) -> bool:
    """Whether the line ends a sentence, or ends on purpose."""
    return not page.texts[at][-1].isalpha() or page.short(at)


def item_begins(page: Page, at: int, counts: dict[str, int], within: Bullet | None) -> bool:
    bullet = page.bullets[at]
    counted = bullet is None or not bullet.kept or bullet.value == 1 or counts.get(bullet.style, 0) == bullet.value - 1
    return counted and may_begin_item(page, at, within)


def outdented(page: Page, at: int, within: Bullet | None) -> bool:
    """After an item whose lines hang, a line at the left edge is text again (where the source shows indents)."""
    line, before = page.lines[at], page.lines[at - 1]
    return (
        within is not None
        and line.page == before.page
        and before.indent >= 2
        and line.indent <= before.indent - 2
        and not page.texts[at][0].islower()
    )


def text_parted(page: Page, at: int) -> bool:
    """The rules for running text, from the strongest evidence to the weakest."""
    text, before, line = page.texts[at], page.texts[at - 1], page.lines[at]
    ended = ENDED.fullmatch(before) is not None
    small = text.lstrip(OPENS)[:1].islower() or (text[0] in "–—-" and not ended)
    short = page.short(at - 1)
    if small:
        return ended and short and (line.blanks > 0 or before.endswith((";", ":")))
    if before.endswith(":") and text[0].isupper():
        return True
    if line.blanks and not line.turn:
        return ended or short or not raised_at_end(before, page.lines[at - 1])
    if forced_break(page, at):
        return False
    return short or (ended and stands_alone(page, at))


def raised_at_end(text: str, line: Line) -> bool:
    """Something raised at a line's end (a marker, `2e`) makes an extraction leave a blank line below it."""
    return marked_at_end(line) or re.search(r"\d(?:e|de|ste)$", text) is not None


def stands_alone(page: Page, at: int) -> bool:
    """Whether a line is no sentence but was ended on purpose: a heading, though the line before it is full."""
    text = page.texts[at]
    sentence = ENDED.fullmatch(text) and not (text.endswith("?") and NUMBERED.match(text))
    if at + 1 >= len(page.lines) or sentence or text.endswith((",", "-")):
        return False
    after = page.texts[at + 1].lstrip(OPENS)
    return not after[:1].islower() and (page.lines[at + 1].blanks > 0 or page.lines[at].turn or page.clearly_short(at))


def forced_break(page: Page, at: int) -> bool:
    """An extraction can begin a new line behind a raised number; both parts together are one printed line."""
    before = page.lines[at - 1]
    together = width(page.texts[at - 1]) + width(" " + page.texts[at])
    if not (page.forces_breaks and marked_at_end(before) and together <= 1.02 * page.measures[at - 1]):
        return False
    following = page.texts[at + 1] if at + 1 < len(page.texts) else ""
    full = together + width(" " + first_word(following)) > SLACK * page.measures[at - 1]
    return full or (ENDED.fullmatch(page.texts[at]) is not None and not NUMBERED.match(page.texts[at]))


def opens_or_closes(text: str) -> bool:
    """Salutations and closings stand on lines of their own."""
    known = [*data("dutch")["salutation"], *data("dutch")["closing"]]
    return len(text) <= 60 and text.endswith((",", ".", ":")) and text.lower().startswith(tuple(known))
