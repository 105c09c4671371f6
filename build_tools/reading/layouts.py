"""The layouts: how each is recognised, and the ordered list of steps that cleans it.

To add a layout: write its steps (draft -> draft), and add a row here with a test that recognises it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from build_tools.draft import Draft
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.facts import TITLED_APART
from build_tools.reading.footnotes.step import take_out_notes
from build_tools.reading.footnotes.typed_notes import take_out_typed_notes
from build_tools.reading.footnotes.uncalled import call_uncalled_notes
from build_tools.reading.steps.columns.head_columns import part_head
from build_tools.reading.steps.columns.margins_beside import take_out_left_margin, take_out_right_margin
from build_tools.reading.steps.columns.side_headings import move_left_margin
from build_tools.reading.steps.columns.text_columns import part_text_columns
from build_tools.reading.steps.heads.answers_head import read_answers_head, take_out_answers_head
from build_tools.reading.steps.heads.given_structure import take_out_given
from build_tools.reading.steps.heads.head_shapes import DOSSIER, RETURN_ADDRESS
from build_tools.reading.steps.heads.letterhead import take_out_head
from build_tools.reading.steps.heads.small_labels import is_small_labels
from build_tools.reading.steps.heads.stray_values import take_out_returning, take_out_stray_values
from build_tools.reading.steps.margin_column import take_out_margins
from build_tools.reading.steps.marginal_headings import (
    interrupts,
    move_last_labels,
    move_marginal_headings,
    move_questions,
)
from build_tools.reading.steps.margins.labels import label_of
from build_tools.reading.steps.marks.starred_numbers import read_starred_numbers
from build_tools.reading.steps.marks.typed_marks import read_typed_marks
from build_tools.reading.steps.marks.word_marks import INLINE, read_word_marks
from build_tools.reading.steps.mending.broken_initials import mend_initials
from build_tools.reading.steps.mending.glued_marks import part_glued_marks
from build_tools.reading.steps.mending.glued_numbers import part_glued_numbers
from build_tools.reading.steps.mending.left_notes import move_left_notes
from build_tools.reading.steps.mending.loose_bullets import give_back_bullets
from build_tools.reading.steps.mending.margin_notes import move_margin_notes, move_margin_rows
from build_tools.reading.steps.mending.notes_in_columns import part_note_columns
from build_tools.reading.steps.mending.question_numbers import head_by_numbers
from build_tools.reading.steps.mending.raised_endings import put_back_raised
from build_tools.reading.steps.mending.run_in_notes import part_run_in_notes
from build_tools.reading.steps.mending.side_by_side import part_signatures
from build_tools.reading.steps.mending.signatures_in_rows import part_signature_rows
from build_tools.reading.steps.mending.text_behind_notes import part_text_behind_notes
from build_tools.reading.steps.mending.title_notes import take_out_title_note
from build_tools.reading.steps.mending.unseen_bullets import mark_unseen_bullets
from build_tools.reading.steps.paging.behind_feet import take_out_behind_feet
from build_tools.reading.steps.paging.drawn_lines import take_out_drawn
from build_tools.reading.steps.paging.echoes import take_out_echoes
from build_tools.reading.steps.paging.edge_lines import take_out_edge_lines
from build_tools.reading.steps.paging.kept_numbers import take_out_kept_numbers
from build_tools.reading.steps.paging.last_numbers import take_out_last_numbers
from build_tools.reading.steps.paging.page_furniture import FOOT, take_out_page_feet, take_out_top_numbers
from build_tools.reading.steps.paging.page_heads import take_out_page_heads
from build_tools.reading.steps.paging.running_heads import take_out_running_heads
from build_tools.reading.steps.taking_out import Step
from build_tools.reading.steps.web.back_links import take_out_back_links
from build_tools.reading.steps.web.web_page import is_web_page, take_out_shown_site, take_out_web_page
from build_tools.reading.text_tables.step import put_tables_back, set_tables_apart

INTERRUPTIONS = 2
"""One short line in the midst of a sentence can be a stray cell or label; two are headings beside the text."""

FIRST_PAGE = 60
"""Lines in which a ministry's head or margin shows itself: a page has about as many. Further on a label such as
`Bijlage` can be a heading of any letter."""

COLUMNS = re.compile(r" {3,}")
"""What parts the columns of a line."""

MASTHEAD_LINES = 20
"""Lines in which the masthead of a printed paper states its dossier: it opens the paper, below a few lines of
imprint at most. Further on such a line can be text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A shape in which letters arrive: its name (Dutch, as the site and the catalogue say it), its sign, its steps."""

    name: str
    recognise: Callable[[Draft], bool]
    steps: tuple[Step, ...]


def has_word_marks(draft: Draft) -> bool:
    """Whether whole paragraphs are the lines, or marks of Word stand in them."""
    return not draft.wrapped or any(INLINE.search(line.text) for line in draft.lines)


def has_marginal_headings(draft: Draft) -> bool:
    """Whether short lines like headings come out in the midst of sentences."""
    triples = zip(draft.lines, draft.lines[1:], draft.lines[2:], strict=False)
    below = ((interrupts(*triple), triple[2].text) for triple in triples)
    return sum(found and text[0].islower() and bullet_of(text) is None for found, text in below) >= INTERRUPTIONS


def has_ministry_head(draft: Draft) -> bool:
    """Whether the letter begins with the return address or the labels that a ministry prints, in the first column of a
    line that holds several."""
    texts = [line.text for line in draft.lines[:FIRST_PAGE]]
    firsts = (COLUMNS.split(text)[0] for text in texts if not is_small_labels(text))
    return any(RETURN_ADDRESS.match(text) or label_of(text) for text in texts) or any(map(label_of, firsts))


def is_printed(draft: Draft) -> bool:
    """Whether pages have the feet of a parliamentary paper, or its masthead stands above the text."""
    texts = [line.text for line in draft.lines]
    footed = any(FOOT.match(text) for text in texts)
    numbered = any(DOSSIER.fullmatch(text) for text in texts[:MASTHEAD_LINES])
    return footed or numbered or read_answers_head(draft.lines) is not None


def is_publication(draft: Draft) -> bool:
    """Official XML or a page made of it: it says of each line what it is, and has no pages with feet."""
    return draft.source.kind in TITLED_APART and draft.has_structure()


def always(_: Draft) -> bool:
    """Fits what no other layout does."""
    return True


PAGES: tuple[Step, ...] = (
    take_out_page_feet,
    take_out_answers_head,
    take_out_kept_numbers,
    take_out_top_numbers,
    take_out_running_heads,
    move_left_notes,
    part_text_columns,
    take_out_right_margin,
    move_margin_rows,
)
MARGIN: tuple[Step, ...] = (
    take_out_behind_feet,
    take_out_margins,
    take_out_stray_values,
    take_out_returning,
    take_out_page_heads,
    take_out_edge_lines,
    take_out_echoes,
)
TEXT: tuple[Step, ...] = (
    take_out_last_numbers,
    part_signatures,
    part_signature_rows,
    mend_initials,
    part_glued_marks,
    put_back_raised,
    head_by_numbers,
    part_glued_numbers,
    part_note_columns,
    move_margin_notes,
    part_run_in_notes,
    part_text_behind_notes,
    take_out_notes,
    take_out_title_note,
    take_out_drawn,
    move_questions,
    give_back_bullets,
    mark_unseen_bullets,
)
"""The steps that every text set on pages goes through; those that read its margin and its running text."""

LAYOUTS: tuple[Layout, ...] = (
    Layout("publicatie", is_publication, (take_out_given, take_out_head)),
    Layout(
        "bestand",
        Draft.has_structure,
        (
            take_out_shown_site,
            take_out_page_feet,
            take_out_given,
            take_out_head,
            call_uncalled_notes,
            take_out_typed_notes,
            read_typed_marks,
        ),
    ),
    Layout(
        "webpagina",
        is_web_page,
        (
            take_out_web_page,
            take_out_back_links,
            read_word_marks,
            read_starred_numbers,
            take_out_head,
            set_tables_apart,
            *TEXT,
            put_tables_back,
        ),
    ),
    Layout(
        "word",
        has_word_marks,
        (
            take_out_page_feet,
            read_word_marks,
            take_out_head,
            set_tables_apart,
            part_signatures,
            part_signature_rows,
            head_by_numbers,
            take_out_notes,
            take_out_drawn,
            put_tables_back,
        ),
    ),
    Layout(
        "departement",
        has_ministry_head,
        (
            *PAGES,
            take_out_left_margin,
            part_head,
            take_out_head,
            set_tables_apart,
            *MARGIN,
            move_left_margin,
            *TEXT,
            put_tables_back,
        ),
    ),
    Layout(
        "begroting",
        has_marginal_headings,
        (*PAGES, take_out_head, set_tables_apart, move_left_margin, *TEXT, move_marginal_headings, put_tables_back),
    ),
    Layout(
        "kamerstuk",
        is_printed,
        (
            *PAGES,
            take_out_head,
            set_tables_apart,
            take_out_echoes,
            move_left_margin,
            *TEXT,
            move_last_labels,
            put_tables_back,
        ),
    ),
    Layout(
        "brief",
        always,
        (
            *PAGES,
            part_head,
            take_out_head,
            set_tables_apart,
            *MARGIN,
            move_left_margin,
            *TEXT,
            move_last_labels,
            put_tables_back,
        ),
    ),
)


def layout_of(draft: Draft, name: str | None = None) -> Layout:
    """The layout with this name, or else the first whose sign the document shows."""
    if name is not None:
        return next(layout for layout in LAYOUTS if layout.name == name)
    return next(layout for layout in LAYOUTS if layout.recognise(draft))


def names() -> Iterable[str]:
    """The names of all layouts, as the catalogue may state them."""
    return (layout.name for layout in LAYOUTS)


def clean(draft: Draft, layout: Layout) -> Draft:
    """The draft after all steps of its layout: running text in its lines, all else apart and accounted for."""
    for step in layout.steps:
        draft = step(draft)
    return draft
