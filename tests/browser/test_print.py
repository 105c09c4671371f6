"""A letter printed from the browser: A4, the letter and nothing but the letter, with and without script."""

from io import BytesIO

import pytest
from papers import squeezed
from pypdf import PdfReader

from build_tools.build import read_letters
from build_tools.folders import PROJECT
from build_tools.model import Kind

A4 = (595, 842)


@pytest.mark.parametrize(
    ("id_", "foot"),
    [
        ("kst-32824-448", "Kamerstuk 32 824, nr. 448"),
        ("kst-32824-1", "Kamerstuk 32 824, nr. 1"),
        ("brief-donner-2011", "Visie op integratie"),
    ],
)
@pytest.mark.parametrize("script", [True, False])
def test_print(open_page, id_: str, foot: str, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(f"brieven/{id_}/", java_script_enabled=script)
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [sheet.extract_text() for sheet in sheets]
    letter = next(one for one in read_letters(PROJECT / "seeds", iter)[0] if one.id == id_)
    assert {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in sheets} == {A4}
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
