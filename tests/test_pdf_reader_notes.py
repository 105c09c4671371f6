"""Notes of a PDF whose numbers are written otherwise: in digits that a font draws raised, or typed in brackets."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import SENTENCE, pdf, shown

from build_tools.model import Reason

pytestmark = pytest.mark.pdf
BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])
SAME_SIZE = "::footnote-call { content: none } ::footnote-marker { content: none }"
SOURCES = ["Kamerstuk 31 930, nr. 7.", "Zie de bijlage, blz. 12.", "Stcrt. 2019, nr. 4411."]


def called(signs: list[str]) -> str:
    """A paragraph for each note, which a sign calls that is set as the text; another opens the note."""
    signs_of_notes = [sign if "[" in sign else str(n) for n, sign in enumerate(signs, start=1)]
    return "".join(
        f"<p>Het bos{sign} groeit. {SENTENCE}<span class=note>{number} {source}</span></p>"
        for sign, number, source in zip(signs, signs_of_notes, SOURCES, strict=True)
    )


@BOTH
@pytest.mark.parametrize("signs", [["¹", "²", "³"], ["[1]", "[2]", "[3]"]], ids=["drawn raised", "in brackets"])
def test_calls_that_are_set_as_the_text(tmp_path: Path, tagged: bool, signs: list[str]) -> None:
    found = pdf_files.letter(tmp_path, pdf(called(signs), tagged, SAME_SIZE))
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: Het bos[^{n}] groeit. {SENTENCE}" for n in (1, 2, 3)
    ]
    assert [(note.printed, note.text) for note in found.notes] == [
        ("1", SOURCES[0]),
        ("2", SOURCES[1]),
        ("3", SOURCES[2]),
    ]


@BOTH
def test_a_raised_digit_that_calls_no_note_is_text(tmp_path: Path, tagged: bool) -> None:
    """Square metres, and a number in brackets where the numbers of notes have none."""
    area = f"<p>Een perk van 40 m² volgens [2] van de lijst. {SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(called(["¹", "²", "³"]) + area, tagged, SAME_SIZE))
    assert shown(found.blocks[-1]) == f"paragraph: Een perk van 40 m² volgens [2] van de lijst. {SENTENCE}"


@BOTH
def test_notes_that_are_set_behind_each_other(tmp_path: Path, tagged: bool) -> None:
    """A number in brackets that does not count on is a word of the note."""
    text = "".join(f"<p>Het bos[{n}] groeit. {SENTENCE}</p>" for n in (1, 2, 3))
    notes = f"[1] {SOURCES[0]} [2] Zie ook [7] daarin. [3] {SOURCES[2]}"
    page = f"{text}<div style='position: absolute; bottom: 0; font-size: 7pt'>{notes}</div>"
    found = pdf_files.letter(tmp_path, pdf(page, tagged))
    assert [note.text for note in found.notes] == [SOURCES[0], "Zie ook [7] daarin.", SOURCES[2]]
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: Het bos[^{n}] groeit. {SENTENCE}" for n in (1, 2, 3)
    ]


@BOTH
@pytest.mark.parametrize("size", ["100%", "75%"])
def test_calls_that_are_not_raised(tmp_path: Path, tagged: bool, size: str) -> None:
    """A number at the end of a word, perhaps smaller, calls a note that nothing else calls; that of CO2 does not."""
    style = f"::footnote-call {{ font-size: {size}; vertical-align: baseline }}"
    body = "".join(f"<p>Het bos<span class=note>{source}</span> bindt CO2. {SENTENCE}</p>" for source in SOURCES)
    found = pdf_files.letter(tmp_path, pdf(body, tagged, style))
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: Het bos[^{n}] bindt CO2. {SENTENCE}" for n in (1, 2, 3)
    ]
    assert [note.text for note in found.notes] == SOURCES


@BOTH
@pytest.mark.parametrize("numbers", ["lower-roman", "decimal"])
def test_a_tab_of_a_word_processor_stands_behind_the_number_of_a_note(
    tmp_path: Path, tagged: bool, numbers: str
) -> None:
    """Raised, 12.5 mm before the text; of each note the second line begins at the edge."""
    style = f"""::footnote-call {{ content: counter(footnote, {numbers}) }} .note {{ font-size: 7.5pt }}
        ::footnote-marker {{ content: counter(footnote, {numbers}); font-size: 58%; margin-right: 11mm }}"""
    notes = [f"{SENTENCE} {SENTENCE}", "Kamerstuk 31 930, nr. 7.", SENTENCE]
    body = "".join(f"<p>{SENTENCE}<span class=note>{text}</span></p>" for text in notes)
    found = pdf_files.letter(tmp_path, pdf(body, tagged, style))
    assert [note.text for note in found.notes] == notes
    assert [note.printed for note in found.notes] == (["i", "ii", "iii"] if "roman" in numbers else ["1", "2", "3"])
    assert [len(block.notes) for block in found.blocks] == [1, 1, 1]


def test_notes_that_run_in_are_parted_by_more_than_a_space(tmp_path: Path) -> None:
    """Their plain numbers count on; a number behind one space is text."""
    notes = "1. Zie de bijlage van mei.&nbsp; 2. Kamerstuk 31 930, nr. 7. 3 bomen.&nbsp; 3. Idem, nr. 8."
    style = ".foot { position: absolute; top: 200mm; font-size: 7.5pt; border-top: 0.5pt solid black; width: 40mm }"
    body = f"<p>{SENTENCE}<sup>1</sup> {SENTENCE}<sup>2</sup> {SENTENCE}<sup>3</sup></p><div class=foot></div>"
    foot = f"<div style='position: absolute; top: 203mm; font-size: 7.5pt; width: 130mm'>{notes}</div>"
    found = pdf_files.letter(tmp_path, pdf(body + foot, False, style + "sup { font-size: 65%; line-height: 0 }"))
    assert [note.text for note in found.notes] == [
        "Zie de bijlage van mei.", "Kamerstuk 31 930, nr. 7. 3 bomen.", "Idem, nr. 8."
    ]  # fmt: skip


@pytest.mark.parametrize("close", ["", ")"])
def test_notes_can_stand_in_the_margin_of_a_printed_paper(tmp_path: Path, close: str) -> None:
    """Left of the text, at the height of their calls; the imprint below them is none."""
    style = """@page { margin: 25mm 30mm 25mm 60mm } .aside { position: absolute; left: -42mm; width: 36mm; font-size: 7.5pt }
        sup { font-size: 65%; vertical-align: super; line-height: 0 } .imprint { top: 225mm; font-size: 6.5pt }"""
    notes = [SENTENCE, "Kamerstuk 31 930, nr. 7."]
    html = "".join(
        f"<div class=aside><sup>{n}{close}</sup> {text}</div><p>{SENTENCE}<sup>{n}{close}</sup> {SENTENCE} {SENTENCE}</p>"
        for n, text in enumerate(notes, start=1)
    )
    again = html.replace("930", "935").replace("<div class=aside>", "<div class=aside style='break-before: page'>", 1)
    imprint = "<div class='aside imprint'>KST0001<br>ISSN 0921 - 7371</div>"
    pages = f"<p>{SENTENCE}</p>{html}{imprint}<p style='break-before: page'>{SENTENCE}</p>{again}"
    found = pdf_files.letter(tmp_path, pdf(pages, False, style))
    assert [(note.printed, note.text) for note in found.notes] == [
        ("1", SENTENCE), ("2", "Kamerstuk 31 930, nr. 7."), ("1", SENTENCE), ("2", "Kamerstuk 31 935, nr. 7.")
    ]  # fmt: skip
    assert [len(block.notes) for block in found.blocks if block.notes] == [1] * 4


def test_notes_in_the_margin_can_have_typed_numbers(tmp_path: Path) -> None:
    style = """@page { margin: 25mm 30mm 25mm 60mm } .aside { position: absolute; left: -42mm; width: 36mm; font-size: 7.5pt }"""
    notes = [SENTENCE, "Kamerstuk 31 930, nr. 7."]
    html = "".join(
        f"<div class=aside>[{n}] {text}</div><p>{SENTENCE}[{n}] {SENTENCE} {SENTENCE} {SENTENCE}</p>"
        for n, text in enumerate(notes, start=1)
    )
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p>{html}", False, style))
    assert [(note.printed, note.text) for note in found.notes] == [("1", notes[0]), ("2", notes[1])]
    assert [len(block.notes) for block in found.blocks] == [0, 1, 1]


@pytest.mark.parametrize("parted", ["<br>", "", " "], ids=["a line of its own", "glued", "a space"])
@pytest.mark.parametrize("call", ["%s", " %s"], ids=["glued call", "call behind a space"])
def test_numbers_of_notes_and_calls_in_the_type_of_their_text(tmp_path: Path, parted: str, call: str) -> None:
    """One call for each, in order; also the last line of a page can be the number of a note on the next."""
    notes = ["Zie de bijlage van mei.", "Kersen en peren.", "Stcrt. 2019, nr. 4411."]
    text = "".join(f"<p>Het bos groeit{call % n}. {SENTENCE}</p>" for n in (1, 2, 3))
    foot = "".join(f"<div>{n}{parted}{note}</div>" for n, note in enumerate(notes, start=1))
    page = f"{text}<div style='position: absolute; bottom: 0; font-size: 7.5pt'>{foot}</div>"
    found = pdf_files.letter(tmp_path, pdf(page))
    assert [(note.printed, note.text) for note in found.notes] == [*zip("123", notes, strict=True)]
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: Het bos groeit[^{n}]. {SENTENCE}" for n in (1, 2, 3)
    ]


def test_a_call_calls_one_of_two_notes_with_its_number(tmp_path: Path) -> None:
    """The other has no call; nothing stands in two places."""
    raised = "<sup style='font-size: 6pt; line-height: 0'>1</sup>"
    notes = "".join(f"<p style='font-size: 7pt'>{raised} {source}</p>" for source in SOURCES[:2])
    found = pdf_files.letter(tmp_path, pdf(f"<p>{SENTENCE}</p><p>{SENTENCE}{raised}</p>{notes}"))
    assert [note.text for note in found.notes] == SOURCES[:2]
    assert [ref.n for block in found.blocks for ref in block.notes] == [1]


@BOTH
@pytest.mark.parametrize("sign", ["{}", "{})", "[{}]"])
def test_a_raised_call_can_be_nearly_as_large_as_the_text(tmp_path: Path, tagged: bool, sign: str) -> None:
    calls = [f"<span style='font-size: 92%; vertical-align: super'>{sign.format(n)}</span>" for n in (1, 2, 3)]
    body = "".join(f"<p>Het bos{call} groeit. {SENTENCE}</p>" for call in calls)
    notes = "".join(
        f"<p style='font-size: 7.5pt'>{sign.format(n)} {text}</p>" for n, text in enumerate(SOURCES, start=1)
    )
    found = pdf_files.letter(tmp_path, pdf(body + notes, tagged))
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: Het bos[^{n}] groeit. {SENTENCE}" for n in (1, 2, 3)
    ]
    assert [(note.printed, note.text) for note in found.notes] == [*zip("123", SOURCES, strict=True)]


@pytest.mark.parametrize("number", ["{})", "<sup>{}</sup>", "[{}]"])
def test_the_number_of_a_note_that_runs_in_can_end_a_line(tmp_path: Path, number: str) -> None:
    body = "".join(f"<p>Het bos<sup>{n}</sup> groeit. {SENTENCE}</p>" for n in (1, 2, 3))
    body = body.replace("<sup>", "<sup>[").replace("</sup>", "]</sup>") if "[" in number else body
    first, second, third = (number.format(n) for n in (1, 2, 3))
    notes = f"{first} {SOURCES[0]}&nbsp; {second}<br>{SOURCES[1]}&nbsp; {third} {SOURCES[2]}"
    found = pdf_files.letter(
        tmp_path, pdf(f"{body}<div style='position: absolute; bottom: 0; font-size: 7pt'>{notes}</div>")
    )
    assert [(note.printed, note.text) for note in found.notes] == [*zip("123", SOURCES, strict=True)]
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: Het bos[^{n}] groeit. {SENTENCE}" for n in (1, 2, 3)
    ]


@BOTH
def test_a_call_in_brackets_can_begin_a_line(tmp_path: Path, tagged: bool) -> None:
    """Within a paragraph, where a space or no space at all stands before it; not where it begins one."""
    body = called(["[1]", "[2]", "[3]"]).replace("Het bos[2] groeit.", f"{SENTENCE[:60]}<br>[2] groeit.")
    found = pdf_files.letter(tmp_path, pdf(f"{body}<p>[3] staat hier los. {SENTENCE}</p>", tagged, SAME_SIZE))
    assert [shown(block) for block in found.blocks][1:] == [
        f"paragraph: {SENTENCE[:60]}[^2] groeit. {SENTENCE}",
        f"paragraph: Het bos[^3] groeit. {SENTENCE}",
        f"paragraph: [3] staat hier los. {SENTENCE}",
    ]


def test_the_number_of_enclosures_in_the_margin_is_no_note(tmp_path: Path) -> None:
    style = "@page { margin: 25mm 30mm 25mm 60mm } .aside { position: absolute; left: -42mm; width: 36mm; font-size: 6.5pt }"
    aside = "<div class=aside><b>Ons kenmerk</b><br>2024-77<br><br><b>Bijlage(n)</b><br>1</div>"
    text = f"<p>{SENTENCE}<sup>1</sup> {SENTENCE}</p>{f'<p>{SENTENCE}</p>' * 4}"
    foot = "<div style='position: absolute; bottom: 0; font-size: 7pt'>1) www.haven.nl/peilen is de bron.</div>"
    found = pdf_files.letter(tmp_path, pdf(f"{aside}{text}{foot}", False, style))
    assert [(note.printed, note.text) for note in found.notes] == [("1", "www.haven.nl/peilen is de bron.")]


def test_notes_count_anew_below_the_rest_of_one_of_the_page_before(tmp_path: Path) -> None:
    rule = "<div style='width: 40mm; border-top: 0.5pt solid black'></div>"
    foot = f"<div style='position: absolute; bottom: 0; font-size: 7pt'>{rule}%s</div>"
    pages = [
        f"<p>Het bos<sup>1</sup> groeit. {SENTENCE}</p>{foot % 'en struiken.<br>1) Zie de bijlage.'}",
        f"<p>Een pad<sup>1</sup> loopt. {SENTENCE}</p><p>De beek<sup>2</sup>.</p>"
        + foot % "1) Kamerstuk 31 930, nr. 7.<br>2) Over bomen",
    ]
    body = f"<div>{pages[1]}</div><div style='break-before: page; position: relative; height: 235mm'>{pages[0]}</div>"
    found = pdf_files.letter(tmp_path, pdf(body))
    assert [(note.printed, note.text) for note in found.notes] == [
        ("1", "Kamerstuk 31 930, nr. 7."), ("2", "Over bomen en struiken."), ("1", "Zie de bijlage.")
    ]  # fmt: skip


def test_the_number_of_a_page_left_of_the_text_is_no_note(tmp_path: Path) -> None:
    style = """@page { margin: 25mm 30mm 25mm 60mm; @bottom-right { content: none }
        @bottom-left { content: counter(page); font-size: 7pt; margin-left: -10mm } }"""
    foot = "<div style='position: absolute; bottom: 0; font-size: 7pt'>[1] Zie de bijlage.</div>"
    found = pdf_files.letter(
        tmp_path, pdf(f"<p>Het bos[1] groeit. {SENTENCE}</p><p>{SENTENCE}</p>{foot}", False, style)
    )
    assert [(note.printed, note.text) for note in found.notes] == [("1", "Zie de bijlage.")]


@pytest.mark.parametrize(
    ("last", "rest", "text"), [("zie ook", "de bijlage.", True), ("zie daar.", "de bijlage.", False)]
)
def test_a_note_goes_on_at_the_foot_of_the_next_page_without_a_rule(
    tmp_path: Path, last: str, rest: str, text: bool
) -> None:
    """Its rest has no number, and can be all that stands there; where the sentence had ended, it is another text."""
    foot = "<div style='position: absolute; %s: 0; font-size: 7pt'>%s</div>"
    style = "@footnote { border: 0 } .page { position: relative; height: 230mm } .page + .page { break-before: page }"
    pages = (
        (f"<p>Het bos<sup>1</sup> groeit. {SENTENCE}</p>", "1 " + last),
        (f"<p>{SENTENCE}</p><p>{SENTENCE}</p>", rest),
    )
    body = "".join(f"<div class=page>{page}{foot % ('bottom', note)}</div>" for page, note in pages)
    found = pdf_files.letter(tmp_path, pdf(body, False, style))
    assert [note.text for note in found.notes] == [f"{last} {rest}" if text else last]
    assert (found.blocks[-1].text == rest) is not text


@pytest.mark.parametrize("sign", ["1", "[1]"])
def test_a_call_for_which_its_line_had_no_room_is_of_that_line(tmp_path: Path, sign: str) -> None:
    """It stands alone below the line, and calls there its note; a paragraph follows."""
    line = f"<p class=full>Het bos groeit. Een beek stroomt langs het pad en de dijk.<br><sup>{sign}</sup></p>"
    foot = f"<div style='position: absolute; bottom: 0; font-size: 7pt'>{sign} Zie de bijlage.</div>"
    style = "p { text-align: justify } .full { text-align-last: justify } .full sup { float: left; font-size: 60% }"
    text = f"<p>{SENTENCE} {SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(f"{line}{text * 3}{foot}", False, style))
    assert [shown(block) for block in found.blocks] == [
        "paragraph: Het bos groeit. Een beek stroomt langs het pad en de dijk.[^1]", *[f"paragraph: {SENTENCE} {SENTENCE}"] * 3,
    ]  # fmt: skip


def test_notes_beside_the_imprint(tmp_path: Path) -> None:
    """Older papers print it left of the notes of their first page: what stands at its height is no foot."""
    lines = "\\A ".join(("kst-39600-12", "ISSN 0921 - 7371", "’s-Gravenhage 2031"))
    box = f"content: '{lines}'; white-space: pre; vertical-align: bottom; text-align: left; font-size: 6.5pt"
    style = f"@page {{ margin: 20mm 20mm 30mm 60mm }} @page :first {{ @left-bottom {{ {box} }} }}"
    text = "".join(f"<p>Het bos groeit.<span class=note>{source}</span> {SENTENCE}</p>" for source in SOURCES)
    found = pdf_files.letter(tmp_path, pdf(f"{text}<p style='break-before: page'>{SENTENCE}</p>", style=style))
    assert [note.text for note in found.notes] == SOURCES
    imprinted = [entry.text for entry in found.ledger.left_out if entry.reason in (Reason.IMPRINT, Reason.PAGE_FOOT)]
    assert all(any(part in text for text in imprinted) for part in ("kst-39600-12", "ISSN 0921", "Gravenhage 2031"))


def test_a_call_that_came_down_to_the_next_line(tmp_path: Path) -> None:
    """It ends no paragraph, though it widens its line."""
    text = f"<p>{SENTENCE}<br><span class=note>{SOURCES[0]}</span> {SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(text * 3, style="::footnote-call { line-height: 1.6 }"))
    assert [shown(block) for block in found.blocks] == [f"paragraph: {SENTENCE}[^{n}] {SENTENCE}" for n in (1, 2, 3)]


def test_a_small_number_that_opens_a_line_calls_its_note(tmp_path: Path) -> None:
    """On the base line of its text, where nothing else calls the note; a number of the text is as large as that."""
    style = "::footnote-call { vertical-align: baseline }"
    text = f"<p>Het bos groeit. {SENTENCE}<br><span class=note>{SOURCES[0]}</span> {SENTENCE}<br>2 kersen.</p>"
    found = pdf_files.letter(tmp_path, pdf(text, True, style))
    assert [shown(block) for block in found.blocks] == [
        f"paragraph: Het bos groeit. {SENTENCE}[^1] {SENTENCE} 2 kersen."
    ]
