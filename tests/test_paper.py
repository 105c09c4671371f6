"""Letters on paper: every word once, in order, in a PDF that everyone can read."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from frozen import IDS, five_letters, seeds_of
from letters import block, letter, note
from papers import page_texts, page_words, squeezed
from pdf_ua import elements, faults

from build_tools.errors import UserError
from build_tools.folders import PROJECT
from build_tools.model import Fact, Kind, NoteRef, Signer
from build_tools.papers.of_letter import title
from build_tools.pdf.letter_pdf import body_html, printable_letter
from build_tools.pdf.writer import pdf, require

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    try:
        require()
    except UserError as error:
        pytest.skip(str(error))
    return {id_: pdf(printable_letter(one)) for id_, one in five_letters().items()}


@pytest.mark.parametrize("id_", IDS)
def test_paper_has_the_text_of_the_letter(papers: dict[str, bytes], id_: str) -> None:
    """Page by page, without running foot and notes, the text runs on; each note is on the page of its marker."""
    one, running = five_letters()[id_], ""
    pages = page_texts(papers[id_])
    notes = [squeezed(f"{foot.printed}{foot.text}") for foot in one.notes]
    for number, (page, words) in enumerate(zip(pages, page_words(papers[id_]), strict=True), 1):
        assert re.search(rf"\n[^\n]*{number} van {len(pages)}\s*\Z", page), "each page says which one it is"
        text = squeezed(words)
        while notes and text.count(notes[0]) == 1:
            text = text.replace(notes.pop(0), "")
        running += text
    assert not notes
    numbers = one.printed_numbers
    wanted = squeezed("".join(with_numbers(part.text, part.notes, numbers) for part in one.blocks))
    wanted = wanted if one.opens_with_title else squeezed(title(one)) + wanted
    assert wanted in running


def with_numbers(text: str, notes: tuple[NoteRef, ...], printed: Mapping[int, str]) -> str:
    for ref in sorted(notes, key=lambda ref: (-ref.at, -ref.n)):
        text = f"{text[: ref.at]}{printed[ref.n]}{text[ref.at :]}"
    return text


@pytest.mark.parametrize("id_", IDS)
def test_paper_is_for_everyone(papers: dict[str, bytes], id_: str) -> None:
    assert faults(papers[id_]) == []


def test_notes_are_tagged_and_headings_make_an_outline(papers: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(papers["kst-32824-448"])
    with pikepdf.open(path) as file:
        kinds = [str(element.S) for element in elements(file.Root.StructTreeRoot)]
        with file.open_outline() as outline:
            titles = [item.title for item in outline.root[0].children]
        assert file.docinfo["/Author"] == "J.N.J. Nobel"
    assert kinds.count("/Note") == len(five_letters()["kst-32824-448"].notes)
    assert titles[0] == "Een open, vrij en sterk Nederland"


def test_no_page_ends_with_a_heading_and_signatures_keep_their_roles(papers: dict[str, bytes]) -> None:
    for id_, one in five_letters().items():
        pages = [squeezed(text) for text in page_texts(papers[id_])]
        for heading in (part for part in one.blocks if part.kind is Kind.HEADING):
            assert not [page for page in pages if page.split("Kamerstuk")[0].endswith(squeezed(heading.text))]
        signed = squeezed("".join(part.text for part in one.blocks if part.kind is Kind.SIGNATURE))
        assert not signed or any(signed in page for page in pages)


def test_the_same_letter_gives_the_same_bytes(papers: dict[str, bytes], tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from build_tools.gather import read_letters;"
        "from build_tools.pdf.letter_pdf import printable_letter; from build_tools.pdf.writer import pdf;"
        "(letter,), _ = read_letters(Path(sys.argv[1]), iter);"
        "sys.stdout.buffer.write(pdf(printable_letter(letter)))"
    )
    seeds = seeds_of(tmp_path, "kst-32824-357")
    environment = os.environ | {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, seeds]
    made = subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    assert made.stdout == papers["kst-32824-357"]


def test_what_a_letter_says_stays_text() -> None:
    evil = '<script>x</script> & "{{ y }}" \x02'
    one = letter([block(1, evil, notes=(NoteRef(1, 3),))], [note(1, evil)], {"signers": Fact((Signer(evil, evil),), 1)})
    html = printable_letter(one).html
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 3 + 1


def test_lists_lie_in_their_items_and_a_note_is_set_once() -> None:
    refs = (NoteRef(1, 1),)
    items = [(1, "a", 1), (2, "b", 2), (3, "c", 2), (4, "d", 1)]
    blocks = [block(n, text, Kind.ITEM, level, notes=refs if n in (1, 4) else ()) for n, text, level in items]
    html = str(body_html(letter(blocks, [note(1, "noot")]))).replace("\n", "")
    noted = '<span class="noot" style="counter-set: footnote 0">noot</span>'
    assert re.sub(' data-al="[1-4]"', "", html) == (
        f"<ul><li>a{noted}<ul><li>b</li><li>c</li></ul></li><li>d<sup>1</sup></li></ul>"
    )


def test_paragraphs_have_their_numbers_in_the_margin_and_not_in_the_text(papers: dict[str, bytes]) -> None:
    one = five_letters()["kst-32824-357"]
    numbered = [block.n for block in one.blocks if block.kind is not Kind.HEADING]
    assert [int(n) for n in re.findall(r' data-al="(\d+)"', printable_letter(one).html)] == numbered
    seen, read = page_texts(papers[one.id]), page_words(papers[one.id])
    alone = [int(n) for n in re.findall(r"(?m)^\d{1,3}$", "\n".join(seen))]
    assert alone == numbered[: len(alone)]
    assert len(alone) >= len(numbered) - 1  # of a page with one number it is glued to what stands before
    assert not re.findall(r"(?m)^\d{1,3}$", "\n".join(read))


def test_without_what_it_needs_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(UserError, match=r"cannot make PDFs here .*; make pdf, and Pango"):
        require()
