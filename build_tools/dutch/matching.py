"""What patterns of printed text share."""

import re
from collections.abc import Iterable, Sequence

from build_tools.data import data


def squeezed(text: str) -> str:
    """A text without its white space, in small letters: broken letter spacing ("Inf rastructuur") does not matter."""
    return "".join(text.split()).lower()


def is_half(text: str) -> bool:
    """Whether a name or heading surely goes on: `De Voorzitter van de Tweede`."""
    return bool(text.strip()) and text.lower().rsplit(maxsplit=1)[-1] in data("dutch")["ends_no_name"]


def salutes(text: str) -> bool:
    """Whether a text begins as the salutation of a letter does: with `Beste`, not with `Besteding`."""
    own = text.lower()
    return any(own.startswith(word) and not text[len(word) :][:1].islower() for word in data("dutch")["salutation"])


def is_closing(text: str) -> bool:
    """Whether a text is the closing of a letter: `Hoogachtend,`."""
    return text.lower().rstrip(" ,.") in data("dutch")["closing"]


def alike_ahead(one: Sequence[object], other: Sequence[object]) -> int:
    """How many things, or letters, two rows of them have alike from the begin on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (x, y) in pairs if x != y), min(len(one), len(other)))


def any_of(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern for what any of these matches."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)
