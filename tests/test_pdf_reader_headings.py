"""Headings in a PDF: by their letter and type, below a paragraph without white space, on the next page."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import HEAD, SENTENCE, pdf, shown

pytestmark = pytest.mark.pdf
BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])
LONG = f"{SENTENCE} {SENTENCE} {SENTENCE}"


@BOTH
@pytest.mark.parametrize("opened", ["<i>a) %s</i>", "a) <i>%s</i>", "<b>a. %s</b>"])
def test_a_letter_opens_a_heading_where_type_tells_it_from_a_list(tmp_path: Path, tagged: bool, opened: str) -> None:
    letters = "".join(f"<p>{opened % text}</p><p>{SENTENCE}</p>".replace("a", "b", 1) for text in ("Inhoud",))
    body = f"<p>{opened % 'Titel'}</p><p>{SENTENCE}</p>{letters}<p>a) {SENTENCE}</p><p>b) {SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [block.kind.value for block in found.blocks] == ["heading", "paragraph"] * 2 + ["item"] * 2


@BOTH
def test_letters_in_italics_below_each_other_are_a_list(tmp_path: Path, tagged: bool) -> None:
    body = f"<p>{SENTENCE}</p><p><i>a) Kersen</i></p><p><i>b) Peren</i></p><p><i>c) Pruimen</i></p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [block.kind.value for block in found.blocks] == ["paragraph", "item", "item", "item", "paragraph"]


@pytest.mark.parametrize("opened", ["<b>%s</b>", "<i>%s</i>"], ids=["bold", "italic"])
def test_a_heading_can_stand_right_below_a_paragraph_whose_last_line_is_full(tmp_path: Path, opened: str) -> None:
    """No white space parts them; on each width another word ends the line above."""
    style = "p { margin: 0; width: %dmm }"
    texts = [f"{SENTENCE} {SENTENCE}", "Kersen en peren", SENTENCE]
    body = f"<p>{texts[0]}</p><p>{opened % texts[1]}</p><p>{texts[2]}</p>"
    read = [pdf_files.letter(tmp_path, pdf(body, False, style % wide)) for wide in range(60, 130, 7)]
    assert [[block.text for block in found.blocks] for found in read] == [texts] * 10


@BOTH
@pytest.mark.parametrize("opened", ["<b>%s</b>", "<i>%s</i>"], ids=["bold", "italic"])
def test_a_heading_at_the_top_of_a_page_is_no_part_of_what_ended_above(
    tmp_path: Path, tagged: bool, opened: str
) -> None:
    """Where the last line of the page before is full."""
    style = "p { width: 67mm } .last { text-align-last: justify } .next { break-before: page }"
    body = f"<p class=last>{LONG}</p><p class=next>{opened % 'Kersen en peren'}</p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged, style))
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: {LONG}", "heading 2: Kersen en peren", f"paragraph: {SENTENCE}"
    ]  # fmt: skip


def test_what_a_tree_calls_a_heading_can_be_text(tmp_path: Path) -> None:
    """Some write their text in the style of a heading; a long title without a stop is one."""
    title = "Verordening van de boomgaarden over de kersen en de peren " * 4
    body = f"<h2>{title}</h2><p>{SENTENCE}</p><h2>{SENTENCE} {SENTENCE}</h2><p>{LONG} {LONG}</p>"
    style = "h2 { font-weight: normal }"
    found = pdf_files.letter(tmp_path, pdf(f"{body}<p>{LONG} {LONG}</p>", True, style))
    assert [block.kind.value for block in found.blocks] == [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


@BOTH
def test_an_amount_is_one_word_with_its_sign(tmp_path: Path, tagged: bool) -> None:
    """A line ends before the sign since the number behind it did not fit."""
    text = "De bomen in de boomgaard kosten dit jaar samen ten hoogste €&nbsp;271.000.000,- voor elke gemeente."
    read = [pdf_files.letter(tmp_path, pdf(f"<p style='width: {n}mm'>{text}</p>", tagged)) for n in range(50, 120, 7)]
    assert [len(found.blocks) for found in read] == [1] * 10


@BOTH
def test_an_address_at_the_foot_of_the_first_page_is_no_note(tmp_path: Path, tagged: bool) -> None:
    style = "@page :first { @bottom-left { content: 'Postadres Postbus 1, 2500 AA Den Haag'; font-size: 7pt } }"
    body = f"{HEAD}<p>{SENTENCE}<span class=note>Kamerstuk 31 930, nr. 7.</span></p>{f'<p>{LONG}</p>' * 14}"
    found = pdf_files.letter(tmp_path, pdf(body, tagged, style))
    assert [note.text for note in found.notes] == ["Kamerstuk 31 930, nr. 7."]
    assert {block.text for block in found.blocks[2:]} == {LONG}


@BOTH
def test_a_number_with_points_heads_in_whatever_type(tmp_path: Path, tagged: bool) -> None:
    texts = ["1.1. Kersen en peren", SENTENCE, "1.2. Pruimen", SENTENCE, f"1.3. {SENTENCE}"]
    found = pdf_files.letter(tmp_path, pdf("".join(f"<p>{text}</p>" for text in [*texts, SENTENCE]), tagged))
    assert [block.kind.value for block in found.blocks] == ["heading", "paragraph"] * 2 + ["paragraph"] * 2


def test_a_line_in_the_type_of_the_text_heads_what_follows(tmp_path: Path) -> None:
    """Between sentences that have ended, also two such lines; an entry with its label and what introduces are text."""
    titles = ["Ten aanzien van het snoeien", "Kersen 2.0"]
    body = f"<p>{SENTENCE}</p><p>{titles[0]}</p><p>{SENTENCE}</p><p>{titles[1]}</p><p>Peren</p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(f"{body}<p>Noot: zie ook punt 3</p><p>{SENTENCE}</p><p>Dit:</p><p>Nee.</p>"))
    assert [block.text for block in found.blocks if block.kind.value == "heading"] == [*titles, "Peren"]


@BOTH
@pytest.mark.parametrize("quoted", ["'%s'", "“%s”", "«%s»", '"%s"'])
def test_a_quoted_sentence_in_italics_is_no_heading(tmp_path: Path, tagged: bool, quoted: str) -> None:
    text = quoted % "Kersen zijn in juni rijp."
    found = pdf_files.letter(tmp_path, pdf(f"<p>Er staat:</p><p><i>{text}</i></p><p>{SENTENCE}</p>", tagged))
    assert [shown(block) for block in found.blocks][1] == f"paragraph: {text}"


def test_two_lettered_lines_in_italics_below_a_sentence_are_headings(tmp_path: Path) -> None:
    body = f"<p>{SENTENCE}</p><p><i>a) Kersen</i></p><p><i>b) Peren</i></p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body))
    assert [block.kind.value for block in found.blocks] == ["paragraph", "heading", "heading", "paragraph"]


@BOTH
@pytest.mark.parametrize("end", ["in 2012?", "in 2012? 1)", "sinds artikel 7."])
def test_a_sentence_that_ends_in_a_number_is_no_heading(tmp_path: Path, tagged: bool, end: str) -> None:
    asked = f"Waar lagen de paden {end}"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p><p>{asked}</p><p>{SENTENCE}</p>", tagged))
    assert [shown(block) for block in found.blocks][1] == f"paragraph: {asked}"


@BOTH
def test_a_letter_heads_a_long_line_in_italics(tmp_path: Path, tagged: bool) -> None:
    words = "Voorgestelde termijn voor het planten van bomen langs het water, dan wel de dag waarop de regels voor kwekers ingaan"
    body = f"<p><i>a) Paden</i></p><p>{SENTENCE}</p><p><i>b) {words}</i></p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{body}", tagged))
    assert [block.kind.value for block in found.blocks] == ["paragraph", *["heading", "paragraph"] * 2]


def test_titles_on_the_page_behind_a_signature(tmp_path: Path) -> None:
    """Three below each other; the text below the last one ends in a year. A name behind the office is no title."""
    letter = f"<p>{SENTENCE}</p><p>Hoogachtend,</p><p>De minister van Defensie</p><p>I. Perelaar</p>"
    titles = ["Agenda van de bomenraad", "Diversen", "Krachtenveld"]
    shown_titles = "".join(f"<p>{title}</p>" for title in titles)
    text = "De kwekers hebben de paden langs het water verlegd in 2012."
    page = f"<div style='break-before: page'>{shown_titles}<p>{text}</p><p>{SENTENCE}</p></div>"
    found = pdf_files.letter(tmp_path, pdf(letter + page))
    assert [block.text for block in found.blocks if block.kind.value == "heading"] == titles
    assert [one.name for one in found.signers] == ["I. Perelaar"]


def test_what_heads_in_whatever_type(tmp_path: Path) -> None:
    """Roman numbers that count, `Antwoord:`, `Toelichting`; not a single number."""
    heads = ["I", "II", "Toelichting", "Antwoord:", "Antwoord."]
    body = "".join(f"<p>{head}</p><p>{SENTENCE}</p>" for head in heads)
    found = pdf_files.letter(tmp_path, pdf(f"<p>Dit luidt:</p>{body}"))
    assert [block.text for block in found.blocks if block.kind.value == "heading"] == heads
    alone = pdf_files.letter(tmp_path, pdf(f"<p>Dit luidt:</p><p>I</p><p>{SENTENCE}</p>"))
    assert [block.kind.value for block in alone.blocks] == ["paragraph"] * 3


def test_short_lines_in_bold_below_each_other_are_headings(tmp_path: Path) -> None:
    """Each begins with a capital; what goes on in a small letter or behind a word that another follows is one."""
    heads = [
        "Agenda van de bomenraad",
        "Bezoek van de kwekers",
        "Verslag van het overleg met de\nBomenraad",
        "Kersen\nen peren",
    ]
    body = "".join(f"<p><b>{head.replace(chr(10), '<br>')}</b></p>" for head in heads[:2]).replace(
        "</b></p><p><b>", "<br>"
    )
    rest = "".join(f"<p><b>{head.replace(chr(10), '<br>')}</b></p><p>{SENTENCE}</p>" for head in heads[2:])
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{body}<p>{SENTENCE}</p>{rest}"))
    assert [block.text for block in found.blocks if block.kind.value == "heading"] == [
        head.replace("\n", " ") for head in heads
    ]


@BOTH
@pytest.mark.parametrize(("first", "second"), [("A. ", "B. "), ("a) ", "b) "), ("I. ", "II. "), ("1) ", "2) ")])
def test_letters_and_numbers_head_in_the_type_of_the_text(
    tmp_path: Path, tagged: bool, first: str, second: str
) -> None:
    """Each by itself above a text, also right above a title of another count; below each other they are a list."""
    inner = "1.1. Pruimen" if first == "1) " else "i) Pruimen"
    titles = [f"{first}Kersen en peren", inner, f"{second}Voortgang van het snoeien"]
    body = f"<p>{titles[0]}</p><p>{titles[1]}</p><p>{SENTENCE}</p><p>{titles[2]}</p><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{body}", tagged))
    heads = [block.text for block in found.blocks if block.kind.value == "heading"]
    assert [head for head in heads if head != inner] == [titles[0], titles[2]]
    listed = f"<p>{titles[0]}</p><p>{titles[2]}</p>"
    items = pdf_files.letter(tmp_path, pdf(f"<p>Dit volgt:</p>{listed}<p>{SENTENCE}</p>", tagged))
    assert "heading" not in {block.kind.value for block in items.blocks}


def test_lettered_headings_can_stand_right_below_each_other_where_a_count_goes_on(tmp_path: Path) -> None:
    """With white space around each; items stand close."""
    style = "p { margin: 0 0 18pt } .list p { margin: 0 }"
    told = "".join(f"<p>{mark}) {title}</p><p>{SENTENCE}</p>" for mark, title in (("a", "Kersen"), ("b", "Peren")))
    below = "<p>c) Snoeien van oude bomen</p><p>d) Wachttijden van kwekers</p>"
    read = [
        pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{told}{more}<p>{SENTENCE}</p>", style=style))
        for more in (below, f"<div class=list>{below}</div>")
    ]
    kinds = [[block.kind.value for block in found.blocks] for found in read]
    assert [own[5:7] for own in kinds] == [["heading"] * 2, ["item"] * 2]


@pytest.mark.parametrize("title", ["Waarom dit plan?", "Gevolgen voor de kwekers:"])
def test_a_plain_line_right_above_its_text_heads_it_also_with_a_sign(tmp_path: Path, title: str) -> None:
    """What stands as far from the text below it as paragraphs do, or announces a list or a quotation, is a paragraph."""
    style = ".close { margin: 0 }"
    tails = [f"<p>{LONG}</p>", f"<p>“{LONG}”</p>", "<p>– kersen;</p><p>– peren.</p>"]
    bodies = [f"<p>{LONG}</p><p class=close>{title}</p>{tail}" for tail in tails]
    bodies.append(f"<p>{LONG}</p><p>{title}</p><p>{LONG}</p>")
    kinds = [pdf_files.letter(tmp_path, pdf(body, style=style)).blocks[1].kind.value for body in bodies]
    assert kinds == ["heading", "paragraph", "paragraph", "paragraph"]
