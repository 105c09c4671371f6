"""What a hyphen at the end of a line is, where the other lines of the letter tell it."""

import pytest

from build_tools.draft import Line
from build_tools.dutch.line_end_hyphens import Joint
from build_tools.reading.blocks.joining.dehyphenation import joint, words_of

BROKEN = ("De regio is er bij de circulaire economie-", "opgave van meet af aan bij geweest.")
"""`economieopgave`, or `economie-opgave`: nothing gives it a hyphen of its own."""


@pytest.mark.parametrize(("others", "made"), [(10, Joint.WORD), (100, Joint.CLOSE)])
def test_a_print_that_breaks_words_does_so_in_more_than_one_of_many_lines(others: int, made: Joint) -> None:
    texts = [*BROKEN, *("De provincie betaalt de helft van deze kosten." for _ in range(others))]
    words = words_of([Line(n, 0, text) for n, text in enumerate(texts, 1)])
    assert joint(*BROKEN, False, words) is made
