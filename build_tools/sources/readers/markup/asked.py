"""What questions to a minister are about, without the day on which they were put."""

import re

ASKED = re.compile(r"[.,;]?\s*\([Ii]ngezonden(?: op)?:? \d{1,2} [a-z]+ \d{4}\)\.?$")
"""`… over de hoepelbelasting (ingezonden 2 juni 2031).`: the day is no part of the title."""


def asked_title(text: str) -> str:
    """The title of questions: all that stands before the day on which they were put."""
    return ASKED.sub("", text)
