"""What the page `verantwoording.md` says of each letter: the proof that nothing was lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from build_tools.addresses import page_path, place_name
from build_tools.compare.telling.doubted import says
from build_tools.model import Doubt, Ledger, LeftOut, Letter, Reason
from build_tools.papers.of_letter import title

SIGNS = (Reason.BULLET, Reason.MARKER, Reason.NOTE_NUMBER, Reason.HYPHEN, Reason.TABLE_RULE)
"""Reasons of which a letter has many, each of a few characters: shown in one run."""


@dataclass(frozen=True, slots=True)
class Omission:
    """A stretch of the source that is not in the running text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class OmissionGroup:
    """All that was left out for one reason."""

    reason: str
    short: bool
    omissions: tuple[Omission, ...]


@dataclass(frozen=True, slots=True)
class DoubtTold:
    """A place where the reading may be wrong: its line and page, the words, the block or note, what an editor says."""

    line: int
    page: int
    text: str
    says: str
    anchor: str | None
    place: str | None
    settled: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """One letter's row."""

    path: str
    title: str
    source: str
    sha256: str
    encoding: str
    ledger: Ledger
    hyphens: int
    notes: int
    remarks: tuple[str, ...]
    doubts: tuple[DoubtTold, ...]
    groups: tuple[OmissionGroup, ...]


def account_of(letter: Letter) -> Account:
    """What the page of accounts tells of a letter."""
    left_out = letter.ledger.left_out
    return Account(
        page_path(letter.id),
        title(letter),
        letter.source.name,
        letter.source.sha256,
        letter.source.encoding,
        letter.ledger,
        sum(entry.reason is Reason.HYPHEN for entry in left_out),
        len(letter.notes),
        letter.source.remarks,
        tuple(map(told, letter.doubts)),
        tuple(_groups(left_out, letter.source.text.split("\n"))),
    )


def told(doubt: Doubt) -> DoubtTold:
    """A doubt for readers."""
    place = doubt.anchor and place_name(doubt.anchor)
    return DoubtTold(doubt.line, doubt.page, doubt.text, says(doubt), doubt.anchor, place, doubt.settled)


def _groups(left_out: Iterable[LeftOut], lines: list[str]) -> Iterable[OmissionGroup]:
    """Gather what was left out by reason, in the order in which the model lists the reasons."""
    order = list(Reason)
    ordered = sorted(left_out, key=lambda entry: (order.index(entry.reason), entry.line))
    for reason, entries in groupby(ordered, lambda entry: entry.reason):
        omissions = (Omission(entry.line, _shown(entry, lines)) for entry in entries)
        yield OmissionGroup(reason.value, reason in SIGNS, tuple(omissions))


def _shown(entry: LeftOut, lines: list[str]) -> str:
    """A hyphen is shown at the end of its half of the word."""
    words = lines[entry.line - 1].split() if entry.reason is Reason.HYPHEN else []
    return words[-1] if words and words[-1].endswith(entry.text) else entry.text
