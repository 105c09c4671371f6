"""The margin column of a ministry's letter: who sends it, with which number, printed again on each page.

In extracted text it stands in the middle of the running text. It is known by its labels (`data/margin.yml`),
by the shapes of addresses and telephone numbers, and by returning on other pages.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.dates import day_in
from build_tools.dutch.matching import is_closing, salutes, squeezed
from build_tools.model import Reason
from build_tools.reading.blocks.heading_shapes import CASE, QUESTION
from build_tools.reading.signing.shapes import ROLE, names_person
from build_tools.reading.steps.margin_labels import (
    SENTENCE,
    UNIT_LINES,
    is_letters_own,
    labels_subject,
    last_end,
    ministry_end,
    thing_ends,
)
from build_tools.reading.steps.margins.addresses import ADDRESS, NARROW, PHONE, contact_runs, is_address
from build_tools.reading.steps.margins.columns_amid import labels_above_values
from build_tools.reading.steps.margins.labels import is_label, is_label_with_value, is_unit, label_of
from build_tools.reading.steps.margins.own_values import lists_values
from build_tools.reading.steps.margins.sentences import ends_printed_sentence, is_printed_sentence
from build_tools.reading.steps.margins.units import units_in_sentences, with_name_above
from build_tools.reading.steps.page_numbers import is_page_number
from build_tools.reading.steps.taking_out import take_out

TEXT_OPENING = re.compile(r"[–•·-] |\d+[.)] |Vraag|Antwoord|De minister|De staatssecretaris")
"""What begins a list item, a heading of a question or a signature: a line of the text, however narrow."""

RETURNED = ">"
"""How a return address begins, `> Retouradres Postbus 20901`: it opens what a letter has beside its text; other
addresses do not."""

COLUMN = (Reason.HEAD, Reason.MARGIN)
"""Why a line was taken out that a letter has beside its text."""

NOTE_NUMBER = re.compile(r"\d{1,2}")
"""The number of a note alone above its text, though a count of annexes is the same."""

FEW_LINES = 4
"""A column with no more lines is a margin by one thing of one: a date with its label, a page number."""


@dataclass(frozen=True, slots=True)
class MarginRun:
    """Lines that look like a margin: how many things of one they hold, and whether a label or a name is among these."""

    lines: range
    things: int
    named: bool

    @property
    def sure(self) -> bool:
        """Whether it is a margin by itself, without a head around it."""
        return self.named and self.things > 1


def take_out_margins(draft: Draft) -> Draft:
    """Take runs of margin lines out of the running text.

    A label alone can be a heading: it is margin only in a letter that shows elsewhere that it has one.
    """
    named = [run for run in margin_runs(draft.lines) if run.named and not is_of_text(draft, run.lines)]
    shown = has_margin(draft) or any(run.sure for run in named)
    runs = [with_name_above(draft.lines, run.lines) for run in named if shown]
    known = {squeezed(line.text) for run in runs for line in draft.lines[run.start : run.stop]}
    known |= {squeezed(draft.source.text[cut.start : cut.end]) for cut in draft.taken}
    taken: dict[int, Reason] = {}
    head: list[HeadLine] = []
    amid = (*contact_runs(draft.lines), *units_in_sentences(draft.lines), *labels_above_values(draft.lines))
    apart = amid if has_margin(draft) else ()
    for run in (*runs, *repeated_units(draft.lines, known), *repeated_labels(draft.lines, known), *apart):
        taken |= dict.fromkeys(run, Reason.MARGIN)
    for at in {*signers_within(draft.lines, taken), *cases_within(draft.lines, taken)}:
        del taken[at]
    for run in runs:
        head += stated_in_margin(draft.lines[run.start : run.stop])
    return take_out(draft, taken, head)


def is_of_text(draft: Draft, run: range) -> bool:
    """Whether lines that look like a margin are an address or a list within the text: amid a page, with no label of the
    letter itself (its date, its reference), and nothing that was taken out with the head or the margin. On the page of
    the head, a label tells enough; not where the text lists what stands behind it."""
    if lists_values(draft.lines, run):
        return True
    lines = draft.lines[run.start : run.stop]
    said = {squeezed(draft.source.text[cut.start : cut.end]) for cut in draft.taken if cut.reason in COLUMN}
    said |= {squeezed(line.value) for line in draft.head if line.states == "margin ministry"}
    whole = {squeezed("".join(line.text for line in lines[at : ministry_end(lines, at)])) for at in range(len(lines))}
    known = said & (whole | {squeezed(line.text) for line in lines})
    labelled = is_label_of_head if has_margin(draft) and lines[0].page == draft.lines[0].page else labels_letter
    return not (known or any(labelled(line.text) for line in lines) or at_page_edge(draft.lines, run))


def is_label_of_head(text: str) -> bool:
    """Whether a line has a label or a sentence of a margin, whatever it says."""
    return label_of(text) is not None or labels_letter(text)


def labels_letter(text: str) -> bool:
    """Whether a line has a label of the letter itself, or one of the sentences printed in a margin."""
    label = label_of(text)
    kind = data("margin")["labels"][label[0]] if label else "words"
    return kind != "words" or is_printed_sentence(text) or text.startswith(RETURNED)


def at_page_edge(lines: Sequence[Line], run: range) -> bool:
    """Whether lines begin or end their page, or stand beside something that was taken out."""
    first = run.start == 0 or lines[run.start].turn or lines[run.start - 1].page != lines[run.start].page
    return first or ends_page(lines, run.stop - 1) or lines[run.stop].page != lines[run.start].page


def signers_within(lines: Sequence[Line], taken: Container[int]) -> Iterator[int]:
    """The names that stand apart between things of a margin, the first ones below the role of who signs: the end of a
    page broke the signature."""
    above = 0
    for at, line in enumerate(lines):
        apart = line.blanks > 0 and (at + 1 == len(lines) or lines[at + 1].blanks > 0)
        named = names_person(line.text) and not is_label(line.text)
        signs = apart and named and ROLE.fullmatch(lines[above].text)
        if at not in taken or signs:
            above = at
        if at in taken and signs:
            yield at


def cases_within(lines: Sequence[Line], taken: Container[int]) -> Iterator[int]:
    """The numbers of cases right above the first question, below what is not their label: they head the annex."""
    for at in range(1, len(lines) - 1):
        if at in taken and at + 1 not in taken and CASE.fullmatch(lines[at].text):
            label = label_of(lines[at - 1].text)
            if QUESTION.fullmatch(lines[at + 1].text) and (label is None or label[1]):
                yield at


def has_margin(draft: Draft) -> bool:
    """Whether what was taken out of the text before shows that a ministry sends it."""
    texts = [
        draft.source.text[cut.start : cut.end] for cut in draft.taken if cut.reason in (Reason.HEAD, Reason.MARGIN)
    ]
    return any(label_of(text) or is_unit(text) or squeezed(text).startswith(">retouradres") for text in texts)


def is_margin_text(texts: Sequence[str]) -> bool:
    """Whether a column of text is a ministry's margin: it has labels, addresses or names of parts of a ministry.

    One of these is enough where the column has hardly more than that.
    """
    known = {text for text in texts if is_label(text) or ADDRESS.fullmatch(text) or is_page_number(text)}
    return len(known) > 1 or (len(known) == 1 and len(texts) <= FEW_LINES)


def margin_runs(lines: Sequence[Line]) -> Iterator[MarginRun]:
    """Runs of lines that look like a margin: two things of a margin at least, one label with its value, or one of the
    sentences that ministries print there, as a whole. A subject begins one only where such a sentence stands in it."""
    ends, narrow = thing_ends(lines), narrow_ends(lines)
    at = 0
    while at < len(lines):
        end, things = run_from(lines, ends, at)
        if things and narrow[at]:
            end, things = narrow[at], things + 1
        if labels_subject(lines[at].text) and not any(is_printed_sentence(line.text) for line in lines[at:end]):
            at += 1
        elif things > 1 or (things and (is_label_with_value(lines[at].text) or is_printed_sentence(lines[at].text))):
            named = any(is_label(line.text) or is_printed_sentence(line.text) for line in lines[at:end])
            first = with_addresses_above(lines, at) if named and things > 1 else at
            yield MarginRun(range(first, end), things, named)
            at = end
        else:
            at += 1


def with_addresses_above(lines: Sequence[Line], at: int) -> int:
    """Where a margin begins of which the addresses right above belong to it, and those above white space that have a
    telephone number, as no addressee has; an address by itself begins none, and one that the text announces is the
    text's."""
    first = addresses_above(lines, at)
    if may_go_above(lines, first):
        apart = addresses_above(lines, first - 1)
        first = apart if any(PHONE.fullmatch(line.text) for line in lines[apart:first]) else first
    return at if first and lines[first - 1].text.endswith(":") else first


def addresses_above(lines: Sequence[Line], at: int) -> int:
    """The first of the addresses right above a line, with no white space between; the line where there are none."""
    while may_go_above(lines, at) and not lines[at].blanks:
        at -= 1
    return at


def may_go_above(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above one is an address on the same page."""
    return at > 0 and is_address(lines[at - 1].text) and lines[at - 1].page == lines[at].page


def narrow_ends(lines: Sequence[Line]) -> list[int]:
    """For each line where its page ends, if all from this line on is as narrow as a margin; 0 where it is not.

    The last page may end with narrow text, and a page that is narrow as a whole is no margin.
    """
    ends = [0] * len(lines)
    end, fits = len(lines), True
    for at in reversed(range(len(lines))):
        if at + 1 < len(lines) and lines[at + 1].page != lines[at].page:
            end, fits = at + 1, True
        fits = fits and (len(lines[at].text) <= NARROW or lines[at].text[0] == ">") and not is_text(lines[at].text)
        starts = at == 0 or lines[at - 1].page != lines[at].page
        if fits and end < len(lines) and end - at > 1 and not starts:
            ends[at] = end
    return ends


def is_text(text: str) -> bool:
    """Whether a line is surely one of the letter, however narrow: its salutation or closing, an item, a sentence that
    no ministry prints in its margin. A label alone is none, however many words it has: `Bericht op brief van:`."""
    label = label_of(text)
    if label and not label[1]:
        return False
    opens = TEXT_OPENING.match(text) is not None or salutes(text) or is_closing(text)
    return opens or (SENTENCE.fullmatch(text) is not None and not ends_printed_sentence(text))


def run_from(lines: Sequence[Line], ends: Sequence[int], start: int) -> tuple[int, int]:
    """Where the margin that begins at `start` ends, and how many things (labels, units, addresses) it has."""
    at, things = start, 0
    while at < len(lines) and (at == start or lines[at].page == lines[start].page):
        text = lines[at].text
        named = is_unit(text) or label_of(text) or text.startswith(RETURNED)
        if ends[at] == at or (at == start and not named and is_address(text)):
            break
        at, things = ends[at], things + 1
    return at, things


def repeated_units(lines: Sequence[Line], known: set[str]) -> Iterator[range]:
    """A unit's name that stood in a margin elsewhere is margin also where it stands alone, and so is what can be half
    of one that ends several pages. A number below all this that no label asks for can be that of a note."""
    units = [at for at, line in enumerate(lines) if is_unit(line.text)]
    shared = Counter(key for at in units for key in narrow_openings(lines, at))
    end = done = 0
    for at in units:
        end = max(end, at)
        while end < len(lines) and squeezed(lines[end].text) in known:
            end += 1
        end -= (
            end - 1 > at
            and NOTE_NUMBER.fullmatch(lines[end - 1].text) is not None
            and not is_label(lines[end - 2].text)
        )
        least = 0 if ends_page(lines, at) else 1
        alike = max((len(key) for key in narrow_openings(lines, at) if shared[key] > 1 and len(key) > least), default=0)
        last = max(end, at + alike)
        if last > max(at, done):
            yield range(max(at, done), last)
            done = last


def ends_page(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the last of its page, or what stood below it was taken out: a page foot."""
    return at + 1 == len(lines) or lines[at + 1].turn


def repeated_labels(lines: Sequence[Line], known: set[str]) -> Iterator[range]:
    """The label of a reference that stood in a margin elsewhere, alone: its value came out somewhere else."""
    for at, line in enumerate(lines):
        label = label_of(line.text)
        if label and not label[1] and data("margin")["labels"][label[0]] == "code" and squeezed(line.text) in known:
            yield range(at, at + 1)


def narrow_openings(lines: Sequence[Line], at: int) -> set[tuple[str, ...]]:
    """The line at `at`, that line with the next one, and so on as far as the lines are narrow, without white space."""
    near = lines[at : at + UNIT_LINES]
    narrow = takewhile(lambda line: len(line.text) <= NARROW and not is_letters_own(line.text), near)
    texts = tuple(squeezed(line.text) for line in narrow)
    return {texts[: n + 1] for n in range(len(texts))}


def stated_in_margin(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """The dates and the subject that a margin states, and the ministries that it names."""
    ends = thing_ends(lines)
    for at, line in enumerate(lines):
        label = label_of(line.text)
        if label and label[0] == "datum":
            value = label[1] or (lines[at + 1].text if at + 1 < len(lines) else "")
            if day_in(value):
                yield HeadLine("margin date", value, line.number)
        elif labels_subject(line.text) and (end := ends[at] if ends[at] > at else last_end(ends, at)) > at + 1:
            yield HeadLine("margin subject", " ".join(part.text for part in lines[at + 1 : end]), line.number)
        elif (end := ministry_end(lines, at)) > at:
            yield HeadLine("margin ministry", " ".join(part.text for part in lines[at:end]), line.number)
