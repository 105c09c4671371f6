"""What the search page in front reads: the tables of all dossiers as one, and where their indexes lie.

Pagefind merges the indexes themselves in the reader's browser; a page has the same name in both.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from build_tools.as_json import in_one_line
from build_tools.site.described.page_facts import OTHER_KIND
from build_tools.site.search.index import FOLDER
from build_tools.site.search.tables import CHOICES, FORMS, PARTS, SIEVES, SPELLINGS

Tables = Sequence[Mapping[str, Any]]


def united_tables(sites: Path, dossiers: Mapping[str, str]) -> dict[str, bytes]:
    """The tables by path, from those of the site in front, which lies in a folder with the others.

    `dossiers` are their folders, with what readers call them.
    """
    folders = [sites / name / FOLDER for name in ("", *dossiers)]

    def of_all(name: str) -> Tables:
        return [json.loads((folder / name).read_bytes()) for folder in folders]

    rules = of_all(FORMS)
    united = {"slips": _slips(rules), "sites": {f"{name}/": called for name, called in dossiers.items()}}
    made: dict[str, Any] = {
        FORMS: {**rules[0], **united, **_volumes(dict(zip(("", *dossiers), rules, strict=True)))},
        CHOICES: _choices(of_all(CHOICES)),
        SIEVES: _sieves(of_all(SIEVES)),
        PARTS: _parts(of_all(PARTS)),
        SPELLINGS: _spellings(of_all(SPELLINGS)),
    }
    return {f"{FOLDER}/{name}": in_one_line(table, tight=True).encode() for name, table in made.items()}


def _choices(tables: Tables) -> dict[str, list[str]]:
    """What there is to choose from, the newest year first."""
    names = dict.fromkeys(name for table in tables for name in table)
    every = {name: {value for table in tables for value in table.get(name, ())} for name in names}
    return {name: sorted(values, reverse=name == "jaar") for name, values in every.items()}


def _volumes(rules: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """Where the further volumes of each site lie, by the folder of the site, if any has more than one."""
    found = [str(PurePosixPath(name, place)) + "/" for name, own in rules.items() for place in own.get("volumes", ())]
    return {"volumes": found} if found else {}


def _slips(tables: Tables) -> dict[str, str]:
    """What any of the sites has wrong."""
    return dict(sorted(slip for table in tables for slip in table["slips"].items()))


def _sieves(tables: Tables) -> dict[str, Any]:
    """What each page is. Those that explain the site of a dossier, and its registers, are not found from in front."""
    (own, *others) = tables
    found = {id_: page for table in others for id_, page in table.items() if OTHER_KIND not in page["soort"]}
    return dict(sorted({**found, **own}.items()))


def _parts(tables: Tables) -> dict[str, Any]:
    return {
        "parts": sorted({part for table in tables for part in table["parts"]}),
        "bound": dict(sorted(bound for table in tables for bound in table["bound"].items())),
        "longest": max(table["longest"] for table in tables),
    }


def _spellings(tables: Tables) -> dict[str, Any]:
    """Each word with the number of its pages; a common one that none of the sites has is surely a word as well."""
    times: Counter[str] = Counter()
    for table in tables:
        times.update(table["words"])
    absent = set.intersection(*(set(table["common"].split()) for table in tables)) - times.keys()
    return {
        **tables[0],
        "words": dict(sorted(times.items())),
        "written": dict(sorted(_written(tables))),
        "common": " ".join(sorted(absent)),
    }


def _written(tables: Tables) -> Iterator[tuple[str, str]]:
    """Words as they are written, where that is not their folded form; in small letters where any site has them so."""
    forms: dict[str, set[str]] = {}
    for table in tables:
        for word in table["words"]:
            forms.setdefault(word, set()).add(table["written"].get(word, word))
    for word, found in forms.items():
        shown = min(found, key=lambda form: (sum(map(str.isupper, form)), form))
        if shown != word:
            yield word, shown
