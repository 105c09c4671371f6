"""The PDFs of a site: one of each letter, two of each comparison."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from build_tools.addresses import PDF_OF_COMPARISON, PDF_OF_LETTER, PDF_WITH_TEXT
from build_tools.cache.keyed import Keyed
from build_tools.cache.remembering import Product
from build_tools.model import Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pdf.comparison_pdf import printable_comparison
from build_tools.pdf.letter_pdf import printable_letter
from build_tools.pdf.writer import Printable, pdf, typesetter
from build_tools.progress import each

PDF = Product("PDF", bytes)


def make_pdfs(letters: Iterable[Letter], sheets: Sequence[ComparisonSheet], keyed: Keyed) -> dict[str, bytes]:
    """PDFs of letters and comparisons, by name: files of the site alone, where each page offers its own."""
    makers: dict[str, tuple[tuple[str, ...], Callable[[], Printable]]] = {}
    makers |= {PDF_OF_LETTER.format(one.id): ((one.id,), partial(printable_letter, one)) for one in letters}
    for form, whole in ((PDF_OF_COMPARISON, False), (PDF_WITH_TEXT, True)):
        makers |= {
            form.format(made.comparison.name): (made.ids, partial(printable_comparison, made.bare, whole))
            for made in sheets
        }
    begun = (
        keyed.begun(PDF, ids, partial(partial, _printed, printable), name, typesetter())
        for name, (ids, printable) in makers.items()
    )
    told = each(makers, "making PDFs")
    return dict(zip(told, keyed.memory.all_begun(begun), strict=True))


def _printed(printable: Callable[[], Printable]) -> bytes:
    return pdf(printable())
