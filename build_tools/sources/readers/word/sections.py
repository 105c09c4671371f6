"""Which parts of a Word file stand at the head and foot of its pages: those of the first page, and those of the others.

A part that no page shows is no text of the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.sources.readers.office.package import Element, Package
from build_tools.sources.readers.word.names import PACKAGE, RELATIONS, switched, w


@dataclass(frozen=True, slots=True)
class WordEdges:
    """The names of the parts at the head of the first page, and at all other edges of pages."""

    first: tuple[str, ...]
    others: tuple[str, ...]


def edges_of(document: Element, settings: Element | None, targets: Mapping[str, str]) -> WordEdges:
    """The heads and feet that pages show, each once."""
    even = bool(switched(settings, "evenAndOddHeaders"))
    sections = list(document.iter(w("sectPr")))
    first: list[str] = []
    others: list[str] = []
    for at, section in enumerate(sections):
        own_first = bool(switched(section, "titlePg"))
        shown = {"default", *(["first"] if own_first else []), *(["even"] if even else [])}
        opening = "first" if own_first else "default"
        for sort, kind, part in references(section, targets):
            if kind in shown:
                (first if at == 0 and kind == opening and sort == "header" else others).append(part)
    return WordEdges(tuple(dict.fromkeys(first)), tuple(part for part in dict.fromkeys(others) if part not in first))


def references(section: Element, targets: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The heads of a section, then its feet: the sort, for which pages, and the name of the part."""
    for sort in ("header", "footer"):
        for found in section.iterchildren(w(f"{sort}Reference")):
            part = targets.get(found.get(f"{{{RELATIONS}}}id") or "")
            if part:
                yield sort, found.get(w("type")) or "default", part


def targets_of(package: Package, part: str) -> dict[str, str]:
    """The names of the parts that a part refers to, by the id that it has for them; nothing outside the file."""
    folder, _, name = part.rpartition("/")
    root = package.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    found = () if root is None else root.iterchildren(f"{{{PACKAGE}}}Relationship")
    inside = (one for one in found if one.get("TargetMode") != "External")
    return {one.get("Id") or "": whole(folder, one.get("Target") or "") for one in inside}


def kinds_of(package: Package, part: str) -> dict[str, str]:
    """The names of the parts that a part refers to, by what they are to it: `styles`, `footnotes`, …"""
    folder, _, name = part.rpartition("/")
    root = package.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    found = [] if root is None else list(root.iterchildren(f"{{{PACKAGE}}}Relationship"))
    kind = {one.get("Id") or "": (one.get("Type") or "").rpartition("/")[2] for one in found}
    return {kind[id_]: target for id_, target in targets_of(package, part).items()}


def whole(folder: str, target: str) -> str:
    """The name of a part from the folder of the part that refers to it."""
    steps = [] if target.startswith("/") or not folder else folder.split("/")
    for step in target.lstrip("/").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
