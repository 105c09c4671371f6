"""Web addresses in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

_ADDRESS = re.compile(
    r"[hHwW](?<![\w@./-].)(?i:(?:(?<=h)ttps?://|(?<=w)ww\.)"
    r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20}(?::\d{1,5})?(?![\w@])"
    r"(?:[/?#][^\s<>\"«»“”„]*)?)",
    re.ASCII,
)
"""A scheme (or `www.`), a host, perhaps a path: `https://www.rijksoverheid.nl/a?b=c`. A host behind a user's name is no
address to follow. A label of a host has at most 63 characters, and bounds keep the time taken in proportion.
"""

_CLOSING = ".,;:!?'’‘…]}|*"
"""What ends a sentence around an address, and no address."""

_SAFE = "/:?#@!$&+,;=%~"
"""Characters that mean something in an address, and stay as they are."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a text, [start, end), and the address that it leads to. Where the stretch is empty, `shown` is
    what stands there instead; it is not the letter's own. Without an address, the stretch is an abbreviation and
    `title` what it stands for.
    """

    start: int
    end: int
    href: str
    shown: str = ""
    title: str = ""


def web_addresses(text: str) -> Iterator[Link]:
    """Find the addresses; punctuation that closes the sentence around one is not part of it."""
    for match in _ADDRESS.finditer(text):
        printed = _without_closing(match[0])
        href = quote(printed if "://" in printed else f"http://{printed}", safe=_SAFE, errors="replace")
        yield Link(match.start(), match.start() + len(printed), href)


def _without_closing(address: str) -> str:
    """Take off what ends the sentence, and a bracket that was opened before the address."""
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while address[end - 1] in _CLOSING or (address[end - 1] == ")" and unopened > 0):
        unopened -= address[end - 1] == ")"
        end -= 1
    return address[:end]
