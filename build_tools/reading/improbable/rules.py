"""The rules of doubt about what is unlike a letter, in one list."""

from collections.abc import Callable, Iterator

from build_tools.model import Doubt
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.improbable.both_ways import either_way
from build_tools.reading.improbable.items import items_like_notes, paragraphs_like_items
from build_tools.reading.improbable.messages import messages_in_text, messages_left_out
from build_tools.reading.improbable.no_sentences import (
    addresses_in_texts,
    headings_of_nothing,
    lines_behind_the_end,
    notes_behind_their_end,
    tails_of_texts,
    texts_alike,
    texts_without_verbs,
)
from build_tools.reading.improbable.notes import (
    marks_of_programs,
    notes_below_their_rest,
    notes_like_text,
    notes_that_end_alike,
)
from build_tools.reading.improbable.order import (
    annexes_named_twice,
    labels_below_each_other,
    offices_above_names,
    texts_out_of_order,
)
from build_tools.reading.improbable.unconfirmed import (
    days_unread,
    figures_left_out,
    left_out_once,
    numbers_unread,
    text_in_head,
    titles_unsure,
)

IMPROBABLE: tuple[Callable[[Evidence], Iterator[Doubt]], ...] = (
    texts_without_verbs,
    texts_alike,
    tails_of_texts,
    addresses_in_texts,
    headings_of_nothing,
    lines_behind_the_end,
    notes_behind_their_end,
    notes_like_text,
    marks_of_programs,
    notes_below_their_rest,
    notes_that_end_alike,
    items_like_notes,
    paragraphs_like_items,
    texts_out_of_order,
    offices_above_names,
    annexes_named_twice,
    labels_below_each_other,
    left_out_once,
    figures_left_out,
    either_way,
    text_in_head,
    messages_left_out,
    messages_in_text,
    numbers_unread,
    days_unread,
    titles_unsure,
)
"""Rules that foresee no fault: heard where those of `doubt_rules.py`, which can say what is wrong, have nothing to say
of a line and those beside it."""
