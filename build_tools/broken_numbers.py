"""Numbers that a line's end parted from the word that calls for them: `Kamerstuk 32 824, nr.` / `448) heb ik`."""

import re

_CALLS = re.compile(
    r"(?:^|[\s(\[«])(?:"
    r"nrs?\.?|nummers?|no\.|artt?\.|artikel(?:en)?|blz\.|pp?\.|items?|vergaderjaar"
    r"|(?:Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?(?: (?:1[89]|20)\d\d)?,?"
    r"|(?:[Kk]amerstuk(?:ken)?|Handelingen|TK|EK)(?:,? I{1,2})?,?"
    r"|\d{4} ?[-–/] ?(?:\d{4}|\d\d),"
    r"|(?:[Rr]ichtlijn|[Vv]erordening|[Bb]esluit)(?: \(E[EUG]G?\))?"
    r")$"
)
"""What never ends a sentence, a heading or an item: a number follows."""

_DOSSIER = re.compile(r"[1-4]\d \d{3}(?:[ -](?:[IVX]{1,6}[AB]?|\d\d))?(?: ?,)? (?:nrs?\b|[A-Z]{1,2}\b)")
_NUMBER = re.compile(r"\d|I{1,2},? (?:(?:19|20)\d\d|vergaderjaar)")
_LOOK_BACK = 60


def number_follows(before: str, text: str) -> bool:
    """Whether a line begins with the number that the line before it calls for, or with the rest of one."""
    if not _NUMBER.match(text):
        return False
    if _CALLS.search(before[-_LOOK_BACK:]):
        return True
    return before[-2:].isdigit() and begins_dossier(f"{before[-2:]} {text}")


def begins_dossier(text: str) -> bool:
    """Whether a text begins with the number of a dossier and, behind it, that of a paper: `32 824, nr. 448`."""
    return _DOSSIER.match(text[:_LOOK_BACK]) is not None
