"""Where a site goes on below the paper that was copied from it."""

import re
from collections.abc import Sequence

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.dates import DATE
from build_tools.reading.signing.colleges import is_before_name
from build_tools.reading.signing.shapes import ROLE, names_person
from build_tools.reading.steps.web.web_words import COUNTER, FILE, is_common, is_phrase, particular_of

LENGTH = 80
"""Characters of a line below the paper at the most: links and buttons are short."""

LONGEST = 160
"""Characters of a particular with its value at the most."""

GAP = 12
"""Lines between two that are surely the site's, below the paper, at the most: the names of other papers."""

NOTE = re.compile(r"(?P<before>[\[(^*↑]{0,2} ?)(?P<number>\d{1,3}|[¹²³⁴-⁹][⁰¹²³⁴-⁹]?)(?P<behind>[\])°]?\.?)\s+\D.*")
"""`[1] PBL, Ruimte voor dozen`, `2 Stb. 2016, 158.`, `^ 1 NOS`, `*1 NOS`: a note, with its number."""

Form = tuple[str, str]
"""What stands before the number of a note, and behind it."""

REACHED = re.compile(r"\b\d{4} ?[A-Z]{2}\b|\b[Tt]el(?:efoon|\.|:) ?[\d(+]|\bT \d|\bKvK\b")
"""`Dorpsstraat 1, 7688 AB Holterveen. Telefoon 14 0546`: where who has the site is found."""

ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?: +\d{1,3}/\d{1,3})?")
"""`https://www.site.nl/brief  1/2`: where the page is found, perhaps with the number of a sheet, and nothing else."""

COPYRIGHT = re.compile(r"(?:©|\([cC]\)) (?:[A-Z][\w/&.-]* ){0,4}(?:19|20)\d\d\b")
"""`(c) Waterbond 1998. Overname toegestaan.`: whose the page is."""

WRAPPED = 60
"""Characters of a line of a note that can go on on the next one, at the least."""

COMMENTS = re.compile(
    r"(?:\d{1,4} )?[Rr]eacties?(?: ?\(\d{1,4}\))?|(?:Plaats|Geef|Laat|Schrijf) .{0,20}(?:reactie|bericht)(?: .{0,20})?"
)
"""`Reacties (3)`, `12 reacties`, `Plaats als eerste een reactie`."""

NUMBER = re.compile(r"\[?\d{1,3}\]?\.?")
"""The number of a note on a line of its own."""

ANNEX = re.compile(r"Bijlagen?\b.*")
"""What a paper can have below its notes itself."""

NONE = "geen"
"""How many annexes a site has, where it has none."""

NOTES = 60
"""Lines of notes below a signature at the most, of which each can end in a stop."""


def bottom_start(lines: Sequence[Line], shown: bool) -> int:
    """Where the site goes on below the paper: with a menu or button, and only short lines to the end. Where it is
    `shown` around the paper, words above that menu that nobody knows are its own as well, up to the paper's end."""
    start = at = comments_start(lines) if shown else len(lines)
    while at and start - at <= GAP and (may_be_below(lines[at - 1].text) or (shown and is_notice(lines, at - 1))):
        at -= 1
        if is_below(lines[at].text):
            start = at
    return unknown_start(lines, start) if shown else start


def comments_start(lines: Sequence[Line]) -> int:
    """Where what readers say of a paper begins, behind its last signature or note: all below it is theirs."""
    first = next((at for at in range(len(lines)) if COMMENTS.fullmatch(lines[at].text)), len(lines))
    return first if first and not any(is_role(line.text) for line in lines[first:]) else len(lines)


def unknown_start(lines: Sequence[Line], start: int) -> int:
    """Where lines begin that are the site's because nothing else stands between them and the paper's last note or
    signature; where they follow something else, those alone that are menus as well."""
    at = start
    form = form_of_notes(lines)
    while at and start - at <= GAP and is_unknown(lines, at - 1, form):
        at -= 1
    if at and is_role(lines[at - 1].text):
        at = min(at + 1, len(lines))
    elif at and has_role_below(lines, at - 1):
        return at
    elif not (at and is_last(lines, at - 1, form)):
        at = start
    while at and is_common(lines[at - 1].text):
        at -= 1
    return min(at, start)


def is_unknown(lines: Sequence[Line], at: int, form: Form | None) -> bool:
    """Whether a line can be the site's below a paper: no note, no row of a table, no annex."""
    text = lines[at].text
    if has_role_below(lines, at):
        return False
    own = COPYRIGHT.match(text) is not None and len(text) <= LENGTH
    row = "\t" in text and not is_common(text)
    return (may_be_below(text) or own) and not (row or is_note(lines, at, form) or is_annex(lines, at))


def is_annex(lines: Sequence[Line], at: int) -> bool:
    """Whether a line names an annex, and does not count those of a site, `Bijlagen (2)`, or `Bijlagen` / `Geen`, nor
    heads its files."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    counted = COUNTER.search(lines[at].text) is not None or below.lower() == NONE or FILE.fullmatch(below)
    return ANNEX.fullmatch(lines[at].text) is not None and not counted


def is_note(lines: Sequence[Line], at: int, form: Form | None) -> bool:
    """Whether a line begins a note, or stands below its number; a day and a telephone number begin with one too. Where
    the form of the paper's notes is known, what has another is none: `^ 1 NOS`, and below it `3. Meer informatie`."""
    text, above = lines[at].text, lines[at - 1].text if at else ""
    if NUMBER.fullmatch(text) or NUMBER.fullmatch(above):
        return True
    note = NOTE.fullmatch(text)
    return note is not None and not DATE.match(text) and form in (None, form_of(note))


def form_of(note: re.Match[str]) -> Form:
    """What stands around the number of a note."""
    return note["before"].strip(), note["behind"]


def form_of_notes(lines: Sequence[Line]) -> Form | None:
    """The form of the first note below the last signature, if there is any."""
    signed = next((at for at in range(len(lines) - 1, -1, -1) if is_role(lines[at].text)), len(lines))
    below = (NOTE.fullmatch(line.text) for line in lines[signed : signed + NOTES])
    return next((form_of(note) for note in below if note and note["number"] in ("1", "¹")), None)


def is_last(lines: Sequence[Line], at: int, form: Form | None) -> bool:
    """Whether a line is a note of the paper that does not go on, or the end of one below a signature."""
    signed = any(is_role(line.text) for line in lines[max(0, at - NOTES) : at])
    ended = lines[at].text.endswith(".")
    return (is_note(lines, at, form) and (ended or len(lines[at].text) < WRAPPED)) or (signed and ended)


def is_notice(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a sentence of the site right below one of its buttons."""
    return at > 0 and len(lines[at].text) <= LENGTH and lines[at].text[:1].isupper() and is_below(lines[at - 1].text)


def is_role(text: str) -> bool:
    """Whether a line says who signs: `De minister van …`, in capitals, or in small letters before a name; and
    `de burgemeester,`."""
    signs = text.startswith("De ") or (text.startswith("DE ") and text.isupper()) or text[-1] == ","
    return (signs and ROLE.fullmatch(text) is not None) or is_before_name(text)


def has_role_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the role of the person right above it: `W. Osse` / `Staatssecretaris van Economische Zaken`."""
    return at > 0 and ROLE.fullmatch(lines[at].text) is not None and names_person(lines[at - 1].text)


def may_be_below(text: str) -> bool:
    """Whether a line below a paper can be the site's: short, no sentence, and nobody who signs; or an address alone."""
    reached = (len(text) <= LONGEST and REACHED.search(text) is not None) or ADDRESS.fullmatch(text) is not None
    short = len(text) <= LENGTH and not text.endswith((".", ";", ":", ","))
    return is_below(text) or ((short or reached) and not is_role(text))


def is_below(text: str) -> bool:
    """Whether a line is surely the site's, below the paper: no word that the paper can have for a heading itself."""
    particular = particular_of(text)
    labelled = particular is not None and particular[0] in data("web_page")["below"] and len(text) <= LONGEST
    return labelled or FILE.fullmatch(text) is not None or (is_phrase(text) and not is_common(text))
