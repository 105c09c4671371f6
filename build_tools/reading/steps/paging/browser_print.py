"""What a browser prints around a page of the web: its day and title, its address and the number of the sheet.

Every browser orders these otherwise, and a tool can read them in any order, on one line or several, or glue them to the
text. They are known by their form and by what returns with them; after this step the text goes on over the sheets.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.draft import Draft, Line
from build_tools.model import Reason
from build_tools.reading.steps.margins.labels import label_of
from build_tools.reading.steps.pieces import piece
from build_tools.reading.steps.taking_out import take_out

SHEET = r"(?:(?:[Pp]agina|[Pp]age) )?\d{1,3} ?(?:/|van|of) ?\d{1,3}"
"""`1/3`, `Pagina 1 van 3`, `1 of 3`: the number of a sheet, and how many there are."""

HOUR = r"(?:,? (?:om )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp][Mm]\b)?)"
DAY = (
    r"(?:\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    r"|(?:[a-zA-Z]{2,9},? )?\d{1,2} [A-Za-z]{3,9}\.? \d{4}"
    r"|(?:[A-Z][a-z]{2,8}, )?[A-Z][a-z]{2,8} \d{1,2}, \d{4})"
    rf"{HOUR}?"
)
"""`2-7-2014`, `11/24/22, 3:15 PM`, `dinsdag 7 maart 2006`, `November 24, 2022`, perhaps the hour behind it."""

ADDRESS = re.compile(r"(?<!\S)(?:https?|file)://\S+?(?=(?<![\d/])\d{1,3}/\d{1,3}(?!\S)|(?!\S))")
"""The address of the page; the number of the sheet can be glued to it: `https://site.nl/brief.html1/3`."""

NUMBERED = re.compile(rf"^{SHEET}(?!\S)|(?<!\S){SHEET}$")
DATED = re.compile(rf"^{DAY}(?!\S)|(?<!\S){DAY}$")
"""The number of a sheet, and a day, at one of the edges of a line."""

NEAR = 3
"""Lines at both ends of a text in which the mark of its only sheet stands, and lines around an address among which its
day and its title stand."""

TITLE_WORDS = 2
"""Words of a title that returns without an address, at the least: fewer are the label of a date."""

MOST = 5
"""Marks in a row at the most: each of the four kinds, and one of the next sheet."""

ONLY = ("1", "1")
"""The number of an only sheet, and how many there are."""

LEAST = 2
"""Sheets on which a mark must return; on an only one its number says so."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a line holds of a browser's marks, and the rest of it."""

    address: str
    sheet: str
    day: str
    rest: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one document: addresses, and days with the titles beside them."""

    addresses: frozenset[str]
    days: frozenset[str]
    titles: frozenset[str]


def take_out_browser_print(draft: Draft) -> Draft:
    """Take out what a browser added to each sheet, also where a tool wrote it within a line of the text."""
    if not (marks := marks_of(draft.lines)):
        return draft
    within = re.compile(rf"{shape_of(marks)}{{2,{MOST}}}")
    lines = tuple(part for line in draft.lines for part in parted(line, marks, within))
    return take_out(replace(draft, lines=lines), dict.fromkeys(printed(lines, marks), Reason.AROUND))


def marked(text: str) -> Marked:
    """A line apart into the marks of a browser at its edges and what it holds besides."""
    found: list[str] = []
    for shape in (ADDRESS, NUMBERED, DATED, NUMBERED):
        match = shape.search(text)
        found.append(match[0].strip() if match else "")
        text = (text[: match.start()] + " " + text[match.end() :]).strip() if match else text
    address, sheet, day, later = found
    return Marked(address, sheet or later, day, " ".join(text.split()))


def marks_of(lines: Sequence[Line]) -> Marks | None:
    """The marks that return on the sheets of a document, if a browser printed it."""
    found = [marked(line.text) for line in lines]
    addresses = addresses_in(found)
    at = [index for index, line in enumerate(found) if line.address in addresses]
    several = len(at) >= LEAST
    heads = Counter(heads_in(found, near(at, len(found), NEAR if several else 1)))
    known = {head for head, count in heads.items() if count >= LEAST or (addresses and not several)}
    if not addresses:
        known = {head for head in known & set(heads_in(found, range(min(1, len(found))))) if is_title(head[1])}
    if not addresses and not known:
        return None
    return Marks(addresses, frozenset(day for day, _ in known if day), frozenset(title for _, title in known if title))


def addresses_in(found: Sequence[Marked]) -> frozenset[str]:
    """The addresses beside which sheets are numbered: two or more of as many, or the only one at an end of the text."""
    sheets: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for at, line in enumerate(found):
        around = (line, *found[at + 1 : at + 2], *found[max(0, at - 1) : at])
        numbers = tuple(re.findall(r"\d+", next((one.sheet for one in around if one.sheet), "")))
        edge = at < NEAR or at >= len(found) - NEAR
        if line.address and numbers and (numbers != ONLY or edge):
            sheets[line.address].add(numbers)
    alike = {address: len({of for _, of in numbers}) == 1 for address, numbers in sheets.items()}
    return frozenset(address for address, of in sheets.items() if alike[address] and (len(of) >= LEAST or of == {ONLY}))


def near(places: Iterable[int], length: int, reach: int) -> list[int]:
    """The indices around these, and those of both ends; all where there are none."""
    places = list(places)
    around = {at for place in places for at in range(place - reach, place + reach + 1) if 0 <= at < length}
    return sorted({0, length - 1} | around) if places else list(range(length))


def heads_in(found: Sequence[Marked], places: Iterable[int]) -> Iterator[tuple[str, str]]:
    """The days with the titles beside or below them, and titles beside an address."""
    for at in places:
        line = found[at]
        below = found[at + 1] if at + 1 < len(found) else None
        if line.rest and (line.day or line.address):
            yield line.day, line.rest
        elif line.day and line.sheet:
            yield line.day, ""
        elif line.day and below and below.rest and not (below.day or below.address or below.sheet):
            yield line.day, below.rest


def is_title(text: str) -> bool:
    """Whether words that return beside a day can be the title of a page, and no label of the day."""
    return len(text.split()) >= TITLE_WORDS and label_of(text) is None


def shape_of(marks: Marks) -> str:
    """Any of the marks, as a pattern; a day can be glued to the number of the sheet before: `1/22-11-2023`."""
    known = sorted((*marks.addresses, *marks.days, *marks.titles), key=len, reverse=True)
    words = [r"\s+".join(map(re.escape, one.split())) for one in known]
    days = "|".join(map(re.escape, marks.days))
    glued = [rf"{SHEET}(?=\s*(?:{days}))"] if days else []
    return rf"(?:(?:{'|'.join((*words, *glued, SHEET))})\s*)"


def printed(lines: Sequence[Line], marks: Marks) -> Iterator[int]:
    """The lines that hold marks and nothing else, in a run that surely is a browser's; of a title that stands twice in
    it the second is the page's own."""
    whole = re.compile(rf"{shape_of(marks)}{{1,{MOST}}}")
    texts = [line.text if whole.fullmatch(line.text) else "" for line in lines]
    start = 0
    while start < len(texts):
        end = next((at for at in range(start, len(texts)) if not texts[at]), len(texts))
        if is_sure(" ".join(texts[start:end]), marks):
            yield from (at for at in range(start, end) if at == start or texts[at] != texts[at - 1])
        start = end + 1


def is_sure(text: str, marks: Marks) -> bool:
    """Whether marks are those of a sheet: the address of the page, or its day with its title."""
    text = " ".join(text.split())
    dated = any(day in text for day in marks.days) and any(title in text for title in marks.titles)
    return dated or any(address in text for address in marks.addresses)


def parted(line: Line, marks: Marks, within: re.Pattern[str]) -> list[Line]:
    """A line apart into its text and the marks of a sheet that stand within it, of which one is not enough."""
    found = [match for match in within.finditer(line.text) if is_sure(match[0], marks)]
    edges = [0, *(edge for match in found for edge in match.span()), len(line.text)]
    return [bare_piece(line, start, end) for start, end in pairwise(edges) if line.text[start:end].strip()]


def bare_piece(line: Line, start: int, end: int) -> Line:
    """A stretch of a line as a line of its own that is set in as the whole was, without the white space around it."""
    if end - start == len(line.text):
        return line
    text = line.text[start:end]
    left, right = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return replace(piece(line, start + left, end - right), indent=line.indent)
