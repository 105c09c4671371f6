"""Doubts about hyphens at the ends of lines: the word's own, taken out all the same, or the printer's, left there."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from build_tools.data import data
from build_tools.dutch.word_list import known, often
from build_tools.model import Block, Doubt, DoubtKind, LineEndSort, Note, Passage
from build_tools.reading.doubts.addresses import is_in_address
from build_tools.reading.doubts.evidence import Evidence, around
from build_tools.reading.doubts.words.seams import HYPHENED, SHORTEST, TWICE
from build_tools.reading.doubts.words.word_boundaries import REST, SET_PHRASE, VOWELS, is_strange

WHOLE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*+")
"""A word with the hyphens within it: `quantum-proof`."""

HALF = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{2,}(?=-$)")
"""`maincon-`: the first half of a word in small letters, before a hyphen."""

SCHEME = re.compile(r"\b(?:programma|project|regeling|fonds|plan|initiatief|campagne|platform|systeem) [A-Z]\w+$")
"""`het programma Kade-` / `plus`: what gets a name that nobody knows how to write."""

NEAR = 40
"""Characters before a hyphen in which its first half stands."""


def word_around(passage: Passage, at: int) -> tuple[str, str]:
    """What stands before and behind a place of a text of the word there."""
    before, behind = re.search(r"[\w’'-]*$", passage.text[:at]), re.match(r"[\w’'-]*", passage.text[at:])
    return before[0] if before else "", behind[0] if behind else ""


def falsely_joined(evidence: Evidence) -> Iterator[Doubt]:
    """Words without the hyphen at which their line ended, that Dutch does not have so: `zee-` / `anjelieren`,
    `Den Wierdum-` / `lijn`; or has so, where letters write it with one: `co-` / `assistent`. Of a word with a hyphen
    before that, its last part counts.

    One half is a word by itself: the hyphen was its own, or behind it stands a line that does not belong there. Where
    the text elsewhere has the word within a line, or joins others to its first half, it is one;
    with a letter too many there, it is one that was mistyped: `gezondsheidszorg`. Set phrases have a letter more than
    the word: `met dien verstande`.
    """
    ends = list(parted_words(evidence))
    if not ends:
        return
    said = Counter(word.lower() for one in evidence.letter.passages for word in WHOLE_WORD.findall(one.text))
    at_ends = Counter(f"{first}{behind}".lower() for *_, first, behind in ends)
    for passage, part, at, first, behind in ends:
        word = first + behind
        long = len(behind) >= REST and known(behind)
        half = (known(first) or long) if word.islower() else (known(first.lower()) and long)
        strange = word.isalpha() and word[1:].islower() and (is_strange(word.lower()) or known(f"{first}-{behind}"))
        often_said = said[word.lower()] > at_ends[word.lower()]
        within = often_said or is_joined_elsewhere(first.lower(), behind, said)
        within = within or SET_PHRASE.fullmatch(word) is not None or (word.endswith("e") and known(word[:-1]))
        mistyped = any(map(known, (first[:-1].lower() + behind, first.lower() + behind[1:])))
        scheme = first[:1].isupper() and SCHEME.search(passage.text, max(0, at - NEAR), at) and not known(word.lower())
        other = (scheme and long) or may_be_prefixed(first.lower(), behind) or is_no_adverb(first.lower(), behind)
        if (half and strange and not (within or mistyped)) or (other and not often_said):
            line = evidence.lines_of(part)[at]
            yield evidence.doubt(DoubtKind.WORDS_FUSED, line, around(passage.text, at, at), passage.anchor)


def may_be_prefixed(first: str, behind: str) -> bool:
    """Whether a word is one behind a first part that many letters write with a hyphen, though a list has both in one:
    `co-` / `assistent`; not one that is used often, as `co-` / `medy`."""
    prefixed = first in data("dutch")["hyphenated_prefixes"] and behind in often()
    return prefixed and len(behind) >= REST and first + behind not in often()


def is_no_adverb(first: str, behind: str) -> bool:
    """Whether a word that begins as `waarbij` does is none that Dutch has, nor one behind a longer word: `waar-` and
    `blijkt`, not `waar-` and `borgfonds`."""
    if first not in data("dutch")["before_prepositions"]:
        return False
    whole = first + behind
    longer = any(known(whole[:at]) and known(whole[at:]) for at in range(len(first) + 2, len(whole) - 2))
    return not (known(whole) or longer)


def parted_words(evidence: Evidence) -> Iterator[tuple[Passage, Block | Note, int, str, str]]:
    """The words that a hyphen at the end of their line parts: where they stand, and their halves."""
    for passage, part in evidence.parts():
        for end in passage.line_ends:
            if end.sort is LineEndSort.HYPHEN:
                before, behind = word_around(passage, end.at)
                yield passage, part, end.at, before.rpartition("-")[2], behind


def is_joined_elsewhere(first: str, behind: str, said: Collection[str]) -> bool:
    """Whether a text joins this half to other words than this one, and has no word where a hyphen stands behind it:
    `quantum-` / `veilige` beside `quantumcomputer`. Two vowels that would be read as one are always parted."""
    if not behind or len(first) < REST or (first[-1] in VOWELS and behind[0] in VOWELS):
        return False
    joined = any(word.startswith(first) and len(word) - len(first) >= REST and word != first + behind for word in said)
    return joined and not any(word.startswith(f"{first}-") for word in said)


def hyphens_kept(evidence: Evidence) -> Iterator[Doubt]:
    """Hyphens that stayed where a line ended, and were its own. One that the text has twice is the word's."""
    ending = [(passage, part) for passage, part in evidence.parts() if passage.line_ends]
    said = Counter(found for one in evidence.letter.passages if ending for found in HYPHENED.findall(one.text))
    for passage, part in ending:
        for end in passage.line_ends:
            half = HALF.search(passage.text[max(0, end.at - NEAR) : end.at])
            whole = HYPHENED.match(passage.text[end.at - len(half[0]) - 1 : end.at + NEAR]) if half else None
            chain = whole is not None and whole.string[whole.end() :].startswith("-")
            chain = chain or is_in_address(passage.text, end.at - 1, end.at)
            if half and whole and not chain and said[whole[0]] < TWICE and was_broken(half[0], whole[0]):
                line = evidence.lines_of(part)[end.at]
                yield evidence.doubt(DoubtKind.BROKEN_WORD, line, around(passage.text, end.at, end.at), passage.anchor)


def was_broken(half: str, whole: str) -> bool:
    """Whether a hyphen parts no two words: the half before it is none, `maincon-` / `tractors`, or Dutch has the whole
    in one and not with a hyphen, `ver-` / `plicht`."""
    if half in data("dutch")["initialisms"]:
        return False
    return (len(half) >= SHORTEST and is_strange(half)) or (known(whole.replace("-", "")) and not known(whole))
