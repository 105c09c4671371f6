"""The facts of a letter, each read from a line of its text or stated by the catalogue; never guessed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from build_tools.data import data
from build_tools.dutch.dates import date_in
from build_tools.model import Block, Draft, Fact, HeadLine, Kind
from build_tools.papers.numbers import kept
from build_tools.reading.blocks.signatures import ministry_of, signers_in


def read_facts(draft: Draft, blocks: Sequence[Block]) -> dict[str, Fact]:
    """The facts that the text itself states, in the order in which pages show them."""
    facts: dict[str, Fact] = {}
    for key, fact in stated(draft.head, blocks):
        facts.setdefault(key, fact)
    return {key: facts[key] for key in ORDER if key in facts}


ORDER = (
    "title",
    "date",
    "place",
    "signers",
    "ministry",
    "dossier",
    "dossier_title",
    "ondernummer",
    "vergaderjaar",
    "addressee",
    "official_url",
)
"""All facts there are; the catalogue can state each of them."""


def stated(head: Iterable[HeadLine], blocks: Sequence[Block]) -> Iterator[tuple[str, Fact]]:
    """Every statement of a fact, the one that counts most first."""
    lines = list(head)
    yield from ((key, Fact(value, line)) for key, value, line in in_head(lines))
    signatures = [block for block in blocks if block.kind is Kind.SIGNATURE and block.part == 0]
    yield from signed(signatures)
    for line in lines:
        if line.states == "document title" and (ministry := ministry_of(line.value)):
            yield "ministry", Fact(ministry, line.line)
    if blocks and blocks[0].kind is Kind.HEADING and names_document(blocks[0].text):
        yield "title", Fact(blocks[0].text, blocks[0].lines[0])
    yield from (("title", Fact(line.value, line.line)) for line in lines if line.states == "document title")


def names_document(heading: str) -> bool:
    """Whether a text can be called by its first heading: not by `Vraag 1`, `1. Inleiding` or `Aanleiding`."""
    part = re.match(r"\d|Vra(?:ag|gen)\b|Antwoord", heading)
    return part is None and heading.rstrip(":").lower() not in data("dutch")["part_headings"]


def in_head(lines: Sequence[HeadLine]) -> Iterator[tuple[str, str, int]]:
    """What the head, the page feet and the margin state, as facts."""
    for states, key, value in READINGS:
        for line in lines:
            if line.states == states:
                read = value(line.value)
                if read:
                    yield key, read, line.line


def session(text: str) -> str:
    """`2010–2011` as `2010-2011`."""
    return text.replace("–", "-")


READINGS = (
    ("subject", "title", str),
    ("date", "date", date_in),
    ("margin date", "date", date_in),
    ("place", "place", str),
    ("addressee", "addressee", str),
    ("dossier", "dossier", kept),
    ("dossier title", "dossier_title", str),
    ("number", "ondernummer", str),
    ("session", "vergaderjaar", session),
    ("year", "vergaderjaar", session),
)


def signed(signatures: Sequence[Block]) -> Iterator[tuple[str, Fact]]:
    """The signers, and the ministry of the first."""
    found = [(signer, block) for block in signatures for signer in signers_in(rows(block))]
    if not found:
        return
    line = found[0][1].lines[0]
    yield "signers", Fact(tuple(signer for signer, _ in found), line)
    ministry = ministry_of(found[0][0].role)
    if ministry:
        yield "ministry", Fact(ministry, line)


def rows(block: Block) -> list[str]:
    """The lines of a signature as printed."""
    edges = [0, *block.breaks, len(block.text)]
    return [block.text[a:b].strip() for a, b in pairwise(edges)]


def settled(read: dict[str, Fact], catalogue: dict[str, Fact]) -> dict[str, Fact]:
    """What the text says with what the catalogue adds; a title of the catalogue is the official one and goes first."""
    facts = catalogue | read
    if "title" in catalogue:
        facts["title"] = catalogue["title"]
    return {key: facts[key] for key in ORDER if key in facts}


def contradictions(facts: dict[str, Fact], catalogue: dict[str, Fact]) -> list[tuple[str, int]]:
    """The facts that the catalogue states otherwise than a letter's text, each with the line of the text."""
    return [
        (key, fact.origin)
        for key, fact in facts.items()
        if isinstance(fact.origin, int) and key in catalogue and catalogue[key].value != fact.value
    ]
