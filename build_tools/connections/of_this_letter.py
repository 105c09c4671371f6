"""What a letter's own number and words tell of what it cites: papers of its own dossier, and which law an abbreviation
means that several share.
"""

import re
from collections.abc import Collection, Iterator

from build_tools.citations.find import Citation
from build_tools.citations.grammar import NR, Target
from build_tools.data import data
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import identifier
from build_tools.papers.sources import law_of

OWN_DOSSIER = "eigen-dossier"
"""The form of a number of the letter's own dossier, as the forms of citations have names."""

_PRINTED_UNDER = re.compile(rf"\b(?i:gedrukt\sonder\s{NR})\s{{0,3}}(?P<item>\d{{1,4}})(?![\w/]|[.,]\d)")
"""`ter vervanging van die gedrukt onder nr. 19`: a paper takes the place of another of its dossier."""


def of_own_dossier(letter: Letter, text: str) -> Iterator[Citation]:
    """The papers that a passage of a letter names by their number in the letter's own dossier."""
    dossier = letter.fact(FactKey.DOSSIER)
    if not dossier or letter.fact(FactKey.SERIES):
        return
    for match in _PRINTED_UNDER.finditer(text):
        target = Target(identifier(dossier, match["item"]), match.start(), match.end())
        yield Citation(match.start(), match.end(), OWN_DOSSIER, (target,))


_WORD = re.compile(r"\w+")


def is_told_apart(letter: Letter, paper: str, printed: str) -> bool:
    """Whether the words of a citation can mean this law: of an abbreviation that laws share, the one alone that the
    letter names in full.
    """
    shared = data("laws")["shared"]
    sharing = next((shared[word.upper()] for word in _WORD.findall(printed) if word.upper() in shared), ())
    return law_of(paper) not in sharing or _named(letter, sharing) == {law_of(paper)}


def _named(letter: Letter, laws: Collection[str]) -> set[str]:
    """Those of some laws that a letter names in full."""
    names = {law: data("laws")["laws"][law]["name"].casefold() for law in laws}
    texts = [" ".join(passage.text.split()).casefold() for passage in letter.saying]
    return {law for law, name in names.items() if any(name in text for text in texts)}
