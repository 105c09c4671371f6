"""Letters that a machine took for others, where a word alone does not show it: at the begin of a word, in a short one,
in a part of a compound with a hyphen, in a name.

A name is in no word list. Who corrects one writes another vowel or drops a letter; a machine mistakes what looks alike
on paper, which nobody mistypes.
"""

from functools import cache

from build_tools.compare.model import Change, ChangeKind, Comparison, Side
from build_tools.compare.telling.traces.spelling import side_mistaken
from build_tools.compare.telling.traces.trace import Trace, passage_of
from build_tools.dutch.characters import LOOK_ALIKE
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.word_list import common, known_or_made

ALIKE, CUT = "letters_lijken", "woord_afgesneden"
"""The kinds of such places (`data/verdict.yml`)."""

CAPITALS = frozenset(
    map(frozenset, ("Il", "DO", "OQ", "CG", "EF", "PF", "8B", "5S", "0O", "0D", "1I", ("H", "l-l"), ("H", "I-I")))
)
"""What a machine takes for each other at the begin of a word: a capital and another sign, or a small letter."""

THIN = frozenset(map(frozenset, (("n", "ii"), ("m", "iii"), "vy", "uv", "tl")))
"""Letters besides of which strokes are lost in a thin print."""

MISTYPED = frozenset(map(frozenset, ("ao", "eo"))) | frozenset(frozenset(pair.split()) for pair in ("ij y", "ij ÿ"))
"""What people take for each other in a name, too: `Dijkstra`, `Dykstra`."""

NAME, LONGEST = 6, 60
"""Letters of a name at the least, and of any word that is looked into at the most."""

LOST = 2
"""Letters that a word lacks at its begin or end, at the least: one is an ending, or a typing error."""

Letters = frozenset[str]


def mistaken(comparison: Comparison, change: Change) -> Trace | None:
    """Words that differ from those of Dutch, from a name or a number, in letters alone that look alike: `rnet 21O`."""
    before, after = change.before.split(), change.after.split()
    if change.kind is not ChangeKind.WORD or len(before) != len(after):
        return None
    unlike = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    for side in Side if unlike else ():
        passage = passage_of(comparison, change, side)
        if passage and all(_mistaken_on(side, *pair) for pair in unlike):
            return Trace(side, ALIKE, passage.lines[0])
    return None


def _mistaken_on(side: Side, before: str, after: str) -> bool:
    """Whether one of two words, on a side, can be the other one misread."""
    whole, own = (after, before) if side is Side.A else (before, after)
    return side_mistaken(before, after) is side or is_mistaken(whole, own)


def is_mistaken(whole: str, own: str) -> bool:
    """Whether a word can be another one that a machine misread: `Oaarmee` for `Daarmee`, `ecn` for `een`."""
    if max(len(whole), len(own)) > LONGEST or not whole or " " in whole + own:
        return False
    whole, own = _differing_part(whole, own)
    letters = _differing(whole, own)
    if letters not in LOOK_ALIKE | CAPITALS | THIN or not whole.isalpha():
        return False
    if _is_common(whole) or known_or_made(whole):
        return not _is_common(own) and (_is_common(whole) or not known_or_made(own))
    return letters not in MISTYPED and len(whole) >= NAME and own.isalpha() and not known_or_made(own)


def cut_off(comparison: Comparison, change: Change) -> Trace | None:
    """The begin or end of a word that is none, beside the whole one: `ontvan` for `ontvangen`."""
    for side in Side:
        passage = passage_of(comparison, change, side)
        if passage and is_cut(change.of(side.other).strip(), change.of(side).strip(), passage.text):
            return Trace(side, CUT, passage.lines[0])
    return None


def is_cut(whole: str, rest: str, text: str) -> bool:
    """Whether a word lacks its begin or its end and is none any more, nor a short form, in a text: `art.`."""
    if not (whole.isalpha() and rest.isalpha() and rest.islower() and LOST <= len(whole) - len(rest) < LONGEST):
        return False
    part = whole.startswith(rest) or whole.endswith(rest)
    return part and known_or_made(whole) and not known_or_made(rest) and f"{rest}." not in text


def _differing_part(whole: str, own: str) -> tuple[str, str]:
    """The one part that differs of words with as many hyphens: `regellng` of `KOA-regellng`."""
    parts = whole.split("-"), own.split("-")
    unlike = [pair for pair in zip(*parts, strict=False) if pair[0] != pair[1]]
    return unlike[0] if len(parts[0]) == len(parts[1]) and len(unlike) == 1 else (whole, own)


def _differing(whole: str, own: str) -> Letters:
    """The letters by which two words differ, of either."""
    ahead = alike_ahead(whole, own)
    behind = alike_ahead(whole[ahead:][::-1], own[ahead:][::-1])
    return frozenset((whole[ahead : len(whole) - behind], own[ahead : len(own) - behind]))


def _is_common(word: str) -> bool:
    """Whether the word is one that Dutch texts often have."""
    return word.lower() in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(common())
