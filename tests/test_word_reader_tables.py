"""Tables in Word files: cells with their place; what only lays out a page is its paragraphs."""

from pathlib import Path

import pytest
from word_parts import BODY, below_text, cell, letter_of, p, row, table, word

SPAN, START, ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
TABLES = [
    ("cells", table(row("a", "b"), row("c", "d")), ["| a | b |", "| c | d |"]),
    ("a cell over two columns", table(row(cell("a", SPAN)), row("c", "d")), ["| a |", "| c | d |"]),
    ("a cell over two rows", table(row(cell("a", START), "b"), row(cell("", ON), "d")), ["| a | b |", "| d |"]),
    ("a deleted row", table(row("a", "b"), row("x", "y", ppr="<w:del/>"), row("c", "d")), ["| a | b |", "| c | d |"]),
    (
        "a table in a cell",
        table(row(f"<w:tc>{table(row('p', 'q'))}{p('')}</w:tc>", "b"), row("c", "d")),
        ["| p q | b |", "| c | d |"],
    ),
    ("one column lays out", table(row("een"), row("twee")), ["een", "twee"]),
    (
        "cells full of paragraphs lay out",
        table(row("", f"<w:tc>{p('Een. ' * 20)}{p('Twee. ' * 20)}{p('Drie. ' * 20)}</w:tc>"), row("x", "")),
        [("Een. " * 20).strip(), ("Twee. " * 20).strip(), ("Drie. " * 20).strip(), "x"],
    ),
    (
        "people sign beside each other",
        table(
            row("De minister van Financiën,", "De minister van Defensie,"), row("A. de Vries", "B. Jansen"), ruled=False
        ),
        ["ondertekend: De minister van Financiën, De minister van Defensie, A. de Vries B. Jansen"],
    ),
]


@pytest.mark.parametrize(("_what", "body", "expected"), TABLES, ids=[case[0] for case in TABLES])
def test_tables(tmp_path: Path, _what: str, body: str, expected: list[str]) -> None:
    assert below_text(tmp_path, body) == expected


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
