"""The forms in which a comparison can be taken away, by the ending of the file.

Those of `IN_DOCS` are text that a review can read, and lie in the folder of pages. Those of `IN_SITE` say the same once
more, for Word and for a browser: they are made with the site, as papers are.
"""

from collections.abc import Callable, Mapping

from build_tools.exports.changes_csv import changes_csv
from build_tools.exports.comparison_json import comparison_json
from build_tools.exports.plain_lines import diff
from build_tools.exports.redline.package import redline
from build_tools.exports.standalone import standalone_page
from build_tools.pages.comparison.sheet import ComparisonSheet

FORMS: Mapping[str, Callable[[ComparisonSheet], bytes]] = {
    "html": lambda sheet: standalone_page(sheet).encode(),
    "docx": redline,
    "csv": lambda sheet: changes_csv(sheet.comparison).encode(),
    "diff": lambda sheet: diff(sheet.comparison).encode(),
    "json": lambda sheet: comparison_json(sheet).encode(),
}
IN_DOCS = ("json", "csv", "diff")
IN_SITE = ("docx", "html")


def in_form(form: str, sheet: ComparisonSheet) -> bytes:
    """A comparison in one of these forms."""
    return FORMS[form](sheet)
