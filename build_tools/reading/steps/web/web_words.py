"""What a site says around a paper, line by line: menus, buttons, particulars, files to take away."""

import re
from collections.abc import Sequence, Set
from functools import cache

from build_tools.data import data
from build_tools.papers.numbers import CHAPTER

PAPER = re.compile(
    rf"(?:Kamerstuk:? |ID: ?|[ET]K )?(?P<dossier>\d\d[ .]?\d{{3}}(?:[ -]{CHAPTER})?)"
    r"(?:-|,? ?[Nn]r\.? ?|, )(?P<number>\d{1,4}|[A-Z]{1,2})"
)
"""`Kamerstuk 39277-8`, `39277 nr. 8`, `EK 39.277, G`: the paper as a site names it."""

LABELLED_PAPER = re.compile(rf"[A-Z][a-z]+(?: [a-z]+){{0,2}}:\s+{PAPER.pattern}")
"""`Kenmerk: 39.277, G`: the same behind a label, whatever the site calls it."""

CRUMB = re.compile(r" [/>›»|•·] ")
"""`Home / Kamerstukken / Brieven regering`: the way to the page."""

BUTTONS = re.compile(r"\[[^][]{1,40}\](?: ?\[[^][]{1,40}\])+")
"""`[Naar boven] [Afdrukken]`: buttons in a row; one alone leads from a note back to the text."""

CAPTION = re.compile(r"[A-Z][\w -]{2,40}(?:: [\w -]{2,40})? \| (?P<date>\d\d?(?:-\d\d?-| [a-z]{3,9} )\d{4})(?: \|.*)?")
"""`Kamerstuk: Kamerbrief | 12-03-2024`: what the paper is, and its day."""

FILE = re.compile(
    r"(?:Download(?:en)?|Bekijk) [‘“'\"].*|PDF[ -]document(?: \|.*)?|.*\| ?\d{1,4}(?:[.,]\d)? ?[kKMG]B"
    r"|.*\((?:PDF|pdf|ODT|odt|Word|DOCX?|docx?)\b(?:[^()]*\d ?[kKMG]B)?\)"
)
"""`Download 'Kamerbrief over …'`, `PDF document | 3 pagina's | 158 kB`: the paper as a file to take away."""

COUNTER = re.compile(r" \(\d{1,4}\)$")
"""`Bijlagen (0)`: how many a site has of what a menu names."""

MENU_WORDS = 8
"""Words of a menu at the most."""


def is_sign(text: str) -> bool:
    """Whether a line is a site's: a menu, a particular, the paper's name or its file."""
    return is_phrase(text) or is_named(text) or is_paper(text)


def is_named(text: str) -> bool:
    """Whether a line says of the paper what it is."""
    return particular_of(text) is not None or any(shape.fullmatch(text) for shape in (CAPTION, FILE, LABELLED_PAPER))


def is_of_cookies(text: str) -> bool:
    """Whether a line around a paper asks leave for cookies."""
    return "cookie" in text.lower()


def is_paper(text: str) -> bool:
    """Whether a line names the paper as a site does."""
    return PAPER.fullmatch(text) is not None and not text[:1].isdecimal()


def is_phrase(text: str) -> bool:
    """Whether a line is menus, buttons or links of a site, and nothing else: one, several in a row, or the way to the
    page, which ends with the name of the page. A row can have its own label: `Service: Contact | Sitemap`."""
    if BUTTONS.fullmatch(text):
        return all(is_phrase(button) for button in re.split(r"\] ?\[", text[1:-1]))
    whole = COUNTER.sub("", text).strip(" »>:<‹«›•·*|-☰≡◀▶←→▲▼↑").lower()
    parts = [whole] if phrases().fullmatch(whole) else CRUMB.split(whole)
    way = len(parts) > 1 and parts[0].rpartition(": ")[2] == "home"
    parts = [*parts[0].split(": ", 1), *parts[1:]] if len(parts) > 1 else parts
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
    """All of them."""
    return starred((*data("web_page")["phrases"], *data("web_page")["common"]))


@cache
def inserted() -> re.Pattern[str]:
    """What a site puts between the paragraphs of a paper."""
    return starred(data("web_page")["amid"])


def starred(known: Sequence[str]) -> re.Pattern[str]:
    """Any of these phrases; a star stands for any words."""
    return re.compile("|".join(re.escape(phrase).replace(r"\*", ".{0,60}") for phrase in known))


def particular_of(text: str) -> tuple[str, str] | None:
    """The label of a particular and its value, which may stand on the next line."""
    match = particulars().match(text)
    if match is None:
        return None
    label, value = match["label"].lower(), text[match.end() :].strip()
    beside = text.startswith("\t", match.end())
    sure = match["colon"] or beside or " " in label or not value or value[:1].isdecimal()
    return (label, value) if sure and not value.endswith(".") else None


@cache
def particulars() -> re.Pattern[str]:
    """The labels, the longest first; one in small letters stands in a table, beside its value."""
    labels = sorted(data("web_page")["particulars"], key=len, reverse=True)
    return re.compile(rf"(?=[A-Z]|[^\t]+\t)(?P<label>(?i:{'|'.join(map(re.escape, labels))}))(?:(?P<colon>:)|(?=\s)|$)")


def is_common(text: str) -> bool:
    """Whether a line is menus or links that can be a paper's own words: `Contact`, `Bijlagen`, `Ja | Nee`."""
    own = " ".join(CRUMB.split(COUNTER.sub("", text)))
    return is_row(own.lower(), frozenset(data("web_page")["common"]))
