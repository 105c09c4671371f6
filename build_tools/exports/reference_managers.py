"""A letter as an entry for reference managers: `data/brieven/<id>.bib` and `.ris`. What is unknown is left out."""

import re
from collections.abc import Iterator

from build_tools.dutch.characters import visible
from build_tools.model import FactKey, Letter
from build_tools.papers.citing import citation_of
from build_tools.papers.of_letter import ELSEWHERE, day_of, official_url, title

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(letter: Letter) -> str:
    """The letter as an entry for BibTeX."""
    key = re.sub(r"[^A-Za-z0-9:-]+", "-", letter.id)
    rows = [f"  {field:<12} = {{{value}}}," for field, value in _fields(letter)]
    return "\n".join([f"@misc{{{key},", *rows, "}"]) + "\n"


def _fields(letter: Letter) -> Iterator[tuple[str, str]]:
    if signed := letter.signers:
        yield "author", " and ".join(_latex(_last_first(signer.name)) for signer in signed)
    yield "title", f"{{{_latex(title(letter))}}}"
    if day := letter.fact(FactKey.DATE):
        yield "year", day[:4]
        yield "date", day
    if ministry := letter.fact(FactKey.MINISTRY):
        yield "organization", _latex(f"Ministerie van {ministry}")
    yield "howpublished", _latex(citation_of(letter))
    if url := official_url(letter):
        yield "url", visible(url).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    if note := _note(letter):
        yield "note", note
    yield "language", "dutch"


def _note(letter: Letter) -> str | None:
    """What the mark behind a day says, where a record has none."""
    return "Datum niet in de tekst van het stuk gevonden" if (day_of(letter) or "").endswith(ELSEWHERE) else None


def ris(letter: Letter) -> str:
    """The letter as a record for reference managers."""
    rows = [("TY", "GOVDOC")]
    rows += [("AU", _last_first(signer.name)) for signer in letter.signers]
    rows.append(("TI", title(letter)))
    if day := letter.fact(FactKey.DATE):
        rows += [("PY", day[:4]), ("DA", day.replace("-", "/"))]
    if ministry := letter.fact(FactKey.MINISTRY):
        rows.append(("PB", f"Ministerie van {ministry}"))
    rows.append(("SE", citation_of(letter)))
    if url := official_url(letter):
        rows.append(("UR", url))
    if note := _note(letter):
        rows.append(("N1", note))
    rows += [("LA", "nl"), ("ER", "")]
    return "".join(f"{tag}  - {visible(value).strip()}".rstrip() + "\n" for tag, value in rows).replace(
        "ER  -\n", "ER  - \n"
    )


def _last_first(name: str) -> str:
    """`J.N.J. Nobel` as `Nobel, J.N.J.`; `C.E.G. van Gennip` as `van Gennip, C.E.G.`."""
    match = re.fullmatch(r"((?:[\w-]{1,3}\.\s?)+)\s*(\S.*)", name.strip())
    return f"{match[2]}, {re.sub(r'[.] ', '.', match[1].strip())}" if match else name


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in visible(text).strip())
