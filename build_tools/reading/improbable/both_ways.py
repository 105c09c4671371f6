"""Doubts about words that Dutch writes in one and with a hyphen, where a line ends at the place of it."""

import re
from collections.abc import Iterator

from build_tools.data import data
from build_tools.dutch.word_list import is_adjective, known, often
from build_tools.model import Doubt, DoubtKind, LineEndSort
from build_tools.reading.doubts.evidence import Evidence, around

NEAR = 40
"""Characters before the end of a line in which the first half of its last word stands."""

LEAST = 4
"""Letters of a prefix, at the least: other words begin with `pro` and `co` by chance."""

HALF_BEFORE, HALF_BEHIND = re.compile(r"(?P<half>[^\W\d_]+)-?$"), re.compile(r"[^\W\d_]+")
"""The letters before the end of a line, and those behind it."""


def either_way(evidence: Evidence) -> Iterator[Doubt]:
    """Words that Dutch writes with a hyphen and without, broken where it would stand, in a letter that does not have
    them elsewhere: `vice-` / `voorzitter`, `sociaal-` / `economisch`."""
    for passage, part in evidence.parts():
        for end in passage.line_ends:
            kept = passage.text.endswith("-", 0, end.at)
            first, rest = halves_at(passage.text, end.at) if kept or end.sort is LineEndSort.HYPHEN else ("", "")
            if is_either(first, rest) and not says_again(evidence, first, rest):
                kind = DoubtKind.BROKEN_WORD if kept else DoubtKind.WORDS_FUSED
                line = evidence.lines_of(part)[end.at]
                yield evidence.doubt(kind, line, around(passage.text, end.at, end.at), passage.anchor)


def halves_at(text: str, at: int) -> tuple[str, str]:
    """The letters on either side of the end of a line, without a hyphen there, in small letters."""
    before, behind = HALF_BEFORE.search(text, max(0, at - NEAR), at), HALF_BEHIND.match(text, at)
    return (before["half"].lower(), behind[0].lower()) if before and behind else ("", "")


def is_either(first: str, rest: str) -> bool:
    """Whether Dutch writes two halves in one, but rarely, and they are such as others have a hyphen between."""
    prefix = len(first) >= LEAST and first in data("dutch")["hyphenated_prefixes"]
    both = (prefix and known(rest)) or (is_adjective(first) and is_adjective(rest))
    return both and known(first + rest) and first + rest not in often()


def says_again(evidence: Evidence, first: str, rest: str) -> bool:
    """Whether a letter has a word of two halves in another place, with a hyphen or without."""
    texts = [passage.text.lower() for passage in evidence.letter.passages]
    return sum(text.count(first + rest) + text.count(f"{first}-{rest}") for text in texts) > 1
