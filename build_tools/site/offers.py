"""What a page offers of itself for other programs, for printing and to compare, where that was made."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from build_tools.addresses import (
    BENCH_LETTER,
    BENCH_PAGE,
    COMPARISON_FILE,
    PDF_OF_COMPARISON,
    PDF_OF_LETTER,
    PDF_WITH_TEXT,
)

_OFFER = '<a href="../../{0}" download>{1}</a> '
OFFERED = {
    "brieven": ((PDF_OF_LETTER, "PDF"),),
    "vergelijken": (
        (PDF_OF_COMPARISON, "PDF"),
        (PDF_WITH_TEXT, "PDF met hele tekst"),
        (COMPARISON_FILE.format("{}", "docx"), "Word met wijzigingen"),
        (COMPARISON_FILE.format("{}", "html"), "Los bestand (HTML)"),
    ),
}
"""What the pages of a folder offer: the form of its place, and what it is."""

_USE = f' <a href="../../{BENCH_PAGE}?a={{0}}">Zelf vergelijken<span class="zeg">, met deze brief</span></a>'


def offers(page: Path, docs: Path) -> Iterator[str]:
    """The links of a page, named by its path in the folder of pages, to what is there."""
    for form, name in OFFERED.get(page.parent.as_posix(), ()):
        path = form.format(page.stem)
        if (docs / path).is_file():
            yield _OFFER.format(quote(path), name)


def uses(page: Path, docs: Path) -> Iterator[str]:
    """The link of a letter's page to the bench, in a site that has one."""
    if page.parent.as_posix() == "brieven" and (docs / BENCH_LETTER.format(page.stem)).is_file():
        yield _USE.format(quote(page.stem))
