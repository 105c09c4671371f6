"""Words and calls that one print may have lost are held back, and what an editor struck is told as an edit."""

from dataclasses import replace
from typing import Any

import pytest
from case_files import cases
from growth import STEEP, growth
from letters import letter

from build_tools.compare.comparing import compare
from build_tools.compare.model import Change, ChangeKind, Comparison, Piece, Row, Side, WordCounts
from build_tools.compare.telling.lacking import lacking
from build_tools.compare.telling.lost_words import lost_words
from build_tools.compare.telling.misread import misread
from build_tools.draft import Document
from build_tools.model import Kind, Letter, LineEnd, LineEndSort, Passage, Source
from build_tools.reading.letter import read_letter

CASES = cases("compare/lost.yml")


def as_printed(id_: str, text: str) -> Letter:
    return read_letter(Document(Source.of(id_, f"{id_}.txt", text, "UTF-8", "0" * 64)))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_what_a_print_may_have_lost(case: dict[str, Any]) -> None:
    a, b = (replace(as_printed(id_, case[id_]), doubts=()) for id_ in "ab")
    for first, second in ((a, b), (b, a)):
        side = Side.B if second is b else Side.A
        found = misread(compare(first, second))
        assert [[place.kind, place.line] for place in found] == case.get("lost", [])
        assert all(place.side is side for place in found)


def test_words_that_begin_as_what_follows_can_be_lacking_at_two_places() -> None:
    pieces = Piece("Ook langs de ", "Ook langs de "), Piece("wal en langs de ", "", 1), Piece("kade.", "kade.")
    ((changes, gaps),) = lacking(Row(("al-1",), ("al-1",), pieces), Side.B)
    assert changes == {1} and {"langs de wal en", "wal en langs de"} < {gap.words for gap in gaps}


def lines_lost(size: int) -> None:
    """A passage of many lines, each with as many words lost behind it as it has itself."""
    line, lost = "de banken staan er onder de bomen ", "die niemand in de haven geteld heeft "
    text = line * size
    ends = tuple(LineEnd(len(line) * n, LineEndSort.LINE) for n in range(1, size))
    whole = Passage("b", "al-1", Kind.PARAGRAPH, 1, text, (1, size), line_ends=ends)
    print_ = replace(letter([], id_="b"), passages=(whole,), wrapped=True)
    source = Source.of("b", "b.txt", (line + "\n") * size, "UTF-8", "0" * 64)
    pieces = tuple(piece for n in range(1, size + 1) for piece in (Piece(line, line), Piece(lost, "", n)))
    changes = tuple(Change(n, ChangeKind.DROPPED, "", lost, "", "al-1", "al-1") for n in range(1, size + 1))
    rows = (Row(("al-1",), ("al-1",), pieces),)
    other = replace(letter([], id_="a"), wrapped=False)
    made = Comparison(other, replace(print_, source=source), rows, changes, (), (), WordCounts(0, 0, 0))
    assert len(list(lost_words(made))) >= size // 2


def test_many_lost_lines_take_time_in_proportion() -> None:
    assert growth(lines_lost, 2_000) < STEEP
