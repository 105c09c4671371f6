"""All traces in one list. To add one: a function that finds it, a line here, what readers are told of it in
`data/verdict.yml`, and a case in `tests/cases/compare/traces.yml`."""

from build_tools.compare.model import Change, Comparison
from build_tools.compare.telling.traces.displaced import displaced
from build_tools.compare.telling.traces.elsewhere import stands_elsewhere
from build_tools.compare.telling.traces.letters import (
    item_mark,
    lost_accent,
    lost_capital,
    lost_ligature_sign,
    lost_mark,
    lost_sign,
    stray_sign,
)
from build_tools.compare.telling.traces.measure import line_too_long
from build_tools.compare.telling.traces.mistaken import cut_off, mistaken
from build_tools.compare.telling.traces.numerals import note_number_joined, number_gone, other_separator, stray_digit
from build_tools.compare.telling.traces.page_lines import lost_first_half, page_line, said_twice, torn_word
from build_tools.compare.telling.traces.pages_lost import lost_at_turn, page_lost
from build_tools.compare.telling.traces.programs import entity, left_by_program
from build_tools.compare.telling.traces.strange import crumbled, no_dutch, same_letter, strange_sign
from build_tools.compare.telling.traces.trace import Trace
from build_tools.compare.telling.traces.web_lines import browser_head, menu

TRACES = (
    stray_sign,
    item_mark,
    lost_sign,
    lost_capital,
    lost_ligature_sign,
    lost_accent,
    torn_word,
    lost_first_half,
    said_twice,
    page_line,
    menu,
    browser_head,
    displaced,
    page_lost,
    lost_at_turn,
    lost_mark,
    other_separator,
    number_gone,
    note_number_joined,
    stray_digit,
    left_by_program,
    entity,
    strange_sign,
    mistaken,
    cut_off,
    same_letter,
    crumbled,
    no_dutch,
    stands_elsewhere,
    line_too_long,
)
"""What a page or a machine leaves in a text, in the order in which it is sought."""


def trace_of(comparison: Comparison, change: Change) -> Trace | None:
    """The first trace by which a change may be no edit."""
    return next(filter(None, (sought(comparison, change) for sought in TRACES)), None)
