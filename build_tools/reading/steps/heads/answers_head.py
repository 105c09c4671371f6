"""The head of an Aanhangsel whatever the order of its lines: what it surely has is sought by itself.

That is its masthead, a number, `Vragen van … (ingezonden …)` and perhaps `Antwoord van … (ontvangen …)`.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from build_tools.draft import Draft, HeadLine, Line
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import QUESTION
from build_tools.reading.steps.heads.answers_masthead import NUMBER, AnswersMasthead, masthead_of
from build_tools.reading.steps.heads.head_shapes import is_running_text, reads_as_sentence
from build_tools.reading.steps.heads.question_head import (
    ANSWERED,
    ASKED,
    MISREAD,
    NUMBER_BESIDE,
    OPENS,
    stated_by_answer,
    until_day,
)
from build_tools.reading.steps.taking_out import take_out

HEAD_LINES = 60
"""Lines within which such a head stands: in narrow columns it takes about forty."""

Numbered = tuple[int, str]
"""A number and the index of its line."""


@dataclass(frozen=True, slots=True)
class AnswersHead:
    """The lines of such a head by index, and what it states."""

    lines: Set[int]
    states: Sequence[HeadLine]


def read_answers_head(lines: Sequence[Line]) -> AnswersHead | None:
    """The head of an Aanhangsel at the top of these lines, where its masthead is sure."""
    near = lines[:HEAD_LINES]
    opening = next((at for at, line in enumerate(near) if begin_of_questions(line.text) is not None), None)
    if opening is None:
        return None
    masthead = masthead_around([line.text for line in near], opening)
    if not masthead.is_sure():
        return None
    alone = [(at, found["number"]) for at, line in enumerate(near) if (found := NUMBER.fullmatch(line.text))]
    others = [one for one in alone if one[0] not in masthead.lines]
    numbers = sorted([*masthead.numbers, *others, *number_beside(near, opening)])
    above = without_mark([one for one in numbers if one[0] <= opening], masthead)
    between = {at for at, _ in others if at < opening or not above}
    rest = [at for at in range(len(near)) if at not in between | set(masthead.lines)]
    asked, said, stated = put_and_answered([near[at] for at in rest], rest.index(opening))
    edges = [*rest, len(near)]
    behind = [] if above else [one for one in numbers if opening < one[0] < edges[asked.stop]]
    number = next(iter(above[::-1] or without_mark(behind, masthead)), None)
    around = {at for at in masthead.lines if at < edges[max(asked.stop, said.stop)]} | {at for at, _ in behind}
    heading = {at for at in range(opening) if not is_text(near[at].text)} | {number[0] if number else opening}
    own = {rest[at] for at in (*asked, *said)}
    return AnswersHead(around | heading | own, [*identity(near, masthead, number), *stated])


def is_text(text: str) -> bool:
    """Whether a line is surely none of a head."""
    return is_running_text(text) or reads_as_sentence(text)


def take_out_answers_head(draft: Draft) -> Draft:
    """Take such a head out before columns and margins are sought, for its lines can look like either."""
    found = read_answers_head(draft.lines)
    return take_out(draft, dict.fromkeys(found.lines, Reason.MASTHEAD), found.states) if found else draft


def begin_of_questions(text: str) -> int | None:
    """How far on a line who asks is named, where it is: the number can stand before it."""
    beside = NUMBER_BESIDE.match(text)
    begin = beside.end() if beside else 0
    return begin if OPENS["questions"].match(text[begin:] + " ") else None


def masthead_around(texts: Sequence[str], opening: int) -> AnswersMasthead:
    """The masthead above the questions; where nothing sure stands there, what is of it below them as well."""
    above = masthead_of(texts[:opening])
    return above if above.is_sure() else masthead_of(texts)


def number_beside(lines: Sequence[Line], opening: int) -> Iterator[Numbered]:
    """The number on the line of the questions, before them."""
    if beside := NUMBER_BESIDE.match(lines[opening].text):
        yield opening, beside["number"]


def without_mark(numbers: Sequence[Numbered], masthead: AnswersMasthead) -> list[Numbered]:
    """The numbers but for the mark of the chamber."""
    mark = next((one for one in numbers if one[1] == masthead.mark()), None)
    return [one for one in numbers if one is not mark]


def put_and_answered(lines: Sequence[Line], opening: int) -> tuple[range, range, list[HeadLine]]:
    """The lines of the questions, those of who answers where they are no text, and what both say."""
    begin = begin_of_questions(lines[opening].text) or 0
    end, asked = until_day(lines, opening, "questions", (ASKED, MISREAD[ASKED]), begin)
    if asked is None:
        return range(opening, opening), range(0), []
    amid = end + (end < len(lines) and QUESTION.fullmatch(lines[end].text) is not None)
    answered, who = stated_by_answer(lines, amid, (ANSWERED, MISREAD[ANSWERED]))
    day = HeadLine("asked", asked["date"], lines[end - 1].number)
    stated = [HeadLine("questions", asked["title"], lines[opening].number), day, *who]
    return range(opening, end), range(amid if amid > end else answered, answered), stated


def identity(lines: Sequence[Line], masthead: AnswersMasthead, number: Numbered | None) -> Iterator[HeadLine]:
    """The session, the series and the number of a paper."""
    first = lines[min(masthead.lines)].number
    if masthead.years:
        line = next((lines[at].number for at in masthead.lines if masthead.years[:4] in lines[at].text), first)
        yield HeadLine("session", masthead.years, line)
    yield HeadLine("series", "Aanhangsel Handelingen " + "I" * int(masthead.mark()), first)
    if number:
        yield HeadLine("number", number[1], lines[number[0]].number)
