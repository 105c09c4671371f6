"""Which lines count the pages of a letter."""

import pytest

from build_tools.draft import Line
from build_tools.reading.steps.paging.counted_lines import counted_lines

WORDS = "Kamerbrief over het veer"


@pytest.mark.parametrize("numbered", [(1, 2), (2, 4, 6)], ids=["each page", "every second one"])
def test_words_with_the_number_of_each_page_count_them(numbered: tuple[int, ...]) -> None:
    assert len(counted_lines(letter(numbered))) == len(numbered)


def test_words_that_head_a_page_now_and_then_are_text() -> None:
    assert counted_lines(letter((2, 9))) == {}


def test_one_word_that_heads_two_pages_is_text() -> None:
    assert counted_lines([Line(1, 0, "Haven 1", page=1), Line(2, 0, "Haven 2", page=2)]) == {}


def test_things_that_are_counted_on_a_page_are_no_pages() -> None:
    rows = [(page, f"soort appel {n}") for n in range(2, 40) for page in (1 + n // 20,)]
    assert counted_lines([Line(n, 0, text, page=page) for n, (page, text) in enumerate(rows, 1)]) == {}


def letter(numbered: tuple[int, ...]) -> list[Line]:
    """A letter of ten pages, some of which end in the same words with their number."""
    texts = [(page, "De kabel is vernieuwd.") for page in range(1, 11)]
    feet = [(page, f"{WORDS} {page}") for page in numbered]
    return [Line(n, 0, text, page=page) for n, (page, text) in enumerate(sorted(texts + feet), 1)]
