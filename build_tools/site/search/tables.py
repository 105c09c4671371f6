"""What the search page reads beside Pagefind's index: what there is to choose, what each page is, how words belong.

`keuzes.json` comes with the page; the others with the first letter typed, or when a word stands nowhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from build_tools.addresses import NOTES
from build_tools.as_json import in_one_line
from build_tools.data import data
from build_tools.dutch.stems import rules, stem, words
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.kinds import asked_by, asked_together, small_words
from build_tools.site.search.lexicon import PLAIN, Lexicon
from build_tools.site.search.slips import slips
from build_tools.site.search.spellings import Spelled, spellings

CHOICES, SIEVES, FORMS, PARTS, SPELLINGS = (
    f"{name}.json" for name in ("keuzes", "zeven", "woordvormen", "samenstellingen", "schrijfwijzen")
)
HIDDEN = "x:"
"""How the id of a passage begins that holds what stands behind it in the index without being shown."""

CALLED = ("Persoon", "Ministerie", "Dossier", "Thema")
"""Kinds of pages that a question means by their name alone."""

CHOSEN = ("soort", "jaar", "ministerie", "thema")
"""By what readers choose; by letter they do not, its page leads to what is found in it."""

Table = dict[str, dict[str, list[str]]]


def tables(
    entries: Sequence[IndexEntry],
    parts: Mapping[str, Any],
    spelled: Spelled,
    volumes: Sequence[str] = (),
    lexicon: Lexicon = PLAIN,
) -> dict[str, bytes]:
    """All files but the sieves, by their names in the folder of the index. `volumes` are the folders in the site of
    those after the first, where it has more.
    """
    contents: Mapping[str, Any] = {
        CHOICES: choices(entries),
        FORMS: {
            **rules(),
            "hidden": HIDDEN,
            "notes": NOTES,
            "kinds": asked_by(),
            "together": asked_together(),
            "small": small_words(),
            "binders": data("search")["binders"],
            "slips": slips(spelled, lexicon),
            **({"volumes": volumes} if volumes else {}),
        },
        PARTS: parts,
        SPELLINGS: spellings(spelled, lexicon),
    }
    return {name: _table(content) for name, content in contents.items()}


def sieves_table(entries: Sequence[IndexEntry], names: Mapping[str, str]) -> dict[str, bytes]:
    """The file of the sieves. `names` has the address of each page by its name in the index."""
    return {SIEVES: _table(sieves(entries, names))}


def _table(content: Any) -> bytes:
    return in_one_line(content, tight=True).encode()


def choices(entries: Iterable[IndexEntry]) -> dict[str, list[str]]:
    """What there is to choose from, the newest year first."""
    found: dict[str, set[str]] = {name: set() for name in CHOSEN}
    for name, value in (pair for entry in entries for pair in entry.filters if pair[0] in found):
        found[name].add(value)
    return {name: sorted(values, reverse=name == "jaar") for name, values in found.items()}


def sieves(entries: Sequence[IndexEntry], names: Mapping[str, str]) -> Table:
    """By the name of each page in the index: what it is, its day, its ministry, its themes; of some its name."""
    known = {entry.url: entry for entry in entries}
    table: Table = {}
    for page, url in sorted(names.items()):
        for name, value in _told(known[url]):
            table.setdefault(page, {}).setdefault(name, []).append(value)
    return table


def _told(entry: IndexEntry) -> Iterator[tuple[str, str]]:
    yield from entry.filters
    if entry.day:
        yield "dag", entry.day
    if dict(entry.filters).get("soort") in CALLED:
        yield from (("naam", stem(word)) for word in words(entry.title))
