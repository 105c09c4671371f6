"""What a site states of the paper that it shows: its number, session, day, ministry and title, and who signed."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import IN_FIGURES, day_in
from build_tools.reading.signing.portfolios import ministry_of
from build_tools.reading.signing.shapes import LONGEST_NAME, NAME, ROLE
from build_tools.reading.steps.heads.head_shapes import KIND, MASTHEAD
from build_tools.reading.steps.pieces import fragments, piece
from build_tools.reading.steps.web.web_words import (
    CAPTION,
    LABELLED_PAPER,
    PAPER,
    is_named,
    is_paper,
    is_sign,
    particular_of,
)

YEARS = re.compile(r"\d{4}[-–/]\d{4}")
"""`2023-2024`: a session."""

CHAMBER_YEARS = re.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal (?P<years>\d{4}[-–/]\d{4})")
"""`Tweede Kamer der Staten-Generaal 2023-2024`: two values in a row, below their labels."""

QUOTED = re.compile(r"Download(?:en)? [‘“'\"](?P<title>.+)[’”'\"].*")
"""The name of the file to take away."""

OF_FORM = ("session", "paper")
"""Kinds of particulars of which no other has the form."""

OTHER = re.compile(r"[A-Z][a-z]+(?: [a-z]+)?: \S+(?: \S+)?")
"""`Type document: Brief regering`: a label with one word or two behind it."""

SORT = re.compile(rf"{KIND}(?: [a-z]+)?")
"""`Brief regering`: what a paper is, and nothing else."""

TITLED = re.compile(rf"{SORT.pattern} ?: (?P<title>\S.*)")
"""`Brief regering : Voortgang veren`: the title behind what the paper is."""

TITLE_WORDS = 3
"""Words of a title above the particulars at the least: fewer are a menu or the kind of paper."""


def stated_around(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """What the particulars state: the paper, its session, its date, who signed, which ministry."""
    for at, line in enumerate(lines):
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        label, value = particular_of(line.text) or ("", "")
        yield from facts_in(data("web_page")["particulars"].get(label, "none"), value or following, line.number)
        for kind in kinds_in_row(line.text):
            yield from chain.from_iterable(facts_in(kind, cell, line.number + 1) for cell in following.split("\t"))
        if session := CHAMBER_YEARS.fullmatch(line.text):
            yield HeadLine("around session", session["years"], line.number)
        if PAPER.fullmatch(line.text) or LABELLED_PAPER.fullmatch(line.text):
            yield from facts_in("paper", line.text.rpartition(":")[2].strip(), line.number)
        if caption := CAPTION.fullmatch(line.text):
            yield from facts_in("date", caption["date"], line.number)


def kinds_in_row(text: str) -> Sequence[str]:
    """What labels beside each other say of a paper that shows by its form which value below them is whose, as one can
    have none: `Datum publicatie`, `Vergaderjaar`, `Dossier- en ondernummer`."""
    known = data("web_page")["particulars"]
    kinds = [known.get(cell.strip().lower()) for cell in text.split("\t")]
    return [kind for kind in OF_FORM if kind in kinds] if len(kinds) > 1 and None not in kinds else ()


def title_above(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """The title: what both the page and its file are called, or else what stands behind the kind of paper, or above the
    first particulars."""
    files = {match["title"] for line in lines if (match := QUOTED.fullmatch(line.text))}
    above = next((line for line in lines if line.text in files), None) or titled(lines) or above_particulars(lines)
    if above and len(above.text.split()) >= TITLE_WORDS and not (MASTHEAD.fullmatch(above.text) or is_other(above)):
        yield HeadLine("around title", above.text, above.number)


def titled(lines: Sequence[Line]) -> Line | None:
    """The title behind the kind of paper, as a piece of its line; `Verslag: geen` has none."""
    found = ((line, match) for line in lines if (match := TITLED.fullmatch(line.text)))
    long = ((line, match.start("title")) for line, match in found if len(match["title"].split()) >= TITLE_WORDS)
    return next((piece(line, start, len(line.text)) for line, start in long), None)


def is_other(line: Line) -> bool:
    """Whether a line is a particular that nobody knows, for a day in figures ends it, or it is a label with few words;
    or what stands beside each other in columns."""
    ends_in_day = IN_FIGURES.fullmatch(line.text.rpartition(" ")[2]) is not None
    return ends_in_day or OTHER.fullmatch(line.text) is not None or len(fragments(line)) > 1


def above_particulars(lines: Sequence[Line]) -> Line | None:
    """The line above the first particulars; where a sentence stands there, the one above that. What the paper is can
    head the particulars."""
    named = (at for at, line in enumerate(lines) if at and is_named(line.text) and not is_paper(line.text))
    first = next(named, 0)
    first -= first > 0 and SORT.fullmatch(lines[first - 1].text) is not None
    begin = first
    while begin and not is_sign(lines[begin - 1].text):
        begin -= 1
    between = lines[begin:first]
    sentence = bool(between) and between[-1].text.endswith(".")
    return (between[0] if sentence else between[-1]) if between else None


def facts_in(kind: str, value: str, line: int) -> Iterator[HeadLine]:
    """What the value of a label states."""
    paper = PAPER.fullmatch(value)
    name, _, role = value.partition(", ")
    if kind == "paper" and paper:
        yield HeadLine("around dossier", paper["dossier"].replace(".", " "), line)
        yield HeadLine("around number", paper["number"], line)
    if kind == "session" and YEARS.fullmatch(value):
        yield HeadLine("around session", value, line)
    if kind == "date" and day_in(value):
        yield HeadLine("around date", value, line)
    if kind == "ministry" and value.lower().startswith("ministerie van ") and ministry_of(value):
        yield HeadLine("around ministry", value, line)
    if kind == "signer" and len(name) <= LONGEST_NAME and NAME.fullmatch(name) and ROLE.fullmatch(role):
        yield HeadLine("around signer", f"{name}\n{role}", line)
