"""The rules of doubt in one list, the gravest first. A rule looks at a reading and names places; it changes nothing."""

from collections.abc import Callable, Iterator

from build_tools.model import Doubt, DoubtKind
from build_tools.reading.doubts.around_text import contradicted_facts, sentences_in_head
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.doubts.notes import (
    calls_without_note,
    notes_that_break_off,
    notes_without_call,
    numbers_missing,
)
from build_tools.reading.doubts.text import (
    broken_words,
    feet_in_text,
    paragraphs_that_break_off,
    unmapped_signs,
)

RULES: tuple[Callable[[Evidence], Iterator[Doubt]], ...] = (
    feet_in_text,
    sentences_in_head,
    notes_without_call,
    calls_without_note,
    numbers_missing,
    notes_that_break_off,
    paragraphs_that_break_off,
    broken_words,
    unmapped_signs,
    contradicted_facts,
)
"""To add one: a function here, its kind in `DoubtKind` and `data/doubts.yml`, and a case in `tests/cases/doubts`."""


def doubts_of(evidence: Evidence) -> tuple[Doubt, ...]:
    """Every place where the reading may be wrong, the gravest kind first, in the order of the source."""
    order = list(DoubtKind)
    found: list[Doubt] = []
    for doubt in (doubt for rule in RULES for doubt in rule(evidence)):
        if not any(_tells(one, doubt) for one in found):
            found.append(doubt)
    return tuple(sorted(found, key=lambda doubt: (order.index(doubt.kind), doubt.line)))


def _tells(one: Doubt, other: Doubt) -> bool:
    """Whether two rules of one kind found the same words."""
    same = (one.kind, one.line) == (other.kind, other.line)
    return same and (other.text in one.text or one.text in other.text)
