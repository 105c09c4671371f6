"""Who sign beside each other at the foot of a letter."""

from pathlib import Path

import pdf_files
import pytest
from pdf_files import SENTENCE, pdf

pytestmark = pytest.mark.pdf
BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "by place"])
STYLE = "body { font-size: 8.5pt } .row { display: flex } .row div { width: %s; margin-right: %s } .row p { margin: 0 } .name { padding-top: 24pt }"
SIGNERS = {
    "J. Appelboom": "minister van Financiën",
    "E. van der Hoogstam": "minister van Landbouw, Natuur en Voedselkwaliteit",
    "M.C.G. Kersenpit-Snoei": "minister van Economische Zaken",
    "I. Perelaar": "minister van Defensie",
}


@BOTH
@pytest.mark.parametrize(("count", "width", "gap"), [(2, "63mm", "2mm"), (3, "40mm", "4mm"), (4, "31mm", "2mm")])
def test_each_who_signs_beside_others_has_an_office_and_a_name(
    tmp_path: Path, tagged: bool, count: int, width: str, gap: str
) -> None:
    """In columns so narrow that offices and names take several lines."""
    own = dict([*SIGNERS.items()][:count])
    cells = "".join(f"<div><p>De {role}</p><p class=name>{name}</p></div>" for name, role in own.items())
    body = f"{f'<p>{SENTENCE} {SENTENCE}</p>' * 4}<p>Hoogachtend,</p><div class=row>{cells}</div>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged, STYLE % (width, gap)))
    assert {one.name: one.role for one in found.signers} == own
    assert [block.text for block in found.blocks][3:5] == [f"{SENTENCE} {SENTENCE}", "Hoogachtend,"]


@BOTH
def test_names_can_stand_above_the_offices(tmp_path: Path, tagged: bool) -> None:
    own = {name: role for name, role in SIGNERS.items() if len(name) < 20}
    cells = "".join(f"<div><p>{name}</p><p class=name>de {role}</p></div>" for name, role in own.items())
    body = f"{f'<p>{SENTENCE} {SENTENCE}</p>' * 4}<p>Hoogachtend,</p><div class=row>{cells}</div><p>{SENTENCE}</p>"
    found = pdf_files.letter(tmp_path, pdf(body, tagged, STYLE % ("41mm", "2mm")))
    assert {one.name: one.role for one in found.signers} == own
    assert found.blocks[-1].text == SENTENCE


def test_who_sign_in_one_of_two_columns_beside_each_other(tmp_path: Path) -> None:
    """Their first lines are set in, as those of paragraphs."""
    own = {"J. Appelboom": "minister van Financiën", "I. Perelaar": "minister van Landbouw, Natuur en Visserij"}
    cells = "".join(f"<div><p>de {role},</p><p class=name>{name}</p></div>" for name, role in own.items())
    text = f"<p>{SENTENCE} {SENTENCE} {SENTENCE}</p>" * 6
    style = f"{STYLE % ('38mm', '2mm')} .row p {{ text-indent: 10pt }} .half {{ margin-right: -30mm }}"
    found = pdf_files.letter(tmp_path, pdf(f"<div class=half>{text}<div class=row>{cells}</div></div>", style=style))
    assert {one.name: one.role for one in found.signers} == own


@BOTH
def test_signers_in_two_rows_of_two(tmp_path: Path, tagged: bool) -> None:
    """The names of the first row stand above the offices of the second one, and are not theirs."""
    cells = [f"<div><p>De {role},</p><p class=name>{name}</p></div>" for name, role in SIGNERS.items()]
    block = "".join(f"<div class=row>{''.join(cells[at : at + 2])}</div>" for at in (0, 2))
    found = pdf_files.letter(
        tmp_path, pdf(f"<p>{SENTENCE}</p><p>Hoogachtend,</p>{block}", tagged, STYLE % ("63mm", "2mm"))
    )
    assert {one.name: one.role for one in found.signers} == SIGNERS


@pytest.mark.parametrize("ends", [",", ""])
def test_an_office_that_touches_the_next_one_keeps_its_name(tmp_path: Path, ends: str) -> None:
    """The names stand at different heights, as one of the offices takes two lines; hardly a space parts the offices."""
    own = {
        "J. Appelboom": "staatssecretaris van Landbouw,<br>Natuur en Visserij",
        "I. Perelaar": "minister van Defensie",
    }
    cells = "".join(f"<div><p>DE {role}{ends}</p><p class=name>{name}</p></div>" for name, role in own.items())
    body = f"{f'<p>{SENTENCE} {SENTENCE}</p>' * 4}<p>Hoogachtend,</p><div class=row>{cells}</div>"
    found = pdf_files.letter(tmp_path, pdf(body, style=STYLE % ("max-content", "0")))
    assert {one.name: one.role for one in found.signers} == {
        name: role.replace("<br>", " ") for name, role in own.items()
    }


def test_who_sign_in_the_cells_of_a_tagged_table_with_their_names_first(tmp_path: Path) -> None:
    own = {name: role for name, role in SIGNERS.items() if len(name) < 20}
    cells = "".join(f"<td><p>{name}</p><p>De {role}</p></td>" for name, role in own.items())
    found = pdf_files.letter(
        tmp_path, pdf(f"<p>{SENTENCE}</p><p>Hoogachtend,</p><table><tr>{cells}</tr></table>", True)
    )
    assert {one.name: one.role for one in found.signers} == own
    assert "table" not in {block.kind.value for block in found.blocks}
