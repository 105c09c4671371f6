"""Signs by the names that Dutch readers give them, for who hears a text instead of seeing it.

After `with_names`: words and numbers are as they were; of signs alone each has its name before it, and no space is
silent.
"""

from collections.abc import Iterator
from itertools import groupby

from build_tools.data import data

UNNAMED = "teken"


def with_names(text: str) -> str:
    """`aanhalingsteken “` for `“`, `gedachtestreepje – en spatie` for `– `; a text with a word or number stays."""
    return text if not text or any(map(str.isalnum, text)) else " en ".join(_named(text))


def _named(text: str) -> Iterator[str]:
    names = data("sign_names")
    for sign, run in groupby(text):
        times = len(list(run))
        called = names["spaces"].get(sign) or f"{names['signs'].get(sign, UNNAMED)} {sign}".strip()
        yield f"{times} keer {called}" if times > 1 else called
