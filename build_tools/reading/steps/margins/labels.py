"""The labels that a ministry prints in the margin of a letter, and the names of its parts."""

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.matching import squeezed
from build_tools.reading.steps.margins.addresses import NARROW

WIDEST = NARROW + 10
"""Characters of a unit's name that consists of nothing else: `Hoofddirectie Bestuurlijke en Juridische Zaken`."""

LABEL_SHAPE = re.compile(r"[A-Z][a-z-]+(?:\(s\))?(?: [a-z]+)?:?")
"""`Telefoon`, `Behandeld door`: what can be a label, whichever it is."""

OTHER_BEFORE = re.compile(r"[A-ZÀ-Þ][\w()’']{1,15}(?: [a-zà-ÿ]{2,15})? / (?=[A-ZÀ-Þ])")
OTHER_BEHIND = re.compile(r" / [A-ZÀ-Þ][\w()’']{1,15}(?: [a-zà-ÿ]{2,15}(?=:?$))?:?(?=\s|$)")
"""`Ûnderwerp / ` before the Dutch label, ` / Date` behind it: the label in another language of the kingdom."""


def is_unit(text: str) -> bool:
    """Whether a line begins with the name of a part of a ministry: `Directoraat-generaal …`."""
    if not text[:1].isupper() or unit_shape().match(text) is None:
        return False
    return len(text) <= NARROW or squeezed(text) in ministry_names() or (len(text) <= WIDEST and is_name(text))


def is_name(text: str) -> bool:
    """Whether a text consists of words with capitals and small words between: `Directie Financiële Markten`, not
    `Directie en raad zijn`."""
    small = data("dutch")["never_last"]
    return all(word.replace("-", "").isalpha() and (word[0].isupper() or word in small) for word in text.split())


def breaks_unit(lines: Sequence[Line], at: int) -> bool:
    """Whether the next line ends the name of a unit that begins here: `Kabinet` / `Minister-President`."""
    if at + 1 == len(lines) or lines[at + 1].blanks:
        return False
    return squeezed(lines[at].text + lines[at + 1].text) in unit_names()


@cache
def unit_names() -> frozenset[str]:
    """The names of parts of ministries, squeezed."""
    return frozenset(map(squeezed, data("margin")["units"]))


@cache
def ministry_names() -> frozenset[str]:
    """The names of all ministries as a margin prints them, squeezed; some shorten their own."""
    return short_names().union(squeezed("ministerie van " + name) for name in data("ministries")["ministries"])


@cache
def short_names() -> frozenset[str]:
    """Those that shorten a ministry's name, `Ministerie van VROM`, squeezed."""
    return frozenset(squeezed("ministerie van " + name) for name in data("ministries")["short"])


@cache
def unit_shape() -> re.Pattern[str]:
    """The beginning of a unit's name as words of their own, also in broken letter spacing."""
    names = map(spaced_out, data("margin")["units"])
    return re.compile(rf"(?:{'|'.join(names)})(?![a-zà-ÿ])", re.IGNORECASE)


@cache
def label_shape() -> re.Pattern[str]:
    """The labels of a margin, the longest first, as the beginning of a line, also in broken letter spacing."""
    labels = sorted(known_labels().values(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(spaced_out, labels))})(?=[ :\t\d]|$)", re.IGNORECASE)


@cache
def known_labels() -> dict[str, str]:
    """The labels of a margin by their letters, without white space."""
    return {squeezed(label): label for label in data("margin")["labels"]}


def spaced_out(name: str) -> str:
    """A pattern of a name with a space between any two of its letters, or none: `Onz e referentie`."""
    return r"\s?".join(re.escape(letter) for letter in name if letter != " ")


@cache
def next_label(worded: bool) -> re.Pattern[str]:
    """A label or the subject's, in a row of them with single spaces between: `Datum Ons kenmerk Betreft`; or also one
    of which the value is words: `Ons kenmerk Inlichtingen bij`."""
    apart = ("office", "marking") if worded else ("words", "office", "marking")
    valued = [label for label, kind in data("margin")["labels"].items() if kind not in apart]
    labels = sorted([*valued, *data("margin")["subjects"]], key=len, reverse=True)
    return re.compile(rf"((?i:{'|'.join(map(re.escape, labels))})):?(?: (?=[A-Z])|$)")


@cache
def small_labels() -> re.Pattern[str]:
    """A label in small letters, the longest first: some ministries print them so."""
    labels = sorted([*data("margin")["labels"], *data("margin")["subjects"]], key=len, reverse=True)
    return re.compile(rf"(?<![\w(])(?:{'|'.join(map(re.escape, labels))})(?=[ :\t]|$)")


def in_dutch(text: str) -> str:
    """A line without the label of another language that stands beside its own: `Datum` for `Datum / Date`."""
    if " / " not in text:
        return text
    if label := shape_of_label(text):
        behind = OTHER_BEHIND.match(text, label.end())
        return text[: label.end()] + text[behind.end() :] if behind else text
    before = OTHER_BEFORE.match(text)
    return text[before.end() :] if before and shape_of_label(text[before.end() :]) else text


def shape_of_label(text: str) -> re.Match[str] | None:
    """The label of a margin or of a subject at the beginning of a line."""
    return label_shape().match(text) or subject_shape().match(text)


def label_of(text: str) -> tuple[str, str] | None:
    """The label that a line begins with and the rest of the line; None where it begins with none. One in small letters
    is the whole line: a sentence can begin a line with `datum`."""
    text = in_dutch(text)
    shape = label_shape()
    match = shape.match(text) if text[:1].isupper() else shape.fullmatch(text.rstrip(":"))
    return (known_labels()[squeezed(match[0])], text[match.end() :].lstrip(" :\t")) if match else None


def is_label(text: str) -> bool:
    """Whether a line begins with a margin's label or the name of a part of a ministry."""
    return label_of(text) is not None or is_unit(text)


def is_subject(text: str) -> bool:
    """Whether a line begins with the label of a letter's subject: `Betreft  Dijken`."""
    return subject_shape().match(in_dutch(text)) is not None


@cache
def subject_shape() -> re.Pattern[str]:
    """The labels of a letter's subject as the beginning of a line; a tab can be lost behind: `BetreftEvaluatie`."""
    return re.compile(rf"(?:{'|'.join(data('margin')['subjects'])})(?=[ :\t]|$|(?-i:[A-Z][a-zà-ÿ]))", re.IGNORECASE)


def is_label_with_value(text: str) -> bool:
    """Whether a label can stand alone; `Bijlage 1` can be a heading of the letter as well, `Bijlage(n): 1` can not."""
    label = label_of(text)
    return label is not None and not (
        label[1] and data("margin")["labels"][label[0]] == "count" and "(" not in label[0]
    )
