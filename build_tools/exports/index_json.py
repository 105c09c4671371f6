"""What there is to take away: `data/index.json` names every letter and comparison with its files.

Paths count from the root of the site, as they stand in an address.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from build_tools.addresses import LETTER_DATA, LETTER_PAGE, PLEDGE_DATA, REFERENCE, comparison_path, page_path
from build_tools.as_json import as_json
from build_tools.exports.comparison_forms import FORMS
from build_tools.exports.reference_managers import BY_FORM
from build_tools.exports.schemas import FITS, PUBLISHED
from build_tools.exports.stamp import STAMP
from build_tools.model import FactKey, Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.papers.of_letter import kamerstuk, title

INDEX = "data/index.json"
REFERENCES, THEMES = "data/verwijzingen.json", "data/themas.json"
MARKDOWN, TEXT, SOURCE = "data/brieven/{}.md.txt", "data/teksten/{}.txt", "bronnen/{}.txt"
FORMS_OF_LETTER: Mapping[str, str] = {
    "json": LETTER_DATA,
    "markdown": MARKDOWN,
    "text": TEXT,
    "source": SOURCE,
    **{form: REFERENCE.format("{}", form) for form in BY_FORM},
}
"""By form, where a letter is to be had."""


def index_json(letters: Sequence[Letter], sheets: Sequence[ComparisonSheet]) -> str:
    """All letters, comparisons and further data."""
    content = {
        **STAMP,
        "letters": [_letter(letter) for letter in letters],
        "comparisons": [_comparison(sheet) for sheet in sheets],
        "data": dict(_further()),
    }
    return as_json(content)


def _letter(letter: Letter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "title": title(letter),
        "date": letter.fact(FactKey.DATE),
        "kamerstuk": kamerstuk(letter),
        "page": LETTER_PAGE.format(page_path(letter.id)),
        "files": {form: path.format(page_path(letter.id)) for form, path in FORMS_OF_LETTER.items()},
    }


def _comparison(sheet: ComparisonSheet) -> dict[str, Any]:
    name = sheet.comparison.name
    a, b = sheet.ids
    return {
        "id": name,
        "a": a,
        "b": b,
        "verdict": sheet.verdict.text,
        "page": f"vergelijken/{page_path(name)}/",
        "files": {form: quote(comparison_path(name, form)) for form in FORMS},
    }


def _further() -> Iterator[tuple[str, str]]:
    yield from (("verwijzingen", REFERENCES), ("themas", THEMES), ("toezeggingen", PLEDGE_DATA))
    yield from ((f"schema/{kind}", PUBLISHED.format(kind)) for kind in FITS)
