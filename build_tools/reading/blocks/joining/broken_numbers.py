"""Numbers and names that a line's end parted from the word that calls for them: `Kamerstuk 32 824, nr.` / `448) heb
ik`, `De heer` / `G. Meel is benoemd`."""

import re

from build_tools.data import data
from build_tools.papers.numbers import CHAPTER, COUNCIL, KINGDOM

_SUFFIX = rf"(?:[ -](?:{CHAPTER}|{COUNCIL}))?"
_DOSSIER = rf"[1-4]\d \d{{3}}{_SUFFIX}"
"""`32 824`, `36 600 XV`, `21 501-31`: five digits, the first of them 1 to 4 (today's begin with 36)."""

_CALLS = re.compile(
    r"(?:^|[\s(\[«])(?:"
    r"(?i:nrs?|no|artt?|blz|pp?)\."  # nr., blz.
    r"|nrs?\.? \d[\d ,–-]{0,40}(?:,| en| t/m)"  # nrs. 12, 14 en
    r"|(?:Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?(?: (?:1[89]|20)\d\d)?,?"  # Stb. 2011,
    r"|(?:[Kk]amerstuk(?:ken)?|Handelingen|TK|EK)(?:,? I{1,2})?,?"  # Kamerstukken II
    r"|\d{4} ?[-–/] ?(?:\d{4}|\d\d),"  # 2010–2011, or 2010/11,
    rf"|{_DOSSIER}(?: ?,| en|/)"  # 32 824, or 32 824 en
    r"|€"  # ten hoogste €
    r")$"
)
"""What never ends a sentence, a heading or an item: a number follows."""

_MAY_CALL = re.compile(
    r"(?:^|[\s(\[«])(?:nrs?|nummers?|artikel(?:en)?|items?|vergaderjaar"
    r"|(?:[Rr]ichtlijn|[Vv]erordening|[Bb]esluit)(?: \(E[EUG]G?\))?)$"
    r"|(?<=[\w(,] )(?<!\b[Dd]e )(?<![Hh]et )(?<![Ee]en )(?:hoofdstuk|paragraaf|bijlage|tabel|figuur|pagina|bladzijde)$"
)
"""Words for which a number follows, or anything else: `artikel`, `Richtlijn (EU)`, and within a sentence, without an
article before them, `naar hoofdstuk`, `(zie tabel`."""

_NUMBER = re.compile(r"\d|I{1,2},? (?:(?:19|20)\d\d|vergaderjaar)")
"""What can be called for: digits, or the house before its session: `II, 2010/11`, `I vergaderjaar`."""

_BEGINS_NOTE = re.compile(r"\d{1,3} [A-ZÀ-Þ«“‘]")
"""What a note or a heading begins with as well: `3 Kamerstuk …`."""

_PAPER = re.compile(rf"{_DOSSIER}(?: ?,)? (?:(?i:nrs?)\b|[A-Z]{{1,2}}\b)")
"""`32 824, nr. 448`, `35 261, B`."""

_IN_DOSSIER = re.compile(rf"(?:^|\D)[1-4]\d \d{{3}}(?:{_SUFFIX},)?$")
"""A line that ends within a dossier: `32 824`, `36 600 XV,`."""

_REST = re.compile(rf"{KINGDOM}|{CHAPTER},? nrs?\b|[A-Z]{{1,2}}(?=[.,;:)]|$)|NRS?\b")
"""The rest of one: `(R2158)`, `XV, nr. 4`, `B.`, `NR. 5`."""

_PAPER_NAMED = re.compile(r"Aanhangsel\b|Kamerstuk")
"""What `Zie ook` calls for."""

_LOOK_BACK = 60
"""Characters at a line's end or begin that hold such a number whole; more would only take time."""

_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)+")
"""`G.`, `J.P.`, `Th.`: the end of a sentence too, where no word for a person stands before it."""

_PARTY = re.compile(r"\([A-Z][\w/+-]{1,12}\)(?= [-–—]|$)")
"""`(SP) - 9 maart 2010`: of which party who was named is."""

_BEFORE_NAME = (",", "-", "–", "—")
"""What stands between an office and a name: `minister van Defensie, J.A.` / `Meel - 20 maart 2017`."""


def number_follows(before: str, text: str) -> bool:
    """Whether a line begins with the number that the line before it calls for, or with the rest of one."""
    before = before[-_LOOK_BACK:]
    if _PAPER_NAMED.match(text) and before.endswith("Zie ook"):
        return True
    if _NUMBER.match(text):
        called = _CALLS.search(before) or (_MAY_CALL.search(before) and not _BEGINS_NOTE.match(text))
        return bool(called) or (before[-2:].isdigit() and begins_dossier(f"{before[-2:]} {text}"))
    return bool(_REST.match(text) and _IN_DOSSIER.search(before))


def begins_dossier(text: str) -> bool:
    """Whether a text begins with the number of a dossier and, behind it, that of a paper: `32 824, nr. 448`."""
    return _PAPER.match(text[:_LOOK_BACK]) is not None


def names_person(word: str) -> bool:
    """Whether a word stands before names with their initials: `heer`, `drs.`, `Minister`."""
    return is_of("name_follows", word) or is_of("before_initials", word)


def name_follows(before: str, text: str) -> bool:
    """Whether a line begins with the name, or the rest of it, that the line before it calls for: a form of address at
    its end has one in any case, `minister G.` and `minister van Defensie, G.` have begun one, and behind `Eikelboom G.`
    a party in brackets is the rest of it."""
    *_, word, last = ["", *before.rsplit(maxsplit=2)[-2:]]
    initials = _INITIALS.fullmatch(last) is not None
    begun = initials and (names_person(word) or word.endswith(_BEFORE_NAME))
    member = initials and word[:1].isupper() and _PARTY.match(text) is not None
    return member or (text[:1].isupper() and (begun or is_of("name_follows", last)))


def is_of(words: str, word: str) -> bool:
    """Whether a word is one of these, with a small letter or a capital: `mw.` and `Mw.`, and no `MW.` (megawatts)."""
    return word[:1].lower() + word[1:] in data("dutch")[words]
