"""The head of an Aanhangsel: who asks whom what and when, who answers, under which number.

`Vragen van het lid Terpstra (ZZP) aan de Minister van Financiën over de hoepelbelasting (ingezonden 2 juni 2031).`
"""

import re
from collections.abc import Iterator, Sequence

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import date_in
from build_tools.reading.steps.head_shapes import Thing, spaced

MOST_LINES = 12
"""Lines of who asks or answers at the most: questions of many members on a long subject take eight."""

FURTHER = 3
"""Lines over which a reference to other questions goes on at the most."""

NUMBER_ALONE = re.compile(r"\d{1,4}[a-z]?")
"""The number of the answers among those of its session: `1188`."""

OPENS = {name: re.compile(rf"(?=[A-Z])(?i:{'|'.join(data('papers')[name])})\s.*") for name in ("questions", "answers")}
"""`Vragen van het lid …`, `Nadere vragen van …`; `Antwoord van Minister …`, `Mededeling van …`."""

DAY = r"\((?i:{word})(?: op)?:? (?P<date>\d{{1,2}} [a-z]+ \d{{4}})\)"
ASKED = re.compile(rf"(?P<title>.+?)[.,;]?\s*{DAY.format(word='ingezonden')}.*")
"""All that stands before `(ingezonden 11 februari 2032)` is the title."""

ANSWERED = re.compile(rf"(?P<who>.+?)[.,;]?\s*{DAY.format(word='ontvangen')}.*")
"""All that stands before `(ontvangen 18 maart 2032)` says who answers."""

TOGETHER = re.compile(r",? (?:mede|ook) namens ")
"""What stands behind it names for whom else is answered; they have not answered themselves."""

ANSWERER = re.compile(
    r"(?:(?P<office>[Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris)(?:s|sen)? )?"
    r"(?P<name>[^\s(),][^(),]*?) \((?P<portfolio>[^()]+)\)(?:,| en)?"
)
"""`Minister Terwindt (Medische Zorg)`; of `de Ministers A (Defensie) en B (Financiën)` the second has no office."""


def read_questions(lines: Sequence[Line], at: int) -> Thing | None:
    """Who asks what and when, perhaps with the number above it."""
    first = at + 1 if NUMBER_ALONE.fullmatch(lines[at].text) else at
    end, asked = until_day(lines, first, "questions", ASKED)
    if asked is None:
        return None
    line = lines[first].number
    stated = [HeadLine("questions", asked["title"], line), HeadLine("asked", asked["date"], lines[end - 1].number)]
    if first > at:
        senate = any(before.text.lstrip("1").startswith("Eerste Kamer") for before in lines[:at])
        series = "Aanhangsel Handelingen " + ("I" if senate else "II")
        stated += [HeadLine("number", lines[at].text, lines[at].number), HeadLine("series", series, lines[at].number)]
    return end, stated


def read_answerers(lines: Sequence[Line], at: int) -> Thing | None:
    """Who answers, and when the answer was received; `Zie ook Aanhangsel …` that begins behind it belongs to it."""
    end, answered = until_day(lines, at, "answers", ANSWERED)
    if answered is None:
        return None
    if not lines[end - 1].text.endswith((".", ")")):
        end = next((i + 1 for i in range(end, min(end + FURTHER, len(lines))) if lines[i].text.endswith(".")), end)
    line = lines[at].number
    day = HeadLine("date", answered["date"], lines[end - 1].number)
    return end, [day, *(HeadLine("answerer", who, line) for who in answerers(answered["who"]))]


def until_day(lines: Sequence[Line], at: int, name: str, shape: re.Pattern[str]) -> tuple[int, re.Match[str] | None]:
    """The index after the lines that open so and close with their day, and what they say; None where they do not."""
    if at < len(lines) and OPENS[name].match(lines[at].text + " "):
        for end in range(at + 1, min(at + MOST_LINES, len(lines)) + 1):
            found = shape.fullmatch(spaced([line.text for line in lines[at:end]]))
            if found and date_in(found["date"]):
                return end, found
    return at, None


def answerers(who: str) -> Iterator[str]:
    """The name and, behind a line feed, the role of each who answers."""
    office = ""
    for found in ANSWERER.finditer(TOGETHER.split(who.partition(" van ")[2])[0].removeprefix("de ")):
        office = found["office"] or office
        if office:
            yield f"{found['name'].removeprefix('en ')}\n{role(office.lower(), found['portfolio'])}"


def role(office: str, portfolio: str) -> str:
    """`minister voor Medische Zorg`: "voor" within another's ministry, "van" with one's own."""
    own, within = portfolio in data("ministries")["ministries"], portfolio in data("ministries")["for"]
    if not own and not within:
        return f"{office} ({portfolio})"
    return f"{office} {'van' if own or office == 'staatssecretaris' else 'voor'} {portfolio}"
