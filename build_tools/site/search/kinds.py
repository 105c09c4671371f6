"""The kinds of pages in a reader's words, from `data/search.yml`: which words ask for a kind, by which it is found."""

from build_tools.data import data
from build_tools.dutch.stems import stem


def unshown_words(kind: str) -> str:
    """Words by which a page of a kind is found, whatever it says."""
    known = data("search")["kinds"].get(kind, {})
    return " ".join((*known.get("asked", ()), *known.get("also", ())))


def asked_by() -> dict[str, list[str]]:
    """By the stem of each word that asks for kinds of pages: which ones."""
    table: dict[str, list[str]] = {}
    for kind, known in data("search")["kinds"].items():
        for word in dict.fromkeys(map(stem, (*known.get("asked", ()), *known.get("told", ())))):
            table.setdefault(word, []).append(kind)
    return table


def asked_together() -> list[list[str]]:
    """The stems of words that ask for a kind of pages where all of them are there; at the end the kind."""
    kinds: dict[str, dict[str, list[str]]] = data("search")["kinds"]
    return [[*map(stem, known["together"]), kind] for kind, known in kinds.items() if "together" in known]


def small_words() -> list[str]:
    """Words of a question that say nothing of what is sought."""
    small: list[str] = data("search")["small"]
    return small
