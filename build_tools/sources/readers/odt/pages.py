"""What stands at the head and foot of the pages of an OpenDocument file: on the first page, and on the others."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.sources.readers.odt.names import q, value
from build_tools.sources.readers.odt.styles import OdtStyles
from build_tools.sources.readers.office.package import Element

USUAL = "Standard"


@dataclass(frozen=True, slots=True)
class OdtEdges:
    """The heads of the first page, and all other edges of pages."""

    first: tuple[Element, ...]
    others: tuple[Element, ...]


def edges_of(body: Element, others: Element | None, styles: OdtStyles) -> OdtEdges:
    """The heads and feet of the pages that a text uses."""
    found = () if others is None else others.iter(q("style:master-page"))
    masters = {value(one, "style:name"): one for one in found}
    used = list(masters_used(body, styles, masters))
    if not used:
        return OdtEdges((), ())
    opening = used[0]
    first = [part for kind in ("header-first", "header") if (part := shown(opening, kind)) is not None]
    kinds = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")
    rest = [part for master in used for kind in kinds if (part := shown(master, kind)) is not None]
    heads = tuple(first[:1])
    return OdtEdges(heads, tuple(part for part in rest if part not in heads))


def shown(master: Element, kind: str) -> Element | None:
    """A head or foot of a kind of page; None where there is none or it is switched off."""
    for space in ("style", "loext"):
        found = master.find(q(f"{space}:{kind}"))
        if found is not None and value(found, "style:display") != "false":
            return found
    return None


def masters_used(body: Element, styles: OdtStyles, masters: dict[str, Element]) -> Iterator[Element]:
    """The kinds of pages in the order in which they are used, each once, with those that follow them by themselves."""
    paragraphs = body.iter(q("text:p"), q("text:h"), q("table:table"))
    named = (master_of(one, styles) for one in paragraphs)
    first = next(iter(body.iter(q("text:p"), q("text:h"), q("table:table"))), None)
    opening = master_of(first, styles) if first is not None else ""
    done: set[str] = set()
    for name in (opening or USUAL, *filter(None, named)):
        while name in masters and name not in done:
            done.add(name)
            yield masters[name]
            name = value(masters[name], "style:next-style-name")


def master_of(element: Element, styles: OdtStyles) -> str:
    """The kind of page that begins with a paragraph or table; nothing where it goes on on the same one."""
    family, own = ("table", "table:style-name") if element.tag == q("table:table") else ("paragraph", "text:style-name")
    name = value(element, own)
    return next((text for one in styles.chain(name, family) if (text := value(one, "style:master-page-name"))), "")
