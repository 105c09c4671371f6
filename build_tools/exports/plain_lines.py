"""Letters as plain lines, and what differs between two of them as a unified diff.

data/teksten/<id>.txt                   a passage a line, of a table a row a line, the notes last
data/wijzigingen/<a>--<b>.diff          what `patch` makes the second of the first with
"""

from difflib import unified_diff

from build_tools.compare.model import Comparison
from build_tools.dutch.characters import legible
from build_tools.model import NEXT_ROW, Letter


def plain_lines(letter: Letter) -> list[str]:
    """The text of a letter, line by line, each with its end."""
    rows = (row for passage in letter.passages for row in passage.text.split(NEXT_ROW))
    return [f"{legible(row)}\n" for row in rows]


def plain_text(letter: Letter) -> str:
    """The text of a letter as a file."""
    return "".join(plain_lines(letter))


def diff(comparison: Comparison) -> str:
    """The lines that differ, with three around them; nothing where none does."""
    a, b = comparison.a, comparison.b
    return "".join(unified_diff(plain_lines(a), plain_lines(b), f"a/{a.id}.txt", f"b/{b.id}.txt"))
