"""The five seeds against what careful reading of them gave: `truth/<id>.yml`, made by hand."""

import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from frozen import IDS, SEEDS, five_letters

from build_tools.model import Block, Fact, Kind, Letter, Note, Reason
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read

TRUTHS = {path.stem: path for path in sorted((Path(__file__).parent / "truth/seeds").glob("*.yml"))}

Truth = dict[str, Any]


@cache
def truth(id_: str) -> Truth:
    found: Truth = yaml.safe_load(TRUTHS[id_].read_text(encoding="utf-8"))
    return found


@cache
def letter(id_: str) -> Letter:
    """The letter as its text alone tells."""
    return read_letter(read(SEEDS / f"{id_}.txt"))


def parts(id_: str) -> tuple[Block | Note, ...]:
    return (*letter(id_).blocks, *letter(id_).notes)


def texts(id_: str) -> list[str]:
    return [part.text for part in parts(id_)]


def blocks(id_: str, kind: Kind) -> list[Block]:
    return [block for block in letter(id_).blocks if block.kind is kind]


def plain(fact: Fact) -> Any:
    """A fact's value as a YAML file writes it."""
    return fact.value if isinstance(fact.value, str) else [asdict(part) for part in fact.value]


each_seed = pytest.mark.parametrize("id_", TRUTHS)


def test_every_seed_has_its_truth() -> None:
    assert set(TRUTHS) == set(IDS)


@each_seed
def test_facts_of_the_text(id_: str) -> None:
    """Each with its line, and none that the text does not state."""
    found = {key: {"value": plain(fact), "line": fact.origin} for key, fact in letter(id_).facts.items()}
    assert found == truth(id_)["text facts"]


@each_seed
def test_facts_of_the_catalogue(id_: str) -> None:
    """What the catalogue adds stands beside what the text says, with where it was found."""
    facts = five_letters()[id_].facts
    stated = {key: plain(fact) for key, fact in facts.items() if isinstance(fact.origin, str)}
    assert stated == truth(id_)["catalogue facts"]
    assert facts.keys() == truth(id_)["text facts"].keys() | truth(id_)["catalogue facts"].keys()


@each_seed
def test_headings(id_: str) -> None:
    """In order, and as deep as the source shows: counted from the first, for a part of the site can lie deeper."""
    found = blocks(id_, Kind.HEADING)
    wanted = truth(id_)["headings"]
    if all(isinstance(heading, str) for heading in wanted):
        assert [block.text for block in found] == wanted
    else:
        deep = [(text, level) for heading in wanted for text, level in heading.items()]
        assert [(b.text, b.level - found[0].level) for b in found] == [(text, n - deep[0][1]) for text, n in deep]


@each_seed
def test_counts(id_: str) -> None:
    found = {
        "paragraphs": len(blocks(id_, Kind.PARAGRAPH)),
        "items": len(blocks(id_, Kind.ITEM)),
        "signatures": len(blocks(id_, Kind.SIGNATURE)),
        "notes": len(letter(id_).notes),
    }
    assert found == truth(id_)["counts"]


@each_seed
def test_markers(id_: str) -> None:
    """Each note is referred to once, at the exact place."""
    before = {ref.n: block.text[: ref.at] for block in letter(id_).blocks for ref in block.notes}
    wanted = {n: words for marker in truth(id_).get("markers", []) for n, words in marker.items()}
    assert {n: text[-len(wanted[n]) :] for n, text in before.items()} == wanted
    assert [note.n for note in letter(id_).notes] == sorted(wanted)


@each_seed
def test_sentences(id_: str) -> None:
    found = texts(id_)
    assert [sentence for sentence in truth(id_)["sentences"] if not any(sentence in text for text in found)] == []


@each_seed
def test_never(id_: str) -> None:
    found = texts(id_)
    assert [words for words in truth(id_)["never"] if any(words in text for text in found)] == []


@each_seed
def test_hyphens(id_: str) -> None:
    """Those that are joined go to the ledger with their line; the others stay in the text, closed up or hanging."""
    decisions = {line: decision for line, decision, _ in truth(id_)["hyphens"]}
    at_line_ends = re.compile(r"\w-\s*$")
    lines = letter(id_).source.text.split("\n")
    assert list(decisions) == [n for n, line in enumerate(lines, start=1) if at_line_ends.search(line)]
    joined = [entry.line for entry in letter(id_).ledger.left_out if entry.reason is Reason.HYPHEN]
    assert joined == [line for line, decision in decisions.items() if decision == "join"]
    for line, _, word in truth(id_)["hyphens"]:
        own = [p for p in parts(id_) if p.lines[0] <= line <= p.lines[1]]
        assert any(word in part.text for part in own), word
