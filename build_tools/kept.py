"""What stays of a letter, theme or term that is left out of a build, because it cannot be read: its old pages and data.

Pages of this build do not speak of it; its own stay byte for byte what they were, and so do the comparisons that it
stands in, to which its page leads. Where it never had a page, nothing stays.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from build_tools import output
from build_tools.addresses import (
    LETTER_DATA,
    PDF_OF_COMPARISON,
    PDF_OF_LETTER,
    PDF_WITH_TEXT,
    comparison_path,
    pair_name,
)
from build_tools.exports.comparison_forms import IN_DOCS, IN_SITE
from build_tools.gather import Gathered
from build_tools.sources.readers import content_of

OF_LETTER = (
    "brieven/{}.md", "verantwoording/{}.md", "bronnen/{}.txt", LETTER_DATA, "data/brieven/{}.md.txt",
    "data/brieven/{}.bib", "data/brieven/{}.ris", "data/brieven/{}.csl.json",
    "data/teksten/{}.txt",
)  # fmt: skip
OF_COMPARISON = ("vergelijken/{}.md", *(comparison_path("{}", form) for form in IN_DOCS))
IN_SITE_OF_COMPARISON = tuple(comparison_path("{}", form) for form in IN_SITE)
OF_THEME = ("themas/{}.md", "themas/{}/")
OF_TERM = ("begrippen/{}.md", "begrippen/{}/")


def kept(names: Iterable[str], folder: Path, made: Iterable[str] | None = None) -> dict[str, bytes]:
    """What stands in a folder under these names, as far as earlier builds made it; a name may be that of a folder.

    What these made is `made`, or what the list in the folder says.
    """
    asked, made = set(names), output.generated(folder) if made is None else made
    folders = tuple(name for name in asked if name.endswith("/"))
    found = sorted(name for name in made if name in asked or name.startswith(folders))
    return {name: content_of(folder / name) for name in found if (folder / name).is_file()}


def published_in(folder: Path) -> Callable[[str], str | None]:
    """Tell of which file the page with an id was made, as its data in the folder of pages say; None without them."""

    def published(id_: str) -> str | None:
        path = folder / LETTER_DATA.format(id_)
        try:
            return str(json.loads(path.read_bytes())["source"]["file"]) if path.is_file() else None
        except (OSError, ValueError, LookupError, TypeError):
            return None

    return published


def compared_in(folder: Path) -> frozenset[str]:
    """The names of the comparisons that have a page in the folder of pages."""
    return frozenset(path.stem for path in (folder / "vergelijken").glob("*.md"))


def pages_of(found: Gathered) -> Iterator[str]:
    """The names of the pages and data of what is left out."""
    yield from _named(OF_LETTER, found.left_out)
    yield from _named(OF_COMPARISON, _pairs(found))
    yield from _named(OF_THEME, found.themes.wrong)
    yield from _named(OF_TERM, found.terms.wrong)


def downloads_of(found: Gathered) -> Iterator[str]:
    """The names of what the site alone has of its comparisons."""
    yield from _named(IN_SITE_OF_COMPARISON, _pairs(found))


def pdfs_of(found: Gathered) -> Iterator[str]:
    """The names of its PDFs."""
    yield from _named((PDF_OF_LETTER,), found.left_out)
    yield from _named((PDF_OF_COMPARISON, PDF_WITH_TEXT), _pairs(found))


def _named(forms: Iterable[str], ids: Iterable[str]) -> Iterator[str]:
    known = tuple(ids)
    return (form.format(id_) for form in forms for id_ in known)


def _pairs(found: Gathered) -> Iterator[str]:
    """The names of all comparisons that a letter left out can stand in."""
    known = [*(letter.id for letter in found.letters), *found.left_out]
    for one in found.left_out:
        for other in known:
            yield pair_name(one, other)
