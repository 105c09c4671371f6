"""The elements and classes of the pages of officielebekendmakingen.nl and tweedekamer.nl, by what a reader does."""

from lxml import etree

from build_tools.sources.readers.markup.guards import local

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search",
    "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
"""What begins on a line of its own."""

SILENT = {
    "script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "audio", "video", "canvas",
    "svg", "math", "datalist", "textarea", "param", "source", "track", "map", "area", "col", "colgroup", "meta", "link",
}  # fmt: skip
"""What shows no text that belongs to a page."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

CHROME_TAGS = {"nav", "form", "footer", "button", "select", "menu", "dialog"}
"""What is never a part of a paper, wherever it stands."""

CHROME = {
    "naar-boven", "note-close", "skiplink", "skiplinks", "no-print", "tools", "social-media-links", "js-toc",
    "publication__head", "breadcrumb", "pagination",
}  # fmt: skip
"""Classes of what pages put within and around a paper: buttons, ways, tools."""

PAPER = {
    "dossiertitel", "stuktitel", "broodtekst", "broodtekst-container", "vrije-tekst", "tussenkop", "ondertekening",
    "kamervraagomschrijving", "kamervraagomschrijving_kop", "kamerstukdatum", "stuk", "stuknummer", "dossiernummer",
    "kamerstuk", "kamervragen", "handelingen", "spreekbeurt", "spreker", "wettekst", "voorstel-wet", "nootnum",
}  # fmt: skip
"""Classes that only the text of an official paper has."""

TITLES = {"dossiertitel", "stuktitel", "kamervraagomschrijving", "kamervraagomschrijving_kop", "kamerstukdatum"}

NOTES = {"noot", "voetnoot", "footnote"}

MARKS = {"ol", "li-nr", "li.nr", "nr", "lijstnr", "labelnr"}
"""Classes of the mark that an item begins with."""


def classes(element: etree._Element) -> set[str]:
    """The classes of an element."""
    return set((element.get("class") or "").split())


def is_chrome(element: etree._Element) -> bool:
    """Whether an element is a part of the page, not of the paper in it."""
    return local(element) in CHROME_TAGS or bool(classes(element) & CHROME)


def is_note(element: etree._Element) -> bool:
    return bool(classes(element) & NOTES) and local(element) in BLOCKS
