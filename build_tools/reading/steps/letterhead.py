"""The head of a letter or of a printed paper: who writes to whom, when, under which number, about what.

After this step the first line of the draft is the first line of the text itself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.dates import DAY, PLACE_DATE, date_in
from build_tools.dutch.matching import is_half, salutes, squeezed
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import ASKED
from build_tools.reading.signing.shapes import names_person
from build_tools.reading.steps.answers_head import take_out_answers_head
from build_tools.reading.steps.head_dates import (
    fits,
    labels_with_values,
    read_label_column,
    read_labelled_date,
    read_place_and_date,
    read_received,
)
from build_tools.reading.steps.head_numbers import read_dossier, read_number, read_pledge, read_session
from build_tools.reading.steps.head_rows import read_label_row, read_meeting, read_pairs, read_standing_list
from build_tools.reading.steps.head_shapes import (
    ADDRESSEE,
    DRAWN,
    HALF_TOWN,
    LABELLED_DATE,
    LIST_LABEL,
    MASTHEAD,
    POSTAL,
    RETURN_ADDRESS,
    SESSION,
    THING_LINES,
    TOWN_WORDS,
    Reader,
    Thing,
    is_committee,
    is_list,
    is_list_alone,
    is_opening,
    is_running_text,
    names_list,
    reads_as_sentence,
    runs_on,
    spaced,
    starts_thing,
)
from build_tools.reading.steps.heads.addressed import read_addressed
from build_tools.reading.steps.heads.small_labels import with_capitals
from build_tools.reading.steps.margin_column import margin_runs, stated_in_margin
from build_tools.reading.steps.margin_labels import labels_subject, ministry_end
from build_tools.reading.steps.margins.addresses import NARROW
from build_tools.reading.steps.margins.labels import (
    in_dutch,
    is_subject,
    is_unit,
    label_of,
    subject_shape,
)
from build_tools.reading.steps.margins.values import COUNT
from build_tools.reading.steps.pieces import GAP, piece
from build_tools.reading.steps.question_head import read_answerers, read_case, read_questions
from build_tools.reading.steps.taking_out import take_out

LONGEST, REACH = 200, 14
"""Lines of a head at the most, and lines between two things in it that are known: what lies further on is text."""

MARGIN_REACH = 80
"""Lines within which a margin beside the head stands: its page and a little more; later pages have no head."""

ADDRESSEE_LINES = 3
"""Lines of an addressee's name at the most: `De voorzitter` / `van de Tweede Kamer` / `der Staten-Generaal`."""

ADDRESSEE_LENGTH = 100
"""Characters of its first line at the most; a line of text that names a chairman is fuller."""

CHAMBER_GOES_ON = ("derstaten", "destaten", "staten", "vande", "uitde", "der", "tweedekamer", "eerstekamer", "kamer")
"""With what its further lines begin, without white space: `der Staten-Generaal`, `van de Tweede Kamer`."""


OF_COMMITTEE = re.compile(r"\b[Cc]ommissie voor\b")
"""`Aan de leden van de vaste commissie voor Verkeer`, of which the name can go on: `en Waterstaat`."""

ADDRESS_BEHIND = re.compile(r"(?<=\S)\s+(?:P ?ostbus \d[\d ]*|\d{4} ?[A-Z]{2}\b.*)$")
"""`Ministerie van Financiën  Postbus 20201`: the first line of an address beside the sender."""


WEEKDAY = re.compile(rf"(?:[a-z]{{2,5}}dag )?{DAY}", re.IGNORECASE)
"""`dinsdag 14 maart 2023`: the day of a meeting alone on its line."""

MEETING = re.compile(r"(?i:(?:[a-z]*vergadering|gesprek|overleg)) ")
"""`Vergadering van de commissie voor …`, where what is kept of it stands apart."""

HEAD_LABEL = re.compile(rf"(?=[A-Z])(?i:{'|'.join(data('margin')['head_labels'])}): ")
"""`Aan: de leden`, `Van: de griffier`: what labels of a head alone say."""

COLON = ": "
"""Between a label and its value, where colons stand below each other."""


def take_out_head(draft: Draft) -> Draft:
    """Take the head out, up to the last thing known that it holds; a salutation within it opens the text, and what
    heads a question there came out above its text."""
    draft = take_out_answers_head(draft)
    end, head = read_head([*map(without_colon, with_capitals([*map(without_cuts, draft.lines[:LONGEST])]))])
    end += 0 < end < len(draft.lines) and DRAWN.fullmatch(draft.lines[end].text) is not None
    texts = [line.text for line in draft.lines[:end]]
    whole = [at for at, text in enumerate(texts) if not (salutes(text) or ASKED.fullmatch(text))]
    printed = any(line.states in ("dossier", "session", "number") for line in head)
    reason = Reason.MASTHEAD if printed else Reason.HEAD
    return take_out(draft, dict.fromkeys(whole, reason), head)


def without_cuts(line: Line) -> Line:
    """A line as it reads without the bookmarks in it."""
    return replace(line, text=line.plain) if line.cuts else line


def without_colon(line: Line) -> Line:
    """What a label says, `: 14 juli 2031`, without the colon that a tool kept with it as it parted the two."""
    return piece(line, len(COLON), len(line.text)) if line.text.startswith(COLON) else line


def read_head(lines: Sequence[Line]) -> tuple[int, list[HeadLine]]:
    """Where the head ends (0: there is none), and what it states."""
    margins = {i: run for run in margin_runs(lines[:MARGIN_REACH]) for i in run.lines}
    at, end, head = 0, 0, list[HeadLine]()
    kinds: set[Reader | bool] = set()
    while at < len(lines) and at - end <= REACH and (not is_opening(lines[at], at, end) or heads_on(lines, at)):
        if is_verb(lines[at].text, head):
            break
        reader, (stop, stated) = read_thing(lines, at)
        if stop == at and at in margins:
            within = range(at + 1, margins[at].lines.stop)
            stop = next((n for n in within if labels_own_subject(lines, n)), within.stop)
            stated = list(stated_in_margin(lines[at:stop]))
            kinds.add(margins[at].sure)
        if reader:
            kinds.add(reader)
        head += stated
        text = lines[at].text
        if stop == at and (reader or reads_as_sentence(text) or (is_running_text(text) and text.endswith("."))):
            break
        if stop > at:
            at = end = stop
        else:
            at += 1
    opens = 0 < end < len(lines) and salutes(lines[end].text) and any(line.states == "subject" for line in head)
    return (end, head) if len(kinds) > 1 or kinds & SURE or opens else (0, [])


def is_verb(text: str, head: Sequence[HeadLine]) -> bool:
    """Whether a text begins in a label of the subject that is a verb there, below the subject: `Betreft het bezwaar een
    besluit over de hoogte, dan wordt de`."""
    stated = any(line.states == "subject" for line in head)
    return stated and is_subject(text) and reads_as_sentence(text)


def heads_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line that looks like an opening stands within the head: a committee is addressed in it, or a tool read
    the salutation above the label of the subject."""
    text, label = lines[at].text, lines[at + 1].text if at + 1 < len(lines) else ""
    addressed = text.startswith(("Aan ", "Aan: ")) and OF_COMMITTEE.search(text) and read_addressee(lines, at)
    return bool(is_committee(lines, at) or addressed or (salutes(text) and labels_subject(label)))


def labels_own_subject(lines: Sequence[Line], at: int) -> bool:
    """Whether labels below each other begin here of which one is the letter's subject, though they look like a margin:
    `onderwerp` / `doorkiesnummer`, and then what these say."""
    found = read_label_column(lines, at)
    return found is not None and any(line.states == "subject" for line in found[1])


def read_thing(lines: Sequence[Line], at: int) -> tuple[Reader | None, Thing]:
    """What stands at a line, and which reader knows it; None where nothing known does."""
    for reader in READERS:
        found = reader(lines, at)
        if found is not None:
            return reader, found
    return None, (at, [])


def read_masthead(lines: Sequence[Line], at: int) -> Thing | None:
    """A line of the masthead, or the number of the chamber or the questions beside one."""
    beside = [lines[i].text for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    number = lines[at].text.isdecimal() and any(MASTHEAD.fullmatch(text) or SESSION.fullmatch(text) for text in beside)
    return (at + 1, []) if number or MASTHEAD.fullmatch(lines[at].text) else None


def read_addressee(lines: Sequence[Line], at: int) -> Thing | None:
    """`Aan de Voorzitter van de Tweede Kamer`, on one line or several, and the postal address below."""
    text = lines[at].text
    halved = at + 1 < len(lines) and (is_half(text) or is_committee(lines, at))
    whole = f"{text} {lines[at + 1].text}" if halved else text
    if not ADDRESSEE.fullmatch(whole) or text.endswith(".") or len(text) > ADDRESSEE_LENGTH or reads_as_sentence(text):
        return None
    end = at + 1
    names = [re.sub(r"^Aan:?[ \t]+", "", text)]
    while end < len(lines) and end < at + THING_LINES:
        part = lines[end].text
        if lines[end].blanks and not (is_half(names[-1]) or part[:1].islower()):
            break
        if POSTAL.fullmatch(part):
            end += 1
            continue
        named = len(names) == ADDRESSEE_LINES or POSTAL.fullmatch(lines[end - 1].text)
        if named or len(part) > NARROW or PLACE_DATE.fullmatch(part):
            break
        committee = OF_COMMITTEE.search(names[-1]) and (is_half(names[-1]) or part.startswith("en "))
        if not (squeezed(part).startswith(CHAMBER_GOES_ON) or committee):
            break
        names.append(part)
        end += 1
    return end, [HeadLine("addressee", spaced(names), lines[at].number)]


def read_postal(lines: Sequence[Line], at: int) -> Thing | None:
    """A return address, or a line of an address; the town may run over the line."""
    text = lines[at].text
    if (not RETURN_ADDRESS.fullmatch(text) and not POSTAL.fullmatch(text)) or reads_as_sentence(text):
        return None
    below = lines[at + 1].text if HALF_TOWN.fullmatch(text) and at + 1 < len(lines) else ""
    half = below[:1].isupper() and len(below.split()) <= TOWN_WORDS and not starts_thing(lines, at + 1)
    return (at + 2 if half else at + 1), []


def read_subject(lines: Sequence[Line], at: int) -> Thing | None:
    """`Betreft …`, perhaps over several lines, or behind other labels with their values that stood beside it; a tool
    can read the label of the date on the line of the subject, above the date."""
    text = in_dutch(lines[at].text)
    label = subject_shape().match(text)
    listed = label is not None and any(is_list_name(lines, above) for above in range(at))
    if label is None or listed or not text[0].isupper() or (text.endswith(".") and ":" not in text):
        return None
    value = text[label.end() :].lstrip(" :\t")
    end, stated = (at + 1, []) if value else labels_with_values(lines, at + 1)
    if not value:
        if end == len(lines) or salutes(lines[end].text):
            return end, stated
        value, end = lines[end].text, end + 1
    if (before := value.removesuffix(" Datum")) != value and end < len(lines) and fits("datum", lines[end].text):
        said = [
            HeadLine("subject", before, lines[end - 1].number),
            HeadLine("date", lines[end].text, lines[end].number),
        ]
        return end + 1, [*stated, *said]
    after, subject = subject_from(lines, value, end, end + THING_LINES)
    return after, [*stated, *subject]


def subject_from(lines: Sequence[Line], value: str, end: int, stop: int) -> Thing:
    """A subject that begins with a value on the line before `end`, with the lines up to `stop` that it runs on in."""
    first, values = end - 1, [value]
    among = subject_among_labels(lines, end, stop)
    values += [line.text for line in lines[end:among]]
    end = among
    while end < min(len(lines), stop) and not starts_thing(lines, end) and ministry_end(lines, end) == end:
        if not runs_on(lines, end) and not (is_unfinished(values[-1]) and not lines[end].blanks):
            break
        values.append(lines[end].text)
        end += 1
    return end, [HeadLine("subject", spaced(values), lines[first].number)]


def subject_among_labels(lines: Sequence[Line], end: int, stop: int) -> int:
    """The index of the next label of the head, or of its sender with an address, where nothing but lines of the subject
    can stand above it: right below the first one and below each other, none a sentence."""
    for at in range(end, min(len(lines), stop)):
        if lines[at].blanks or lines[at].turn or is_opening(lines[at], 1, 1) or reads_as_sentence(lines[at].text):
            return end
        behind = ministry_end(lines, at)
        sender = at < behind < len(lines) and label_of(lines[behind].text) is None
        if sender or label_of(lines[at].text) or is_unit(lines[at].text) or HEAD_LABEL.match(lines[at].text):
            return at
    return end


def is_unfinished(text: str) -> bool:
    """Whether a subject ends in a word that another one follows: `vragen van de leden De Haan en`."""
    return text.rpartition(" ")[2].lower() in (*data("dutch")["never_last"], *data("dutch")["before_nouns"])


def read_list_name(lines: Sequence[Line], at: int) -> Thing | None:
    """`Document: Besluitenlijst van de vergadering van 6 mei 2024`: what a list is called, as its subject, where
    its place and date stand below it, or right above it without a label, or where it opens the document above `Datum`:
    its points have subjects of their own, and the meeting that it convenes can have one."""
    if is_list_name(lines, at):
        text = lines[at].text
        meeting = read_meeting(lines, at + 1) if at + 1 < len(lines) else None
        if meeting and meeting[1]:
            return at + 1, []
        whole = subject_from(lines, text, at + 1, at + THING_LINES) if is_unfinished(text) else None
        return whole or (at + 1, [HeadLine("subject", text, lines[at].number)])
    below = range(at + 1, min(at + 1 + THING_LINES, len(lines)))
    opens = at == 0 and is_list(lines[at].text) and any(LABELLED_DATE.fullmatch(lines[line].text) for line in below)
    if not opens and not (names_list(lines[at].text) and any(read_place_and_date(lines, line) for line in below)):
        return None
    return subject_from(lines, LIST_LABEL.sub("", lines[at].text), at + 1, at + 1 + THING_LINES)


def is_list_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a list is named here, right below its place and date: `Besluitenlijst vaste commissie voor Defensie`."""
    return at > 0 and is_list(lines[at].text) and read_place_and_date(lines, at - 1) is not None


def read_list_of_chamber(lines: Sequence[Line], at: int) -> Thing | None:
    """`Korte aantekeningen vergadering commissie voor …` between the name of the chamber and the day, over a line or
    several; or the meeting there, and below the day what is kept of it: `Korte aantekeningen`."""
    if at == 0 or not MASTHEAD.fullmatch(lines[at - 1].text):
        return None
    for end in range(at + 1, min(at + 1 + THING_LINES, len(lines))):
        if WEEKDAY.fullmatch(lines[end].text) and date_in(lines[end].text):
            own = [] if is_list(lines[at].text) else [line.text for line in lines[end + 1 : end + 2]]
            if own and not (is_list_alone(own[0]) and MEETING.match(lines[at].text)):
                return None
            name = HeadLine("subject", spaced([*own, *(line.text for line in lines[at:end])]), lines[at].number)
            return end + 1 + len(own), [name, HeadLine("date", lines[end].text, lines[end].number)]
    return None


def read_ministry(lines: Sequence[Line], at: int) -> Thing | None:
    """The name of the ministry that sends the letter, on one line or several, and nothing else but its address."""
    if (address := ADDRESS_BEHIND.search(lines[at].text)) and ministry_end([piece(lines[at], 0, address.start())], 0):
        return at + 1, list(stated_in_margin([piece(lines[at], 0, address.start())]))
    end = ministry_end(lines, at)
    return (end, list(stated_in_margin(lines[at:end]))) if end > at else None


def read_contact(lines: Sequence[Line], at: int) -> Thing | None:
    """`Contactpersoon  W.A.M. Pelkmans`, on one line or two: whom to ask, beside or below the subject."""
    label = label_of(lines[at].text)
    if label is None or data("margin")["labels"][label[0]] != "words":
        return None
    end = at + 1 if label[1] else at + 2
    value = label[1] or (lines[at + 1].text if at + 1 < len(lines) else "")
    return (end, []) if names_person(value) else None


def read_count(lines: Sequence[Line], at: int) -> Thing | None:
    """`Bijlage  geen`: how many annexes there are, right below another thing of the head. Of a number alone the label
    must say that it counts: `Bijlage 1` heads one."""
    label = label_of(lines[at].text)
    if label is None or data("margin")["labels"][label[0]] != "count" or not COUNT.fullmatch(label[1]):
        return None
    one = label[1].isdecimal() and label[0] == "bijlage" and not GAP.search(lines[at].text)
    return None if one or lines[at].blanks else (at + 1, [])


READERS: tuple[Reader, ...] = (
    read_questions,
    read_answerers,
    read_case,
    read_dossier,
    read_number,
    read_session,
    read_place_and_date,
    read_received,
    read_meeting,
    read_standing_list,
    read_label_row,
    read_pairs,
    read_label_column,
    read_labelled_date,
    read_subject,
    read_list_name,
    read_list_of_chamber,
    read_addressee,
    read_addressed,
    read_postal,
    read_masthead,
    read_pledge,
    read_ministry,
    read_contact,
    read_count,
)
"""Who knows what, in the order in which they are asked."""

SURE: set[Reader | bool] = {
    read_questions,
    read_place_and_date,
    read_standing_list,
    read_label_row,
    read_pairs,
    read_label_column,
    read_labelled_date,
    read_addressee,
    read_addressed,
    True,
}
"""What makes a head by itself (True: a margin of more than one thing); of what else there is, it takes two kinds."""
