"""A paper copied from a web page: the menus, tables of particulars and feet of the site around it.

After this step the paper's own first line is the first line; what the site says of the paper is stated.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.dates import PLACE_DATE, day_in
from build_tools.dutch.matching import salutes
from build_tools.model import Reason
from build_tools.papers.numbers import CHAPTER
from build_tools.reading.signing.portfolios import ministry_of
from build_tools.reading.signing.shapes import LONGEST_NAME, NAME, ROLE
from build_tools.reading.steps.head_shapes import (
    ADDRESSEE,
    DOSSIER,
    MASTHEAD,
    NUMBER,
    RETURN_ADDRESS,
    WHOLE_ADDRESSEE,
    is_opening,
)
from build_tools.reading.steps.margins.labels import label_of
from build_tools.reading.steps.taking_out import take_out

TOP, LONGEST = 60, 160
"""Lines above the paper among which its own head is sought, and characters of a line there at the most."""

FOOT_LENGTH = 80
"""Characters of a line below the paper at the most: links and buttons are short."""

FOOT_GAP = 12
"""Lines between two that are surely the site's, below the paper, at the most: the names of other papers."""

INTRODUCTION = 8
"""Lines of a title, and of what a site says that the paper is about, at the most."""

LEAST_SIGNS = 3
"""Lines of a site around a paper that make it a web page, one of them a menu or a button: a letter has labels too."""

PAPER = re.compile(
    rf"(?:Kamerstuk:? |ID: ?)?(?P<dossier>\d\d ?\d{{3}}(?:[ -]{CHAPTER})?)"
    r"(?:-|,? ?[Nn]r\.? ?)(?P<number>\d{1,4}|[A-Z]{1,2})"
)
"""`Kamerstuk 39277-8`, `39277 nr. 8`: the paper as a site names it."""

PRINTED_TOP = re.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal (?:[12]|Vergaderjaar \d{4}[-–]\d{4}.*)")
"""The masthead of a paper: the chamber, and its number or session behind or below it. A site has the chamber alone, or
as the value of a label, `Organisatie`."""

YEARS = re.compile(r"\d{4}[-–]\d{4}")
"""`2023-2024`: a session."""

CRUMB = re.compile(r" [/>›»|•·] ")
"""`Home / Kamerstukken / Brieven regering`: the way to the page."""

CAPTION = re.compile(r"[A-Z][\w -]{2,40}(?:: [\w -]{2,40})? \| (?P<date>\d\d?(?:-\d\d?-| [a-z]{3,9} )\d{4})(?: \|.*)?")
"""`Kamerstuk: Kamerbrief | 12-03-2024`: what the paper is, and its day."""

FILE = re.compile(
    r"(?:Download(?:en)?|Bekijk) [‘“'\"].*|PDF[ -]document(?: \|.*)?|.*\| ?\d{1,4}(?:[.,]\d)? ?[kKMG]B"
    r"|.*\((?:PDF|ODT|Word|DOCX?)\b[^()]*\d ?[kKMG]B\)"
)
"""`Download 'Kamerbrief over …'`, `PDF document | 3 pagina's | 158 kB`: the paper as a file to take away."""

QUOTED = re.compile(r"Download(?:en)? [‘“'\"](?P<title>.+)[’”'\"].*")
"""The name of that file."""

BELOW = ("around signer", "around ministry")
"""What a site states below a paper: numbers and days there are those of other papers, that are like this one."""

MENU_WORDS = 8
"""Words of a menu at the most."""

TITLE_WORDS = 3
"""Words of a title above the particulars at the least: fewer are a menu or the kind of paper."""


def is_web_page(draft: Draft) -> bool:
    """Whether a site shows itself above and below the paper."""
    lines = draft.lines
    bottom = bottom_start(lines)
    around = [*lines[: top_end(lines[:bottom])], *lines[bottom:]]
    signs = [line.text for line in around if is_sign(line.text)]
    return (
        len(around) < len(lines)
        and len(signs) >= LEAST_SIGNS
        and any(is_phrase(text) and not label_of(text) for text in signs)
    )


def take_out_web_page(draft: Draft) -> Draft:
    """Take the site out and keep what it states of the paper."""
    lines = draft.lines
    bottom = bottom_start(lines)
    top = top_end(lines[:bottom])
    taken = dict.fromkeys((*range(top), *range(bottom, len(lines))), Reason.AROUND)
    above, below = lines[:top], lines[bottom:]
    behind = (stated for stated in stated_around(below) if stated.states in BELOW)
    return take_out(draft, taken, (*stated_around(above), *title_above(above), *behind))


def top_end(lines: Sequence[Line]) -> int:
    """Where the paper begins: with its own head, or else below the last line that is surely the site's."""
    last = known = 0
    for at, line in enumerate(lines[:TOP]):
        if begins_paper(lines, at):
            return at if last else 0
        if is_sign(line.text):
            last = at + 1
        elif at >= known and (is_opening(line, 1, 0) or len(line.text) > LONGEST or line.text.endswith(".")):
            known = introduction_end(lines, at, below_sign=last > 0)
            if not known:
                break
            last = known
    return last


def introduction_end(lines: Sequence[Line], at: int, below_sign: bool) -> int:
    """Where a title like a sentence, or what a site says that a paper is about, ends; 0 where neither begins.

    That is surely the site's where its file or caption follows (`Kamerstuk: Kamerbrief | 12-03-2024`), or where a whole
    sentence stands between a menu and the paper's own head: letters say nothing above their salutation.
    """
    for end in range(at + 1, min(at + 1 + INTRODUCTION, len(lines))):
        ended = lines[end - 1].text.endswith(".")
        if salutes(lines[end].text) or begins_paper(lines, end):
            return end if below_sign and ended and not PLACE_DATE.fullmatch(lines[end].text) else 0
        if CAPTION.fullmatch(lines[end].text) or FILE.fullmatch(lines[end].text):
            return end
        if not ended and all(particular_of(line.text) for line in lines[end : end + 2]):
            return end
    return 0


def begins_paper(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of a paper's own head; an addressee may go on on the next, and a masthead does."""
    text = lines[at].text
    both = " ".join(line.text for line in lines[at : at + 2])
    labelled = at > 0 and particular_of(lines[at - 1].text) is not None and not lines[at].blanks
    return (
        any(shape.fullmatch(text) for shape in (DOSSIER, NUMBER, PLACE_DATE, RETURN_ADDRESS, WHOLE_ADDRESSEE))
        or (text.startswith("Aan ") and ADDRESSEE.fullmatch(text) is not None)
        or WHOLE_ADDRESSEE.fullmatch(both) is not None
        or (PRINTED_TOP.fullmatch(both) is not None and not labelled)
    )


def bottom_start(lines: Sequence[Line]) -> int:
    """Where the site goes on below the paper: with a menu or button, and only short lines to the end."""
    start = at = len(lines)
    while at and start - at <= FOOT_GAP and may_be_below(lines[at - 1].text):
        at -= 1
        if is_below(lines[at].text):
            start = at
    return start


def may_be_below(text: str) -> bool:
    """Whether a line below a paper can be the site's: short, no sentence, and nobody who signs."""
    signs = text.startswith("De ") and ROLE.fullmatch(text)
    return is_below(text) or (len(text) <= FOOT_LENGTH and not text.endswith((".", ";", ":", ",")) and not signs)


def is_below(text: str) -> bool:
    """Whether a line is surely the site's, below the paper: no word that the paper can have for a heading itself."""
    particular = particular_of(text)
    labelled = particular is not None and particular[0] in data("web_page")["below"] and len(text) <= LONGEST
    return labelled or FILE.fullmatch(text) is not None or (is_phrase(text) and not is_common(text))


def is_common(text: str) -> bool:
    """Whether a line is menus or links that can be a paper's own words: `Contact`, `Bijlagen`, `Ja | Nee`."""
    return is_row(" ".join(CRUMB.split(text)).lower(), frozenset(data("web_page")["common"]))


def stated_around(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """What the particulars state: the paper, its session, its date, who signed, which ministry."""
    for at, line in enumerate(lines):
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        label, value = particular_of(line.text) or ("", "")
        yield from facts_in(data("web_page")["particulars"].get(label, "none"), value or following, line.number)
        if PAPER.fullmatch(line.text):
            yield from facts_in("paper", line.text, line.number)
        if caption := CAPTION.fullmatch(line.text):
            yield from facts_in("date", caption["date"], line.number)


def title_above(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """The title: what both the page and its file are called, or else what stands above the first particulars."""
    files = {match["title"] for line in lines if (match := QUOTED.fullmatch(line.text))}
    above = next((line for line in lines if line.text in files), None) or above_particulars(lines)
    if above and len(above.text.split()) >= TITLE_WORDS and not MASTHEAD.fullmatch(above.text):
        yield HeadLine("around title", above.text, above.number)


def above_particulars(lines: Sequence[Line]) -> Line | None:
    """The line above the first particulars; where a sentence stands there, the one above that."""
    named = (at for at, line in enumerate(lines) if at and is_named(line.text) and not is_paper(line.text))
    first = next(named, 0)
    begin = first
    while begin and not is_sign(lines[begin - 1].text):
        begin -= 1
    between = lines[begin:first]
    sentence = bool(between) and between[-1].text.endswith(".")
    return (between[0] if sentence else between[-1]) if between else None


def is_named(text: str) -> bool:
    """Whether a line says of the paper what it is."""
    return particular_of(text) is not None or CAPTION.fullmatch(text) is not None or FILE.fullmatch(text) is not None


def facts_in(kind: str, value: str, line: int) -> Iterator[HeadLine]:
    """What the value of a label states."""
    paper = PAPER.fullmatch(value)
    name, _, role = value.partition(", ")
    if kind == "paper" and paper:
        yield HeadLine("around dossier", paper["dossier"], line)
        yield HeadLine("around number", paper["number"], line)
    if kind == "session" and YEARS.fullmatch(value):
        yield HeadLine("around session", value, line)
    if kind == "date" and day_in(value):
        yield HeadLine("around date", value, line)
    if kind == "ministry" and value.lower().startswith("ministerie van ") and ministry_of(value):
        yield HeadLine("around ministry", value, line)
    if kind == "signer" and len(name) <= LONGEST_NAME and NAME.fullmatch(name) and ROLE.fullmatch(role):
        yield HeadLine("around signer", f"{name}\n{role}", line)


def is_sign(text: str) -> bool:
    """Whether a line is a site's: a menu, a particular, the paper's name or its file."""
    return is_phrase(text) or is_named(text) or is_paper(text)


def is_paper(text: str) -> bool:
    """Whether a line names the paper as a site does."""
    return PAPER.fullmatch(text) is not None and not text[:1].isdecimal()


def is_phrase(text: str) -> bool:
    """Whether a line is menus, buttons or links of a site, and nothing else: one, several in a row, or the way to the
    page, which ends with the name of the page."""
    parts = CRUMB.split(text.strip(" »>:<‹«›•·*|-").lower())
    way = len(parts) > 1 and parts[0].rpartition(": ")[2] == "home"
    return way or all(phrases().fullmatch(part) is not None or is_row(part, menus()) for part in parts)


def is_row(text: str, known: Set[str]) -> bool:
    """Whether words are menus in a row: `home uitgebreid zoeken over open overheid`, `vorige 1 2 3 volgende`."""
    words = text.split()
    at = -1 if not words or words[0].isdecimal() else 0
    while 0 <= at < len(words):
        at = menu_end(words, at, known)
    return at > 0


def menu_end(words: Sequence[str], at: int, known: Set[str]) -> int:
    """The index after the longest menu that begins at a word, or after the number of a page; -1 where neither does."""
    if words[at].isdecimal():
        return at + 1
    ends = range(min(at + MENU_WORDS, len(words)), at, -1)
    return next((end for end in ends if " ".join(words[at:end]) in known), -1)


@cache
def menus() -> frozenset[str]:
    """Those without a star."""
    return frozenset(one for one in (*data("web_page")["phrases"], *data("web_page")["common"]) if "*" not in one)


@cache
def phrases() -> re.Pattern[str]:
    """All of them; a star stands for any words."""
    known = (*data("web_page")["phrases"], *data("web_page")["common"])
    return re.compile("|".join(re.escape(phrase).replace(r"\*", ".{0,60}") for phrase in known))


def particular_of(text: str) -> tuple[str, str] | None:
    """The label of a particular and its value, which may stand on the next line."""
    match = particulars().match(text)
    if match is None:
        return None
    label, value = match["label"].lower(), text[match.end() :].strip()
    sure = match["colon"] or " " in label or not value or value[:1].isdecimal()
    return (label, value) if sure and not value.endswith(".") else None


@cache
def particulars() -> re.Pattern[str]:
    """The labels, the longest first."""
    labels = sorted(data("web_page")["particulars"], key=len, reverse=True)
    return re.compile(rf"(?=[A-Z])(?P<label>(?i:{'|'.join(map(re.escape, labels))}))(?:(?P<colon>:)|(?=\s)|$)")
