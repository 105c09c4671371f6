"""Marks of list items that an extraction collected above their texts, or below: `•`, `•`, `•`, then three texts.

After this step each item's first line knows its mark.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.draft import Bullet, Cut, Draft, Line, Mark
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.blocks.joining.broken_numbers import number_follows
from build_tools.reading.blocks.lists.list_marks import bullet_of, marks_of

WORDS = re.compile(r"[^\W\d_]")
"""What the text of an item has, other than the next sign."""

MOST = 60
"""Marks that are collected together; a page holds no more."""

LONGEST_MARK = 4
"""Characters of a line that can be a mark and nothing else: `(12)` and `iii.` have as many."""

WORD_BULLET = "o"
"""The sign of Word for items within items, which is a letter of another face; alone on its line it is no word."""

ITEM_LINES = 8
"""Lines that the items take on average at the most: without a limit the end of a list that has too few items would
be looked for in the rest of the letter."""

ITEM_ENDS = (";", ".", ",", " en", " of", ":")
"""What an item ends with; the last but one also with the word that binds it to the last."""

CALLED = re.compile(r"[a-zà-ÿ)][;.]\d{1,2}$")
"""`afspraken.4`, `afspraken;12`: the end of an item with the call of a note."""


def give_back_bullets(draft: Draft) -> Draft:
    """Put marks that an extraction collected above their items, or below them, before these again."""
    return give_downwards(give_upwards(draft))


def give_upwards(draft: Draft) -> Draft:
    """The same for signs below their items."""
    lines = dict(enumerate(draft.lines))
    bullets = bare_marks(draft)
    taken: list[Cut] = []
    at = 0
    while at < len(draft.lines):
        run = bare_run(draft.lines, bullets, at)
        for below, start in enumerate(starts_above(draft.lines, at, run), at):
            mark = lines.pop(below)
            lines[start] = with_bullet(lines[start], mark)
            taken.append(Cut(mark.start, mark.end, Reason.BULLET))
        at += max(1, len(run))
    return replace(draft, lines=tuple(lines.values()), taken=(*draft.taken, *taken)) if taken else draft


def bare_marks(draft: Draft) -> list[Bullet | None]:
    """The mark of each line that holds nothing else."""
    return marks_of([line.text + " x" if bare_bullet(line) else "" for line in draft.lines])


def give_downwards(draft: Draft) -> Draft:
    """The same for marks above their items."""
    lines: list[Line] = []
    taken: list[Cut] = []
    bullets = bare_marks(draft)
    at = 0
    while at < len(draft.lines):
        amid = at > 0 and is_amid(draft.lines, bullets[at], at)
        run = [] if amid else bare_run(draft.lines, bullets, at)
        first = behind_rest(draft.lines, at, at + len(run), len(run))
        starts = item_starts(draft.lines, first, len(run)) if run else []
        if len({mark.style for mark in bullets[at : at + len(run)] if mark}) > 1 and runs_apart(draft.lines, starts):
            starts = []
        if not starts or len(starts) != len(run):
            lines.append(draft.lines[at])
            at += 1
            continue
        lines += draft.lines[at + len(run) : first]
        texts = list(draft.lines[first : starts[-1] + 1])
        for start, mark in zip(starts, run, strict=True):
            texts[start - first] = with_bullet(texts[start - first], mark)
        taken += [Cut(mark.start, mark.end, Reason.BULLET) for mark in run if not is_label_mark(mark)]
        lines += texts
        at = starts[-1] + 1
    return replace(draft, lines=tuple(lines), taken=(*draft.taken, *taken))


def is_amid(lines: Sequence[Line], mark: Bullet | None, at: int) -> bool:
    """Whether a number is the end of what the line above it says: the one that this calls for, or one that counts on
    from no item, `van 74 naar` / `61.`"""
    before, line = lines[at - 1].text, lines[at]
    if number_follows(before, line.text):
        return True
    if mark is None or mark.value <= 1 or line.blanks or line.turn or ENDED.fullmatch(before):
        return False
    above = (bullet_of(other.text + " x") for other in lines[max(0, at - MOST) : at])
    return not any(own and (own.style, own.value) == (mark.style, mark.value - 1) for own in above)


def bare_run(lines: Sequence[Line], bullets: Sequence[Bullet | None], at: int) -> list[Line]:
    """Lines from `at` on that hold nothing but a mark: all of one style, or those of a list with others within it."""
    own = [mark for mark in takewhile(bool, bullets[at : at + MOST]) if mark]
    outer = [n for n, mark in enumerate(own) if mark.style == own[0].style]
    alike = next((n for n, place in enumerate(outer) if n != place), len(outer))
    nested = alike == 1 and [own[n].value for n in outer] == [*range(1, len(outer) + 1)] != [1]
    return list(lines[at : at + (len(own) if nested else alike)])


def bare_bullet(line: Line) -> Bullet | None:
    """The mark of an item where a line holds nothing else, and is not the number of a question."""
    bullet = bullet_of(line.text + " x") if len(line.text) <= LONGEST_MARK and not line.heading else None
    sign = line.text == WORD_BULLET or not line.text[-1].isalnum()
    return bullet if bullet and bullet_of(line.text + " x y") == bullet and sign else None


def is_label_mark(line: Line) -> bool:
    """Whether a bare mark is a word of the letter, which stays in its text: `1.` and `a)`, not `•`."""
    bullet = bare_bullet(line)
    return bullet is not None and bullet.kept


def starts_above(lines: Sequence[Line], at: int, run: Sequence[Line]) -> list[int]:
    """The lines above marks with which the items begin that these are the signs of: the first item has its own, the
    others stand behind semicolons, as many as there are marks, and the last one ends in a stop.
    """
    sign = bare_bullet(run[0]) if run else None
    if sign is None or sign.kept or not at or not lines[at - 1].text.endswith("."):
        return []
    reach = range(at - 1, max(at - 1 - ITEM_LINES * (len(run) + 1), -1), -1)
    first = next((up for up in reach if (own := bullet_of(lines[up].text)) and own.style == sign.style), at)
    starts = [up for up in range(first + 1, at) if lines[up - 1].text.endswith(";")]
    return starts if len(starts) == len(run) else []


def behind_rest(lines: Sequence[Line], at: int, first: int, count: int) -> int:
    """Where the texts of `count` marks begin whose first is the rest of the text above them, which the end of a page
    broke off: `het voortzetten van de samen-`, marks, `werking met de school`. The last lines up to the next white
    space are theirs, one for each."""
    if not at or first == len(lines) or ENDED.fullmatch(lines[at - 1].text) or not lines[first].text[0].islower():
        return first
    if not lines[at].turn:
        return below_item(lines, at, first) if count == 1 else first
    reach = range(first + 1, min(first + 1 + ITEM_LINES * count, len(lines)))
    apart = next((i for i in reach if lines[i].blanks), first)
    return max(first, apart - count)


def below_item(lines: Sequence[Line], at: int, first: int) -> int:
    """Where the text of a mark begins that came out within the item above it, which begins in a capital and goes on
    below the mark in a small letter: `- Wij bouwen een` / `-` / `brug.` / `In mei is hij klaar.`"""
    mark = bullet_of(lines[at - 1].text)
    if mark is None or not lines[at - 1].text[mark.width :].lstrip()[:1].isupper():
        return first
    reach = range(first + 1, min(first + ITEM_LINES, len(lines)))
    own = takewhile(lambda i: not (lines[i].blanks or lines[i].turn), reach)
    return next((i for i in own if ENDED.fullmatch(lines[i - 1].text) and lines[i].text[0].isupper()), first)


def item_starts(lines: Sequence[Line], first: int, count: int) -> list[int]:
    """The lines with which `count` items begin: after an item's end, in a capital where the first one does, and set in
    where the source shows it."""
    if first == len(lines) or not WORDS.search(lines[first].text):
        return []
    if count == 1:
        return [first]
    apart = next((i for i in range(first + 1, min(first + count + 1, len(lines))) if lines[i].blanks), len(lines))
    if apart - first == count:
        return list(range(first, apart))
    ends = range(first + 1, min(first + ITEM_LINES * count, len(lines)))
    all_ends = [i for i in ends if ends_item(lines[i - 1].text)]
    alike = [i for i in all_ends if lines[i].text[0].isupper() == lines[first].text[0].isupper()]
    if (together := in_one_stretch(lines, first, all_ends, alike, count)) is not None:
        return [first, *together]
    after_end = alike if len(alike) >= count - 1 else all_ends
    set_in = [i for i in after_end if lines[i].indent > 0]
    listed = [i for i in after_end if lines[i - 1].text.endswith(";")]
    rest = [i for i in after_end if i not in listed]
    rest.sort(key=lambda i: lines[i - 1].text.endswith((",", " en", " of")))
    chosen = set_in if len(set_in) >= count - 1 else sorted((listed + rest)[: count - 1])
    return [first, *chosen[: count - 1]]


def in_one_stretch(
    lines: Sequence[Line], first: int, ends: Sequence[int], alike: Sequence[int], count: int
) -> list[int] | None:
    """The lines with which the items behind the first begin, where as many as there are marks stand up to the next
    white space: all in a capital or none, or the others behind no end of a sentence; None where more or fewer do.
    """
    apart = next((i for i in range(first + 1, ends[-1] + 1 if ends else first) if lines[i].blanks), first)
    others = [i for i in ends if i in alike or not lines[i - 1].text.endswith(".")]
    chosen = ([i for i in begun if i < apart] for begun in (alike, others))
    return next((begun for begun in chosen if len(begun) == count - 1), None)


def runs_apart(lines: Sequence[Line], starts: Sequence[int]) -> bool:
    """Whether white space parts the items from each other in one place: it ends the lists, that were one stretch."""
    return any(lines[at].blanks for at in range(starts[0] + 1, starts[-1] + 1)) if starts else False


def ends_item(text: str) -> bool:
    """Whether an item can end with a line; the call of a note may stand behind its stop."""
    return text.endswith(ITEM_ENDS) or CALLED.search(text) is not None


def with_bullet(line: Line, mark: Line) -> Line:
    """The line as an item: a number or letter goes before its text, a sign does not."""
    bullet = bare_bullet(mark)
    label = [Mark(line.start, text=mark.text + " ", start=mark.start)] if is_label_mark(mark) else []
    return replace(line, marks=(*line.marks, *label), bullet=bullet and replace(bullet, width=0))
