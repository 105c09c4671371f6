"""What a browser prints around a page of the web: its day and title, its address and the number of the sheet.

Every browser orders these otherwise, and a tool can read them in any order, on one line or several, or glue them to the
text. They are known by their form and by what returns with them; after this step the text goes on over the sheets.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

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
    r"|(?:[A-Za-z]{3,6}da[gy],? )?\d{1,2} [A-Za-z]{3,9}\.? \d{4}"
    r"|(?:[A-Z][a-z]{2,8}, )?[A-Z][a-z]{2,8} \d{1,2}, \d{4})"
    rf"{HOUR}?"
)
"""`2-7-2014`, `11/24/22, 3:15 PM`, `dinsdag 7 maart 2006`, `November 24, 2022`, perhaps the hour behind it."""

ADDRESS = re.compile(r"(?<!\S)(?:https?|file)://\S+?(?=(?<![\d/])\d{1,3}/\d{1,3}(?!\S)|(?!\S))")
"""The address of the page; the number of the sheet can be glued to it: `https://site.nl/brief.html1/3`."""

SHEET_AMID = re.compile(rf"(?<!\S){SHEET}(?!\S)")
NUMBERED = re.compile(rf"^{SHEET}(?!\S)|(?<!\S){SHEET}$")
DATED = re.compile(rf"^{DAY}(?!\S)|(?<!\S){DAY}$")
"""The number of a sheet between words; it, and a day, at one of the edges of a line."""

NEAR = 3
"""Lines at both ends of a text in which the mark of its only sheet stands, and lines around an address among which its
day and its title stand."""

HEAD = 6
"""Lines at the begin of a text among which the marks above its first sheet stand, with lines of the site between."""

TITLE_WORDS = 2
"""Words of a title that returns without an address, at the least: fewer are the label of a date."""

MOST = 5
"""Marks in a row at the most: each of the four kinds, and one of the next sheet."""

REACH = (0, 1, -1, 2, -2, 3, -3)
"""Lines from an address at which the number of its sheet is sought, the nearest first."""

ONLY = ("1", "1")
"""The number of an only sheet, and how many there are."""

FEW = 8
"""Days and titles of one document at the most, those that return most: a browser prints one of each, and a tool can
read either in parts."""

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
    addressed = any("://" in line.text for line in lines)
    if not lines or not (addressed or head_at([marked(line.text) for line in lines[:2]], 0)):
        return None
    found = [marked(line.text) for line in lines]
    if not (addresses := addresses_in(found) or frozenset(address_at_edge(lines, found))):
        return without_address(found)
    at = [index for index, line in enumerate(found) if line.address in addresses]
    several = len(at) >= LEAST
    count = Counter(candidates(found, near(at, len(found), several), several))
    beside = [found[index].rest for index in at]
    first = set(candidates(found, range(min(HEAD, len(found))), several))
    glued = {one for one in first if any(one[1] in rest and one[1] != rest for rest in beside)}
    known = glued | {one for one, times in count.most_common(FEW) if times >= LEAST or not several}
    days, titles = ({text for kind, text in known if kind == name} for name in ("day", "title"))
    return Marks(addresses, frozenset(days), frozenset(titles))


def without_address(found: Sequence[Marked]) -> Marks | None:
    """The day and the title with which a document opens and that return, where a reader left the address out."""
    heads = Counter(pair for at in range(len(found)) if (pair := head_at(found, at)))
    first = head_at(found, 0)
    if first is None or heads[first] < LEAST or not is_title(first[1]):
        return None
    return Marks(frozenset(), frozenset(first[:1]), frozenset(first[1:]))


def addresses_in(found: Sequence[Marked]) -> frozenset[str]:
    """The addresses near which sheets are numbered, two or more of as many; one is enough for what stands at an end of
    the text as well, and the only sheet can have its number at the other end."""
    sheets: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    ends = {line.address for line in (*found[:HEAD], *found[-NEAR:])}
    alone = any(numbers_of(line.sheet) == ONLY for line in found[-NEAR:])
    titles = Counter(line.rest for line in found if line.sheet)
    for at, line in enumerate(found):
        if line.address:
            sheets[line.address].append(sheet_near(found, at, titles))
    known = (
        address
        for address, of in sorted(sheets.items(), key=lambda item: -len(item[1]))
        if is_numbered(of, at_end=address in ends) or (alone and address in ends and len(sheets) == 1)
    )
    return frozenset(islice(known, FEW))


def address_at_edge(lines: Sequence[Line], found: Sequence[Marked]) -> Iterator[str]:
    """The address of a copy of which other sheets have no marks: with the number of its sheet, right above the end of
    that or below the begin, and with the day and the title on the line beside it."""
    for at, line in enumerate(found):
        if not line.address or not line.sheet or line.rest:
            continue
        begins = at > 1 and lines[at - 2].page != lines[at - 1].page and lines[at - 1].page == lines[at].page
        ends = 0 < at < len(lines) - 1 and lines[at].page != lines[at + 1].page
        day = found[at - 1]
        if (begins or ends) and day.day and is_title(day.rest) and not day.address:
            yield line.address
            return


def is_numbered(sheets: Sequence[tuple[str, ...]], at_end: bool) -> bool:
    """Whether the numbers near one address, for each place where it stands, are those of sheets."""
    known = {numbers for numbers in sheets if numbers}
    several = len(known) >= LEAST or (at_end and bool(known) and (len(sheets) >= LEAST or ONLY in known))
    return several and len({numbers[1] for numbers in known}) == 1


def sheet_near(found: Sequence[Marked], at: int, titles: Counter[str]) -> tuple[str, ...]:
    """The number of the sheet on the line of an address or on the nearest one that has any, and nothing else but marks
    or a title that returns with them: some browsers print the address above and the number below."""
    around = [found[at + step] for step in REACH if 0 <= at + step < len(found)]
    fit = (line for line in around if line is found[at] or not line.rest or titles[line.rest] >= LEAST)
    return numbers_of(next((line.sheet for line in fit if line.sheet), ""))


def numbers_of(sheet: str) -> tuple[str, ...]:
    """The number of a sheet, and how many there are."""
    return tuple(re.findall(r"\d+", sheet))


def near(places: Iterable[int], length: int, several: bool) -> list[int]:
    """The indices around these, and those of both ends; of an only sheet the nearest alone, for nothing returns."""
    reach, head = (NEAR, HEAD) if several else (1, 1)
    around = {at for place in places for at in range(place - reach, place + reach + 1) if 0 <= at < length}
    return sorted({*range(min(head, length)), length - 1} | around)


def candidates(found: Sequence[Marked], places: Iterable[int], several: bool) -> Iterator[tuple[str, str]]:
    """Each day near an address, and each text that can be a title: of several sheets any that returns, of one sheet
    what stands beside a mark or below a day."""
    for at in places:
        line = found[at]
        if line.day:
            yield "day", line.day
        if line.rest and (several or line.address or line.sheet):
            yield "title", line.rest
        elif not several and (head := head_at(found, at)):
            yield "title", head[1]


def head_at(found: Sequence[Marked], at: int) -> tuple[str, str] | None:
    """A day with the text beside or below it."""
    line = found[at]
    below = plain(found[at + 1]) if at + 1 < len(found) and not line.sheet else ""
    return (line.day, line.rest or below) if line.day and (line.rest or below) else None


def plain(line: Marked) -> str:
    """The text of a line without any mark."""
    return "" if line.address or line.sheet or line.day else line.rest


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


def printed(lines: Sequence[Line], marks: Marks) -> set[int]:
    """The lines that hold marks and nothing else, in a run that surely is a browser's, or near one: a tool can read a
    line of the site between two. Of a title that stands twice in a run the second is the page's own."""
    whole = re.compile(rf"{shape_of(marks)}{{1,{MOST}}}")
    texts = [line.text if whole.fullmatch(line.text) else "" for line in lines]
    sure: set[int] = set()
    start = 0
    while start < len(texts):
        end = next((at for at in range(start, len(texts)) if not texts[at]), len(texts))
        if is_sure(" ".join(texts[start:end]), marks):
            sure |= {at for at in range(start, end) if at == start or texts[at] != texts[at - 1]}
        start = end + 1
    return sure | {at for at in near(sure, len(lines), several=True) if at < len(lines) and is_named(texts[at], marks)}


def is_named(text: str, marks: Marks) -> bool:
    """Whether a line is the day or the title and no more."""
    return " ".join(text.split()) in marks.days | marks.titles


def is_sure(text: str, marks: Marks) -> bool:
    """Whether marks are those of a sheet: the address of the page, or its day with its title or number."""
    text = " ".join(text.split())
    titled = any(title in text for title in marks.titles) or (marks.addresses and SHEET_AMID.search(text))
    return bool(titled and any(day in text for day in marks.days)) or any(one in text for one in marks.addresses)


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
