"""What is read from a Word file: each case is a body and the blocks that a reader sees."""

from pathlib import Path

import pytest
from word_parts import AFTER, BODY, NUMBERING, STYLES, below_text, bold, call, letter_of, note, p, r, word

BESIDE = "<w:r><w:t>De minister van Financiën,</w:t><w:tab/><w:t>De minister van Defensie,</w:t></w:r>"
RUNS = [
    (
        "people who sign beside each other",
        p(BESIDE) + p("<w:r><w:t>A. de Vries</w:t><w:tab/><w:t>B. Jansen</w:t></w:r>"),
        ["ondertekend: De minister van Financiën, De minister van Defensie, A. de Vries B. Jansen"],
    ),
    (
        "items after line breaks",
        p("<w:r><w:t>Twee punten:</w:t><w:br/><w:t>- een;</w:t><w:br/><w:t>- twee.</w:t></w:r>"),
        ["Twee punten:", "- een;", "- twee."],
    ),
    (
        "a table of contents",
        p("<w:r><w:t>1. Een</w:t><w:tab/><w:t>2</w:t></w:r>") + p("<w:r><w:t>2. Twee</w:t><w:tab/><w:t>3</w:t></w:r>"),
        ["1. Een 2", "2. Twee 3"],
    ),
    ("words parted over runs", p("over", r("heids", "<w:b/>"), "instantie"), ["overheidsinstantie"]),
    ("inserted text", p("een ", f'<w:ins w:id="1">{r("nieuw")}</w:ins>', " plan"), ["een nieuw plan"]),
    ("deleted text", p("een ", '<w:del w:id="1"><w:r><w:delText>oud</w:delText></w:r></w:del>', "plan"), ["een plan"]),
    (
        "moved text",
        p('<w:moveFrom w:id="1"><w:r><w:t>weg</w:t></w:r></w:moveFrom>', "x", "<w:moveTo>" + r("hier") + "</w:moveTo>"),
        ["xhier"],
    ),
    ("a deleted end of a paragraph", p("Dit loopt ", ppr="<w:rPr><w:del/></w:rPr>") + p("door."), ["Dit loopt door."]),
    (
        "a deleted paragraph",
        p("<w:del><w:r><w:delText>Weg.</w:delText></w:r></w:del>", ppr="<w:rPr><w:del/></w:rPr>") + p("Blijft."),
        ["Blijft."],
    ),
    ("a link", p("zie ", f'<w:hyperlink r:id="x">{r("de site")}</w:hyperlink>'), ["zie de site"]),
    ("a simple field", p("op ", f'<w:fldSimple w:instr=" DATE ">{r("1 mei")}</w:fldSimple>'), ["op 1 mei"]),
    (
        "a field in a field",
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText><w:fldChar w:fldCharType="begin"/>'
            '<w:instrText> X </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>code</w:t>'
            '<w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>uitkomst</w:t>'
            '<w:fldChar w:fldCharType="end"/></w:r>'
        ),
        ["uitkomst"],
    ),
    ("soft hyphens", p("over\u00adheid", "<w:r><w:softHyphen/><w:t>s</w:t></w:r>"), ["overheids"]),
    ("hyphens that stay", p("e", "<w:r><w:noBreakHyphen/><w:t>mail, e\u2011boek</w:t></w:r>"), ["e-mail, e-boek"]),
    (
        "a tab and a line break",
        p("<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t></w:r>"),
        ["een twee drie"],
    ),
    ("an empty line in a paragraph", p("<w:r><w:t>Een.</w:t><w:br/><w:br/><w:t>Twee.</w:t></w:r>"), ["Een.", "Twee."]),
    ("a sign of a font", p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 5"), ["≥ 5"]),
    ("letters in Symbol", p(r("m", '<w:rFonts w:ascii="Symbol"/>'), "g"), ["μg"]),
    ("hidden text", p("zicht", r("geheim", "<w:vanish/>"), "baar"), ["zichtbaar"]),
    ("capitals by type", p(r("Nota", "<w:caps/>")), ["NOTA"]),
    ("a content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{p('erin')}</w:sdtContent></w:sdt>", ["erin"]),
    ("a smart tag", p(f"<w:smartTag>{r('Den Haag')}</w:smartTag>"), ["Den Haag"]),
    (
        "an equation",
        p(
            "met ",
            "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
        ),
        ["met (a+b)/2"],
    ),
    ("an unknown wrapper", p(f"<w:newThing>{r('tekst')}</w:newThing>"), ["tekst"]),
    (
        "a sentence over two paragraphs",
        p("Een regel die iemand met de hand heeft afgebroken, midden in een zin") + p("die zo verder gaat."),
        ["Een regel die iemand met de hand heeft afgebroken, midden in een zin die zo verder gaat."],
    ),
]


@pytest.mark.parametrize(("_what", "body", "expected"), RUNS, ids=[case[0] for case in RUNS])
def test_text_is_what_a_person_sees(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert below_text(tmp_path, body) == expected


SIGNED = p("De minister van Financiën,") + p("A. de Vries")
HEADINGS = [
    (
        "the first below a signature names the annex",
        bold("Een") + AFTER + SIGNED + bold("Overzicht") + AFTER + bold("Toelichting") + AFTER,
        [
            *("## Een", "Daarna volgt tekst.", "ondertekend: De minister van Financiën, A. de Vries"),
            *("## Overzicht", "Daarna volgt tekst.", "### Toelichting", "Daarna volgt tekst."),
        ],
    ),
    (
        "questions below a signature are of one level",
        SIGNED + bold("Vraag 1") + AFTER + bold("Antwoord") + AFTER,
        [
            "ondertekend: De minister van Financiën, A. de Vries",
            *("## Vraag 1", "Daarna volgt tekst.", "## Antwoord", "Daarna volgt tekst."),
        ],
    ),
    (
        "by style",
        p("Aanleiding", style="Kop1") + p("Meer", style="Kop2") + AFTER,
        ["## Aanleiding", "### Meer", "Daarna volgt tekst."],
    ),
    (
        "by the style that a style builds on",
        p("Aanleiding", style="Eigen") + AFTER,
        ["## Aanleiding", "Daarna volgt tekst."],
    ),
    ("the highest that is used", p("Meer", style="Kop2") + AFTER, ["## Meer", "Daarna volgt tekst."]),
    (
        "by its own level",
        p("Aanleiding", ppr='<w:outlineLvl w:val="1"/>') + AFTER,
        ["## Aanleiding", "Daarna volgt tekst."],
    ),
    (
        "numbered by its style",
        p("Een", style="Genummerd") + AFTER + p("Twee", style="Genummerd") + AFTER,
        ["## 1. Een", "Daarna volgt tekst.", "## 2. Twee", "Daarna volgt tekst."],
    ),
    ("bold", bold("Aanleiding") + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("bold by style", p("Aanleiding", style="Vet") + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    (
        "a line of a paragraph",
        p(r("Aanleiding", "<w:b/>"), "<w:r><w:br/><w:t>Daarna volgt tekst.</w:t></w:r>"),
        ["## Aanleiding", "Daarna volgt tekst."],
    ),
    ("italic below bold", bold("Een") + p(r("Twee", "<w:i/>")) + AFTER, ["## Een", "### Twee", "Daarna volgt tekst."]),
    (
        "italic below a style",
        p("Een", style="Kop1") + p(r("Twee", "<w:i/>")) + AFTER,
        ["## Een", "### Twee", "Daarna volgt tekst."],
    ),
    (
        "bold in part is none",
        p(r("Ten eerste", "<w:b/>"), " is er tijd") + AFTER,
        ["Ten eerste is er tijd", "Daarna volgt tekst."],
    ),
    ("a bold sentence is none", bold("Dit is een zin.") + AFTER, ["Dit is een zin.", "Daarna volgt tekst."]),
    (
        "lettered by hand",
        bold("1. Het plan") + p(r("a) Doel", "<w:i/>")) + p("www.nl") + p(r("b) Wie meedoet", "<w:i/>")) + AFTER,
        ["## 1. Het plan", "### a) Doel", "www.nl", "### b) Wie meedoet", "Daarna volgt tekst."],
    ),
    (
        "items with a letter are none",
        p(r("a) Lampen", "<w:i/>")) + p(r("b) Hoorns", "<w:i/>")) + AFTER,
        ["- a) Lampen", "- b) Hoorns", "Daarna volgt tekst."],
    ),
    ("what nothing follows is none", bold("Slot"), ["Slot"]),
    ("a caption is none", p("Figuur 1", style="Bijschrift") + AFTER, ["Figuur 1", "Daarna volgt tekst."]),
    (
        "a link alone is none",
        p(f"<w:hyperlink>{r('www.nl', '<w:rStyle w:val=' + chr(34) + 'H' + chr(34) + '/><w:u/>')}</w:hyperlink>")
        + AFTER,
        ["www.nl", "Daarna volgt tekst."],
    ),
    (
        "a long paragraph in its style is none",
        p("lang " * 80, style="Kop1") + AFTER,
        [("lang " * 80).strip(), "Daarna volgt tekst."],
    ),
    (
        "the numbers of questions below the word that answers begin with",
        p(r("Antwoord", "<w:b/>")) + p(r("1, 2 en 3", "<w:i/>")) + p("Ja.") + p(r("4", "<w:i/>")) + AFTER,
        ["## Antwoord", "### 1, 2 en 3", "Ja.", "### 4", "Daarna volgt tekst."],
    ),
    (
        "a stop behind the word that an answer begins with",
        bold("Vraag 1.") + p("Kent u het?") + bold("Antwoord.") + p("Ja.") + AFTER,
        ["## Vraag 1.", "Kent u het?", "## Antwoord.", "Ja.", "Daarna volgt tekst."],
    ),
    (
        "a question and its text",
        p("Vraag 1") + p(r("Kent u het?", "<w:b/>")) + p("Antwoord op vraag 1") + p("Ja."),
        ["## Vraag 1", "Kent u het?", "## Antwoord op vraag 1", "Ja."],
    ),
]


@pytest.mark.parametrize(("_what", "body", "expected"), HEADINGS, ids=[case[0] for case in HEADINGS])
def test_headings(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert below_text(tmp_path, body, styles=STYLES, numbering=NUMBERING) == expected


def boxed(text: str) -> str:
    """A text box as Word writes it: for new programs, and again for old ones."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_stands_once(tmp_path: Path) -> None:
    assert below_text(tmp_path, p(boxed("In het kader."), "Ernaast.")) == ["Ernaast.", "In het kader."]


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="x" '
        'descr="een staafdiagram"/>'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="grafiek.png"/></pic:nvPicPr><a:blip/></pic:pic>'
        "</wp:inline></w:drawing></w:r>"
    )
    body = p(
        "a ", picture, "<w:r><w:commentReference/></w:r>", f"<w:ins>{r('b')}</w:ins>", r("stil", "<w:vanish/>"), call(9)
    )
    assert letter_of(tmp_path, word(BODY + body, footnotes=note(2, p("Noot.")))).source.remarks == (
        "Bijgehouden wijzigingen zijn overgenomen: 1 invoeging. Doorgehaalde tekst is weggelaten.",
        "Niet in de tekst: 1 opmerking in de kantlijn.",
        "Niet in de tekst: 4 tekens verborgen tekst.",
        "Verwezen wordt naar 1 noot die in het bestand geen tekst heeft.",
        "Afbeelding: grafiek.png (“een staafdiagram”, 10,0 × 5,0 cm), bij regel 3.",
    )
