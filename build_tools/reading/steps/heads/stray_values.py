"""Values of a margin that came out at the end of a line of text, apart from their label, and what stands above labels.

After these steps each is margin: it was known from another page, and its label stands alone on this one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from build_tools.data import data
from build_tools.draft import Cut, Draft, Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.signing.shapes import names_person
from build_tools.reading.steps.heads.head_shapes import RETURN_ADDRESS
from build_tools.reading.steps.margin_labels import is_letters_own
from build_tools.reading.steps.margins.addresses import NARROW, STREET
from build_tools.reading.steps.margins.labels import is_name, label_of
from build_tools.reading.steps.margins.values import is_filed
from build_tools.reading.steps.page_numbers import is_page_number
from build_tools.reading.steps.taking_out import take_out

LEAST_CODE = 6
"""Characters of a reference at the least: a shorter one can be a word of the text."""

REACH = 60
"""Lines below a label among which its value can have come out: those of its page."""

WORD = re.compile(r"[a-z]{3}")
"""What a line of words has, and none of numbers or marks."""

RETURN_LINE = re.compile(r"> ?Retouradres Postbus [\d ]+\d{4} ?[A-Z]{2} .{1,30}")
"""`> Retouradres Postbus 20401 2500 EK Den Haag`: no line of a text is like it."""

COLUMN = (Reason.HEAD, Reason.MARGIN)
"""Why a line was taken out that stood in the margin of the first page."""


def take_out_stray_values(draft: Draft) -> Draft:
    """Cut the value of each label that stands alone out of the line that ends with it."""
    taken = sorted(draft.taken, key=lambda cut: cut.start)
    texts = [draft.source.text[cut.start : cut.end] for cut in taken]
    codes = {text for text in texts if is_code(text)}
    lengths = {len(code) for code in codes}
    lines, whole = list(draft.lines), dict[int, Reason]()
    for start in lone_labels(draft.source.text, taken, texts):
        found = next(ends_with_code(lines, start, codes, lengths), None)
        if found is None:
            continue
        at, code = found
        line = lines[at]
        if line.text == code:
            whole[at] = Reason.MARGIN
        else:
            lines[at] = replace(line, cuts=(*line.cuts, Cut(line.end - len(code), line.end, Reason.MARGIN)))
    return take_out(replace(draft, lines=tuple(lines)), whole)


def take_out_returning(draft: Draft) -> Draft:
    """Take out each short line beside something that was taken out which says again what was taken from the head or the
    margin, or which stands alone so more than once, or as a name between the text and it: what stands above the labels
    of the margin returns on each page.
    The sender, who stands above a street, is told wherever the name stands apart; the return address wherever it
    stands again, or another one with its sign: a ministry has several."""
    stated = {draft.source.text[cut.start : cut.end].strip() for cut in draft.taken if cut.reason in COLUMN}
    lines = draft.lines
    above = [at for at, line in enumerate(lines) if at + 1 == len(lines) or lines[at + 1].turn]
    alone = Counter(lines[at].text for at in above if lines[at].turn or can_name(lines[at].text))
    known = stated | {text for text, count in alone.items() if count > 1}
    again = [at for last in above for at in returning_lines(lines, last, known)]
    senders = set(above_streets(draft))
    again += [at for at in range(len(lines)) if lines[at].text in senders and stands_apart(lines, at)]
    returns = any(map(RETURN_ADDRESS.match, stated))
    again += [at for at, line in enumerate(lines) if returns and RETURN_LINE.fullmatch(line.text)]
    again += [at for at, line in enumerate(lines) if line.text in stated and RETURN_ADDRESS.match(line.text)]
    return take_out(draft, {at: Reason.MARGIN for at in again if WORD.search(lines[at].text)})


def can_name(text: str) -> bool:
    """Whether a line can be the name of a part of a ministry, whatever that is called: several words with capitals."""
    named = text[:1].isupper() and " " in text and is_name(text)
    return named and len(text) <= NARROW and not is_letters_own(text)


def returning_lines(lines: Sequence[Line], last: int, known: Set[str]) -> Iterator[int]:
    """The lines up from one, without a blank line between, that say what is known: a name can take several."""
    at = last
    while at >= 0 and lines[at].text in known and not ENDED.fullmatch(lines[at].text):
        yield at
        at = -1 if lines[at].blanks or lines[at].turn else at - 1


def above_streets(draft: Draft) -> Iterator[str]:
    """What stands above a street that was taken out of the margin: the sender, whatever it is called."""
    source = draft.source.text
    for cut in draft.taken:
        if cut.reason in COLUMN and STREET.fullmatch(source[cut.start : cut.end]):
            above = source[: cut.start].rstrip().rpartition("\n")[2].strip()
            if len(above) <= NARROW and not names_person(above):
                yield above


def stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether blank lines or what was taken out stand on both sides of a line."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return bool((lines[at].blanks or lines[at].turn) and (below is None or below.blanks or below.turn))


def is_code(text: str) -> bool:
    """Whether a text is a reference, and no label or amount."""
    return (
        len(text) >= LEAST_CODE
        and is_filed(text)
        and label_of(text) is None
        and not is_page_number(text)
        and not all(part.isdecimal() and len(part) < LEAST_CODE for part in text.split())
    )


def lone_labels(source: str, taken: Sequence[Cut], texts: Sequence[str]) -> Iterator[int]:
    """Where labels of references stand whose value does not follow them."""
    for at, text in enumerate(texts):
        label = label_of(text)
        if label and not label[1] and data("margin")["labels"][label[0]] == "code":
            valued = at + 1 < len(texts) and not source[taken[at].end : taken[at + 1].start].strip()
            if not valued or not is_code(texts[at + 1]):
                yield taken[at].start


def ends_with_code(lines: Sequence[Line], start: int, codes: set[str], lengths: set[int]) -> Iterator[tuple[int, str]]:
    """The lines below an offset, on one page, that end with a known reference; its length is one of `lengths`."""
    first = bisect_right(lines, start, key=lambda line: line.start)
    for at in range(first, min(first + REACH, len(lines))):
        text = lines[at].text
        if lines[at].page != lines[first].page:
            return
        ends = (text[-length:] for length in lengths if text[-length - 1 : -length] in ("", " "))
        yield from ((at, code) for code in ends if code in codes)
