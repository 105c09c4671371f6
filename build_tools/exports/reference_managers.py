"""A letter as an entry for reference managers: `data/brieven/<id>.bib`, `.ris` and `.csl.json`.

In each it is a report: a number in a series, of a ministry, with a day and authors. What is unknown is left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from build_tools.as_json import as_json
from build_tools.dutch.characters import visible
from build_tools.model import FactKey, Letter
from build_tools.papers.citing import number_in_series, series_of
from build_tools.papers.of_letter import ELSEWHERE, day_of, official_url, title
from build_tools.papers.persons import PersonName, person_of
from build_tools.papers.senders import ministry_named

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(letter: Letter, page: str = "") -> str:
    """The letter as an entry for BibLaTeX. `page` is the address of its page, told where it has no official one."""
    rows = [f"  {field:<11} = {{{value}}}," for field, value in _fields(letter, page)]
    return "\n".join([f"@report{{{_key(letter)},", *rows, "}"]) + "\n"


def _fields(letter: Letter, page: str) -> Iterator[tuple[str, str]]:
    if signed := letter.signers:
        yield "author", " and ".join(_latex(person_of(signer.name).last_first) for signer in signed)
    yield "title", f"{{{_latex(title(letter))}}}"
    if day := letter.fact(FactKey.DATE):
        yield "date", day
    if series := series_of(letter):
        yield "type", _latex(series)
    if number := number_in_series(letter):
        yield "number", _latex(number)
    if institution := _institution(letter):
        yield "institution", f"{{{_latex(institution)}}}"
    if url := _address(letter, page):
        yield "url", url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    if note := _note(letter):
        yield "note", note
    yield "langid", "dutch"


def ris(letter: Letter, page: str = "") -> str:
    """The letter as a record for reference managers."""
    rows: list[tuple[str, str | None]] = [("TY", "RPRT"), ("ID", letter.id)]
    rows += [("AU", person_of(signer.name).last_first) for signer in letter.signers]
    rows += [("TI", title(letter)), ("T2", series_of(letter))]
    if day := letter.fact(FactKey.DATE):
        rows += [("PY", day[:4]), ("DA", day.replace("-", "/"))]
    rows += [("PB", _institution(letter)), ("SN", number_in_series(letter)), ("UR", _address(letter, page))]
    rows += [("N1", _note(letter)), ("LA", "nl")]
    lines = [f"{tag}  - {visible(value).strip()}".rstrip() for tag, value in rows if value]
    return "\n".join([*lines, "ER  - \n"])


def csl_json(letter: Letter, page: str = "") -> str:
    """The letter as an item of the Citation Style Language, in a list of its own."""
    day = letter.fact(FactKey.DATE)
    known: dict[str, Any] = {
        "id": letter.id,
        "type": "report",
        "title": title(letter),
        "author": [_csl_name(person_of(signer.name)) for signer in letter.signers],
        "issued": day and {"date-parts": [[int(part) for part in day.split("-")]]},
        "collection-title": series_of(letter),
        "number": number_in_series(letter),
        "publisher": _institution(letter),
        "URL": _address(letter, page),
        "note": _note(letter),
        "language": "nl",
    }
    return as_json(
        [{key: visible(value).strip() if isinstance(value, str) else value for key, value in known.items() if value}]
    )


BY_FORM: Mapping[str, Callable[[Letter, str], str]] = {"bib": bibtex, "ris": ris, "csl.json": csl_json}
"""By form, as its files end, what writes it: of a letter, and of the address of its page."""


def _csl_name(person: PersonName) -> dict[str, str]:
    """The particles stand before the surname, where citing programs know them; apart Zotero would lose them."""
    parts = {"family": f"{person.particles} {person.surname}".strip(), "given": person.given}
    return {key: value for key, value in parts.items() if value}


def _key(letter: Letter) -> str:
    return re.sub(r"[^A-Za-z0-9:-]+", "-", letter.id)


def _institution(letter: Letter) -> str | None:
    ministry = letter.fact(FactKey.MINISTRY)
    return ministry and ministry_named(ministry)


def _address(letter: Letter, page: str) -> str | None:
    """Where it is published officially, or else its page."""
    url = official_url(letter) or page
    return visible(url) if url else None


def _note(letter: Letter) -> str | None:
    """What the mark behind a day says, where a record has none."""
    return "Datum niet in de tekst van het stuk gevonden" if (day_of(letter) or "").endswith(ELSEWHERE) else None


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in visible(text).strip())
