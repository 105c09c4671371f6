"""The head of an Aanhangsel: who asks whom what and when, who answers, under which number.

`Vragen van het lid Terpstra (ZZP) aan de Minister van Financiën over de hoepelbelasting (ingezonden 2 juni 2031).`
"""

import re
from collections.abc import Iterator, Sequence

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import date_in
from build_tools.reading.blocks.heading_shapes import CASE, QUESTION
from build_tools.reading.steps.heads.head_shapes import Thing, spaced

MOST_LINES = 20
"""Lines of who asks or answers at the most: questions of many members on a long subject take eight of a whole page,
twice as many of a column."""

NUMBER_ALONE = re.compile(r"\d{1,4}[a-z]?")
"""The number of the answers among those of its session: `1188`."""

NUMBER_BESIDE = re.compile(r"(?P<number>\d{1,4}[a-z]?)\s+(?=[A-Z])")
"""The same on the line of the questions: `1188   Vragen van het lid …`."""

FILED = re.compile(rf"AH (?P<number>\d{{1,4}}[a-z]?)|{CASE.pattern}(?: ?/ ?\d{{4}}D\d{{5}})?")
"""The number of answers, or of the case in which the questions were put."""

OPENS = {name: re.compile(rf"(?=[A-Z])(?i:{'|'.join(data('papers')[name])})\s.*") for name in ("questions", "answers")}
"""`Vragen van het lid …`, `Nadere vragen van …`; `Antwoord van Minister …`, `Mededeling van …`."""

DAY = r"\((?i:{word})(?: op| d\.d\.)?:? (?P<date>\d{{1,2}} [a-z]+\.? \d{{4}})(?:[,;] [^()]{{1,40}})?\)"
MISREAD_DAY = r"[(\[{{|]?\s?(?i:{word})(?: op)?:? (?P<date>\d{{1,2}} [a-z]+\.? \d{{4}})\s?[)\]}}|]?"
"""The same where a scan lost or misread the parentheses or the first letter: `{lngezonden 3 mei 1985)`."""

ASKED = re.compile(rf"(?P<title>.+?)[.,;]?\s*{DAY.format(word='ingezonden')}.*")
"""All that stands before `(ingezonden 11 februari 2032)` is the title."""

ANSWERED = re.compile(rf"(?P<who>.+?)[.,;]?\s*{DAY.format(word='ontvangen')}(?P<rest>.*)")
"""All that stands before `(ontvangen 18 maart 2032)` says who answers."""

MISREAD = {
    ASKED: re.compile(rf"(?P<title>.+?)[.,;]?\s*{MISREAD_DAY.format(word='[il1|]ngezonden')}\.?"),
    ANSWERED: re.compile(rf"(?P<who>.+?)[.,;]?\s*{MISREAD_DAY.format(word='[o0]ntvangen')}\.?(?P<rest>(?: Zie .*)?)"),
}
"""Either where a scan misread it."""

TOGETHER = re.compile(r",? (?:mede|ook) namens ")
"""What stands behind it names for whom else is answered; they have not answered themselves."""

ANSWERER = re.compile(
    r"(?:(?P<office>[Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris)(?:s|sen)? )?"
    r"(?P<name>[^\s(),][^(),]{0,80}?) \((?P<portfolio>[^()]+)\)(?:,| en)?"
)
"""`Minister Terwindt (Medische Zorg)`; of `de Ministers A (Defensie) en B (Financiën)` the second has no office."""

ALSO_OF = re.compile(r"(\ben|\)),? van (?:de )?(?=[Mm]inister|[Ss]taatssecretaris)")
"""`Antwoord van Minister A (…) en van Minister B (…)`, or without `en`: the second names an office like the first."""


def read_case(lines: Sequence[Line], at: int) -> Thing | None:
    """`AH 812` and `2031Z01234`: how the Tweede Kamer itself files answers."""
    filed = FILED.fullmatch(lines[at].text)
    if filed is None:
        return None
    number = [HeadLine("number", filed["number"], lines[at].number)] if filed["number"] else []
    return at + 1, [*number, *(HeadLine("series", "Aanhangsel Handelingen II", line.line) for line in number)]


def read_questions(lines: Sequence[Line], at: int) -> Thing | None:
    """Who asks what and when, perhaps with the number above it."""
    beside = NUMBER_BESIDE.match(lines[at].text)
    first = at + 1 if NUMBER_ALONE.fullmatch(lines[at].text) else at
    end, asked = until_day(lines, first, "questions", (ASKED,), beside.end() if beside else 0)
    if asked is None:
        return None
    line = lines[first].number
    stated = [HeadLine("questions", asked["title"], line), HeadLine("asked", asked["date"], lines[end - 1].number)]
    number = lines[at].text if first > at else beside["number"] if beside else None
    if number:
        senate = any(before.text.lstrip("1").startswith("Eerste Kamer") for before in lines[:at])
        series = "Aanhangsel Handelingen " + ("I" if senate else "II")
        stated += [HeadLine("number", number, lines[at].number), HeadLine("series", series, lines[at].number)]
    return end, stated


def read_answerers(lines: Sequence[Line], at: int) -> Thing | None:
    """Who answers, and when that was received. It stays text: it can cite another paper, and name those in whose name
    it is given as well. Below the heading of a question it would part that from its text."""
    end, found = stated_by_answer(lines, at, (ANSWERED,))
    amid = at > 0 and QUESTION.fullmatch(lines[at - 1].text) is not None
    return (end if amid else at, found) if found else None


def stated_by_answer(lines: Sequence[Line], at: int, shapes: Sequence[re.Pattern[str]]) -> Thing:
    """The index after who answers, and what that says: the day, and each by name; nothing where nobody is named."""
    end, answered = until_day(lines, at, "answers", shapes)
    if answered is None:
        return at, []
    day = HeadLine("date", answered["date"], lines[end - 1].number)
    return end, [day, *(HeadLine("answerer", who, lines[at].number) for who in answerers(answered["who"]))]


def until_day(
    lines: Sequence[Line], at: int, name: str, shapes: Sequence[re.Pattern[str]], skipped: int = 0
) -> tuple[int, re.Match[str] | None]:
    """The index after the lines that open so and close with their day, in the first of these shapes that they have, and
    what they say; None where they have none.

    So many characters of the first line are `skipped`.
    """
    if at < len(lines) and OPENS[name].match(lines[at].text[skipped:] + " "):
        texts = [lines[at].text[skipped:], *(line.text for line in lines[at + 1 : at + MOST_LINES])]
        for shape in shapes:
            for end in range(1, len(texts) + 1):
                found = shape.fullmatch(spaced(texts[:end]))
                if found and date_in(found["date"]):
                    return at + end, found
    return at, None


def answer_in(text: str) -> tuple[str, list[str]] | None:
    """The day of an answer and who gives it, where a text says no more: older papers have it below the questions."""
    found = ANSWERED.fullmatch(text) if OPENS["answers"].match(text) else None
    return (found["date"], list(answerers(found["who"]))) if found and date_in(found["date"]) else None


def answerers(who: str) -> Iterator[str]:
    """The name and, behind a line feed, the role of each who answers."""
    office = ""
    named = ALSO_OF.sub(r"\1 ", TOGETHER.split(who.partition(" van ")[2])[0].removeprefix("de "))
    for found in ANSWERER.finditer(named):
        office = found["office"] or office
        if office:
            yield f"{found['name'].removeprefix('en ')}\n{role(office.lower(), found['portfolio'])}"


def role(office: str, portfolio: str) -> str:
    """`minister voor Medische Zorg`: "voor" within another's ministry, "van" with one's own."""
    own, within = portfolio in data("ministries")["ministries"], portfolio in data("ministries")["for"]
    if not own and not within:
        return f"{office} ({portfolio})"
    return f"{office} {'van' if own or office == 'staatssecretaris' else 'voor'} {portfolio}"
