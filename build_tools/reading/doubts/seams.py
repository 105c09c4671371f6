"""Doubts about hyphens where printed lines ended: a tool that mends broken words takes those out as well that are the
word's own, and one that does not can leave the printer's."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from build_tools.addresses import note_anchor
from build_tools.data import data
from build_tools.dutch.word_list import known, often
from build_tools.model import Block, Doubt, DoubtKind, LineEndSort, Note, Passage
from build_tools.reading.blocks.typesetting import OVERFULL, PrintedLines
from build_tools.reading.doubts.evidence import Evidence, around, doubted
from build_tools.reading.doubts.words import (
    ADDRESS,
    COMMON,
    REST,
    SET_PHRASE,
    VOWELS,
    capitals_inside,
    is_in_address,
    is_strange,
    opens_with_small_word,
    word_around,
)

SEAM_FROM, SEAM_TO = 0.95, 1.0
"""Where a printed line ends that a hyphen does: in parts of the measure, as no width is exact."""

RARE = 0.06
"""The part of the lines of a text that are several printed ones, at the most, where its print broke no words: what its
tool took for the hyphen of a line's end was the word's own each time."""

TWICE = 2
"""A word that a text says as often is as it says."""

WORD = re.compile(r"[^\W\d_]{5,}")
"""A word, or what stands between two hyphens of one."""

WHOLE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*+")
"""A word with the hyphens within it: `quantum-proof`."""

CAPITAL_WITHIN = re.compile(r"(?:(?<![A-Z])(?!IJ[a-z])[A-Z]{2,}+|(?<=[a-zà-ÿ])[A-Z]++)[a-zà-ÿ]{3}")
"""`KunmingMontreal`, `RIVMonderzoek`, `PvdAfractie`: a name before a hyphen, or one behind it. Not `IJzeren`."""

OWN_CAPITAL = re.compile(r"(?P<first>[A-Z][a-zà-ÿ]+)(?P<rest>[A-Z][a-zà-ÿ]+)")
"""`HagaZiekenhuis`: a word with one capital within."""

CAPITAL_INSIDE = re.compile(r"[^\W\d_]+[a-zà-ÿ]{2}[A-Z][a-zà-ÿ]{3,}")
"""`SúdwestFryslân`: two names, where a tool took the hyphen."""

CAPITALS_FIRST = re.compile(r"(?!IJ[a-z])[A-Z]{2,}(?P<rest>[a-zà-ÿ]{4,})")
"""`EUvoorstel`: an initialism and a word; not `IJzeren`, nor a name whose rest is no word: `DINGtiid`."""

NUMBER_INSIDE = re.compile(r"(?<![\w-])[A-Z]{1,4}\d[a-zà-ÿ]{4,}(?![\w-])")
"""`CO2heffing`: a formula and a word."""

HANGING = re.compile(r"(?<![\w’'/.-])(?P<first>[a-zà-ÿ]{2,})(?P<small>en|of) (?=[a-zà-ÿ]{5})")
"""`inen uitvoer`, `individuen groepsniveau`: the first half of two words, whose hyphen was lost before a small one."""

THRICE = re.compile(r"([aeou])\1\1")
"""`politieeenheid`: a vowel three times in a row, as no word of Dutch has it without a hyphen or a diaeresis."""

HYPHENED = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]+")
"""`netto-participatie`."""

LONG_REST = 6
"""Letters of a common word with a capital within a name, at the least: shorter ones say where a place lies."""

SHORTEST = 4
"""Letters of what stands behind a prefix, and of the first half of a word that none is, at the least."""

HALF = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{2,}(?=-$)")
"""`maincon-`: the first half of a word in small letters, before a hyphen."""

PART_OF_ADDRESS = re.compile(r"(?<=[/-])[a-z]{5,}+(?=[/-]|$)")
"""A part of a page's address between hyphens."""

SCHEME = re.compile(r"\b(?:programma|project|regeling|fonds|plan|initiatief|campagne|platform|systeem) [A-Z]\w+$")
"""`het programma Kade-` / `plus`: what gets a name that nobody knows how to write."""

NEAR = 40
"""Characters before a hyphen in which its first half stands."""


@dataclass(frozen=True, slots=True)
class SaidWords:
    """The words of a text, how often each is said, how often of these where a printed line may have ended, and those
    with a hyphen, without it."""

    count: Mapping[str, int]
    at_seams: Mapping[str, int]
    hyphened: Collection[str]

    def says(self, word: str) -> bool:
        """Whether a text says a word twice so, and not at ends of lines alone."""
        return self.count[word] >= TWICE and self.count[word] > self.at_seams.get(word, 0)


def hyphens_lost(evidence: Evidence) -> Iterator[Doubt]:
    """Words across the end of a printed line, in a text whose tool mends broken ones, that may have had a hyphen of
    their own there; and those with a capital within wherever they stand, as no width is exact. Where a print hardly
    breaks words, each may have had one that Dutch does not make up of others, as it writes those in one."""
    page, wide = evidence.page, mended_lines(evidence)
    if not wide:
        return
    seams = {at: list(words_at_seams(page, at)) for at in wide}
    said, rare = words_said(evidence, Counter(chain.from_iterable(seams.values()))), len(wide) <= RARE * len(page.lines)
    for at, words in seams.items():
        for word in words:
            own = rare and not said.says(word) and is_strange(word.lower())
            if own or may_want_hyphen(word, said):
                yield evidence.doubt(DoubtKind.WORDS_FUSED, page.lines[at].number, word)
    inside = {word for word in said.count if may_be_two_names(word) and may_want_hyphen(word, said)}
    yield from doubted(evidence, DoubtKind.WORDS_FUSED, WORD, lambda found: is_one_of(found, inside)) if inside else ()
    halves = set(chain.from_iterable(seams.values()))
    yield from doubted(evidence, DoubtKind.WORDS_FUSED, HANGING, lambda found: lost_its_hyphen(found, halves))


def initialisms_glued(evidence: Evidence) -> Iterator[Doubt]:
    """Words behind an initialism or a formula without the hyphen that belongs there, wherever they stand: a line that a
    tool mended need not be longer than others."""
    if not evidence.cleaned.wrapped:
        return
    yield from doubted(evidence, DoubtKind.WORDS_FUSED, NUMBER_INSIDE)

    def is_glued(found: re.Match[str]) -> bool:
        capitals = CAPITALS_FIRST.fullmatch(found[0])
        glued = (capitals is not None and not is_strange(capitals["rest"])) or begins_with_initialism(found[0])
        return glued and not is_in_address(found.string, found.start(), found.end())

    yield from doubted(evidence, DoubtKind.WORDS_FUSED, WORD, is_glued)


def lost_its_hyphen(found: re.Match[str], at_seams: Collection[str]) -> bool:
    """Whether the hyphen of a half word was lost before `en` or `of`: Dutch has no such word in one, or it has, and a
    printed line may have ended in it, behind a vowel: nowhere else is `en` parted from a word. Participles name people
    so: `de toegevoegden`."""
    half = found["first"]
    whole = half + found["small"]
    strange = is_strange(whole) and not (half.endswith(("d", "t")) and known(half + "e"))
    return strange or (whole in at_seams and half.endswith(tuple(VOWELS)) and known(half))


def mended_lines(evidence: Evidence) -> list[int]:
    """The lines that are several printed ones, in a text of printed lines."""
    page = evidence.page
    found = (at for at in range(len(page.lines)) if page.width(page.texts[at]) > OVERFULL * page.measures[at] > 0)
    return list(found) if evidence.cleaned.wrapped else []


def addresses_mended(evidence: Evidence) -> Iterator[Doubt]:
    """Addresses in notes that lost a hyphen at the end of a printed line, or reach beyond one."""
    page = evidence.page
    full = max(page.measures, default=0) if mended_lines(evidence) else None
    for note in evidence.letter.notes if evidence.cleaned.wrapped else ():
        for line in evidence.lines_with(note):
            address = ADDRESS.search(line.plain)
            if not address or "-" not in address[0]:
                continue
            fused = any(map(has_small_word, PART_OF_ADDRESS.findall(address[0])))
            if fused or (full and page.width(line.plain[: address.end()]) > OVERFULL * full):
                yield evidence.doubt(DoubtKind.WORDS_FUSED, line.number, address[0], note_anchor(note.n))


def is_one_of(found: re.Match[str], words: Collection[str]) -> bool:
    """Whether what was found is one of these words, and no part of an address."""
    return found[0] in words and not is_in_address(found.string, found.start(), found.end())


def words_at_seams(page: PrintedLines, at: int) -> Iterator[str]:
    """The words of a line, or the parts between the hyphens of one, that reach over the end of a printed line in it."""
    text, full = page.texts[at], page.measures[at]
    behind, end = 0.0, 0
    for found in WORD.finditer(text):
        start = behind + page.width(text[end : found.start()]) / full
        behind, end = start + page.width(found[0]) / full, found.end()
        last = round(behind)
        if start < last * SEAM_TO and behind > max(last, 1) * SEAM_FROM:
            yield found[0]


def words_said(evidence: Evidence, at_seams: Mapping[str, int]) -> SaidWords:
    """The words of a text, with those that stand at seams."""
    texts = [passage.text for passage in evidence.letter.passages]
    hyphened = {found.replace("-", "").lower() for text in texts for found in HYPHENED.findall(text)}
    return SaidWords(Counter(word for text in texts for word in WORD.findall(text)), at_seams, hyphened)


def may_want_hyphen(word: str, said: SaidWords) -> bool:
    """Whether a word at such an end may be two with a hyphen: it has a capital within, a first part that keeps its
    hyphen, a vowel thrice, or a hyphen where the text says it again. A word that is said twice so, and not at such ends
    alone, is one."""
    small = word.lower()
    if small in said.hyphened or THRICE.search(small):
        return True
    if said.says(word) or any(name in word for name, _ in capitals_inside()):
        return False
    return CAPITAL_WITHIN.search(word) is not None or (not known(small) and begins_with(small, "hyphenated_prefixes"))


def may_be_two_names(word: str) -> bool:
    """Whether a word has a capital within that is no part of how it is written: names of today have one before a word
    that is used often, behind a rare one: `HagaZiekenhuis`, not `LeeuwardenNoord` nor `TweedeKamerlid`."""
    parts = OWN_CAPITAL.fullmatch(word)
    rest = parts["rest"].lower() if parts else ""
    named = parts is not None and len(rest) >= LONG_REST and rest in often() and parts["first"].lower() not in often()
    return CAPITAL_INSIDE.fullmatch(word) is not None and not named


@lru_cache(maxsize=COMMON)
def begins_with_initialism(word: str) -> bool:
    """Whether a word that Dutch does not have is one behind an initialism, which keeps its hyphen, however often a text
    says it so: `caoonderhandeling`; a name like `Wouters` has a capital first."""
    name = word[:1].isupper() and word[1:].islower()
    return not name and begins_with(word.lower(), "initialisms") and is_strange(word.lower())


def begins_with(word: str, kind: str) -> bool:
    """Whether a word is one of Dutch behind another of a kind."""
    rests = (word[len(first) :] for first in data("dutch")[kind] if word.startswith(first))
    return any(len(rest) >= SHORTEST and known(rest) for rest in rests)


def has_small_word(part: str) -> bool:
    """Whether a part of an address is a word and a small one, with no hyphen between: `deuitvoering`, `naarde`."""
    ends = (len(part) - len(small) for small in data("dutch")["small_words"] if part.endswith(small))
    closed = any(at >= REST and known(part[:at]) for at in ends)
    return opens_with_small_word(part) or (closed and is_strange(part))


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
        other = (scheme and long) or may_be_prefixed(first.lower(), behind)
        if (half and strange and not (within or mistyped)) or (other and not often_said):
            line = evidence.lines_of(part)[at]
            yield evidence.doubt(DoubtKind.WORDS_FUSED, line, around(passage.text, at, at), passage.anchor)


def may_be_prefixed(first: str, behind: str) -> bool:
    """Whether a word is one behind a first part that many letters write with a hyphen, though a list has both in one:
    `co-` / `assistent`; not one that is used often, as `co-` / `medy`."""
    prefixed = first in data("dutch")["hyphenated_prefixes"] and behind in often()
    return prefixed and len(behind) >= REST and first + behind not in often()


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
            if half and whole and not chain and said[whole[0]] < TWICE and was_broken(half[0], whole[0]):
                line = evidence.lines_of(part)[end.at]
                yield evidence.doubt(DoubtKind.BROKEN_WORD, line, around(passage.text, end.at, end.at), passage.anchor)


def was_broken(half: str, whole: str) -> bool:
    """Whether a hyphen parts no two words: the half before it is none, `maincon-` / `tractors`, or Dutch has the whole
    in one and not with a hyphen, `ver-` / `plicht`."""
    if half in data("dutch")["initialisms"]:
        return False
    return (len(half) >= SHORTEST and is_strange(half)) or (known(whole.replace("-", "")) and not known(whole))
