"""The elements of official papers (schema op-xsd-2012-2 and those before it), by what a reader has to do with them.

What no list names is content: it is walked through, and its text becomes paragraphs.
"""

PHRASES = {
    "nadruk",
    "sup",
    "inf",
    "extref",
    "intref",
    "verwijzing",
    "hi",
    "term-ref",
    "unl",
    "datum",
    "noot",
    "nootref",
}
"""Parts of a sentence: never a paragraph of their own."""

TEXTS = {
    "al",
    "titel",
    "title",
    "subtitel",
    "tussenkop",
    "functie",
    "noot.al",
    "term",
    "item-titel",
    "bijschrift",
    "bron",
}
"""What holds running text: an unknown element in it is a part of its sentence."""

NAMES = {"naam", "spreker", "kop", "ondertekening", "stuknr", "dossiernummer", "persoon", "functie-naam"}
"""What holds words that are elements each: these never grow together."""

BLOCKS = {
    "al", "al-groep", "tussenkop", "kop", "lijst", "li", "table", "plaatje", "illustratie", "box", "divisie", "bijlage",
    "definitielijst", "ondertekening", "spreekbeurt", "tekst", "vrije-tekst", "vraag", "antwoord", "lid", "artikel",
    "noot.al", "titel", "item-titel",
}  # fmt: skip
"""What begins on a line of its own wherever it stands."""

SILENT = {"metadata", "meta", "colspec", "spanspec", "noot.nr", "noot.lijst"}
"""What has no text of the paper, or has its text read where it belongs."""

EMPHASES = ("vet", "vetcur", "ondlijn", "cur", "rom")
"""How headings between the text are set, the strongest first."""

WITHOUT_PAPER = {"metadata_gegevens", "metadata"}
"""Roots of the files that state facts beside a paper."""

PAPERS = {"kamerstuk", "kamervragen", "handelingen", "bijlage", "niet-dossier-stuk", "agenda", "blg"}
