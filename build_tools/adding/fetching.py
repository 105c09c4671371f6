"""A paper by its number, from the official services: the best of the files that they have of it.

After `fetch`: each paper is a file in the folder, as official XML with its facts beside it where there is XML, else as
PDF or Word; or a line says that there is no such paper, or what else went wrong. One does not stop the others.
"""

import json
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from build_tools.adding.asked import Incoming
from build_tools.adding.official import AT_ONCE, Official, connected
from build_tools.adding.services import Services
from build_tools.errors import UserError, attempt
from build_tools.papers.numbers import identifier, kept
from build_tools.progress import each
from build_tools.sources.readers.official_xml.metadata import ENDINGS

BEGINNING = 1 << 16
"""So many bytes of a file say what it is."""

PAPER_IN_XML = b"<officiele-publicatie"
"""An address of a paper that is not there may answer with a page for people; a paper begins so."""

FACTS_IN_XML = b"<metadata"
FILE_KINDS = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".doc"))
"""How the files of the Tweede Kamer begin; they come without a name."""

_KEY = re.compile(r"[0-9A-Fa-f-]{36}")
"""The key of a document in the open data: `5f1b3f6e-0000-4000-8000-000000000000`."""

Entry = dict[str, Any]


def fetch(papers: Sequence[str], services: Services, folder: Path) -> Iterator[Incoming | UserError]:
    """Fetch papers, in order; at most two at a time."""
    with connected(services) as client, ThreadPoolExecutor(AT_ONCE) as workers:
        places = (Official(services, client, folder / str(n)) for n in range(len(papers)))
        waiting = [
            workers.submit(attempt, partial(fetched, paper, place)) for paper, place in zip(papers, places, strict=True)
        ]
        try:
            yield from (paper.result() for paper in each(waiting, "fetching papers"))
        finally:
            workers.shutdown(cancel_futures=True)


def fetched(paper: str, official: Official) -> Incoming:
    """One paper, from whoever publishes it."""
    official.folder.mkdir(parents=True)
    found = of_parliament(paper, official) if paper[:1].isdigit() else of_publications(paper, official)
    if found is None:
        raise UserError(paper, None, "is a number that the official services do not know", "look whether it is right")
    return found


def of_publications(paper: str, official: Official) -> Incoming | None:
    """An official publication: its XML, with the facts beside it, else its PDF."""
    base = official.services.publications + quote(paper, safe="()")
    if (path := official.get(f"{base}.xml", f"{paper}.xml")) and PAPER_IN_XML in beginning(path):
        facts = official.get(f"{base}/metadata.xml", paper + ENDINGS[0])
        return Incoming(f"{base}.xml", path, facts if facts and FACTS_IN_XML in beginning(facts) else None)
    if (path := official.get(f"{base}.pdf", f"{paper}.pdf")) and ending_of_kind(path) == ".pdf":
        return Incoming(f"{base}.pdf", path)
    return None


def of_parliament(number: str, official: Official) -> Incoming | None:
    """A document of the Tweede Kamer: as official publication where it is one, else the file that was sent."""
    document = the_document(number, official)
    if document is None:
        return None
    paper = published_as(document)
    if paper and (found := of_publications(paper, official)) and found.path.suffix == ".xml":
        return found
    key = str(document.get("Id"))
    if not _KEY.fullmatch(key):
        return None
    own = document["DocumentNummer"]
    address = f"{official.services.parliament}Document({key})/resource"
    path = official.get(address, f"{own}.file")
    ending = path and ending_of_kind(path)
    return Incoming(address, path.rename(path.with_name(own + ending))) if path and ending else None


def the_document(number: str, official: Official) -> Entry | None:
    """What the open data say of a document; of a case, of the one document that it has."""
    if number[4] == "Z":
        cases = asked(official, "Zaak", f"Nummer eq '{number}'", "Document")
        held = {str(one.get("DocumentNummer")) for case in cases for one in case.get("Document", ())}
        if len(held) > 1:
            wrong = f"is a case with {len(held)} documents ({', '.join(sorted(held))})"
            raise UserError(number, None, wrong, "name one of them")
        return the_document(held.pop(), official) if held else None
    documents = asked(official, "Document", f"DocumentNummer eq '{number}'", "Kamerstukdossier")
    return next((document for document in documents if document.get("DocumentNummer") == number), None)


def asked(official: Official, what: str, only: str, also: str) -> list[Entry]:
    """The entries of the open data that fit."""
    query = {"$filter": only, "$expand": also}
    path = official.get(official.services.parliament + what, f"{what}.json", query)
    try:
        values = json.loads(path.read_bytes())["value"] if path else []
        return [value for value in values if isinstance(value, dict)]
    except (ValueError, LookupError, TypeError):
        where = official.services.parliament + what
        raise UserError(where, None, "gives no open data as it did", "fetch the file and name it") from None


def published_as(document: Entry) -> str | None:
    """The Kamerstuk that a document is, where the open data say so without doubt: it has one dossier and a number."""
    dossiers, item = document.get("Kamerstukdossier") or [], document.get("Volgnummer")
    if len(dossiers) != 1 or not isinstance(item, int) or item < 1 or document.get("Soort", "").startswith("Bijlage"):
        return None
    number, addition = dossiers[0].get("Nummer"), dossiers[0].get("Toevoeging")
    return identifier(kept(f"{number}-{addition}" if addition else f"{number}"), str(item)) if number else None


def beginning(path: Path) -> bytes:
    """The first bytes of a file."""
    with path.open("rb") as file:
        return file.read(BEGINNING)


def ending_of_kind(path: Path) -> str | None:
    """The ending that a file should have, by how it begins."""
    start = beginning(path)
    return next((ending for sign, ending in FILE_KINDS if start.startswith(sign)), None)
