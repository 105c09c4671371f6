"""Two rules that claim the same characters never refuse a letter: one counts, and nothing is lost."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import block

from build_tools.draft import Cut, Document, Given, Line
from build_tools.model import Kind, Letter, Reason, Source
from build_tools.reading.footnotes.calls.claims import claimed_once
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.ledger import account
from build_tools.reading.letter import read_letter

CALL = "De gemeente Hangmat heeft het beleid{} dat de raad heeft vastgesteld."
Row = tuple[str, int, str]
"""A line: its text, its page, and the number of the note that it is, if any."""


def read(rows: Sequence[Row]) -> Letter:
    """A letter of a file that shows its pages and which lines are notes."""
    text = "\n".join(words for words, _, _ in rows)
    at, note, lines = 0, 0, list[Line]()
    for n, (words, page, printed) in enumerate(rows, start=1):
        note += bool(printed)
        kind = Kind.NOTE if printed else Kind.PARAGRAPH
        own = Given(n, kind, note=note if printed else 0, printed=printed)
        lines.append(Line(n, at, words, page=page, given=own))
        at += len(words) + 1
    return read_letter(Document(Source.of("brief", "brief.pdf", text, "UTF-8", "0" * 64), tuple(lines)))


def calls_of(letter: Letter) -> list[int]:
    return [ref.n for own in letter.blocks for ref in own.notes]


@pytest.mark.parametrize(
    "rows",
    [
        # each page numbers its notes anew, and one call is left for two of them
        [(CALL.format("1"), 1, ""), ("Zie de brief.", 1, "1"), ("Dat is zo.", 2, ""), ("Zie de nota.", 2, "1")],
        [
            (CALL.format("1"), 1, ""),
            ("Dat is zo.", 2, ""),
            ("Zie a.", 2, "1"),
            ("Zo is dat.", 3, ""),
            ("Zie b.", 3, "1"),
        ],
    ],
)
def test_one_call_for_two_notes_calls_the_first(rows: list[Row]) -> None:
    letter = read(rows)
    assert calls_of(letter) == [1]
    assert [note.block for note in letter.notes] == [1, None]
    assert letter.ledger.balances


CALLS = st.sampled_from(["", "{}", ".{}", "{})", " {})", "[{}]", " [{}]", "({})", " {} ", "{}2", "1{}"])
WORDS = st.builds(lambda call, n: CALL.format(call.format(n)), CALLS, st.integers(1, 4))
NUMBERED = st.builds(lambda form, n, text: form.format(n) + text, CALLS, st.integers(1, 4), WORDS)
ROWS = st.builds(
    lambda text, page, printed: (text.strip(), page, printed),
    WORDS | NUMBERED | st.sampled_from(["1", "1 2", "[2]", "Noten:", "* Zie a."]),
    st.integers(1, 3),
    st.sampled_from(["", "", "1", "2", "12"]),
)


@settings(max_examples=150, derandomize=True)
@given(st.lists(ROWS, min_size=1, max_size=12))
def test_whatever_notes_of_a_file_claim_it_is_read(rows: list[Row]) -> None:
    letter = read(sorted(rows, key=lambda row: row[1]))
    assert letter.ledger.balances
    assert {ref.n for own in letter.blocks for ref in own.notes} <= {note.n for note in letter.notes}


PLACES = st.builds(
    lambda line, start, width, weight: MarkerPlace(line, line, start, start, start + width, weight),
    st.integers(0, 2),
    st.integers(0, 12),
    st.integers(1, 4),
    st.integers(1, 9),
)
LINES = [Line(n + 1, 0, "De gemeente Hangmat.", cuts=(Cut(3, 5, Reason.MARKER),) if n == 1 else ()) for n in range(3)]


def meet(a: MarkerPlace, b: MarkerPlace) -> bool:
    return a.line == b.line and a.start < b.end and b.start < a.end


@settings(max_examples=300, derandomize=True)
@given(st.lists(PLACES, max_size=12))
def test_of_calls_that_claim_one_character_the_surest_counts(places: list[MarkerPlace]) -> None:
    kept = claimed_once(LINES, [(place, n) for n, place in enumerate(places)])
    assert [n for _, n in kept] == sorted({n for _, n in kept})
    assert not any(meet(a, b) for (a, _), (b, _) in combinations(kept, 2))
    for n, place in enumerate(places):
        cut = place.line == 1 and place.start < 5 and place.end > 3
        surer = any(meet(place, other) and (-other.weight, m) < (-place.weight, n) for other, m in kept)
        assert ((place, n) in kept) != (cut or surer)


@settings(max_examples=200, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 28), st.integers(0, 9), st.sampled_from(Reason)), max_size=8))
def test_what_is_cut_out_twice_is_left_out_once(found: list[tuple[int, int, Reason]]) -> None:
    text = "Tweede regel van een brief..."
    cuts = tuple(Cut(start, min(start + width, len(text)), reason) for start, width, reason in found)
    cuts = tuple(cut for cut in cuts if cut.reason is not Reason.NOTE)
    line = Line(1, 0, text, cuts=cuts)
    kept = tuple(span for span in line.kept() if span[0] < span[1])
    own = replace(block(1, "".join(text[a:b] for a, b in kept)), spans=kept)
    source = Source.of("brief", "brief.txt", text, "UTF-8", "0" * 64)
    assert account(source, [own], [], cuts).balances
