"""The messages that a mail consists of: each with the head that a mail program puts above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from build_tools.data import data
from build_tools.draft import Line
from build_tools.reading.steps.heads.head_shapes import DRAWN, WHOLE_ADDRESSEE
from build_tools.reading.steps.margins.labels import is_subject

HEAD_LINES = 24
"""Lines of the head of a message at the most: one to a whole committee names each receiver."""

OWN_HEAD = 10
"""Lines below the head of a message among which the letter says itself what it is about."""

LEAST_LABELS = 3
"""Things that the head of a message tells at the least: sender, day, receiver, subject."""

SIGN = re.compile(r"[:@_]|--")
"""What the first line of any head has: a label, an hour, an address, a line that is drawn."""

HOUR = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
"""`17:22`: a letter tells the day alone."""

MOMENT = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,? )?\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9}\.?)[-/. ]\d{4},?(?: om)? \d{1,2}[:.]\d{2}"
)
"""`Vr 30-09-2032 17:18`, alone between who sent a message and `Aan:`, as a mail program shows both without labels."""

ANNOUNCED = re.compile(r"(?=.*\d)(?=.*(?:\b\d{1,2}[:.]\d{2}\b|@))(?:.*\s)?(?:schreef|geschreven|wrote)\b.{0,120}:")
"""`Op 12 jun. 2014 om 08:41 schreef Griffie <cie@kamer.nl>:`, `On 12/06/2014 08:41, Jan wrote:`."""

LONGEST = 200
"""Characters of a line that announces a message, at the most."""

TAIL = "--"
"""What parts a message from the lines that close all that its sender writes."""

FIRST_NOTE = re.compile(r"[\[(]?1[\])]?\s+\D")
"""`[1] Peiling rookbeleid`: the first of the notes of a letter."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message, or a piece of one: the lines of its head are [start, text), those of its text [text, end); `depth` is
    how many times it was quoted, `labels` where the labels of its head begin."""

    start: int
    labels: int
    text: int
    end: int
    depth: int


def messages_of(lines: Sequence[Line], deep: Sequence[int]) -> list[Message]:
    """The messages of a mail in order; none where no sure head and no quotation shows one."""
    found = list(begins(lines, deep))
    if not (any(deep) or any(labels < text or is_sure(lines[start:text]) for start, labels, text in found)):
        return []
    starts = [(0, 0, 0)] if not found or found[0][0] > 0 else []
    heads = [*starts, *found]
    ends = [*(start for start, _, _ in heads[1:]), len(lines)]
    return [
        Message(start, labels, text, end, deep[min(text, len(lines) - 1)])
        for (start, labels, text), end in zip(heads, ends, strict=True)
    ]


def begins(lines: Sequence[Line], deep: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where each message begins, its labels and its text: at a head, or where it is quoted otherwise than what stands
    above it."""
    beyond = 0
    for at in range(len(lines)):
        if at < beyond:
            continue
        labels, text = head_at(lines, at)
        if text > at or (at and deep[at] != deep[at - 1]) or begins_tail(lines, at):
            beyond = max(text, at + 1)
            yield at, labels, text


def begins_tail(lines: Sequence[Line], at: int) -> bool:
    """Whether what closes all that a sender writes begins here, and no notes that a letter has below a line."""
    noted = at + 1 < len(lines) and FIRST_NOTE.match(lines[at + 1].text) is not None
    return lines[at].text == TAIL and not noted


def head_at(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """Where the labels and the text of the message begin of which the head stands here; here where none does."""
    if is_moment(lines, at + 1):
        return at + 1, labels_end(lines, at + 1)
    if not SIGN.search(lines[at].text):
        return at, at
    forwarded = dividers().fullmatch(lines[at].text.lower()) is not None
    labels = at + (forwarded or DRAWN.fullmatch(lines[at].text) is not None)
    text = labels_end(lines, labels)
    if text > labels:
        return labels, text
    text = announced_end(lines, labels)
    if text > labels or forwarded:
        return text, text
    return at, at


def is_moment(lines: Sequence[Line], at: int) -> bool:
    """Whether the day and hour of a message stand here by themselves, above who got it."""
    below = label_in(lines[at + 1].text) if at + 1 < len(lines) and MOMENT.fullmatch(lines[at].text) else None
    return below is not None and below[1] == "receiver" and not is_addressed(lines[at + 1].text)


def is_sure(head: Sequence[Line]) -> bool:
    """Whether lines that announce a message are surely a mail's: a letter can tell who wrote when as well."""
    return any("@" in line.text or dividers().fullmatch(line.text.lower()) for line in head)


@cache
def dividers() -> re.Pattern[str]:
    """`-------- Doorgestuurd bericht --------`, `Begin doorgestuurd bericht:`."""
    within, before = ("|".join(map(re.escape, data("mail")[key])) for key in ("forwarded", "begun"))
    return re.compile(rf"-{{2,}} ?(?:{within}) ?-{{2,}}|(?:{before}):?")


def announced_end(lines: Sequence[Line], at: int) -> int:
    """Where a message begins of which its sender and hour are told, on a line or two; `at` where none is."""
    for end in range(at + 1, min(at + 2, len(lines)) + 1):
        told = " ".join(line.text for line in lines[at:end])
        if told.endswith(":") and len(told) <= LONGEST and ANNOUNCED.fullmatch(told):
            return end
    return at


def labels_end(lines: Sequence[Line], at: int) -> int:
    """Where the labels of a message end that stand here, `at` where none do: a sender and what else is told, of which
    something is no letter's own, or the letter says below what it is about. What was told once is told by something
    else when it stands there again."""
    sure = is_moment(lines, at)
    told = {"sender", "day"} if sure else set[str]()
    named: set[str] = set()
    end = at + sure
    for line in lines[end : at + HEAD_LINES]:
        label = label_in(line.text)
        if label is None and not (told and goes_on(lines, end)):
            break
        if label is not None:
            name, kind = label
            if name in named or (kind in told and kind not in ("receiver", "rest")) or is_addressed(line.text):
                break
            named.add(name)
            told.add(kind)
            sure = sure or name in data("mail")["sure"] or "@" in line.text or HOUR.search(line.text) is not None
        end += 1
    sure = sure or ("subject" in told and says_own_subject(lines[end : end + OWN_HEAD]))
    return end if sure and "sender" in told and len(told) >= LEAST_LABELS else at


def says_own_subject(lines: Sequence[Line]) -> bool:
    """Whether a letter has a head of its own here, which says what it is about: one says that once."""
    return any(is_subject(line.text) for line in lines)


def label_in(text: str) -> tuple[str, str] | None:
    """The label of a message that a line begins with, and what it tells."""
    found = labels_shape().match(text)
    return (found[1].lower(), data("mail")["labels"][found[1].lower()]) if found else None


@cache
def labels_shape() -> re.Pattern[str]:
    """A label with its colon; programs print it bold, which stars can tell: `*Van:* Jan`."""
    labels = sorted(data("mail")["labels"], key=len, reverse=True)
    return re.compile(rf"\*?({'|'.join(map(re.escape, labels))})\*? ?:\*?(?=\s|$)", re.IGNORECASE)


def goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on with what the label above it tells: more addresses, or a value below its label."""
    line, above = lines[at], lines[at - 1].text
    listed = "@" in line.text or (above.endswith((";", ",")) and ";" in line.text)
    return not line.blanks and (listed or above.rstrip("*").endswith(":") or line.indent > lines[at - 1].indent)


def is_addressed(text: str) -> bool:
    """Whether a label is that of a letter's own addressee: `Aan: De voorzitter van de Tweede Kamer`."""
    return WHOLE_ADDRESSEE.fullmatch(text.partition(":")[2].strip()) is not None
