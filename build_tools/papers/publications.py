"""Official papers: what they are called, where they are published, and in what order they stand.

A paper has an identifier as the official publications use it: `kst-32824-448`, `dossier/32824`,
`h-tk-20162017-66-6`, `ah-tk-20242025-1028`, `stb-2011-35`, `2025D05339`, or the ELI of a European act. What is no paper
of parliament, gazette or act stands in `sources.py`.
"""

import re
from datetime import date
from urllib.parse import quote

from build_tools.papers.numbers import KEPT, numbered, session, spaced
from build_tools.papers.sources import SOURCES, on_day, source

OFFICIAL_SITE = "https://zoek.officielebekendmakingen.nl/"
PARLIAMENT = "https://www.tweedekamer.nl/kamerstukken/detail?id="
EUROPE = "http://data.europa.eu/eli/"

DEBATES_BY_ITEM = 2010
"""The first session of which the Handelingen are published by item (`h-tk-20162017-66-6`). The session before it
has sitting and first page (`h-tk-20092010-39-3876`), the older ones have pages alone (`h-tk-20032004-6077-6099`).
"""

_KAMERSTUK = re.compile(rf"kst-(?:\d{{8}}-)?(?P<dossier>{KEPT})-(?P<item>\w+)")
"""`kst-32824-448`; some papers of the Eerste Kamer state their session: `kst-19951996-23700-188b`."""

_EUROPEAN = re.compile(rf"{EUROPE}(?P<act>\w+)/(?P<year>\d+)/(?P<number>\d+)/oj(?:#art_(?P<item>.+))?")
"""`…/eli/dir/2003/86/oj`, with `#art_6` for an article."""

_SITTING = re.compile(r"(?P<kind>h|ah)-(?P<house>tk|ek)-(?P<from>\d{4})\d{4}-(?P<rest>[\d-]+)")
"""`h-tk-20162017-66-6`, `ah-tk-20242025-1028`."""

_CASE = re.compile(r"\d{4}[ZDV]\d{4,5}")
"""A case or a document of the Tweede Kamer: `2024Z11859`, `2025D05339`."""

_SERIES = {
    "stb": "Stb.", "stcrt": "Stcrt.", "trb": "Trb.",
    "gmb": "Gmb.", "prb": "Prb.", "wsb": "Wsb.", "bgr": "Bgr.",
}  # fmt: skip
_ACTS = {
    "dir": "Richtlijn", "reg": "Verordening", "dec": "Besluit", "reco": "Aanbeveling", "dec_framw": "Kaderbesluit",
    "reg_impl": "Uitvoeringsverordening", "reg_del": "Gedelegeerde verordening",
    "dec_impl": "Uitvoeringsbesluit", "dec_del": "Gedelegeerd besluit",
    "dir_impl": "Uitvoeringsrichtlijn", "dir_del": "Gedelegeerde richtlijn",
}  # fmt: skip


KINDS = {
    "kst": "kamerstuk", "dossier": "kamerstuk", "h": "handelingen", "ah": "handelingen", "blg": "bijlage",
    **dict.fromkeys(_SERIES, "bekendmaking"),
}  # fmt: skip
"""The kind of a paper by the first part of its identifier."""

EVERY_KIND = tuple(dict.fromkeys((*KINDS.values(), "zaak", *(other.kind for other in SOURCES))))
"""All kinds of sources, by the names that the open data use."""


def kind(paper: str) -> str:
    """The kind of source that a paper is: `kamerstuk`, `wet`, `rechtspraak`, …"""
    if found := source(paper):
        return found[0].kind
    return "eu-regel" if paper.startswith(EUROPE) else KINDS.get(re.split("[-/]", paper)[0], "zaak")


def address(paper: str, day: date | None = None) -> str:
    """The official address of a paper; of a law, if a day is given, as it was on that day."""
    if paper.startswith(EUROPE):
        return paper
    if found := source(paper):
        return on_day(paper, day) or found[0].address(found[1])
    if _CASE.fullmatch(paper):
        return PARLIAMENT + paper
    if paper.startswith("dossier/"):
        return OFFICIAL_SITE + paper
    ending = "pdf" if paper.startswith("blg-") else "html"
    return f"{OFFICIAL_SITE}{quote(paper, safe='()')}.{ending}"


def name(paper: str) -> str:
    """What Dutch readers call a paper: `Kamerstuk 32 824, nr. 448`."""
    if kamerstuk := _KAMERSTUK.fullmatch(paper):
        return f"Kamerstuk {numbered(kamerstuk['dossier'], kamerstuk['item'])}"
    if paper.startswith("dossier/"):
        return f"Dossier {spaced(paper.removeprefix('dossier/'))}"
    if found := source(paper):
        return found[0].name(found[1])
    if act := _EUROPEAN.fullmatch(paper):
        article = f", artikel {act['item']}" if act["item"] else ""
        return f"{_ACTS.get(act['act'], 'Besluit')} {act['year']}/{act['number']}{article}"
    if sitting := _SITTING.fullmatch(paper):
        return _sitting_name(sitting)
    series, _, number = paper.partition("-")
    if series in _SERIES:
        return f"{_SERIES[series]} {number.replace('-', ', ')}"
    if series == "blg":
        return f"Bijlage {number}"
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
    """Sorts papers as a reader would: by series, dossier and number, numbers by their size; laws by their names."""
    parts = re.findall(r"\d+|\D+", name(paper).casefold() if kind(paper) in {"wet", "verdrag"} else paper)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)
