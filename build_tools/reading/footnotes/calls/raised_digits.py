"""Digits that are raised in the text itself, as who copies it gets them: `beleid³`, `² Zie de brief van mei`.

The search for notes reads them as any others: most texts have lost which of theirs were raised.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Line

RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹](?<!\bm.)(?<!\b[cdkmN]m.)[⁰¹²³⁴⁵⁶⁷⁸⁹]*")
"""`beleid¹²`: raised digits that count. Not `m²`, `km²` and `Nm³`, which measure."""

PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def with_plain_digits(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with such digits as plain ones, each character at its place: to search in, not to keep."""
    if not any(RAISED.search(line.text) for line in lines if not line.text.isascii()):
        return lines
    return [replace(line, text=RAISED.sub(lambda raised: raised[0].translate(PLAIN), line.text)) for line in lines]
