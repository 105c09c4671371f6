"""Papers that say of themselves which earlier one they replace: `ter vervanging van die gedrukt onder nr. 25`.

After `replacing`: each pair is of two different letters, in order of id, of which one states the number of the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_tools.citations.find import citations
from build_tools.citations.forms import PAPERS
from build_tools.citations.grammar import NR
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import identifier
from build_tools.papers.of_letter import paper_of
from build_tools.versions.finding import IdPair

_REPLACES = re.compile(
    r"\b(?:ter vervanging van|t\.v\.v\.)\s+"
    r"(?:(?:die|dat|(?:[\w-]+\s){0,3}(?:motie|amendement|brief|nota|verslag|stuk))\b[^\d(]{0,60}?)?"
    r"(?P<number>[\d(]|\b(?:Kamerstuk|nrs?\b|nummers?\b))",
    re.IGNORECASE,
)
"""What a title says at its end, up to a number: `t.v.v. 36410-25`, `ter vervanging van de motie van het lid Bos (36410,
nr. 25)`. Roofs are replaced as well, but a roof is no `die`, and no letter."""

_IN_OWN_DOSSIER = re.compile(rf"{NR}\s{{0,3}}(?P<item>\d{{1,4}})(?!\d|[a-z]|\s?(?:,|en\b|t/m\b)\s?(?:{NR}\s?)?\d)")
"""`nr. 25`, but not `nrs. 25 en 26`: what takes the place of two is a version of neither."""

_BRACKET = 1
"""A citation in brackets begins behind the first."""


def replacing(letters: Iterable[Letter]) -> Iterator[IdPair]:
    """The pairs of a letter and the one that it replaces, where both are there."""
    own = list(letters)
    by_paper: defaultdict[str, list[str]] = defaultdict(list)
    for letter in own:
        by_paper[paper_of(letter) or ""].append(letter.id)
    for letter in own:
        if paper := replaced_by(letter):
            yield from ((min(letter.id, id_), max(letter.id, id_)) for id_ in by_paper[paper])


def replaced_by(letter: Letter) -> str | None:
    """The identifier of the one paper that the title of a letter says it replaces, in its own dossier or another."""
    title = letter.fact(FactKey.TITLE) or ""
    stated = _REPLACES.search(title)
    if stated is None:
        return None
    at = stated.start("number")
    found = [citation for citation in citations(title, PAPERS) if stated.start() <= citation.start <= at + _BRACKET]
    cited = [target.paper for citation in found for target in citation.targets]
    dossier, number = letter.fact(FactKey.DOSSIER), _IN_OWN_DOSSIER.match(title, at)
    if not cited and dossier and number:
        cited = [identifier(dossier, number["item"])]
    return cited[0] if len(cited) == 1 and cited[0] != paper_of(letter) else None
