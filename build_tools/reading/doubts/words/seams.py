"""Doubts about hyphens at seams: where printed lines ended within the lines of a tool that mends broken words, which
takes hyphens out as well that are the word's own."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from build_tools.addresses import note_anchor
from build_tools.data import data
from build_tools.dutch.word_list import known, often
from build_tools.model import Doubt, DoubtKind
from build_tools.reading.blocks.typesetting import OVERFULL, PrintedLines
from build_tools.reading.doubts.addresses import ADDRESS, is_in_address
from build_tools.reading.doubts.evidence import Evidence, doubted
from build_tools.reading.doubts.words.word_boundaries import (
    COMMON,
    REST,
    VOWELS,
    capitals_inside,
    is_strange,
    opens_with_small_word,
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

PART_OF_ADDRESS = re.compile(r"(?<=[/-])[a-z]{5,}+(?=[/-]|$)")
"""A part of a page's address between hyphens."""


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
    their own there; and those with a capital within, or behind a prefix, wherever they stand, as no width is exact.
    Where a print hardly breaks words, each may have had one that Dutch does not make up of others, as it writes those
    in one; a name it has not either."""
    page, wide = evidence.page, mended_lines(evidence)
    if not wide:
        return
    seams = {at: list(words_at_seams(page, at)) for at in wide}
    said, rare = words_said(evidence, Counter(chain.from_iterable(seams.values()))), len(wide) <= RARE * len(page.lines)
    for at, words in seams.items():
        for word in words:
            own = rare and not (is_name(word) or said.says(word)) and is_strange(word.lower())
            if own or may_want_hyphen(word, said):
                yield evidence.doubt(DoubtKind.WORDS_FUSED, page.lines[at].number, word)
    inside = {word for word in said.count if may_be_two_names(word) and may_want_hyphen(word, said)}
    inside |= {word for word in said.count if is_prefixed(word.lower())}
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
    strange = is_strange(whole) and not (is_strange(half) or (half.endswith(("d", "t")) and known(half + "e")))
    return strange or (whole in at_seams and half.endswith(tuple(VOWELS)) and known(half))


def mended_lines(evidence: Evidence) -> list[int]:
    """The lines that are several printed ones, in a text of printed lines."""
    page = evidence.page
    found = (at for at in range(len(page.lines)) if page.width(page.texts[at]) > OVERFULL * page.measures[at] > 0)
    return list(found) if evidence.cleaned.wrapped else []


def addresses_mended(evidence: Evidence) -> Iterator[Doubt]:
    """Addresses in notes that lost a hyphen at the end of a printed line, or reach beyond one in a text in which other
    lines do."""
    page = evidence.page
    mended = any(ADDRESS.search(page.texts[at]) is None for at in mended_lines(evidence))
    full = max(page.measures, default=0) if mended else None
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
        if text[end:] == "-":  # what the line itself breaks
            return
        if start < last * SEAM_TO and behind > max(last, 1) * SEAM_FROM:
            yield found[0]


def is_name(word: str) -> bool:
    """Whether a word has a capital first and no word of Dutch at its end: `Ginneken`, not `Wierdumrekeningen`."""
    ends = (word[at:] for at in range(1, len(word) - LONG_REST + 1))
    return word[0].isupper() and not any(map(known, ends))


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
    return CAPITAL_WITHIN.search(word) is not None or is_prefixed(small)


def is_prefixed(word: str) -> bool:
    """Whether a word that Dutch has not is one behind a prefix that keeps its hyphen: `nietnoodgevallen`."""
    return not known(word) and begins_with(word, "hyphenated_prefixes")


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
