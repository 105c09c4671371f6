"""The one form in which a letter writes the numbers of its notes: in brackets, or alone above their texts.

A numbered heading (`1 Een nieuw begin`) and an item (`1) een sluis`) look like notes of another form, and are none
where notes of one form answer as many calls.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from build_tools.draft import Line
from build_tools.reading.footnotes.openings import Opening, is_bare

OpeningFinder = Callable[[Sequence[Line], range], Iterable[Opening]]
"""Finds the lines of a page that could begin a note."""

Form = Callable[[Opening, Sequence[Line]], bool]
"""Whether the number of an opening is written in this form."""


def in_brackets(opening: Opening, lines: Sequence[Line]) -> bool:
    """`[1] NOS, 23 mei 2024`."""
    return lines[opening.index].text.startswith("[")


FORMS: tuple[Form, ...] = (in_brackets, is_bare)
"""The forms that headings and items have not."""


def find_of_form(find: OpeningFinder, form: Form, lines: Sequence[Line], page: range) -> Iterator[Opening]:
    """The lines of a page that could begin a note whose number is written in a form."""
    return (opening for opening in find(lines, page) if form(opening, lines))
