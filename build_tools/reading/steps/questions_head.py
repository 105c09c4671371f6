"""The head of printed questions with their answers, and of a motion: who asked what, who answered, when.

`Vragen van het lid A (X) aan de Minister van B over C (ingezonden 1 mei 2024).` states what it is about,
`Antwoord van Minister D (B) (ontvangen 2 juni 2024).` who signs and the date.
"""

import re
from collections.abc import Sequence

from build_tools.draft import HeadLine, Line
from build_tools.reading.blocks.dehyphenation import join, words_of
from build_tools.reading.steps.answers import answerers
from build_tools.reading.steps.head_shapes import ASKS_OR_ANSWERS

MOST_LINES = 12
"""Printed questions name their askers, whom they ask and the subject in at most this many lines."""

ASKED = re.compile(
    r"Vragen van (?:het lid|de leden) .+? aan (?:de |het ).+? (?:over|inzake|betreffende) (?P<title>.+)"
    r" \(ingezonden [^)]+\)\.?"
)
ANSWERED = re.compile(
    r"(?:Nader )?[Aa]ntwoord van (?P<who>.+?) ?\((?P<received>ontvangen [^)]*\d{4})\)\.?(?: Zie ook .+\d\.)?"
)

Thing = tuple[int, list[HeadLine]]
"""Where a thing in the head ends, and what it states."""


def read_questions(lines: Sequence[Line], at: int) -> Thing | None:
    """Who asked about what, over several lines."""
    end, match = whole_of(lines, at, ASKED)
    return (end, [HeadLine("question", match["title"], lines[at].number)]) if match else None


def read_answer(lines: Sequence[Line], at: int) -> Thing | None:
    """Who answered, and when the answer was received. One that cites a paper stays in the text."""
    end, match = whole_of(lines, at, ANSWERED)
    if match is None:
        return None
    number = lines[at].number
    received = re.sub(r"^ontvangen ", "", match["received"])
    stated = [*answerers(match["who"], number), HeadLine("answered", received, number)]
    return at if "Zie ook" in match[0] else end, stated


def read_question_number(lines: Sequence[Line], at: int) -> Thing | None:
    """The number of the paper, alone above the questions."""
    if not lines[at].text.isdecimal() or at + 1 >= len(lines) or not ASKS_OR_ANSWERS.match(lines[at + 1].text):
        return None
    return at + 1, [HeadLine("number", lines[at].text, lines[at].number)]


def whole_of(lines: Sequence[Line], at: int, wanted: re.Pattern[str]) -> tuple[int, re.Match[str] | None]:
    """The fewest lines that together are the whole of what is looked for, and a reference that follows it."""
    if not ASKS_OR_ANSWERS.match(lines[at].text):
        return at, None
    words = words_of(lines[: at + MOST_LINES])
    stop = next((end for end in range(at + 1, len(lines)) if ASKS_OR_ANSWERS.match(lines[end].text)), len(lines))
    found: tuple[int, re.Match[str] | None] = (at, None)
    for end in range(at + 1, min(stop, at + MOST_LINES) + 1):
        match = wanted.fullmatch(join(lines[at:end], words).text)
        if match and (found[1] is None or "Zie ook" in match[0]):
            found = end, match
        if found[1] and (end == len(lines) or "Zie ook" in found[1][0] or not lines[end].text.startswith("Zie ook")):
            break
    return found
