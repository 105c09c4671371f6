"""What is read from a Word file: each case is a body, perhaps other parts, and the blocks that a reader sees."""

from pathlib import Path

import pytest
from word_parts import bold, call, cell, item, left_out, letter_of, note, own_number, p, r, row, table, told, word

TEXT = "Hierbij informeer ik uw Kamer over de voortgang van het programma en over de stappen die ik daarna zet, voor en na."
"""A line that no letterhead has: where it stands, the running text has begun."""
BODY = p(TEXT)


def read(folder: Path, body: str, **parts: str) -> list[str]:
    return told(letter_of(folder, word(BODY + body, **parts)))[1:]


RUNS = [
    ("words parted over runs", p("over", r("heids", "<w:b/>"), "instantie"), ["overheidsinstantie"]),
    ("inserted text", p("een ", f'<w:ins w:id="1">{r("nieuw")}</w:ins>', " plan"), ["een nieuw plan"]),
    ("deleted text", p("een ", '<w:del w:id="1"><w:r><w:delText>oud</w:delText></w:r></w:del>', "plan"), ["een plan"]),
    ("moved text", p('<w:moveFrom w:id="1"><w:r><w:t>weg</w:t></w:r></w:moveFrom>', "x", "<w:moveTo>" + r("hier") + "</w:moveTo>"), ["xhier"]),
    ("a deleted end of a paragraph", p("Dit loopt ", ppr="<w:rPr><w:del/></w:rPr>") + p("door."), ["Dit loopt door."]),
    ("a deleted paragraph", p('<w:del><w:r><w:delText>Weg.</w:delText></w:r></w:del>', ppr="<w:rPr><w:del/></w:rPr>") + p("Blijft."), ["Blijft."]),
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
    ("a tab and a line break", p("<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t></w:r>"), ["een twee drie"]),
    ("an empty line in a paragraph", p("<w:r><w:t>Een.</w:t><w:br/><w:br/><w:t>Twee.</w:t></w:r>"), ["Een.", "Twee."]),
    ("a sign of a font", p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 5"), ["≥ 5"]),
    ("letters in Symbol", p(r("m", '<w:rFonts w:ascii="Symbol"/>'), "g"), ["μg"]),
    ("hidden text", p("zicht", r("geheim", "<w:vanish/>"), "baar"), ["zichtbaar"]),
    ("capitals by type", p(r("Nota", "<w:caps/>")), ["NOTA"]),
    ("a content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{p('erin')}</w:sdtContent></w:sdt>", ["erin"]),
    ("a smart tag", p(f"<w:smartTag>{r('Den Haag')}</w:smartTag>"), ["Den Haag"]),
    ("an equation", p("met ", "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"), ["met (a+b)/2"]),
    ("an unknown wrapper", p(f"<w:newThing>{r('tekst')}</w:newThing>"), ["tekst"]),
    ("a sentence over two paragraphs", p("Een regel die iemand met de hand heeft afgebroken, midden in een zin") + p("die zo verder gaat."), ["Een regel die iemand met de hand heeft afgebroken, midden in een zin die zo verder gaat."]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "body", "expected"), RUNS, ids=[case[0] for case in RUNS])
def test_text_is_what_a_person_sees(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert read(tmp_path, body) == expected


def level(depth: int, how: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    indent = f'<w:pPr><w:ind w:left="{360 * (depth + 1)}"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/>{more}'
        f'<w:lvlText w:val="{text}"/>{indent}</w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}'
    f'{level(2, "lowerRoman", "%3)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "–")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{level(0, "upperLetter", "%1)", start=26)}'
    f'{level(1, "decimal", "%1-%2", "<w:isLgl/>")}'
    f"""{level(2, "lowerLetter", "(%3)", '<w:lvlRestart w:val="0"/>')}</w:abstractNum>"""
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
)
LISTS = [
    ("numbers", item("a", 1) + item("b", 1), ["- 1. a", "- 2. b"]),
    ("signs", item("a", 2) + item("b", 2, 1), ["- a", "  - b"]),
    ("levels start anew", item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1),
     ["- 1. a", "  - 1.1 b", "  - 1.2 c", "- 2. d", "  - 2.1 e"]),
    ("a list goes on after text", item("a", 1) + p("Tekst.") + item("b", 1), ["- 1. a", "Tekst.", "- 2. b"]),
    ("lists of one abstract list count on", item("a", 1) + p("Tekst.") + item("b", 5), ["- 1. a", "Tekst.", "- 2. b"]),
    ("a list that starts at seven", item("a", 4) + item("b", 4), ["- 7. a", "- 8. b"]),
    ("Roman below", item("a", 1) + item("b", 1, 1) + item("c", 1, 2) + item("d", 1, 2),
     ["- 1. a", "  - 1.1 b", "    - i) c", "    - ii) d"]),
    ("letters after z, in digits below", item("a", 3) + item("b", 3) + item("c", 3, 1), ["- Z) a", "- AA) b", "  - 27-1 c"]),
    ("a level that never starts anew", item("a", 3) + item("b", 3, 2) + item("c", 3) + item("d", 3, 2),
     ["- Z) a", "  - (a) b", "- AA) c", "  - (b) d"]),
    ("another list further in", item("a", 1) + item("b", 2, 1) + item("c", 1), ["- 1. a", "  - b", "- 2. c"]),
    ("an empty item does not count", item("a", 1) + item("", 1) + item("b", 1), ["- 1. a", "- 2. b"]),
    ("a list that is switched off", item("Tekst.", 0), ["Tekst."]),
    ("marks that somebody typed", p("–\teen;") + p("–\ttwee."), ["- een;", "- twee."]),
    ("numbers that somebody typed", p("1. een;") + p("2. twee."), ["- 1. een;", "- 2. twee."]),
    ("a lone number is no list", p("1. Alleen dit."), ["1. Alleen dit."]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "body", "expected"), LISTS, ids=[case[0] for case in LISTS])
def test_lists_have_the_numbers_that_word_counts(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert read(tmp_path, body, numbering=NUMBERING) == expected


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Kop 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Mijn stijl"/><w:basedOn w:val="Kop1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Genummerd"><w:name w:val="Huisstijl-Kop 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Vette alinea"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="adres"><w:name w:val="adres"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="gegevens"><w:name w:val="afzendgegevens"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="datum"><w:name w:val="datumonderwerp"/></w:style>'
)
AFTER = p("Daarna volgt tekst.")
HEADINGS = [
    ("by style", p("Aanleiding", style="Kop1") + p("Meer", style="Kop2") + AFTER, ["## Aanleiding", "### Meer", "Daarna volgt tekst."]),
    ("by the style that a style builds on", p("Aanleiding", style="Eigen") + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("the highest that is used", p("Meer", style="Kop2") + AFTER, ["## Meer", "Daarna volgt tekst."]),
    ("by its own level", p("Aanleiding", ppr='<w:outlineLvl w:val="1"/>') + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("numbered by its style", p("Een", style="Genummerd") + AFTER + p("Twee", style="Genummerd") + AFTER,
     ["## 1. Een", "Daarna volgt tekst.", "## 2. Twee", "Daarna volgt tekst."]),
    ("bold", bold("Aanleiding") + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("bold by style", p("Aanleiding", style="Vet") + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("a line of a paragraph", p(r("Aanleiding", "<w:b/>"), "<w:r><w:br/><w:t>Daarna volgt tekst.</w:t></w:r>"), ["## Aanleiding", "Daarna volgt tekst."]),
    ("italic below bold", bold("Een") + p(r("Twee", "<w:i/>")) + AFTER, ["## Een", "### Twee", "Daarna volgt tekst."]),
    ("italic below a style", p("Een", style="Kop1") + p(r("Twee", "<w:i/>")) + AFTER, ["## Een", "### Twee", "Daarna volgt tekst."]),
    ("bold in part is none", p(r("Ten eerste", "<w:b/>"), " is er tijd") + AFTER, ["Ten eerste is er tijd", "Daarna volgt tekst."]),
    ("a bold sentence is none", bold("Dit is een zin.") + AFTER, ["Dit is een zin.", "Daarna volgt tekst."]),
    ("what nothing follows is none", bold("Slot"), ["Slot"]),
    ("a caption is none", p("Figuur 1", style="Bijschrift") + AFTER, ["Figuur 1", "Daarna volgt tekst."]),
    ("a link alone is none", p(f'<w:hyperlink>{r("www.nl", "<w:rStyle w:val=" + chr(34) + "H" + chr(34) + "/><w:u/>")}</w:hyperlink>') + AFTER, ["www.nl", "Daarna volgt tekst."]),
    ("a long paragraph in its style is none", p("lang " * 80, style="Kop1") + AFTER, [("lang " * 80).strip(), "Daarna volgt tekst."]),
    ("a question and its text", p("Vraag 1") + p(r("Kent u het?", "<w:b/>")) + p("Antwoord op vraag 1") + p("Ja."),
     ["## Vraag 1", "Kent u het?", "## Antwoord op vraag 1", "Ja."]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "body", "expected"), HEADINGS, ids=[case[0] for case in HEADINGS])
def test_headings(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert read(tmp_path, body, styles=STYLES, numbering=NUMBERING) == expected


SPAN, START, ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
TABLES = [
    ("cells", table(row("a", "b"), row("c", "d")), ["| a | b |", "| c | d |"]),
    ("a cell over two columns", table(row(cell("a", SPAN)), row("c", "d")), ["| a |", "| c | d |"]),
    ("a cell over two rows", table(row(cell("a", START), "b"), row(cell("", ON), "d")), ["| a | b |", "| d |"]),
    ("a deleted row", table(row("a", "b"), row("x", "y", ppr="<w:del/>"), row("c", "d")), ["| a | b |", "| c | d |"]),
    ("a table in a cell", table(row(f"<w:tc>{table(row('p', 'q'))}{p('')}</w:tc>", "b"), row("c", "d")), ["| p q | b |", "| c | d |"]),
    ("one column lays out", table(row("een"), row("twee")), ["een", "twee"]),
    ("cells full of paragraphs lay out", table(row("", f"<w:tc>{p('Een. ' * 20)}{p('Twee. ' * 20)}{p('Drie. ' * 20)}</w:tc>"), row("x", "")),
     [("Een. " * 20).strip(), ("Twee. " * 20).strip(), ("Drie. " * 20).strip(), "x"]),
    ("people sign beside each other", table(row("De minister van Financiën,", "De minister van Defensie,"), row("A. de Vries", "B. Jansen"), ruled=False),
     ["ondertekend: De minister van Financiën, De minister van Defensie, A. de Vries B. Jansen"]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "body", "expected"), TABLES, ids=[case[0] for case in TABLES])
def test_tables(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert read(tmp_path, body) == expected


def test_cells_know_their_place(tmp_path: Path) -> None:
    body = table(
        row(cell("kop", SPAN), ppr="<w:tblHeader/>"), row(cell("a", START), "b"), row(cell("", ON), "c"), row("d", "e")
    )
    block = letter_of(tmp_path, word(BODY + body)).blocks[1]
    assert [(c.row, c.column, c.rows, c.columns, c.header) for c in block.cells] == [
        (0, 0, 1, 2, True),
        (1, 0, 2, 1, False),
        (1, 1, 1, 1, False),
        (2, 1, 1, 1, False),
        (3, 0, 1, 1, False),
        (3, 1, 1, 1, False),
    ]


def marked(id_: int, mark: str) -> str:
    return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{id_}"/><w:t>{mark}</w:t></w:r>'


FOOT = {"footnotes": note(2, p(own_number(), " Eén.")) + note(3, p(own_number(), " Twee,"), p("en meer.")) + note(4, p("* Ster."))}
ENDS = {"endnotes": note(2, p(own_number("endnote"), " Eind."), sort="endnote")}
COMMA = r(",", '<w:vertAlign w:val="superscript"/>')
NOTES = [
    ("in the order of their calls", p("a", call(3), " b", call(2)), FOOT, ["a[1] b[2]"], [("1", "Twee, en meer."), ("2", "Eén.")]),
    ("a mark of its own does not count", p("a", marked(4, "*"), " b", call(2)), FOOT, ["a[1] b[2]"], [("*", "Ster."), ("1", "Eén.")]),
    ("a comma between two calls", p("a.", call(2), COMMA, call(3)), FOOT, ["a.[1][2]"], [("1", "Eén."), ("2", "Twee, en meer.")]),
    ("at the end of the document", p("a", call(2, "endnote")), ENDS, ["a[1]"], [("i", "Eind.")]),
    ("at the foot and at the end", p("a", call(2, "endnote"), " b", call(2)), FOOT | ENDS, ["a[1] b[2]"], [("i", "Eind."), ("1", "Eén.")]),
    ("in a deleted text", p("a", f"<w:del>{call(2)}</w:del>", " b", call(3)), FOOT, ["a b[1]"], [("1", "Twee, en meer.")]),
    ("counted otherwise", p("a", call(2)) + '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>', FOOT, ["a[1]"], [("c", "Eén.")]),
    ("in a table", table(row("a", f"<w:tc>{p('b', call(2))}</w:tc>")), FOOT, ["| a | b |"], [("1", "Eén.")]),
    ("in a heading", p(r("Kop", "<w:b/>"), call(2)) + AFTER, FOOT, ["## Kop[1]", "Daarna volgt tekst."], [("1", "Eén.")]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "body", "parts", "expected", "notes"), NOTES, ids=[case[0] for case in NOTES])
def test_notes(
    tmp_path: Path, _what: str, body: str, parts: dict[str, str], expected: list[str], notes: list[tuple[str, str]]
) -> None:
    letter = letter_of(tmp_path, word(BODY + body, **parts))
    assert told(letter)[1:] == expected
    assert [(one.printed, one.text) for one in letter.notes] == notes


def boxed(text: str) -> str:
    """A text box as Word writes it: for new programs, and again for old ones."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_stands_once(tmp_path: Path) -> None:
    assert read(tmp_path, p(boxed("In het kader."), "Ernaast.")) == ["Ernaast.", "In het kader."]


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="x" descr="een staafdiagram"/>'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="grafiek.png"/></pic:nvPicPr><a:blip/></pic:pic></wp:inline></w:drawing></w:r>'
    )
    body = p("a ", picture, "<w:r><w:commentReference/></w:r>", f"<w:ins>{r('b')}</w:ins>", r("stil", "<w:vanish/>"), call(9))
    assert letter_of(tmp_path, word(BODY + body, **FOOT)).source.remarks == (
        "Bijgehouden wijzigingen zijn overgenomen: 1 invoeging. Doorgehaalde tekst is weggelaten.",
        "Niet in de tekst: 1 opmerking in de kantlijn.",
        "Niet in de tekst: 4 tekens verborgen tekst.",
        "Verwezen wordt naar 1 noot die in het bestand geen tekst heeft.",
        "Afbeelding: grafiek.png (“een staafdiagram”, 10,0 × 5,0 cm), bij regel 3.",
    )


HEAD = table(
    row(f"<w:tc>{p('Aan de Voorzitter van de Tweede Kamer', style='adres')}{p('der Staten-Generaal', style='adres')}</w:tc>", ""),
    row(cell("Datum", ""), f"<w:tc>{p('16 mei 2024', style='datum')}</w:tc>"),
    row(f"<w:tc>{p('Betreft', style='datum')}</w:tc>", f"<w:tc>{p('Voortgang', style='datum')}</w:tc>"),
)  # fmt: skip
SIGNED = p("De minister van Financiën,") + p("") + p("A. de Vries")


def test_a_letterhead_states_facts_and_is_no_text(tmp_path: Path) -> None:
    margin = p("Directie Wonen", style="gegevens")
    letter = letter_of(tmp_path, word(HEAD + p(boxed("")) + margin + BODY + SIGNED, styles=STYLES))
    assert told(letter) == [TEXT, "ondertekend: De minister van Financiën, A. de Vries"]
    assert {key.value: fact.value for key, fact in letter.facts.items() if key.value != "signers"} == {
        "title": "Voortgang",
        "date": "2024-05-16",
        "ministry": "Financiën",
        "addressee": "de Voorzitter van de Tweede Kamer der Staten-Generaal",
    }
    assert ("MARGIN", "Directie Wonen") in left_out(letter)


SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
    '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
)
EDGES = {
    "header1": p("Datum 1 mei 2024"),
    "header2": p("Datum") + p("1 april 2024"),
    "header3": p("Nooit te zien"),
    "footer1": p("Pagina 2 van 4"),
}


def test_heads_and_feet_are_furniture(tmp_path: Path) -> None:
    letter = letter_of(tmp_path, word(BODY + SECTION.format("<w:titlePg/>"), **EDGES))
    assert told(letter) == [TEXT]
    assert left_out(letter) == [
        ("HEAD", "Datum 1 mei 2024"),
        ("PAGE_FOOT", "Datum"),
        ("PAGE_FOOT", "1 april 2024"),
        ("PAGE_FOOT", "Pagina 2 van 4"),
    ]
    assert {key.value: fact.value for key, fact in letter.facts.items()} == {"date": "2024-05-01"}


def test_the_only_date_may_stand_in_the_head_of_later_pages(tmp_path: Path) -> None:
    parts = EDGES | {"header1": p("")}
    letter = letter_of(tmp_path, word(BODY + SECTION.format("<w:titlePg/>"), **parts))
    assert [(key.value, fact.value) for key, fact in letter.facts.items()] == [("date", "2024-04-01")]


def test_a_motion_wholly_in_a_table(tmp_path: Path) -> None:
    body = table(
        row("TWEEDE KAMER DER STATEN-GENERAAL", "2"),
        row("Vergaderjaar 2024-2025", ""),
        row("36 682", "Wijziging van enkele wetten"),
        row("Nr.  10", f"<w:tc>{p('GEWIJZIGDE MOTIE VAN HET LID DE VRIES')}{p('Ter vervanging van die gedrukt onder nr. 8')}</w:tc>"),
        row("", "Voorgesteld 22 april 2025"),
        row("", f"<w:tc>{p('De Kamer,')}{p('gehoord de beraadslaging,')}{p('verzoekt de regering dit te doen,')}"
                f"{p('en gaat over tot de orde van de dag.')}{p('De Vries')}{p('Van den Berg-Bos')}</w:tc>"),
        ruled=False,
    )  # fmt: skip
    letter = letter_of(tmp_path, word(body))
    assert told(letter) == [
        "De Kamer,",
        "gehoord de beraadslaging,",
        "verzoekt de regering dit te doen,",
        "en gaat over tot de orde van de dag.",
        "ondertekend: De Vries Van den Berg-Bos",
    ]
    facts = {key.value: fact.value for key, fact in letter.facts.items()}
    assert [one.name for one in letter.signers] == ["De Vries", "Van den Berg-Bos"]
    assert (facts["date"], facts["dossier"], facts["ondernummer"]) == ("2025-04-22", "36682", "10")
    assert facts["title"] == "GEWIJZIGDE MOTIE VAN HET LID DE VRIES Ter vervanging van die gedrukt onder nr. 8"
