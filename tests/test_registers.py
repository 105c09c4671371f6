"""Registers stay small: the rule by which a long one gets more pages, and each register by it."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.pages.registers.parts import BYTES, ELEMENTS, PageName, parted, share, year_of


def by_tens(entry: tuple[int, float]) -> PageName:
    return PageName(str(entry[0] // 10), f"de {entry[0] // 10}0")


SIZES = st.lists(st.floats(0, 1.5), max_size=60)


@given(SIZES)
def test_parts_hold_every_entry_once_in_order_and_none_is_too_full(sizes: list[float]) -> None:
    entries = list(enumerate(sizes))
    parts = parted(entries, lambda entry: entry[1], by_tens)
    if sum(sizes) <= 1:
        assert parts == []
        return
    assert [entry for part in parts for entry in part.entries] == entries
    assert len({part.name for part in parts}) == len(parts)
    for part in parts:
        assert len({by_tens(entry) for entry in part.entries}) == 1
        assert len(part.entries) == 1 or sum(size for _, size in part.entries) <= 1


def test_parts_are_named_for_their_group_and_numbered_where_it_needs_more() -> None:
    parts = parted([(1, 0.6), (2, 0.6), (11, 0.1)], lambda entry: entry[1], by_tens)
    assert [(part.name, part.title) for part in parts] == [("0", "de 00"), ("0-2", "de 00, deel 2"), ("1", "de 10")]


def test_what_a_page_has_room_for_is_counted_in_elements_and_in_bytes() -> None:
    assert share("<li>a<br></li>") == 2 / ELEMENTS
    assert share("é" * BYTES) == 2


def test_letters_without_a_day_have_a_page_too() -> None:
    assert [year_of("2015-02-03"), year_of(None)] == [("2015", "2015"), ("zonder-datum", "zonder datum")]
