"""What a program leaves in a text: marks of a page, fields of a form, what it says of an error or of a comment."""

import re
from functools import cache
from html import unescape

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.telling.traces.trace import Trace, alone, passage_of
from build_tools.data import data
from build_tools.model import Kind

LEFT = "van_een_programma"
"""The kind of such places (`data/verdict.yml`)."""

ENTITY = re.compile(r"&#?\w{2,8};")
"""How a web page writes a sign: `&euml;`, `&#8217;`."""

CODE = re.compile(r"(?<!\d)%[0-9A-F]{2}(?=\w)|\\['a-z]\w*|=[0-9A-F]{2}(?=\w)")
"""How an address, a word processor or a mail writes one: `%20`, `\\par`, `=EB`."""

MARKUP = re.compile(
    r"</?[a-z][^<>]{0,200}>|\{ ?[A-Z]+[^{}]{0,40}\}|\[[^\[\]\d]{1,40}\]|<<?[^<>]{1,200}>>?|[☐☒☑]|\(cid:\d+\)"
    r"|\w+\.(?:png|jpe?g|gif|emf|docx?|pdf)\b"
)
"""Marks and fields, with what stands in them: `<b>`, `{ PAGE }`, `[naam]`, `<https://…>`, `☒`."""

BLACKENED = re.compile(r"[█■▮▬~]+|\[[^\w\]]+\]|#[A-Z/?!#]+")
"""What stands for words that were made unreadable, and for numbers that a sheet could not show: `████`, `#REF!`."""


def left_by_program(comparison: Comparison, change: Change) -> Trace | None:
    """What only one print has, and no one writes: a mark, a field, words of a program."""
    for side in Side:
        text, passage = change.of(side).strip(), passage_of(comparison, change, side)
        if passage and passage.kind is not Kind.TABLE and any(form.fullmatch(text) for form in (MARKUP, BLACKENED)):
            return Trace(side, LEFT, passage.lines[0])
    if not (found := alone(comparison, change)) or found[1].kind is Kind.TABLE:
        return None
    side, passage = found
    text = change.of(side).strip()
    said = MARKUP.search(text) or _says().match(text)
    return Trace(side, LEFT, passage.lines[0]) if said else None


def entity(comparison: Comparison, change: Change) -> Trace | None:
    """A sign as a web page writes it, or a part of it."""
    for side in Side:
        own = change.of(side).strip()
        passage = passage_of(comparison, change, side) if own else None
        if passage and CODE.search(own) and not CODE.search(change.of(side.other)):
            return Trace(side, LEFT, passage.lines[0])
        if passage and any(own in one or one in own for one in ENTITY.findall(passage.text) if unescape(one) != one):
            return Trace(side, LEFT, passage.lines[0])
    return None


@cache
def _says() -> re.Pattern[str]:
    """What programs say at the begin of what they leave."""
    return re.compile("|".join(map(re.escape, data("verdict")["of_programs"])), re.IGNORECASE)
