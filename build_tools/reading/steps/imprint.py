"""The imprint of a printed paper: its identifier, ISSN, printer and year, which the letter does not say."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from build_tools.draft import Cut, Line
from build_tools.dutch.matching import any_of
from build_tools.model import Reason
from build_tools.reading.steps.pieces import GAP, piece

IMPRINT_PART = r"(?:kst-[\w-]*\d{3}[\w-]*|ISSN ?\d{4} ?[-–] ?\d{3}[\dX]|(?:[’'‘]s-Gravenhage|Den Haag),? \d{4})"

IMPRINT = any_of([
    rf"{IMPRINT_PART}(?: +{IMPRINT_PART}){{1,3}}",   # several behind each other
    r"(kst|ah|h|nds|blg|ek|tk)-[\w-]*\d{3}[\w-]*",   # the paper's own identifier
    r"kst-[CLXVI]{2,9}-[A-Z]{1,3}",
    r"kst\d[\w-]*",
    r"KST\d+",
    r"\d{4}(tk|ek)(kst|kvr|ah|h|blg)\d+[\w-]*",    # the same, until 2011
    r"\d[A-Z]\d{4}",                              # and in the years until 1997: 6K1588
    r"\d{6}F",                                    # the printer's order, in those years: 404118F
    r"KVR ?\d{4,6}",                               # that of an Aanhangsel
    r"ISSN ?\d{4} ?[-–] ?\d{3}[\dX]",               # ISSN 0921 - 7371
    r"[’'‘]s-Gravenhage,? \d{4}",
    r"S[Dd][Uu] [Uu]itgever(s|ij)( ([’'‘]s-Gravenhage|Plantijnstraat).*)?",
    r"Staats(uitgeverij|drukkerij)(,? [’'‘]s-Gravenhage,?( \d{4})?)?",   # what it was until 1988
])  # fmt: skip
"""Lines that the printer adds to the first page, each of them whole."""

IDENTIFIED = re.compile(r"(?:(?:KST|KVR)\d{5}|kst-\d{5}(?:-[CLXVI]{1,6}|-\d\d)?-(?:[A-Z]|\d{1,4}))(?P<gap> +)(?=\S)")
"""`KST92042 mogelijkheid. Het kabinet`, `kst-33750-XII-38 Tweede Kamer, …`: text, or a foot, that
came out on the line of the paper's identifier."""

BEFORE_NOTE = re.compile(r"(?:ISSN ?\d{4} ?[-–] ?\d{3}[\dX]|[’'‘]s-Gravenhage,? \d{4})(?P<gap> )(?=\d{1,3} \S)")
"""`’s-Gravenhage 2032 5 Kamerstuk 32 422`: a note that came out on a line of the imprint."""

IDENTIFIER = re.compile(r" (?:KST\d{5}|(?:kst|ah|h|ek|tk)-[\w-]*\d{3}[\w-]*)$")
"""`… in de Vereni- KST13902`: the identifier at the end of a line of text, above the rest of the imprint."""

GLUED_IDENTIFIER = re.compile(r"KST(?<=[a-zà-ÿ.,;:)-]KST)\d{4,6}$")
"""`… een Europese verKST13902`: the same without a space; the hyphen of a broken word can be lost below it."""

PRINTED_IN = re.compile(r"[’'‘]s-Gravenhage,? (\d{4})")
"""Where and when a paper was printed."""

ANSWERS = re.compile(r"ah-[te]k-(\d{4})(\d{4})-(\d{1,4})")
"""`ah-tk-20302031-110`: the identifier of an Aanhangsel, of which the head states the years and the number."""

IDENTIFYING = re.compile(r"[A-Za-z][\w-]{6,24}")
"""What a paper's identifier consists of."""

HEAD_LINES = 12
"""Lines at the top of an Aanhangsel among which its years and its number stand."""

FILED = re.compile(r"\d{6}\.\d{2}[uU]")
"""`170482.08u`: under which the Eerste Kamer files what it sends, at the foot of a page."""

IMPRINT_LINES = 3
"""Lines of text that can stand between two of the imprint where the look of the page is kept."""

ORDER = re.compile(r"\d{1,2}[A-Z]\w{3,7}|[A-Z]{1,3}\d{4,8}")
"""`18K52932`: the printer's order, right above another line of the imprint."""

LEAST_DIGITS = 6
"""Digits of such a number at the least: a shorter one can be that of a note."""


def imprint_of(lines: Sequence[Line]) -> set[int]:
    """The lines that can be of the imprint, with a number between two of them, or the printer's above."""
    own = {index for index, line in enumerate(lines) if IMPRINT.fullmatch(line.text)}
    own |= {index + 1 for index in own if index + 2 in own and is_numeral(lines[index + 1].text)}
    return own | {index - 1 for index in own if index and ORDER.fullmatch(lines[index - 1].text)}


def is_numeral(text: str) -> bool:
    """Whether a line holds a number and no word: `2989905120`, the case that an Aanhangsel answers, `0921 - 7371`."""
    return sum(map(str.isdigit, text)) >= LEAST_DIGITS and not any(map(str.isalpha, text))


def beside_imprint(line: Line, above: Line | None, after: Line | None) -> list[Line]:
    """A line of the imprint, and the line of text that it stands beside where the look of the page is kept; the paper's
    identifier, the first line of the imprint, also where it is not, before the text or behind it; and another line of
    the imprint before a note."""
    gap, identified = GAP.search(line.text), IDENTIFIED.match(line.text)
    if above and (IMPRINT.fullmatch(above.text) or BEFORE_NOTE.match(above.text)):
        identified = identified or BEFORE_NOTE.match(line.text)
    start, end = identified.span("gap") if identified else gap.span() if gap else (0, 0)
    if IMPRINT.fullmatch(line.text[:start]):
        return [piece(line, 0, start), piece(line, end, len(line.text))]
    behind, glued = IDENTIFIER.search(line.text), GLUED_IDENTIFIER.search(line.text)
    above_imprint = after is not None and IMPRINT.fullmatch(after.text) is not None
    if above_imprint and behind:
        return [piece(line, 0, behind.start()), piece(line, behind.start() + 1, len(line.text))]
    if above_imprint and glued:
        own = Cut(line.start + glued.start(), line.end, Reason.IMPRINT)
        return [replace(line, cuts=(*line.cuts, own))]
    return [line]


def close_together(lines: Sequence[Line], own: Set[int]) -> Set[int]:
    """Those of these lines that stand next to another of them in the order of reading, or near one in that of the
    source."""
    placed = Counter(lines[at].number for at in own)

    def is_near(at: int) -> bool:
        beside = range(lines[at].number - IMPRINT_LINES, lines[at].number + IMPRINT_LINES + 1)
        return bool({at - 1, at + 1} & own) or sum(placed[number] for number in beside) > 1

    return {at for at in own if is_near(at)}


def names_own(lines: Sequence[Line], index: int, feet: Mapping[int, re.Match[str]]) -> bool:
    """Whether a line is the identifier of this very Aanhangsel, or when the paper was printed: in the years of its
    feet."""
    printed = PRINTED_IN.fullmatch(lines[index].text)
    in_its_years = printed and any(printed[1] in foot["year"] for foot in feet.values())
    return bool(in_its_years) or names_answers(lines, index)


def identifiers(lines: Sequence[Line], feet: Mapping[int, re.Match[str]]) -> set[int]:
    """The lines that are the identifier of the paper whose feet these are, whatever they begin with: `kst-27625-F`,
    `K-2031-27625-12`; or under which it is filed. Within an address that runs over lines it can be another's."""
    papers = {re.sub(r"\W", "", foot["dossier"]) + foot["number"] for foot in feet.values() if foot["dossier"]}
    coded = [at for at, line in enumerate(lines) if papers and IDENTIFYING.fullmatch(line.text)]
    alone = [at for at in coded if not (at and lines[at - 1].text.endswith("/"))]
    filed = {at for at, line in enumerate(lines) if FILED.fullmatch(line.text) and stands_last(lines, at)}
    return filed | {at for at in alone if re.sub(r"\W", "", lines[at].text).endswith(tuple(papers))}


def stands_last(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing or a number alone stands below a line."""
    return all(line.text.isdecimal() for line in lines[at + 1 : at + 2])


def names_answers(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the identifier of the Aanhangsel whose head these lines begin with."""
    named = ANSWERS.fullmatch(lines[index].text)
    if named is None:
        return False
    first, last, number = named.groups()
    head = [line.text for line in lines[:HEAD_LINES]]
    return number in head and any(re.search(rf"{first}[-–]{last}", text) for text in head)
