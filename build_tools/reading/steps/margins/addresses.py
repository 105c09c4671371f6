"""What an address in a margin or at a page’s foot looks like: its parts, on their own lines or behind each other."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.matching import any_of

NARROW = 42
"""A margin column holds no longer lines, in characters."""

WIDEST_ADDRESS = NARROW + 10
"""An address, known by its shape, may be set wider: a return address or a web address runs over the column."""

ONLINE = r"(?:Internet(?:adres|site)?|Website|E-mail(?:adres)?):? ?(?:www\.\S+|\S+@\S+)"
"""`Internet www.minocw.nl`, `E-mailadres: info@minlnv.nl`: where a ministry is found, with its label."""

ADDRESS = any_of([
    r"\d{4} ?[A-Z]{2}\b.*",                          # postal code and town
    r"\d ?\d ?\d ?\d ? ?[A-Z] ?[A-Z] .*",            # the same in broken letter spacing
    r"P ?o ?s ?t ?b ?u ?s \d.*|Postbus .*",
    r"MPC \d+ ?[A-Z]?",                               # a military post box
    r"> ?Retouradres .*",
    r"[TFME] ?[+(]?[\d ()+-]{8,}(\([a-z]+\))?",       # telephone: T 070-456 0000
    r"(w ?w ?w ?\.|https?://)\S+",
    r"\S+@\S+",
    ONLINE,
    r"[Tt]elex:? \d{5}(?: [a-z]{2,5}){0,2}",             # Telex 32562 minvw nl
    r"(?:Bereikbaar|Te bereiken) (?:met|per) (?:tram|bus|trein|metro)(?:lijn(?:en)?)?\b.*[^.]",  # below an address
    r"Nederland|The Netherlands",                      # below the town of a letter that goes abroad as well
])  # fmt: skip

PHONE = re.compile(r"(?:Telefoon|Fax|Telefax):? ?[+(]?\d[\d ()+–-]{6,}")
"""`Telefoon 070 - 456 00 00`, below or behind an address."""

STREET = re.compile(r"[A-Z][\w.’' -]+ \d{1,4}[a-z]?(-\d+)?")
"""`Rijnstraat 8`, `Parnassusplein 5-7`: a street only where an address follows, for text can look the same."""

ROW_PART = (
    r"(?:(?:Post|Bezoek)adres:?|(?:Telefoon|[Tt]elefax|Tel\.|[Ff]ax):? ?[+(]?\d[\d ()+–-]{6,}|[Pp] ?ostbus \d+"
    r"|[Tt]elex:? \d{5}(?: [a-z]{2,5}){0,2}|(?:[TF] )?0\d{2,3}[ -]\d[\d ]{5,8}\d|[TF] \+31[\d ()-]{8,14}\d"
    r"|(?:[WI] )?www\.[\w.-]+|\d{4} ?[A-Z]{2} +(?:[’'‘]s-)?[A-Z][\w-]+(?: [A-Z]{1,2}[\w-]+)?"
    r"|[’'‘]s-Gravenhage|(?<=\d, )[A-Z][a-z-]+"
    rf"|{ONLINE}|Telegramadres:? [A-Z]\w+"
    r"|[A-Z][\w.’'-]+(?: [\w.’'-]+){0,3} \d{1,4}[a-z]?(?:-\d+)?)"
)
WRITE_TO = r"(?:(?:Alle c|C)orrespondentie|(?:Alle b|B)rieven|Post) (?:uitsluitend )?(?:te )?(?:richten|zenden) aan "
"""`Alle correspondentie te richten aan `, before an address."""

ADDRESS_ROW = re.compile(rf"(?:{WRITE_TO})?{ROW_PART}(?:(?:[ ,|;·•/-]+|\. ){ROW_PART}){{1,5}}\.?")
"""Parts of an address behind each other, at the foot of a first page: `Rijnstraat 8 Postadres: Postbus 20901, 2500 EX
Den Haag`, `Telefoon: 070 - 456 00 00 Fax: 070 - 456 00 01`, `2711 AH Zoetermeer, Internet www.minocw.nl`,
`Plein 73, 's-Gravenhage. Tel. (070) 12 34 56. Telex 32040 lavi nl.`"""

ROW_SURE = re.compile(r"adres|Tel[e.]|Fax|[TF] (?:0|\+31)\d?|\d{4} ?[A-Z]{2}\b")
"""What tells such a row from other words with numbers."""

ROW_LENGTH = 110
"""Characters of such a row at the most."""

ADDRESS_LABEL = re.compile(r"(?:Post|Bezoek)adres:? (?=\S)")
"""`Postadres: ` before an address."""

TOWN = re.compile(r"(?:[’']s-)?[A-Z][\w-]+(?: [A-Z][\w-]+)?")
"""`Den Haag`: the town of a street, above a post box; the code can stand with that alone."""

HOUSE = re.compile(rf"{STREET.pattern}, {TOWN.pattern}")
"""`Plein 4, Den Haag`: behind the label of an address, which can state no code."""

CONTACT = re.compile(r"[TF] [+(]?\d[\d ()+-]{7,}")
"""`T 070 456 00 00`: a telephone number as a ministry's margin has it."""


def is_address(text: str) -> bool:
    """Whether a line is an address or a telephone number, or several of their parts."""
    short = len(text) <= WIDEST_ADDRESS and (ADDRESS.fullmatch(text) or PHONE.fullmatch(text))
    return bool(short) or is_address_row(text)


def halves_phone(lines: Sequence[Line], at: int) -> bool:
    """Whether a telephone number stands below its label here: `Telefoon` / `070-339 45 12`."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return lines[at].text.isalpha() and PHONE.fullmatch(f"{lines[at].text} {below}") is not None


def is_address_row(text: str) -> bool:
    """Whether a line is several parts of an address, with a label or a code, perhaps behind the ministry's name."""
    text = sender_shape().sub("", text)
    return len(text) <= ROW_LENGTH and ADDRESS_ROW.fullmatch(text) is not None and ROW_SURE.search(text) is not None


def is_sent_from(text: str) -> bool:
    """Whether a line is the name of a ministry with its address behind it, or with its motto: `Ministerie van VROM >
    staat voor ruimte en wonen.`"""
    named = sender_shape().match(text)
    return named is not None and (text[named.end() :].startswith("> ") or is_address_row(text))


@cache
def sender_shape() -> re.Pattern[str]:
    """The name of a ministry before its address: `Ministerie van Financiën  Korte Voorhout 7 …`."""
    names = sorted((*data("ministries")["ministries"], *data("ministries")["short"]), key=len, reverse=True)
    return re.compile(rf"Ministerie van (?:{'|'.join(map(re.escape, names))})[ ,|;·•–-]+(?=\S)")


def street_end(lines: Sequence[Line], at: int) -> int:
    """The index after a street and perhaps its town, if an address follows, perhaps behind its label: `Postadres:
    Postbus 20401`; `at` where none does."""
    first, second = [*(ADDRESS_LABEL.sub("", line.text) for line in lines[at + 1 : at + 3]), "", ""][:2]
    if ADDRESS.fullmatch(first):
        return at + 1
    return at + 2 if TOWN.fullmatch(first) and ADDRESS.fullmatch(second) else at


def contact_runs(lines: Sequence[Line]) -> Iterator[range]:
    """Telephone numbers below each other, each with the letter for what it is, perhaps with an address on the web: `T
    070 456 00 00` / `F 070 456 00 01`. The text announces none of them with a colon."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and ADDRESS.fullmatch(lines[end].text) and not (end > at and lines[end].blanks):
            end += 1
        numbers = sum(CONTACT.match(line.text) is not None for line in lines[at:end])
        if numbers and end - at > 1 and not (at and lines[at - 1].text.endswith(":")):
            yield range(at, end)
        at = max(end, at + 1)
