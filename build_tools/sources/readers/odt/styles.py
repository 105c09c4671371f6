"""The styles of an OpenDocument file: each with those that it builds on, and what these say of text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_tools.sources.readers.odt.names import q, value
from build_tools.sources.readers.office.package import Element

DEEPEST = 20
"""Styles that build on each other; a file that makes a ring of them ends here."""
ENCODED = re.compile(r"_([0-9a-f]{2})_")
"""`_20_` in a style's name is a space."""
BOLD = 600
"""From this weight on type is bold."""


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """All styles by family and name; `automatic` are those that no person named."""

    by_name: Mapping[tuple[str, str], Element] = field(default_factory=dict)
    automatic: frozenset[tuple[str, str]] = frozenset()
    default: Mapping[str, Element] = field(default_factory=dict)

    def chain(self, name: str, family: str) -> Iterator[Element]:
        """A style and those that it builds on, the nearest first."""
        for _ in range(DEEPEST):
            style = self.by_name.get((family, name))
            if style is None:
                return
            yield style
            name = value(style, "style:parent-style-name")

    def names(self, name: str) -> tuple[str, ...]:
        """The names that a person gave to a paragraph's style and to those that it builds on."""
        named = (one for one in self.chain(name, "paragraph") if key_of(one) not in self.automatic)
        return tuple(value(one, "style:display-name") or decoded(value(one, "style:name")) for one in named)

    def of_paragraph(self, name: str, attribute: str) -> str:
        """What the nearest style says in an attribute of itself; nothing where none does."""
        return next((text for one in self.chain(name, "paragraph") if (text := value(one, attribute))), "")

    def indent(self, name: str) -> str:
        """How far a paragraph's style sets it in."""
        said = (one.find(q("style:paragraph-properties")) for one in self.chain(name, "paragraph"))
        return next((text for one in said if (text := value(one, "fo:margin-left"))), "")

    def of_text(self, spans: Sequence[str], paragraph: str, attribute: str) -> str:
        """A property of text: by the innermost span that has it, else by its paragraph."""
        chains = [*(self.chain(span, "text") for span in reversed(spans)), self.chain(paragraph, "paragraph")]
        found = (value(one.find(q("style:text-properties")), attribute) for chain in chains for one in chain)
        default = self.default.get("paragraph")
        usual = value(default.find(q("style:text-properties")), attribute) if default is not None else ""
        return next(filter(None, found), usual)


def styles_of(content: Element, others: Element | None) -> OdtStyles:
    """The styles of both parts of a file that hold some."""
    roots = [root for root in (others, content) if root is not None]
    found = [style for root in roots for style in root.iter(q("style:style"))]
    automatic = (one for one in content.iterfind(f"{q('office:automatic-styles')}/{q('style:style')}"))
    default = {value(one, "style:family"): one for root in roots for one in root.iter(q("style:default-style"))}
    return OdtStyles({key_of(one): one for one in found}, frozenset(map(key_of, automatic)), default)


def key_of(style: Element) -> tuple[str, str]:
    return value(style, "style:family"), value(style, "style:name")


def decoded(name: str) -> str:
    return ENCODED.sub(lambda code: chr(int(code[1], 16)), name)


def is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and int(weight) >= BOLD)
