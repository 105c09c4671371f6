"""The letter in a mail: which message it is, and what of that message is none of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.matching import is_closing, salutes
from build_tools.model import Reason
from build_tools.reading.mail.messages import TAIL, Message, label_in, messages_of
from build_tools.reading.mail.quoting import depths
from build_tools.reading.signing.shapes import ROLE
from build_tools.reading.steps.taking_out import take_out
from build_tools.reading.steps.web.web_page import begins_head

HEAD = 60
"""Lines of a message among which the head of a letter in it is sought, and from its end those that close it."""

CHAIR = re.compile(r"\bvoorzitter\b", re.IGNORECASE)
"""To whom the letters of a government are: `Geachte voorzitter,`."""

CHAMBER = re.compile(
    r"(?:Aan:? )?(?:de )?(?:voorzitters?|leden) (?:van de|der) (?:Tweede|Eerste) Kamer\b.*", re.IGNORECASE
)
"""`Aan de Voorzitter van de Tweede Kamer der Staten-Generaal`."""

HOUSE = re.compile(r"kamer|voorzitter|griffie", re.IGNORECASE)
"""Whom a letter to a chair is sent to: `cie.iw@tweedekamer.nl`, `Griffie Eerste Kamer`."""

STATED = (("day", "date"), ("subject", "subject"))
"""What the head of a mail tells, and what it states as the head of a letter."""

MOST = 0.5
"""The part of all words in a mail that is surely the letter, and that it has where a salutation alone shows it."""

PICTURE = re.compile(r"[\[<](?:cid:[^\]>]+|(?:image|afbeelding)[^\]>]*\.?\w*)[\]>]", re.IGNORECASE)
"""`[cid:image001.png@01D9]`, `<image001.png>`: where a picture stood."""

TOLD_ON = 3
"""Lines over which a sentence about a message runs, at the most, before it has shown itself."""


@dataclass(frozen=True, slots=True)
class MailedLetter:
    """Where the letter stands in a mail: its lines, the message that it is, the others, whether the head of that
    message is its own, and whether nothing else there can be it, or of it."""

    lines: frozenset[int]
    message: Message
    others: tuple[Message, ...]
    headed: bool
    sure: bool


def take_out_mail(draft: Draft) -> Draft:
    """Take out the messages around the letter."""
    found = mailed_letter(draft)
    if found is None:
        return draft
    others = {at: Reason.MAIL for at in range(len(draft.lines)) if at not in found.lines}
    return take_out(draft, others, [*stated_above(draft.lines, found)] if found.headed else ())


def stated_above(lines: Sequence[Line], found: MailedLetter) -> Iterator[HeadLine]:
    """The day on which a letter was sent and its subject, where it has no head but that of its mail."""
    for line in lines[found.message.labels : found.message.text]:
        for kind, states in STATED:
            if value := told_in([line.text], kind):
                yield HeadLine(states, value, line.number)


def mailed_letter(draft: Draft) -> MailedLetter | None:
    """The letter in a mail; None where the document is no mail, or none of its messages looks like a letter. A letter
    above all messages has them in an annex, or quotes them."""
    lines, deep = draft.lines, depths(draft)
    messages = messages_of(lines, deep)
    begun = {message: at for message in messages if (at := letter_begin(lines, message)) is not None}
    bare = [message for message in messages[:1] if message.text == message.start and not message.depth]
    if not messages or any(one in begun or (not begun and opened(lines, one) is not None) for one in bare):
        return None
    size = {message: words(lines[message.text : message.end]) for message in messages}
    known = list(begun) or [one for one in messages if is_most(size, one) and opened(lines, one) is not None]
    if not known:
        return None
    letter = max(known, key=size.__getitem__)
    pieces = [letter, *further(lines, messages, letter)]
    kept = frozenset(at for piece in pieces for at in own_lines(lines, piece, begun.get(piece)))
    mostly = words([lines[at] for at in kept]) > MOST * sum(size.values())
    others = tuple(message for message in messages if message not in pieces)
    headed = states(lines, letter, begun.get(letter), len(messages) == 1)
    return MailedLetter(kept, letter, others, headed, sure=len(begun) == len(pieces) == 1 and mostly)


def words(lines: Sequence[Line]) -> int:
    """How many words these lines have."""
    return sum(len(line.text.split()) for line in lines)


def is_most(size: dict[Message, int], message: Message) -> bool:
    """Whether a message has most of the words of all."""
    return size[message] > MOST * sum(size.values())


def letter_begin(lines: Sequence[Line], message: Message) -> int | None:
    """Where the letter in a message begins: at its own head, or with the salutation of a chair."""
    own = lines[message.text : message.end]
    for at in range(min(HEAD, len(own))):
        if begins_head(own, at) or CHAMBER.fullmatch(own[at].text) or is_to_chair(own[at].text):
            return message.text + at
    return None


def is_to_chair(text: str) -> bool:
    """Whether a line is a salutation of a chair."""
    return salutes(text) and CHAIR.search(text) is not None


def opened(lines: Sequence[Line], message: Message) -> int | None:
    """The line of a message with its salutation."""
    among = range(message.text, min(message.text + HEAD, message.end))
    return next((at for at in among if salutes(lines[at].text)), None)


def further(lines: Sequence[Line], messages: Sequence[Message], letter: Message) -> Iterator[Message]:
    """The pieces of the same message below what somebody wrote between them, each quoted as deep as the letter, and
    below what the letter itself quotes, with that. Below two dashes a mail is its sender's, no letter's."""
    quoted: list[Message] = []
    for message in messages[messages.index(letter) + 1 :]:
        closed = not letter.depth and lines[message.start].text == TAIL
        if closed or message.text > message.start or message.depth < letter.depth - 1:
            return
        if message.depth > letter.depth:
            quoted.append(message)
        elif message.depth == letter.depth:
            yield from (*quoted, message)
            quoted.clear()


def own_lines(lines: Sequence[Line], message: Message, begun: int | None) -> Iterator[int]:
    """The lines of a message that are the letter's: from its head down to what closes the mail."""
    covered = begun is not None and is_covered(lines[message.text : begun])
    start = begun if begun is not None and covered else message.text
    end = tail_start(lines, start, message.end)
    return (at for at in range(start, end) if not PICTURE.fullmatch(lines[at].text))


def is_covered(lines: Sequence[Line]) -> bool:
    """Whether words of who sends a letter on stand above it: a salutation, a sentence, or a closing."""
    return any(salutes(line.text) or line.text.endswith(".") or is_closing(line.text) for line in lines)


def states(lines: Sequence[Line], message: Message, begun: int | None, alone: bool) -> bool:
    """Whether the head of a message is that of the letter, which has no other: it is all of the mail or was sent to the
    house of the chair, and nothing says that it was sent on."""
    other = begun is not None and not is_to_chair(lines[begun].text)
    if other or (begun is not None and is_covered(lines[message.text : begun])):
        return False
    told = [line.text for line in lines[message.labels : message.text]]
    subject, receiver = told_in(told, "subject"), told_in(told, "receiver")
    own = (alone and message.start == message.labels) or HOUSE.search(receiver)
    return bool(subject and own and not sent_on().match(subject))


def told_in(texts: Sequence[str], kind: str) -> str:
    """What the head of a message tells of one kind; nothing where it does not."""
    labels = ((text, label_in(text)) for text in texts)
    return next((text.partition(":")[2].strip() for text, label in labels if label and label[1] == kind), "")


@cache
def sent_on() -> re.Pattern[str]:
    """`FW: `, `Doorst: `."""
    return re.compile(rf"(?:{'|'.join(data('mail')['sent_on'])}) ?:", re.IGNORECASE)


def tail_start(lines: Sequence[Line], start: int, end: int) -> int:
    """Where begins what a mail says of itself below who signs the letter; the end where it says nothing."""
    signed = (
        at for at in range(end - 1, start - 1, -1) if is_closing(lines[at].text) or ROLE.fullmatch(lines[at].text)
    )
    among = range(max(start, end - HEAD, next(signed, start)), end)
    return next((at for at in among if is_about_mail(lines[at : min(at + TOLD_ON, end)])), end)


def is_about_mail(lines: Sequence[Line]) -> bool:
    """Whether a sentence begins here for whom a message is, whether to print it, or by what it was sent."""
    text = " ".join(line.text for line in lines).lower()
    begun, messages, said, spared, printed, sent = abouts()
    return (
        (begun.match(text) and messages.search(text) and said.search(text)) is not None
        or (spared.search(lines[0].text.lower()) and printed.search(text) and messages.search(text)) is not None
        or sent.match(text) is not None
    )


@cache
def abouts() -> tuple[re.Pattern[str], ...]:
    """The words of such sentences, as data/mail.yml has them."""
    keys = ("about_message", "messages", "said_of", "spared", "printed", "sent_with")
    return tuple(re.compile(rf"\b(?:{'|'.join(map(re.escape, data('mail')[key]))})\b") for key in keys)
