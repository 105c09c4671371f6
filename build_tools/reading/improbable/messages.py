"""Doubts about a letter that came in mail: what of the mail can be the letter, or the letter's own."""

from collections.abc import Iterator

from build_tools.model import Doubt, DoubtKind, FactKey, Reason
from build_tools.reading.doubts.evidence import Evidence, begin_of
from build_tools.reading.mail.letters import mailed_letter, told_in
from build_tools.reading.mail.messages import messages_of
from build_tools.reading.mail.quoting import depths


def messages_left_out(evidence: Evidence) -> Iterator[Doubt]:
    """The begin of every message that was left out, where more than one can be the letter, where no head or chair shows
    which is, or where somebody wrote between its lines; and what the mail says that a letter without a subject is
    about."""
    lines = evidence.raw.lines
    found = mailed_letter(evidence.raw) if has_mail(evidence) else None
    if found is None:
        return
    parts = () if found.sure else (*found.others, found.message)
    begins = [lines[one.text] for one in parts if one.text < one.end and one.text not in found.lines]
    above = lines[found.message.labels : found.message.text]
    if evidence.letter.fact(FactKey.TITLE) is None and not found.headed:
        begins += [line for line in above if told_in([line.text], "subject")]
    for line in begins:
        yield evidence.doubt(DoubtKind.SENTENCE_IN_HEAD, line.number, begin_of(line.text))


def has_mail(evidence: Evidence) -> bool:
    """Whether anything was left out as mail around the letter."""
    return any(entry.reason is Reason.MAIL for entry in evidence.letter.ledger.left_out)


def messages_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """The head of every message in the text: it can be of a mail around the letter, or of one in an annex."""
    lines = evidence.raw.lines
    if has_mail(evidence):
        return
    for message in messages_of(lines, depths(evidence.raw)):
        line = lines[message.start]
        anchor = evidence.anchor_at(line.number)
        if message.text > message.start and anchor:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, begin_of(line.text), anchor)
