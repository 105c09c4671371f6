"""The margin column of a ministry's letter: who sends it, with which number, printed again on each page.

In extracted text it stands in the middle of the running text. It is known by its labels (`data/margin.yml`),
by the shapes of addresses and telephone numbers, and by returning on other pages.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

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
    r"MPC \d+ ?[A-Z]?",                               # a military post box
    r"> ?Retouradres .*",
    r"[TFME] ?[+(]?[\d ()+-]{8,}(\([a-z]+\))?",       # telephone
    r"(www\.|https?://)\S+",
    r"\S+@\S+",
])  # fmt: skip
STREET = re.compile(r"[A-Z][\w.’' -]+ \d{1,4}[a-z]?(-\d+)?")
CODE = re.compile(r"(?=.*\d)[\w./ ()-]{2,40}")
CODE_STEM = re.compile(r"[A-Z][\w./ -]{1,30}[/-]|[A-Z][A-Z ./-]{1,12}")
COUNT = re.compile(r"\d{1,2}|-|geen|diverse|zie .*")
SENTENCE = re.compile(r"\S+ \S+ .*[.?!:;]")
TEXT_OPENING = re.compile(r"[–•·-] |\d+[.)] |Vraag|Antwoord|De minister|De staatssecretaris")
"""What begins a list item, a heading of a question or a signature: a line of the text, however narrow."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that look like a margin: how many things of one they hold, and whether a label or a name is among these."""

    lines: range
    things: int
    named: bool

    @property
    def sure(self) -> bool:
        return self.named and self.things > 1


def take_out_margins(draft: Draft) -> Draft:
    """Take runs of margin lines out of the running text.

    A label alone can be a heading: it is margin only in a letter that shows elsewhere that it has one.
    """
    named = [run for run in margin_runs(draft.lines) if run.named]
    runs = [run.lines for run in named] if has_margin(draft) or any(run.sure for run in named) else []
    known = {squeezed(line.text) for run in runs for line in draft.lines[run.start : run.stop]}
    known |= {squeezed(draft.source.text[cut.start : cut.end]) for cut in draft.taken}
    taken: dict[int, Reason] = {}
    head: list[HeadLine] = []
    for run in runs + list(repeated_units(draft.lines, known)):
        taken |= dict.fromkeys(run, Reason.MARGIN)
    for run in runs:
        head += stated_in_margin(draft.lines[run.start : run.stop])
    return take_out(draft, taken, head)


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
    return len(known) > 1 or (len(known) == 1 and len(texts) <= 4)


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
def label_shape() -> re.Pattern[str]:
    """The labels of a margin, the longest first, as the beginning of a line."""
    labels = sorted(data("margin")["labels"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, labels))})(?=[ :\t\d]|$)", re.IGNORECASE)


@cache
def printed_sentences() -> tuple[str, ...]:
    """The sentences that ministries print in their margins, without white space."""
    return tuple(squeezed(sentence) for sentence in data("margin")["sentences"])


def label_of(text: str) -> tuple[str, str] | None:
    """The label that a line begins with and the rest of the line; None where it begins with none."""
    match = label_shape().match(text) if text[:1].isupper() else None
    return (match[0].lower(), text[match.end() :].lstrip(" :\t")) if match else None


def margin_runs(lines: Sequence[Line]) -> Iterator[Run]:
    """Runs of lines that look like a margin: at least two things of a margin, or one label with its value."""
    ends, narrow = thing_ends(lines), narrow_ends(lines)
    at = 0
    while at < len(lines):
        end, things = run_from(lines, ends, at)
        if things and narrow[at]:
            end, things = narrow[at], things + 1
        if things > 1 or (things == 1 and is_label_with_value(lines[at].text)):
            named = any(is_label(line.text) or is_printed_sentence(line.text) for line in lines[at:end])
            yield Run(range(at, end), things, named)
            at = end
        else:
            at += 1


def is_label(text: str) -> bool:
    return label_of(text) is not None or is_unit(text)


def is_label_with_value(text: str) -> bool:
    """Whether a label can stand alone; `Bijlage 1` can be a heading of the letter as well."""
    label = label_of(text)
    return label is not None and not (label[1] and data("margin")["labels"][label[0]] == "count")


def is_printed_sentence(text: str) -> bool:
    """Whether a sentence that ministries print in their margins begins with this line."""
    start = squeezed(text)
    return len(start) > 12 and any(sentence.startswith(start) for sentence in printed_sentences())


def narrow_ends(lines: Sequence[Line]) -> list[int]:
    """For each line where its page ends, if all from this line on is as narrow as a margin; 0 where it is not.

    The last page may end with narrow text, and a page that is narrow as a whole is no margin.
    """
    ends = [0] * len(lines)
    end, fits = len(lines), True
    for at in reversed(range(len(lines))):
        if at + 1 < len(lines) and lines[at + 1].page != lines[at].page:
            end, fits = at + 1, True
        fits = (
            fits
            and (len(lines[at].text) <= NARROW or lines[at].text[0] == ">")
            and not TEXT_OPENING.match(lines[at].text)
        )
        starts = at == 0 or lines[at - 1].page != lines[at].page
        if fits and end < len(lines) and end - at > 1 and not starts:
            ends[at] = end
    return ends


def run_from(lines: Sequence[Line], ends: Sequence[int], start: int) -> tuple[int, int]:
    """Where the margin that begins at `start` ends, and how many things (labels, units, addresses) it has."""
    at, things = start, 0
    while at < len(lines) and (at == start or lines[at].page == lines[start].page):
        text = lines[at].text
        if ends[at] == at or (at == start and not is_unit(text) and not label_of(text) and ADDRESS.fullmatch(text)):
            break
        at, things = ends[at], things + 1
    return at, things


def thing_ends(lines: Sequence[Line]) -> list[int]:
    """For each line the index after the margin thing that begins with it; its own index where none does.

    From the last line to the first: what a thing is depends on what follows it.
    """
    ends = list(range(len(lines)))
    for at in reversed(range(len(lines))):
        ends[at] = thing_end(lines, ends, at)
    return ends


def thing_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """The index after the margin thing that begins at `at`; `ends` knows it for the lines below."""
    text = lines[at].text
    if is_unit(text):
        return unit_end(lines, ends, at)
    sentence = sentence_end(lines, at)
    if sentence > at:
        return sentence
    label = label_of(text)
    if label:
        return value_end(lines, ends, at, *label)
    street = STREET.fullmatch(text) and at + 1 < len(lines) and ADDRESS.fullmatch(lines[at + 1].text)
    return at + 1 if len(text) <= NARROW + 10 and (street or ADDRESS.fullmatch(text)) else at


def unit_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """A unit's name runs over at most three more lines, when another margin thing follows them.

    A ministry's own name is known, and needs nothing after it.
    """
    for end in range(at + 1, min(at + 5, len(lines) + 1)):
        if squeezed("".join(line.text for line in lines[at:end])) in ministry_names():
            return end
    for end in range(at + 1, min(at + 5, len(lines))):
        text = lines[end].text
        if ends[end] > end:
            return end
        if len(text) > NARROW or text.endswith((".", ":")):
            break
    return at


def value_end(lines: Sequence[Line], ends: Sequence[int], at: int, label: str, rest: str) -> int:
    """The index after a label's value, on its line or on the next ones; `at` where no fitting value follows."""
    kind = data("margin")["labels"][label]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if kind == "words":
        return words_end(lines, ends, at) if not rest else at
    fits: dict[str, Callable[[str], object]] = {"date": date_in, "code": CODE.fullmatch, "count": COUNT.fullmatch}
    if rest:
        return at + 1 if fits[kind](rest) else at
    if at + 1 == len(lines) or lines[at + 1].page != lines[at].page or lines[at + 1].turn:
        return at + 1
    if kind == "code" and CODE_STEM.fullmatch(following) and at + 2 < len(lines) and CODE.fullmatch(lines[at + 2].text):
        return at + 3
    return at + 2 if fits[kind](following) else at


def words_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """Values in words (a name, a project) run until the next label, address or wide line."""
    end = at + 1
    while end < len(lines) and end <= at + 14:
        text = lines[end].text
        if len(text) > NARROW or label_of(text) or ends[end] > end:
            break
        if SENTENCE.fullmatch(text):
            return at
        end += 1
    stopped = end < len(lines) and len(lines[end].text) <= NARROW
    return end if stopped else at


def sentence_end(lines: Sequence[Line], at: int) -> int:
    """The index after one of the sentences that a ministry prints in its margin."""
    first = squeezed(lines[at].text)
    for wanted in (sentence for sentence in printed_sentences() if sentence.startswith(first)):
        got, end = first, at + 1
        while got != wanted and wanted.startswith(got) and end < min(at + 6, len(lines)):
            got, end = got + squeezed(lines[end].text), end + 1
        if got == wanted:
            return end
    return at


def repeated_units(lines: Sequence[Line], known: set[str]) -> Iterator[range]:
    """A unit's name that stood in a margin elsewhere is margin also where it stands alone."""
    units = [at for at, line in enumerate(lines) if is_unit(line.text)]
    shared = Counter(key for at in units for key in narrow_openings(lines, at))
    end = done = 0
    for at in units:
        end = max(end, at)
        while end < len(lines) and squeezed(lines[end].text) in known:
            end += 1
        alike = max((len(key) for key in narrow_openings(lines, at) if shared[key] > 1 and len(key) > 1), default=0)
        last = max(end, at + alike)
        if last > max(at, done):
            yield range(max(at, done), last)
            done = last


def narrow_openings(lines: Sequence[Line], at: int) -> set[tuple[str, ...]]:
    """The line at `at`, that line with the next one, and so on as far as the lines are narrow, without white space."""
    narrow = takewhile(lambda line: len(line.text) <= NARROW, lines[at : at + 4])
    texts = tuple(squeezed(line.text) for line in narrow)
    return {texts[: n + 1] for n in range(len(texts))}


def stated_in_margin(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """The dates that a margin states."""
    for at, line in enumerate(lines):
        label = label_of(line.text)
        if label and label[0] == "datum":
            value = label[1] or (lines[at + 1].text if at + 1 < len(lines) else "")
            if date_in(value):
                yield HeadLine("margin date", value, line.number)
