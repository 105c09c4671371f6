"""Numbers that a line's end parted from the word that calls for them: `Kamerstuk 32 824, nr.` / `448) heb ik`."""

import re

from build_tools.papers.numbers import CHAPTER, COUNCIL, KINGDOM

_SUFFIX = rf"(?:[ -](?:{CHAPTER}|{COUNCIL}))?"
_DOSSIER = rf"[1-4]\d \d{{3}}{_SUFFIX}"
_CALLS = re.compile(
    r"(?:^|[\s(\[«])(?:"
    r"(?i:nrs?|no|artt?|blz|pp?)\."
    r"|nrs?\.? \d[\d ,–-]{0,40}(?:,| en| t/m)"
    r"|(?:Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?(?: (?:1[89]|20)\d\d)?,?"
    r"|(?:[Kk]amerstuk(?:ken)?|Handelingen|TK|EK)(?:,? I{1,2})?,?"
    r"|\d{4} ?[-–/] ?(?:\d{4}|\d\d),"
    rf"|{_DOSSIER}(?: ?,| en|/)"
    r")$"
)
"""What never ends a sentence, a heading or an item: a number follows."""

_MAY_CALL = re.compile(
    r"(?:^|[\s(\[«])(?:nrs?|nummers?|artikel(?:en)?|items?|vergaderjaar"
    r"|(?:[Rr]ichtlijn|[Vv]erordening|[Bb]esluit)(?: \(E[EUG]G?\))?)$"
)
"""Words for which a number follows, or anything else."""

_NUMBER = re.compile(r"\d|I{1,2},? (?:(?:19|20)\d\d|vergaderjaar)")
_BEGINS_NOTE = re.compile(r"\d{1,3} [A-ZÀ-Þ«“‘]")
"""What a note or a heading begins with as well."""

_PAPER = re.compile(rf"{_DOSSIER}(?: ?,)? (?:(?i:nrs?)\b|[A-Z]{{1,2}}\b)")
_IN_DOSSIER = re.compile(rf"(?:^|\D)[1-4]\d \d{{3}}(?:{_SUFFIX},)?$")
_REST = re.compile(rf"{KINGDOM}|{CHAPTER},? nrs?\b|[A-Z]{{1,2}}(?=[.,;:)]|$)|NRS?\b")
_LOOK_BACK = 60


def number_follows(before: str, text: str) -> bool:
    """Whether a line begins with the number that the line before it calls for, or with the rest of one."""
    before = before[-_LOOK_BACK:]
    if _NUMBER.match(text):
        called = _CALLS.search(before) or (_MAY_CALL.search(before) and not _BEGINS_NOTE.match(text))
        return bool(called) or (before[-2:].isdigit() and begins_dossier(f"{before[-2:]} {text}"))
    return bool(_REST.match(text) and _IN_DOSSIER.search(before))


def begins_dossier(text: str) -> bool:
    """Whether a text begins with the number of a dossier and, behind it, that of a paper: `32 824, nr. 448`."""
    return _PAPER.match(text[:_LOOK_BACK]) is not None
