"""What patterns of printed text share."""

import re
from collections.abc import Iterable

from build_tools.data import data


def squeezed(text: str) -> str:
    """A text without its white space, in small letters: broken letter spacing ("Inf rastructuur") does not matter."""
    return "".join(text.split()).lower()


def is_half(text: str) -> bool:
    """Whether a name or heading surely goes on: `De Voorzitter van de Tweede`."""
    return bool(text.strip()) and text.lower().rsplit(maxsplit=1)[-1] in data("dutch")["ends_no_name"]


def any_of(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern for what any of these matches."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)
