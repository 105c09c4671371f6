"""The sessions of parliament, each of which begins in September: `2024-2025`."""

import re

SESSION = re.compile(r"(?P<first>\d{4})-(?P<last>\d{4})")
"""A session as it is kept."""

FROM, UNTIL = "07-01", "10-31"
"""The days of its two years between which its papers are dated: what was written in the summer can be printed in the
session that follows, and what was promised in one can come shortly behind it. Of 539 printed letters none is dated
otherwise."""


def may_be_of(session: str, day: str) -> bool:
    """Whether a paper of a session can have a date, in ISO 8601."""
    years = SESSION.fullmatch(session)
    return years is None or f"{years['first']}-{FROM}" <= day <= f"{years['last']}-{UNTIL}"
