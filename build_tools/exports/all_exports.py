"""Every file of the site that is no page: open data, what reference managers take, the text as it was received."""

from collections.abc import Iterator, Sequence
from functools import partial

from build_tools.addresses import LETTER_DATA, comparison_path
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product
from build_tools.connections.connect import Connections
from build_tools.exports.comparison_forms import FORMS, IN_DOCS
from build_tools.exports.connections_json import references_json, themes_json
from build_tools.exports.letter_json import letter_json
from build_tools.exports.markdown_file import markdown_file
from build_tools.exports.plain_lines import plain_text
from build_tools.exports.pledges_json import pledges_json
from build_tools.exports.reference_managers import bibtex, ris
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.comparison.sheet import ComparisonSheet

OF_LETTER = Product("exports of a letter", tuple[SiteFile, ...])
TOGETHER = Product("exports of all letters", tuple[SiteFile, ...])
OF_COMPARISON = Product("exports of a comparison", tuple[SiteFile, ...])


def exports(
    letters: Sequence[Letter], connections: Connections, sheets: Sequence[ComparisonSheet], keyed: Keyed = UNKEYED
) -> Iterator[SiteFile]:
    """The files to take away, each under its address on the site."""
    for letter in letters:
        yield from keyed.remembered(OF_LETTER, (letter.id,), partial(_of_letter, letter))
    for sheet in sheets:
        yield from sheet.remembered(OF_COMPARISON, partial(_of_comparison, sheet))
    ids = (letter.id for letter in letters)
    yield from keyed.remembered(TOGETHER, ids, partial(_together, letters, connections), connections.themes)


def _together(letters: Sequence[Letter], connections: Connections) -> tuple[SiteFile, ...]:
    return (
        SiteFile("data/verwijzingen.json", references_json(connections)),
        SiteFile("data/themas.json", themes_json(connections)),
        SiteFile("data/toezeggingen.json", pledges_json(letters, connections)),
    )


def _of_comparison(sheet: ComparisonSheet) -> tuple[SiteFile, ...]:
    name = sheet.comparison.name
    return tuple(SiteFile(comparison_path(name, form), FORMS[form](sheet).decode()) for form in IN_DOCS)


def _of_letter(letter: Letter) -> tuple[SiteFile, ...]:
    return (
        SiteFile(LETTER_DATA.format(letter.id), letter_json(letter)),
        SiteFile(f"data/brieven/{letter.id}.md.txt", markdown_file(letter)),
        SiteFile(f"data/teksten/{letter.id}.txt", plain_text(letter)),
        SiteFile(f"data/brieven/{letter.id}.bib", bibtex(letter)),
        SiteFile(f"data/brieven/{letter.id}.ris", ris(letter)),
        SiteFile(f"bronnen/{letter.id}.txt", letter.source.text.encode("utf-8", "replace").decode("utf-8")),
    )
