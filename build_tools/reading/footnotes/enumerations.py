"""Numbers with a parenthesis that count the parts of a sentence, and so call no notes: `dit betekent dat: 1) de sluis
opengaat en 2) de brug`."""

import re
from collections.abc import Iterator, Sequence

from build_tools.draft import Line

PART = re.compile(r"(?<![\w(\[])(?P<number>\d{1,2})\)(?= [a-zà-ÿ]|$)")
"""`1) de`, or `1)` at a line's end."""

REACH = 8
"""Lines in which the next part of a sentence begins, at the most."""


def enumerated(lines: Sequence[Line]) -> frozenset[int]:
    """Where in the source such numbers begin: the first stands behind a colon, the others count on below it."""
    return frozenset(_parts(lines))


def _parts(lines: Sequence[Line]) -> Iterator[int]:
    wanted, last = 0, 0
    for at, line in enumerate(lines):
        for match in PART.finditer(line.text):
            before = line.text[: match.start()].rstrip() or (lines[at - 1].text if at else "")
            number = int(match["number"])
            if (number == 1 and before.endswith(":")) or (number == wanted and at - last <= REACH):
                wanted, last = number + 1, at
                yield line.start + match.start()
