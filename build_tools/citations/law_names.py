"""Laws, treaties and European acts by their names: which one stands at a place in a text.

A name is found whole, the longest there is; white space between its words may be anything. An abbreviation counts in
the spelling of the table, and in capitals or with one capital where no other law has that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from build_tools.data import data


@dataclass(frozen=True, slots=True)
class Law:
    """What stands at [start, end) and is called by a name of the table: its number there, `BWBR0005537`. The whole
    Burgerlijk Wetboek has none: its books are laws of their own.
    """

    number: str
    start: int
    end: int


_WORD = re.compile(r"\S{1,60}")
"""A word with what is printed around it: `inburgering`, `onderwijs,`, `(BES)`."""

_SPACE = re.compile(r"\s{1,4}")

_CLOSING = ".,;:)]»”’\"'?!"
"""What can stand behind a name and is no part of it."""

_GOES_ON = re.compile(
    r"[-/]\w|\s(?:19|20)(?:\d\d|XX|xx|\.)(?!\d|-\d)|\sBES\b|\s\(BES\)|\svan\s(?!Nederland)[A-ZÀ-Þ][a-z]"
)
"""What makes a name the begin of another: `Wet inburgering 2013`, `Archiefwet 20XX`, `Opiumwet-delict`, `Advocatenwet
BES`, `Grondwet van België`.
"""

_ELSEWHERE = re.compile(
    r"(?:\b(?!Nederlandse|Europese|Koninklijke)[A-Z]\w{2,20}(?:s|ch)e"
    r"|[Vv]oorgestelde|[Tt]oekomstige|[Vv]oorstel\svoor\s(?:de|een)|[Ww]etsvoorstel|[Ww]etsontwerp|[Ii]nitiatiefwet|[Ww]et\stot\swijziging\svan\sde"
    r"|\b(?:(?:Uitvoerings|Invoerings|Aanvullings|Aanpassings|Overgangs|Wijzigings)(?:wet|besluit|regeling)|Regeling|Besluit|Beleidsregels?|Leidraad)"
    r"(?:\s(?!(?:de|het|een|van|in|op|en|of|als|bij|uit|onder|volgens|is|wordt|was|werd|met|dat)\s)[a-z]{2,30}){0,3})\s\Z"
)
"""What makes it a law of another country, a bill, or the end of another name: `de Belgische Grondwet`, `het
wetsvoorstel Wet …`, `Regeling toezicht Sanctiewet 1977`, `Invoeringswet Omgevingswet`.
"""

BEFORE_NAME = 64
"""Characters before a name that tell that it is another law's."""

BOOKS = "BW"
"""The number of the whole Burgerlijk Wetboek."""

NONE = "-"
"""The number of laws whose number is not known."""

_FURTHER_NAME = re.compile(r"\s(?:van|voor|inzake)\s")
"""Behind an abbreviation that is a word makes it the begin of a name: `Handvest voor regionale talen`."""


@dataclass(slots=True)
class _Node:
    """A word of names: what can follow it, and the law that is called by the words up to here."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    number: str = ""


def law_at(text: str, at: int, short: bool = True) -> Law | None:
    """The law whose name begins at an offset; abbreviations count too, or not."""
    found = _longest(_names(), text, at, exact=False)
    abbreviated = _longest(_abbreviations(), text, at, exact=True) if short else None
    if (
        abbreviated
        and text[abbreviated.start + 1 : abbreviated.end].islower()
        and abbreviated.end - at > _LONGEST_SHORT
    ):
        abbreviated = None if _FURTHER_NAME.match(text, abbreviated.end) else abbreviated
    longest = max(filter(None, (found, abbreviated)), key=lambda law: law.end, default=None)
    if longest and longest is abbreviated:
        longest = _as_defined(text, longest)
    if not longest or longest.number == NONE:
        return None
    behind = _GOES_ON.match(text, longest.end)
    signed_there = behind and longest.number.startswith(TREATY) and behind[0].startswith(_OF)
    return longest if not behind or signed_there else None


TREATY = "BWBV"
"""How the numbers of treaties begin: behind the name of one stands where it was signed, `Vluchtelingenverdrag van
Genève`.
"""

_OF = " van"


FAR = 2000
"""Characters before an abbreviation in which it can be explained."""

_SAID = re.compile(r"\s\((?:de\s|het\s)?(?=[A-Z])")
"""What stands between an abbreviation and the name behind it: `Wpg (Wet politiegegevens)`."""


def _as_defined(text: str, law: Law) -> Law:
    """An abbreviation as the text itself explains it, where it does: several laws share one."""
    short = text[law.start : law.end]
    if behind := _SAID.match(text, law.end):
        defined = law_at(text, behind.end(), short=False)
    else:
        at = text.find(f" ({short})", max(0, law.start - FAR), law.start)
        defined = law_before(text, at, short=False) if at > 0 else None
    return Law(defined.number, law.start, law.end) if defined else law


def law_before(text: str, at: int, short: bool = True) -> Law | None:
    """The law whose name ends right before an offset, as `Awb` before `, artikel 3:4`."""
    words = list(_WORD.finditer(text, max(0, at - LONGEST_NAME), at))[-_MOST_WORDS:]
    for word in words:
        for start in range(word.start(), word.end()):
            if text[start].isalnum():
                law = law_at(text, start, short)
                if law and law.end == at:
                    return None if is_of_elsewhere(text, law.start) else law
                break
    return None


def is_of_elsewhere(text: str, at: int) -> bool:
    """Whether the words before a name make it the name of something else than the law of the table."""
    return _ELSEWHERE.search(text, max(0, at - BEFORE_NAME), at) is not None


_LONGEST_SHORT = 5
"""Letters of an abbreviation that is no word: `Wlz`, `Arbowet` is one."""

LONGEST_NAME = 200
"""Characters of a name at the most."""

_MOST_WORDS = 24
"""Words of a name at the most."""


def _longest(root: _Node, text: str, at: int, *, exact: bool) -> Law | None:
    node, found, start = root, None, at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at)
        if not word:
            break
        printed = _spelled(word[0], exact)
        bare = printed.rstrip(_CLOSING)
        if (last := node.following.get(bare)) and last.number:
            found = Law(last.number, start, at + len(bare))
        going_on = node.following.get(printed)
        space = _SPACE.match(text, word.end())
        if not going_on or not space:
            break
        node, at = going_on, space.end()
    return found


def _spelled(word: str, exact: bool) -> str:
    plain = word.replace("'", "’")
    return plain if exact else plain.casefold()


@cache
def _names() -> _Node:
    """Whole names; a short one that begins with the word, `Wet BIG`, is one too. A European act has its name also
    behind its maker's: `EU-klokkenluidersrichtlijn`.
    """
    return _tree(
        (maker + name.casefold(), number)
        for number, law in _laws()
        for name in (
            law["name"],
            *law.get("also", ()),
            *law.get("since", ()),
            *filter(re.compile("Wet ").match, law.get("short", ())),
        )
        for maker in (("", "eu-") if number.startswith("eli/") else ("",))
    )


@cache
def _abbreviations() -> _Node:
    """Those of the table, and where no law has it the same in capitals or with one: `WAHV` and `Wahv`."""
    stated = {name: number for number, law in _laws() for name in law.get("short", ())}
    words = [name for name in stated if name.isalpha() and len(name) >= SHORTEST_VARIED]
    varied = {other: stated[name] for name in words for other in (name.upper(), name.capitalize())}
    return _tree(iter({**varied, **stated}.items()))


SHORTEST_VARIED = 3
"""Letters of an abbreviation that is known in another spelling: in shorter ones, `Ow` and `OW`, it tells laws apart."""


def _laws() -> Iterator[tuple[str, dict[str, Any]]]:
    table = data("laws")
    yield from ((number, {"name": name}) for number, name in table["further"].items())
    yield from table["laws"].items()
    yield from table["europe"].items()
    names = table["books"]["names"]
    yield BOOKS, {"name": names[-2], "also": names[-1:], "short": names[:-2]}
    yield NONE, {"name": table["unnumbered"][0], "also": table["unnumbered"][1:]}


def _tree(names: Iterator[tuple[str, str]]) -> _Node:
    root = _Node()
    for name, number in names:
        node = root
        for word in name.split():
            node = node.following.setdefault(word, _Node())
        node.number = number
    return root


@cache
def first_words() -> frozenset[str]:
    """The words that names begin with, as they are looked up."""
    return frozenset(_names().following)
