"""The mark of a day that a letter's own text does not state is explained on every page where it stands."""

import re
from collections.abc import Iterable
from dataclasses import replace

from build_tools.committing.waiting import PackedFile, packed
from build_tools.output import SiteFile
from build_tools.papers.of_letter import ELSEWHERE

_MARKED = re.compile(rf"\d{{4}}{ELSEWHERE}")
"""`20 mei 2015°`: the year of a day, and the mark; no temperature has so many digits."""

_TOLD = f"{ELSEWHERE} Niet in de bron zelf gevonden"


def all_packed(files: Iterable[SiteFile | PackedFile]) -> tuple[PackedFile, ...]:
    """Files that wait, as they go to the site, each packed before the next one is made."""
    return tuple(file if isinstance(file, PackedFile) else _packed(file_told(file)) for file in files)


def _packed(file: SiteFile) -> PackedFile:
    return packed(file.path, file.content)


def file_told(file: SiteFile) -> SiteFile:
    """A file with the mark explained, where it is a page."""
    return replace(file, text=with_marks_told(file.text)) if file.path.endswith(".md") else file


def with_marks_told(page: str) -> str:
    """A page with what the mark means at its end, where it has the mark and does not say so itself."""
    if ELSEWHERE not in page or not _MARKED.search(page) or _TOLD in page:
        return page
    told = f'<p class="graad bijwerk" data-search-exclude="1">{_TOLD}; op de pagina van de brief staat waar wel.</p>'
    return f"{page.rstrip()}\n\n{told}\n"
