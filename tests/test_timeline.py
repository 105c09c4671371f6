"""The line of time on the home page."""

import re
from datetime import date, timedelta

import pytest

from build_tools.pages.registers.letter_sheet import ListedLetter
from build_tools.pages.registers.timeline import MOST_DOTS, timeline


def entry(path: str, iso: str | None) -> ListedLetter:
    return ListedLetter(path, f"Brief {path}", iso, iso, ())


def dots(picture: str) -> list[tuple[str, float, float]]:
    """The letter of each dot, and where it stands."""
    found = re.findall(r'<a href="brieven/(\w+)/".*?cx="([\d.]+)%" cy="([\d.]+)"', picture, re.DOTALL)
    return [(path, float(x), float(y)) for path, x, y in found]


def test_letters_stand_in_order_of_time_and_lead_to_their_page() -> None:
    (one, left, _), (two, right, _) = dots(timeline([entry("a", "2011-06-16"), entry("b", "2025-02-07")]))
    assert (one, two) == ("a", "b")
    assert left < right


def test_letters_of_one_day_stand_above_each_other() -> None:
    (_, x, low), (_, same, high) = dots(timeline([entry("a", "2011-06-16"), entry("b", "2011-06-16")]))
    assert x == same
    assert high < low


def test_a_letter_stands_as_low_as_it_can() -> None:
    days = ("2011-01-01", "2011-01-01", "2011-01-15", "2011-01-29", "2012-01-01")
    heights = [y for _, _, y in dots(timeline([entry(f"a{n}", day) for n, day in enumerate(days)]))]
    assert heights[-1] == heights[0] == max(heights)
    assert len(set(heights)) == 4


def test_a_letter_without_a_date_is_not_on_the_line() -> None:
    assert timeline([entry("a", None)]) == ""


def test_many_years_get_no_more_labels_than_there_is_room_for() -> None:
    picture = timeline([entry("a", "1814-05-02"), entry("b", "2025-02-07")])
    assert 2 < picture.count('class="jaar"') <= 7


@pytest.mark.parametrize("days", [1, 300])
def test_many_letters_stay_on_one_screen(days: int) -> None:
    many = [entry(f"a{n}", str(date(2011, 1, 1) + timedelta(n % days))) for n in range(MOST_DOTS)]
    picture = timeline(many)
    assert len(dots(picture)) == MOST_DOTS
    assert all(0 < y < 200 for _, _, y in dots(picture))


def test_of_too_many_letters_each_year_has_a_bar_that_leads_to_its_list() -> None:
    many = [entry(f"a{n}", f"{2011 + n % 3 // 2}-05-05") for n in range(MOST_DOTS + 1)]
    picture = timeline(many, of_year="brieven/#jaar-{}".format)
    bars = re.findall(
        r'<a href="([^"]*)" tabindex="-1"><title>(.*?)</title><rect class="staaf" x="(.*?)%" y="(.*?)"', picture
    )
    assert [(href, told) for href, told, _, _ in bars] == [
        ("brieven/#jaar-2011", "2011: 134 brieven"), ("brieven/#jaar-2012", "2012: 67 brieven")
    ]  # fmt: skip
    (_, _, left, high), (_, _, right, low) = bars
    assert float(left) < float(right) and 0 == float(high) < float(low)
    assert dots(picture) == []
    assert "<a " not in timeline(many), "nothing to lead to"


def test_what_a_letter_says_is_no_markup() -> None:
    hostile = ListedLetter("a", "</title><script>", "2011-06-16", "16 juni 2011", ())
    assert "<script" not in timeline([hostile])
