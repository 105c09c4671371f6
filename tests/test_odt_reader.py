"""What is read from an OpenDocument file: the same as from a Word file that says the same."""

from pathlib import Path

import pytest
from word_parts import TEXT, left_out, letter_of, odt, told

from build_tools.model import DoubtKind


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


BODY = p(TEXT)
AUTOMATIC = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="C1" style:family="table-cell">'
    '<style:table-cell-properties fo:border="1pt solid #000"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Kop_20_1"/>'
    '<style:style style:name="P2" style:family="paragraph" style:master-page-name="Eerste"/>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>'
    '<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a" text:display-levels="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>'
    '<text:list-style style:name="L2">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="\u2022"/></text:list-style>'
)
STYLES = (
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Kop_20_1" style:family="paragraph" style:display-name="Kop 1"/>'
    '<style:style style:name="afzendgegevens" style:family="paragraph"/>'
)


def read(folder: Path, body: str) -> list[str]:
    return told(letter_of(folder, odt(BODY + body, AUTOMATIC, STYLES), "brief.odt"))[1:]


def items(*texts: str, style: str = ' text:style-name="L1"', more: str = "") -> str:
    rows = "".join(f"<text:list-item>{one if one[:1] == '<' else p(one)}</text:list-item>" for one in texts)
    return f"<text:list{style}{more}>{rows}</text:list>"


def row(*cells: str, own: str = "") -> str:
    inside = (
        one if one[:1] == "<" else f'<table:table-cell table:style-name="C1">{p(one)}</table:table-cell>'
        for one in cells
    )
    return f"<table:table-row{own}>{''.join(inside)}</table:table-row>"


def cell(text: str, own: str) -> str:
    return f'<table:table-cell table:style-name="C1" {own}>{p(text)}</table:table-cell><table:covered-table-cell/>'


def span(text: str, style: str = "T1") -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def note(citation: str, text: str, own: str = "") -> str:
    body = f"<text:note-body>{p(text)}</text:note-body>"
    return f"<text:note><text:note-citation{own}>{citation}</text:note-citation>{body}</text:note>"


NOTED = f"<table:table-cell>{p('d' + note('1', 'Noot.'))}</table:table-cell>"
WIDE = 'table:number-columns-spanned="2"'
KOP = '<text:h text:style-name="Kop_20_1" text:outline-level="1">Aanleiding</text:h>'
AFTER = p("Daarna volgt tekst.")
CASES = [
    (
        "white space",
        p('een\n   twee<text:s text:c="3"/>drie<text:tab/>vier<text:line-break/>vijf'),
        ["een twee drie vier vijf"],
    ),
    ("hidden text", p(f"zicht{span('weg', 'T2')}baar"), ["zichtbaar"]),
    ("hyphens", p("over\u00adheid, e\u2011boek"), ["overheid, e-boek"]),
    ("where a page turns", p("een <text:soft-page-break/>twee"), ["een twee"]),
    (
        "a deletion and an insertion",
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>oud</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p("een <text:change/><text:change-start/>nieuw<text:change-end/> plan"),
        ["een nieuw plan"],
    ),
    (
        "a comment",
        p("een<office:annotation><dc:creator>J</dc:creator><text:p>kan weg</text:p></office:annotation> twee"),
        ["een twee"],
    ),
    (
        "a text box",
        p("<draw:frame><draw:text-box><text:p>In het kader.</text:p></draw:text-box></draw:frame>Ernaast."),
        ["Ernaast.", "In het kader."],
    ),
    (
        "a shape with text",
        p("<draw:custom-shape><text:p>In het kader.</text:p></draw:custom-shape>"),
        ["In het kader."],
    ),
    ("a heading", KOP + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("a heading by its style", p("Aanleiding", "P1") + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("a heading by its type", p(span("Aanleiding")) + AFTER, ["## Aanleiding", "Daarna volgt tekst."]),
    ("numbers", items("a", "b"), ["- 1. a", "- 2. b"]),
    ("signs", items("a", style=' text:style-name="L2"'), ["- a"]),
    ("an empty item counts", items("a", "<text:p/>", "b"), ["- 1. a", "- 3. b"]),
    (
        "levels",
        items("a", p("b") + items("c", p("d") + items("e", style=""), style="")),
        ["- 1. a", "- 2. b", "  - a) c", "  - b) d", "    - 2.b.1 e"],
    ),
    ("a new list counts anew", items("a") + items("b"), ["- 1. a", "- 1. b"]),
    (
        "a list that goes on",
        items("a") + AFTER + items("b", more=' text:continue-numbering="true"'),
        ["- 1. a", "Daarna volgt tekst.", "- 2. b"],
    ),
    ("a second paragraph of an item", items(p("a") + p("Meer."), "b"), ["- 1. a", "Meer.", "- 2. b"]),
    (
        "a start of its own",
        items("a").replace("<text:list-item>", '<text:list-item text:start-value="5">'),
        ["- 5. a"],
    ),
    (
        "a list's header",
        '<text:list text:style-name="L1"><text:list-header><text:p>Kop.</text:p></text:list-header></text:list>',
        ["Kop."],
    ),
    ("a table", f"<table:table>{row('a', 'b')}{row('c', 'd')}</table:table>", ["| a | b |", "| c | d |"]),
    (
        "a cell over two columns",
        f"<table:table>{row(cell('a', WIDE))}{row('c', 'd')}</table:table>",
        ["| a |", "| c | d |"],
    ),
    ("one column lays out", f"<table:table>{row('een')}{row('twee')}</table:table>", ["een", "twee"]),
    (
        "a note in a table",
        f"<table:table>{row('a', 'b')}{row('c', NOTED)}</table:table>",
        ["| a | b |", "| c | d |"],
    ),
]


@pytest.mark.parametrize(("_what", "body", "expected"), CASES, ids=[case[0] for case in CASES])
def test_text_is_what_a_person_sees(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert read(tmp_path, body) == expected


def test_notes_have_the_number_that_is_printed(tmp_path: Path) -> None:
    body = p(f"a{note('*', 'Ster.')} b{note('1', '<text:s/>Eén.')}")
    letter = letter_of(tmp_path, odt(BODY + body, AUTOMATIC, STYLES), "brief.odt")
    assert told(letter)[1:] == ["a[1] b[2]"]
    assert [(one.printed, one.text) for one in letter.notes] == [("*", "Ster."), ("1", "Eén.")]


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    picture = (
        '<draw:frame draw:name="grafiek" svg:width="10cm" svg:height="2in">'
        "<draw:image/><svg:desc>een lijn</svg:desc></draw:frame>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        + p(f"tekst{picture}<office:annotation/>{span('geheim', 'T2')}")
        + p("<draw:frame><draw:object/></draw:frame>")
    )
    letter = letter_of(tmp_path, odt(BODY + body, AUTOMATIC, STYLES), "brief.odt")
    assert letter.source.remarks == (
        "Bijgehouden wijzigingen zijn overgenomen: 1 invoeging. Doorgehaalde tekst is weggelaten.",
        "Niet in de tekst: 1 opmerking in de kantlijn.",
        "Niet in de tekst: 6 tekens verborgen tekst.",
        "Niet in de tekst: 1 grafiek, diagram of ingesloten object.",
        "Afbeelding: grafiek (“een lijn”, 10,0 × 5,1 cm), bij regel 3.",
    )


MASTERS = (
    '<style:master-page style:name="Standard"><style:header>'
    "<text:p>Datum</text:p><text:p>1 april 2024</text:p></style:header>"
    "<style:footer><text:p>Pagina <text:page-number>2</text:page-number></text:p></style:footer></style:master-page>"
    '<style:master-page style:name="Eerste" style:next-style-name="Standard"><style:header>'
    '<text:p text:style-name="afzendgegevens">Directie Wonen</text:p>'
    "<text:p>Datum 1 mei 2024</text:p></style:header></style:master-page>"
    '<style:master-page style:name="Nooit"><style:header>'
    "<text:p>Nooit te zien</text:p></style:header></style:master-page>"
)


def test_heads_and_feet_of_pages_are_furniture(tmp_path: Path) -> None:
    letter = letter_of(tmp_path, odt(p(TEXT, "P2"), AUTOMATIC, STYLES, MASTERS), "brief.odt")
    assert told(letter) == [TEXT]
    assert left_out(letter) == [
        ("MARGIN", "Directie Wonen"),
        ("HEAD", "Datum 1 mei 2024"),
        ("PAGE_FOOT", "Datum"),
        ("PAGE_FOOT", "1 april 2024"),
        ("PAGE_FOOT", "Pagina 2"),
    ]
    assert {key.value: fact.value for key, fact in letter.facts.items()} == {"date": "2024-05-01"}


def test_a_note_without_text_is_doubted(tmp_path: Path) -> None:
    letter = letter_of(tmp_path, odt(BODY + p(f"Het licht{note('1', '')} brandt.") + AFTER, AUTOMATIC, STYLES), "a.odt")
    assert [(doubt.kind, doubt.text) for doubt in letter.doubts] == [(DoubtKind.CALL_WITHOUT_NOTE, "1")]
