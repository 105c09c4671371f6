"""What the accounts say of each letter: the proof that nothing was lost, and where the reading may be wrong."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from build_tools.addresses import page_path
from build_tools.compare.telling.doubted import says
from build_tools.model import Doubt, FactKey, Ledger, LeftOut, Letter, Reason
from build_tools.papers.of_letter import title

SIGNS = (Reason.BULLET, Reason.MARKER, Reason.NOTE_NUMBER, Reason.HYPHEN, Reason.TABLE_RULE)
"""Reasons of which a letter has many, each of a few characters: shown in one run."""


NEAR = 5
"""Lines above a line in which one with words is looked for; it tells lines with the same words apart."""

LONGEST = 150
"""Characters of a line that an address names, in whole words: more than a printed line has. In files without line
breaks a line is a paragraph, and an address of two of these brings nobody nearer to the place."""


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
    """One letter's account; its doubts by place, with what may be wrong, and the end of the address of its line."""

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
    doubts: tuple[tuple[Doubt, str, str], ...]
    groups: tuple[OmissionGroup, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """What the overview shows of an account: the numbers of its sum, and the first of its doubts, of which there are
    `doubtful`.
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
    doubts: tuple[tuple[Doubt, str, str], ...]
    doubtful: int


def row_of(account: Account, most: int) -> AccountRow:
    """What the overview shows of an account, with so many of its doubts at most."""
    ledger = account.ledger
    return AccountRow(
        account.path, account.title, account.iso, account.source, ledger.source_words, ledger.source_characters,
        ledger.block_characters, ledger.note_characters, ledger.left_out_characters, ledger.balances,
        account.doubts[:most], len(account.doubts),
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
        tuple(_doubted(letter.doubts, lines)),
        tuple(_groups(left_out, lines)),
    )


def _doubted(doubts: Iterable[Doubt], lines: Sequence[str]) -> Iterator[tuple[Doubt, str, str]]:
    """The doubts by place, in their order: what more than one kind says of the same words is said together."""
    places: dict[Hashable, list[Doubt]] = {}
    for doubt in doubts:
        places.setdefault((doubt.line, doubt.anchor, doubt.text, doubt.settled), []).append(doubt)
    for first, *more in places.values():
        told = dict.fromkeys(map(says, (first, *more)))
        yield first, " ".join(told), line_address(lines, first.line)


def line_address(lines: Sequence[str], n: int) -> str:
    """What brings a browser to a line of a text file: a text fragment of how it begins and how the line before ends."""
    before = next((line for line in reversed(lines[max(0, n - NEAR) : n - 1]) if line.strip()), "")
    said = _quoted(reversed(before.split()))[::-1], _quoted(lines[n - 1].split())
    words = ["%20".join(one) for one in said]
    return f"#:~:text={words[0]}-,{words[1]}" if words[0] else f"#:~:text={words[1]}"


def _quoted(words: Iterable[str]) -> list[str]:
    """The first of some words as they stand in an address: as many as it names of a line, and one at the least."""
    taken: list[str] = []
    room = LONGEST
    for word in words:
        room -= len(word) + 1
        if room < 0 and taken:
            break
        taken.append(quote(word, safe="").replace("-", "%2D"))
    return taken


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
