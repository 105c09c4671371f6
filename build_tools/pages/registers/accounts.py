"""What the accounts say of each letter: the proof that nothing was lost, and where the reading may be wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from build_tools.addresses import page_path
from build_tools.model import FactKey, Ledger, LeftOut, Letter, Reason
from build_tools.pages.registers.doubted_places import DoubtEntry, doubt_entries
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
class Account:
    """One letter's account; its doubts as readers are told of them."""

    id: str
    path: str
    title: str
    iso: str | None
    source: str
    sha256: str
    encoding: str
    ledger: Ledger
    hyphens: int
    notes: int
    remarks: tuple[str, ...]
    doubts: tuple[DoubtEntry, ...]
    groups: tuple[OmissionGroup, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """What the overview shows of an account: the numbers of its sum, and the first of its doubts: of `doubtful` places
    `linked` are led to.
    """

    path: str
    title: str
    iso: str | None
    source: str
    source_words: int
    source_characters: int
    block_characters: int
    note_characters: int
    left_out_characters: int
    balances: bool
    doubts: tuple[DoubtEntry, ...]
    doubtful: int
    linked: int


def row_of(account: Account, most: int, in_a_row: int) -> AccountRow:
    """What the overview shows of an account, with so many of its doubts at most, and lines of many alike in a row."""
    ledger = account.ledger
    doubts = tuple(doubt.shortened(in_a_row) for doubt in account.doubts[:most])
    return AccountRow(
        account.path, account.title, account.iso, account.source, ledger.source_words, ledger.source_characters,
        ledger.block_characters, ledger.note_characters, ledger.left_out_characters, ledger.balances,
        doubts, sum(doubt.count for doubt in account.doubts), sum(len(doubt.row or doubt.places) for doubt in doubts),
    )  # fmt: skip


def account_of(letter: Letter) -> Account:
    """What is accounted for of a letter."""
    left_out, lines = letter.ledger.left_out, letter.source.text.split("\n")
    return Account(
        letter.id,
        page_path(letter.id),
        title(letter),
        letter.fact(FactKey.DATE),
        letter.source.name,
        letter.source.sha256,
        letter.source.encoding,
        letter.ledger,
        sum(entry.reason is Reason.HYPHEN for entry in left_out),
        len(letter.notes),
        letter.source.remarks,
        tuple(doubt_entries(letter, lines)),
        tuple(_groups(left_out, lines)),
    )


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
