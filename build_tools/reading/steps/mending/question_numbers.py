"""Numbers alone on their lines that head questions and answers, as older papers have them; they call and begin no note.

After `head_by_numbers` each of these lines is a heading, so that the search for notes passes it over.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.draft import Draft, Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.heading_shapes import NUMBERS, QUESTION

ANSWER = re.compile(rf"Antwoord(?:en)?:?|(?=Antwoord){QUESTION.pattern}")
"""What stands alone above an answer, or above all of them; it can name the question: `Antwoord op vraag 3`."""

ANSWERER = re.compile(ANSWER.pattern + r"|Antwoord van .*")
"""What parts the questions from the answers."""

ANSWERED_BY = re.compile(r"(?:Antwoord|Mededeling) van .*")
"""`Antwoord van minister Donner`: who answers, below the heading of that; notes of the questions can part the two."""

LEAST, LEAST_ALONE = 2, 3
"""Questions of which the numbers count: one number can be anything; and the same where nothing says `Antwoord`."""

HEADED = 2
"""Lines that say that an answer follows, where one is the heading of the other."""

QUESTION_LINES = 12
"""Lines of the first sentence of a question, at the most."""

Span = tuple[int, int]
"""The first and the last of the questions that a line names: of `3 t/m 5` 3 and 5, of `2` twice 2."""


def head_by_numbers(draft: Draft) -> Draft:
    """Make headings of the numbers of questions and answers, where their order leaves no doubt."""
    lines = draft.lines
    numbered = numbers_in(lines)
    if len(numbered) < LEAST:
        return draft
    questions = asking_numbers(lines, numbered)
    answers = {*above_each_answer(lines, numbered), *above_answers(lines, numbered, questions)}
    heads = {*questions, *answers} or {*asked_and_answered(lines, numbered)}
    found = (replace(line, heading=True) if at in heads else line for at, line in enumerate(lines))
    return replace(draft, lines=tuple(found)) if heads else draft


def numbers_in(lines: Sequence[Line]) -> dict[int, Span]:
    """The lines that hold numbers of questions alone, or of notes; where some have a stop (`2.`), the others are of
    something else."""
    found = {at: span for at in range(len(lines) - 1) if (span := span_of(lines, at))}
    stopped = {at: span for at, span in found.items() if lines[at].text.endswith(".")}
    return stopped if len(stopped) >= LEAST else found


def asking_numbers(lines: Sequence[Line], numbered: Mapping[int, Span]) -> Sequence[int]:
    """The lines that count from 1 and each have a question below them, among the answers or before them; where nothing
    parts these, several that each stand right above one."""
    parting = parting_of(lines, numbered)
    if parting is None:
        found = [at for at in numbered if asks_at_once(lines, at)]
        return found if len(found) >= LEAST_ALONE and counts([numbered[at] for at in found]) else ()
    for stop in (len(lines), parting):
        found = [at for at in between(numbered, 0, stop) if asks(lines, at, stop)]
        if len(found) >= LEAST and counts([numbered[at] for at in found]):
            return found
    return ()


def parting_of(lines: Sequence[Line], numbered: Mapping[int, Span]) -> int | None:
    """The first line below a number 1 that says that an answer follows: above it only the head says who answers. Where
    one heading has notes below it, and then says who answers, that is it. None where none does."""
    begin = next((at for at, span in numbered.items() if span[0] == 1), len(lines))
    found = [at for at in range(begin, len(lines)) if ANSWERER.fullmatch(lines[at].text)]
    if len(found) == HEADED and ANSWERED_BY.fullmatch(lines[found[-1]].text):
        return found[-1]
    return next(iter(found), None)


def span_of(lines: Sequence[Line], at: int) -> Span | None:
    """Which questions a line names that holds nothing else and has text below it."""
    if not NUMBERS.fullmatch(lines[at].text) or lines[at + 1].text[0].islower():
        return None
    numbers = [int(number) for number in re.findall(r"\d+", lines[at].text)]
    return numbers[0], numbers[-1]


def above_each_answer(lines: Sequence[Line], numbered: Mapping[int, Span]) -> Sequence[int]:
    """`1`, a question, `Antwoord`, its text, `2`, …: in front of each answer one number that counts on heads a question
    (that of a note heads none). None at all where this fails for one of them."""
    answers = [at for at, line in enumerate(lines) if ANSWER.fullmatch(line.text)]
    heads: list[int] = []
    last = 0
    for begin, answer in zip([0, *answers], answers, strict=False):
        own = [at for at in between(numbered, begin, answer) if numbered[at][0] == last + 1 and asks(lines, at, answer)]
        if len(own) != 1:
            return ()
        heads += own
        last = numbered[own[0]][1]
    return heads if len(heads) >= LEAST else ()


def above_answers(lines: Sequence[Line], numbered: Mapping[int, Span], questions: Sequence[int]) -> Sequence[int]:
    """`1`, a question, `2`, a question, `Antwoord`, `1`, an answer, …: the answers have all the numbers of the
    questions. None where one lacks, or a number of a note could be that of an answer as well."""
    parting = parting_of(lines, numbered)
    if not questions or parting is None or questions[-1] > parting:
        return ()
    asked = set(questions)
    others = (numbered[at][1] for at in between(numbered, questions[0], parting) if at not in asked)
    below = list(between(numbered, parting, len(lines)))
    most = numbered[questions[-1]][1]
    return [below[n] for n in answering([numbered[at] for at in below], most, max(others, default=0))]


def asked_and_answered(lines: Sequence[Line], numbered: Mapping[int, Span]) -> Sequence[int]:
    """`1 en 2`, a question, `3`, a question, `1 en 2`, an answer, `3`, an answer: all numbers that there are, the same
    twice, counting, and each with a question the first time. Nothing has to part the two then."""
    found = list(numbered)
    half = len(found) // 2
    spans = [numbered[at] for at in found]
    twice = half >= LEAST and spans[:half] == spans[half:] and counts(spans[:half])
    return found if twice and all(asks(lines, at, found[half]) for at in found[:half]) else ()


def unsure_answers(lines: Sequence[Line]) -> Sequence[int]:
    """The numbers below questions that could be those of answers or of notes."""
    numbered = numbers_in(lines)
    parting = parting_of(lines, numbered)
    questions = asking_numbers(lines, numbered)
    if not questions or parting is None or questions[-1] > parting or above_answers(lines, numbered, questions):
        return ()
    most = numbered[questions[-1]][1]
    return [at for at in between(numbered, parting, len(lines)) if numbered[at][1] <= most]


def counts(spans: Sequence[Span]) -> bool:
    """Whether these are 1, 2, 3 and so on; one line can name several: `2 en 3`."""
    return all(first == before + 1 for before, (first, _) in zip([0, *(end for _, end in spans)], spans, strict=False))


def answering(spans: Sequence[Span], most: int, note: int) -> Sequence[int]:
    """Which of these numbers head the answers to so many questions; the others are those of notes, which count on from
    `note` or anew from 1. None where that is not so for all, or where one of them could be either."""
    heads: list[int] = []
    doubtful: set[int] = set()
    last = 0
    passed = 0
    for n, (first, end) in enumerate(spans):
        if first == last + 1 and end <= most:
            heads.append(n)
            doubtful |= {first} if passed == last > 0 else set()
            last, passed = end, 0
        elif first in doubtful or first not in (1, note + 1) or (first == last and passed != first - 1):
            return ()
        else:
            note = passed = end
    return heads if last == most else ()


def between(numbered: Mapping[int, Span], start: int, stop: int) -> Iterator[int]:
    return (at for at in range(start, stop) if at in numbered)


def asks_at_once(lines: Sequence[Line], at: int) -> bool:
    """Whether the first sentence below a number is a question, and it or another behind it ends a line: that of a note
    is none."""
    texts = [line.text for line in lines[at + 1 : at + 1 + QUESTION_LINES]]
    first = next((text for text in texts if ENDED.fullmatch(text) or "?" in text), "")
    asked = takewhile(lambda text: not NUMBERS.fullmatch(text), texts)
    return "?" in first and any(text.endswith("?") for text in asked)


def asks(lines: Sequence[Line], at: int, stop: int) -> bool:
    """Whether a question stands between a number and a line, the next number, or what heads a question (`Vraag 4`):
    below that of a note none does."""
    for line in lines[at + 1 : stop]:
        if NUMBERS.fullmatch(line.text) or QUESTION.fullmatch(line.text):
            return False
        if "?" in line.text:
            return True
    return False
