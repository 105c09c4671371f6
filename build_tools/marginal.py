"""Marginal headings: printed beside a paragraph, they came out in the middle of its first sentence.

After this step each stands before the paragraph that it belongs to.
"""

import re
from dataclasses import replace

from build_tools.cleaning import pages
from build_tools.model import Draft, Line, Mark
from build_tools.paragraphs import ENDED

LONGEST = 45
LABEL = re.compile(r"(?:Artikel|Bijlage(?: \d+)?):?")
NUMBERED = re.compile(r"\d{1,3}(?:\.\d+)*\.? [A-ZÀ-Þ].*")


def move_marginal_headings(draft: Draft) -> Draft:
    lines: list[Line] = []
    for index, line in enumerate(draft.lines):
        before = lines[-1] if lines else None
        after = draft.lines[index + 1] if index + 1 < len(draft.lines) else None
        if before and LABEL.fullmatch(line.text) and NUMBERED.fullmatch(before.text):
            lines[-1] = labelled(before, line)
        elif before and after and interrupts(before, line, after):
            lines[-1:] = [replace(line, blanks=1, heading=True), replace(before, blanks=1)]
        else:
            lines.append(line)
    return replace(draft, lines=tuple(lines))


def labelled(line: Line, label: Line) -> Line:
    """A heading with the label that was printed beside it put before it."""
    return replace(line, marks=(*line.marks, Mark(line.start, text=label.text + " ", start=label.start)))


def interrupts(before: Line, line: Line, after: Line) -> bool:
    """A short line like a heading between two lines of which the second goes on in the first's sentence."""
    return (
        len(line.text) <= LONGEST
        and line.text[0].isupper()
        and not ENDED.fullmatch(line.text)
        and not line.text.endswith((",", "-"))
        and not ENDED.fullmatch(before.text)
        and len(before.text) > 1.3 * len(line.text)
        and after.text[0].islower()
        and len(line.text) + len(after.text.split()[0]) + 6 < len(before.text)
    )


def move_last_labels(draft: Draft) -> Draft:
    """`Bijlage 1:` as the last line of a page was printed beside the page's first heading."""
    lines = list(draft.lines)
    for page in reversed(pages(lines)):
        first, last = lines[page.start], lines[page.stop - 1]
        if page.stop - page.start > 1 and LABEL.fullmatch(last.text) and is_title(first, lines[page.start + 1]):
            lines[page.start] = labelled(first, last)
            del lines[page.stop - 1]
    return replace(draft, lines=tuple(lines))


def is_title(line: Line, after: Line) -> bool:
    return line.text[0].isupper() and not ENDED.fullmatch(line.text) and (after.blanks > 0 or after.turn)
