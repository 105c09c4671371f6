"""A hyphen at the end of a line, with what stands on both sides of it, and the ways in which the text can go on."""

import re
from dataclasses import dataclass
from enum import Enum

from build_tools.dutch.word_list import known

LONGEST_WORD = 200
"""Characters before a hyphen in which its word is sought: none is longer, and without end it would take time."""

COMPOUND = re.compile(r"[\w)]+(?:-\w+)*-?")
"""A word with all its hyphens: `SER-advies-`."""

SECOND = re.compile(r"[\w’'/.]+")
"""What follows the hyphen, with what a letter writes together: `en/of`, `c.q.`, `diploma’s`."""

SECOND_WORD = re.compile(r"\w+(?:[’']\w+)?")
"""The word alone, as a list can have it: `diploma’s` of `diploma’s/getuigschriften`."""

HYPHEN_AFTER = re.compile(r"\w+-")
"""A word with a hyphen behind it: `dings- en`, `dings-systeem`."""


class Joint(Enum):
    """How a line goes on in the next one."""

    SPACE = "a space between them"
    CLOSE = "nothing between them, a hyphen stays"
    WORD = "the hyphen only broke a word"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a document shows of its own use of hyphens: words without, words with, whether it breaks words at line ends,
    and whether white space behind a hyphen there tells that it hangs."""

    plain: frozenset[str]
    hyphenated: frozenset[str]
    breaks_words: bool
    spaced: bool


@dataclass(frozen=True, slots=True)
class LineEndHyphen:
    """A hyphen at a line's end with the text on both sides, and what the rules ask of it.

    `first` is the word before it with all its hyphens, `tail` the last part of that, `second` what follows, `word` the
    word that follows, all in small letters. `spaced` says that white space follows the hyphen, and that this tells.
    """

    before: str
    after: str
    spaced: bool
    first: str
    tail: str
    second: str
    word: str

    @property
    def whole(self) -> str:
        """The word that it would have broken, without the `s` that binds it to another: `vergoe-` / `dings- en`."""
        whole = self.tail + self.word
        return whole.removesuffix("s") if HYPHEN_AFTER.match(self.after) and not known(whole) else whole

    @property
    def listed_whole(self) -> bool:
        return bool(self.tail) and known(self.whole)

    @property
    def listed_with_hyphen(self) -> bool:
        return bool(self.tail) and (known(f"{self.tail}-{self.word}") or known(f"{self.first}-{self.word}"))


def line_end_hyphen(before: str, after: str, spaced: bool = False) -> LineEndHyphen:
    """What the texts on both sides of a line's end tell; the first ends in a hyphen."""
    before = before[-LONGEST_WORD:]
    first = COMPOUND.findall(before)[-1].rstrip("-").lower() if re.search(r"\w", before) else ""
    second = SECOND.match(after)
    word = SECOND_WORD.match(after)
    return LineEndHyphen(
        before,
        after,
        spaced,
        first,
        first.rpartition("-")[2],
        second[0].rstrip(".").lower() if second else "",
        word[0].lower() if word else "",
    )
