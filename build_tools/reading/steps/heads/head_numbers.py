"""The numbers of a head: of the dossier, with its title, of the paper, with what it is, of the session, of a pledge."""

import re
from collections.abc import Sequence

from build_tools.draft import HeadLine, Line
from build_tools.papers.numbers import CHAPTER
from build_tools.reading.steps.heads.head_shapes import (
    DOSSIER,
    MASTHEAD,
    NUMBER,
    OF_KIND,
    ROMAN_DOSSIER,
    SESSION,
    THING_LINES,
    Thing,
    is_number,
    is_opening,
    runs_on,
    spaced,
    starts_thing,
)
from build_tools.reading.steps.heads.question_head import read_questions

BESIDE_SESSION = re.compile(r"\s+[Nn]r\.?[ \t]*(?P<number>\d{1,4}[a-z]?)")
"""`Nr. 112a` at the other side of the page, as older papers print it beside the session."""

REPLACES = re.compile(r"ter vervanging van (?:die|dat|het|de) .{0,40}gedrukt onder nr\. ?\d+[a-z]?\.?", re.IGNORECASE)
"""What stands below the title of a motion that takes the place of another."""


CHAMBER_NAMES = {"1": "Eerste Kamer", "2": "Tweede Kamer"}
CHAMBERS = tuple(CHAMBER_NAMES)
"""The mark of a chamber, set large at the right of the masthead: a tool can read it amid the numbers and titles."""

BARE_NUMBER = re.compile(r"(?P<number>\d{1,4}[a-z]?)|(?P<letters>[A-Z]{1,3})(?P<title>(?!))?(?P<lettered>(?!))?")
"""The number or the letters of a paper of the Eerste Kamer alone on a line, as `NUMBER` names them; never a title."""


BARE_DOSSIER = re.compile(r"\d\d \d{3}")
"""The number of a dossier without anything behind it."""

HALF_DOSSIER = re.compile(rf"(?P<dossier>{BARE_DOSSIER.pattern}),? hoofdstuk(?: +(?P<title>[A-Z«“‘].*[^.]))?")
"""`22 300 hoofdstuk`, above the chapter, perhaps with the title that stands beside the two."""

BUDGET_CHAPTER = re.compile(rf"(?:hoofdstuk )?(?P<chapter>{CHAPTER})(?:[ \t]+(?P<title>[A-Z«“‘].*[^.]))?")
"""`XIV`, `XIV Vaststelling van de begroting van …` below `24 400`."""

PLEDGE = re.compile(r"Toezegging \S.* \(T\d{5}\)")
"""`Toezegging Evaluatie van de wet (35 261) (T01234)`: a pledge, as the Eerste Kamer names and counts them."""


def read_dossier(lines: Sequence[Line], at: int) -> Thing | None:
    """`32 824 Integratiebeleid`, the title perhaps below it, over several lines."""
    half = half_dossier(lines, at)
    match = half or DOSSIER.fullmatch(lines[at].text) or roman_dossier(lines, at)
    if not match:
        return None
    chapter = chapter_below(lines, at) if half or BARE_DOSSIER.fullmatch(lines[at].text) else None
    named, title = match.groups()
    if chapter:
        named, title = f"{named} {chapter['chapter']}", spaced([*filter(None, (title, chapter["title"]))])
    dossier = HeadLine("dossier", named, lines[at].number)
    titles, first = [title] if title else [], at + 2 if chapter else at + 1
    end = first
    while end < len(lines) and end < at + THING_LINES and not starts_thing(lines, end):
        titles.append(lines[end].text)
        end += 1
    titles = without_chamber(titles)
    if end == len(lines) or not (is_number(lines, end) or DOSSIER.fullmatch(lines[end].text)):
        titles, end = titles[:1] if title else [], first
    titled = [HeadLine("dossier title", spaced(titles), lines[at].number)] if titles else []
    return end, [dossier, *titled]


def half_dossier(lines: Sequence[Line], at: int) -> re.Match[str] | None:
    """The number of a dossier without that of its chapter, which stands below it where its title stands beside it."""
    half = HALF_DOSSIER.fullmatch(lines[at].text)
    return half if half and (half["title"] is None or chapter_below(lines, at)) else None


def chapter_below(lines: Sequence[Line], at: int) -> re.Match[str] | None:
    """The chapter of the budget below the number of a dossier, which the papers before 2000 print beside its title; the
    letter of a paper of the Eerste Kamer stands above what that is, and names none."""
    below = at + 1
    number = below == len(lines) or lines[below].turn or is_number(lines, below)
    return None if number else BUDGET_CHAPTER.fullmatch(lines[below].text)


def without_chamber(titles: Sequence[str]) -> list[str]:
    """The lines of a title without the mark of the chamber."""
    return [title for title in titles if title not in CHAMBERS]


def roman_dossier(lines: Sequence[Line], at: int) -> re.Match[str] | None:
    """`CXXIV Staat van de rechtsstaat`, where the number of the paper follows soon."""
    near = range(at + 1, min(at + THING_LINES, len(lines)))
    return ROMAN_DOSSIER.fullmatch(lines[at].text) if any(is_number(lines, below) for below in near) else None


def read_number(lines: Sequence[Line], at: int) -> Thing | None:
    """`Nr. 448 Brief van de staatssecretaris van …`, the title perhaps over several lines."""
    match = NUMBER.fullmatch(lines[at].text) or number_beside(lines, at)
    if not match:
        return read_letters(lines, at) if is_number(lines, at) else None
    title = match["title"] or match["lettered"]
    begin = end = at + 1 if title else below_dossier_title(lines, at)
    if title is None and end + 1 < len(lines) and lines[end].text in CHAMBERS:
        begin = end = end + 1
    number = HeadLine("number", match["number"] or match["letters"], lines[at].number)
    stated = [] if is_chamber(lines, at) else [number]
    if named := without_chamber([line.text for line in lines[at + 1 : begin]]):
        stated.append(HeadLine("dossier title", spaced(named), lines[at + 1].number))
    if title is None and end < len(lines) and not (starts_thing(lines, end) or read_questions(lines, end)):
        title, end = lines[end].text, end + 1
    if title is None:
        return end, stated
    end = title_end(lines, end, title)
    end += end < len(lines) and REPLACES.fullmatch(lines[end].text) is not None
    titles = [title, *(line.text for line in lines[begin:end] if line.text != title)]
    return end + marks_chamber(lines, end), [*stated, HeadLine("document title", spaced(titles), lines[end - 1].number)]


def is_chamber(lines: Sequence[Line], at: int) -> bool:
    """Whether the mark of the chamber that the masthead names stands alone here, below the number of the paper."""
    name = CHAMBER_NAMES.get(lines[at].text)
    above = [line.text for line in lines[:at]] if name else []
    return any(text.startswith(str(name)) for text in above) and any(map(NUMBER.fullmatch, above))


def marks_chamber(lines: Sequence[Line], at: int) -> bool:
    """Whether the mark of the chamber that the masthead names stands alone below the titles, and nowhere above."""
    mark = lines[at].text if at < len(lines) else ""
    named = mark in CHAMBERS and any(line.text.startswith(CHAMBER_NAMES[mark]) for line in lines[:at])
    apart = at + 1 < len(lines) and lines[at].blanks > 0 and lines[at + 1].blanks > 0
    return named and apart and all(line.text != mark for line in lines[:at])


def number_beside(lines: Sequence[Line], at: int) -> re.Match[str] | None:
    """`233a` or `C` alone between the number of the dossier and its title, of which the title of the paper follows."""
    alone = BARE_NUMBER.fullmatch(lines[at].text)
    return alone if alone and below_dossier_title(lines, at) > at + 1 else None


def below_dossier_title(lines: Sequence[Line], at: int) -> int:
    """Where the title of a paper begins below its number alone: right there, or below the title of the dossier, where a
    tool read the numbers at the left (`32 824`, `Nr. 11`) before the titles beside them. A dossier can be called `Derde
    Nota Waterhuishouding`: capitals go first."""
    above = DOSSIER.fullmatch(lines[at - 1].text) if at else None
    near = range(at + 1, min(at + THING_LINES, len(lines)))
    kinds = [below for below in near if OF_KIND.fullmatch(lines[below].text)]
    kind = next((below for below in kinds if lines[below].text.isupper()), min(kinds, default=at + 1))
    between = any(starts_thing(lines, below) for below in range(at + 1, kind))
    return kind if above and above["title"] is None and not between else at + 1


def read_letters(lines: Sequence[Line], at: int) -> Thing:
    """The letters of a paper of the Eerste Kamer alone on a line, above what the paper is."""
    letters, kind = lines[at], lines[at + 1]
    end = title_end(lines, at + 2, kind.text)
    title = spaced([line.text for line in lines[at + 1 : end]])
    return end, [HeadLine("number", letters.text, letters.number), HeadLine("document title", title, kind.number)]


def title_end(lines: Sequence[Line], end: int, title: str) -> int:
    """A title runs on while its lines are full, or in capitals as it began."""
    capitals = title.isupper()
    while end < len(lines) and not starts_thing(lines, end) and not is_opening(lines[end], 1, 0):
        line = lines[end]
        if (capitals and not line.text.isupper()) or line.blanks or line.turn:
            break
        if not capitals and not runs_on(lines, end):
            break
        end += 1
    return end


def read_session(lines: Sequence[Line], at: int) -> Thing | None:
    """`Vergaderjaar 2021–2022`, perhaps with the number of the paper beside it."""
    match = SESSION.fullmatch(lines[at].text)
    if not match:
        return None
    beside = BESIDE_SESSION.fullmatch(match["beside"] or "")
    number = [HeadLine("number", beside["number"], lines[at].number)] if beside else []
    return at + 1, [HeadLine("session", match["year"], lines[at].number), *number]


def read_pledge(lines: Sequence[Line], at: int) -> Thing | None:
    """The name of a pledge above all that the Eerste Kamer keeps of it; a letter has headings like it in its text."""
    above = at == 0 or (at == 1 and MASTHEAD.fullmatch(lines[0].text))
    if not (above and PLEDGE.fullmatch(lines[at].text)):
        return None
    return at + 1, [HeadLine("subject", lines[at].text, lines[at].number)]
