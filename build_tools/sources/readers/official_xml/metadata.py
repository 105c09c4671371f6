"""The facts of a paper that stand in a file beside it: `kst-26643-1284.metadata.xml` beside `kst-26643-1284.xml`.

A fact of it is whole or absent, and names the entry that it was read from.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree

from build_tools.errors import UserError
from build_tools.model import Fact, FactKey, Signer
from build_tools.papers.numbers import kept
from build_tools.papers.publications import DEBATES_BY_ITEM
from build_tools.sources.readers.markup.decoding import decoded
from build_tools.sources.readers.markup.guards import local, no_entities, not_too_deep
from build_tools.sources.readers.official_xml.parsing import tree_of

MOST_BYTES = 20_000_000
"""Far more than the facts of a paper take."""

ENDINGS = (".metadata.xml", "-metadata.xml")
"""How such a file is called after the paper it belongs to."""

FILE = "metadata.xml"
ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
"""`2024-05-03`, `2024-05-03T00:00:00`."""
SESSION = re.compile(r"(\d{4})[-–/](\d{4})")
"""`2023-2024`."""
NAME = re.compile(r"[A-ZÀ-Þ’'a-z][^\d<>:;@]{1,80}")
"""`J. de Vries`: no address, no number, no tag."""
MINISTRY = re.compile(r"[Mm]inisterie van (\S.*)")
"""`Ministerie van Financiën`."""

RECORD = "OVERHEIDop.externMetadataRecord"
"""The entry of a paper with the address of its file of facts, in which the paper's identifier stands."""
DEBATE = re.compile(r"/h-(?P<house>[te]k)-(?P<from>\d{4})(?P<to>\d{4})-(?P<item>\d+-\d+)/metadata\.xml")
"""`…/h-tk-20302031-70-3/metadata.xml`: chamber, session, sitting and part; the text of a debate states none."""

Entries = Mapping[str, Sequence[str]]


def is_metadata(path: Path) -> bool:
    """Whether a file speaks about a paper beside it, and is none itself."""
    return any(path.name.endswith(ending) and path.with_name(paper_name(path)).is_file() for ending in ENDINGS)


def paper_name(path: Path) -> str:
    """The name of the paper that a file speaks about."""
    ending = next(ending for ending in ENDINGS if path.name.endswith(ending))
    return path.name.removesuffix(ending) + ".xml"


def beside(path: Path) -> dict[FactKey, Fact]:
    """The facts that stand beside a paper; none where there is no such file."""
    other = file_beside(path)
    return dict(facts_in(entries(other))) if other else {}


def referred(root: etree._Element) -> dict[FactKey, Fact]:
    """The number and session of a part of a debate, by the address that it gives of its facts; of other papers the
    head states them. Older debates are numbered by page."""
    addresses = (entry.get("content") or "" for entry in root.iter("{*}meta") if entry.get("name") == RECORD)
    found = next(filter(None, map(DEBATE.search, addresses)), None)
    if found is None or not DEBATES_BY_ITEM <= int(found["from"]) == int(found["to"]) - 1:
        return {}
    values = {
        FactKey.SERIES: "Handelingen " + ("I" if found["house"] == "ek" else "II"),
        FactKey.VERGADERJAAR: f"{found['from']}-{found['to']}",
        FactKey.ONDERNUMMER: found["item"],
    }
    return {key: Fact(value, RECORD) for key, value in values.items()}


def file_beside(path: Path) -> Path | None:
    """The file of facts beside a paper, if there is one."""
    others = (path.with_name(path.stem + ending) for ending in ENDINGS)
    return next((other for other in others if other.is_file() and other != path), None)


def entries(path: Path) -> dict[str, list[str]]:
    """The entries of such a file by name; one name may have several."""
    if path.stat().st_size > MOST_BYTES:
        raise UserError(path, None, "is too large for a file of facts", "fetch it again or take it out")
    text = decoded(path, path.read_bytes()).text
    no_entities(path, text)
    root = tree_of(path, text)
    not_too_deep(path, root)
    found: dict[str, list[str]] = {}
    for entry in root.iter():
        name = (entry.get("name") or "") if local(entry) else ""
        value = " ".join((entry.get("content") or "").split())
        if name and value:
            found.setdefault(name, []).append(value)
            if entry.get("scheme") == "OVERHEID.Ministerie":
                found.setdefault("OVERHEID.Ministerie", []).append(value)
    return found


def facts_in(found: Entries) -> Iterator[tuple[FactKey, Fact]]:
    """The facts that the entries state; of two that state one fact, the first in `STATING`."""
    known: set[FactKey] = set()
    for name, key, read in STATING:
        value = read(found[name]) if name in found and key not in known else None
        if value:
            known.add(key)
            yield key, Fact(value, f"{FILE}, {name}")


def first(values: Sequence[str]) -> str:
    return values[0]


def date(values: Sequence[str]) -> str | None:
    """An ISO date, without a time."""
    match = ISO_DATE.fullmatch(values[0])
    return match[1] if match else None


def session(values: Sequence[str]) -> str | None:
    match = SESSION.fullmatch(values[0])
    return "-".join(match.groups()) if match else None


def dossier(values: Sequence[str]) -> str | None:
    """The first dossier; several may stand in one entry."""
    number = values[0].split(";")[0].strip()
    return kept(number) if re.match(r"\d", number) else None


def signers(values: Sequence[str]) -> tuple[Signer, ...] | None:
    """Who introduced the paper: names alone, whole or none."""
    names = [name.strip() for value in values for name in value.split(";")]
    return tuple(Signer(name, "") for name in names) if all(NAME.fullmatch(name) for name in names) else None


def ministry(values: Sequence[str]) -> str | None:
    match = MINISTRY.fullmatch(values[0])
    return match[1] if match else values[0]


STATING: tuple[tuple[str, FactKey, Callable[[Sequence[str]], str | tuple[Signer, ...] | None]], ...] = (
    ("OVERHEIDop.documenttitel", FactKey.TITLE, first),
    ("OVERHEIDop.dossiernummer", FactKey.DOSSIER, dossier),
    ("OVERHEIDop.dossiertitel", FactKey.DOSSIER_TITLE, first),
    ("OVERHEIDop.ondernummer", FactKey.ONDERNUMMER, first),
    ("OVERHEIDop.aanhangselnummer", FactKey.ONDERNUMMER, first),
    ("OVERHEIDop.vergaderjaar", FactKey.VERGADERJAAR, session),
    ("OVERHEIDop.datumOndertekening", FactKey.DATE, date),
    ("OVERHEIDop.datumIndiening", FactKey.DATE, date),
    ("OVERHEIDop.datumOntvangst", FactKey.DATE, date),
    ("OVERHEIDop.datumVergadering", FactKey.DATE, date),
    ("DCTERMS.issued", FactKey.DATE, date),
    ("OVERHEIDop.indiener", FactKey.SIGNERS, signers),
    ("OVERHEID.Ministerie", FactKey.MINISTRY, ministry),
)
"""Which entry states which fact; that of a date of the paper itself before that of its publication."""
