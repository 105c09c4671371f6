"""Marks that number headings as well as items: `1. Inleiding`, `A. Inleiding`, `IV. Inleiding`, `a) Bevoegdheid`."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.heading_shapes import HEADING_MARK, NUMBERED_ASKING_WORDS
from build_tools.reading.blocks.line_groups import LineGroup, text_of

HEADING_STYLES, SMALL_STYLES = ("1.", "A.", "I."), ("a)", "a.")
"""The marks that number headings as well as items, and those that do where a sentence stands below."""

SENTENCE_WORDS = 6
"""Words of a text below such a letter at the least: a value beside a label has fewer, or no stop."""

NUMBERED = re.compile(r"(?P<number>[1-9]\d?)\. (?:[1-9]\d ?\d{3}(?:, [A-Z]{1,3})? )?(?=[A-ZÀ-Þ])\S.*[^.,;:]")
"""`3. Vervolg`, `2. 35992, D Brief van de minister`, `2. 35 992 Wijziging van de wet`: a number before a
capital, perhaps with a paper between, on a line that does not end as a sentence or a part of one does."""

NUMBERED_QUESTION, TWO_QUESTIONS = re.compile(r"\d{1,2}\. [A-ZÀ-Þ].*\?"), re.compile(r"[a-zà-ÿ]{2}[.?] [A-Z]")
"""`2. Hoeveel ponten varen er?`, and one that asks more behind its first sentence."""

BELOW = re.compile(r"[A-ZÀ-Þ«“‘]|\d{1,2}\.\d")
"""How text below a heading begins, or a heading within it: `3.1 Planning`."""

ITEM_LINES = 8
"""Lines of an item at the most, among which the one before begins."""

IN_A_ROW = 3
"""Subjects with numbers, each above its own text, that show by themselves that they are headings, at the least."""

LEAST, WORDS = 2, 16
"""Numbered headings that make a row, and the words of one that is found by its place in the row, at the most."""


def missing_numbers(lines: Sequence[Line], heads: Mapping[int, str]) -> frozenset[int]:
    """The lines with the numbers that lack among headings that count on, `heads` by their offsets: between the two
    around it, or behind the last, one line alone has the number and can be its heading."""
    row = [(int(m["number"]), start) for start, text in heads.items() if (m := NUMBERED.fullmatch(text))]
    if len(row) < LEAST or any(after <= before for (before, _), (after, _) in pairwise(row)):
        return frozenset()
    ends, can_head = dict(row), headings_by_number(lines)
    found = set[int]()
    for number in range(1, row[-1][0] + 2):
        if number in ends or (number > 1 and number - 1 not in ends):
            continue
        above, below = ends.get(number - 1, -1), ends.get(number + 1)
        places = [at for at in can_head.get(number, ()) if above < lines[at].start < (below or lines[-1].start)]
        if len(places) == 1 and (below or not follows_item(lines, places[0], number, above)):
            ends[number] = lines[places[0]].start
            found.update(range(places[0], places[0] + 1 + runs_over(lines, places[0])))
    return frozenset(found)


def subjects_in_a_row(lines: Sequence[Line]) -> Sequence[int]:
    """The lines below white space that count from 1 on, each above text that begins anew, with white space between in
    all or in none: `3. Rondvraag` / `Er is niets gevraagd.` Of items of several lines not all go on in a capital."""
    apart = (at for at, line in enumerate(lines[:-1]) if (at == 0 or line.blanks) and not line.given)
    found = [at for at in apart if NUMBERED.fullmatch(lines[at].plain) and not lines[at].plain.endswith("?")]
    counts = all(lines[at].plain.startswith(f"{n}. ") for n, at in enumerate(found, 1))
    begins = all(BELOW.match(lines[at + 1].plain) for at in found)
    alike = len({lines[at + 1].blanks > 0 for at in found}) == 1
    return found if counts and begins and alike and len(found) >= IN_A_ROW else ()


def questions_alike(texts: Sequence[str]) -> Sequence[int]:
    """The questions that count from 1 on of which one is too long to head its answer: so are the others asked there,
    however short each is."""
    found = [at for at, text in enumerate(texts) if NUMBERED_QUESTION.fullmatch(text)]
    counts = all(texts[at].startswith(f"{n}. ") for n, at in enumerate(found, 1))
    long = any(len(texts[at].split()) > NUMBERED_ASKING_WORDS or TWO_QUESTIONS.search(texts[at]) for at in found)
    return found if counts and long and len(found) >= IN_A_ROW else ()


def headings_by_number(lines: Sequence[Line]) -> Mapping[int, Sequence[int]]:
    """The lines that can be the heading of a number: behind the end of a sentence, above text that begins anew, perhaps
    below its second line."""
    found: dict[int, list[int]] = {}
    for at in range(len(lines) - 1):
        text, begins = lines[at].plain, at == 0 or ENDED.fullmatch(lines[at - 1].plain) or lines[at].blanks
        match = NUMBERED.fullmatch(text) if begins and len(text.split()) <= WORDS else None
        if match and BELOW.match(lines[at + 1 + runs_over(lines, at)].plain):
            found.setdefault(int(match["number"]), []).append(at)
    return found


def runs_over(lines: Sequence[Line], at: int) -> bool:
    """Whether a line with the number of a heading goes on in the next: `2. Wijziging van de wet over` / `scholen`."""
    rest = lines[at + 1]
    return rest.plain[:1].islower() and rest.plain[-1:].isalpha() and not rest.blanks and at + 2 < len(lines)


def follows_item(lines: Sequence[Line], at: int, number: int, start: int) -> bool:
    """Whether a line near above, behind the heading with the number before (at an offset), begins with that number: the
    two are items of one list. White space between the two where none stands above the first parts them, unless somebody
    does something in what would be the heading."""
    near = [line for line in lines[max(0, at - ITEM_LINES) : at] if line.start > start]
    items = [line for line in near if line.plain.startswith(f"{number - 1}. ")]
    says = not set(data("dutch")["sentence_words"]).isdisjoint(lines[at].plain.split())
    return bool(items) and (says or not lines[at].blanks or items[-1].blanks > 0)


def numbers_heading(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether the mark of a group can number a heading: text of its own follows it, and not the next mark."""
    own = groups[index]
    styled = own.bullet is not None and (own.bullet.style in HEADING_STYLES or small_heads(lines, groups, index))
    text = text_of(lines, own)
    if not styled or not HEADING_MARK.match(text):
        return False
    return not among_alike(groups, index, len(groups) if text.endswith(":") else 1) and not behind_items(
        lines, groups, index
    )


def behind_items(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a mark counts on from one with items of its own between: `I. Herstel van:` / `a) …` / `II. Advies`."""
    own = groups[index].bullet
    for other in takewhile(lambda group: group.bullet, reversed(groups[:index])):
        if own and other.bullet and other.bullet.style == own.style:
            return other.bullet.value == own.value - 1 and text_of(lines, other).endswith(":")
    return False


def among_alike(groups: Sequence[LineGroup], index: int, reach: int) -> bool:
    """Whether a mark of the same style stands beside a mark, or within reach with nothing but items between: below one
    that ends in a colon can stand items of its own."""
    own = groups[index].bullet
    above, below = reversed(groups[max(0, index - reach) : index]), groups[index + 1 : index + 1 + reach]
    others = (other.bullet for side in (above, below) for other in takewhile(lambda group: group.bullet, side))
    return any(own and other and other.style == own.style for other in others)


def small_heads(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a small letter can number a heading: `a) Bevoegdheid` above sentences, no colon announces a list."""
    own = groups[index].bullet
    if own is None or own.style not in SMALL_STYLES or not 0 < index < len(groups) - 1 or groups[index + 1].bullet:
        return False
    before, after = text_of(lines, groups[index - 1]), text_of(lines, groups[index + 1])
    return not before.endswith((":", ";", ",")) and after.endswith(".") and len(after.split()) >= SENTENCE_WORDS
