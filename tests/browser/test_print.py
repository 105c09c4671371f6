"""Pages printed from the browser: A4, what they say and nothing else, with and without script."""

import re

import pytest
from frozen import five_letters
from papers import squeezed
from sheets import sheets

from build_tools.build import compared
from build_tools.model import Kind

A4 = (595, 842)


@pytest.mark.parametrize(
    ("id_", "foot", "script"),
    [
        ("kst-32824-448", "Kamerstuk 32 824, nr. 448", True),
        ("kst-32824-448", "Kamerstuk 32 824, nr. 448", False),
        ("kst-32824-1", "Kamerstuk 32 824, nr. 1", True),
        ("brief-donner-2011", "Visie op integratie", False),
    ],
)
def test_print(open_page, id_: str, foot: str, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(f"brieven/{id_}/", java_script_enabled=script)
    printed = sheets(page.pdf(prefer_css_page_size=True))
    texts = [sheet.text for sheet in printed]
    letter = five_letters()[id_]
    assert {sheet.size for sheet in printed} == {A4}
    for number, text in enumerate(texts, 1):
        assert text.startswith(f"{number} van {len(texts)}{foot}"), "a browser draws the foot before the text"
    whole = squeezed("".join(texts))
    for apart in ("Zoeken", "Brontekst", "Vorige", "Later", "Waardezegegevens", "Geenofficiëlepublicatie", "¶"):
        assert apart not in whole
    for note in letter.notes:
        assert squeezed(note.text)[-60:] in whole
    for block in letter.blocks:
        assert squeezed(block.text)[:20] in whole
    headings = [squeezed(block.text) for block in letter.blocks if block.kind is Kind.HEADING]
    assert not [text for text in texts for heading in headings if squeezed(text).endswith(heading)]
    signed = squeezed("".join(block.text for block in letter.blocks if block.kind is Kind.SIGNATURE))
    assert not signed or any(signed in squeezed(text) for text in texts)


SEEN = """() => [...document.querySelectorAll('[id^="al-"] > .anker')]
    .filter((link) => link.checkVisibility({ opacityProperty: true }) && link.getBoundingClientRect().x >= 0)
    .map((link) => Number(link.dataset.n))"""


def test_the_numbers_of_paragraphs_stand_on_paper(open_page) -> None:  # type: ignore[no-untyped-def]
    """Each within the sheet: a browser cuts off what stands further out."""
    page = open_page("brieven/kst-32824-448/")
    page.emulate_media(media="print")
    assert page.evaluate(SEEN) == [block.n for block in five_letters()["kst-32824-448"].blocks]


PAGES = {
    "": ("Kamerbrieven", 2),
    "vergelijken/brief-donner-2011--kst-32824-1/": ("Visie op integratie: twee versies vergeleken", 27),
    "themas/inburgering/": ("Inburgering", 6),
    "begrippen/": ("Begrippen", 6),
    "begrippen/burgerschap/": ("Burgerschap", 6),
    "verantwoording/kst-32824-448/": ("Verantwoording: Actieagenda Integratie en de Open en Vrije Samenleving", 2),
    "verwijzingen/": ("Verwijzingen", 7),
}
"""Pages with the foot of their sheets, and with how many sheets they take at most."""

CHARTS_CUT = """() => {
    const charts = [...document.querySelectorAll("svg:not(.md-icon svg)")].filter((chart) => chart.checkVisibility());
    const wide = charts.filter((chart) => chart.getBoundingClientRect().right > innerWidth).length;
    return [charts.length, wide];
}"""


def check_sheets(texts: list[str], headings: list[str], foot: str, most: int) -> None:
    """No navigation, no empty sheet, no heading alone at a sheet's end, the title in the foot."""
    assert len(texts) <= most
    for number, text in enumerate(texts, 1):
        start = squeezed(f"{number} van {len(texts)}{foot}")
        assert squeezed(text).startswith(start)
        own = squeezed(text).removeprefix(start)
        assert len(own) > 100
        assert not [heading for heading in headings if heading and own.endswith(heading)]
    for apart in ("Zoeken", "Waardezegegevens", "Leestekens", "Naastelkaar", "¶"):
        assert apart not in squeezed("".join(texts))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("script", [True, False])
def test_print_of_other_pages(open_page, path: str, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, java_script_enabled=script)
    headings = [squeezed(text) for text in page.locator("main :is(h1, h2, h3)").all_inner_texts()]
    texts = [sheet.text for sheet in sheets(page.pdf(prefer_css_page_size=True))]
    check_sheets(texts, headings, *PAGES[path])
    if path.startswith("verantwoording/"):
        left_out = squeezed(page.locator(".rekening details li").last.text_content() or "")
        assert left_out and left_out in squeezed("".join(texts))
    if path.startswith("vergelijken/"):
        (comparison,) = compared(tuple(five_letters().values()))
        whole = squeezed("".join(texts))
        assert [one.text for one in comparison.b.passages if squeezed(one.text)[-12:-1] not in whole] == []


TO_TWELVE_COLUMNS = """() => {
    for (const row of document.querySelectorAll(".matrix tr")) {
        while (row.children.length < 13) row.append(row.lastElementChild.cloneNode(true));
        const heads = row.closest("thead") ? [...row.children].slice(1) : [];
        for (const head of heads) head.innerHTML = "<span>2016</span><span>t/m 2017</span>";
    }
    return document.querySelectorAll(".matrix thead th").length;
}"""
SHEET = 575
"""Pixels across a sheet within its margins."""


def test_a_table_of_twelve_columns_is_whole_on_paper(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("themas/", viewport={"width": SHEET, "height": 800}, bypass_csp=True)
    assert page.evaluate(TO_TWELVE_COLUMNS) == 13
    page.emulate_media(media="print")
    table = page.locator(".matrix").bounding_box()
    assert table["x"] + table["width"] <= SHEET


@pytest.mark.parametrize("path", ["", "themas/inburgering/", "begrippen/", "begrippen/burgerschap/"])
def test_charts_are_whole_on_paper(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, viewport={"width": 560, "height": 800})
    page.emulate_media(media="print")
    charts, wide = page.evaluate(CHARTS_CUT)
    assert charts
    assert not wide


def test_no_dossier_stands_at_the_foot_of_a_sheet_without_a_source(open_page) -> None:  # type: ignore[no-untyped-def]
    printed = sheets(open_page("verwijzingen/").pdf(prefer_css_page_size=True))
    texts = [squeezed(sheet.text) for sheet in printed]
    assert len(texts) > 1
    assert not [text for text in texts if re.search(r"officieeldossier\(https[^)]*\)$", text)]


def test_a_printed_table_of_changes_begins_under_its_caption(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("vergelijken/brief-donner-2011--kst-32824-1/?weergave=was-wordt")
    printed = sheets(page.pdf(prefer_css_page_size=True))
    (begin,) = (text for sheet in printed if "Elkewijzigingmet" in (text := squeezed(sheet.text)))
    assert "A,alinea1B,alinea1" in begin


def test_what_was_found_chosen_or_checked_is_printed_with_what_was_asked(open_page) -> None:  # type: ignore[no-untyped-def]
    def printed(page) -> str:  # type: ignore[no-untyped-def]
        return squeezed("".join(sheet.text for sheet in sheets(page.pdf())))

    found = printed(open_page("zoeken/?q=remigratie"))
    assert "Zoeknaarremigratie" in found and "Remigratiewet" in found
    assert "http" not in found and "Volgorde" not in found
    chosen = printed(open_page("brieven/?jaar=2011"))
    assert "Jaar2011" in chosen and "2van5brieven" in chosen and "Volgorde" not in chosen
    page = open_page("controleer/")
    page.locator("#citaat").fill("Samen leven gaat zelden vanzelf")
    page.get_by_role("button", name="Controleer").click()
    page.locator(".oordeel strong").wait_for()
    checked = printed(page)
    assert "Samenlevengaatzeldenvanzelf" in checked and "Staatergewijzigd" in checked and "Plakt" not in checked
