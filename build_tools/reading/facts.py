"""The facts of a letter, each read from a line of its text or stated by the catalogue; never guessed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Draft, HeadLine
from build_tools.dutch.dates import DATE, PLACE_DATE, date_in
from build_tools.dutch.sentence_case import loud_part, sentence_case, spelling
from build_tools.model import Block, Fact, FactKey, FurtherDossier, Kind, Signer
from build_tools.papers.numbers import kept
from build_tools.reading.blocks.heading_shapes import QUESTION
from build_tools.reading.signing.portfolios import ministry_in_title, ministry_of
from build_tools.reading.signing.shapes import OFFICER
from build_tools.reading.signing.signers import signers_in
from build_tools.reading.steps.heads.head_shapes import is_list
from build_tools.reading.steps.heads.head_values import READINGS
from build_tools.reading.steps.heads.question_head import answer_in
from build_tools.reading.steps.margins.labels import is_unit

OF_A_PART = re.compile(r"\d|V(?:ra(?:ag|gen)|RA(?:AG|GEN))\b|A(?:ntwoord|NTWOORD)|(?:[IVX]{1,4}|[A-Z])\. ")
"""What the heading of a part begins with: `1. Inleiding`, `Vraag 1`, `Antwoorden op vraag 3 en 4`, `I. ALGEMEEN`."""

TITLED_APART = {"official XML", "web page"}
"""Kinds of file that name the title of their paper in an element of its own: their headings are those of parts."""


LABEL = re.compile(r"[A-Z](?<!\w.)\w++:\s+")
"""`Document: `, before what it is."""


PUT_ALONE = re.compile(r"\([Ii]ngezonden (?:op )?\d{1,2} [a-z]+ \d{4}\)")
"""`(ingezonden 24 juni 2013)`, and nothing else."""

PUT_ON = re.compile(
    r"\b[Ii]ngezonden(?: op| d\.d\.)?:? (\d{1,2} [a-z]{3,9} \d{4})"
    r"|\b[Oo]p (\d{1,2} [a-z]{3,9} \d{4}) (?:(?:zijn|werden) )?ingezonden\b"
)
"""`(ingezonden 31 mei 2032, nr. 2032Z10318)`, `werden ingezonden op 10 oktober 2033`, `op 10 mei 2033 ingezonden`."""

EARLIER = re.compile(r"\b[Ee]erdere?\b|\bvorige\b")
"""`mijn antwoorden op eerdere vragen (ingezonden 3 mei 2031)`: other questions than those that a letter answers."""


LONGEST_TITLE = 150
"""Characters of such a title at the most: further on a date is one in the text."""


TITLE_BLOCKS = 3
"""Blocks at the top of a list in which its name stands, below that of the committee: there it goes before a heading."""

FICHE = re.compile(r"Fiche(?: \d{1,2})?: \S.*")
"""`Fiche 3: Verordening batterijen`: what the government thinks of a proposal of the European Commission opens so."""


def read_facts(draft: Draft, blocks: Sequence[Block]) -> dict[FactKey, Fact]:
    """The facts that the text itself states, in the order in which pages show them."""
    facts: dict[FactKey, Fact] = {}
    for key, fact in stated(draft.head, blocks, draft.source.kind in TITLED_APART):
        facts.setdefault(key, fact)
    return {key: facts[key] for key in FactKey if key in facts}


def in_sentence_case(facts: Mapping[FactKey, Fact], blocks: Sequence[Block]) -> dict[FactKey, Fact]:
    """The facts with titles that are set in capitals as running text would write them, names as the text has them."""
    titles = {key: facts[key] for key in (FactKey.TITLE, FactKey.DOSSIER_TITLE) if key in facts}
    loud = {key: fact.value for key, fact in titles.items() if isinstance(fact.value, str) and loud_part(fact.value)}
    if not loud:
        return dict(facts)
    spelled = spelling(block.text for block in blocks if block.kind is not Kind.SIGNATURE)
    return {**facts, **{key: replace(facts[key], value=sentence_case(text, spelled)) for key, text in loud.items()}}


def stated(
    head: Iterable[HeadLine], blocks: Sequence[Block], titled_apart: bool = False
) -> Iterator[tuple[FactKey, Fact]]:
    """Every statement of a fact, the one that counts most first; no heading is the title where that stands apart."""
    lines = with_answers(list(head), blocks)
    yield from ((key, Fact(value, line)) for key, value, line in in_head(lines))
    yield from further_dossiers(lines)
    signatures = [block for block in blocks if block.kind is Kind.SIGNATURE and block.part == 0]
    yield from signed(signatures)
    yield from answered(lines)
    yield from asked_below(blocks)
    for line in lines:
        if line.states == "document title" and (ministry := ministry_in_title(line.value)):
            yield FactKey.MINISTRY, Fact(ministry, line.line)
    named_lists = [(list_title(block.text), block) for block in blocks]
    yield from ((FactKey.TITLE, Fact(text, block.lines[0])) for text, block in named_lists[:TITLE_BLOCKS] if text)
    if not titled_apart and blocks and entitles(blocks[0]):
        yield FactKey.TITLE, Fact(blocks[0].text, blocks[0].lines[0])
    yield from ((FactKey.TITLE, Fact(line.value, line.line)) for line in lines if line.states == "document title")
    yield from ((FactKey.TITLE, Fact(text, block.lines[0])) for text, block in named_lists if text)
    yield from around(lines)
    yield from of_letterhead(lines)
    yield from dated_below(blocks)


def with_answers(head: Sequence[HeadLine], blocks: Sequence[Block]) -> list[HeadLine]:
    """The head with what an older Aanhangsel says below the questions: who answers, and when."""
    known = {line.states for line in head}
    if "series" in known and "answerer" not in known:
        for block in blocks:
            if found := answer_in(block.text):
                day, who = found
                line = block.lines[0]
                return [*head, HeadLine("date", day, line), *(HeadLine("answerer", one, line) for one in who)]
    return list(head)


def list_title(text: str) -> str | None:
    """What a list is called, up to its day: `Besluitenlijst van de procedurevergadering van 10 februari 2031`."""
    called = LABEL.sub("", text)
    day = DATE.search(called.lower()) if is_list(called) else None
    return called[: day.end()] if day and date_in(day[0]) and day.end() <= LONGEST_TITLE else None


def entitles(first: Block) -> bool:
    """Whether the first block of a document is its title: a heading, or the line that names a fiche."""
    named = first.kind is Kind.HEADING and names_document(first.text)
    return named or (FICHE.fullmatch(first.text) is not None and len(first.text) <= LONGEST_TITLE)


def names_document(heading: str) -> bool:
    """Whether a text can be called by its first heading: not by `Vraag 1`, `1. Inleiding` or `Aanleiding`, nor by a
    part of a ministry."""
    part = OF_A_PART.match(heading) or is_unit(heading)
    return not part and heading.rstrip(":").lower() not in data("dutch")["part_headings"]


def in_head(lines: Sequence[HeadLine]) -> Iterator[tuple[FactKey, str, int]]:
    """What the head, the page feet and the margin state, as facts; of a margin the first page goes first."""
    ordered = sorted(lines, key=lambda line: line.line)
    for states, key, value in READINGS:
        for line in ordered:
            if line.states == states:
                read = value(line.value)
                if read:
                    yield key, read, line.line


def further_dossiers(lines: Sequence[HeadLine]) -> Iterator[tuple[FactKey, Fact]]:
    """The dossiers of a paper that belongs to several, but for its first, each with the title that follows it."""
    named = [line for line in lines if line.states == "dossier"]
    titles = {before.line: line.value for before, line in pairwise(lines) if line.states == "dossier title"}
    found = {kept(line.value): line.line for line in named if kept(line.value) != kept(named[0].value)}
    if found:
        others = tuple(FurtherDossier(number, titles.get(line, "")) for number, line in found.items())
        yield FactKey.ALSO_IN, Fact(others, min(found.values()))


def dated_below(blocks: Sequence[Block]) -> Iterator[tuple[FactKey, Fact]]:
    """The place and the day that a letter without a date in its head has below its text, where one day alone stands so:
    `’s-Gravenhage, 7 april 2000`."""
    own = (block for block in blocks if block.part == 0)
    found = [(match, block.lines[0]) for block in own if (match := PLACE_DATE.fullmatch(block.text))]
    days = {date_in(match["date"]): (match["place"] or match["capital"], line) for match, line in found}
    for day, (place, line) in days.items() if len(days) == 1 else ():
        if day:
            yield FactKey.DATE, Fact(day, line)
            yield FactKey.PLACE, Fact(place, line)


def signed(signatures: Sequence[Block]) -> Iterator[tuple[FactKey, Fact]]:
    """The signers, and the ministry of the first."""
    found = [(signer, block) for block in signatures for signer in signers_in(rows(block))]
    if not found:
        return
    yield from who_signed(tuple(signer for signer, _ in found), found[0][1].lines[0])


def answered(head: Sequence[HeadLine]) -> Iterator[tuple[FactKey, Fact]]:
    """Those who answer questions, where the head names them, and the ministry of the first."""
    yield from named_by(head, "answerer")


def asked_below(blocks: Sequence[Block]) -> Iterator[tuple[FactKey, Fact]]:
    """When the questions were put that a letter or its annex answers, where one day alone is said: in a remark of its
    own, or in what stands above the first of them; behind that a text can speak of other questions."""
    first = next((at for at, block in enumerate(blocks) if QUESTION.fullmatch(block.text)), 0)
    above = [block for block in blocks[:first] if not EARLIER.search(block.text)]
    said = [*above, *(block for block in blocks[first:] if PUT_ALONE.fullmatch(block.text))]
    found = [(day, block.lines[0]) for block in said for day in days_put(block.text)]
    if len({day for day, _ in found}) == 1:
        yield FactKey.ASKED, Fact(*found[0])


def days_put(text: str) -> Iterator[str]:
    """The days on which a text says that questions were put."""
    for match in PUT_ON.finditer(text):
        if day := date_in(match[1] or match[2]):
            yield day


def around(head: Sequence[HeadLine]) -> Iterator[tuple[FactKey, Fact]]:
    """Who signed and which ministry is responsible, as the site says that a paper was copied from."""
    yield from named_by(head, "around signer")
    for line in head:
        if line.states == "around ministry" and (ministry := ministry_of(line.value)):
            yield FactKey.MINISTRY, Fact(ministry, line.line)


def of_letterhead(head: Sequence[HeadLine]) -> Iterator[tuple[FactKey, Fact]]:
    """The ministry that the letterhead or the margin names, where it is one alone."""
    found = {ministry_of(line.value): line.line for line in head if line.states == "margin ministry"}
    for ministry, line in found.items():
        if ministry and len(found) == 1:
            yield FactKey.MINISTRY, Fact(ministry, line)


def named_by(head: Sequence[HeadLine], states: str) -> Iterator[tuple[FactKey, Fact]]:
    """The signers that lines of the head name, each once, and the ministry of the first."""
    found = [line for line in head if line.states == states]
    if found:
        yield from who_signed(tuple(dict.fromkeys(Signer(*line.value.split("\n")) for line in found)), found[0].line)


def who_signed(signers: tuple[Signer, ...], line: int) -> Iterator[tuple[FactKey, Fact]]:
    """The signers, one at least, and the ministry of the first; a committee can be called like one."""
    yield FactKey.SIGNERS, Fact(signers, line)
    role = signers[0].role
    if not OFFICER.fullmatch(f"de {role}") and (ministry := ministry_of(role)):
        yield FactKey.MINISTRY, Fact(ministry, line)


def rows(block: Block) -> list[str]:
    """The lines of a signature as printed."""
    edges = [0, *block.breaks, len(block.text)]
    return [block.text[a:b].strip() for a, b in pairwise(edges)]


def with_file_facts(read: Mapping[FactKey, Fact], stated: Mapping[FactKey, Fact]) -> dict[FactKey, Fact]:
    """What the text says with what its file says of it.

    A line that the file itself names as a fact is surer than what its words tell; what stands beside the text only
    adds to it. A title beside it is the paper's own name and goes first.
    """
    beside = {key: fact for key, fact in stated.items() if isinstance(fact.origin, str)}
    named = {key: fact for key, fact in stated.items() if key not in beside or key is FactKey.TITLE}
    return {**beside, **read, **named}


def settled(read: Mapping[FactKey, Fact], catalogue: Mapping[FactKey, Fact]) -> dict[FactKey, Fact]:
    """What the text says with what the catalogue adds; a title of the catalogue is the official one and goes first."""
    facts = {**catalogue, **read}
    if FactKey.TITLE in catalogue:
        facts[FactKey.TITLE] = catalogue[FactKey.TITLE]
    return {key: facts[key] for key in FactKey if key in facts}


def contradictions(facts: Mapping[FactKey, Fact], catalogue: Mapping[FactKey, Fact]) -> list[tuple[FactKey, int]]:
    """The facts that the catalogue states otherwise than a letter's text, each with the line of the text."""
    return [
        (key, fact.origin)
        for key, fact in facts.items()
        if isinstance(fact.origin, int) and key in catalogue and catalogue[key].value != fact.value
    ]
