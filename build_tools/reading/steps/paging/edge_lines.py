"""Heads and feet of pages on one line: who sends the letter, its reference, its date, the number of the page.

`Ministerie van Financiën – Ons kenmerk FEZ/12 – Pagina 2 van 2`: a line at the edge of a page that holds nothing but
things of a margin is one of these also in a letter of two pages, where nothing returns.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from build_tools.data import data
from build_tools.draft import Draft, Line
from build_tools.dutch.dates import DATE, date_in, day_in
from build_tools.dutch.matching import squeezed
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.signing.signatures import signatures
from build_tools.reading.steps.heads.head_labels import PAGE
from build_tools.reading.steps.heads.stray_values import stands_apart
from build_tools.reading.steps.margin_labels import ministry_end
from build_tools.reading.steps.margins.addresses import STREET, is_address, is_address_row, is_sent_from, sender_shape
from build_tools.reading.steps.margins.labels import is_label_with_value, is_name, is_unit, label_of, ministry_names
from build_tools.reading.steps.margins.values import is_sole_value
from build_tools.reading.steps.page_numbers import closes_page, is_page_label, is_page_number
from build_tools.reading.steps.paging.counted_lines import CODE
from build_tools.reading.steps.paging.page_heads import at_edge, references_of
from build_tools.reading.steps.taking_out import take_out

BETWEEN = re.compile(r"\s[-–—|•·]\s")
"""What parts such things where more than white space does: ` – `, ` | `."""

LONGEST_THING = 12
"""Words of one thing at the most: the name of a ministry, a label with its code."""

PLAIN_NUMBER = re.compile(r"\d{1,3}")
"""The number of a page without a word or a total: beside a label alone, for the row of a table can end in one."""

DAYS = ("date", "margin date", "around date", "received")
"""What states the day of a letter in its head."""

STATED = (Reason.HEAD, Reason.MARGIN)
"""Why a line was taken out that can state the reference of the letter."""

LEAST_ROWS, ROWS = 2, 8
"""Rows of an address at the foot of a page, at the least and at the most."""

LEAST_SURE = 2
"""Lines of an address that can be nothing else, at the least, among those that hold one part of it each."""

SIGNED = 5
"""Lines of a signature at the most: a role in a narrow column takes four."""

SENDER, LABELLED, DATED, PAGED, NUMBERED, KNOWN = range(6)
"""What a part of such a line is."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the head and the margin of a letter state that its pages say again: its day and its references."""

    days: Set[str | None]
    codes: Set[str]


def take_out_edge_lines(draft: Draft) -> Draft:
    """Take out each line at the edge of a page that says nothing of the letter, and the rows of an address above it."""
    lines, stated = draft.lines, Stated(set(days_of(draft)), codes_of(draft))
    edges = [at for at in range(1, len(lines)) if at_edge(lines, at, ())]
    found: set[int] = set()
    for at in reversed(range(1, len(lines))):
        at_end = at_edge(lines, at, ()) or at + 1 in found
        sent_from = is_sent_from(lines[at].text) or is_ministry_with_unit(lines[at].text)
        if at_end and (sent_from or is_page_label(lines[at].text) or is_furniture(lines, at, stated)):
            found.add(at)
    labels = (at for at in found if at + 1 < len(lines) and is_page_label(lines[at].text))
    numbers = (at + 1 for at in labels if PLAIN_NUMBER.fullmatch(lines[at + 1].text))
    below = (at + 1 for at in found if at + 1 < len(lines) and says_again(lines[at + 1].text, stated))
    rows = (row for at in edges for row in (*address_rows(lines, at), *sender_rows(lines, at)))
    return take_out(draft, dict.fromkeys((*found, *numbers, *below, *rows), Reason.PAGE_FOOT))


def says_again(text: str, stated: Stated) -> bool:
    """Whether a line is the letter's own day or reference and no more, as below its sender at the head of a page."""
    return text in stated.codes or (DATE.fullmatch(text) is not None and date_in(text) in stated.days)


def address_rows(lines: Sequence[Line], last: int) -> range:
    """The rows of an address that end a page, below what is ended and announces none: two at the least that stand apart
    from the text, as one alone can be the address that a letter names unless it stands below who signs, or more that
    hold a part of it each."""
    first = last + 1
    while first > max(last + 1 - ROWS, 1) and is_of_address(lines[first - 1].text):
        first -= 1
        if lines[first].blanks or lines[first].turn:
            break
    own = range(first, last + 1)
    turns = closes_page(lines, last) or lines[last + 1].turn
    signed = bool(own) and is_signed(lines, first)
    if not turns or len(own) < (1 if signed else LEAST_ROWS):
        return range(0)
    whole = is_unit_with_address(lines[first].text) or all(is_address_row(lines[at].text) for at in own)
    apart = (lines[first].blanks or lines[first].turn) and whole
    parts = len(own) > LEAST_ROWS and sum(is_address(lines[at].text) for at in own) >= LEAST_SURE
    ended = ENDED.fullmatch(lines[first - 1].text) or signed
    return own if (apart or parts) and ended and not lines[first - 1].text.endswith(":") else range(0)


def is_of_address(text: str) -> bool:
    """Whether a line is a part of an address or several, or can be its street."""
    return is_address(text) or STREET.fullmatch(text) is not None or is_unit_with_address(text)


def is_unit_with_address(text: str) -> bool:
    """Whether a line is the name of a unit with its address behind it: `Directie Wonen, Rijnstraat 8, Postbus 309`."""
    named, _, address = text.partition(", ")
    return is_named_unit(named) and is_address_row(address)


def sender_rows(lines: Sequence[Line], last: int) -> range:
    """The rows of a ministry's name, broken over several, that stand between what is ended and the end of a page."""
    turns = closes_page(lines, last) or lines[last + 1].turn
    firsts = range(last - 1, max(last - ROWS, 0), -1) if turns else ()
    first = next((at for at in firsts if ministry_end(lines, at) == last + 1), last + 1)
    ended = ENDED.fullmatch(lines[first - 1].text) is not None or is_signed(lines, first)
    return range(first, last + 1) if ended else range(0)


def is_signed(lines: Sequence[Line], end: int) -> bool:
    """Whether a signature ends above a line: what stands below it at the end of a page is no more of the text."""
    return any(found.stop == end - max(0, end - SIGNED) for found in signatures(lines[max(0, end - SIGNED) : end]))


def codes_of(draft: Draft) -> set[str]:
    """The references that the head or the margin state, and the words of these; whole ones squeezed."""
    texts = (draft.source.text[cut.start : cut.end] for cut in draft.taken if cut.reason in STATED)
    return {word for text in texts for word in text.split() if CODE.fullmatch(word)}.union(references_of(draft))


def days_of(draft: Draft) -> Iterator[str | None]:
    """The days that the head states as that of the letter."""
    yield from (day_in(line.value) for line in draft.head if line.states in DAYS)


def names_no_other_day(text: str, days: Set[str | None]) -> bool:
    """Whether a line names no day, or that of the letter where its head states one: the row of a table names any."""
    return not days or all(date_in(match[0]) in days for match in DATE.finditer(text))


def is_furniture(lines: Sequence[Line], at: int, stated: Stated) -> bool:
    """Whether a line is wholly made of things of a margin, two kinds at least: with a labelled value, or two of the
    page's number, the letter's reference and its sender wherever it stands, with a sender and no bare number only where
    it stands apart. It names no other day than the letter's."""
    kinds = kinds_in(lines[at].text, stated.codes)
    apart = SENDER in kinds and NUMBERED not in kinds and stands_apart(lines, at)
    sure = LABELLED in kinds or len({PAGED, KNOWN, SENDER} & kinds) > 1
    return len(kinds) > 1 and (sure or apart) and names_no_other_day(lines[at].text, stated.days)


def kinds_in(text: str, codes: Set[str]) -> set[int]:
    """The kinds of the things that a line consists of; none where it holds anything else."""
    parts = [kinds_of(part.split(), codes) for part in BETWEEN.split(text)]
    return set[int]().union(*parts) if all(parts) else set()


def kinds_of(words: Sequence[str], codes: Set[str]) -> set[int]:
    """The kinds of the things that words consist of, one behind the other; none where any word is of none."""
    reached: dict[int, set[int]] = {len(words): set()}
    for start in reversed(range(len(words))):
        for end, kind in things_from(words, start, codes):
            if end in reached:
                reached[start] = reached[end] | {kind}
                break
    return reached.get(0, set())


def things_from(words: Sequence[str], start: int, codes: Set[str]) -> Iterator[tuple[int, int]]:
    """Where a thing that begins with a word can end, the longest first, and its kind."""
    for end in range(min(start + LONGEST_THING, len(words)), start, -1):
        thing = " ".join(words[start:end])
        kind = KNOWN if thing in codes or squeezed(thing) in codes else kind_of(thing)
        if kind is not None:
            yield end, kind


def kind_of(text: str) -> int | None:
    """What a text is as one thing of a margin; None where it is none."""
    if squeezed(text) in ministry_names() or is_named_unit(text):
        return SENDER
    if is_labelled(text):
        return LABELLED
    if DATE.fullmatch(text) and date_in(text):
        return DATED
    if is_page_number(text) or PAGE.fullmatch(text):
        return PAGED
    return NUMBERED if PLAIN_NUMBER.fullmatch(text) else None


def is_named_unit(text: str) -> bool:
    """Whether a text is the name of a unit and no more: `Directie Financiële Markten`, not `Directie en raad zijn`."""
    return is_unit(text) and is_name(text)


def is_ministry_with_unit(text: str) -> bool:
    """Whether a line is the name of a ministry with that of its unit behind it, as above an address at a page's foot:
    `Ministerie van Financiën, Directie Financiële Markten`."""
    named = sender_shape().match(text)
    return named is not None and is_named_unit(text[named.end() :])


def is_labelled(text: str) -> bool:
    """Whether a text is a label of a margin with a value that fits it."""
    label = label_of(text)
    if label is None or not label[1]:
        return False
    kind, value = data("margin")["labels"][label[0]], label[1]
    return (kind != "count" or is_label_with_value(text)) and is_sole_value(kind, value)
