"""What the lines of a head look like: a pattern for each thing in it, for the whole of a line, and how lines go on."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import DAY, PLACE_DATE, WEEKDAY
from build_tools.dutch.line_end_hyphens import Joint, Vocabulary
from build_tools.dutch.matching import any_of, salutes
from build_tools.papers.numbers import PRINTED, ROMAN
from build_tools.reading.blocks.joining.dehyphenation import joint
from build_tools.reading.blocks.measure import SLACK, first_word, line_span, measure, width
from build_tools.reading.signing.shapes import is_whole_role
from build_tools.reading.steps.margins.labels import is_subject, is_unit, label_of

DOSSIER = re.compile(rf"(?P<dossier>{PRINTED})(?:[ \t]+(?P<title>[A-Z«“‘].*[^.]))?")
"""`32 824 Integratiebeleid`, or the dossier alone; text that goes on ends with a full stop."""

KIND = rf"(?=[A-Z])(?i:(?:(?:{'|'.join(data('papers')['before_kinds'])}) )*(?:{'|'.join(data('papers')['kinds'])}))"
"""What a paper is: `BRIEF`, `Nadere memorie`, `GEWIJZIGDE MOTIE`."""

NUMBER = re.compile(
    r"[Nn]r\.?[ \t]*(?P<number>\d{1,4}[a-z]?)(?:[ \t]+(?P<title>[A-Z].*))?"
    rf"|(?P<letters>[A-Z]{{1,3}})[ \t]+(?P<lettered>{KIND}\b.*)"
)
"""`Nr. 448 Brief van de staatssecretaris van …`, `nr. 11`; a paper of the Eerste Kamer has letters: `C BRIEF VAN …`."""

LETTERS = re.compile(r"[A-Z]{1,3}")
"""The letters of a paper of the Eerste Kamer alone on a line: what the paper is stands on the next one."""

OF_KIND = re.compile(rf"{KIND}\b.*")
"""A line that says what a paper is: `MEMORIE VAN ANTWOORD`."""

ROMAN_DOSSIER = re.compile(rf"(?P<dossier>{ROMAN})(?:[ \t]+(?P<title>[A-Z«“‘].*[^.]))?")
"""`CXXIV Staat van de rechtsstaat`: only where the number of the paper follows, for other things have such numbers."""

DATED = re.compile(
    rf"(?=[A-Z])(?i:{'|'.join(data('papers')['dated'])})\b:?"
    rf"(?P<between>.{{0,60}}?)(?P<date>{DAY})\)?\.?"
)
"""`Ontvangen 4 januari 1995`, `Voorgesteld tijdens het Wetgevingsoverleg van 2 december 2031`."""

SESSION = re.compile(r"Vergaderjaar (?P<year>\d{4}[-–/]\d{4})(?P<beside>\s.*[^.]|Aanhangsel van de Handelingen)?")
"""`Vergaderjaar 2021–2022`, a title perhaps behind it, or glued to it what stood at the other side of the page."""

ADDRESSEE = re.compile(
    r"(?:(?:de )?(?:voorzitters?|leden) (?:van de|der) (?=.*(?:kamer|staten))"
    r"|Aan:?[ \t]+(?:den? |het |)(?:(?:tweede |eerste )?kamer|voorzitters?|leden|griffier|heer|mevrouw|minister)\b"
    r"|Aan: )(?P<rest>.*)",
    re.IGNORECASE,
)
"""`De voorzitter van de Tweede Kamer`, `Aan de leden`, `Aan: …`: without "Aan" only a chamber or the States are meant,
for a sentence can begin with "De voorzitter van de commissie"."""

RETURN_ADDRESS = re.compile(r"(?:> ?)?Retouradres\b.*")
"""`> Retouradres Postbus 20901 2500 EX Den Haag`; what it is above can stand alone."""

HALF_TOWN = re.compile(r".*\b\d{4} ?[A-Z]{2}(?: Den| [’'‘]s-?)?")
"""A postal code with half a town or none: `2509 LV Den`, above `Haag`."""

TOWN_WORDS = 3
"""Words of the rest of a town at the most."""

DRAWN = re.compile(r"[-–—_=]{10,}")
"""The line that is drawn below a head set as a table: `---------------`."""

WHOLE_ADDRESSEE = re.compile(
    r"(?:Aan )?de voorzitters? (?:van de|der) (?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?", re.IGNORECASE
)
"""An addressee on a line that is nothing else, however long."""

COMMITTEE = re.compile(
    r"(?:Aan:? )?[Dd]e (?:voorzitter|griffier|leden) van de (?:[a-z]+ )?commissie \S.*", re.IGNORECASE
)
"""`De Voorzitter van de vaste commissie voor Financiën`, of which the next line says of which chamber."""

OF_CHAMBER = re.compile(r"(?:uit|van|in) de (?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?")
"""`uit de Tweede Kamer der Staten-Generaal`, on a line that is nothing else."""

POSTAL = any_of([
    r"P ?ostbus [\d ]+(?:[, ]*\d{4} ?[A-Z]{2}\b.*)?",
    r"\d{4} ?[A-Z]{2}\b.*",      # 2500 EA Den Haag
    r"Binnenhof \d.*",           # where the two chambers sit, and where they sit during repairs
    r"Plein \d.*",
    r"Prinses Irenestraat .*",
])  # fmt: skip
"""Lines of the addressee's postal address."""

GIVEN_ANSWERS = "met de daarop door de regering gegeven antwoorden"
"""How the masthead of an Aanhangsel ends; its line can break anywhere before the last word, also within a word."""

MASTHEAD = any_of([
    r"\d?(?i:(Tweede|Eerste) Kamer der Staten-Generaal)( \d)?( Vergaderjaar \d{4}[-–]\d{4})?",
    r"Aanhangsel van de Handelingen",
    r"Vragen (?:gesteld )?door de leden der Kamer.*",
    "|".join(GIVEN_ANSWERS[at:] for at in range(GIVEN_ANSWERS.rindex(" ") + 2)),
])  # fmt: skip
"""Lines of the masthead, each of them whole; the number of the chamber may be glued to its name."""

LABELLED_DATE = re.compile(rf"Datum:?[ \t]*(?P<date>(?:{WEEKDAY},? )?\d.*)")
"""`Datum 3 februari 2023`, the tab between perhaps lost; `Datum: maandag 3 februari 2014`."""

LABEL_ALONE = re.compile(r"(?:Datum|Betreft|Onderwerp):?")
"""A label whose value stands elsewhere: `Datum` above `Betreft`."""

STARTS = (NUMBER, DOSSIER, SESSION, PLACE_DATE, LABELLED_DATE, RETURN_ADDRESS, DATED)
"""What begins another thing, so that the one before it has ended."""

SENTENCE_LENGTH = 50
"""Characters that a line of running text has more than; lines of a head are shorter, or have few small words."""

SENTENCE_WORDS = 5
"""Words that a sentence has at the least of which one tells that it is one: `Wat is de stand` can be a subject."""

ASKING_WORDS = 3
"""Words of a question at the least."""

SMALL_WORDS = re.compile(r"[a-z] [a-z]+ [a-z]+ [a-z]+ ")
"""Three words in a row without a capital, as sentences have them: `bied ik u hierbij de`."""

SET_IN = 6
"""Columns by which a further line of a subject is set in, to stand below the first and not below its label."""

Thing = tuple[int, list[HeadLine]]
"""Where a thing in the head ends, and what it states."""

Reader = Callable[[Sequence[Line], int], Thing | None]
"""Knows one thing of a head: what stands at this line, or None where that is something else."""

THING_LINES = 6
"""Lines of one thing in a head at the most (a title, a subject, an addressee with his address): more are text."""

NO_WORDS = Vocabulary(frozenset(), frozenset(), breaks_words=True, spaced=False)
"""A head is too short to tell how its document uses hyphens."""

LIST_LABEL = re.compile(r"[A-Z]\w+:\s+")
"""`Document: `, before what it is."""


def is_opening(line: Line, at: int, end: int) -> bool:
    """Whether the text itself begins here at the latest: a salutation, or a line of running text. In a head a long
    line can name the addressee, as a minister with a long portfolio, or the subject."""
    to_minister = line.text.startswith("Aan ") and is_whole_role([line.text.removeprefix("Aan ")])
    if WHOLE_ADDRESSEE.fullmatch(line.text) or to_minister:
        return False
    if is_subject(line.text) if end else names_list(line.text):
        return False
    return salutes(line.text) or (is_running_text(line.text) and at > end)


def is_running_text(text: str) -> bool:
    """Whether a line is as long as one of running text, and has small words in a row as a sentence has."""
    return len(text) > SENTENCE_LENGTH and SMALL_WORDS.search(text) is not None


def is_committee(lines: Sequence[Line], at: int) -> bool:
    """Whether a committee of a chamber is addressed here, on two lines."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return COMMITTEE.fullmatch(lines[at].text) is not None and OF_CHAMBER.fullmatch(below) is not None


def names_list(text: str) -> bool:
    """Whether a line says what a list is called: `Document: Besluitenlijst van de procedurevergadering van 6 mei`."""
    label = LIST_LABEL.match(text)
    return label is not None and is_list(text[label.end() :])


def is_list(text: str) -> bool:
    """Whether a text is the name of a list, or begins it: `Herziene agenda procedurevergadering Defensie`."""
    return lists().match(text) is not None and not text.endswith(".")


@cache
def lists() -> re.Pattern[str]:
    """How the name of a list begins, whatever letters it is in."""
    before, kinds = ("|".join(data("papers")[key]) for key in ("before_lists", "lists"))
    return re.compile(rf"(?:(?:{before}) )?(?:{kinds})(?= )", re.IGNORECASE)


def is_list_alone(text: str) -> bool:
    """Whether a text is what a list is called, without its meeting: `Korte aantekeningen`."""
    found = lists().match(f"{text} ")
    return found is not None and found.end() == len(text)


def reads_as_sentence(text: str) -> bool:
    """Whether a line is surely text: `Op 4 juli vroeg ik u om geduld.`, `Postbus 51 wordt in mei gesloten, omdat`."""
    words = text.rstrip(".,;:?!").split()
    asks = text.endswith("?") and len(words) >= ASKING_WORDS
    known = data("dutch")["sentence_words"]
    return asks or (len(words) >= SENTENCE_WORDS and any(word in known for word in words))


def starts_thing(lines: Sequence[Line], at: int) -> bool:
    """Whether another known thing of the head begins here."""
    text = lines[at].text
    return (
        any(pattern.fullmatch(text) for pattern in STARTS)
        or is_number(lines, at)
        or ADDRESSEE.fullmatch(text) is not None
        or is_unit(text)
        or label_of(text) is not None
    )


def is_number(lines: Sequence[Line], at: int) -> bool:
    """Whether the number of a paper stands here; letters alone are one above what the paper is."""
    text = lines[at].text
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    alone = LETTERS.fullmatch(text) is not None and OF_KIND.fullmatch(following) is not None
    return alone or NUMBER.fullmatch(text) is not None


def begins_sentence(text: str) -> bool:
    """Whether a text begins with a small word in a capital that no name goes on with: `In de regeling van`."""
    first, second, *_ = [*text.split(), "", ""]
    return first[:1].isupper() and first.lower() in data("dutch")["never_last"] and second[:1].islower()


def runs_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of the head goes on from the line before it."""
    line, before = lines[at], lines[at - 1]
    if line.blanks or line.turn or is_opening(line, 1, 1) or DRAWN.fullmatch(line.text):
        return False
    if line.text[0].isupper() and (reads_as_sentence(line.text) or begins_sentence(line.text)):
        return False
    edge = min(other.indent for other in lines)
    if line.text[0].islower() or line.text[0] in "(«“" or before.text.endswith("-") or line.indent >= edge + SET_IN:
        return True
    full, _ = measure([line_span(a.text, b.text) for a, b in pairwise(lines)])
    return width(before.text + " " + first_word(line.text)) > SLACK * full


def spaced(texts: Sequence[str]) -> str:
    """Lines of a head as one text with single spaces, and broken words whole again."""
    text = ""
    for part in texts:
        capitals = text.isupper() and part.isupper()
        how = joint(text.lower(), part.lower(), False, NO_WORDS) if capitals else joint(text, part, False, NO_WORDS)
        text = text[:-1] + part if how is Joint.WORD else text + (" " if how is Joint.SPACE else "") + part
    return " ".join(text.split())
