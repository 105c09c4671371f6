"""Tables: whatever stands in their cells, pages, comparisons and papers show it cell by cell, and nothing is lost."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import Rows, block, letter, note, table
from pdf_ua import faults
from rendering import elements, folded, html_tree, own_text, parsed, render
from test_compare import ONE, TWO, compared, told
from test_markdown import HOSTILE

from build_tools.compare.model import Comparison, Side, rebuilt
from build_tools.compare.telling.changes import told as listed
from build_tools.compare.telling.terminal import as_text
from build_tools.compare.telling.verdict import verdict_of
from build_tools.dutch.web_addresses import Link
from build_tools.exports.letter_json import letter_values
from build_tools.exports.markdown_file import markdown_file
from build_tools.exports.standalone import standalone_page
from build_tools.model import Block, Letter, NoteRef
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.comparison.views import column_view, running_view
from build_tools.pages.markdown import blocks_markdown, notes_markdown
from build_tools.pdf.comparison_pdf import printable_comparison
from build_tools.pdf.letter_pdf import body_html, printable_letter
from build_tools.pdf.writer import pdf
from build_tools.site.table_frames import framed_tables

KADES: Rows = [["Kade", "2022", "2023"], ["Leerdam", "1,2", "0,8"], ["Beesd", "0,4", "2,1"], ["Totaal", "1,6", "2,9"]]
SPANNED: Rows = [["Kade", "Kosten", None], [None, "2022", "2023"], ["Leerdam", "1,2", "0,8"]]
SPANS = {(0, 0): (2, 1), (0, 1): (1, 2)}


def with_table(id_: str, rows: Rows, **more: Any) -> Letter:
    return letter([block(1, ONE), table(2, rows, **more), block(3, TWO)], id_=id_)


def rows_of(html: str) -> list[list[list[str]]]:
    """The tables of HTML as rows of texts."""
    return [[list(map(text_of, row)) for row in table_.iter("tr")] for table_ in parsed(html).iter("table")]


def text_of(cell: Element) -> str:
    return " ".join("".join(cell.itertext()).split())


# ---- pages and data ----


def test_a_plain_table_is_one_of_markdown_with_its_address_in_its_first_cell() -> None:
    text = blocks_markdown([table(7, KADES[:2], notes=(NoteRef(1, 9),))])
    assert text == "| Kade {: #al-7 } | 2022[^1] | 2023 |\n| --- | --- | --- |\n| Leerdam | 1,2 | 0,8 |\n"


def test_a_table_without_heads_has_an_empty_head_that_the_site_leaves_out() -> None:
    text = blocks_markdown([table(7, KADES[1:3], heads=0, page="12")])
    assert text.startswith('|  |  |  |\n| --- | --- | --- |\n| Leerdam {: #al-7 data-blz="12" } | 1,2 | 0,8 |\n')
    html = framed_tables(render(text))
    assert html.startswith('<div class="tabelvak" data-blz="12" id="al-7"><div class="rol" role="region" tabindex="0"')
    assert rows_of(html) == [[["Leerdam", "1,2", "0,8"], ["Beesd", "0,4", "2,1"]]]
    assert html.count('<td class="getal">') == 4
    assert "<th" not in html


def test_a_table_with_spans_is_html_of_our_own() -> None:
    refs = (NoteRef(1, len("Kade\tKosten")),)
    one = letter([table(1, SPANNED, 2, SPANS, notes=refs)], [note(1, "Noot.")])
    html = framed_tables(render(blocks_markdown(one.blocks) + "\n" + notes_markdown(one)))
    assert '<tr><th scope="col" rowspan="2">Kade</th><th scope="col" colspan="2">Kosten<sup id="fnref:1">' in html
    assert '<a class="footnote-ref" href="#fn:1">1</a></sup></th></tr>' in html
    assert 'href="#fnref:1"' in html
    assert '<div class="tabelvak" id="al-1"><div class="rol"' in html


def test_a_link_stays_in_its_cell() -> None:
    """A citation may begin in one cell and end in the next: `Kamerstuk 32 824`, `nr. 448`."""
    links = {"al-1": [Link(3, 9, "kst-32824-448.md"), Link(9, 9, "https://x.nl/", "447")]}
    plain, spanned = table(1, [["abcde", "fghij"]], 0), table(1, [["abcde", "fghij"], ["k", None]], 0, {(1, 0): (1, 2)})
    second = "[fgh](<kst-32824-448.md>)[447](<https://x.nl/>){: .bijwerk .tussen }ij"
    assert blocks_markdown([plain], links=links).endswith(f"| abc[de](<kst-32824-448.md>) {{: #al-1 }} | {second} |\n")
    assert '<td>abc<a href="../kst-32824-448/">de</a></td><td><a href="../kst-32824-448/">fgh</a>' in blocks_markdown(
        [spanned], links=links
    )


texts = st.lists(st.sampled_from([*HOSTILE, "|", "\\|", "`|`", "1,2", "getal"]), min_size=1, max_size=4).map(
    lambda parts: " ".join("".join(parts).split()) or "x"
)


@st.composite
def any_rows(draw: st.DrawFn) -> Rows:
    width = draw(st.integers(1, 4))
    return draw(st.lists(st.lists(texts | st.none(), min_size=width, max_size=width), min_size=1, max_size=5))


@st.composite
def any_table(draw: st.DrawFn, n: int) -> Block:
    """A table with spans anywhere, also over each other, and markers at any place."""
    rows = [*draw(any_rows()), ["slot"]]
    places = st.tuples(st.integers(0, 4), st.integers(0, 3))
    spans = draw(st.dictionaries(places, st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=3))
    made = table(n, rows, draw(st.integers(0, 2)), spans)
    at = draw(st.integers(0, len(made.text)))
    return table(n, rows, sum(c.header and c.column == 0 for c in made.cells), spans, notes=(NoteRef(1, at),))


@settings(max_examples=100)
@given(any_table(1), any_table(2))
def test_the_page_says_every_cell_and_nothing_else(one: Block, other: Block) -> None:
    letter_ = letter([one, other, block(3, "Slot.")], [note(1, "Noot.")])
    root = html_tree(framed_tables(render(blocks_markdown(letter_.blocks) + "\n" + notes_markdown(letter_))))
    found = elements(root)
    for own in (one, other):
        cells = [folded(own.text[cell.start : cell.end]) for cell in own.cells]
        element = found[own.anchor]
        assert [folded(own_text(c)).replace("[1]", "") for c in element.iter() if c.tag in ("td", "th")] != []
        said = [t for c in element.iter() if c.tag in ("td", "th") if (t := folded(own_text(c).replace("[1]", "")))]
        assert said == [text for text in cells if text]
    assert {element.tag for element in root.iter()} <= {
        *("div", "table", "thead", "tbody", "tr", "th", "td", "p", "ol", "li", "a", "sup", "hr")
    }
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or name == "style"]


def test_data_has_rows_and_cells() -> None:
    (one,) = letter_values(letter([table(1, SPANNED, 2, SPANS)]))["blocks"]
    assert one["kind"] == "table"
    assert one["rows"] == [["Kade", "Kosten", ""], ["", "2022", "2023"], ["Leerdam", "1,2", "0,8"]]
    assert one["cells"][1] == {"text": "Kosten", "row": 0, "column": 1, "rows": 1, "columns": 2, "header": True}


def test_to_take_away_it_is_a_table_for_any_markdown_program() -> None:
    assert markdown_file(letter([table(1, SPANNED, 2, SPANS)])).endswith(
        "| Kade | Kosten |  |\n| --- | --- | --- |\n|  | 2022 | 2023 |\n| Leerdam | 1,2 | 0,8 |\n"
    )


# ---- comparison ----


def test_a_changed_number_shows_in_its_cell_and_counts_as_one() -> None:
    other = [*KADES[:1], ["Leerdam", "1,2", "0,9"], *KADES[2:]]
    comparison = compared(with_table("a", KADES), with_table("b", other))
    assert told(comparison) == [("woord", "0,8", "0,9")]
    assert verdict_of(comparison).first == "1 gewijzigd getal."
    for html in (running_view(comparison), column_view(comparison)):
        assert ["Leerdam", "1,2", "0,80,9"] in rows_of(html)[0] or ["Leerdam", "1,2", "0,9"] in rows_of(html)[1]
    assert listed(comparison)[0].around == ("Leerdam … ", "")


@pytest.mark.parametrize("at", [0, 1, 2, 3, 4])
def test_a_row_that_came_is_an_addition_and_one_that_went_an_omission(at: int) -> None:
    more = [*KADES[:at], ["Asperen", "7,0", "8,0"], *KADES[at:]]
    one, other = with_table("a", KADES), with_table("b", more)
    assert told(compared(one, other)) == [("toegevoegd", "", "Asperen\t7,0\t8,0")]
    assert told(compared(other, one)) == [("vervallen", "Asperen\t7,0\t8,0", "")]
    (shown,) = rows_of(running_view(compared(one, other)))
    assert shown == more


def test_a_column_that_came_is_an_addition_in_each_row() -> None:
    more = [[row[0], "nieuw", *row[1:]] for row in KADES]
    assert told(compared(with_table("a", KADES), with_table("b", more))) == [("toegevoegd", "", "nieuw")] * 4


def test_a_figure_in_another_column_is_no_figure_that_changed() -> None:
    one, other = ([*KADES[:3], ["Asperen", *figures]] for figures in (("3,3", None), (None, "4,4")))
    changes = told(compared(with_table("a", [*one, KADES[3]]), with_table("b", [*other, KADES[3]])))
    assert changes == [("vervallen", "3,3", ""), ("toegevoegd", "", "4,4")]


def test_all_figures_new_and_still_the_same_table() -> None:
    other = [KADES[0], *([row[0], "9,1", "9,2"] for row in KADES[1:])]
    assert {kind for kind, _, _ in told(compared(with_table("a", KADES), with_table("b", other)))} == {"woord"}


def test_a_table_that_became_running_text_is_a_change_of_layout_and_may_be_misread() -> None:
    text = " ".join(" ".join(map(str, row)) for row in KADES)
    one, other = with_table("a", KADES), letter([block(1, ONE), block(2, text), block(3, TWO)], id_="b")
    assert told(compared(one, other)) == [("opmaak", "tabel", "alinea")]
    assert told(compared(other, one)) == [("opmaak", "alinea", "tabel")]
    first = "Op 1 plaats mogelijk verkeerd gelezen; daarbuiten geen woord gewijzigd."
    assert verdict_of(compared(one, other)).first == first


def test_a_table_that_a_page_broke_in_two_is_one() -> None:
    two = [block(1, ONE), table(2, KADES[:2]), table(3, KADES[2:], 0), block(4, TWO)]
    one, other = with_table("a", KADES), letter(two, id_="b")
    assert {kind for kind, _, _ in told(compared(one, other))} == {"opmaak"}
    assert {kind for kind, _, _ in told(compared(other, one))} == {"opmaak"}


def versions() -> Comparison:
    refs = (NoteRef(1, 11),)
    one = letter([block(1, ONE), table(2, SPANNED, 2, SPANS, notes=refs)], [note(1, "Noot.", by=2)], id_="a")
    rows = [*SPANNED[:2], ["Leerdam", "1,3", "0,8"], ["Beesd", "<b>", "5"]]
    other = letter([block(1, ONE), table(2, rows, 2, SPANS, notes=refs)], [note(1, "Noot.", by=2)], id_="b")
    return compared(one, other)


def test_terminal_page_and_paper_show_cells() -> None:
    comparison = versions()
    assert list(as_text(comparison))[-1].endswith("2/2 toegevoegd: Beesd · <b> · 5 A#al-2, B#al-2")
    assert '<th scope="col" colspan="2">Kosten' in standalone_page(ComparisonSheet(comparison))
    html = printable_comparison(ComparisonSheet(comparison), whole=True).html
    text = html[html.index('<h2 class="tekst">') : html.index("</main>")]
    assert rows_of(text)[0][-1] == ["w2Beesd", "<b>", "5"]


@settings(max_examples=80)
@given(any_table(1), any_table(2))
def test_a_letter_with_tables_is_the_same_as_itself(one: Block, other: Block) -> None:
    letters = [letter([one, block(2, ONE), other], [note(1, "Noot.")], id_=id_) for id_ in ("a", "b")]
    comparison = compared(*letters)
    assert comparison.changes == ()
    for side, own in zip(Side, letters, strict=True):
        assert list(rebuilt(comparison.rows, side)) == [(p.anchor, p.text) for p in own.passages]


@settings(max_examples=100)
@given(st.data())
def test_any_two_tables_compare_and_both_views_hold_both(data: st.DataObject) -> None:
    one, other = data.draw(any_table(2)), data.draw(any_table(2))
    kept = [cell for cell in one.cells if data.draw(st.booleans())]
    rows: dict[int, list[str | None]] = {}
    for cell in kept:
        rows.setdefault(cell.row, [None] * 6)[min(cell.column, 5)] = one.text[cell.start : cell.end]
    partly = table(2, list(rows.values()) or [["x"]])
    for second in (other, partly, block(2, " ".join(one.text.split()))):
        first = letter([block(1, ONE), one, block(3, TWO)], [note(1, "Noot.", by=2)], id_="a")
        compared(first, letter([block(1, ONE), second, block(3, TWO)], [note(1, "Noot.", by=2)], id_="b"))


# ---- paper ----


def test_a_table_on_paper_has_heads_and_its_notes() -> None:
    html = str(body_html(letter([table(1, SPANNED, 2, SPANS, notes=(NoteRef(1, 4),))], [note(1, "Noot <1>.")])))
    assert '<th scope="col" rowspan="2">Kade<span class="noot" style="counter-set: footnote 0">Noot &lt;1&gt;.' in html


@pytest.mark.pdf
def test_paper_with_tables_is_for_everyone() -> None:
    long = [["", "2022", "2023"], *([f"Kade {n}", "1,2", "0,8"] for n in range(120))]
    long_: Rows = [[text or None for text in row] for row in long]
    papers = [letter([block(1, ONE), table(2, rows, heads, spans)], id_="a") for rows, heads, spans in (
        (KADES, 1, {}), (SPANNED, 2, SPANS), (KADES, 0, {}), (long_, 1, {}),
        ([["Kade", "Jaar"], ["Leerdam", "2022"], [None, "2023"]], 1, {(1, 0): (2, 1)}),
    )]  # fmt: skip
    for one in papers:
        assert faults(pdf(printable_letter(one))) == []
    assert faults(pdf(printable_comparison(ComparisonSheet(versions()), whole=True))) == []
