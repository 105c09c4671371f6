"""Titles that the print sets in capitals, as running text would write them.

After `sentence_case`: the same letters; a word keeps capitals where data or the text itself says that it has them.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from build_tools.data import data

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
"""A word as capitals are set: `NADER`, `COLLEGA’S`; of `AL-SHEHRI` each part by itself."""

ROMAN = re.compile(r"(?=[IVXLC])(?:X[LC]|L?X{0,3})(?:IX|IV|V?I{0,3})")
"""`II`, `XIV`: numbers of chapters, which keep their capitals."""

ELIDED = re.compile(r"(?<=\b[DLO]['’])[a-zà-ÿ]")
"""The letter behind an elision that begins a name: `D’Hondt`."""

LOUD = re.compile(r"[^a-zà-ÿ]+(?=\s\w|$)")
"""What has no small letter, up to a word that has some."""

LOUD_WORDS = 3
"""Words in capitals that are a line of a title, in front of words that are not: fewer are names."""

SHOUTED = 4
"""Letters that a text in capitals has at the least: fewer are a short form, `BZK` or `EU`."""

MOST_MARKS = 6
"""Spaces, quotation marks, brackets and dashes between two words at the most."""


def shouts(text: str) -> bool:
    """Whether all letters of a text are capitals, and it is no short form."""
    letters = [character for character in text if character.isalpha()]
    return text.isupper() and len(letters) > SHOUTED


def loud_part(text: str) -> str:
    """A text in capitals, or its begin where that is a line of words in capitals: `GEWIJZIGDE MOTIE VAN HET LID DE
    VRIES Ter vervanging van …`; empty where there is none."""
    begin = LOUD.match(text)
    loud = begin[0] if begin else ""
    return loud if shouts(loud) and (loud == text or len(loud.split()) >= LOUD_WORDS) else ""


def sentence_case(text: str, spelled: Mapping[str, str]) -> str:
    """A text in capitals as a sentence, or that part of it that is; the rest goes on in it. `spelled` are words in
    small letters with the spelling that the text has."""
    loud = loud_part(text)
    rest = text[len(loud) :]
    return _in_small(loud, spelled) + rest[:1] + rest[1:2].lower() + rest[2:] if loud else text


def _in_small(text: str, spelled: Mapping[str, str]) -> str:
    small = WORD.sub(lambda word: _word(word[0], spelled), text)
    small = _members().sub(lambda found: found[1] + _surnames(found["names"]), small)
    for name, shape in _names():
        small = shape.sub(name, small)
    first = next((at for at, character in enumerate(small) if character.isalpha()), 0)
    return small[:first] + small[first : first + 1].upper() + small[first + 1 :]


def spelling(texts: Iterable[str]) -> dict[str, str]:
    """How running texts spell the words that they write with a capital within a sentence, and never without; a letter
    alone is an initial."""
    found: dict[str, str] = {}
    small: set[str] = set()
    for text in texts:
        for word in WORD.finditer(text):
            if word[0].islower():
                small.add(word[0])
            elif len(word[0]) > 1 and _within_sentence(text, word.start()) and not word[0].isdecimal():
                found.setdefault(word[0].lower(), word[0])
    return {word: shown for word, shown in found.items() if word not in small}


def _within_sentence(text: str, at: int) -> bool:
    """Whether the word before this place has small letters or ends in a comma: no sentence begins here."""
    before = text[max(0, at - MOST_MARKS) : at].rstrip("«“‘\"'( -")
    return bool(before) and before[-1] in "abcdefghijklmnopqrstuvwxyz,"


def _word(word: str, spelled: Mapping[str, str]) -> str:
    low = word.lower()
    if low in spelled:
        return spelled[low]
    return word if ROMAN.fullmatch(word) and len(word) > 1 else _short_forms().get(low, low)


@cache
def _short_forms() -> dict[str, str]:
    return {name.lower(): name for name in data("names")["short_forms"]}


@cache
def _members() -> re.Pattern[str]:
    """`het lid van der steen` up to `c.s.` or what the paper is about; not `de leden van de commissie`."""
    before = "|".join(data("names")["before_names"])
    return re.compile(
        rf"(\b(?:{before}) )(?!van de |van het |der )(?P<names>.+?)"
        r"(?=\s+(?:c\.s\.|(?:ter|over|tot|houdende|inzake|betreffende|met|voor|aan|op)\b)|$)",
        re.IGNORECASE,
    )


def _surnames(names: str) -> str:
    """`van der steen en al-shehri` as `Van der Steen en Al-Shehri`."""
    words = re.split(r"(\s+|-)", names)
    starts = True
    for at, word in enumerate(words):
        if word == "en" or not word.strip(" -"):
            starts = starts or word == "en"
            continue
        if starts or word.rstrip(",") not in data("names")["particles"]:
            words[at] = word[:1].upper() + word[1:]
        starts = word.endswith(",")
    return ELIDED.sub(lambda found: found[0].upper(), "".join(words))


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All names that data knows, the longest last, so that it wins; a portfolio only behind its office."""
    portfolios = (*data("ministries")["ministries"], *data("ministries")["for"])
    shapes = [(name, rf"(?<=\bvan ){re.escape(name)}|(?<=\bvoor ){re.escape(name)}") for name in portfolios]
    shapes += [(name, re.escape(name)) for name in data("names")["names"]]
    ordered = sorted(shapes, key=lambda shape: len(shape[0]))
    return tuple((name, re.compile(rf"(?:{shape})(?!\w)", re.IGNORECASE)) for name, shape in ordered)
