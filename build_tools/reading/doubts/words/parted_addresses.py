"""Doubts about addresses: with a hyphen that their line may have put into a word, or with a piece of them apart."""

import re
from collections.abc import Iterator

from build_tools.data import data
from build_tools.dutch.word_list import known, often
from build_tools.model import Doubt, DoubtKind, LineEndSort, Passage
from build_tools.reading.doubts.addresses import is_in_address
from build_tools.reading.doubts.evidence import Evidence, around, doubted
from build_tools.reading.doubts.words.word_boundaries import capitals_inside, is_strange

ADDRESS_SIGNS = ("://", "www.", "@")
"""One of these stands in every address."""

HOST = re.compile(r"@[\w.-]{1,64}\.(?P<ending>[a-z]*) [a-z]+")
"""A mail address before a word in small letters, with how its host ends: `loket@kade.examp le`."""

LAST_LETTERS, FIRST_LETTERS, LONGEST_HALF = re.compile(r"[a-z]+$"), re.compile(r"[a-z]+"), 30
"""The letters before and behind a place of a text, and how many of the first, at the most."""

PIECE_APART = re.compile(r"(?:https?://|www\.|\b[\w.+-]{1,64}@)\S*[\w.] (?P<rest>[a-z]{2,})(?=[/;,.)-]|$|\s)")
"""An address before a word in small letters: `www.voorbeeld.nl/stuk ken`."""

SCHEME_ALONE = re.compile(r"https?:// |\bwww\. ")
"""`https:// www.voorbeeld.nl`: the begin of an address apart from the rest of it."""


def broken_addresses(evidence: Evidence) -> Iterator[Doubt]:
    """Addresses with a hyphen that their line may have put into a word, or with a piece of them apart."""
    for passage, part in evidence.parts():
        breaks = [end.at for end in passage.line_ends if passage.text.endswith("-", 0, end.at)]
        lost = (end.at for end in passage.line_ends if end.sort is LineEndSort.HYPHEN)
        for at in (at for at in lost if is_no_word(passage.text, at)):
            line = evidence.lines_of(part)[at]
            before = evidence.line_before(line)
            if before and before.text.endswith("-"):
                yield evidence.doubt(DoubtKind.WORDS_FUSED, line, around(passage.text, at, at), passage.anchor)
        for at in breaks:
            if is_in_address(passage.text, at, at) and one_word(passage, at):
                line = evidence.lines_of(part)[at]
                yield evidence.doubt(DoubtKind.BROKEN_WORD, line, around(passage.text, at, at), passage.anchor)
    endings = frozenset(data("dutch")["site_endings"])
    yield from doubted(evidence, DoubtKind.BROKEN_WORD, HOST, lambda match: match["ending"] not in endings)
    yield from doubted(evidence, DoubtKind.BROKEN_WORD, SCHEME_ALONE, needs=ADDRESS_SIGNS)
    yield from doubted(
        evidence, DoubtKind.BROKEN_WORD, PIECE_APART, lambda match: is_strange(match["rest"]), ADDRESS_SIGNS
    )


def is_no_word(text: str, at: int) -> bool:
    """Whether a hyphen was lost at a place where no word was broken: within an address, behind or before a sign."""
    named = any(text.startswith(name, at - within) for name, within in capitals_inside())
    letters = text[at - 1 : at].isalpha() and (text[at : at + 1].islower() or named)
    glued = text[at : at + 1].isalnum() and not letters
    return glued or (is_in_address(text, at, at) and not is_word_of_address(text, at))


def is_word_of_address(text: str, at: int) -> bool:
    """Whether a place within an address is amid a word of Dutch one half of which is none: `toege-` / `kende`."""
    first, rest = LAST_LETTERS.search(text, max(0, at - LONGEST_HALF), at), FIRST_LETTERS.match(text, at)
    halves = (first[0], rest[0]) if first and rest else ("", "")
    return known("".join(halves)) and any(map(is_strange, halves))


def one_word(passage: Passage, at: int) -> bool:
    """Whether what stands on either side of a hyphen is one word in Dutch, and not two that are common."""
    before, behind = re.search(r"[a-z]*$", passage.text[: at - 1]), re.match(r"[a-z]*", passage.text[at:])
    first, rest = before[0] if before else "", behind[0] if behind else ""
    return bool(first and rest) and known(first + rest) and not {first, rest} <= often()
