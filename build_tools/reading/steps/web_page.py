"""A paper copied from a web page: the menus, tables of particulars and feet of the site around it.

After this step the paper's own first line is the first line; what the site says of the paper is stated.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.dates import date_in
from build_tools.model import Reason
from build_tools.papers.numbers import CHAPTER
from build_tools.reading.steps.head_shapes import ADDRESSEE, DOSSIER, NUMBER, PLACE_DATE, is_opening
from build_tools.reading.steps.taking_out import take_out

TOP, LONGEST = 60, 160
"""Lines above the paper among which its own head is sought, and characters of a line there at the most."""

FOOT_LENGTH = 80
"""Characters of a line below the paper at the most: links and buttons are short."""

LEAST_SIGNS = 3
"""Lines of a site around a paper that make it a web page, one of them a menu or a button: a letter has labels too."""

PAPER = re.compile(
    rf"(?:Kamerstuk:? |ID: ?)?(?P<dossier>\d\d ?\d{{3}}(?:[ -]{CHAPTER})?)"
    r"(?:-|,? ?[Nn]r\.? ?)(?P<number>\d{1,4}|[A-Z]{1,2})"
)
"""`Kamerstuk 39277-8`, `39277 nr. 8`: the paper as a site names it."""

YEARS = re.compile(r"\d{4}[-–]\d{4}")

CRUMB = re.compile(r" [/>›»|] ")
"""`Home / Kamerstukken / Brieven regering`: the way to the page."""

TITLE_WORDS = 3
"""Words of a title above the particulars at the least: fewer are a menu or the kind of paper."""


def is_web_page(draft: Draft) -> bool:
    """Whether a site shows itself above and below the paper."""
    lines = draft.lines
    around = [*lines[: top_end(lines)], *lines[bottom_start(lines) :]]
    signs = [line.text for line in around if is_phrase(line.text) or particular_of(line.text) or is_paper(line.text)]
    return len(signs) >= LEAST_SIGNS and any(is_phrase(text) for text in signs)


def take_out_web_page(draft: Draft) -> Draft:
    """Take the site out and keep what it states of the paper."""
    lines = draft.lines
    top, bottom = top_end(lines), bottom_start(lines)
    taken = dict.fromkeys((*range(top), *range(bottom, len(lines))), Reason.AROUND)
    return take_out(draft, taken, stated_around(lines[:top]))


def top_end(lines: Sequence[Line]) -> int:
    """Where the paper begins: with its own head, or else below the last line that is surely the site's."""
    last = 0
    for at, line in enumerate(lines[:TOP]):
        if begins_paper(line.text):
            return at if last else 0
        if is_phrase(line.text) or particular_of(line.text) or is_paper(line.text):
            last = at + 1
        elif is_opening(line, 1, 0) or len(line.text) > LONGEST:
            break
    return last


def begins_paper(text: str) -> bool:
    """Whether a line is one of a paper's own head."""
    return any(shape.fullmatch(text) for shape in (DOSSIER, NUMBER, PLACE_DATE)) or (
        text.startswith("Aan ") and ADDRESSEE.fullmatch(text) is not None
    )


def bottom_start(lines: Sequence[Line]) -> int:
    """Where the site goes on below the paper: with a menu or button, and only short lines to the end."""
    start = at = len(lines)
    while at and len(lines[at - 1].text) <= FOOT_LENGTH and not lines[at - 1].text.endswith((".", ";", ":")):
        at -= 1
        if is_phrase(lines[at].text):
            start = at
    return start


def stated_around(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """What the particulars state: the paper, its session, its date; and the title below the paper's name."""
    for at, line in enumerate(lines):
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        label, value = particular_of(line.text) or ("", "")
        yield from facts_in(data("web_page")["particulars"].get(label, "none"), value or following, line.number)
        if PAPER.fullmatch(line.text):
            yield from facts_in("paper", line.text, line.number)
    first = next(
        (at for at, line in enumerate(lines) if at and particular_of(line.text) and not is_paper(line.text)), 0
    )
    above = lines[first - 1] if first else None
    if above and len(above.text.split()) >= TITLE_WORDS and not (is_phrase(above.text) or particular_of(above.text)):
        yield HeadLine("around title", above.text, above.number)


def facts_in(kind: str, value: str, line: int) -> Iterator[HeadLine]:
    """What the value of a label states."""
    paper = PAPER.fullmatch(value)
    if kind == "paper" and paper:
        yield HeadLine("around dossier", paper["dossier"], line)
        yield HeadLine("around number", paper["number"], line)
    if kind == "session" and YEARS.fullmatch(value):
        yield HeadLine("around session", value, line)
    if kind == "date" and date_in(value):
        yield HeadLine("around date", value, line)


def is_paper(text: str) -> bool:
    """Whether a line names the paper as a site does."""
    return PAPER.fullmatch(text) is not None and not text[:1].isdecimal()


def is_phrase(text: str) -> bool:
    """Whether a line is a menu, a button or a link of a site, and nothing else."""
    parts = CRUMB.split(text.rstrip(" »>:").lower())
    return all(phrases().fullmatch(part) is not None for part in parts)


@cache
def phrases() -> re.Pattern[str]:
    """All of them; a star stands for any words."""
    shapes = (re.escape(phrase).replace(r"\*", ".{0,60}") for phrase in data("web_page")["phrases"])
    return re.compile("|".join(shapes))


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
