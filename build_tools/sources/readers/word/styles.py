"""The styles of a Word file: each with those that it builds on, and what these say of a paragraph or a run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.sources.readers.office.package import Element
from build_tools.sources.readers.word.names import child, children, number, switched, value, w

DEEPEST = 20
"""Styles that build on each other; a file that makes a ring of them ends here."""


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style: its id, the name that a person gave it, the id of the one that it builds on, what it says itself."""

    id: str
    name: str
    parent: str
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True)
class WordStyles:
    """All styles by id, those that count where none is named, and what holds for the whole file."""

    by_id: Mapping[str, WordStyle] = field(default_factory=dict)
    default: Mapping[str, str] = field(default_factory=dict)
    whole: Element | None = None

    def chain(self, id_: str, sort: str = "paragraph") -> Iterator[WordStyle]:
        """A style and those that it builds on, the nearest first."""
        at = id_ if id_ in self.by_id else self.default.get(sort, "")
        for _ in range(DEEPEST):
            if at not in self.by_id:
                return
            yield self.by_id[at]
            at = self.by_id[at].parent

    def switch(self, name: str, own: Element | None, paragraph_style: str) -> bool:
        """Whether a run has a property that is on or off: said by itself, else by its styles.

        A character style turns round what the paragraph's style says, as Word has it.
        """
        direct = switched(own, name)
        if direct is not None:
            return direct
        by_style = [
            next((on for style in chain if (on := switched(style.run, name)) is not None), None)
            for chain in (self.chain(paragraph_style), self.chain(value(own, "rStyle"), "character"))
        ]
        if by_style == [None, None]:
            return bool(switched(self.whole, name))
        return bool(by_style[0]) != bool(by_style[1])

    def run_value(self, own: Element | None, paragraph_style: str, *path: str, name: str = "val") -> str:
        """The value of a run's property: its own, else that of the nearest style that has one."""
        chain = [*self.chain(value(own, "rStyle"), "character"), *self.chain(paragraph_style)]
        found = (value(said, *path, name=name) for said in (own, *(style.run for style in chain), self.whole))
        return next(filter(None, found), "")

    def paragraph_number(self, own: Element | None, id_: str, *path: str, name: str = "val") -> int | None:
        """A number that a paragraph has of itself or of the nearest style that has one."""
        said = (own, *(style.paragraph for style in self.chain(id_)))
        return next((n for source in said if (n := number(source, *path, name=name)) is not None), None)


def styles_of(root: Element | None) -> WordStyles:
    """The styles of the part that holds them."""
    found = {style.id: style for style in map(style_of, children(root, "style"))}
    default = {
        value_of(element, "type"): value_of(element, "styleId")
        for element in children(root, "style")
        if value_of(element, "default") in ("1", "true", "on")
    }
    return WordStyles(found, default, child(root, "docDefaults", "rPrDefault", "rPr"))


def style_of(element: Element) -> WordStyle:
    parts = child(element, "pPr"), child(element, "rPr")
    return WordStyle(value_of(element, "styleId"), value(element, "name"), value(element, "basedOn"), *parts)


def value_of(element: Element, name: str) -> str:
    return element.get(w(name)) or ""
