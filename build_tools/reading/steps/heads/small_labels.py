"""Labels of a head in small letters, as some ministries print them, and the lines with these as others print them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.draft import Line
from build_tools.dutch.dates import DATE, IN_FIGURES, day_in
from build_tools.dutch.format import capital
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.margins.labels import small_labels


def with_capitals(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, of which those that begin with such a label, or consist of them, have capitals; among words that can
    be a sentence only those below each other of which one says the day, `datum 3 maart 2031` / `onderwerp Het veer`, or
    that stand above the salutation."""
    at = 0
    for labelled, run in groupby(lines, begins_with_label):
        together = list(run)
        at += len(together)
        above = at < len(lines) and salutes(lines[at].text)
        heads = labelled and (above or any(map(says_day, together)))
        yield from (replace(line, text=capital(line.text)) if heads else capitalised(line) for line in together)


def begins_with_label(line: Line) -> bool:
    """Whether a line begins with a label in small letters, with what it says behind it."""
    label = small_labels().match(line.text)
    return label is not None and line.text[label.end() :].strip() != "" and not is_small_labels(line.text)


def says_day(line: Line) -> bool:
    """Whether a line is the label of a day and that day, and nothing else: `datum 3 maart 2031`."""
    label = small_labels().match(line.text)
    value = line.text[label.end() :].lstrip(" :\t") if label and label[0] == "datum" else ""
    return any(shape.fullmatch(value) for shape in (DATE, IN_FIGURES)) and day_in(value) is not None


def capitalised(line: Line) -> Line:
    """A line of labels in small letters, `uw kenmerk   datum`, as others print them; of `datum: 3 maart 2031` the one
    before the colon."""
    if is_small_labels(line.text):
        return replace(line, text=small_labels().sub(lambda label: capital(label[0]), line.text))
    label = small_labels().match(line.text)
    return replace(line, text=capital(line.text)) if label and line.text.startswith(":", label.end()) else line


def is_small_labels(text: str) -> bool:
    """Whether a line consists of labels in small letters."""
    return text[:1].islower() and not small_labels().sub("", text).strip(" :\t")
