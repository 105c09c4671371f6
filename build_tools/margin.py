"""The margin column of a ministry's letter: who sends it, with which number, printed again on each page.

In extracted text it stands in the middle of the running text. It is known by its labels (`data/margin.yml`),
by the shapes of addresses and telephone numbers, and by returning on other pages.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from build_tools.cleaning import any_of, squeezed, take_out
from build_tools.data import data
from build_tools.dates import date_in
from build_tools.model import Draft, HeadLine, Line, Reason

NARROW = 42
"""A margin column holds no longer lines, in characters."""

ADDRESS = any_of([
    r"\d{4} ?[A-Z]{2}\b.*",                          # postal code and town
    r"\d ?\d ?\d ?\d ? ?[A-Z] ?[A-Z] .*",            # the same in broken letter spacing
    r"P ?ostbus .*",
    r"[TFME] ?[+(]?[\d ()+-]{8,}(\([a-z]+\))?",       # telephone
    r"(www\.|https?://)\S+",
    r"\S+@\S+",
])  # fmt: skip
STREET = re.compile(r"[A-Z][\w.’' -]+ \d{1,4}[a-z]?(-\d+)?")
CODE = re.compile(r"(?=.*\d)[\w./ ()-]{2,40}")
CODE_STEM = re.compile(r"[A-Z][\w./ -]{1,30}[/-]|[A-Z][A-Z ./-]{1,12}")
COUNT = re.compile(r"\d{1,2}|-|geen|diverse|zie .*")


def take_out_margins(draft: Draft) -> Draft:
    """Take runs of margin lines out of the running text."""
    runs = list(margin_runs(draft.lines))
    known = {squeezed(line.text) for run in runs for line in draft.lines[run.start : run.stop]}
    known |= {squeezed(draft.source.text[cut.start : cut.end]) for cut in draft.taken}
    taken: dict[int, Reason] = {}
    head: list[HeadLine] = []
    for run in runs + list(repeated_units(draft.lines, known)):
        taken |= dict.fromkeys(run, Reason.MARGIN)
    for run in runs:
        head += stated_in_margin(draft.lines[run.start : run.stop])
    return take_out(draft, taken, head)


def is_margin_text(texts: Sequence[str]) -> bool:
    """Whether a column of text is a ministry's margin: it has a label or names a part of a ministry."""
    return any(label_of(text) or is_unit(text) or ADDRESS.fullmatch(text) or is_page_number(text) for text in texts)


def is_page_number(text: str) -> bool:
    return re.fullmatch(r"\d*pagina\d+(van\d+)?", squeezed(text)) is not None


def is_unit(text: str) -> bool:
    return len(text) <= NARROW and text[:1].isupper() and unit_shape().match(text) is not None


@cache
def ministry_names() -> frozenset[str]:
    return frozenset(squeezed("ministerie van " + name) for name in data("ministries")["ministries"])


@cache
def unit_shape() -> re.Pattern[str]:
    """The beginning of a unit's name as words of their own, also in broken letter spacing."""
    names = (r"\s?".join(re.escape(letter) for letter in name if letter != " ") for name in data("margin")["units"])
    return re.compile(rf"(?:{'|'.join(names)})(?![a-zà-ÿ])", re.IGNORECASE)


@cache
def labels() -> tuple[str, ...]:
    """The labels of a margin, the longest first."""
    return tuple(sorted(data("margin")["labels"], key=len, reverse=True))


def label_of(text: str) -> tuple[str, str] | None:
    """The label that a line begins with and the rest of the line; None where it begins with none."""
    for label in labels():
        head, rest = text[: len(label)], text[len(label) :]
        if head.lower() == label and (not rest or rest[0] in " :\t" or rest[0].isdigit()) and text[0].isupper():
            return label, rest.lstrip(" :\t")
    return None


def margin_runs(lines: Sequence[Line]) -> Iterator[range]:
    """Runs of lines that are a margin: at least two things of a margin, or one label with its value."""
    at = 0
    while at < len(lines):
        end, things = run_from(lines, at)
        if things and narrow_to_page_end(lines, at):
            end, things = page_end(lines, at), things + 1
        if things >= 2 or (things == 1 and label_of(lines[at].text) and end > at):
            yield range(at, end)
            at = end
        else:
            at += 1


def page_end(lines: Sequence[Line], at: int) -> int:
    return next((i for i in range(at, len(lines)) if lines[i].page != lines[at].page), len(lines))


def narrow_to_page_end(lines: Sequence[Line], at: int) -> bool:
    """Whether all that is left of the page is as narrow as a margin, and the page has more than that."""
    rest = lines[at : page_end(lines, at)]
    starts = at == 0 or lines[at - 1].page != lines[at].page
    more = page_end(lines, at) < len(lines)
    return (
        more and not starts and len(rest) > 1 and all(len(line.text) <= NARROW for line in rest) and no_sentence(rest)
    )


def no_sentence(lines: Sequence[Line]) -> bool:
    """Whether no line begins a list item, a heading of a question or a signature: then it is text."""
    return not any(
        re.match(r"[–•·-] |\d+[.)] |Vraag|Antwoord|De minister|De staatssecretaris", line.text) for line in lines
    )


def run_from(lines: Sequence[Line], start: int) -> tuple[int, int]:
    """Where the margin that begins at `start` ends, and how many things (labels, units, addresses) it has."""
    at, things = start, 0
    while at < len(lines) and (at == start or lines[at].page == lines[start].page):
        end = thing_end(lines, at)
        text = lines[at].text
        if end == at or (at == start and not is_unit(text) and not label_of(text) and ADDRESS.fullmatch(text)):
            break
        at, things = end, things + 1
    return at, things


def thing_end(lines: Sequence[Line], at: int) -> int:
    """The index after the margin thing that begins at `at`; `at` itself where none does."""
    text = lines[at].text
    if is_unit(text):
        return unit_end(lines, at)
    sentence = sentence_end(lines, at)
    if sentence > at:
        return sentence
    label = label_of(text)
    if label:
        return value_end(lines, at, *label)
    street = STREET.fullmatch(text) and at + 1 < len(lines) and ADDRESS.fullmatch(lines[at + 1].text)
    return at + 1 if len(text) <= NARROW and (street or ADDRESS.fullmatch(text)) else at


def unit_end(lines: Sequence[Line], at: int) -> int:
    """A unit's name runs over at most three more lines, when another margin thing follows them.

    A ministry's own name is known, and needs nothing after it.
    """
    for end in range(at + 1, min(at + 5, len(lines) + 1)):
        if squeezed("".join(line.text for line in lines[at:end])) in ministry_names():
            return end
    for end in range(at + 1, min(at + 5, len(lines))):
        text = lines[end].text
        if thing_end(lines, end) > end:
            return end
        if len(text) > NARROW or text.endswith((".", ":")):
            break
    return at


def value_end(lines: Sequence[Line], at: int, label: str, rest: str) -> int:
    """The index after a label's value, on its line or on the next ones; `at` where no fitting value follows."""
    kind = data("margin")["labels"][label]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if kind == "words":
        return words_end(lines, at) if not rest else at
    fits: dict[str, Callable[[str], object]] = {"date": date_in, "code": CODE.fullmatch, "count": COUNT.fullmatch}
    if rest:
        return at + 1 if fits[kind](rest) else at
    if at + 1 == len(lines) or lines[at + 1].page != lines[at].page or lines[at + 1].turn:
        return at + 1
    if kind == "code" and CODE_STEM.fullmatch(following) and at + 2 < len(lines) and CODE.fullmatch(lines[at + 2].text):
        return at + 3
    return at + 2 if fits[kind](following) else at


def words_end(lines: Sequence[Line], at: int) -> int:
    """Values in words (a name, a project) run until the next label, address or wide line."""
    end = at + 1
    while end < len(lines) and end <= at + 14:
        text = lines[end].text
        if len(text) > NARROW or label_of(text) or thing_end(lines, end) > end:
            break
        end += 1
    stopped = end < len(lines) and len(lines[end].text) <= NARROW
    return end if stopped else at


def sentence_end(lines: Sequence[Line], at: int) -> int:
    """The index after one of the sentences that a ministry prints in its margin."""
    for sentence in data("margin")["sentences"]:
        wanted, got = squeezed(sentence), ""
        for end in range(at, min(at + 6, len(lines))):
            got += squeezed(lines[end].text)
            if got == wanted:
                return end + 1
            if not wanted.startswith(got):
                break
    return at


def repeated_units(lines: Sequence[Line], known: set[str]) -> Iterator[range]:
    """A unit's name that stood in a margin elsewhere is margin also where it stands alone."""
    units = [at for at, line in enumerate(lines) if is_unit(line.text)]
    for at in units:
        end = at
        while end < len(lines) and squeezed(lines[end].text) in known:
            end += 1
        end = max([end, *(at + alike(lines, at, other) for other in units if other != at)])
        if end > at:
            yield range(at, end)


def alike(lines: Sequence[Line], a: int, b: int) -> int:
    """How many narrow lines from `a` and from `b` on are the same."""
    count = 0
    while count < 4 and max(a, b) + count < len(lines) and len(lines[a + count].text) <= NARROW:
        if squeezed(lines[a + count].text) != squeezed(lines[b + count].text):
            break
        count += 1
    return count


def stated_in_margin(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """The dates that a margin states."""
    for at, line in enumerate(lines):
        label = label_of(line.text)
        if label and label[0] == "datum":
            value = label[1] or (lines[at + 1].text if at + 1 < len(lines) else "")
            if date_in(value):
                yield HeadLine("margin date", value, line.number)
