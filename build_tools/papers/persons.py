"""The name that a signer is known by, however a paper prints it.

After `person_of`: `J. P. H. Donner`, `J.P.H. Donner` and `mr. J.P.H. Donner` are one person, `J.P.H. Donner`. What
stands before the surname is its given part; of a name without initials that is all up to the first small word of it,
or else up to its last word, unless its last words are a surname that is listed.
"""

import re
from dataclasses import dataclass
from functools import cache

from build_tools.data import data
from build_tools.dutch.characters import visible

_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.(?:\s|-(?=\w))?)+")
"""`J.P.H.`, `J. P. H. `, `A.Th.B.`, `P.-J.`"""

_CALLED = re.compile(r"\([^()]*\)\s*")
"""`(Aukje) `, between initials and surname."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """`C.E.G.`, `van`, `Gennip`; the first two may be empty."""

    given: str
    particles: str
    surname: str

    @property
    def whole(self) -> str:
        """`C.E.G. van Gennip`."""
        return " ".join(filter(None, (self.given, self.particles, self.surname)))

    @property
    def last_first(self) -> str:
        """`van Gennip, C.E.G.`; of a surname of several words alone a comma says that it is whole: `Van Huffelen,`."""
        last = " ".join(filter(None, (self.particles, self.surname)))
        return f"{last}, {self.given}".rstrip() if self.given or " " in last else last


def person_of(printed: str) -> PersonName:
    """The name in its parts."""
    name = _untitled(visible(printed).strip())
    if initials := _INITIALS.match(name):
        given, rest = re.sub(r"\s", "", initials[0]), _CALLED.sub("", name[initials.end() :]).split()
    else:
        words = name.split()
        start = _surname_at(words)
        given, rest = " ".join(words[:start]), words[start:]
    if not rest:
        return PersonName("", "", name)
    begin = next((at for at, word in enumerate(rest) if not _is_particle(word)), 0)
    return PersonName(given, " ".join(rest[:begin]), " ".join(rest[begin:]))


def _surname_at(words: list[str]) -> int:
    """Where the surname begins in a name without initials."""
    for double in data("names")["surnames"]:
        if words[-len(double.split()) :] == double.split():
            return len(words) - len(double.split())
    small = (at for at, word in enumerate(words) if _is_particle(word))
    return next(small, len(words) - 1)


def _untitled(name: str) -> str:
    """A name without the titles before it and the degrees behind it."""
    before, behind = _titles()
    return behind.sub("", before.sub("", name)).strip() or name


@cache
def _titles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    titles, degrees = ("|".join(data("names")[key]) for key in ("titles", "degrees"))
    return re.compile(rf"(?:(?:{titles})(?:\.\s*|\s+))+", re.IGNORECASE), re.compile(rf"(?:,?\s+(?:{degrees})\.?)+$")


def _is_particle(word: str) -> bool:
    return word.lower() in data("names")["particles"]
