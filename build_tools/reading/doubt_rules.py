"""The rules of doubt for faults that are known in one list, the gravest first; then those that foresee none are heard.
A rule looks at a reading and names places; it changes nothing."""

from collections.abc import Callable, Iterator

from build_tools.model import Doubt, DoubtKind
from build_tools.reading.doubts.around_text import (
    annexes_in_margins,
    contradicted_facts,
    days_that_cannot_be,
    introductions_left_out,
    lines_within_sentences,
    sentences_in_head,
    signatures_about_margins,
    signed_by_others,
    subjects_left_out,
)
from build_tools.reading.doubts.breaks.unsure_breaks import unsure_breaks
from build_tools.reading.doubts.calls import marks_in_brackets, numbers_that_may_call, rows_of_numbers, traces_of_calls
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.doubts.feet import feet_in_text
from build_tools.reading.doubts.head_lines import (
    labels_below_signatures,
    lines_of_head,
    ministries_in_text,
    questions_left_out,
    references_left_out,
    titles_with_labels,
)
from build_tools.reading.doubts.headings import answers_without_text, headings_within, numbers_of_answers, weak_headings
from build_tools.reading.doubts.inserted import (
    doubled_lines,
    lines_in_sentences,
    numbers_alone,
    out_of_order,
    pieces_of_columns,
    words_above_texts,
)
from build_tools.reading.doubts.list_runs import (
    dashes_of_a_sentence,
    items_behind_an_end,
    items_like_initials,
    items_out_of_count,
    items_that_run_on,
    items_within_lines,
    signs_in_items,
    signs_without_items,
    text_behind_lists,
    texts_without_stops,
    unfinished_lists,
)
from build_tools.reading.doubts.lists import (
    headings_like_items,
    items_behind_headings,
    items_in_paragraphs,
    items_like_headings,
    labels_like_headings,
    marks_left,
    marks_of_two_kinds,
    questions_of_two_kinds,
)
from build_tools.reading.doubts.margins import marked_within, parts_of_motions, questions_in_one, quotations
from build_tools.reading.doubts.marks_lost import (
    ends_of_items,
    headings_in_items,
    items_alone,
    items_apart,
    items_behind_dealt,
    items_between_marks,
    marks_dealt_out,
    marks_far_from_texts,
    marks_of_a_list,
    marks_without_text,
    set_in_by_a_space,
)
from build_tools.reading.doubts.note_begins import (
    notes_as_text,
    notes_in_notes,
    notes_in_text,
    notes_run_together,
    notes_that_count_on,
    notes_within_lines,
)
from build_tools.reading.doubts.notes import (
    addresses_in_notes,
    calls_without_note,
    notes_dealt_out,
    notes_that_break_off,
    notes_that_go_on,
    notes_that_widen,
    notes_without_call,
    notes_without_text,
    numbers_below_texts,
    numbers_missing,
)
from build_tools.reading.doubts.sentences import (
    brackets_left_open,
    broken_sentences,
    goes_on_in_small,
    rests_of_sentences,
)
from build_tools.reading.doubts.strays import (
    closed_before_opened,
    headings_in_one,
    labels_in_text,
    notes_among_texts,
    notes_below_signatures,
    parts_with_a_comma,
    salutations_within,
    signers_in_text,
)
from build_tools.reading.doubts.tables import captions_without_table, cells_apart, rows_beside_tables, tables_given_up
from build_tools.reading.doubts.text import paragraphs_that_break_off, texts_that_want_more
from build_tools.reading.doubts.words.line_end_hyphens import falsely_joined, hyphens_kept
from build_tools.reading.doubts.words.misread_signs import unmapped_signs
from build_tools.reading.doubts.words.parted_addresses import broken_addresses
from build_tools.reading.doubts.words.seams import addresses_mended, hyphens_lost, initialisms_glued
from build_tools.reading.doubts.words.word_boundaries import broken_words, fused_words
from build_tools.reading.improbable.notes import begins_of_notes
from build_tools.reading.improbable.rules import IMPROBABLE

RULES: tuple[Callable[[Evidence], Iterator[Doubt]], ...] = (
    feet_in_text,
    lines_of_head,
    labels_below_signatures,
    references_left_out,
    questions_left_out,
    ministries_in_text,
    lines_in_sentences,
    numbers_alone,
    pieces_of_columns,
    words_above_texts,
    doubled_lines,
    out_of_order,
    labels_in_text,
    salutations_within,
    closed_before_opened,
    parts_with_a_comma,
    introductions_left_out,
    sentences_in_head,
    subjects_left_out,
    annexes_in_margins,
    lines_within_sentences,
    notes_without_call,
    notes_without_text,
    calls_without_note,
    marks_in_brackets,
    numbers_that_may_call,
    rows_of_numbers,
    traces_of_calls,
    numbers_missing,
    notes_in_text,
    notes_as_text,
    notes_in_notes,
    notes_run_together,
    notes_within_lines,
    notes_dealt_out,
    numbers_below_texts,
    notes_that_go_on,
    notes_that_widen,
    addresses_in_notes,
    notes_that_break_off,
    notes_that_count_on,
    notes_among_texts,
    notes_below_signatures,
    paragraphs_that_break_off,
    texts_that_want_more,
    brackets_left_open,
    broken_sentences,
    goes_on_in_small,
    rests_of_sentences,
    answers_without_text,
    broken_words,
    broken_addresses,
    fused_words,
    falsely_joined,
    hyphens_lost,
    initialisms_glued,
    addresses_mended,
    hyphens_kept,
    unmapped_signs,
    contradicted_facts,
    days_that_cannot_be,
    signed_by_others,
    titles_with_labels,
    tables_given_up,
    cells_apart,
    captions_without_table,
    rows_beside_tables,
    signers_in_text,
    signatures_about_margins,
    weak_headings,
    headings_in_one,
    headings_within,
    headings_like_items,
    items_like_headings,
    items_behind_headings,
    labels_like_headings,
    marks_left,
    marks_of_two_kinds,
    items_in_paragraphs,
    questions_of_two_kinds,
    unfinished_lists,
    texts_without_stops,
    items_that_run_on,
    items_within_lines,
    items_like_initials,
    dashes_of_a_sentence,
    items_behind_an_end,
    items_out_of_count,
    signs_in_items,
    signs_without_items,
    text_behind_lists,
    marks_dealt_out,
    items_behind_dealt,
    marks_without_text,
    marks_far_from_texts,
    marks_of_a_list,
    set_in_by_a_space,
    ends_of_items,
    items_apart,
    items_alone,
    items_between_marks,
    headings_in_items,
    marked_within,
    questions_in_one,
    parts_of_motions,
    quotations,
    numbers_of_answers,
)
"""To add one: a function here, its kind in `DoubtKind` and `data/doubts.yml`, and a case in `tests/cases/doubts`.
Behind them all come `IMPROBABLE`, `begins_of_notes` and `unsure_breaks`."""


def doubts_of(evidence: Evidence) -> tuple[Doubt, ...]:
    """Every place where the reading may be wrong, the gravest kind first, in the order of the source."""
    order = list(DoubtKind)
    told: dict[tuple[int, int], list[Doubt]] = {}
    found = [doubt for rule in RULES for doubt in rule(evidence)]
    near = {doubt.line + beside for doubt in found for beside in (-1, 0, 1)}
    found += [doubt for rule in IMPROBABLE for doubt in rule(evidence) if doubt.line not in near]
    found += begins_of_notes(evidence, found)
    for doubt in (*found, *unsure_breaks(evidence, len(found) > 0)):
        here = told.setdefault((order.index(doubt.kind), doubt.line), [])
        if not any(doubt.text in one.text or one.text in doubt.text for one in here):
            here.append(doubt)
    return tuple(doubt for _, here in sorted(told.items()) for doubt in here)
