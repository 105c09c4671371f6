"""Citations: every form finds what it must and nothing else; spans hold; hostile text takes no longer."""

from operator import attrgetter
from typing import Any

import pytest
from case_files import cases
from each import each
from growth import STEEP, growth
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.citations.find import citations
from build_tools.citations.forms import FORMS
from build_tools.citations.grammar import Form

CASES: dict[str, dict[str, list[Any]]] = cases("citations.yml")
WORDS = [
    "Kamerstukken", "Kamerstuk", " II", " I", " TK", "Tweede Kamer", ", ", " ", "vergaderjaar ", "2010–2011", "2024/25",
    "32 824", "36600", " XV", "-XV", "21 501-31", "nr. ", "nrs ", "448", "12", "1 – 5", "en ", "(", ")", "[", "]", "AB",
    "Handelingen", "item 6", "Aanhangsel", "Stb.", "Richtlijn (EU) ", "2024/1346", "/EG", "kst-", "t/m", "\u00a0", "; ",
]  # fmt: skip

HELD = ("romeins", "verordening")
"""Forms that look ahead for what hardly any text has that is made up."""


def papers(text: str) -> list[str]:
    return [target.paper for citation in citations(text) for target in citation.targets]


def test_is_found() -> None:
    def is_found(row: list[str]) -> None:
        assert papers(row[0]) == row[1:]

    each((row for case in CASES.values() for row in case["match"]), is_found)


def test_is_no_citation() -> None:
    def is_none(text: str) -> None:
        assert papers(text) == []

    each((text for case in CASES.values() for text in case["never"]), is_none)


def test_a_form_names_a_dossier_and_numbers_or_has_a_reader_of_its_own() -> None:
    assert all((form.numbers is None) is (form.reader is not None) for form in FORMS)
    assert len({form.name for form in FORMS}) == len(FORMS)


def test_every_form_has_cases() -> None:
    def has_cases(form: str) -> None:
        assert CASES[form]["never"]
        assert form in {citation.form for row in CASES[form]["match"] for citation in citations(row[0])}

    each((form.name for form in FORMS), has_cases)


def test_what_a_form_needs_stands_wherever_it_does() -> None:
    texts = [row[0] for case in CASES.values() for row in case["match"]]

    def stands(form: Form) -> None:
        assert all(form.needs.search(text) for text in texts if form.pattern.search(text))

    each(FORMS, stands, attrgetter("name"))


@pytest.mark.parametrize("form", [form for form in FORMS if form.name not in HELD], ids=lambda form: form.name)
@settings(max_examples=10)
@given(data=st.data())
def test_what_a_form_needs_stands_in_any_text_that_has_it(form: Form, data: st.DataObject) -> None:
    assert form.needs.search(data.draw(st.from_regex(form.pattern)))


@example("Tweede Kamer, 34 053, nrs 1 – 5, 7 t/m 10.")
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    at = 0
    for citation in citations(text):
        assert at <= citation.start < citation.end <= len(text)
        assert not text[citation.start].isspace() and not text[citation.end - 1].isspace()
        assert all(citation.start <= target.start <= target.end <= citation.end for target in citation.targets)
        inner = citation.start
        for target in (target for target in citation.targets if target.start < target.end):
            assert inner <= target.start, "those between the ends of a range have no words, and stand where it ends"
            inner = target.end
        at = citation.end


LONG = 100_000
CITED = LONG // 2
"""Signs of a text that is read in a quarter of a second at most; half of them where every few signs cite a paper."""

UNITS = {
    **dict.fromkeys(["34775-42; ", "moties: 34775-42; ", " - 34553-7"], CITED),
    **dict.fromkeys(
        [
            "(", "[", "32 824, ", "Kamerstukken ", "nr. ", "(32 824 en ", "2010–2011, ", " ", "1", "en ", "\u00a0", "-",
            "Tweede Kamer, 2010–2011, ", "Kamerstukken II 2010/11, 32 500 VII, nr. 1, 2, ", "Richtlijnen (EU) 2016/1, ",
            "nr. 3, p. 1, 2 en ", "TK 2019/20, nr. 3, item 4; ", "Handelingen II 2019/20, 34-5, p. 3 en ",
            "Wijziging van de (32 824",
        ],
        LONG,
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_long_text_takes_time_in_proportion(unit: str) -> None:
    assert growth(lambda size: citations(unit * (size // len(unit))), UNITS[unit], times=20) < STEEP
