"""Words compared: what changed, of which kind, and that nothing is ever lost."""

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from case_files import cases
from each import each
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.compare.kinds import STRUCTURE, Edit, rule_of, rules
from build_tools.compare.telling.traces.spelling import differing_letters
from build_tools.compare.words.pieces import cut
from build_tools.compare.words.word_diff import Run, word_diff
from build_tools.dutch.tokens import count_words, tokenise
from build_tools.model import Kind

KINDS = cases("compare/kinds.yml")
PIECES = cases("compare/pieces.yml")

TEXT = st.text(alphabet="abAB 12.,-–“”«»'’\n…ë\u0301\u00ad\u00a0", max_size=60)
KEYS = st.lists(st.sampled_from("abcdefgh"), max_size=60)


def test_every_change_has_the_kind_that_its_rule_gives() -> None:
    def has_the_kind(case: dict[str, Any]) -> None:
        texts = [case.get(name, "") for name in ("before", "after", "behind", "ahead")]
        opens = Kind(case["opens"]) if "opens" in case else None
        edit = Edit(*texts, case.get("line_end", False), case.get("cited", False), opens)
        assert rule_of(edit).name == case["rule"]

    each(KINDS, has_the_kind)


def test_every_rule_has_a_case() -> None:
    structural = {rule.name for rule in rules() if rule.only == STRUCTURE}
    assert {case["rule"] for case in KINDS} == {rule.name for rule in rules()} - structural


@pytest.mark.parametrize("case", PIECES, ids=lambda case: case["name"])
def test_what_changed(case: dict[str, Any]) -> None:
    found = [[piece.a, piece.b] for piece in cut(case["a"], case["b"]) if not piece.equal]
    assert found == case["changes"]


@given(TEXT)
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(token.lead + token.text for token in tokenise(text)) == text


@given(TEXT, TEXT)
def test_both_texts_come_back(a: str, b: str) -> None:
    pieces = cut(a, b)
    assert "".join(piece.a for piece in pieces) == a
    assert "".join(piece.b for piece in pieces) == b
    assert all(piece.a == piece.b for piece in pieces if piece.equal)


@given(TEXT)
def test_a_text_equals_itself(text: str) -> None:
    assert all(piece.equal for piece in cut(text, text))


@given(KEYS, KEYS)
def test_runs_cover_both_lists(a: list[str], b: list[str]) -> None:
    runs = word_diff(a, b)
    assert [key for run in runs for key in a[run.a0 : run.a1]] == a
    assert [key for run in runs for key in b[run.b0 : run.b1]] == b
    assert all(a[run.a0 : run.a1] == b[run.b0 : run.b1] for run in runs if run.equal)
    assert all(one.equal != other.equal for one, other in pairwise(runs))


def smallest(a: list[str], b: list[str]) -> int:
    """The edit size that no diff can beat, by the textbook."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, start=1):
        last, row[0] = row[0], i
        for j, other in enumerate(b, start=1):
            last, row[j] = row[j], last if one == other else 1 + min(row[j], row[j - 1])
    return row[-1]


def edits(runs: Sequence[Run]) -> int:
    """How many keys are taken out or put in."""
    return sum(run.a1 - run.a0 + run.b1 - run.b0 for run in runs if not run.equal)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 80).map(str), min_size=30, max_size=90), st.data())
def test_hardly_more_edits_than_needed(a: list[str], data: st.DataObject) -> None:
    b = [key for key in a if data.draw(st.integers(0, 9)) or not data.draw(st.booleans())]
    assert edits(word_diff(a, b)) <= 1.03 * smallest(a, b) + 2


def test_a_long_gap_without_anchors_keeps_what_it_can() -> None:
    assert edits(word_diff(["a", "b"] * 9000, ["b", "b", "a"] * 9000)) <= 1.03 * 9000


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_gap_in_windows_is_as_small_as_a_gap_in_one(part: float, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(part)
    a = [str(dice.randrange(60)) for _ in range(1000)]
    b = [str(dice.randrange(60)) if dice.random() < part else key for key in a]
    whole = smallest(a, b)
    monkeypatch.setattr("build_tools.compare.words.word_diff.TABLE", 40_000)
    assert edits(word_diff(a, b)) <= 1.03 * whole


def test_initials_are_as_many_words_either_way() -> None:
    assert count_words("J.P.H. Donner") == count_words("J. P. H. Donner") == 4


@pytest.mark.parametrize(
    ("before", "after", "letters"),
    [
        ("zwembranche", "zwembranch", ((10, 11), (10, 10))),
        ("beleidt", "beleid", ((6, 7), (6, 6))),
        ("vervoer", "verover", ((3, 5), (3, 5))),
        ("kade", "rade", ((0, 1), (0, 1))),
        ("is", "was", None),
        ("elf", "twaalf", None),
        ("de pont", "de punt", None),
    ],
)
def test_a_typing_error_shows_its_letters(before: str, after: str, letters: object) -> None:
    assert differing_letters(before, after) == letters
