"""All traces in one list. To add one: a function that finds it, a line here, what readers are told of it in
`data/verdict.yml`, and a case in `tests/cases/compare/traces.yml`."""

from build_tools.compare.model import Change, Comparison
from build_tools.compare.telling.traces.displaced import displaced
from build_tools.compare.telling.traces.letters import (
    item_mark,
    lost_accent,
    lost_capital,
    lost_ligature_sign,
    lost_sign,
    stray_sign,
)
from build_tools.compare.telling.traces.page_lines import lost_first_half, page_line, said_twice, torn_word
from build_tools.compare.telling.traces.pages_lost import page_lost
from build_tools.compare.telling.traces.trace import Trace

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
    displaced,
    page_lost,
)
"""What a page or a machine leaves in a text, in the order in which it is sought."""


def trace_of(comparison: Comparison, change: Change) -> Trace | None:
    """The first trace by which a change may be no edit."""
    return next(filter(None, (sought(comparison, change) for sought in TRACES)), None)
