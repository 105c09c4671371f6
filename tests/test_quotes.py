"""Quotations, checked: `cases/quotes.yml`, and what holds of every stretch of every letter."""

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from case_files import cases
from frozen import SEEDS, five_letters, seeds_of
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.cli import Status, main
from build_tools.commands.quote import quote_lines
from build_tools.dutch.tokens import words
from build_tools.model import Letter
from build_tools.quotes.answer import QuoteAnswer, QuoteStatus, answer
from build_tools.quotes.letter_words import LetterWords, words_of
from build_tools.quotes.quotation import quotation
from build_tools.site.search.page_passages import PageText
from build_tools.site.search.quote_index import quote_index

SAYS = {"woordelijk": QuoteStatus.VERBATIM, "gewijzigd": QuoteStatus.CHANGED, "niet": QuoteStatus.ABSENT}


def letters() -> list[Letter]:
    return list(five_letters().values())


@pytest.fixture(scope="module", autouse=True)
def words_found_once() -> Iterator[None]:
    """Of each letter, for all quotations: to find them takes most of the work of an answer."""
    found: dict[int, tuple[Letter, LetterWords]] = {}

    def words_of_letter(letter: Letter) -> LetterWords:
        if id(letter) not in found:
            found[id(letter)] = letter, words_of(letter)
        return found[id(letter)][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("build_tools.quotes.answer.words_of", words_of_letter)
        yield


def asked(pasted: str, among: Sequence[Letter] = ()) -> QuoteAnswer:
    return answer(among or letters(), quotation(pasted))


@pytest.mark.parametrize("case", cases("quotes.yml"), ids=lambda case: case["about"])
def test_what_letters_say_of_a_quotation(case: dict[str, Any]) -> None:
    found = asked(case["text"])
    assert found.status is SAYS[case["says"]]
    assert [f"{place.letter.id}#{place.anchors[0]}" for place in found.places] == case.get("at", [])
    told = [[f"{one.before} → {one.after}" for one in place.changes] for place in found.places]
    if case.get("changes") == "any":
        assert all(told)
    else:
        assert told == [case.get("changes", [])] * len(found.places)
    assert [place.apart for place in found.places] == [case.get("apart", False)] * len(found.places)
    if "called" in case:
        assert list(quote_lines(found))[1].endswith(f", {case['called']}")
    if "as told" in case:
        assert [place.as_told for place in found.places] == case["as told"]


@given(st.data())
def test_every_stretch_of_a_letter_stands_there_word_for_word(data: st.DataObject) -> None:
    letter = data.draw(st.sampled_from(letters()))
    text = data.draw(st.sampled_from([passage.text for passage in letter.passages]))
    row = text.split()
    start = data.draw(st.integers(0, len(row) - 1))
    end = data.draw(st.integers(start + 1, len(row)))
    cut = " ".join(row[start:end])
    if words(cut):
        assert asked(f"«{cut}»", [letter]).status is QuoteStatus.VERBATIM


@settings(max_examples=40)  # twice the places that a word can have in such a row: what stands around it matters little
@given(st.data())
def test_a_word_that_no_letter_has_is_never_word_for_word(data: st.DataObject) -> None:
    passage = data.draw(st.sampled_from([p for p in letters()[1].passages if len(p.text.split()) > 20]))
    row = passage.text.split()[:20]
    at = data.draw(st.integers(0, len(row)))
    found = asked(" ".join([*row[:at], "waterschapslasten", *row[at:]]), letters()[1:2])
    assert found.status is QuoteStatus.CHANGED
    assert any("waterschapslasten" in change.after for change in found.places[0].changes)


def test_the_command_says_it_in_lines_and_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = str(seeds_of(tmp_path, "kst-32824-357", "kst-32824-448"))
    sentence = "Het kabinet staat daarom niet voor een open en vrije samenleving"
    assert main(["quote", "--seeds", seeds, "--exit-code", sentence]) == Status.DIFFERENT
    assert capsys.readouterr().out.splitlines()[0] == "Staat er gewijzigd"
    assert main(["quote", "--seeds", seeds, "--json", sentence]) == Status.DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["status"], told["places"][0]["page"]) == ("staat er gewijzigd", "brieven/kst-32824-448/#al-12")
    assert told["places"][0]["changes"] == [{"kind": "toegevoegd", "before": "", "after": "niet"}]


@pytest.mark.parametrize(
    ("text", "says"), [("kabinet", "at least 2 words"), ("a " * 6_000, "at most 10000 characters")]
)
def test_too_little_or_too_much_is_no_quotation(text: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quote", "--seeds", str(SEEDS), text]) == Status.USAGE
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("text", ["«" * 9_000, "(" * 9_000, "a- " * 3_000, "“a” " * 2_000, "… " * 4_000, ": «" * 3_000])
def test_no_text_makes_it_hang(text: str) -> None:
    """Signs by the thousand are read like any other text; a rule that looks back for each of them would not end."""
    assert all(len(part) <= len(text) for part in quotation(text).parts)


def test_the_index_has_every_pair_of_words_with_its_letter() -> None:
    texts = {letter.id: [PageText(own.anchor, own.text) for own in letter.passages] for letter in letters()}
    files = dict(quote_index(texts))
    told = json.loads(files["citaten/brieven.json"])
    assert told["letters"] == list(texts)
    assert {re.sub(r"\d+", "n", name) for name in files} == {"citaten/brieven.json", "citaten/n.bin"}
    parts = [array("I", files[f"citaten/{n}.bin"]) for n in range(told["parts"])]
    held = [set(zip(part[::2], part[1::2], strict=True)) for part in parts]
    for place, passages in enumerate(texts.values()):
        row = [key for passage in passages for key in words(passage.text)]
        for one, other in pairwise(row):
            number = crc32(f"{one} {other}".encode())
            assert (number, place) in held[number & (told["parts"] - 1)]
