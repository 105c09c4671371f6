"""How printers set the same things otherwise: numbers that hang, first lines set in, feet and heads of many shapes."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import HEAD, SENTENCE, pdf, shown

from build_tools.model import FactKey
from build_tools.sources.readers.pdf.file.accents import composed
from build_tools.sources.readers.pdf.file.glyphs import Glyph

pytestmark = pytest.mark.pdf
BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])
FULL_PAGE = f"<p>{SENTENCE} {SENTENCE} {SENTENCE}</p>" * 9
HANGING = """::footnote-marker { content: counter(footnote) " "; padding-right: 7pt; font-size: 6pt }"""


@BOTH
def test_the_number_of_a_note_can_hang_before_its_text(tmp_path: Path, tagged: bool) -> None:
    """Numbers alone at the foot of a page are not those of pages."""
    notes = "".join(f"<p>{SENTENCE}<span class=note>Kamerstuk 31 93{n}, nr. 7.</span></p>" for n in range(3))
    found = pdf_files.letter(tmp_path, pdf(notes + FULL_PAGE + notes.replace("31 93", "28 35"), tagged, HANGING))
    assert [(note.printed, note.text) for note in found.notes] == [
        (str(n), f"Kamerstuk {number}, nr. 7.")
        for n, number in enumerate(("31 930", "31 931", "31 932", "28 350", "28 351", "28 352"), start=1)
    ]
    assert [len(block.notes) for block in found.blocks if block.notes] == [1] * 6


@BOTH
def test_notes_that_differ_only_in_their_numbers_are_no_feet_that_return(tmp_path: Path, tagged: bool) -> None:
    style = "::footnote-marker { content: counter(footnote) '. '; font-size: 7.5pt; vertical-align: baseline }"
    body = f"<p>{SENTENCE}<span class=note>Kamerstuk 31 930, nr. 7.</span></p>{FULL_PAGE}"
    found = pdf_files.letter(tmp_path, pdf(body + body.replace("31 930, nr. 7", "28 352, nr. 61"), tagged, style))
    assert [note.text for note in found.notes] == ["Kamerstuk 31 930, nr. 7.", "Kamerstuk 28 352, nr. 61."]


@pytest.mark.parametrize("foot", ['"Pag. " counter(page)', '"blad " counter(page)', 'counter(page) "/" counter(pages)'])
def test_a_foot_counts_pages_in_many_ways(tmp_path: Path, foot: str) -> None:
    style = f"@page {{ @bottom-right {{ content: {foot} }} }}"
    found = pdf_files.letter(tmp_path, pdf(FULL_PAGE, style=style))
    assert {block.text for block in found.blocks} == {f"{SENTENCE} {SENTENCE} {SENTENCE}"}


@BOTH
def test_later_pages_repeat_what_the_letterhead_states(tmp_path: Path, tagged: bool) -> None:
    """Its reference with the label and the date beside it; in smaller type its subject."""
    head = HEAD.replace("Betreft", "Ons kenmerk AV/2024/77<br>Betreft")
    style = """@page { @top-left { content: "AV/2024/77/3 mei 2024"; font-size: 7pt }
        @top-right { content: "Kersen en peren"; font-size: 7pt } } @page :first { @top-left { content: none }
        @top-right { content: none } }"""
    found = pdf_files.letter(tmp_path, pdf(head + FULL_PAGE, tagged, style))
    assert {block.text for block in found.blocks} == {"Geachte voorzitter,", f"{SENTENCE} {SENTENCE} {SENTENCE}"}


@BOTH
def test_first_lines_that_are_set_in_part_paragraphs(tmp_path: Path, tagged: bool) -> None:
    """A line that ends a sentence at the edge of the page parts nothing; one line alone is a paragraph of its own."""
    line = "De bomen dragen dit jaar meer vruchten dan verwacht, zegt de kweker."
    body = f"<p>{SENTENCE} {SENTENCE}</p><p>{line}</p>" * 14
    found = pdf_files.letter(tmp_path, pdf(body, tagged, "p { margin: 0; text-indent: 24pt }"))
    assert [block.text for block in found.blocks] == [f"{SENTENCE} {SENTENCE}", line] * 14


def test_marks_of_items_that_a_tree_does_not_know_count_on(tmp_path: Path) -> None:
    """Each item is a box of its own, its mark a little apart from its text."""
    words = {"a": "Jonge", "b": "Oude", "c": "Zieke"}
    items = "".join(f"<div class=it><span class=mk>{sign}.</span>{word} bomen.</div>" for sign, word in words.items())
    style = ".it { margin-left: 12pt; text-indent: -12pt } .mk { display: inline-block; width: 11pt; text-indent: 0 }"
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{items}<p>{SENTENCE}</p>", True, style))
    assert [shown(block) for block in found.blocks][1:-1] == [
        "item 1: a. Jonge bomen.", "item 1: b. Oude bomen.", "item 1: c. Zieke bomen."
    ]  # fmt: skip


@BOTH
def test_the_number_of_answers_stands_left_of_their_head(tmp_path: Path, tagged: bool) -> None:
    """Its masthead is broken before its last word."""
    body = f"""<p style='font-size: 14pt'>Tweede Kamer der Staten-Generaal</p><p>Vergaderjaar 2031–2032</p>
        <p>Aanhangsel van de Handelingen</p><p>Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven<br>
        antwoorden</p><p style='position: absolute; left: -20mm; font-size: 12pt; margin: 0'>812</p><p style='margin-top: 18pt'>
        Vragen van het lid Terpstra (ZZP) aan de Minister van Financiën over kersen (ingezonden 2 juni 2031).</p>
        <p>Antwoord van Minister Terwindt (Financiën) (ontvangen 9 juni 2031).</p><h2>Vraag 1</h2><p>{SENTENCE}</p>
        <h2>Antwoord 1</h2><p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged, "@page { margin-left: 40mm; margin-right: 20mm }"))
    assert {key: found.facts[key].value for key in (FactKey.ONDERNUMMER, FactKey.DATE, FactKey.ASKED)} == {
        FactKey.ONDERNUMMER: "812", FactKey.DATE: "2031-06-09", FactKey.ASKED: "2031-06-02"
    }  # fmt: skip
    assert [shown(block) for block in found.blocks][1:3] == ["heading 2: Vraag 1", f"paragraph: {SENTENCE}"]


@BOTH
def test_labels_left_of_the_text_stay_with_their_values(tmp_path: Path, tagged: bool) -> None:
    """They are set hardly smaller; also at the foot of a page they are no imprint, and with their values no table."""
    labels = ("Zaak:", "Besluit:", "Noot:", "Volgcommissie(s):")
    style = """@page { margin-left: 60mm; margin-right: 20mm } p { margin: 0 }
        span.label { position: absolute; left: -40mm; font-size: 0.89em }"""
    rows = [f"<p><span class=label>{label}</span>{SENTENCE}</p>" for label in labels]
    body = f"<h2>Overig</h2>{''.join(rows * 14)}"
    found = pdf_files.letter(tmp_path, pdf(body, tagged, style))
    assert [block.text for block in found.blocks] == ["Overig", *(f"{label} {SENTENCE}" for label in labels * 14)]


def test_notes_at_the_end_are_those_that_are_called(tmp_path: Path) -> None:
    """Set as the text is, without a rule: their numbers alone tell them from a list."""
    calls = "".join(f"<p>{SENTENCE[:-1]}<sup style='font-size: 6pt; line-height: 0'>{n}</sup>.</p>" for n in (1, 2))
    notes = "<p>1 Kamerstuk 31 930, nr. 7.</p><p>2 Zie ook de brief van 12 juni 2031.</p>"
    body = f"<p>Twee zaken:</p><p>1. de oogst;</p><p>2. de prijs.</p>{calls}<p style='break-before: page'></p>{notes}"
    found = pdf_files.letter(tmp_path, pdf(body))
    assert [note.text for note in found.notes] == ["Kamerstuk 31 930, nr. 7.", "Zie ook de brief van 12 juni 2031."]
    assert [shown(block) for block in found.blocks][1:3] == ["item 1: 1. de oogst;", "item 1: 2. de prijs."]


def test_numbers_at_the_end_that_nobody_calls_are_text(tmp_path: Path) -> None:
    calls = f"<p>{SENTENCE[:-1]}<sup style='font-size: 6pt; line-height: 0'>1</sup>.</p>"
    found = pdf_files.letter(tmp_path, pdf(f"{calls}<p>1 januari 2031 was een woensdag.</p><p>2 juni ook.</p>"))
    assert not found.notes


@BOTH
def test_a_section_that_repeats_the_letterhead_adds_nothing_to_the_text(tmp_path: Path, tagged: bool) -> None:
    head = "<p>Ministerie van Financiën</p><p>Korte Voorhout 7</p><p>Datum</p><p>3 mei 2024</p><p>Kenmerk 2024-77</p>"
    greeting = "<p>Betreft kersen</p><p>Geachte voorzitter,</p>"
    body = f"{head}{greeting}<p>{SENTENCE}</p><div style='break-before: page'>{head}</div><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [block.text for block in found.blocks if block.text != "Geachte voorzitter,"] == [SENTENCE, SENTENCE]


def test_a_label_is_parted_from_its_value_by_a_narrow_tab(tmp_path: Path) -> None:
    gap = "<span style='display: inline-block; width: 1.6pt'></span>"
    head = f"<p>Datum{gap}3 mei 2024</p><p>Betreft{gap}Kersen en peren</p><p>Geachte voorzitter,</p>"
    found = pdf_files.letter(tmp_path, pdf(f"{head}<p>{SENTENCE}</p>"))
    assert found.facts[FactKey.TITLE].value == "Kersen en peren"


@BOTH
def test_items_that_count_as_the_calls_do_are_no_notes(tmp_path: Path, tagged: bool) -> None:
    """Notes in small type on one page; on the next one a list goes on with the number of a call without a note."""
    call = "<sup style='font-size: 6pt; line-height: 0'>2</sup>"
    body = f"""<p>{SENTENCE}<span class=note>Kamerstuk 31 930, nr. 7.</span></p><p>1. de oogst{call};</p>
        <p style='break-before: page'>2. de prijs.</p><p>{SENTENCE}</p>"""
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    assert [note.text for note in found.notes] == ["Kamerstuk 31 930, nr. 7."]


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ((("s", 0, 5), ("¸", 1, 4)), "ş"),
        ((("´", 1, 4), ("c", 0, 5)), "ć"),
        ((("ı", 0, 2), ("¨", 0, 2)), "ï"),
        ((("o", 0, 5), ("´", 5, 8), ("s", 8, 12)), "o´s"),
        ((("b", 0, 5), ("¸", 1, 4)), "b¸"),
        ((("1", 0, 5), ("˝", 1, 4)), "1˝"),
    ],
    ids=[
        "below",
        "drawn first",
        "on a letter without a dot",
        "behind a letter",
        "of no letter that there is",
        "no letter",
    ],
)
def test_a_letter_and_its_accent_drawn_apart_are_one(drawn: tuple[tuple[str, int, int], ...], read: str) -> None:
    glyphs = [Glyph(text, x0, x1, 100, 10, False, False, 1) for text, x0, x1 in drawn]
    assert "".join(glyph.text for glyph in composed(glyphs)) == read


@BOTH
@pytest.mark.parametrize("marks", [("I.", "II.", "III."), ("A.", "B.", "C."), ("1°.", "2°.", "3°.")], ids=" ".join)
def test_items_marked_with_capitals_and_ordinals(tmp_path: Path, tagged: bool, marks: tuple[str, ...]) -> None:
    items = "".join(f"<p>{mark} een pad langs de rand van het bos,</p>" for mark in marks)
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{items}<p>{SENTENCE}</p>", tagged))
    assert [shown(block) for block in found.blocks[1:-1]] == [
        f"item 1: {mark} een pad langs de rand van het bos," for mark in marks
    ]


@BOTH
@pytest.mark.parametrize(("line", "kind"), [("{} van der Boom-Appel", "paragraph"), ("{} Paden en bossen", "heading")])
def test_initials_and_headings_with_roman_numbers_are_no_items(
    tmp_path: Path, tagged: bool, line: str, kind: str
) -> None:
    lines = [line.format(mark) for mark in ("I.", "II.", "V.")]
    body = "".join(f"<p>{SENTENCE}</p><p>{one}</p>" for one in lines)
    found = pdf_files.letter(tmp_path, pdf(f"{body}<p>{SENTENCE}</p>", tagged))
    assert [block.kind.value for block in found.blocks if block.text in lines] == [kind] * 3


@BOTH
def test_numbers_of_questions_alone_in_a_line_head_them(tmp_path: Path, tagged: bool) -> None:
    """They count from 1, those of the answers again; another number alone heads nothing."""
    numbers = ("1", "2", "3", "1", "2 en 3", "12")
    body = f"<p>{SENTENCE}</p>" + "".join(f"<p>{number}</p><p>{SENTENCE}</p>" for number in numbers)
    found = pdf_files.letter(tmp_path, pdf(body, tagged))
    heads = [block.text for block in found.blocks if block.kind.value == "heading"]
    assert heads == ["1", "2", "3", "1", "2 en 3"]
    assert [block.text for block in found.blocks if block.text == "12"] == ["12"]


@BOTH
def test_a_head_whose_sender_stands_beside_the_addressee(tmp_path: Path, tagged: bool) -> None:
    """Where a letter greets nobody, the value below its last label is of the head too."""
    sender = "Ministerie van Landbouw,<br>Natuur en Voedselkwaliteit<br>Laan 4<br>2511 AA Den Haag<br>www.bomen.example"
    head = f"""<div style="position: absolute; left: 70mm">{sender}</div>
        <div>Aan de Voorzitter van de Tweede Kamer<br>der Staten-Generaal<br>Postbus 20018<br>2500 EA Den Haag</div>
        <p style="margin-top: 40pt">Betreft<br>Kersen en peren</p><p style="margin: 0">Datum<br>3 mei 2024</p>"""
    body = f'<p style="margin-top: 30pt">{SENTENCE}</p>{FULL_PAGE}'
    found = pdf_files.letter(tmp_path, pdf(head + body, tagged, "body { font-size: 8pt }"))
    assert {key: found.facts[key].value for key in (FactKey.ADDRESSEE, FactKey.DATE, FactKey.TITLE)} == {
        FactKey.ADDRESSEE: "de Voorzitter van de Tweede Kamer der Staten-Generaal",
        FactKey.DATE: found.facts[FactKey.DATE].value,
        FactKey.TITLE: "Kersen en peren",
    }
    assert str(found.facts[FactKey.DATE].value) == "2024-05-03"
    assert found.blocks[0].text == SENTENCE


def test_a_margin_of_later_pages_has_labels_beside_lines_of_text(tmp_path: Path) -> None:
    """In the size of the text, behind a page that has no margin: neither label nor date is of the line beside it."""
    own = "position: absolute; left: -40mm; top: 0; width: 36mm"
    cover = "<p style='font-size: 18pt'>Kersen en peren</p>"
    margin = f'<div style="{own}">Datum<br>3 mei 2024<br>Ons kenmerk<br>2024-77</div>'
    page = f'<div style="break-before: page">{margin}{FULL_PAGE}</div>'
    style = "@page { margin: 30mm 20mm 30mm 55mm } div { position: relative }"
    found = pdf_files.letter(tmp_path, pdf(f"{cover}{page}", style=style))
    assert {block.text for block in found.blocks[1:]} == {f"{SENTENCE} {SENTENCE} {SENTENCE}"}


def test_a_margin_repeats_its_ministry_in_the_size_of_the_text(tmp_path: Path) -> None:
    """Beside a line of a later page it is no label of that line."""
    own = "position: absolute; left: -40mm; width: 32mm"
    head = HEAD.replace("<b>Directie Bomen</b>", "<b>Directie Bomen en Struiken</b>").replace(
        'class="margin"', f'style="{own}; font-size: 6.5pt"'
    )
    later = f'<div style="break-before: page"><div style="{own}">Directie Bomen<br>en Struiken</div>{FULL_PAGE}</div>'
    style = "@page { margin: 30mm 20mm 30mm 55mm } div { position: relative }"
    found = pdf_files.letter(tmp_path, pdf(head + FULL_PAGE + later, style=style))
    assert {block.text for block in found.blocks} == {"Geachte voorzitter,", f"{SENTENCE} {SENTENCE} {SENTENCE}"}


@pytest.mark.parametrize("first, then", [("(b) een pad", "(c) een beek"), ("De wandeling is kort.", "a) Het vervolg")])
def test_an_item_at_the_top_of_a_column_is_no_rest_of_the_text_before_it(tmp_path: Path, first: str, then: str) -> None:
    columns = f'<p>{SENTENCE}</p><p>(a) een bos</p><p>{first}</p><p style="break-before: column">{then}</p>'
    found = pdf_files.letter(tmp_path, pdf(f'<div class="half">{columns}<p>{SENTENCE}</p></div>', tagged=True))
    assert [block.text for block in found.blocks][-3:-1] == [first, then]


@BOTH
@pytest.mark.parametrize("size", [9, 12.8], ids=["short", "through both columns"])
def test_the_number_of_the_chamber_stands_behind_its_name(tmp_path: Path, tagged: bool, size: float) -> None:
    """Also above text in two columns, where it stands in the second one."""
    name = f'<p style="font-size: {size}pt; line-height: 13pt">Tweede Kamer der Staten-Generaal'
    number = '<span style="position: absolute; right: 0; font-size: 17pt; line-height: 17pt">2</span></p>'
    head = "<p>Vergaderjaar 2023–2024</p><p><b>31 936 Luchtvaartbeleid</b></p><p><b>Nr. 7 Brief van de minister</b></p>"
    text = f"<p>{SENTENCE} {SENTENCE}</p>" * 20
    found = pdf_files.letter(tmp_path, pdf(f'{name}{number}{head}<div class="half">{text}</div>', tagged))
    assert found.facts[FactKey.DOSSIER_TITLE].value == "Luchtvaartbeleid"
    assert {block.text for block in found.blocks} == {f"{SENTENCE} {SENTENCE}"}


@BOTH
def test_a_long_address_leaves_much_white_behind_the_number_of_its_note(tmp_path: Path, tagged: bool) -> None:
    """In a justified line that holds the number, the space and a part of the address."""
    address = "https://boomgaard.example/documenten/kamerstukken/2004/03/13/bijlage-4-uitkomsten"
    style = ".note { width: %dmm; margin-left: -4mm; text-align: justify; hyphens: none }"
    note = f"<span class=note>{address}/van/het/veldonderzoek-fase-1. {SENTENCE}</span>"
    widths = range(124, 130, 2)
    bodies = [pdf(f"<p>{SENTENCE}{note} {SENTENCE}</p>{FULL_PAGE}", tagged, style % wide) for wide in widths]
    notes = [pdf_files.letter(tmp_path, body).notes for body in bodies]
    assert [[one.text for one in own] for own in notes] == [[f"{address}/van/het/veldonderzoek-fase-1. {SENTENCE}"]] * 3


def test_a_margin_of_later_pages_can_be_set_as_the_text(tmp_path: Path) -> None:
    """Right of it, on each later page at one place; however many pages have it, the text ends where its lines do."""
    own = "position: absolute; left: 118mm; width: 54mm; top: 0"
    margin = f'<div style="{own}">Directie Bomen en Struiken<br>Onze referentie<br>2024-77</div>'
    texts = [f"{SENTENCE} {SENTENCE.replace('dit jaar', f'in {year}')}" for year in range(2001, 2005)]
    page = "".join(f"<div class=page>{margin}<p>{text}</p><p>{text}</p></div>" for text in texts)
    style = ".page { break-before: page; position: relative } @page { margin: 30mm 75mm 30mm 20mm }"
    found = pdf_files.letter(tmp_path, pdf(f"{HEAD.replace('140mm', '118mm')}{page}", style=style))
    assert [block.text for block in found.blocks[1:]] == [text for text in texts for _ in range(2)]
