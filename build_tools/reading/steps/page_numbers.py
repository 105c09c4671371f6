"""Numbers of pages that stand alone on their lines, in the forms that printers, ministries and programs give them."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.matching import any_of, squeezed
from build_tools.reading.steps.margins.labels import ministry_names
from build_tools.reading.steps.taking_out import pages

WORDED = any_of([
    r"\d*pagina:?(?:\d+(?:(?:van|/)\d+)?|van\d+)",                       # also where a field of Word came out empty
    r"página\d+(?:(?:di|/)\d+)?",                                     # in Papiamentu: Página 2 di 5
    r"(?:vervolg)?blad(?:zijde|nummer|nr\.?)?\d+(?:(?:van|/)\d+)?",                # Blad 2, bladnummer 2, blad 2 van 5
    r"(?:pag|blz|p)\.\d+(?:van|/)\d+",                                 # p. 2 van 5, blz. 2/5
])  # fmt: skip
"""A number that says by a word that it is a page's, without the white space of its line: `Pagina 2 van 7`."""

AMID = re.compile(
    r"(?P<worded>(?:pagina|blad(?:zijde|nummer|nr\.?)?|pag\.?|blz\.?|p\.)[-–—]?\d{1,3}(?:(?:van|/)\d{1,3})?[-–—]?"
    r"|[-–—]?(?<!\d)\d{1,3}(?:van|/)\d{1,3}(?!\d)[-–—]?|pagina|blad|pag\.|blz\.)"
    r"|[-–—]?(?<!\d)(?P<bare>\d{1,3})(?!\d)[-–—]?"
)
"""The same in a line that says other things of the page as well: `19 mei 1999  2/5`. A number alone, `19 mei 1999  2`,
is that of a page only where it counts."""

COUNTING: Mapping[str, re.Pattern[str]] = {
    "of": re.compile(  # 2/5, 2 van 5, 2 | 5, 2-5, - 2/5 -
        r"(?:[-–—] ?)?(?P<number>\d{1,3}) ?(?:/|van|\||[-–]) ?(?P<total>\d{1,3})(?: ?[-–—])?"
    ),
    "led": re.compile(  # VWS/2023-11441 24 april 2023 Pagina 1 van 2
        r"(?P<led>\S.{2,80}?)\s+[Pp](?:agina|ag\.|\.) ?(?P<number>\d{1,3}) ?(?:/|van) ?(?P<total>\d{1,3})"
    ),
    "dashes": re.compile(r"[-–—] ?(?P<number>\d{1,3}) ?[-–—]"),  # - 2 -
    "short": re.compile(r"(?:[Pp]ag|[Bb]lz|[Pp])\. ?(?P<number>\d{1,3})"),  # blz. 2, as notes end
    "brackets": re.compile(r"[(\[] ?(?P<number>\d{1,3}) ?[)\]]"),  # [2]
}
"""Forms that other things have as well: they are numbers of pages where they count on through the whole document."""

LABELLED = re.compile(r"(?P<number>\d{1,3})(?P<on> en volgende)?")
"""`2` below `Blad`, and `2 en volgende`, as a form for all further pages has it."""

SENT_BY = re.compile(r"(?P<sender>Ministerie van .{2,80}?)\s+(?P<number>\d{1,3})")
"""`Ministerie van Justitie 2`: who sends a letter and the number of the page, as a foot can have them."""

BEHIND = re.compile(r"\S\s+(?P<number>\d{1,3})/(?P<total>\d{1,3})$")
"""The number of a page and how many there are, behind other words."""

CALL = re.compile(r"\S ?\[\d{1,3}\](?!\w)")
"""`hersteld.[1]`: where a text has such a call, `[1]` alone is the number of a note, above its text."""

SEVERAL = 2
"""Numbers of one form that must count on where none of them says how many pages there are."""

PAGE_LINES = 15
"""Lines that every page but the last has at the least where bare numbers alone end them."""

FAR = 3
"""Blank lines beside a number between dashes that show where a page turned, at the least; or one on both sides."""

HEAD_LINES = 3
"""Lines at the head of a page among which its number stands: below a subject or a date."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of a page on a line of its own; `above` says that it stands at the head of its page."""

    number: str
    above: bool = False


def is_page_number(text: str) -> bool:
    """`Pagina 2 van 7`, `blad 2`, however it is spaced."""
    return WORDED.fullmatch(squeezed(text)) is not None


def page_numbers(lines: Sequence[Line], worded_lines: dict[int, str]) -> dict[int, PageNumber]:
    """The lines that hold nothing but the number of a page, by index, and those that state it beside other words."""
    worded = {at: found[0] for at, line in enumerate(lines) if (found := worded_number(line.text))}
    families = [
        worded,
        labelled_numbers(lines),
        *(dict(counting(lines, form)) for form in COUNTING.values()),
        bare_numbers_of(lines),
        numbers_of_their_pages(lines),
        worded_lines,
    ]
    heads = [above(lines, own) for own in families]
    return {
        at: PageNumber(number, at_head)
        for own, at_head in zip(families, heads, strict=True)
        for at, number in own.items()
    }


def labelled_numbers(lines: Sequence[Line]) -> dict[int, str]:
    """The labels of pages, each with its number below it: `Blad` / `2`. They are those of the pages on which they
    stand, or count on from 2; in a table or a list they need not. `2 en volgende` says itself what it is."""
    found = (
        (at, LABELLED.fullmatch(lines[at + 1].text)) for at in range(len(lines) - 1) if is_page_label(lines[at].text)
    )
    stated = {at: match for at, match in found if match}
    labels, numbers = [*stated], [int(match["number"]) for match in stated.values()]
    on_their_pages = (
        all(number == lines[at].page for at, number in zip(labels, numbers, strict=True)) and 1 not in numbers
    )
    counting_on = len(numbers) >= SEVERAL and numbers == [*range(2, len(numbers) + 2)]
    known = stated if on_their_pages or counting_on else {at: match for at, match in stated.items() if match["on"]}
    return {at + n: match["number"] if n else "" for at, match in known.items() for n in (0, 1)}


def is_page_label(text: str) -> bool:
    """Whether a line is the label of a page's number and no more: `Blad`, `Vervolgblad:`."""
    return text.rstrip(":").lower() in data("margin")["pages"]


def worded_number(text: str) -> list[str]:
    """The number that a worded line states, in a list; an empty one where its field came out empty."""
    if not is_page_number(text):
        return []
    stated = re.search(r"[a-z.](\d+)", squeezed(text).replace("paginavan", "pagina "))
    return [stated[1] if stated else ""]


def counting(lines: Sequence[Line], form: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The lines of one form, if they count the pages: from 1 or 2, by one, up to the total that each of them states,
    and all led by the same words. Of a letter of two pages one between dashes does at the end of its page, `- 2 -`, and
    `Pag. 2` at the head of one.
    """
    found = [(at, match) for at, line in enumerate(lines) if (match := form.fullmatch(line.text))]
    if found and found[0][1][0][0] == "[" and any(CALL.search(line.text) for line in lines):
        return
    numbers = [int(match["number"]) for _, match in found]
    totals = {match["total"] for _, match in found if "total" in form.groupindex}
    led = {squeezed(match["led"]) for _, match in found if "led" in form.groupindex}
    if "total" in form.groupindex and totals:
        numbers = sorted({*numbers, *numbers_behind(lines, totals)})
    alone = len(numbers) == 1 and stands_alone(lines, found[0][0], form)
    complete = totals == {str(numbers[-1])} if totals else len(numbers) >= SEVERAL or alone
    if (
        complete
        and len(led) <= 1
        and (not led or len(numbers) >= SEVERAL)
        and numbers[0] in (1, 2)
        and all(b == a + 1 for a, b in pairwise(numbers))
    ):
        yield from ((at, match["number"]) for at, match in found)


def numbers_behind(lines: Sequence[Line], totals: Set[str]) -> Iterator[int]:
    """The numbers of pages behind other words, each at the end of its page: `12 mei 2031   2/2`."""
    for at, line in enumerate(lines):
        match = BEHIND.search(line.text) if closes_page(lines, at) else None
        if match and match["total"] in totals:
            yield int(match["number"])


def bare_numbers_of(lines: Sequence[Line]) -> dict[int, str]:
    """Bare numbers that end the pages, also where no sign tells these apart: they count from 1, a page’s
    lines apart, up to the last line of all, and none is that of a note below its text. Behind the name of a ministry
    a number is surely none, and what is as high alone on its line is no page's."""
    sent = {at: match["number"] for at, line in enumerate(lines) if (match := sent_by(line.text))}
    bare = {at: line.text for at, line in enumerate(lines) if line.text.isdecimal() and line.text not in sent.values()}
    numbers = dict(sorted((sent | bare).items()))
    counts = list(numbers.values()) == [str(n) for n in range(1, len(numbers) + 1)]
    if not counts or len(numbers) < SEVERAL or max(numbers) != len(lines) - 1:
        return {}
    apart = all(after - before > PAGE_LINES for before, after in pairwise([-1, *numbers][:-1]))
    text = "\n".join(line.text for line in lines)
    notes = any(calls_note(text, number) and not has_note(text, number) for number in bare.values())
    return numbers if apart and not notes else {}


def numbers_of_their_pages(lines: Sequence[Line]) -> dict[int, str]:
    """Bare numbers that open all pages, or all but the first, each that of its page; what else is as bare, such as the
    numbers of notes, stands elsewhere."""
    begins = [page.start for page in pages(lines)]
    own = {at: lines[at].text for at in begins if lines[at].text == str(lines[at].page)}
    return own if len(own) >= SEVERAL and begins[1:] == [at for at in own if at] else {}


def sent_by(text: str) -> re.Match[str] | None:
    """A line that holds the name of a ministry and a number, and nothing else."""
    match = SENT_BY.fullmatch(text)
    return match if match and squeezed(match["sender"]) in ministry_names() else None


def calls_note(text: str, number: str) -> bool:
    """Whether a number stands behind a word as the call of a note does: `jaar.1`, `brug 2`."""
    return re.search(rf"[^\W\d_][.,;]?{number}(?!\d)", text) is not None


def has_note(text: str, number: str) -> bool:
    """Whether a line begins with a number and words: `1 Brief van …`."""
    return re.search(rf"^[\[(]?{number}[\])]? [^\W\d_]", text, re.MULTILINE) is not None


def stands_alone(lines: Sequence[Line], at: int, form: re.Pattern[str]) -> bool:
    """Whether the one number of its form stands where that of a second page does, or at the end of the only one."""
    opens = any(lines[before].page < lines[at].page for before in range(max(0, at - HEAD_LINES), at))
    if form is COUNTING["dashes"]:
        below = lines[at + 1].blanks if at + 1 < len(lines) else 0
        apart = max(lines[at].blanks, below) >= FAR or (lines[at].blanks and below)
        return closes_page(lines, at) or (opens and lines[at].page == 2) or bool(apart)
    return form is COUNTING["short"] and lines[at].page == 2 and (opens or closes_page(lines, at))


def closes_page(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing follows a line on its page."""
    return at + 1 == len(lines) or lines[at + 1].page != lines[at].page


def above(lines: Sequence[Line], own: Mapping[int, str]) -> bool:
    """Whether numbers stand at the heads of their pages: where form feeds tell, by these, and else where the first page
    has none and text follows the last."""
    turns = [at for at in own if at and lines[at - 1].page != lines[at].page]
    ends = [at for at in own if at + 1 < len(lines) and lines[at + 1].page != lines[at].page]
    if turns or ends:
        return len(turns) > len(ends)
    return next(iter(own.values()), "") == "2" and max(own) + 1 < len(lines)
