"""Every file of the site that is no page: open data, what reference managers take, the text as it was received."""

from collections.abc import Iterator, Sequence

from build_tools.addresses import LETTER_DATA, comparison_path
from build_tools.connections.connect import Connections
from build_tools.exports.comparison_forms import FORMS, IN_DOCS
from build_tools.exports.connections_json import references_json, themes_json
from build_tools.exports.letter_json import letter_json
from build_tools.exports.markdown_file import markdown_file
from build_tools.exports.plain_lines import plain_text
from build_tools.exports.reference_managers import bibtex, ris
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.comparison.sheet import ComparisonSheet


def exports(
    letters: Sequence[Letter], connections: Connections, sheets: Sequence[ComparisonSheet]
) -> Iterator[SiteFile]:
    """The files to take away, each under its address on the site."""
    for letter in letters:
        yield from _of_letter(letter)
    for sheet in sheets:
        for form in IN_DOCS:
            yield SiteFile(comparison_path(sheet.comparison.name, form), FORMS[form](sheet).decode())
    yield SiteFile("data/verwijzingen.json", references_json(connections))
    yield SiteFile("data/themas.json", themes_json(connections))


def _of_letter(letter: Letter) -> Iterator[SiteFile]:
    yield SiteFile(LETTER_DATA.format(letter.id), letter_json(letter))
    yield SiteFile(f"data/brieven/{letter.id}.md.txt", markdown_file(letter))
    yield SiteFile(f"data/teksten/{letter.id}.txt", plain_text(letter))
    yield SiteFile(f"data/brieven/{letter.id}.bib", bibtex(letter))
    yield SiteFile(f"data/brieven/{letter.id}.ris", ris(letter))
    yield SiteFile(f"bronnen/{letter.id}.txt", letter.source.text.encode("utf-8", "replace").decode("utf-8"))
