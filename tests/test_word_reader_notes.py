"""Notes in Word files: in the order of their calls, with the number that Word prints."""

from pathlib import Path

import pytest
from word_parts import AFTER, BODY, call, letter_of, note, own_number, p, r, row, table, told, word


def marked(id_: int, mark: str) -> str:
    return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{id_}"/><w:t>{mark}</w:t></w:r>'


FOOT = {
    "footnotes": note(2, p(own_number(), " Eén."))
    + note(3, p(own_number(), " Twee,"), p("en meer."))
    + note(4, p("* Ster."))
}
ENDS = {"endnotes": note(2, p(own_number("endnote"), " Eind."), sort="endnote")}
COMMA = r(",", '<w:vertAlign w:val="superscript"/>')
TURN = "<w:r><w:lastRenderedPageBreak/></w:r>"


def anew(what: str) -> str:
    return f'<w:sectPr><w:footnotePr><w:numRestart w:val="{what}"/></w:footnotePr></w:sectPr>'


TWICE = [("1", "Eén."), ("1", "Twee, en meer.")]
NOTES = [
    ("anew on each page", p("a", call(2)) + p(TURN, "b", call(3)) + anew("eachPage"), FOOT, ["a[1]", "b[2]"], TWICE),
    ("anew in each section", p("a", call(2), ppr=anew("eachSect")) + p("b", call(3)), FOOT, ["a[1]", "b[2]"], TWICE),
    (
        "in the order of their calls",
        p("a", call(3), " b", call(2)),
        FOOT,
        ["a[1] b[2]"],
        [("1", "Twee, en meer."), ("2", "Eén.")],
    ),
    (
        "a mark of its own does not count",
        p("a", marked(4, "*"), " b", call(2)),
        FOOT,
        ["a[1] b[2]"],
        [("*", "Ster."), ("1", "Eén.")],
    ),
    (
        "a comma between two calls",
        p("a.", call(2), COMMA, call(3)),
        FOOT,
        ["a.[1][2]"],
        [("1", "Eén."), ("2", "Twee, en meer.")],
    ),
    ("at the end of the document", p("a", call(2, "endnote")), ENDS, ["a[1]"], [("i", "Eind.")]),
    (
        "at the foot and at the end",
        p("a", call(2, "endnote"), " b", call(2)),
        FOOT | ENDS,
        ["a[1] b[2]"],
        [("i", "Eind."), ("1", "Eén.")],
    ),
    (
        "in a deleted text",
        p("a", f"<w:del>{call(2)}</w:del>", " b", call(3)),
        FOOT,
        ["a b[1]"],
        [("1", "Twee, en meer.")],
    ),
    (
        "counted otherwise",
        p("a", call(2))
        + '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>',
        FOOT,
        ["a[1]"],
        [("c", "Eén.")],
    ),
    ("in a table", table(row("a", f"<w:tc>{p('b', call(2))}</w:tc>")), FOOT, ["| a | b |"], [("1", "Eén.")]),
    (
        "in a heading",
        p(r("Kop", "<w:b/>"), call(2)) + AFTER,
        FOOT,
        ["## Kop[1]", "Daarna volgt tekst."],
        [("1", "Eén.")],
    ),
    (
        "typed in brackets, below the text",
        p("Bomen[1] en planten[2].") + p("[1] Eén.") + p("[2] Twee."),
        {},
        ["Bomen[1] en planten[2]."],
        [("1", "Eén."), ("2", "Twee.")],
    ),
    (
        "typed in brackets, one come into the paragraph of the one before it",
        p("Bomen[1] en planten[2] of mos[3].") + p("[1] Eén.[2] Twee.") + p("[3] Drie."),
        {},
        ["Bomen[1] en planten[2] of mos[3]."],
        [("1", "Eén."), ("2", "Twee."), ("3", "Drie.")],
    ),
    (
        "typed in brackets, but not called",
        p("Bomen en planten.") + p("[1] Eén.") + p("[2] Twee."),
        {},
        ["Bomen en planten.", "[1] Eén.", "[2] Twee."],
        [],
    ),
    (
        "typed in brackets, besides those that the file marks",
        p("Bomen[1] en planten[2] en mos", call(2), ".") + p("[1] Eik.") + p("[2] Varen."),
        FOOT,
        ["Bomen[1] en planten[2] en mos[3]."],
        [("1", "Eik."), ("2", "Varen."), ("1", "Eén.")],
    ),
    (
        "typed with a parenthesis, one a title, one an address without its service",
        p("Kent u dat bericht 1) en dat stuk? 2)") + p("1) Bomen leven") + p("2) bos.nl/bomen/leven"),
        {},
        ["Kent u dat bericht[1] en dat stuk?[2]"],
        [("1", "Bomen leven"), ("2", "bos.nl/bomen/leven")],
    ),
    (
        "typed with a stop, called with a parenthesis; white space behind a call",
        p("Kent u dat bericht1) , en dat stuk? 2)") + p("1. Bomen, mei 2024.") + p("2. Planten, blz. 3."),
        {},
        ["Kent u dat bericht[1], en dat stuk?[2]"],
        [("1", "Bomen, mei 2024."), ("2", "Planten, blz. 3.")],
    ),
    (
        "typed in brackets, the rest of one in a paragraph of its own",
        p("Bomen[1] en planten[2].") + p("[1] Eén, “Over bomen”,") + p("https://bos.nl/een") + p("[2] Twee."),
        {},
        ["Bomen[1] en planten[2]."],
        [("1", "Eén, “Over bomen”, https://bos.nl/een"), ("2", "Twee.")],
    ),
    (
        "a list that its calls follow is none",
        p("1) Eiken.") + p("2) Varens.") + p("Wij snoeien de bomen 1) en de planten 2)."),
        {},
        ["- 1) Eiken.", "- 2) Varens.", "Wij snoeien de bomen 1) en de planten 2)."],
        [],
    ),
    (
        "a list is none, though the text says its numbers",
        p("Bomen (1) en planten (2):") + p("1) eiken;") + p("2) varens."),
        {},
        ["Bomen (1) en planten (2):", "- 1) eiken;", "- 2) varens."],
        [],
    ),
]


@pytest.mark.parametrize(("_what", "body", "parts", "expected", "notes"), NOTES, ids=[case[0] for case in NOTES])
def test_notes(
    tmp_path: Path, _what: str, body: str, parts: dict[str, str], expected: list[str], notes: list[tuple[str, str]]
) -> None:
    letter = letter_of(tmp_path, word(BODY + body, **parts))
    assert told(letter)[1:] == expected
    assert [(one.printed, one.text) for one in letter.notes] == notes
