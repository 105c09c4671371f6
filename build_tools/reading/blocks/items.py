"""Where the items of a list begin and end: by their marks, how these count, and what stands before them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.draft import Bullet, Line
from build_tools.dutch.matching import is_half
from build_tools.dutch.sentences import ENDED, ends_short
from build_tools.dutch.word_list import known
from build_tools.reading.blocks.joining.broken_numbers import names_person
from build_tools.reading.blocks.line_groups import LineGroup, is_bare, text_of
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.lists.members import is_clause
from build_tools.reading.blocks.typesetting import PrintedLines

HANGING = 2
"""Columns by which an item's lines are set in, so that a line at the left edge is text again; one is a stray space."""

DASH, DASH_WITHIN = re.compile(r" [–-](?= |$)"), re.compile(r"\w [–-] \w")
"""A dash between words, the line's last or not: the first opens an aside – like this – and the second closes it."""


LISTED_ENDS = (",", ", en", ", of")
"""How items of a list in one sentence end."""

ITEM_LINES, PART_ENDS = 8, (";", ",", " en", " of")
"""Lines of an item that is a part of a sentence, at the most, and how those end that are not the last."""

NEAR_ITEMS = 8
"""Lines before and behind an item among which another one begins, at the most."""

LEAST_LISTED, LONGEST_LIST = 2, 20
"""Items that end so, at the least, in a list without signs; and lines of such a list, at the most."""

LAST_BUT_ONE = re.compile(r"; (?:en|of)$")
"""How the last item but one ends in a list whose items end in semicolons; nothing else does."""

UNMARKED = Bullet("", 0, 0, False)
"""The mark of an item that has none."""

FIRST_WORD = re.compile(r"\S+\s+(\w[\w-]*)")
"""The word behind a mark: `B. Afschaffing`, and not the name behind an initial."""


def item_at(page: PrintedLines, at: int, counts: dict[str, int], within: Bullet | None) -> Bullet | None:
    """The mark of the list item that begins here; numbers and letters must count up."""
    bullet = page.bullets[at]
    if bullet is None or not item_begins(page, at, counts, within):
        return None
    if bullet.kept:
        counts[bullet.style] = bullet.value
    return bullet


def counts_up(page: PrintedLines, at: int, counts: dict[str, int], within: Bullet | None) -> bool:
    """Whether a mark counts from 1 or on from the last one of its style.

    A list that a colon announces can begin further on (`nog open:` / `3. …`), and behind a semicolon skip numbers.
    """
    bullet = page.bullets[at]
    if bullet is None or not bullet.kept or bullet.value == 1:
        return True
    before = page.texts[at - 1] if at else ""
    skips = within is not None and within.style == bullet.style and before.endswith(";")
    return (
        counts.get(bullet.style, 0) == bullet.value - 1
        or before.endswith(":")
        or (skips and counts.get(bullet.style, 0) < bullet.value)
    )


def item_begins(page: PrintedLines, at: int, counts: dict[str, int], within: Bullet | None) -> bool:
    """Whether a line begins an item: its mark counts up, and the text before it lets one begin."""
    return counts_up(page, at, counts, within) and may_begin_item(page, at, within)


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
    if bullet.style[0] == "A":
        ended = ENDED.fullmatch(before) is not None or LAST_BUT_ONE.search(before) is not None
        return ended or continues_list(page, at, within)
    if bullet.kept and bullet.value > 1:
        return True
    if bullet.style == "–" and is_aside(before, page.texts[at]):
        return False
    if within is not None and within.style == bullet.style:
        return True
    ended = ENDED.fullmatch(before) is not None or before.endswith((",", " en", " of"))
    row = begins_row(page, at, bullet) or counts_on_below(page, at, bullet)
    return ended or row or page.clearly_short(at - 1)


def counts_on_below(page: PrintedLines, at: int, bullet: Bullet) -> bool:
    """Whether the letter that a line begins with is the first of a row in a sentence, of which the next one stands soon
    below it, behind the end of this item: `in aanmerking als het` / `a. is ingeschreven;` / `b. de cao toepast;`."""
    near = range(at + 1, min(at + 1 + ITEM_LINES, len(page.lines)))
    next_one = next((below for below in near if is_next(page, below, bullet)), 0)
    return bullet.style[0] == "a" and next_one > 0 and page.texts[next_one - 1].endswith(PART_ENDS)


def is_next(page: PrintedLines, at: int, bullet: Bullet) -> bool:
    """Whether a line begins with the mark that comes after another one."""
    mark = page.bullets[at]
    return mark is not None and (mark.style, mark.value) == (bullet.style, bullet.value + 1)


def begins_row(page: PrintedLines, at: int, bullet: Bullet) -> bool:
    """Whether a line ends as an item does, right above another one with the same sign."""
    after = page.bullets[at + 1] if at + 1 < len(page.bullets) else None
    return after is not None and after.style == bullet.style and page.texts[at].endswith(";")


def continues_list(page: PrintedLines, at: int, within: Bullet | None) -> bool:
    """Whether a capital goes on in its list, whose items have no stops, perhaps below items of another one, and is no
    initial: behind it stands a word of Dutch, and before it no word that another one or a name follows."""
    word = FIRST_WORD.match(page.texts[at])
    return within is not None and word is not None and known(word[1].lower()) and not needs_name(page.texts[at - 1])


def needs_name(before: str) -> bool:
    """Whether a line ends in a word that a name or another word follows: `overleg met mevrouw`."""
    return is_half(before) or names_person(before.rpartition(" ")[2])


def in_unmarked(page: PrintedLines, at: int) -> bool:
    """Whether a line in small letters begins an item of a list that no signs show."""
    apart = page.lines[at].blanks > 0 or page.short(at - 1)
    last = apart and LAST_BUT_ONE.search(page.texts[at - 1]) is not None
    return last or begins_listed(page, at) or begins_stopped(page, at)


def begins_listed(page: PrintedLines, at: int) -> bool:
    """Whether a line begins an item of a list that no signs show, but a colon above it and commas at the ends of short
    lines: `te weten:` / `duidelijke taal,` / `het bundelen van regels,` / `vaste tarieven.`"""
    if not (page.texts[at - 1].endswith(":") or is_listed(page, at - 1)):
        return False

    def goes_on(index: int) -> bool:
        return ENDED.fullmatch(page.texts[index]) is None

    above = [*takewhile(goes_on, range(at - 1, max(at - 1 - LONGEST_LIST, 0), -1))]
    below = takewhile(goes_on, range(at, min(at + LONGEST_LIST, len(page.texts))))
    first = above[-1] if above else at
    return page.texts[first - 1].endswith(":") and sum(is_listed(page, one) for one in (*above, *below)) >= LEAST_LISTED


def begins_stopped(page: PrintedLines, at: int) -> bool:
    """Whether a line in small letters begins an item of a list that no signs show, whose items end in stops on short
    lines: several do so near each other."""
    near = range(max(1, at - NEAR_ITEMS), min(at + NEAR_ITEMS + 1, len(page.texts)))
    return is_stopped(page, at) and sum(is_stopped(page, one) for one in near) >= LEAST_LISTED


def is_stopped(page: PrintedLines, at: int) -> bool:
    """Whether a line begins in small letters below a short one with a stop that ends a sentence."""
    before = page.texts[at - 1]
    stop = before.endswith(".") and not ends_short(before)
    return stop and page.texts[at][:1].islower() and page.short(at - 1)


def is_listed(page: PrintedLines, at: int) -> bool:
    """Whether a line ends in a comma with much room left."""
    return page.texts[at].endswith(LISTED_ENDS) and at + 1 < len(page.texts) and page.clearly_short(at)


def is_aside(before: str, text: str) -> bool:
    """Whether the dash that a line begins with opens or closes an aside in a sentence."""
    closes = len(DASH.findall(before)) % 2 == 1
    opens = DASH_WITHIN.search(text[2:]) is not None and ENDED.fullmatch(before) is None
    return closes or opens


def bare_bullet(page: PrintedLines, at: int) -> bool:
    """A line with nothing but the mark of an item: its text is on the next line."""
    bullet = page.bullets[at]
    bare = bullet is not None and 0 < len(page.texts[at]) <= bullet.width
    return bare and at + 1 < len(page.texts) and any(map(str.isalpha, page.texts[at + 1]))


def by_edge(page: PrintedLines, at: int, within: Bullet | None) -> bool | None:
    """Whether a new block begins at a line, as far as the edges of items tell; None where they do not."""
    if outdented(page, at, within) or (within is None and page.texts[at - 1].endswith(":") and set_in(page, at)):
        return True
    if hanging(page, at, within):
        return False
    return True if within is not None and ends_list(page, at) else None


def ends_list(page: PrintedLines, at: int) -> bool:
    """Whether the list above a line in a capital is one sentence that has ended: its last item begins in a small
    letter, the one before that ends in a semicolon, and no mark goes on below. `– de norm;` / `– acute zorg.` /
    `Leveranciers krijgen`."""
    before = page.texts[at - 1]
    if not (page.texts[at][0].isupper() and before.endswith(".")) or ends_short(before):
        return False
    first = next((n for n in range(at - 1, max(at - NEAR_ITEMS, 0), -1) if page.bullets[n]), 0)
    last, above = page.bullets[first], page.texts[first - 1]
    if not first or last is None or not (above.endswith(";") or LAST_BUT_ONE.search(above)):
        return False
    goes_on = any(mark.style == last.style for mark in page.bullets[at : at + NEAR_ITEMS] if mark)
    begun = page.texts[first].partition(" ")[2] if last.kept else page.texts[first][last.width :]
    return begun.lstrip()[:1].islower() and not goes_on


def outdented(page: PrintedLines, at: int, within: Bullet | None) -> bool:
    """After an item whose lines hang, a line at the left edge is text again (where the source shows indents)."""
    line, before = page.lines[at], page.lines[at - 1]
    if within is not None and below_mark(page, at):
        return True
    return (
        within is not None
        and line.page == before.page
        and before.indent >= HANGING
        and line.indent <= before.indent - HANGING
        and not page.texts[at][0].islower()
    )


def below_mark(page: PrintedLines, at: int) -> bool:
    """Whether a line in a capital stands right below the mark of an item of one line, where the further lines of an
    item above hang: the list has ended."""
    line, item = page.lines[at], page.lines[at - 1]
    if page.bullets[at - 1] is None or line.indent != item.indent or line.turn or not page.texts[at][0].isupper():
        return False
    above = range(at - 2, max(at - NEAR_ITEMS, -1), -1)
    last = next((up for up in above if page.bullets[up] is None), 0)
    first = next((up for up in range(last, max(last - NEAR_ITEMS, -1), -1) if page.bullets[up] is not None), None)
    hangs = page.lines[last].indent >= item.indent + HANGING
    return hangs and first is not None and page.lines[first].indent == item.indent


def set_in(page: PrintedLines, at: int) -> bool:
    """Whether a line is set in against the one above it, as the first item is of a list that a colon announces."""
    line, before = page.lines[at], page.lines[at - 1]
    return not line.turn and line.indent >= before.indent + HANGING


def hanging(page: PrintedLines, at: int, within: Bullet | None) -> bool:
    """After an item whose lines hang, one that is set in as they are belongs to it, where the next one is text again:
    nothing else is set in so."""
    if within is None or at + 1 >= len(page.lines) or page.lines[at].blanks or page.lines[at].turn:
        return False
    before, line, after = page.lines[at - 1 : at + 2]
    return before.indent == line.indent >= HANGING and after.indent <= line.indent - HANGING and not after.turn


def is_unmarked_item(before: str, text: str, marked: bool) -> bool:
    """Whether a block is an item whose mark was lost: it stands after a colon or an item, and ends as items do. Behind
    the last but one with a mark (`marked`) one without can be text."""
    if is_clause(text):
        return False
    if LAST_BUT_ONE.search(text):
        return True
    before = before if marked else LAST_BUT_ONE.sub(";", before)
    if text.endswith(";"):
        return before.endswith((":", ";"))
    if text[:1].islower() and before.endswith(LISTED_ENDS):
        return text.endswith((*LISTED_ENDS, ".", ":"))
    if text[:1].islower() and text.endswith(LISTED_ENDS):
        return before.endswith(":")
    return text.endswith(".") and before.endswith((":", ";")) and (before.endswith(";") or text[:1].islower())


def with_unmarked(lines: Sequence[Line], groups: Sequence[LineGroup]) -> list[LineGroup]:
    """The groups, of which the items of a list without signs have one: below a colon blocks that begin in small
    letters and end in stops, as no paragraph does, with those that stand between two of them."""
    found = list(groups)
    texts = [text_of(lines, own) for own in groups]
    bare = [is_bare(lines, own) for own in groups]
    at = 1
    while at < len(groups):
        end = end_of_unmarked(texts, bare, at) if texts[at - 1].endswith(":") else at
        if end - at >= LEAST_LISTED:
            found[at:end] = [replace(groups[one], bullet=bullet_of(texts[one]) or UNMARKED) for one in range(at, end)]
        at = max(end, at + 1)
    return found


def end_of_unmarked(texts: Sequence[str], bare: Sequence[bool], first: int) -> int:
    """The index after the last block of such a list that begins in a small letter; `first` where it does not begin."""
    end = first
    for at in range(first, min(first + LONGEST_LIST, len(texts))):
        small = texts[at][:1].islower()
        if not (bare[at] and texts[at].endswith(".")) or (at == first and not small):
            break
        end = at + 1 if small else end
    return end
