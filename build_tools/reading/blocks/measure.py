"""The measure of a text: how much fits on a line, and so whether a line was ended on purpose.

A line that ends although the next word would have fitted ends a paragraph, a heading or a list item.
Widths are those of a proportional letter (`data/widths.yml`), not numbers of characters.
"""

import re
import unicodedata
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise, starmap

from build_tools.data import data
from build_tools.reading.blocks.lists.list_marks import bullet_of

USUAL = "grotesque"
"""The face of which the widths hold where a text does not tell another."""

SLACK = 0.97
"""Part of the measure that a line with its next word may take and still be surely short of it."""

NARROWEST = 0.7
"""Part of the text's measure that the measure of a list can be; what is narrower was not filled."""

WINDOW = 14
"""Lines before and after a line that tell its measure; boxes and notes have another than the text."""

FULL_LINES = 2
"""Full lines of one kind that tell its measure: one can be full by chance."""

OVERLONG = 1.6
"""How much wider than the middle one a line can be and still be one: what is wider is several, or a row of a table. The
middle one of those that run on counts as well: where most lines are short items, they are those of the text."""

WIDEST, SEVERAL = 60_000, (2, 3, 4)
"""The width above which no letter is set, about 140 characters: lines that agree on more are several printed ones that
an extraction joined, where words were broken; and how many these are."""

MENDED = 0.975
"""The part of the measure that a line takes on average that ended in a broken word."""

NEARLY, ABOUT = 0.93, 1.02
"""The parts of the measure that a full line takes, at the least and at the most, in a text of such lines."""

FORCED = 3
"""What a line break that could not have come later weighs against a line that fits: few are as sure."""

KEEPS_COMPANY = "–—-€£$"
"""Signs that begin no line without the word or the amount behind them."""

CONSONANT, VOWELS = "[bcdfghjklmnpqrstvwxz]", "[aeiouyà-ÿ]+"
FIRST_SYLLABLE = re.compile(
    rf"(?i){CONSONANT}*{VOWELS}(?:{CONSONANT}(?={CONSONANT}+{VOWELS})|(?={CONSONANT}{VOWELS}))(?=\w{{3}})"
)
"""`po` of `politie`, `ver` of `vergadering`; of `Deze` no line takes a part, as too little would be left."""

LEAST_SYLLABLE = 2
"""Letters before a hyphen at the least: no line ends in `o-`."""

HYPHENS = ("-", "\u2010", "\u00ad")
"""What a broken word ends in at a line's end: the sign of a keyboard, the hyphen proper, the soft one."""

Span = tuple[int, int | None]
"""The width of a line, and what it would have had with the next word (None where that says nothing)."""

OF_A_DIGIT = "0"
"""What the widths of a face do not name is as wide as a digit, as most small letters have it about."""


class _CharacterWidths(dict[str, int]):
    """The widths of characters in a face, in thousandths of the type size, each worked out when it is first met; a
    letter with an accent is as wide as one without.
    """

    def __init__(self, face: str) -> None:
        super().__init__((character, int(own)) for own, known in data("widths")[face].items() for character in known)

    def __missing__(self, character: str) -> int:
        base = unicodedata.normalize("NFD", character)[0]
        return self.setdefault(character, self.get(base) or self[OF_A_DIGIT])


_character_widths = cache(_CharacterWidths)


def width(text: str, face: str = USUAL) -> int:
    """The width of a text, in thousandths of the type size."""
    return _width(text, face)


@lru_cache(maxsize=2_000)
def _width(text: str, face: str) -> int:
    """The same, remembered: several rules ask for that of one line."""
    return sum(map(_character_widths(face).__getitem__, text))


def first_syllable(text: str) -> str:
    """What of the first word of a text a line could take with a hyphen, at the least; "" where it cannot be broken."""
    syllable = FIRST_SYLLABLE.match(text)
    return syllable[0] if syllable and len(syllable[0]) >= LEAST_SYLLABLE else ""


def first_word(text: str) -> str:
    """What must fit on a line before it can begin there: a word, with a dash or a number that it keeps company."""
    words = text.split(maxsplit=2)[:2]
    keeps = words and (words[0].isdecimal() or words[0] in KEEPS_COMPANY)
    return " ".join(words) if keeps else "".join(words[:1])


def measures(texts: Sequence[str], face: str, starts: Set[int]) -> list[float]:
    """For each line of a running text the measure that held there. What is known to begin a block goes on in nothing,
    though it begins in a small letter as the parts of a motion do.
    """
    return [value for value, _ in windows(texts, face, starts)]


def sure_measures(texts: Sequence[str], otherwise: Sequence[float], face: str) -> list[float]:
    """The measures of lines of one kind, where enough of them are full to tell; elsewhere those of the text around."""
    return [
        value if support >= FULL_LINES and value > NARROWEST * other else other
        for (value, support), other in zip(windows(texts, face), otherwise, strict=True)
    ]


def windows(texts: Sequence[str], face: str, starts: Set[int] = frozenset()) -> list[tuple[float, int]]:
    """For each line the measure that the lines around it tell, and how many of them are full."""
    spans = [(own, None if at + 1 in starts else more) for at, (own, more) in enumerate(line_spans(texts, face))]
    return [measure(spans[max(0, i - WINDOW) : i + WINDOW + 1]) for i in range(len(spans))]


def face_of(texts: Sequence[str]) -> str:
    """The face by whose widths most line breaks could not have come later; of equals the first, the usual one."""
    if not any(starmap(runs_on, pairwise(texts))):
        return USUAL

    def forced(face: str) -> int:
        spans = line_spans(texts, face)
        return sum(measure(spans[at : at + 2 * WINDOW])[1] for at in range(0, len(spans), 2 * WINDOW))

    faces: list[str] = [*data("widths")]
    return max(faces, key=forced)


def line_spans(texts: Sequence[str], face: str) -> list[Span]:
    """The spans of lines that follow each other."""
    return [line_span(text, following, face) for text, following in zip(texts, [*texts[1:], ""], strict=False)]


def line_span(text: str, following: str, face: str = USUAL) -> Span:
    """The span of a line before the next one."""
    own = width(text, face)
    return own, own + width(" " + first_word(following), face) if runs_on(text, following) else None


def runs_on(text: str, following: str) -> bool:
    """Whether the sentence of a line goes on in the next one. A small letter that is the mark of an item (`b)`, `iv.`)
    does not go on in it.
    """
    return following[:1].islower() and not text.endswith("-") and bullet_of(following) is None


def middle(ordered: Sequence[int]) -> int:
    return ordered[len(ordered) // 2] if ordered else 0


def measure(spans: Sequence[Span]) -> tuple[float, int]:
    """The width that agrees with most line breaks: no line is wider, and no next word would have fitted.

    With it the number of line breaks that could not have come later.
    """
    different = sorted({own for own, _ in spans})
    usual = sorted({own for own, with_next in spans if with_next is not None}) or different
    overlong = max(middle(different), middle(usual)) * OVERLONG
    edges = [(own, 1, int(with_next is not None)) for own, with_next in spans]
    edges += [(with_next, 0, -1) for _, with_next in spans if with_next is not None]
    edges.sort()
    fitting = forced = at = 0
    best, best_agreeing, support = 0, -1, 0
    for candidate in different:
        if candidate > overlong:
            break
        while at < len(edges) and edges[at][0] <= candidate:
            fitting, forced, at = fitting + edges[at][1], forced + edges[at][2], at + 1
        agreeing = fitting + FORCED * forced
        if agreeing >= best_agreeing:
            best, best_agreeing, support = candidate, agreeing, forced
    return (float(best), support) if best <= WIDEST else of_one_line(best, support, different)


def of_one_line(several: int, support: int, different: Sequence[int]) -> tuple[float, int]:
    """The measure where lines agree on one that is several printed lines: that part of it which most lines fill; with
    the number of these. Where hardly any line fills a part, lines are that wide, as those of a web page can be."""
    parts = (several / (MENDED * count) for count in SEVERAL)
    filled = ((sum(NEARLY * part <= own <= ABOUT * part for own in different), part) for part in parts)
    full, part = max(filled)
    return (part, full) if full >= FULL_LINES else (float(several), support)
