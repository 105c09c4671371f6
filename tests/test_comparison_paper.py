"""Comparisons on paper: the text of their page, every change named in words, in a PDF that everyone can read."""

import os
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pikepdf
import pytest
from frozen import five_letters
from growth import STEEP, growth
from letters import block, letter, note
from papers import page_texts, read_aloud, squeezed
from pdf_ua import faults
from rendering import parsed
from test_hostile_site import hostile_letters

from build_tools.build import build, compared
from build_tools.compare.comparing import compare
from build_tools.compare.model import ChangeKind, Comparison
from build_tools.compare.telling.changes import told
from build_tools.dutch.characters import visible
from build_tools.errors import UserError
from build_tools.folders import PROJECT, Folders
from build_tools.model import Block, Kind, NoteRef
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.comparison.views import running_view
from build_tools.pdf.comparison_pdf import printable_comparison
from build_tools.pdf.writer import pdf, printable, require

pytestmark = pytest.mark.pdf

LONG = "Het kabinet gaat uit van de kracht van mensen en geeft hun ruimte voor eigen initiatief in de buurt. " * 6
MOVED = "Gemeenten krijgen meer vrijheid om te bepalen hoe zij de inburgering willen inrichten."
LABELS = ("Alleenin", "Verplaatst:")
BEFORE, BEHIND = "Detekst,metdewijzigingen", "Uitdezevergelijkingzijnbeideteksten"


def handmade() -> Comparison:
    """Changes of each kind, with notes that stay, change, come, go and have no marker."""
    a = [
        block(1, "Een titel", Kind.HEADING, 1),
        block(2, "Hierbij de visie “samen”.", notes=(NoteRef(1, 7),)),
        block(3, LONG.strip(), notes=(NoteRef(2, 11), NoteRef(3, 40))),
        block(4, MOVED, notes=(NoteRef(4, 9),)),
        block(5, LONG.replace("kracht", "inzet").strip()),
        block(6, "Een punt van de lijst vervalt hier.", Kind.ITEM, 2),
        block(7, "De Minister, J.P.H. Donner", Kind.SIGNATURE, breaks=(12,)),
    ]
    notes = [note(1, "Eerste noot."), note(2, "Over 3 jaar.", 3), note(3, "Deze noot vervalt geheel.", 3)]
    b = [
        a[0],
        block(2, "Hierbij de nieuwe visie «samen».", notes=(NoteRef(1, 7),)),
        block(3, LONG.strip(), notes=(NoteRef(2, 11),)),
        block(4, LONG.replace("kracht", "inzet").strip()),
        block(5, MOVED, notes=(NoteRef(3, 9),)),
        block(6, "Dieper dan kan", Kind.HEADING, 4),
        block(7, "Wat er hier bij komt is nieuw en heeft een noot.", notes=(NoteRef(4, 12),)),
        block(8, "De Minister, J. P. H. Donner", Kind.SIGNATURE, breaks=(12,)),
    ]
    other = [note(1, "Eerste noot."), note(2, "Over 4 jaar.", 3), note(3, "Van de gemeenten.", 5), note(4, "Nieuw.", 7)]
    return compare(letter(a, [*notes, note(4, "Van de gemeenten.", 4)], id_="a"), letter(b, other, id_="b"))


def with_doubt() -> Comparison:
    """A word that one reading parts, beside a number that changed."""
    one, other = "De wet is moeilijk uit te voe ren in 2020.", "De wet is moeilijk uit te voeren in 2021."
    return compare(letter([block(1, one)], id_="a"), letter([block(1, other)], id_="b"))


SEEDS = "brief-donner-2011--kst-32824-1"
CASES = (SEEDS, "handmade", "with doubt", "hostile", "bare", "empty")


@cache
def comparison(name: str) -> Comparison:
    if name == SEEDS:
        return compared(tuple(five_letters().values()))[0]
    evil = hostile_letters()
    made_by_hand = {"handmade": handmade, "with doubt": with_doubt}
    first = {"hostile": 0, "bare": 2, "empty": 3}
    return made_by_hand[name]() if name in made_by_hand else compare(*evil[first[name] : first[name] + 2])


def made(name: str, whole: bool = True) -> bytes:
    return paper_of(name, whole)  # however it was asked for, made once


@cache
def paper_of(name: str, whole: bool) -> bytes:
    try:
        require()
    except UserError as error:
        pytest.skip(str(error))
    return pdf(printable_comparison(ComparisonSheet(comparison(name)), whole))


@pytest.mark.parametrize("name", CASES)
def test_paper_has_the_text_of_the_page(name: str) -> None:
    """Passage by passage in the page's order, with nothing between them but labels; and every note once."""
    text, notes, _ = map_squeezed(made(name))
    running, _, _ = text.partition(BEFORE)[2].partition(BEHIND)
    page = parsed(running_view(comparison(name)))
    places: list[tuple[int, int]] = []
    for element in page.iter():
        if element.tag not in ("p", "h3", "th", "td") or "verband" in element.get("class", ""):
            continue  # words beside a change, which the page repeats where it shows changes alone
        passage = squeezed(printable(own_text(element)))
        if "noottekst" in element.get("class", "") and passage in notes:
            notes.remove(passage)
        else:
            start = running.index(passage, places[-1][1] if places else 0)
            places.append((start, start + len(passage)))
    assert not notes
    gaps = [running[end:start] for (_, end), (start, _) in zip([(0, 0), *places], places, strict=False)]
    assert [gap for gap in gaps[1:] if gap and not (gap.startswith((*LABELS, "Noot")) and len(gap) < 80)] == []


def map_squeezed(data: bytes) -> tuple[str, list[str], tuple[str, ...]]:
    text, notes, links = read_aloud(data)
    return squeezed(text), list(map(squeezed, notes)), links


def own_text(element: Element) -> str:
    """The text of both letters with the markers of notes, as the page shows it."""
    parts = [element.text or ""]
    for child in element:
        shown = child.tag == "sup" or "bijwerk" not in child.get("class", "").split()
        parts += [own_text(child) if shown else "", child.tail or ""]
    return "".join(parts)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("name", CASES)
def test_paper_is_for_everyone(name: str, whole: bool) -> None:
    assert faults(made(name, whole)) == []


def test_the_short_paper_has_verdict_changes_with_their_places_and_proof_on_two_pages() -> None:
    pages = page_texts(made(SEEDS, whole=False))
    assert len(pages) == 2
    text = squeezed("".join(pages))
    for said in (
        "Geen woord van de brief gewijzigd;", "w3 leesteken: spatie toegevoegd", "A alinea 6, B alinea 6",
        "w5 toegevoegd:", "beide teksten letter voor letter teruggebouwd",
    ):  # fmt: skip
        assert squeezed(said) in text
    assert BEFORE not in text


def test_what_readers_look_for_stands_first_and_what_may_be_misread_apart() -> None:
    assert [change.n for change in comparison("with doubt").changes] == [1, 2]
    short = squeezed(read_aloud(made("with doubt", whole=False))[0])
    assert squeezed("Getallen, namen en ontkenningen getal w2 2020 → 2021 Wijzigingen") in short
    assert squeezed("mogelijk verkeerd gelezen 1 verschillen op een plaats") in short
    assert squeezed("te w1?voe renvoeren in w2 20202021.") in squeezed("".join(page_texts(made("with doubt"))))


@pytest.mark.parametrize("name", CASES)
def test_the_short_paper_names_every_change(name: str) -> None:
    text = squeezed(read_aloud(made(name, whole=False))[0])
    for change in told(comparison(name)):
        if change.kind is not ChangeKind.LAYOUT:
            assert squeezed(printable(visible(f"w{change.n} {change.name}: {change.words}"))) in text


@pytest.mark.parametrize("name", CASES)
def test_every_change_is_told_in_words_where_it_stands(name: str) -> None:
    """Who does not see a line through a word hears the change; from the list a link leads to it."""
    links = read_aloud(made(name))[2]
    for change in told(comparison(name)):
        if change.kind is not ChangeKind.LAYOUT:
            words = printable(f"Wijziging {change.n}, {change.name}: {change.words}")
            places = 2 if change.kind is ChangeKind.MOVED else 1
            assert [links.count(words), links.count(f"Wijziging {change.n} in de tekst")] == [places, 1]


def test_a_note_is_on_the_page_of_its_marker_and_shows_its_change() -> None:
    html = printable_comparison(ComparisonSheet(comparison("handmade")), whole=True).html
    assert 'Het<span class="noot" style="counter-set: footnote 0">' not in html
    assert html.count('<span class="noot"') == 4
    assert "<del>3</del><ins>4</ins> jaar.</span>" in html
    pages = page_texts(made("handmade"))
    page = [squeezed(text) for text in pages if "Alleen in B" in text][-1]
    for said in ("w6 Alleen in B, 2 alinea’s en noten, 14 woorden", "bij komt is nieuw", "4 Nieuw."):
        assert squeezed(said) in page
    assert squeezed("Noot 3: Deze noot vervalt") in squeezed("".join(pages)), "no text has its marker"


def test_head_foot_outline_and_metadata() -> None:
    data = made(SEEDS)
    pages = page_texts(data)
    for number, page in enumerate(pages, 1):
        assert page.rstrip().endswith(f"brief-donner-2011 en kst-32824-1 {number} van {len(pages)}")
    for said in ("Geen woord van de brief gewijzigd;", "J.P.H. Donner", "32 824, nr. 1", "10.125 woorden"):
        assert squeezed(said) in squeezed(pages[0])
    with pikepdf.open(BytesIO(data)) as file:
        assert file.docinfo["/Title"] == "Visie op integratie: twee versies vergeleken"
        assert str(file.docinfo["/Subject"]).startswith("Geen woord van de brief gewijzigd;")
        with file.open_outline() as outline:
            (top,) = outline.root
            assert [item.title for item in top.children] == [
                "Wijzigingen",
                "De tekst, met de wijzigingen",
                "Passages die elders terugkeren",
            ]
            assert "Integratie, binding, burgerschap" in [item.title for item in top.children[1].children]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    """Also in another zone, locale and order of sets: one that has changes and notes of each kind."""
    code = "import sys, test_comparison_paper as here; sys.stdout.buffer.write(here.made('handmade'))"
    environment = os.environ | {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    environment |= {"PYTHONPATH": f"{PROJECT}{os.pathsep}{Path(__file__).parent}"}
    command = [sys.executable, "-c", code]
    again = subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    assert again.stdout == made("handmade")


def test_many_words_with_many_changes_take_time_in_proportion() -> None:
    made("handmade")

    def paper(paragraphs: int) -> None:
        texts = [f"In {n} krijgt gemeente {n % 7} ruimte voor {n % 31} plannen. {LONG}" for n in range(paragraphs)]
        blocks: list[Block] = [block(n, text) for n, text in enumerate(texts, 1)]
        changed = [block(n, text.replace("kracht", "inzet").replace(".", "!", 1)) for n, text in enumerate(texts, 1)]
        long = compare(letter(blocks, id_="a"), letter(changed, id_="b"))
        assert long.words.a > 100 * paragraphs
        assert pdf(printable_comparison(ComparisonSheet(long), whole=True)).startswith(b"%PDF-1.7")

    assert growth(paper, 8) < STEEP


PAPERS = {
    "brieven/brief één": ("pdf/brief één.pdf", "../../pdf/brief%20%C3%A9%C3%A9n.pdf"),
    "vergelijken/brief één--twee": (
        "pdf/vergelijken/brief één--twee.pdf",
        "../../pdf/vergelijken/brief%20%C3%A9%C3%A9n--twee.pdf",
    ),
}
"""By the page that offers it: where a PDF lies, and how the page leads there."""


def test_pages_offer_their_pdfs_after_a_build_with_pdfs_and_only_then(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "seeds", tmp_path / "docs", tmp_path / "site")
    folders.seeds.mkdir()
    for name, word in (("brief één", "kracht"), ("twee", "inzet")):
        text = f"Geachte voorzitter,\n\n{LONG}\n\nHet gaat om de {word}.\n"
        (folders.seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    try:
        build(folders, with_pdf=True)
    except UserError as error:
        pytest.skip(str(error))
    for page, (paper, href) in PAPERS.items():
        assert (folders.site / paper).read_bytes().startswith(b"%PDF-1.7")
        assert f'href="{href}"' in (folders.site / page / "index.html").read_text(encoding="utf-8")
    build(folders)
    assert not (folders.site / "pdf").exists()
    for page in PAPERS:
        assert ">PDF</a>" not in (folders.site / page / "index.html").read_text(encoding="utf-8")
