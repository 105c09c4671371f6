"""Lists in Word files: the numbers are those that Word counts."""

from pathlib import Path

import pytest
from word_parts import NUMBERING, below_text, item, p

LONG = "bomen en planten " * 5 + "van soort"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
LISTS = [
    ("numbers", item("a", 1) + item("b", 1), ["- 1. a", "- 2. b"]),
    ("signs", item("a", 2) + item("b", 2, 1), ["- a", "  - b"]),
    (
        "levels start anew",
        item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1),
        ["- 1. a", "  - 1.1 b", "  - 1.2 c", "- 2. d", "  - 2.1 e"],
    ),
    ("a list goes on after text", item("a", 1) + p("Tekst.") + item("b", 1), ["- 1. a", "Tekst.", "- 2. b"]),
    ("lists of one abstract list count on", item("a", 1) + p("Tekst.") + item("b", 5), ["- 1. a", "Tekst.", "- 2. b"]),
    ("a list that starts at seven", item("a", 4) + item("b", 4), ["- 7. a", "- 8. b"]),
    (
        "Roman below",
        item("a", 1) + item("b", 1, 1) + item("c", 1, 2) + item("d", 1, 2),
        ["- 1. a", "  - 1.1 b", "    - i) c", "    - ii) d"],
    ),
    (
        "letters after z, in digits below",
        item("a", 3) + item("b", 3) + item("c", 3, 1),
        ["- Z) a", "- AA) b", "  - 27-1 c"],
    ),
    (
        "a level that never starts anew",
        item("a", 3) + item("b", 3, 2) + item("c", 3) + item("d", 3, 2),
        ["- Z) a", "  - (a) b", "- AA) c", "  - (b) d"],
    ),
    ("another list further in", item("a", 1) + item("b", 2, 1) + item("c", 1), ["- 1. a", "  - b", "- 2. c"]),
    ("an empty item counts", item("a", 1) + item("", 1) + item("b", 1), ["- 1. a", "- 3. b"]),
    (
        "a label with a word is a text by itself",
        item("", 6) + p("Is dat zo?") + p("Ja.") + item("", 6) + p("Is dit zo?"),
        ["## Vraag 1", "Is dat zo?", "Ja.", "## Vraag 2", "Is dit zo?"],
    ),
    ("a list that is switched off", item("Tekst.", 0), ["Tekst."]),
    ("marks that somebody typed", p("–\teen;") + p("–\ttwee."), ["- een;", "- twee."]),
    ("numbers that somebody typed", p("1. een;") + p("2. twee."), ["- 1. een;", "- 2. twee."]),
    (
        "Roman ones count on through v",
        "".join(p(f"{mark}.\t{LONG} {mark}") for mark in ROMAN),
        [f"- {mark}. {LONG} {mark}" for mark in ROMAN],
    ),
    (
        "letters count on through i",
        "".join(p(f"{mark}) een;") for mark in "abcdefghij"),
        [f"- {mark}) een;" for mark in "abcdefghij"],
    ),
    ("the letter o before long items without a stop", p(f"o\t{LONG}") * 3, [f"- {LONG}"] * 3),
    (
        "Roman capitals where items announce a list or go on",
        p("I. een;") + p("II. twee:") + p("–\tdrie; en") + p("III. vier; en") + p("IV. vijf."),
        ["- I. een;", "- II. twee:", "  - drie; en", "- III. vier; en", "- IV. vijf."],
    ),
    ("a lone number is no list", p("1. Alleen dit."), ["1. Alleen dit."]),
]


@pytest.mark.parametrize(("_what", "body", "expected"), LISTS, ids=[case[0] for case in LISTS])
def test_lists_have_the_numbers_that_word_counts(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert below_text(tmp_path, body, numbering=NUMBERING) == expected
