"""The head of a letter or of a printed paper: who writes to whom, when, under which number, about what.

After this step the first line of the draft is the first line of the text itself.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.dates import date_in
from build_tools.dutch.matching import any_of, squeezed
from build_tools.model import Reason
from build_tools.papers.numbers import PRINTED
from build_tools.reading.blocks.dehyphenation import Joint, Words, joint
from build_tools.reading.blocks.measure import SLACK, first_word, line_span, measure, width
from build_tools.reading.steps.margin_column import margin_runs, stated_in_margin
from build_tools.reading.steps.margin_labels import NARROW, is_unit, label_of
from build_tools.reading.steps.questions_head import (
    BEGINS,
    read_answer,
    read_proposed,
    read_question_number,
    read_questions,
)
from build_tools.reading.steps.taking_out import take_out

LONGEST = 200
"""A head has at most this many lines."""

REACH = 14
"""A head has at most this many lines between two things that are known."""

DOSSIER = re.compile(rf"(?P<dossier>{PRINTED})(?:[ \t]+(?P<title>[A-Z«“‘].*[^.]))?")
NUMBER = re.compile(
    r"[Nn]r\. ?(?P<number>\d{1,4}[a-z]?)(?:[ \t]+(?P<title>[A-Z].*))?"
    r"|(?P<letters>[A-Z]{1,2})[ \t]+(?P<lettered>(?:BRIEF|VERSLAG|Brief|Verslag|NOTA|Nota)\b.*)"
)
SESSION = re.compile(r"Vergaderjaar (?P<year>\d{4}[-–]\d{4})(?: .*[^.])?")
PLACE_DATE = re.compile(r"(?P<place>[A-Z’'‘][\w’'‘-]*(?: [A-Z]\w+)*), (?:de )?(?P<date>\d{1,2} [a-z]+ \d{4})\.?")
ADDRESSEE = re.compile(
    r"(?:(?:de )?(?:voorzitters?|leden) (?:van de|der) (?=.*(?:kamer|staten))"
    r"|Aan:? (?:de |het |)(?:(?:tweede |eerste )?kamer|voorzitters?|leden|griffier|heer|mevrouw|minister)\b"
    r"|Aan: )(?P<rest>.*)",
    re.IGNORECASE,
)
RETURN_ADDRESS = re.compile(r"> ?Retouradres.*")
POSTAL = any_of([r"P ?ostbus .*", r"\d{4} ?[A-Z]{2}\b.*", r"Binnenhof \d.*", r"Plein \d.*", r"Prinses Irenestraat .*"])
MASTHEAD = any_of([
    r"\d?(Tweede|Eerste) Kamer der Staten-Generaal( \d)?( Vergaderjaar \d{4}[-–]\d{4})?",
    r"Aanhangsel van de Handelingen",
    r"Vragen gesteld door de leden der Kamer.*",
    r"regering gegeven antwoorden",
    r"met de daarop door de regering gegeven antwoorden",
    r"(gegeven|geven|ven) antwoorden",              # the end of that line where it is broken
])  # fmt: skip
LABELLED_DATE = re.compile(r"Datum:?[ \t]+(?P<date>\d.*)")

LABEL_ALONE = re.compile(r"(?:Datum|Betreft|Onderwerp):?")

NO_WORDS = Words(frozenset(), frozenset(), breaks_words=True, spaced=False)

Thing = tuple[int, list[HeadLine]]
"""Where a thing in the head ends, and what it states."""

Reader = Callable[[Sequence[Line], int], Thing | None]


def take_out_head(draft: Draft) -> Draft:
    """Take the head out, up to the last thing known that it holds."""
    end, head = read_head(draft.lines[:LONGEST])
    printed = any(line.states in ("dossier", "session", "number") for line in head)
    reason = Reason.MASTHEAD if printed else Reason.HEAD
    return take_out(draft, dict.fromkeys(range(end), reason), head)


def read_head(lines: Sequence[Line]) -> tuple[int, list[HeadLine]]:
    """Where the head ends (0: there is none), and what it states."""
    margins = {run.lines.start: run for run in margin_runs(lines[:80])}
    at, end, head = 0, 0, list[HeadLine]()
    kinds: set[Reader | bool] = set()
    while at < len(lines) and at - end <= REACH and not is_opening(lines[at], at, end):
        reader, (stop, stated) = read_thing(lines, at)
        if stop == at and at in margins:
            stop = margins[at].lines.stop
            stated = list(stated_in_margin(lines[at:stop]))
            kinds.add(margins[at].sure)
        if reader:
            kinds.add(reader)
        if stop > at:
            head += stated
            at = end = stop
        else:
            at += 1
    return (end, head) if len(kinds) > 1 or kinds & SURE else (0, [])


def is_opening(line: Line, at: int, end: int) -> bool:
    """Whether the text itself begins here at the latest: a salutation, or a line of running text."""
    salutes = line.text.lower().startswith(tuple(data("dutch")["salutation"]))
    if BEGINS.match(line.text):
        return False
    sentence = len(line.text) > 50 and re.search(r"[a-z] [a-z]+ [a-z]+ [a-z]+ ", line.text) is not None
    return salutes or (sentence and at > end)


def read_thing(lines: Sequence[Line], at: int) -> tuple[Reader | None, Thing]:
    """What stands at a line, and which reader knows it; None where nothing known does."""
    for reader in READERS:
        found = reader(lines, at)
        if found is not None:
            return reader, found
    return None, (at, [])


def read_dossier(lines: Sequence[Line], at: int) -> Thing | None:
    """`32 824 Integratiebeleid`, the title perhaps below it, over several lines."""
    match = DOSSIER.fullmatch(lines[at].text)
    if not match:
        return None
    dossier = HeadLine("dossier", match["dossier"], lines[at].number)
    titles, end = ([match["title"]] if match["title"] else []), at + 1
    while end < len(lines) and end < at + 6 and not starts_thing(lines, end):
        titles.append(lines[end].text)
        end += 1
    if end == len(lines) or (not NUMBER.fullmatch(lines[end].text) and not DOSSIER.fullmatch(lines[end].text)):
        titles, end = titles[:1] if match["title"] else [], at + 1
    title = [HeadLine("dossier title", spaced(titles), lines[at].number)] if titles else []
    return end, [dossier, *title]


def read_number(lines: Sequence[Line], at: int) -> Thing | None:
    """`Nr. 448 Brief van de staatssecretaris van …`, the title perhaps over several lines."""
    match = NUMBER.fullmatch(lines[at].text)
    if not match:
        return None
    number = HeadLine("number", match["number"] or match["letters"], lines[at].number)
    title = match["title"] or match["lettered"]
    end = at + 1
    if title is None and end < len(lines) and not starts_thing(lines, end):
        title, end = lines[end].text, end + 1
    if title is None:
        return end, [number]
    end = title_end(lines, end, title)
    titles = [title, *(line.text for line in lines[at + 1 : end] if line.text != title)]
    return end, [number, HeadLine("document title", spaced(titles), lines[end - 1].number)]


def title_end(lines: Sequence[Line], end: int, title: str) -> int:
    """A title runs on while its lines are full, or in capitals as it began."""
    capitals = title.isupper()
    while end < len(lines) and not starts_thing(lines, end) and not is_opening(lines[end], 1, 0):
        line = lines[end]
        if (capitals and not line.text.isupper()) or line.blanks or line.turn:
            break
        if not capitals and not runs_on(lines, end):
            break
        end += 1
    return end


def read_session(lines: Sequence[Line], at: int) -> Thing | None:
    """`Vergaderjaar 2021–2022`."""
    match = SESSION.fullmatch(lines[at].text)
    return (at + 1, [HeadLine("session", match["year"], lines[at].number)]) if match else None


def read_masthead(lines: Sequence[Line], at: int) -> Thing | None:
    """A line of the masthead, or the number of the chamber or the questions beside one."""
    beside = [lines[i].text for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    number = lines[at].text.isdecimal() and any(MASTHEAD.fullmatch(text) or SESSION.fullmatch(text) for text in beside)
    return (at + 1, []) if number or MASTHEAD.fullmatch(lines[at].text) else None


def read_place_and_date(lines: Sequence[Line], at: int) -> Thing | None:
    """`Den Haag, 12 juli 2022`."""
    match = PLACE_DATE.fullmatch(lines[at].text)
    if not match or not date_in(match["date"]):
        return None
    number = lines[at].number
    return at + 1, [HeadLine("place", match["place"], number), HeadLine("date", match["date"], number)]


def read_labelled_date(lines: Sequence[Line], at: int) -> Thing | None:
    """`Datum 12 juli 2022`, on one line or two."""
    match = LABELLED_DATE.fullmatch(lines[at].text)
    if match and date_in(match["date"]):
        return at + 1, [HeadLine("date", match["date"], lines[at].number)]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if lines[at].text.rstrip(":") == "Datum" and date_in(following):
        return at + 2, [HeadLine("date", following, lines[at + 1].number)]
    return None


def read_addressee(lines: Sequence[Line], at: int) -> Thing | None:
    """`Aan de Voorzitter van de Tweede Kamer`, on one line or several, and the postal address below."""
    text = lines[at].text
    if not ADDRESSEE.fullmatch(text) or text.endswith(".") or len(text) > 100:
        return None
    end = at + 1
    names = [re.sub(r"^Aan:? ", "", text)]
    while end < len(lines) and end < at + 6 and not lines[end].blanks:
        part = lines[end].text
        if POSTAL.fullmatch(part):
            end += 1
            continue
        if len(names) > 2 or POSTAL.fullmatch(lines[end - 1].text) or len(part) > NARROW or PLACE_DATE.fullmatch(part):
            break
        if not squeezed(part).startswith(
            ("derstaten", "destaten", "staten", "vande", "der", "tweedekamer", "eerstekamer")
        ):
            break
        names.append(part)
        end += 1
    return end, [HeadLine("addressee", spaced(names), lines[at].number)]


def read_postal(lines: Sequence[Line], at: int) -> Thing | None:
    """A return address, or a line of an address."""
    text = lines[at].text
    return (at + 1, []) if RETURN_ADDRESS.fullmatch(text) or POSTAL.fullmatch(text) else None


def read_subject(lines: Sequence[Line], at: int) -> Thing | None:
    """`Betreft …`, perhaps over several lines."""
    text = lines[at].text
    label = next((s for s in data("margin")["subjects"] if re.match(rf"{s}\b[:\s]|{s}$", text, re.IGNORECASE)), None)
    if label is None or not text[0].isupper() or (text.endswith(".") and ":" not in text):
        return None
    value, end = text[len(label) :].lstrip(" :\t"), at + 1
    if not value and end < len(lines):
        value, end = lines[end].text, end + 1
    first, values = end - 1, [value]
    while end < len(lines) and end < at + 7 and runs_on(lines, end) and not starts_thing(lines, end):
        values.append(lines[end].text)
        end += 1
    return end, [HeadLine("subject", spaced(values), lines[first].number)]


def read_label_column(lines: Sequence[Line], at: int) -> Thing | None:
    """`Datum` and `Betreft` below each other, and then what they say below each other."""
    labels: list[str] = []
    while at + len(labels) < len(lines) and LABEL_ALONE.fullmatch(lines[at + len(labels)].text):
        labels.append(lines[at + len(labels)].text.lower())
    end = at + len(labels)
    if len(labels) < 2 or end >= len(lines) or "datum" not in labels or not date_in(lines[end].text):
        return None
    date = HeadLine("date", lines[end].text, lines[end].number)
    first = end = end + 1
    while end < len(lines) and end < first + 6 and not lines[end].blanks and not starts_thing(lines, end):
        end += 1
    subject = spaced([line.text for line in lines[first:end]])
    return end, [date, *([HeadLine("subject", subject, lines[first].number)] if subject else [])]


READERS: tuple[Reader, ...] = (
    read_questions,
    read_answer,
    read_question_number,
    read_proposed,
    read_dossier,
    read_number,
    read_session,
    read_place_and_date,
    read_label_column,
    read_labelled_date,
    read_subject,
    read_addressee,
    read_postal,
    read_masthead,
)
SURE: set[Reader | bool] = {read_place_and_date, read_label_column, read_labelled_date, read_addressee, True}
"""What makes a head by itself (True: a margin of more than one thing); of what else there is, it takes two kinds."""


STARTS = (NUMBER, DOSSIER, SESSION, PLACE_DATE, LABELLED_DATE, RETURN_ADDRESS)


def starts_thing(lines: Sequence[Line], at: int) -> bool:
    """Whether another known thing of the head begins here."""
    text = lines[at].text
    return (
        any(pattern.fullmatch(text) for pattern in STARTS)
        or ADDRESSEE.fullmatch(text) is not None
        or is_unit(text)
        or label_of(text) is not None
    )


def runs_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of the head goes on from the line before it."""
    line, before = lines[at], lines[at - 1]
    if line.blanks or line.turn or is_opening(line, 1, 1):
        return False
    if line.text[0].islower() or line.text[0] in "(«“" or before.text.endswith("-") or line.indent >= 6:
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
