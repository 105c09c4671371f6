"""A doubt about the row of notes holds back the notes that it can concern, and no other one."""

from dataclasses import replace

import pytest
from letters import block, letter, note

from build_tools.compare.comparing import compare
from build_tools.compare.telling.misread import misread
from build_tools.model import Doubt, DoubtKind, Letter

TEXTS = ["De molen maalt van maart tot oktober.", "De sluiswachter woont op de dijk.", "De pont ligt stil bij vorst."]
NOTES = [
    "Opgave van het waterschap.",
    "Besluit van het dorpsbestuur in mei.",
    "Krant van zaterdag, bladzijde negen.",
    "Gesprek met de schipper.",
]
MISSING, CALL, WITHIN = DoubtKind.NUMBERS_MISSING, DoubtKind.CALL_WITHOUT_NOTE, DoubtKind.NOTE_IN_TEXT


def lettered(id_: str, texts: list[str], own: dict[str, str], calls: tuple[int, ...] = ()) -> Letter:
    """A letter with these notes below it, by printed number; `calls` are the blocks that call them."""
    blocks = [block(n, text) for n, text in enumerate(texts, 1)]
    notes = [
        replace(note(n, text), printed=printed, block=calls[n - 1] if calls else 1)
        for n, (printed, text) in enumerate(own.items(), 1)
    ]
    return letter(blocks, notes, id_=id_)


@pytest.mark.parametrize(
    ("kind", "anchor", "texts", "held"),
    [
        (MISSING, "fn:1", TEXTS, [NOTES[1]]),
        (MISSING, "fn:2", TEXTS, [NOTES[1]]),
        (CALL, "al-2", TEXTS, [NOTES[1]]),
        (CALL, "al-3", TEXTS, [NOTES[1], NOTES[3]]),
        (DoubtKind.NOTE_WITHOUT_CALL, "fn:1", TEXTS, []),
        (WITHIN, "al-2", [TEXTS[0], f"{TEXTS[1]} 4 {NOTES[3]}", TEXTS[2]], [f"4 {NOTES[3]}", NOTES[3]]),
    ],
)
def test_a_doubt_of_notes_holds_back_what_it_can_concern(
    kind: DoubtKind, anchor: str, texts: list[str], held: list[str]
) -> None:
    a = lettered("a", texts, {"1": NOTES[0], "3": NOTES[2]}, (1, 2 + (kind is CALL)))
    b = lettered("b", TEXTS, {str(n): text for n, text in enumerate(NOTES, 1)}, (1, 2, 3, 3))
    doubt = Doubt(kind, 1, 1, NOTES[3], anchor)
    comparison = compare(replace(a, doubts=(doubt,)), b)
    by_number = {change.n: change for change in comparison.changes}
    resting = [by_number[n] for place in misread(comparison) for n in place.changes]
    assert sorted((change.before + change.after).strip() for change in resting) == sorted(held)
