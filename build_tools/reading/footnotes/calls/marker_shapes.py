"""What digits must look like to be a note's marker, and how likely each look makes it."""

import re
from statistics import median

from build_tools.data import data
from build_tools.dutch.sentences import opened

END = r"(?=$|[\s.,;:!?)»”’'\]–-])"
"""What can stand behind a marker: a space, a stop, a sign that closes, a dash (`beleid1–`)."""

CLOSED = re.compile(END)
"""What stands behind every marker, also of a formula: of the address `api/v2/peilen` the 2 is none."""

SHAPES: tuple[tuple[int, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (weight, re.compile(before), re.compile(after))
    for weight, before, after in (
        # weight, what stands before the digits, what follows them
        (9, r"[^\W\d_][.!?…]$|[»”’'\")\]%][.!?…]$", END),     # wonen.1
        (9, r"[»”’'\")\]]$", END),                          # «code zwart»1 is
        (6, r"[a-zà-ÿ]{3}[.!?]$", r"(?=[A-ZÀ-Þ][a-zà-ÿ])"),  # gesproken.3Toekomstige: the space between is lost
        (8, r"[a-zà-ÿ»”’'\")\]%][,;:]$", END),              # roemer,2
        (8, r"[a-zà-ÿ]$", END),                             # het CBS-rapport1
        (8, r"\b[A-Za-z]\.(?:[A-Za-z]\.)*[,;:]?$", END),     # c.s.1, c.s.,1
        (7, r"(?<!\w)(?:1[5-9]|20)\d\d$", END),             # 25 augustus 20061
        (3, r"(?<!\w)(?:1[5-9]|20)\d\d\s$", r"(?=\s[a-z]|\s?[.,;:)])"),  # in 2022 2 naar
        (1, r"[a-zà-ÿ]{6}\s$", r"(?=\s[a-z])"),             # collectieve warmtevoorziening 7 kan
        (3, r"\d\.\d{3}\s$", r"(?=\s[a-z]{4})"),           # er zijn 6.738 1 meldingen
        (7, r"[A-Z]$", END),                                # CBS1
        (8, r"(?<!\w)(?:1[5-9]|20)\d\d[.!?]$", r"(?= [A-Z])"),  # de Wet op de sloten 1976.1 Het
        (6, r"\d[.!?»”)][.,;:]?$", END),                    # (2,4%)2, in 2011.3
        (5, r"%$", END),                                    # 14%1
        (4, r"[a-zà-ÿ»”’)]\s$", r"(?=\s?[.,;:)»”])"),        # transitieteams 4)
        (2, r"[a-zà-ÿ.,»”)]\s$", r"(?=\s*$)"),              # at a line's end
        (2, r"[.»”)]\s{2,}$", r"(?=\s*$)"),                 # the same, as far off as it was printed
        (1, r"\d[.,]\d{3}$|\d,\d{1,2}$", END),               # € 5.9103
        (2, r"[.,»”)]\s$", r"(?=\s[A-Z])"),                 # verzocht. 1 Deze
        (2, r"[A-Z]{2}\d$", END),                           # LAT22: LAT2 and note 2
        (2, r"(?:^|[\d\s(/])[kcdmhN]?m[23]$", END),          # 1.400 m21: m2 and note 1
    )
)  # fmt: skip
"""The shapes in which digits can be a marker; the first that fits counts. Weights go from sure (9) to hardly (1), and
those of a run of notes are added up; chosen by measure on the letters at hand."""

ABBREVIATION = re.compile(
    r"\b(?:(?:nrs?|p|pp|blz|art|par|no|(?-i:V)ol|hfst|jg|st|bijl|afl|vgl)[.,]|items?)\s?$|\bvol[.,]\s$"
    r"|\bnrs?\.?\s[\d\s,–-]+(?:en|t/m)\s$",
    re.IGNORECASE,
)
"""What calls for a number, so that digits behind it are none: `nr. 3`, `blz. 12`, `item 6`, `nrs. 3, 4 en 5`.
`vol.1` with no space between is the end of a sentence: `De zaal was vol.1`."""

AMOUNT = re.compile(r"[.,]\d|%")
"""How an amount goes on, `2,4`, `14%`: digits before it are its own."""

SPACED = re.compile(
    r"(?<![\w-])(?P<word>[^\W\d_][\w’'-]*|(?:1[5-9]|20)\d\d|\d+%|\d+(?=\))|\d{1,3}(?:\.\d{3})++)"
    r"(?P<stops>[.,;:!?…)»”’'\"\]]{0,3})\s{1,2}$"
)
"""`toegezegd `, `land»? `, `2004 `, `6.738 `, `nr. 12), `: what stands before a marker in a text that has white space
before all of them. A word before a stop counts nothing behind it."""

BEHIND_SPACED = re.compile(r"\s*$|\s?[.,;:!?)»”](?!\d)|\s+(?P<word>[«“‘\"'(]?[^\W\d_]+)")
"""What can follow one there: the end of a line, a stop, or a word."""

SPACED_WEIGHT = 5
"""The weight of such a marker: more than likely, as all others of the text look so; less than one glued to a word."""

SQUARE_OR_CUBE = re.compile(r"(?:\d\s?|(?:^|[\s(/]))(?:[kcdmhN]|da)?m$")
"""`500 m`, `€/m`, `km`, `Nm` of gas: a 2 or 3 behind it makes it a measure of area or volume."""

SECTION = re.compile(r"(?:^|(?P<noun>[\w-]+)\s)\d{1,2}\.$|\d{1,2}\.\d{1,2}\.$")
"""`1.`, `paragraaf 2.`, `2.3.`: digits behind it count a section on. Behind a sentence that ends so
(`waren dat er 74.`) they can be a marker."""

OF_BUDGET = re.compile(r"(?<![\d.])\d{2}\.0\d\.$")
"""`artikel 12.03.`: an article of a budget, whose parts have two digits (`12.03.01`), so that one digit behind it is
none of them. No section has a number with a nought first."""

SENTENCE_BEHIND = re.compile(r"\s+(?P<word>[A-Z][a-z]*) [a-zà-ÿ]")
"""` In mijn` behind `de heffing in box 3.1`: a sentence begins there, so that the stop before the digit ended one."""

FIRST_WORD = re.compile(r"(?:^|[.!?:;»”]\s)(?P<word>[A-ZÀ-Þ][\w-]*)\s$")
"""A sentence or a line with one word so far, in a capital: `Vraag 2`, `Maatregel 7 is`. A note
can be called behind a word of a sentence, not behind its first."""

NOUN = re.compile(r"(?P<one>\b(?i:deze|die|dit|dat|een|geen|mijn|uw|onze|ons) )?(?P<noun>[\w-]+)\s$")
"""The word before digits: `maatregel 7`. One that is pointed out, `deze maatregel 7`, has no number."""

STEM = re.compile(r"[^\s(«“‘\"'/-]*$")
"""The word that digits are glued to, as far as the last sign that opens or parts: `CO` of `(CO2`."""

SURE = 8
"""The weight from which digits are a marker wherever they stand: glued to a word, a stop or a quotation."""

DOUBTFUL, UNOPENED, LIKELY = 1, 2, 4
"""Weights up to which a place is hardly a marker, or not surely one. Between them the number before a parenthesis that
nothing opens (`transitieteams 4)`): it may be a marker, and may be the count of a list in running text."""

OWN_LINE = 7
"""The weight of digits that stand alone on their line: a raised number that an extraction parted from its word."""

LEADING = 3
"""The weight of digits that a line begins with, behind one that ends a sentence: its last word had no room for them."""

TYPED = 9
"""The weight of a marker typed as text: it counts only for notes whose numbers are typed as well."""

BRACKETED = {"[": 7, "(": 4}
"""The weights of a marker in brackets, which a raised number got when it became text, for a note that has lost or kept
them: `hebben.[1]` and `[1] NOS` or `1 NOS`. Raised digits, where there are any, go first; an amount can stand in
parentheses."""

GAP, WIDE = re.compile(r"\s+"), re.compile(r"\s\s")
"""What stands between words, and more than one space."""

LOOK_BACK = 12
"""Characters before digits that tell what they are: the longest abbreviation with a short list of numbers."""

WORD_BACK = 40
"""Characters before digits that hold the word before them: the longest compounds."""

SENTENCE_BACK = 400
"""Characters before digits in which a parenthesis is sought that they could close: a long sentence."""


def weigh(text: str, start: int, end: int, spaced: bool = False) -> int:
    """How likely digits at this place of a text are a marker; 0 where they are none. `spaced` says that all markers of
    this text have white space before them."""
    text, start, end = close_set(text, start, end)
    before = text[max(0, start - LOOK_BACK) : start]
    if ABBREVIATION.search(before) or AMOUNT.match(text, end):
        return 0
    if numbered(text, start, end):
        return DOUBTFUL * (spaced and counts_noun(text, start) and stands_apart(text, start, end))
    closes = text.startswith(")", end) and not before[-1:].isdigit()
    if closes and not before.strip():
        return 0
    if closes and not opened(text[max(0, start - SENTENCE_BACK) : start]):
        return UNOPENED
    stem = STEM.search(before)
    if stem and stem[0].lower() in data("dutch")["formula_stems"]:
        return DOUBTFUL * bool(CLOSED.match(text, end))
    if spaced and stands_apart(text, start, end):
        return SPACED_WEIGHT
    return next((weight for weight, b, a in SHAPES if b.search(before) and a.match(text, end)), 0)


def close_set(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A text with the digits at this place as in one with single spaces, where white space before them is no wider than
    between most words of their line, as tools keep lines that were set to the measure: `het   Oostland.   1  Samen`."""
    if not WIDE.match(text, max(0, start - 2), start):
        return text, start, end
    before, after = text[max(0, start - SENTENCE_BACK) : start], text[end : end + SENTENCE_BACK]
    left = f"{before.rstrip()} "
    if median(map(len, GAP.findall(before + after))) <= len(before) - len(left):
        return text, start, end
    closed = f"{left}{text[start:end]}{' ' if after[:1].isspace() else ''}{after.lstrip()}"
    return closed, len(left), len(left) + end - start


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a number stands behind white space where neither the word before it nor the one behind it counts with it:
    `toegezegd 1 een`, not `om 7 verzoeken` or `van mei 4 maanden`."""
    before, after = SPACED.search(text[max(0, start - WORD_BACK) : start]), BEHIND_SPACED.match(text, end)
    if before is None or after is None:
        return False
    known = data("dutch")
    counts = {*known["small_words"], *known["never_last"]} if not before["stops"] else ()
    return before["word"].lower() not in counts and (after["word"] or "").lower() not in known["months"]


def numbered(text: str, start: int, end: int) -> bool:
    """Whether digits at this place are the number of what stands before them: of a unit, a section or a noun."""
    before = ("" if start <= WORD_BACK else "x") + text[max(0, start - WORD_BACK) : start]
    section = None if end - start == 1 and OF_BUDGET.search(before) else SECTION.search(before)
    nouns = data("dutch")["numbered_nouns"]
    return bool(
        (SQUARE_OR_CUBE.search(before) and text[start:end] in ("2", "3"))
        or (section and (section["noun"] is None or section["noun"].lower() in nouns) and not begins_behind(text, end))
        or FIRST_WORD.search(before)
        or counts_noun(text, start)
    )


def begins_behind(text: str, end: int) -> bool:
    """Whether a sentence surely begins behind digits, with a small word that no title of a section begins with."""
    behind = SENTENCE_BEHIND.match(text, end)
    return behind is not None and behind["word"].lower() in data("dutch")["small_words"]


def counts_noun(text: str, start: int) -> bool:
    """Whether digits stand behind a noun that has numbers: `maatregel 7`. Where all markers of a text have white space
    before them one can stand there as well (`in het antwoord 7 op die vraag`)."""
    noun = NOUN.search(text[max(0, start - WORD_BACK) : start])
    return noun is not None and not noun["one"] and noun["noun"].lower() in data("dutch")["numbered_nouns"]
