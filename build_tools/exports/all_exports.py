"""Every file of the site that is no page: open data, what reference managers take, the text as it was received."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from build_tools.addresses import LETTER_DATA, LETTER_PAGE, PLEDGE_DATA, REFERENCE, comparison_path, page_path
from build_tools.as_json import as_json
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product
from build_tools.connections.connect import Connections
from build_tools.connections.findings import CITED, THEME
from build_tools.exports.comparison_forms import FORMS, IN_DOCS
from build_tools.exports.connections_json import references_json, themes_json
from build_tools.exports.index_json import INDEX, MARKDOWN, REFERENCES, SOURCE, TEXT, THEMES, index_json
from build_tools.exports.letter_json import letter_json
from build_tools.exports.markdown_file import markdown_file
from build_tools.exports.plain_lines import plain_text
from build_tools.exports.pledges_json import pledges_json
from build_tools.exports.reference_managers import BY_FORM
from build_tools.exports.schemas import FITS, PUBLISHED, schema
from build_tools.model import Letter
from build_tools.output import DataFile, SiteFile
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.papers.of_letter import official_url

OF_LETTER = Product("exports of a letter", tuple[DataFile, ...], small=True)
"""As bytes: most are asked for in every build, and stand as they are."""

CITATIONS = Product("citations of all letters", str)
HITS = Product("themes of all letters", bytes)
PLEDGES = Product("promises of all letters", str)
OF_COMPARISON = Product("exports of a comparison", tuple[DataFile, ...])


def exports(
    letters: Sequence[Letter], connections: Connections, sheets: Sequence[ComparisonSheet], keyed: Keyed = UNKEYED
) -> Iterator[SiteFile | DataFile]:
    """The files to take away, each under its address on the site. What others can make they begin at once, and this
    process waits for it last.
    """
    begun = chain(
        (keyed.begun(OF_LETTER, (letter.id,), partial(partial, _of_letter, letter)) for letter in letters),
        (sheet.begun(OF_COMPARISON, _of_comparison) for sheet in sheets),
    )
    made = keyed.memory.all_begun(begun)
    return chain(_of_all(letters, connections, sheets, keyed), chain.from_iterable(made))


def _of_all(
    letters: Sequence[Letter], connections: Connections, sheets: Sequence[ComparisonSheet], keyed: Keyed
) -> Iterator[SiteFile | DataFile]:
    yield from _together(letters, connections, keyed)
    yield SiteFile(INDEX, index_json(letters, sheets))
    yield from (SiteFile(PUBLISHED.format(kind), as_json(schema(kind))) for kind in FITS)


def _together(letters: Sequence[Letter], connections: Connections, keyed: Keyed) -> Iterator[SiteFile | DataFile]:
    """The files of all letters, one after the other: each is as long as all of them."""
    ids, parts = [letter.id for letter in letters], [(THEME, theme.id) for theme in connections.themes]
    pledges = partial(pledges_json, letters, connections)
    yield SiteFile(REFERENCES, keyed.remembered_of(CITATIONS, [(CITED, "")], partial(references_json, connections)))
    yield DataFile(THEMES, keyed.remembered_of(HITS, parts, partial(themes_json, connections)))
    yield SiteFile(PLEDGE_DATA, keyed.remembered(PLEDGES, ids, pledges))


def _of_comparison(sheet: ComparisonSheet) -> tuple[DataFile, ...]:
    name = sheet.comparison.name
    return tuple(DataFile(comparison_path(name, form), FORMS[form](sheet)) for form in IN_DOCS)


def _of_letter(letter: Letter) -> tuple[DataFile, ...]:
    files = (
        SiteFile(LETTER_DATA.format(letter.id), letter_json(letter)),
        SiteFile(MARKDOWN.format(letter.id), markdown_file(letter)),
        SiteFile(TEXT.format(letter.id), plain_text(letter)),
        *references_to(letter),
        SiteFile(SOURCE.format(letter.id), letter.source.text.encode("utf-8", "replace").decode("utf-8")),
    )
    return tuple(DataFile(file.path, file.content) for file in files)


def references_to(letter: Letter, page: str = "") -> tuple[SiteFile, ...]:
    """The letter for reference managers, with the address of its page where that is known."""
    return tuple(SiteFile(REFERENCE.format(letter.id, form), write(letter, page)) for form, write in BY_FORM.items())


def references_with_address(letters: Sequence[Letter], site: str) -> Iterator[SiteFile]:
    """The same for letters that are published nowhere else, once the address of the site is known: not in `docs/`."""
    for letter in letters:
        if site and not official_url(letter):
            yield from references_to(letter, site + LETTER_PAGE.format(page_path(letter.id)))
