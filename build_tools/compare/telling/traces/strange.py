"""What no Dutch has, where the other print has Dutch: signs and digits within a word, letters lost or mistaken all
through a passage, and a row of words that are none.

One word with a letter too few is a typing error, and who corrects it edits. A font that lacks a letter, or has another
one for it, does so in each word; a line that was read from behind, or not at all, has no words left.
"""

import re
from collections import defaultdict
from functools import lru_cache

from build_tools.compare.model import Change, ChangeKind, Comparison, Side
from build_tools.compare.passages import KEPT
from build_tools.compare.telling.traces.page_lines import ADDRESS
from build_tools.compare.telling.traces.trace import Trace, passage_of, words_beside
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.tokens import words
from build_tools.dutch.word_list import known, known_or_made

STRANGE, SAME_LETTER, NO_DUTCH = "vreemd_teken", "zelfde_letter", "geen_woorden"
"""The kinds of such places (`data/verdict.yml`)."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A word of letters, as Dutch has it: `foto’s`, `mbo-scholen`."""

SIGN_WITHIN = re.compile(
    r"[^\W\d_][^\s\w'’./()-](?=[^\W\d_])|[þÞðøØß§µ]|[^\W\d_][\d@€$£<](?=\w)|[@€$£§](?=[a-z])|[a-z][@€$£§]"
)
"""A sign, or a letter that Dutch has not, within a word or at its edge: `geme;nte`, `halþ`, `d€`."""

GLUED = re.compile(r"\d+[^\W\d_]{3,}|[^\W\d_]{3,}\d+")
"""A number and a word without a space: `2030onvoldoende`."""

CAMEL = re.compile(r"[a-zà-ÿ]{2}[A-Z]")
"""A capital within a word: `uitPagina`."""

LIKE_I = "l1|J"
"""What a machine reads for the `I` of `Ik` and `In`."""

LONGEST_WORD = 60
"""Letters of a word that is looked into, at the most."""

LONG = 6
"""Letters of a word, at the least, of which one can be another sign and the word is still the same."""

MANY = 3
"""Words with signs in them, or that are none, at the least, that show a text that was not well read."""

MOST = 3
"""Letters that a font prints as one, at the most: `tie`."""

LEAST, PART = 2, 0.5
"""Words that are none, at the least, and what part of all words of a place they are."""


def strange_sign(comparison: Comparison, change: Change) -> Trace | None:
    """A word with a sign in it that no word has, beside a whole one with the same letters around it."""
    for side in Side:
        pairs = zip(change.of(side.other).split(), change.of(side).split(), strict=False)
        passage = passage_of(comparison, change, side)
        if passage and (any(is_misprinted(whole, own) for whole, own in pairs) or _is_garbled(change.of(side))):
            return Trace(side, STRANGE, passage.lines[0])
    return None


def is_misprinted(whole: str, own: str) -> bool:
    """Whether a word has a sign in it that the whole one, with the same begin and end, has not; or a number, glued."""
    if max(len(whole), len(own)) > LONGEST_WORD:
        return False
    if own[1:] == whole[1:] and whole[0] == "I" and own[0] in LIKE_I:
        return known(whole) and not known(own)
    if CAMEL.search(own) and not CAMEL.search(whole) and known(whole):
        return own.startswith(whole) or own.endswith(whole)
    if GLUED.fullmatch(own) and (whole.isdigit() or known(whole)):
        return own.startswith(whole) or own.endswith(whole)
    ahead = alike_ahead(whole, own)
    behind = alike_ahead(whole[ahead:][::-1], own[ahead:][::-1])
    alike = ahead + behind >= PART * len(whole) - 1
    if len(whole) == len(own) == ahead + behind + 1 and len(whole) >= LONG and not own[ahead].isalnum():
        return is_dutch(whole) and not known(own)
    return alike and SIGN_WITHIN.search(own) is not None and SIGN_WITHIN.search(whole) is None


def _is_garbled(text: str) -> bool:
    """Whether words have signs in them again and again; addresses have, too."""
    signs = (SIGN_WITHIN.search(word) for word in text.split() if not ADDRESS.search(word))
    return sum(map(bool, signs)) >= MANY


def same_letter(comparison: Comparison, change: Change) -> Trace | None:
    """A word that lacks a letter, or has another one for it, as other words of the print do; or one of many such."""
    for side in Side:
        passage = passage_of(comparison, change, side)
        if passage and change.n in _systematic(comparison, side) | _in_many_words(comparison, side):
            return Trace(side, SAME_LETTER, passage.lines[0])
    return None


@lru_cache(maxsize=KEPT)
def _systematic(comparison: Comparison, side: Side) -> frozenset[int]:
    """The changes in whose words one print lacks a letter everywhere, or has the same other one for it."""
    found: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    strange: set[tuple[str, str]] = set()
    for change in comparison.changes:
        for whole, own in _beside(change, side):
            if letters := letter_for(whole, own):
                found[letters][whole].add(change.n)
                strange |= {letters} if is_dutch(whole) and not is_dutch(own) else set()
    many = (changes for letters, changes in found.items() if letters in strange and len(changes) >= LEAST)
    return frozenset(n for changes in many for one in changes.values() for n in one)


@lru_cache(maxsize=KEPT)
def _in_many_words(comparison: Comparison, side: Side) -> frozenset[int]:
    """The changes of passages in which one print has several words that are none, and the other one words of Dutch."""
    found: dict[str | None, set[int]] = defaultdict(set)
    for change in comparison.changes:
        pairs = _beside(change, side)
        if pairs and all(is_dutch(whole) and not is_dutch(own) for whole, own in pairs):
            found[change.anchor(side)].add(change.n)
    return frozenset(n for changes in found.values() if len(changes) >= MANY for n in changes)


def _beside(change: Change, side: Side) -> list[tuple[str, str]]:
    """The words that differ, where words were changed and nothing else."""
    return words_beside(change, side) if change.kind is ChangeKind.WORD else []


def letter_for(whole: str, own: str) -> tuple[str, str] | None:
    """The letters that a word lacks everywhere beside the whole one, and the letter that it has for them, if any."""
    if not whole.isalpha() or max(len(whole), len(own)) > LONGEST_WORD:
        return None
    at = alike_ahead(whole, own)
    for size in range(1, MOST + 1):
        lost = whole[at : at + size]
        for got in ("", own[at : at + 1]):
            if lost and whole.replace(lost, got) == own:
                return lost, got
    return None


def crumbled(comparison: Comparison, change: Change) -> Trace | None:
    """A word of which only crumbs are left that are no words: `bl donderz k` of `bloedonderzoek`."""
    for side in Side:
        whole, parts = change.of(side.other).strip(), change.of(side).split()
        passage = passage_of(comparison, change, side)
        if not (passage and whole.isalpha() and LONG <= len(whole) <= LONGEST_WORD and 1 < len(parts) < len(whole)):
            continue
        letters = iter(whole)
        within = all(letter in letters for letter in "".join(parts))
        if within and is_dutch(whole) and not any(known(part) for part in parts if len(part) > 1):
            return Trace(side, STRANGE, passage.lines[0])
    return None


def no_dutch(comparison: Comparison, change: Change) -> Trace | None:
    """A row of words of which most are none, beside words that Dutch has."""
    for side in Side:
        own, other = words(change.of(side)), words(change.of(side.other))
        passage = passage_of(comparison, change, side)
        if passage and other and _most_strange(change.of(side), own) and all(map(is_dutch, other)):
            return Trace(side, NO_DUTCH, passage.lines[0])
    return None


def _most_strange(text: str, own: list[str]) -> bool:
    """Whether most words in small letters are none."""
    small = {word for word in WORD.findall(text) if word.islower() and len(word) > LEAST}
    none = [word for word in own if word in small and not is_dutch(word)]
    return len(none) >= LEAST and len(none) >= PART * len([word for word in own if word in small])


def is_dutch(word: str) -> bool:
    """Whether Dutch has a word, or can have it."""
    return not word.isalpha() or known_or_made(word)
