"""Official papers: what they are called, where they are published, and in what order they stand.

A paper has an identifier as the official publications use it: `kst-32824-448`, `dossier/32824`,
`h-tk-20162017-66-6`, `ah-tk-20242025-1028`, `stb-2011-35`, `2025D05339`, or the ELI of a European act.
"""

import re
from urllib.parse import quote

from build_tools.papers.numbers import KEPT, numbered, session, spaced

OFFICIAL_SITE = "https://zoek.officielebekendmakingen.nl/"
PARLIAMENT = "https://www.tweedekamer.nl/kamerstukken/detail?id="
EUROPE = "http://data.europa.eu/eli/"

DEBATES_BY_ITEM = 2010
"""The first session of which the Handelingen are published by item (`h-tk-20162017-66-6`). The session before it
has sitting and first page (`h-tk-20092010-39-3876`), the older ones have pages alone (`h-tk-20032004-6077-6099`).
"""

_KAMERSTUK = re.compile(rf"kst-(?:\d{{8}}-)?(?P<dossier>{KEPT})-(?P<item>\w+)")
"""`kst-32824-448`; some papers of the Eerste Kamer state their session: `kst-19951996-23700-188b`."""

_EUROPEAN = re.compile(rf"{EUROPE}(?P<act>\w+)/(?P<year>\d+)/(?P<number>\d+)/oj")
"""`…/eli/dir/2003/86/oj`."""

_SITTING = re.compile(r"(?P<kind>h|ah)-(?P<house>tk|ek)-(?P<from>\d{4})\d{4}-(?P<rest>[\d-]+)")
"""`h-tk-20162017-66-6`, `ah-tk-20242025-1028`."""

_CASE = re.compile(r"\d{4}[ZD]\d{5}")
"""A case or a document of the Tweede Kamer: `2024Z11859`, `2025D05339`."""

_SERIES = {"stb": "Stb.", "stcrt": "Stcrt.", "trb": "Trb."}
_ACTS = {
    "dir": "Richtlijn", "reg": "Verordening", "dec": "Besluit", "reco": "Aanbeveling", "dec_framw": "Kaderbesluit",
    "reg_impl": "Uitvoeringsverordening", "reg_del": "Gedelegeerde verordening",
    "dec_impl": "Uitvoeringsbesluit", "dec_del": "Gedelegeerd besluit",
    "dir_impl": "Uitvoeringsrichtlijn", "dir_del": "Gedelegeerde richtlijn",
}  # fmt: skip


def address(paper: str) -> str:
    """The official address of a paper."""
    if paper.startswith(EUROPE):
        return paper
    if _CASE.fullmatch(paper):
        return PARLIAMENT + paper
    if paper.startswith("dossier/"):
        return OFFICIAL_SITE + paper
    return f"{OFFICIAL_SITE}{quote(paper, safe='()')}.html"


def name(paper: str) -> str:
    """What Dutch readers call a paper: `Kamerstuk 32 824, nr. 448`."""
    if kamerstuk := _KAMERSTUK.fullmatch(paper):
        return f"Kamerstuk {numbered(kamerstuk['dossier'], kamerstuk['item'])}"
    if paper.startswith("dossier/"):
        return f"Dossier {spaced(paper.removeprefix('dossier/'))}"
    if act := _EUROPEAN.fullmatch(paper):
        return f"{_ACTS.get(act['act'], 'Besluit')} {act['year']}/{act['number']}"
    if sitting := _SITTING.fullmatch(paper):
        return _sitting_name(sitting)
    series, _, number = paper.partition("-")
    if series in _SERIES:
        return f"{_SERIES[series]} {number.replace('-', ', ')}"
    return f"Document {paper}" if paper[4:5] == "D" else f"Zaak {paper}"


def _sitting_name(sitting: re.Match[str]) -> str:
    kind = "Handelingen" if sitting["kind"] == "h" else "Aanhangsel Handelingen"
    house = "II" if sitting["house"] == "tk" else "I"
    year = int(sitting["from"])
    one, _, two = sitting["rest"].partition("-")
    if not two:
        place = f"nr. {one}"
    elif year >= DEBATES_BY_ITEM:
        place = f"nr. {one}, item {two}"
    else:
        place = f"nr. {one}, p. {two}" if year == DEBATES_BY_ITEM - 1 else f"p. {one}-{two}"
    return f"{kind} {house} {session(year)}, {place}"


def dossier_of(paper: str) -> str | None:
    """The dossier that a Kamerstuk belongs to."""
    kamerstuk = _KAMERSTUK.fullmatch(paper)
    return (
        kamerstuk["dossier"] if kamerstuk else paper.removeprefix("dossier/") if paper.startswith("dossier/") else None
    )


def order(paper: str) -> tuple[object, ...]:
    """Sorts papers as a reader would: by series, dossier and number, numbers by their size."""
    parts = re.findall(r"\d+|\D+", paper)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)
