"""How lines were set: how full each is, and whether it was ended on purpose."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.draft import Bullet, Line
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import QUESTION, heads_text
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.measure import HYPHENS, MENDED, SLACK, first_syllable, first_word, width

ROUGH = 0.8
"""The slack at first sight, before it is known which lines are list items with a measure of their own."""

FIRM = 0.9
"""The slack that leaves no doubt in a text of which nearly all lines that run on are full."""

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

ENOUGH = 10
"""Lines that run on, at the least, that show how a text is set."""

SEVERAL_LINES = 1.5
"""The part of its measure above which a line is several printed lines; what is a little wider than it has another
measure."""


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


def room(page: PrintedLines, at: int) -> float:
    """The part of its measure that the line before one takes with the first word of that."""
    return (page.filled(at - 1) + page.width(" " + first_word(page.texts[at]))) / max(page.measures[at - 1], 1)
