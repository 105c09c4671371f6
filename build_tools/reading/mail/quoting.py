"""The marks that mail puts before the lines of a message that it quotes: `> Geachte voorzitter,`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.draft import Cut, Draft, Line
from build_tools.dutch.matching import salutes
from build_tools.model import Reason
from build_tools.reading.steps.heads.head_shapes import RETURN_ADDRESS
from build_tools.reading.steps.web.web_page import begins_head

MARKS = re.compile(r"(?:> ?)+")
"""`> `, or `>> ` and `> > ` where a quotation quotes another."""

COMPARES = re.compile(r"[\d€]")
"""What a sign compares with that is the letter's own: `> 65 jaar`."""

LEAST = 3
"""Lines with a mark in a row that are a quotation, at the least."""


def marks_of(text: str) -> int:
    """How long the marks before a line are; the last one before a return address is its own: `> Retouradres`."""
    found = MARKS.match(text)
    end = found.end() if found else 0
    return text.rindex(">", 0, end) if end and RETURN_ADDRESS.match(text[end:]) else end


def quotes(lines: Sequence[Line]) -> bool:
    """Whether mail is quoted here, by a message around a letter or by the letter: in a row of lines with marks, one of
    them without text, or a letter begins. A list can have such marks too, with text behind each."""
    runs = (list(run) for marked, run in groupby(lines, lambda line: marks_of(line.text) > 0) if marked)
    return any(len(run) >= LEAST and is_quotation([*map(without_marks, run)]) for run in runs)


def is_quotation(lines: Sequence[Line]) -> bool:
    """Whether lines behind marks are none of a list: white space, a salutation or a letter's own head is among them."""
    own = [line for line in lines if line.text]
    return len(own) < len(lines) or any(salutes(line.text) or begins_head(own, at) for at, line in enumerate(own))


def unquoted(lines: Sequence[Line]) -> tuple[list[Line], list[Cut]]:
    """The lines without the marks of mail, and these; a line that has nothing else is white space."""
    if not quotes(lines):
        return list(lines), []
    kept: list[Line] = []
    cuts: list[Cut] = []
    blanks = 0
    deep = [line.text.count(">", 0, marks_of(line.text)) for line in lines]
    for at, line in enumerate(lines):
        bare = without_marks(line, keeps=compares(lines, deep, at))
        if bare is not line:
            cuts.append(Cut(line.start, bare.start, Reason.MAIL))
        if bare.text:
            kept.append(replace(bare, blanks=bare.blanks + blanks))
        blanks = 0 if bare.text else blanks + bare.blanks + 1
    return kept, cuts


def compares(lines: Sequence[Line], deep: Sequence[int], at: int) -> bool:
    """Whether the last mark before a line is a sign of the letter's own: a number stands behind it, and the lines close
    above and below have one mark less."""
    around = [deep[beside] for beside in (at - 1, at + 1) if 0 <= beside < len(deep)]
    alone = len(around) == 2 and all(count == deep[at] - 1 for count in around)
    return alone and COMPARES.match(lines[at].text, marks_of(lines[at].text)) is not None


def without_marks(line: Line, keeps: bool = False) -> Line:
    """A line without the marks before it, or but for the last one, set in as it is behind them."""
    end = marks_of(line.text)
    end = line.text.rindex(">", 0, end) if keeps else end
    own = line.text[end:].lstrip()
    inner = len(line.text) - end - len(own)
    return replace(line, start=line.start + end + inner, text=own, indent=inner) if end else line


def depths(draft: Draft) -> list[int]:
    """How many marks stood before each line; one without any amid others was broken off the line above it."""
    text = draft.source.text
    marked = {cut.end: text.count(">", cut.start, cut.end) for cut in draft.taken if cut.reason is Reason.MAIL}
    own = [marked.get(line.start, 0) for line in draft.lines] if marked else [0] * len(draft.lines)
    return list(mended(draft.lines, own)) if marked else own


def mended(lines: Sequence[Line], own: Sequence[int]) -> Iterator[int]:
    """The depths, with lines that a mail program broke as deep as their begin: nothing parts them from a quotation
    above and below."""
    for at, depth in enumerate(own):
        amid = 0 < at < len(own) - 1 and own[at - 1] == own[at + 1] and not lines[at].blanks
        yield own[at - 1] if not depth and amid else depth
