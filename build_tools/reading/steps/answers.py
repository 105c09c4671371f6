"""Who answers the questions of members: the head of the Aanhangsel says it, no signature does.

`Antwoord van Minister Terwindt (Medische Zorg) (ontvangen 19 april 2024).`
"""

import re
from collections.abc import Iterator, Sequence

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import date_in

ANSWER = re.compile(r"(?:Nader a|A)ntwoord(?:en)? van (?P<who>.*?)(?:\((?:ontvangen|ingezonden) (?P<date>[^)]*)\).*)?")
DATED = re.compile(r"(?:Voorgesteld|Ontvangen|Ingezonden|Vastgesteld|Gedrukt|Ter Griffie)\b.*", re.IGNORECASE)
"""`Voorgesteld 20 maart 2025`: when a paper came in. A letter that is dated itself has that date."""

TOGETHER = re.compile(r",? (?:mede|ook) namens ")
"""What stands behind it names for whom else is answered; they have not answered themselves."""

ANSWERER = re.compile(
    r"(?P<office>[Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris) (?P<name>[^()]+?) \((?P<portfolio>[^()]+)\)"
)
"""`Minister Terwindt (Medische Zorg)`, `Staatssecretaris Van den Hil-Pot (Financiën)`"""


def stated_in_answer(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """Who answers, and when the paper or the answer was received."""
    for line in lines:
        if DATED.fullmatch(line.text) and date_in(line.text):
            yield HeadLine("received", line.text, line.number)
        match = ANSWER.fullmatch(line.text)
        if match is None:
            continue
        if match["date"] and date_in(match["date"]):
            yield HeadLine("date", match["date"], line.number)
        yield from answerers(match["who"], line.number)


def answerers(who: str, line: int) -> Iterator[HeadLine]:
    """Each of those who answer, with the role; not those for whom they answer as well."""
    for one in ANSWERER.finditer(TOGETHER.split(who)[0]):
        yield HeadLine("answerer", f"{one['name']}\n{role(one['office'], one['portfolio'])}", line)


def role(office: str, portfolio: str) -> str:
    """`minister voor Medische Zorg`: "voor" within another's ministry, "van" with one's own."""
    between = "voor" if portfolio in data("ministries")["for"] else "van"
    known = portfolio in data("ministries")["for"] or portfolio in data("ministries")["ministries"]
    return f"{office.lower()} {between} {portfolio}" if known else f"{office.lower()} ({portfolio})"
