"""What a page or a machine leaves in one of two prints is held back, and what an editor changed is told as an edit."""

from dataclasses import replace
from operator import itemgetter
from typing import Any

import pytest
from case_files import cases
from each import each

from build_tools.compare.comparing import compare
from build_tools.compare.model import Comparison, Side
from build_tools.compare.telling.misread import misread
from build_tools.draft import Document
from build_tools.model import Letter, Source
from build_tools.reading.letter import read_letter

CASES = cases("compare/traces.yml")
PRINT = """De gemeenten hebben voor de coördinatie effectief € 1.204 betaald op veel plaatsen
in de parken, en daarvan maken vooral oudere inwoners op warme dagen graag veel gebruik,
want er zijn 3,1 miljoen banken van hout. Ieder jaar worden zij weer door de mensen van de
werkplaats geschilderd, en dat duurt tot in de herfst van 2019.

Daarna telt de gemeente ze.

In de oude haven van de stad liggen de schepen van de vissers langs de kade, en zij varen
iedere nacht uit.
"""


def printed(id_: str, text: str) -> Letter:
    return replace(read_letter(Document(Source.of(id_, f"{id_}.txt", text, "UTF-8", "0" * 64))), doubts=())


def held(comparison: Comparison, side: Side) -> list[list[object]]:
    return [[place.kind, place.line] for place in misread(comparison) if place.side is side]


def test_what_a_page_or_a_machine_leaves_is_held_back() -> None:
    def is_held_back(case: dict[str, Any]) -> None:
        assert PRINT.count(case["was"]) == 1
        behind = "\n" if case.get("at_end") else ""
        a, b = printed("a", PRINT), printed("b", PRINT.replace(case["was"], case["becomes"] + behind))
        assert [kind for kind, _ in held(compare(a, b), Side.B)] == [kind for kind, _ in case.get("traces", [])]
        assert held(compare(b, a), Side.A) == case.get("traces", [])

    each(CASES, is_held_back, itemgetter("case"))


PAGES = [
    "De haven gaat open voor vissers en wandelaars.\n\nDe schepen varen weer uit.\n\nDe vis wordt verkocht.\n",
    "De banken staan er nog, en zij zijn van hout.\n\nDe kade is droog.\n\nDe bomen worden ieder jaar gesnoeid.\n",
    "De brug is van ijzer en steen.\n\nDaarna gaat het licht aan op de kade.\n",
]


@pytest.mark.parametrize(
    ("struck", "kinds"),
    [
        (PAGES[1], {"blad_weg"}),
        ("De banken staan er nog, en zij zijn van hout.\n\n", set()),
        ("De bomen worden ieder jaar gesnoeid.\n", {"alinea_bij_bladwissel"}),
        ("De kade is droog.\n\n", set()),
    ],
)
def test_a_page_that_one_print_lacks_is_held_back_and_a_paragraph_where_a_short_page_turns(
    struck: str, kinds: set[str]
) -> None:
    whole = "\f".join(PAGES)
    short = "\f".join([PAGES[0], PAGES[2]]) if struck == PAGES[1] else whole.replace(struck, "")
    assert {place.kind for place in misread(compare(printed("a", whole), printed("b", short)))} == kinds


HEADED = "De gemeente schrijft u.\n\nDe haven\n\nDe haven gaat open voor vissers.\n"
NOTE = "Zie daarvoor de brief die de gemeente vorig jaar over de haven en de schepen schreef"
DRY = "De kade is droog, en de bomen zijn daar gesnoeid, want dat doet de stad ieder jaar in mei."
NOTED = f"De haven gaat open voor vissers.1\n\n{DRY}\n\n1 {NOTE}.\n"
INLINE = f"De haven gaat open voor vissers ({NOTE}).\n\n{DRY}\n"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (HEADED, HEADED.replace("De haven\n", "De haven\nDe haven\n", 1), "dubbel_gelezen"),
        (NOTED, INLINE, "noot_verplaatst"),
    ],
)
def test_lines_in_another_place_are_held_back(before: str, after: str, kind: str) -> None:
    assert {place.kind for place in misread(compare(printed("a", before), printed("b", after)))} == {kind}


LINES = """De gemeente heeft vorig jaar op alle kades van de haven nieuwe palen gezet, en
ook de oude hekken langs het water zijn daarbij door de werkplaats vervangen of
hersteld. De schepen van de vissers liggen nu verder van de brug, zodat er meer
plaats is om te keren. De bewoners van de kade zijn daar blij mee, want de oude
boten lagen vroeger dicht bij hun huizen. Dat gaf in de zomer veel overlast die
niet was te voorkomen.
"""


@pytest.mark.parametrize(("beside", "kinds"), [(" gezien JV 4/5", ["regel_te_lang"]), (" ja", [])])
def test_what_a_hand_wrote_beside_a_line_is_held_back(beside: str, kinds: list[str]) -> None:
    written = LINES.replace("langs het water", f"langs{beside} het water")
    assert [place.kind for place in misread(compare(printed("a", LINES), printed("b", written)))] == kinds


SIGNED = "Hoogachtend,\n\nDe minister van Financiën,\nJ. Jansen\n"
MOVED = "De banken staan er nog, en zij zijn van hout uit de bossen van de gemeente.\n"


@pytest.mark.parametrize(("below", "kinds"), [(True, ["onder_ondertekening"]), (False, [])])
def test_what_moved_below_the_signature_is_held_back(below: bool, kinds: list[str]) -> None:
    first, second = PAGES[0], PAGES[2]
    a = printed("a", f"{MOVED}\n{first}\n{second}\n{SIGNED}")
    b = printed("b", f"{first}\n{second}\n{SIGNED}\n{MOVED}" if below else f"{first}\n{second}\n{MOVED}\n{SIGNED}")
    assert [place.kind for place in misread(compare(a, b))] == kinds
