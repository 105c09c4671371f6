"""How lines were set: how full each is, and whether it was ended on purpose."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.draft import Bullet, Line
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import ASKS_ON, OPENS_NUMBERED, QUESTION, heads_text
from build_tools.reading.blocks.list_marks import bullet_of
from build_tools.reading.blocks.measure import HYPHENS, MENDED, SLACK, first_syllable, first_word, width

ROUGH = 0.8
"""The slack at first sight, before it is known which lines are list items with a measure of their own."""

FIRM = 0.9
"""The slack that leaves no doubt in a text of which nearly all lines that run on are full."""

RAISED_ENDING = re.compile(r"\d(?:e|de|ste)$")
"""`de 2e` at a line's end: the ending of an ordinal number is often printed raised."""

OVERFULL = 1.05
"""The part of the measure above which a line is several printed lines: widths are those of another letter."""

LEAST_REST = 0.02
"""The part of the measure that the last of several printed lines takes more than, as it holds a word, or the rest of
one; what is less is what full lines are wider than the mean."""

ONE_LINE = 1.02
"""The part of the measure up to which two parts of a line are one printed line that was cut at a marker."""

PARTS = 4
"""Parts in which markers cut a printed line, at the most, behind the first."""

CUSTOMARY = 0.75
"""The part of the lines that have the same white space behind them where that is a custom of the extraction."""

RAGGED, FEW_LINES = 0.25, 0.1
"""The part of the lines that run on within a sentence of which more would have had room for the next word, where a text
is set ragged; and the part of them by which that tells how short a line is that was ended on purpose."""

SHORTEST = 0.6
"""The part of the measure that a line with its next word takes more than, however ragged a text is set: what is shorter
was ended on purpose, as items without a sign are that begin in small letters."""

FULLEST, ODD_LINES = 0.995, 0.05
"""The slack at the most, as no width is exact; and the part of the lines that run on which may be shorter than it by
another cause: a word that could not be parted, a change of face."""

QUOTES = {"«": "»", "“": "”", "‘": "’", '"': '"', "'": "'"}
"""Signs that open a quotation, with those that close it."""

OPENS_QUOTE = re.compile(r"[«“‘\"'](?=[A-ZÀ-Þ])")
"""`«De`: a sign that opens, before a sentence; `'t Zandt` and `’s-Gravenhage` begin with none."""

WHOLE_QUOTE = re.compile(r"[“\"][^”\"]+[.?!][”\"]|«[^»]+[.?!]»|[‘'][^’']+[.?!][’']")
"""`«De kade is veilig.»`: a line that is a quotation from its first sign to its last, and so a paragraph of its own."""

LONGEST_QUOTED = 20
"""Lines of a paragraph of a quotation at the most."""

ENOUGH = 10
"""Lines that run on, at the least, that show how a text is set."""


@dataclass(frozen=True, slots=True)
class PrintedLines:
    """The lines of a draft with all that the rules ask of them; `printed` are the texts as they were set,
    `known_starts` are the lines that begin a block, `marks_paragraphs` says that white space shows by custom where
    paragraphs begin, `parts_sentences` that some stands within sentences; `syllable_slack` is the slack of lines that
    could have taken the first syllable of the next word, 0 where words are not broken; `measured` says that any line
    runs on, and so that lines tell how much fits on them."""

    lines: tuple[Line, ...]
    texts: tuple[str, ...]
    printed: tuple[str, ...]
    bullets: tuple[Bullet | None, ...]
    measures: tuple[float, ...]
    words: Vocabulary
    wrapped: bool
    usual_space: int
    slack: float
    forces_breaks: bool
    face: str
    known_starts: frozenset[int] = frozenset()
    marks_paragraphs: bool = False
    parts_sentences: bool = False
    syllable_slack: float = 0.0
    measured: bool = True

    def width(self, text: str) -> int:
        """The width of a text in the face of this one."""
        return width(text, self.face)

    def short(self, at: int) -> bool:
        """Whether the next word would have fitted on this line: it was ended on purpose."""
        if at + 1 >= len(self.texts):
            return True
        joined = self.filled(at) + self.width(" " + first_word(self.printed[at + 1]))
        return joined <= self.slack * self.measures[at] or self.lines[at].spaced > self.usual_space > 0

    def clearly_short(self, at: int) -> bool:
        """Whether much more than the next word would have fitted; less is enough where lines are known to be full."""
        clear = FIRM if self.slack > SLACK else ROUGH
        return self.filled(at) + self.width(" " + first_word(self.printed[at + 1])) <= clear * self.measures[at]

    def leaves_syllable(self, at: int) -> bool:
        """Whether the first syllable of the next word would have fitted on this line, in a text that breaks words."""
        syllable = first_syllable(self.printed[at + 1]) if self.syllable_slack else ""
        return bool(syllable) and self.with_syllable(at, syllable) <= self.syllable_slack

    def with_syllable(self, at: int, syllable: str) -> float:
        """The part of the measure that a line takes with a syllable and a hyphen."""
        return (self.filled(at) + self.width(f" {syllable}-")) / self.measures[at] if self.measures[at] else 1.0

    def fits(self, at: int, text: str) -> bool:
        """Whether a text would have fitted on this line, whatever stood before it there."""
        return self.width(self.printed[at]) + self.width(" " + text) <= SLACK * self.measures[at]

    def filled(self, at: int) -> float:
        """How much of its printed line the end of a line takes.

        An extraction that mends broken words puts several printed lines on one; the last of them counts.
        """
        own, full = float(self.width(self.printed[at])), self.measures[at]
        if not full:
            return own
        if own > OVERFULL * full and not self.goes_on_broken(at):
            return self.rest_of(own, full)
        for above in range(at - 1, max(at - 1 - PARTS, -1), -1):
            together = self.width(self.printed[above] + " ") + own
            if together > ONE_LINE * self.measures[above] or not self.cut_behind(above):
                break
            own = together
        return own

    def goes_on_broken(self, at: int) -> bool:
        """Whether a line goes on in a word that the one above it broke, where no line tells a measure: broken words are
        not mended there, so that this is one printed line, however wide."""
        return not self.measured and at > 0 and self.printed[at - 1].endswith(HYPHENS)

    def rest_of(self, own: float, full: float) -> float:
        """How much the last of several printed lines takes; where hardly anything is left, they are all full."""
        rest = own % (MENDED * full)
        return rest if rest > LEAST_REST * full else full

    def cut_behind(self, at: int) -> bool:
        """Whether an extraction began a new line behind a marker that ends this one, and no heading stands there."""
        after = self.texts[at + 2] if at + 2 < len(self.texts) else ""
        marked = self.forces_breaks and marked_at_end(self.lines[at])
        return marked and not heads_text(self.texts[at], self.texts[at + 1], after)


def slack_of(page: PrintedLines) -> float:
    """The part of the measure up to which a line with its next word is shorter than lines that run on.

    Where lines are filled it is nearly all, as far as the lines themselves agree on it. Where they are set ragged, room
    for a word tells only below; but much room always does. Lines that are several printed ones tell nothing of it.
    """
    runs_on = sorted(
        (page.filled(at) + page.width(" " + first_word(after))) / page.measures[at]
        for at, after in enumerate(page.texts[1:])
        if after[:1].islower() and page.bullets[at + 1] is None and page.measures[at] and not page.lines[at + 1].blanks
        if page.width(page.printed[at]) <= OVERFULL * page.measures[at]
    )
    if len(runs_on) < ENOUGH:
        return SLACK
    if sum(SHORTEST < part <= SLACK for part in runs_on) > RAGGED * len(runs_on):
        return min(SLACK, max(ROUGH, runs_on[int(FEW_LINES * len(runs_on))]))
    return min(FULLEST, max(SLACK, runs_on[int(ODD_LINES * len(runs_on))]))


def syllable_slack_of(page: PrintedLines) -> float:
    """The part of the measure that nearly all lines which run on take more than with the first syllable of their next
    word; 0 where the text breaks no words, or too few lines tell."""
    runs_on = sorted(
        page.with_syllable(at, syllable)
        for at, after in enumerate(page.texts[1:])
        if after[:1].islower() and page.bullets[at + 1] is None and page.measures[at] and not page.lines[at + 1].blanks
        if page.width(page.printed[at]) <= OVERFULL * page.measures[at]
        if not page.printed[at].endswith(HYPHENS) and (syllable := first_syllable(after))
    )
    broken = sum(text.endswith(HYPHENS) and after[:1].islower() for text, after in pairwise(page.printed))
    return runs_on[int(ODD_LINES * len(runs_on))] if min(broken, len(runs_on)) >= ENOUGH else 0.0


def parts_by_blanks(page: PrintedLines) -> bool:
    """Whether a text has white space between its paragraphs by custom: then a line with a little room left, and no
    white space below it, does not end one."""
    starts = [at for at in range(1, len(page.texts)) if may_start(page, at)]
    marked = sum(page.lines[at].blanks > 0 for at in starts)
    return marked >= ENOUGH // 2 and marked > CUSTOMARY * len(starts)


def parts_sentences(lines: Sequence[Line], texts: Sequence[str]) -> bool:
    """Whether white space stands above a line that goes on, in a small letter, in the sentence of the one before it."""
    apart = (at for at in range(1, len(lines)) if lines[at].blanks and not lines[at].turn and texts[at][:1].islower())
    return any(texts[at - 1][-1:].isalpha() and bullet_of(texts[at]) is None for at in apart)


def may_start(page: PrintedLines, at: int) -> bool:
    """Whether a paragraph may begin at a line: below the end of a sentence on a line with room left. What heads a
    question or its answer stands below white space in any text."""
    line = page.lines[at]
    text = page.bullets[at] is None and not QUESTION.fullmatch(page.texts[at])
    same_page = not line.turn and line.page == page.lines[at - 1].page and text
    return same_page and page.short(at - 1) and ENDED.fullmatch(page.texts[at - 1]) is not None


def as_printed(line: Line) -> str:
    """The text of a line with the calls of notes that were typed in brackets, `beleid[2]`, which take as much room as
    other text; raised ones hardly take any, and are left out."""
    calls = (cut for cut in line.cuts if cut.reason is Reason.MARKER)
    typed = {cut for cut in calls if line.text.startswith(("[", "("), cut.start - line.start)}
    return replace(line, cuts=tuple(cut for cut in line.cuts if cut not in typed)).plain if typed else line.plain


def usual_space(lines: Sequence[Line]) -> int:
    """The white space that stands after nearly every line; 0 where there is no such custom."""
    ((most, count),) = Counter(line.spaced for line in lines).most_common(1) or [(0, 0)]
    return most if count > CUSTOMARY * len(lines) else 0


def marked_at_end(line: Line) -> bool:
    """Whether a marker stood at the line's end: an extraction can have begun a new line behind it."""
    return any(all(end <= mark.at for start, end in line.kept() if start < end) for mark in line.marks)


def forces_breaks(page: PrintedLines) -> bool:
    """Whether the extraction begins a new line behind every marker: then none stands in the midst of a line, and behind
    one at least the line was not full. That all stand at ends of lines can be by chance, where there are few."""
    if any(line.marks and not marked_at_end(line) for line in page.lines):
        return False
    return any(marked_at_end(page.lines[at - 1]) and breaks_line(page, at) for at in range(1, len(page.lines)))


def breaks_line(page: PrintedLines, at: int) -> bool:
    """Whether a line and the one above it are parts of one printed line: the sentence goes on from the first to the
    second, or from that to the next one, where there was room for its next word; or they fill it together."""
    if page.lines[at].blanks or page.lines[at].turn:
        return False
    return broken_off(page, at - 1) or (one_line(page, at) and (broken_off(page, at) or fill_one(page, at)))


def one_line(page: PrintedLines, at: int) -> bool:
    """Whether a line and the one above it take no more than one printed line; together they can fill it."""
    together = page.filled(at - 1) + page.width(" " + page.printed[at])
    return together <= ONE_LINE * page.measures[at - 1]


def fill_one(page: PrintedLines, at: int) -> bool:
    """Whether a line that begins a sentence fills one with the line above it, so that no next word has room."""
    if at + 1 >= len(page.lines) or page.lines[at + 1].blanks or page.lines[at + 1].turn:
        return False
    together = page.filled(at - 1) + page.width(f" {page.printed[at]} {first_word(page.texts[at + 1])}")
    return ENDED.fullmatch(page.texts[at - 1]) is not None and together > page.measures[at - 1]


def broken_off(page: PrintedLines, at: int) -> bool:
    """Whether a line ends within a sentence, with room left for its next word."""
    below = page.texts[at + 1] if at + 1 < len(page.texts) else ""
    runs_on = below[:1].islower() and page.bullets[at + 1] is None and not ENDED.fullmatch(page.texts[at])
    return runs_on and page.fits(at, first_word(below))


def raised_at_end(text: str, line: Line) -> bool:
    """Something raised at a line's end (a marker, `2e`) makes an extraction leave a blank line below it."""
    return marked_at_end(line) or RAISED_ENDING.search(text) is not None


def spaced_break(page: PrintedLines, at: int) -> bool:
    """An extraction began a new line behind a raised number, and left there the space that follows it."""
    before, line = page.lines[at - 1], page.lines[at]
    return line.indent - before.indent == 1 and not (line.blanks or line.turn) and marked_at_end(before)


def forced_break(page: PrintedLines, at: int) -> bool:
    """An extraction can begin a new line behind a raised number; both parts together are one printed line."""
    before = page.lines[at - 1]
    together = page.filled(at - 1) + page.width(" " + page.texts[at])
    asks_on = ASKS_ON.match(page.texts[at]) is not None
    if spaced_break(page, at):
        return True
    breaks = (page.forces_breaks or asks_on) and marked_at_end(before)
    if not (breaks and together <= ONE_LINE * page.measures[at - 1]):
        return False
    following = page.texts[at + 1] if at + 1 < len(page.texts) else ""
    if not asks_on and heads_text(page.texts[at - 1], page.texts[at], following):
        return False
    full = together + page.width(" " + first_word(following)) > SLACK * page.measures[at - 1]
    return full or (ENDED.fullmatch(page.texts[at]) is not None and not OPENS_NUMBERED.match(page.texts[at]))


def begins_paragraph(page: PrintedLines, at: int) -> bool:
    """Whether a line below the end of a sentence begins a paragraph, though the line above may be full: it goes on in a
    quotation, or stands below a whole one."""
    return reopens(page, at) or WHOLE_QUOTE.fullmatch(page.texts[at - 1]) is not None


def reopens(page: PrintedLines, at: int) -> bool:
    """Whether a line opens a quotation that is open: each paragraph of a long one begins with the sign that opens."""
    sign = page.texts[at][0]
    if not OPENS_QUOTE.match(page.texts[at]):
        return False
    for text in reversed(page.texts[max(0, at - LONGEST_QUOTED) : at]):
        if QUOTES[sign] in text[1:]:
            return False
        if text[0] == sign:
            return True
    return False


def goes_on_quoted(page: PrintedLines, at: int) -> bool:
    """Whether a line without that sign stands in a quotation whose paragraphs each begin with it: it goes on in the
    last of them. That is set narrower than the text, so that some room is left on its lines; much ends it."""
    above = range(at - 1, max(at - 1 - LONGEST_QUOTED, 0), -1)
    first = next((up for up in above if OPENS_QUOTE.match(page.texts[up])), 0)
    if not first or OPENS_QUOTE.match(page.texts[at]) or not reopens(page, first):
        return False
    closes = QUOTES[page.texts[first][0]]
    room = page.filled(at - 1) + page.width(" " + first_word(page.printed[at])) <= ROUGH * page.measures[at - 1]
    return not room and not any(closes in text[1:] for text in page.texts[first:at])
