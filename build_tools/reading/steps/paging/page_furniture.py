"""Page furniture: feet, page numbers and markings, which the printer adds and the letter does not say."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.model import Reason
from build_tools.papers.numbers import PRINTED, ROMAN
from build_tools.reading.steps.imprint import (
    IMPRINT,
    beside_imprint,
    close_together,
    identifiers,
    imprint_of,
    names_own,
)
from build_tools.reading.steps.page_numbers import closes_page, page_numbers
from build_tools.reading.steps.paging.broken_feet import with_whole_feet
from build_tools.reading.steps.paging.counted_lines import counted_lines
from build_tools.reading.steps.taking_out import take_out

SESSION = r"(?:Tweede|Eerste) Kamer, vergaderjaar (?P<year>\d{4}[-–]\d{4})"
"""`Tweede Kamer, vergaderjaar 2021–2022`."""

PAGE_DIGITS = 4
"""Digits of a printed page number at the most: five are an amount or the number of a question."""

DOSSIERS = rf"(?P<dossier>{PRINTED}|{ROMAN})(?:(?:, | en | ?/ ?)(?:{PRINTED}|{ROMAN})){{0,5}}"
"""`32 824`; of a paper that belongs to several: `32 824 en 29 279`, `32 824, 29 279`, of which the first is its own."""

PAPER = rf"{DOSSIERS}, (?:nr\. ?)?(?P<number>[0-9]+[a-z]?|[A-Z]{{1,3}})"
"""`32 824, nr. 357`; a paper of the Eerste Kamer has letters: `35 261, B`, `CXXIV, A`."""

FOOT = re.compile(
    rf"(?:[’'‘]s-Gravenhage \d{{4}}|(?P<series>Aanhangsel van de Handelingen))? ?{SESSION}"
    rf"(?:, (?:{PAPER}|Aanhangsel)|(?(series)|(?!)))"
    rf"(?: +(?P<page>\d{{1,{PAGE_DIGITS}}}))?(?P<glued>.*)"
)
"""`Tweede Kamer, vergaderjaar 2021–2022, 32 824, nr. 357 3`; on a first page `’s-Gravenhage 2022` stands before it.
Older ones name the series above the session: `Aanhangsel van de Handelingen`, `Tweede Kamer, vergaderjaar 1985–1986 9`.
Where anything else is glued behind it, it is text."""

PAGE_ALONE = re.compile(rf"\d{{1,{PAGE_DIGITS}}}")
"""The number of a page and nothing else."""

BESIDE_FOOT = 4
"""Lines from a foot to the number of its page, at the most: the three of the imprint stand between them."""

RULED = re.compile(r"_{5,}")
"""A line drawn with underscores, as above typed notes: it says nothing."""

DASHES = re.compile(r"-{2,}")
"""The same drawn with dashes, two as mail has them or more, where the first note below it is `[1] …`: elsewhere it can
be the rule of a table."""

REMARK = re.compile(r" \([^()]*\)$")
"""Words in parentheses at the end of a line."""


def take_out_page_feet(draft: Draft) -> Draft:
    """Take the foot of each page out and keep what it states: session year, paper, printed page."""
    taken: dict[int, Reason] = {}
    head: list[HeadLine] = []
    printed: list[tuple[int, str]] = []
    lines = tuple(as_printed(draft))
    feet, imprint = page_feet(lines), imprint_of(lines)
    apart = numbers_apart(lines, imprint, feet)
    together, own = close_together(lines, imprint | feet.keys()), identifiers(lines, feet)
    numbered = page_numbers(lines, counted_lines(lines))
    marked = {line.text for at, line in enumerate(lines) if is_marking(lines, at, numbered.keys())}
    for index, line in enumerate(lines):
        foot = feet.get(index)
        if foot:
            taken[index] = Reason.PAGE_FOOT
            head += [HeadLine(name, foot[name], line.number) for name in ("year", "dossier", "number") if foot[name]]
            if index in apart:
                taken[apart[index]] = Reason.PAGE_FOOT
            if number := foot["page"] or (index in apart and lines[apart[index]].text):
                printed.append((max(index, apart.get(index, index)), number))
        elif line.given and line.given.left_out is Reason.PAGE_FOOT and line.given.printed:
            taken[index] = Reason.PAGE_FOOT
            printed.append((index, line.given.printed))
        elif index in numbered or line.text in marked or is_ruled(lines, index):
            taken[index] = Reason.PAGE_FOOT
        elif index in together or index in own or (index in imprint and names_own(lines, index, feet)):
            taken[index] = Reason.IMPRINT
    printed += [(at, found.number) for at, found in numbered.items() if found.number and not found.above]
    ends = {at for at, _ in printed} | {at - 1 for at, found in numbered.items() if found.above}
    paged = number_pages(lines, ends)
    return take_out(replace(draft, lines=paged, printed_pages=printed_pages(paged, sorted(printed))), taken, head)


def as_printed(draft: Draft) -> Iterator[Line]:
    """The lines with each foot on one, and what stands beside the imprint on lines of its own."""
    whole = with_whole_feet(draft, is_foot)
    for above, line, below in zip([None, *whole], whole, [*whole, None][1:], strict=False):
        yield from beside_imprint(line, above, below)


def is_foot(text: str) -> bool:
    """Whether a text is the foot of a page and nothing else."""
    foot = FOOT.fullmatch(text)
    return foot is not None and not foot["glued"]


def is_ruled(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is drawn above notes."""
    form = DASHES if index + 1 < len(lines) and lines[index + 1].text.startswith("[") else RULED
    return (RULED.fullmatch(lines[index].text) or form.fullmatch(lines[index].text)) is not None


def numbers_apart(lines: Sequence[Line], imprint: Set[int], feet: Mapping[int, re.Match[str]]) -> dict[int, int]:
    """Where the numbers of pages stand that their feet do not state, by foot: below it, amid the lines of the imprint,
    or at an end of them where the next foot counts on: `ISSN 0921 - 7371` / `1` / `’s-Gravenhage 2032` / `Tweede Kamer,
    …`."""
    found: dict[int, int] = {}
    for foot, below in pairwise([*feet, None]):
        if foot is None or feet[foot]["page"]:
            continue
        own, near = imprint | {foot}, range(max(0, foot - BESIDE_FOOT), min(len(lines), foot + BESIDE_FOOT + 1))
        beside = [at for at in near if {at - 1, at + 1} & own and PAGE_ALONE.fullmatch(lines[at].text)]
        amid = [at for at in beside if {at - 1, at + 1} <= own]
        following = feet[below]["page"] if below is not None else None
        counted = [at for at in beside if following and int(lines[at].text) + 1 == int(following)]
        below_it = [foot + 1] if lone_number_after(lines, foot) else []
        if at := next(iter(ends_with_number_below(lines, foot) or below_it or amid or counted), 0):
            found[foot] = at
    return found


def ends_with_number_below(lines: Sequence[Line], foot: int) -> list[int]:
    """The line that ends the page of a foot, where it is the number that stands below the foot as well, and that one
    counts on: a foot below the first column, answers below it that their numbers head, and the number of the page."""
    number = lone_number_after(lines, foot)
    page = range(foot + 2, next((at + 1 for at in range(foot, len(lines)) if closes_page(lines, at)), foot))
    if number is None or not page or lines[page[-1]].text != number:
        return []
    return [page[-1]] if any(lines[at].text == str(int(number) + 1) for at in page) else []


def is_marking(lines: Sequence[Line], index: int, numbered: Set[int]) -> bool:
    """Whether a line says who may read the page, at an end of the document or beside a page number: in capitals, or in
    several words, with how long that holds behind them: `Departementaal vertrouwelijk (vervalt bij verzending)`."""
    at_edge = index in (0, len(lines) - 1) or bool(numbered & {index - 1, index + 1})
    text = REMARK.sub("", lines[index].text)
    return at_edge and (text.isupper() or " " in text) and text.lower() in data("margin")["markings"]


def page_feet(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """The feet by index. All feet of a paper name that paper; what looks like one and names another is text. One
    without a page number, that no page ends with either, names the paper that others are sure of: it stood below a
    column; where there are no others, it stands with the imprint."""
    alike = {index: foot for index, line in enumerate(lines) if (foot := FOOT.fullmatch(" ".join(line.text.split())))}
    alike = {i: foot for i, foot in alike.items() if not foot["glued"]}
    sure = {i: foot for i, foot in alike.items() if not is_counted_note(lines, i)}
    found = {i: foot for i, foot in sure.items() if foot["page"] or ends_page(lines, i)}
    found = found or {i: foot for i, foot in sure.items() if is_first_foot(lines, i, foot)}
    first = {i: foot for i, foot in found.items() if is_first_foot(lines, i, foot)}
    names = Counter((foot["year"], foot["dossier"], foot["number"]) for foot in (first or found).values())
    if not names:
        return {}
    own, count = names.most_common(1)[0]
    if count == 1 and not first and not any(is_sure_foot(lines, index, foot) for index, foot in found.items()):
        return {}
    feet = alike if own[1] else found
    return {i: foot for i, foot in feet.items() if (foot["year"], foot["dossier"], foot["number"]) == own}


def is_sure_foot(lines: Sequence[Line], index: int, foot: re.Match[str]) -> bool:
    """Whether what looks like a foot needs no other foot to be one: the end of a note can name a paper as well."""
    return bool(foot["page"] or lone_number_after(lines, index) or not foot["dossier"])


def is_first_foot(lines: Sequence[Line], index: int, foot: re.Match[str]) -> bool:
    """Whether a foot stands with the imprint, below it or above, which the first page alone has: it surely names the
    paper itself."""
    beside = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return foot[0][0] in "’'‘" or any(map(IMPRINT.fullmatch, beside))


def is_counted_note(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands between two numbers that count on: a note below its number, before the next one."""
    before, after = lines[index - 1].text if index else "", lone_number_after(lines, index)
    return bool(after and before.isdecimal() and int(before) + 1 == int(after))


def ends_page(lines: Sequence[Line], index: int) -> bool:
    """Whether a foot without a page number is one: the number or the page's end follows; else it is a note's text."""
    return closes_page(lines, index) or lone_number_after(lines, index) is not None


def lone_number_after(lines: Sequence[Line], index: int) -> str | None:
    """The page number that an extraction parted from its foot."""
    if index + 1 < len(lines) and lines[index + 1].text.isdecimal() and len(lines[index + 1].text) <= PAGE_DIGITS:
        return lines[index + 1].text
    return None


def number_pages(lines: Sequence[Line], feet: Set[int]) -> tuple[Line, ...]:
    """Number the pages anew: one ends with its foot, also where no form feed tells."""
    numbered: list[Line] = []
    page = 1
    for index, line in enumerate(lines):
        page += index > 0 and (index - 1 in feet or line.page != lines[index - 1].page)
        numbered.append(line if line.page == page else replace(line, page=page))
    return tuple(numbered)


def printed_pages(lines: Sequence[Line], printed: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """For each physical page with a number in its foot: the page and the number as printed."""
    return tuple({lines[index].page: number for index, number in printed}.items())


def take_out_top_numbers(draft: Draft) -> Draft:
    """Take out page numbers that stand above their pages: `1` above all, and what counts on within a sentence."""
    lines = draft.lines
    if not lines or lines[0].text != "1":
        return draft
    taken = {0: Reason.PAGE_FOOT}
    for at, (line, after) in enumerate(pairwise(lines)):
        if line.text == str(len(taken) + 1) and after.text[0].islower():
            taken[at] = Reason.PAGE_FOOT
    return take_out(draft, taken) if len(taken) > 1 else draft
