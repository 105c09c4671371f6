"""The head of a letter or of a printed paper: who writes to whom, when, under which number, about what.

After this step the first line of the draft is the first line of the text itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.matching import salutes
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import ASKED
from build_tools.reading.steps.heads.addressed import read_addressed
from build_tools.reading.steps.heads.answers_head import take_out_answers_head
from build_tools.reading.steps.heads.correspondents import (
    OF_COMMITTEE,
    read_addressee,
    read_contact,
    read_count,
    read_ministry,
    read_postal,
)
from build_tools.reading.steps.heads.head_dates import read_labelled_date, read_place_and_date, read_received
from build_tools.reading.steps.heads.head_numbers import read_dossier, read_number, read_pledge, read_session
from build_tools.reading.steps.heads.head_rows import read_label_row, read_pairs
from build_tools.reading.steps.heads.head_shapes import (
    DRAWN,
    MASTHEAD,
    SESSION,
    Reader,
    Thing,
    is_committee,
    is_opening,
    is_running_text,
    reads_as_sentence,
)
from build_tools.reading.steps.heads.label_columns import read_label_column
from build_tools.reading.steps.heads.list_names import read_list_name, read_list_of_chamber
from build_tools.reading.steps.heads.meetings import read_meeting, read_standing_list, told_of_meeting
from build_tools.reading.steps.heads.question_head import read_answerers, read_case, read_questions
from build_tools.reading.steps.heads.small_labels import with_capitals
from build_tools.reading.steps.heads.subject import is_verb, read_subject
from build_tools.reading.steps.margin_column import margin_runs, stated_in_margin
from build_tools.reading.steps.margin_labels import labels_subject
from build_tools.reading.steps.pieces import piece
from build_tools.reading.steps.taking_out import take_out

LONGEST, REACH = 200, 14
"""Lines of a head at the most, and lines between two things in it that are known: what lies further on is text."""

MARGIN_REACH = 80
"""Lines within which a margin beside the head stands: its page and a little more; later pages have no head."""


COLON = ": "
"""Between a label and its value, where colons stand below each other."""


def take_out_head(draft: Draft) -> Draft:
    """Take the head out, up to the last thing known that it holds; a salutation within it opens the text, what
    heads a question there came out above its text, and what it says of a meeting is text."""
    draft = take_out_answers_head(draft)
    lines = [*map(without_colon, with_capitals([*map(without_cuts, draft.lines[:LONGEST])]))]
    end, head = read_head(lines)
    end += 0 < end < len(draft.lines) and DRAWN.fullmatch(draft.lines[end].text) is not None
    told = told_of_meeting(lines[:end])
    texts = [line.text for line in draft.lines[:end]]
    whole = [at for at, text in enumerate(texts) if not (at in told or salutes(text) or ASKED.fullmatch(text))]
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
