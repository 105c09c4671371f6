"""What patterns of printed text share."""

import re
from collections.abc import Iterable


def squeezed(text: str) -> str:
    """A text without its white space, in small letters: broken letter spacing ("Inf rastructuur") does not matter."""
    return "".join(text.split()).lower()


def any_of(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern for what any of these matches."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)
