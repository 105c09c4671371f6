"""Laws of which a text cites an article, and which the table of laws lacks: candidates for it.

A name is the words behind `artikel 3 van de`, up to what cannot belong to it; it has a word for a law in it, so that a
contract, an agreement or a newspaper is none.
"""

import re
from collections.abc import Iterator
from functools import cache

from build_tools.citations.law_articles import LAW_LINK, articles, articles_of_that_law, numbers_behind
from build_tools.citations.law_names import is_of_elsewhere, law_at
from build_tools.citations.source_forms import ARTICLE
from build_tools.data import data

_ARTICLE = re.compile(ARTICLE)

_LAW = re.compile(
    r"(?:Rijksw|W|Kaderw|Tijdelijke\sw|Uitvoeringsw)et\b(?!\svan\s\d)|(?:Uitvoeringsb|Rijksb|B)esluit\b|(?:Uitvoeringsr|R)egeling\b|Verdrag\b"
    r"|[A-Z][\w-]{2,40}(?:wet|besluit|regeling|verdrag)\b"
)
"""How the name of a law begins: `Wet`, `Tijdelijke wet`, `Schepenbesluit`; not `Wet van 3 mei`."""

_WORD = re.compile(r"\s(?P<word>[\w’-]{1,40})")

_AND = re.compile(r"\s(?:en|of|jo|juncto)(?:\sartt?)?\Z")
"""What ties the name to a further article: `Wet lokale kuddes en artikel 4`."""

MOST_WORDS = 12
"""Words of a name at the most; the longest names are cut."""


def unknown_laws(text: str) -> Iterator[str]:
    """The names of the laws whose articles a text cites without a link."""
    for match in _ARTICLE.finditer(text):
        group = numbers_behind(match, text)
        if group and not articles(match, text) and not articles_of_that_law(match, text):
            link = LAW_LINK.match(text, group[-1][2])
            if link and (name := _name(text, link.end())):
                yield name


def _name(text: str, at: int) -> str | None:
    """The name that begins at an offset, if it is one of a law that the table does not have."""
    begin = _LAW.match(text, at)
    if not begin or is_of_elsewhere(text, at) or law_at(text, at):
        return None
    end = begin.end()
    for _ in range(MOST_WORDS):
        word = _WORD.match(text, end)
        if not word or word["word"] in _behind():
            break
        end = word.end()
    return _AND.sub("", " ".join(text[at:end].split()))


@cache
def _behind() -> frozenset[str]:
    return frozenset(data("citing")["behind_a_law"])
