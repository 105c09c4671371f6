"""What stands around a number and tells whether it is one of an official paper."""

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data import data

NEAR = 60
"""Characters before a number, and behind it, in which a word tells what it is a number of."""

_WORD = re.compile(r"[\w.’-]{1,40}")

_OPENS = re.compile(r"(?:\A|[.;:,!?–—(\[«“”\"'’/])\s{0,4}\Z")
"""What a citation without an introduction stands behind: the begin of a text or of a part of a sentence."""

SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ])")
"""Where a new sentence begins; `sectie B, nr. 34 567` goes on."""

_JUDGES = re.compile(
    r"\b(?:[Zz]a(?:ak|ken)|[Aa]rrest(?:en)?|Hof|HvJ|HvJEU|EG|EU|Gerecht|[Pp]rejudici|[Uu]itspra|[Cc]onclusie|ECLI|[Pp]unten?|A-G)"
)
"""What is said around the number of a case of the Court of Justice."""

_NAMED_PARTY = re.compile(r",?\s?\(?[A-ZÀ-Þ]\w+")
"""A case has the name of a party behind it: `C-34/09, Ruiz Zambrano`."""


def may_stand_bare(text: str, at: int) -> bool:
    """Whether a dossier and number that begin at an offset, introduced by nothing, can be those of a paper."""
    before = text[max(0, at - NEAR) : at]
    words = [word.strip(".’-").casefold() for word in _WORD.findall(before)]
    if _GREW.search(before):
        return False
    if not is_other_number(text, at) and _OPENS.search(before):
        return True
    direct = bool(words) and words[-1] in listed_words("before_a_number")
    if direct and not set(words[-3:-1]) & listed_words("other_numbers"):
        return True
    near = {word.partition("-")[0] for word in words[-6:]}
    others = bool(set(words[-1:]) & listed_words("weak_numbers") or _RECEIVER.search(before))
    return not _papers().isdisjoint(near) and not others


_RECEIVER = re.compile(r"\baan\s(?:de\s|het\s)?(?!uw\s)[a-zà-þ-]{1,40}\s{1,4}\Z")
"""Whom a letter is to, before a number that is theirs: `de brief aan huishouden `."""


def names_paper(text: str, at: int) -> bool:
    """Whether one of the few words before an offset is that for a paper: `de motie-Azijn c.s. (`; a letter is one if
    something says whose or of when it is: `mijn brief (`, `de brief van 3 mei (`.
    """
    before = SENTENCE_END.split(text[max(0, at - NEAR) : at])[-1]
    words = {word.strip(".’-").casefold().partition("-")[0] for word in _WORD.findall(before)[-6:]}
    own = not listed_words("letters_to_parliament").isdisjoint(words)
    return not listed_words("numbered_papers").isdisjoint(words) or ("brief" in words and own)


def is_other_number(text: str, at: int, *, named: bool = False) -> bool:
    """Whether a word before an offset, in the same sentence, says that a number of something else follows; where
    `nr.` names a paper, one that stands in any sentence says so only right before it.
    """
    before = SENTENCE_END.split(text[max(0, at - NEAR) : at])[-1]
    # a room is a `kamer`, parliament the `Kamer`: its number is none of something else
    words = ["" if word == "Kamer" else word.strip(".’-").casefold() for word in _WORD.findall(before)]
    weak = words[-1:] if named else words[-2:]
    return bool(set(words) & listed_words("other_numbers")) or bool(set(weak) & listed_words("weak_numbers"))


LONGEST_LIST = 240
"""Characters before a number in which the word for the papers of its list stands."""

_LIST = re.compile(
    r"(?P<word>[\w’.-]{1,40})(?P<colon>\s?:)?\s(?:\d\d\s?\d{3}[\w()-]{2,12}(?:;|,|,?\sen|\s&)\s){0,12}\Z"
)
"""What a list of numbers stands behind, up to its last: `vervallen: 34775-42; 34734-25; `, `documenten 31544-8 en `."""


def is_listed(text: str, at: int) -> bool:
    """Whether an offset lies in a list of the numbers of papers: right behind the word for them, behind a colon in
    their sentence, or behind the name of who moved a motion.
    """
    found = _LIST.search(text, max(0, at - LONGEST_LIST), at)
    if not found or is_other_number(text, at):
        return False
    if _is_in("listed_papers", found["word"]):
        return True
    before = SENTENCE_END.split(text[max(0, found.start() - LONGEST_LIST) : found.end("word")])[-1]
    words = [word for word in _WORD.findall(before) if _is_in("listed_papers", word)]
    return bool(words) if found["colon"] else found["word"].istitle() and names_paper(text, found.end("word"))


def _is_in(name: str, word: str) -> bool:
    """`motie`, `motie-Azijn`, `documenten`."""
    return word.strip(".’-").casefold().partition("-")[0] in listed_words(name)


_ENTRY = re.compile(r"\s[-–—]\s\Z")
"""The dash between an entry of a list of papers and its number."""

LONGEST_DASH = 3
"""Characters of it."""

_END_OF_ENTRY = re.compile(r"\s{0,4}(?:\Z|\n|Besluit:)")
"""What follows the number: nothing, a new line, the decision on it."""


def is_at_end_of_entry(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is the number behind an entry of a list of papers: `Nota over de opvang - 34553-7`."""
    behind_dash = _ENTRY.search(text, max(0, start - LONGEST_DASH), start)
    return bool(behind_dash and _END_OF_ENTRY.match(text, end)) and not is_other_number(text, start)


def is_of_others(text: str, start: int, end: int) -> bool:
    """Whether a municipality or the like made the rules at [start, end)."""
    around = f"{text[max(0, start - NEAR) : start]} {text[end : end + NEAR]}"
    return _makers().search(around) is not None


_GREW = re.compile(r"\b[Vv]an\s[\d\s.,]{1,12}\s(?:naar|tot)\s\Z")
"""What makes a number the end of a change: `steeg van 29 544 naar `."""


def is_kept_by_others(text: str, start: int, end: int) -> bool:
    """Whether a dossier at [start, end) is one of an office: `dossier 24 561 van de rechtbank`, `de rechtbank sloot
    het dossier 24 561`.
    """
    return bool(_keepers().match(text, end) or _keepers_before().search(text, max(0, start - NEAR), start))


def is_case_of_court(text: str, start: int, end: int, court: str) -> bool:
    """Whether `C-34/09` is a case: something around it says so, or a party is named behind it."""
    before = text[max(0, start - NEAR) : start]
    if set(_WORD.findall(before)[-1:]) & listed_words("other_numbers"):
        return False
    around = f"{before} {text[end : end + NEAR]}"
    if _JUDGES.search(around):
        return True
    return court == "C" and _NAMED_PARTY.match(text, end) is not None and text[end : end + 1] in ", ("


@cache
def _papers() -> frozenset[str]:
    return frozenset(name.casefold() for name in data("dutch")["papers_by_name"])


@cache
def listed_words(name: str) -> frozenset[str]:
    """The words under a name in `data/citing.yml`."""
    return frozenset(data("citing")[name])


@cache
def _keepers() -> re.Pattern[str]:
    offices = _any_of((*data("citing")["other_makers"], *data("citing")["other_keepers"]))
    return re.compile(rf"\s(?i:van|bij)\s(?:(?i:de|het|een|uw)\s)?{offices}\b")


@cache
def _keepers_before() -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(data('citing')['other_keepers'])}\s[a-z]{{3,15}}\s(?:(?:het|een|zijn|haar)\s)?\Z")


@cache
def _makers() -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(data('citing')['other_makers'])}\b")


def _any_of(names: Sequence[str]) -> str:
    """A pattern of names: those in capitals as they are written, others in any spelling."""
    return "(?:" + "|".join(re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in names) + ")"
