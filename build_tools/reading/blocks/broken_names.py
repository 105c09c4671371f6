"""Names that a line's end parted from what stands before them: `De heer` / `G. Meel is benoemd`."""

import re

from build_tools.data import data

INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)+")
"""`G.`, `J.P.`, `Th.`: the end of a sentence too, where no word for a person stands before it."""


def names_person(word: str) -> bool:
    """Whether a word stands before names with their initials: `heer`, `drs.`, `Minister`."""
    return is_of("name_follows", word) or is_of("before_initials", word)


def name_follows(before: str, text: str) -> bool:
    """Whether a line begins with the name, or the rest of it, that the line before it calls for: a form of address at
    its end has one in any case, `minister G.` has begun one."""
    *_, word, last = ["", *before.rsplit(maxsplit=2)[-2:]]
    begun = INITIALS.fullmatch(last) is not None and names_person(word)
    return text[:1].isupper() and (begun or is_of("name_follows", last))


def is_of(words: str, word: str) -> bool:
    """Whether a word is one of these, with a small letter or a capital: `mw.` and `Mw.`, and no `MW.` (megawatts)."""
    return word[:1].lower() + word[1:] in data("dutch")[words]
