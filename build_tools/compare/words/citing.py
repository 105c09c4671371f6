"""A paper that both texts cite, each in its own form: `Kamerstukken II 2018–2019, 35 000, nr. 5`, `Kamerstuk 35000-5`.

After `with_citations`: such a citation is one token, with the paper as its key; all else is as it was.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from build_tools.citations.find import Citation, citations
from build_tools.citations.forms import PAPERS
from build_tools.dutch.tokens import Token, offsets_of, words

Cited = dict[str, list[Citation]]

_NUMBER = re.compile(r"\d{3}(?:(?!\d)(?:(?<=[/Z\d]\d\d{3})|(?<=\d\d[ .\u00a0]\d{3}))|(?=[/–-]\d\d))")
"""The end of a number that each form of one citation has: of a dossier, `000` of `35 000` and `35000`, or of the year
of a session or a European act, `018` of `2018/19`, `001` of `44/2001`. A year alone is none, nor a small amount. What
stands before it is asked last: a pattern that begins with digits passes over the text without them quickly."""

_ANY_NUMBER = re.compile(r"\d{3}(?!\d)")
"""The same beside a gazette, where a year alone is one."""

_GAZETTE = re.compile(r"(?i:\b(?:stb|stcrt|trb|gmb|prb|wsb)\b|blad\b|staatscourant)")
"""What is cited by a year that can stand like any other: `Staatsblad nr. 38 van 3 mei 2021`."""


def with_citations(text_a: str, text_b: str, a: Sequence[Token], b: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens of both texts."""
    if not _share_number(text_a, text_b):
        return [*a], [*b]
    one = _cited(text_a)
    other = _cited(text_b) if one else {}
    renamed = {key for key in one.keys() & other.keys() if _forms(one[key], text_a) != _forms(other[key], text_b)}
    spans_a, spans_b = ([c for key in renamed for c in cited[key]] for cited in (one, other))
    return [*_merged(a, spans_a)] if spans_a else [*a], [*_merged(b, spans_b)] if spans_b else [*b]


def _share_number(one: str, other: str) -> bool:
    """Whether both texts have the end of a number that a citation can have."""
    every = [set(_ANY_NUMBER.findall(text)) for text in (one, other)]
    if every[0].isdisjoint(every[1]):
        return False
    sure = [set(_NUMBER.findall(text)) for text in (one, other)]
    if not sure[0].isdisjoint(sure[1]):
        return True
    own, others = (every[at] if _GAZETTE.search(text) else sure[at] for at, text in enumerate((one, other)))
    return not own.isdisjoint(others)


def _cited(text: str) -> Cited:
    found: Cited = {}
    for citation in citations(text, PAPERS):
        found.setdefault(_key(citation), []).append(citation)
    return found


def _key(citation: Citation) -> str:
    return " ".join(target.paper for target in citation.targets)


def _forms(cited: Sequence[Citation], text: str) -> list[list[str]]:
    return [words(text[citation.start : citation.end]) for citation in cited]


def _merged(tokens: Sequence[Token], cited: Sequence[Citation]) -> Iterator[Token]:
    starts = offsets_of(tokens)
    at = 0
    for citation in sorted(cited, key=lambda own: own.start):
        first, last = bisect_left(starts, citation.start), bisect_left(starts, citation.end)
        yield from tokens[at:first]
        inside = tokens[first:last]
        text = "".join(token.lead + token.text for token in inside)
        yield Token(inside[0].lead, text.removeprefix(inside[0].lead), _key(citation))
        at = last
    yield from tokens[at:]
