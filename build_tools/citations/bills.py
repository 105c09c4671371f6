"""Where a text names a bill, so that a dossier alone behind the name is that of the bill."""

import re

from build_tools.citations.context import is_at_end_of_entry, listed_words
from build_tools.citations.law_names import law_at

_BILL = re.compile(
    r"\b(?:(?:[Ii]nitiatief)?[Ww]etsvoorstel(?:len)?|[Vv]oorstel\svan\swet|[Ii]nitiatief(?:voorstel|nota|wet))"
    r"(?:\s(?:Wet|van\s(?:het\slid|de\sleden)|[Tt]ot|[Ww]ijziging|inzake|over|voor)\b[^.;()]{1,160}|\s[\w-]{1,40}|-[A-ZÀ-Þ][\w/’-]{1,40}(?:\s(?:[A-ZÀ-Þ][\w/’-]{1,40}|van|de|den|der|en|c\.s\.)){0,6})\s\(\Z"
)
"""The name of a bill: `het wetsvoorstel inburgering (`, `het initiatiefwetsvoorstel-Azijn (`, `het wetsvoorstel Wet
regie volkshuisvesting (`.
"""

_WORD = re.compile(
    r"\b(?:[Nn]ovelle|[Rr]ijkswet|(?:[Ii]nitiatief(?:wets)?|[Ww]ets)voorstel|[Ii]nitiatief(?:nota|wet)|[Vv]oorstel\svan\swet)\s\(\Z"
)
"""The word for a bill: `de novelle (`, `het initiatiefvoorstel (`."""

_TITLE = re.compile(
    r"(?:\A|\n|[.;:•–-]\s{0,3}|\b(?:19|20)\d\d\s)"
    r"(?:(?:Wijziging|Goedkeuring|Vaststelling|Aanpassing|Invoering|Intrekking|Uitvoering|Samenvoeging|Herindeling|(?:Tijdelijke\sr|R)egels|Bepalingen|Verklaring)"
    r"\s(?:van|over|ter|tot|inzake|omtrent|met|dat)|Voorstel\svan\swet|Initiatiefnota|Wetsvoorstel)\b[^.;]{1,400}\s(?:\(|[-–—]\s)\Z"
)
"""The title of a bill as an agenda lists it: `Wijziging van de Wet op het azijn (`, `Samenvoeging van de gemeenten
Azijnveen en Olieburg - `.
"""

_PROPER = re.compile(
    r"\b[A-ZÀ-Þ][\w-]{2,40}(?:wet|plan)(?:\s(?:(?:en|van|voor|op)\s)?[A-ZÀ-Þ][\w-]{0,30}){0,4}(?:\s(?:19|20)\d\d)?\s\(\Z"
)
"""The name of one law: `de Verzamelwet Justitie en Veiligheid 2025 (`, `het Belastingplan 2025 (`."""

_SHORT = re.compile(r"\s\([A-ZÀ-Þ][\w-]{1,15}\)(?=\s\(\Z)")
"""The short name of a law between its name and the dossier: ` (Waz)`."""

LONGEST_SHORT = 24
"""Characters of it at the most."""

LONGEST_BILL = 450
"""Characters of a bill's name at the most."""


def is_of_bill(text: str, at: int) -> bool:
    """Whether a dossier in brackets that begins at an offset is that of a bill named before."""
    before = text[max(0, at - LONGEST_BILL) : at]
    if _TITLE.search(before) or _WORD.search(before):
        return True
    if short := _SHORT.search(before, max(0, len(before) - LONGEST_SHORT)):
        before = f"{before[: short.start()]} ("
    bill = _BILL.search(before)
    if bill:
        return not set(bill[0].split()) & listed_words("bills_do")
    return _is_of_law(before) or _is_named_bill(before) or _PROPER.search(before) is not None


def is_of_listed_bill(text: str, start: int, end: int) -> bool:
    """Whether a dossier at [start, end) ends an entry that is a bill's title: `Wijziging van de Azijnwet - 36100`."""
    return is_at_end_of_entry(text, start, end) and _TITLE.search(text, max(0, start - LONGEST_BILL), start) is not None


_NAMED_BILL = re.compile(
    r"\b(?:[Ii]nitiatief)?[Ww]etsvoorstel\s(?P<words>[a-z][\w-]{1,40}(?:\s(?:en\s|op\s|van\s)?[a-z][\w-]{1,40}){1,4})\s\(\Z"
)
"""A bill called by a few words: `het wetsvoorstel versterking regie volkshuisvesting (`."""


def _is_named_bill(before: str) -> bool:
    """Whether these words have no verb, which beside `het wetsvoorstel` ends in a t: `beperkt`, `raakt`."""
    found = _NAMED_BILL.search(before)
    words = found["words"].split() if found else ["t"]
    return not any(word.endswith("t") or word in listed_words("behind_a_law") for word in words)


_LAW = re.compile(r"\bWet\s(?P<words>[a-z][\w-]{1,40}(?:\s[a-z][\w-]{0,40}){0,9})\s\(\Z")
"""What can be the name of a law before brackets: `de Wet regie volkshuisvesting (`."""


def _is_of_law(before: str) -> bool:
    """Whether the name of a law ends there: a known one there and nowhere before, another without a verb in it."""
    found = _LAW.search(before)
    if not found:
        return False
    if law := law_at(before, found.start()):
        return law.end == found.end("words")
    return not set(found["words"].split()) & listed_words("behind_a_law")
