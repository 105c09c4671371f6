"""The files of a site alone that its comparisons offer for other programs."""

from collections.abc import Sequence
from functools import partial

from build_tools.addresses import comparison_path
from build_tools.cache.keyed import Keyed
from build_tools.cache.remembering import Product
from build_tools.exports.comparison_forms import IN_SITE, in_form
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.progress import each

DOWNLOAD = Product("file to take away", bytes)


def make_downloads(sheets: Sequence[ComparisonSheet], keyed: Keyed) -> dict[str, bytes]:
    """Comparisons for other programs, by name, which their page offers."""
    named = {(made.comparison.name, form): made for made in sheets for form in IN_SITE}
    begun = (made.begun(DOWNLOAD, partial(in_form, key[1]), key) for key, made in named.items())
    told = each(named, "making files to take away")
    return {comparison_path(*key): data for key, data in zip(told, keyed.memory.all_begun(begun), strict=True)}
