"""Sources that are no papers of parliament: laws and their articles, judgments, papers of the Union.

A law is `BWBR0005537`, its article `BWBR0005537#Artikel3:4`; a European act has its ELI, with `#art_6` for an article,
and a treaty of the Union a CELEX number, `12016E267`. A judgment is its ECLI or its number, `C-34/09`, and so are
papers of the Commission (`COM(2019)640`), files (`2022/0155(COD)`) and papers of the Council (`ST-12345-2022-INIT`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from build_tools.data import data

LAWS = "https://wetten.overheid.nl/"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="


Named = Callable[[re.Match[str]], str]
"""What an identifier is called, or where it leads to."""


@dataclass(frozen=True, slots=True)
class OtherSource:
    """A kind of source: its identifiers, what readers call one, and where it is to be read."""

    kind: str
    pattern: re.Pattern[str]
    name: Named
    address: Named


def source(paper: str) -> tuple[OtherSource, re.Match[str]] | None:
    """The kind of source that an identifier belongs to."""
    return next(((kind, match) for kind in SOURCES if (match := kind.pattern.fullmatch(paper))), None)


def article_of(law: str, item: str) -> str:
    """The identifier of an article of a law, or without a number that of the law."""
    if law.startswith("celex/"):
        treaty = law.removeprefix("celex/")
        return f"{treaty}{int(item):03}" if item.isdigit() else f"{treaty}/TXT"
    if not item:
        return law
    return f"{law}#art_{item}" if law.startswith("http") else f"{law}#Artikel{item}"


def law_of(paper: str) -> str:
    """The law that an article belongs to: `BWBR0005537` of `BWBR0005537#Artikel3:4`."""
    return re.sub(r"#.*|(?<=\d[EMP])(?:\d{3}|/TXT)\Z", "", paper)


def on_day(paper: str, day: date | None) -> str | None:
    """The address of a law as it was on a day; before it held, and without a day, none."""
    law = _LAW.fullmatch(paper)
    if not law or not day:
        return None
    begins = data("laws")["laws"].get(law["law"], {}).get("from")
    return None if begins and day < begins else f"{LAWS}{law['law']}/{day.isoformat()}{_fragment(law)}"


NEW = "nieuwe "
"""What stands before the name of a law that is to come: `de nieuwe Archiefwet`."""


def is_meant(paper: str, printed: str, day: date | None) -> bool:
    """Whether words that name a law, with what stands right before, can mean this one in a letter of that day: some
    names have gone over to another, and a new law has often the name of the one that it replaces.
    """
    law = law_of(paper)
    table = data("laws")
    entry = table["laws"].get(law) or table["europe"].get(re.sub(r".*/(eli/.*)/oj\Z", r"\1", law)) or {}
    since = entry.get("since", {})
    names = (entry.get("name", table["further"].get(law, law)), *entry.get("also", ()))
    old = "only" in entry or ("from" not in entry and law.startswith("BWBR"))
    if old and _says(printed, (NEW + name for name in (*names, *since, *entry.get("short", ())))):
        return False
    if _says(printed, names):
        return "only" not in entry or (day is not None and entry["only"]["from"] <= day < entry["only"]["until"])
    begins = [begin for name, begin in since.items() if _says(printed, [name])]
    return not begins or (day is not None and min(begins) <= day)


def _says(printed: str, names: Iterable[str]) -> bool:
    return any(name.casefold() in printed.casefold() for name in names)


def _fragment(law: re.Match[str]) -> str:
    return f"#Artikel{quote(law['item'], safe=':')}" if law["item"] else ""


def _law_name(law: re.Match[str]) -> str:
    known = data("laws")["laws"].get(law["law"])
    named = known["name"] if known else data("laws")["further"].get(law["law"], law["law"])
    return f"{named}, artikel {law['item']}" if law["item"] else named


def _celex_name(celex: re.Match[str]) -> str:
    treaty = data("laws")["europe"].get(f"celex/{celex[0][:6]}")
    if not treaty:
        return f"CELEX {celex[0]}"
    return f"{treaty['name']}, artikel {int(celex[0][6:])}" if celex[0][6:].isdigit() else treaty["name"]


def _commission_address(paper: re.Match[str]) -> str:
    if paper["series"] == "C":
        return f"{EUR_LEX}PI_COM:C({paper['year']}){paper['number']}"
    return f"{EUR_LEX}{paper['series']}:{paper['year']}:{paper['number']}:FIN"


def _judgment_address(ecli: re.Match[str]) -> str:
    if ecli["place"] == "EU":
        return f"{EUR_LEX}ecli:{ecli[0]}"
    if ecli["place"] == "CE":
        return _human_rights(f'"ecli":["{ecli[0]}"]')
    return f"https://deeplink.rechtspraak.nl/uitspraak?id={ecli[0]}"


def _human_rights(asked: str) -> str:
    return f"https://hudoc.echr.coe.int/eng#{quote('{' + asked + '}', safe='')}"


_LAW = re.compile(r"(?P<law>BWB[RVW]\d{7})(?:#Artikel(?P<item>.+))?")

MOVED = "https://www.tweedekamer.nl/kamerstukken/"
"""Where the Tweede Kamer looks for motions and amendments, `moties?qry=`, `amendementen?qry=`."""


def _file_address(file: re.Match[str]) -> str:
    return f"https://eur-lex.europa.eu/procedure/NL/{file['year']}_{int(file['number'])}"


def _council_name(paper: re.Match[str]) -> str:
    version = "" if paper["version"] == "INIT" else f" {paper['version'].replace('-', ' ')}"
    return f"Raadsdocument {paper['number']}/{paper['year'][2:]}{version}"


def _sources(kind: str, *rows: tuple[str, Named, Named]) -> tuple[OtherSource, ...]:
    return tuple(OtherSource(kind, re.compile(pattern), name, address) for pattern, name, address in rows)


def _law_address(law: re.Match[str]) -> str:
    return f"{LAWS}{law['law']}{_fragment(law)}"


def _moved_name(moved: re.Match[str]) -> str:
    """A motion or an amendment whose number is not known."""
    return f"{moved[0].partition('/')[0].capitalize()} {moved['authors']}, zonder nummer"


def _moved_address(moved: re.Match[str]) -> str:
    kind = "moties" if moved[0].startswith("motie") else "amendementen"
    return f"{MOVED}{kind}?qry=" + quote(re.sub(r"[\W_]+", " ", moved["authors"]))


def _celex_address(celex: re.Match[str]) -> str:
    return f"{EUR_LEX}CELEX:{celex[0]}"


SOURCES = (
    *_sources("motie", (r"motie/(?P<authors>.+)", _moved_name, _moved_address)),
    *_sources("amendement", (r"amendement/(?P<authors>.+)", _moved_name, _moved_address)),
    *_sources("verdrag", (r"(?P<law>BWBV\d{7})(?:#Artikel(?P<item>.+))?", _law_name, _law_address)),
    *_sources("wet", (_LAW.pattern, _law_name, _law_address)),
    *_sources(
        "eu-regel",
        (r"1\d{4}[EMPC](?:\d{3}|/TXT)", _celex_name, _celex_address),
        (r"[0-9CE]\d{4}[A-Z]{1,2}\d{4}(?:\(\d\d\))?", _celex_name, _celex_address),
    ),
    *_sources(
        "eu-stuk",
        (
            r"(?P<series>COM|SWD|SEC|JOIN|C)\((?P<year>\d{4})\)(?P<number>\d+)",
            lambda paper: f"{paper['series']}({paper['year']}) {paper['number']}",
            _commission_address,
        ),
        (r"(?P<year>\d{4})/(?P<number>\d{4})\([A-Z]{3}\)", lambda file: f"Procedure {file[0]}", _file_address),
        (
            r"ST-(?P<number>\d+)-(?P<year>\d{4})-(?P<version>[A-Z]+(?:-\d+)?)",
            _council_name,
            lambda paper: f"https://data.consilium.europa.eu/doc/document/{paper[0]}/nl/pdf",
        ),
        (
            r"OJ:(?P<series>[LC]):(?P<year>\d{4}):(?P<number>\d{3})",
            lambda paper: f"PbEU {paper['year']}, {paper['series']} {int(paper['number'])}",
            lambda paper: f"{EUR_LEX}{paper[0]}:TOC",
        ),
        (
            r"OJ:(?P<series>[LC])_(?P<year>\d{4})(?P<number>\d{5})",
            lambda paper: f"PbEU {paper['series']}, {paper['year']}/{int(paper['number'])}",
            lambda paper: f"{EUR_LEX}{paper[0]}",
        ),
    ),
    *_sources(
        "rechtspraak",
        (r"ECLI:(?P<place>[A-Z]{2}):[\w.]+:\d{4}:[\w.]+", lambda ecli: ecli[0], _judgment_address),
        (
            r"LJN:(?P<ljn>[A-Z]{2}\d{4})",
            lambda ljn: f"LJN {ljn['ljn']}",
            lambda ljn: f"https://deeplink.rechtspraak.nl/uitspraak?ljn={ljn['ljn']}",
        ),
        (
            r"[CTF]-\d{1,4}/\d\d",
            lambda case: f"Zaak {case[0]}",
            lambda case: f"https://curia.europa.eu/juris/liste.jsf?num={case[0]}",
        ),
        (
            r"EHRM:(?P<number>\d{1,6}/\d\d)",
            lambda case: f"EHRM {case['number']}",
            lambda case: _human_rights(f'"appno":["{case["number"]}"]'),
        ),
    ),
)
"""Every kind that is no paper of parliament, in order: its identifiers, its name, its address."""
