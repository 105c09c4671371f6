"""Abbreviations: which a text explains, and where a page says once what they stand for."""

import re

import pytest
from frozen import five_letters
from growth import STEEP, growth
from letters import block, letter

from build_tools.connections.references import references
from build_tools.dutch.abbreviations import explained_in
from build_tools.model import Kind, Letter
from build_tools.pages.markdown import blocks_markdown
from build_tools.pages.text_links import links_of, with_abbreviations

EXPLAINED = {
    "de Wet inburgering (Wib) geldt": ("Wib", "Wet inburgering"),
    "de Wet open overheid (hierna: de Woo)": ("Woo", "Wet open overheid"),
    "de Vereniging van Nederlandse Gemeenten (VNG)": ("VNG", "Vereniging van Nederlandse Gemeenten"),
    "de Europese Economische Ruimte (EER)": ("EER", "Europese Economische Ruimte"),
    "het Integraal Zorgakkoord (hierna te noemen IZA)": ("IZA", "Integraal Zorgakkoord"),
    "De Nederlandsche Bank («DNB»)": ("DNB", "De Nederlandsche Bank"),
    "het Sociaal en Cultureel Planbureau (SCP)": ("SCP", "Sociaal en Cultureel Planbureau"),
}
NONE = [
    "de motie-Becker (VVD)", "het lid Dassen (Volt)", "de sectoren en ketens (SER)", "in Utrecht (Nederland)",
    "Een zin. Wet inburgering (COA)", "de nationale onderzoekscommissie in Jemen (NCOI)", "de VNG (VNG)",
    "van (EU) nr. 260/2012",
]  # fmt: skip


@pytest.mark.parametrize("text", [*EXPLAINED, *NONE])
def test_a_text_explains(text: str) -> None:
    assert [(one.short, one.long) for one in explained_in(text)] == ([EXPLAINED[text]] if text in EXPLAINED else [])


def page(one: Letter) -> str:
    found = references([one])
    return blocks_markdown(one.blocks, links=with_abbreviations(one, links_of(one.id, found), found))


def test_a_page_explains_once_at_the_first_use_outside_links_and_headings() -> None:
    texts = ["De Wet inburgering (Wib).", "De Wib", "Artikel 3 Wib en de Wib, ook Wib-plicht.", "De Wib."]
    texts += ["Nogmaals: de Wet inburgering (Wib) en de Wib."]
    kinds = [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.PARAGRAPH]
    text = page(letter([block(n, text, kind) for n, (text, kind) in enumerate(zip(texts, kinds, strict=True), 1)]))
    assert re.findall(r".{7}<abbr.*?</abbr>", text) == [' en de <abbr title="Wet inburgering">Wib</abbr>']


def test_a_law_that_is_cited_explains_its_abbreviation() -> None:
    text = page(letter([block(1, "Zie artikel 2 van de Wet open overheid."), block(2, "De Woo en de Awb.")]))
    assert text.count("<abbr") == 1
    assert '<abbr title="Wet open overheid">Woo</abbr>' in text


def test_what_a_letter_says_is_no_markup_in_a_title() -> None:
    text = page(letter([block(1, 'De Wet b*c*[x](y)"> (WB).'), block(2, "De WB.")]))
    assert "<abbr" in text
    assert not re.search(r'title="[^"]*[*\[\]<>][^"]*"', text)


def test_the_letters_explain_what_they_define() -> None:
    text = page(five_letters()["kst-32824-1"])
    assert '<abbr title="Wet Werk en Bijstand">WWB</abbr>' in text


@pytest.mark.slow
def test_many_brackets_take_time_in_proportion() -> None:
    assert growth(lambda size: list(explained_in("Aa aa (AA) " * (size // 11))), 50_000) < STEEP
