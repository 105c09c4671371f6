"""What the labels of a margin ask for: a day, a reference, a count of annexes, a marking."""

import re

from build_tools.data import data
from build_tools.dutch.dates import DATE, day_in
from build_tools.papers.numbers import PRINTED

CODE = re.compile(r"(?=.*\d)[\w./ ()&-]{2,40}")
"""What a letter is filed under: `IENW/BSK-2023/33017`, `FIN/B&A 04/118`, `DGBI / 26844711`; one digit at least."""

PAPER_FILED = re.compile(rf"(?:Kamerstuk(?:ken)? )?{PRINTED},? [Nn]r\. ?\d{{1,4}}")
"""`35 733, nr. 18`: the paper that a letter answers, as what the other side filed."""

CODE_WORD = re.compile(r"(?<![\w/.-])[a-zà-ÿ]{2,}(?![\w/.-])")
"""A word in small letters, which few codes have: `Ons kenmerk wordt in 2031 vervangen` is a sentence."""

COUNT = re.compile(r"\d{1,2}|[-–]|geen|diverse|zie .*")
"""How many annexes there are: `2`, `–`, `geen`, `zie bijlage`."""


def is_filed(text: str) -> bool:
    """Whether a text is what a letter is filed under; of plain words it has only those that name a letter of a day:
    `brief van 3 mei 2031`."""
    if PAPER_FILED.fullmatch(text):
        return True
    known = (*data("margin")["code_words"], *data("dutch")["months"])
    plain = CODE_WORD.findall(text)
    return CODE.fullmatch(text) is not None and not text.endswith(".") and all(word in known for word in plain)


def is_sole_value(kind: str, text: str) -> bool:
    """Whether a text is what labels of a kind state, and no more: a day, a code, a count of annexes, a marking."""
    if kind == "date":
        return DATE.fullmatch(text) is not None and day_in(text) is not None
    if kind == "code":
        return is_filed(text)
    return COUNT.fullmatch(text) is not None if kind == "count" else kind == "marking" and is_marking(text)


def is_marking(text: str) -> bool:
    """Whether a text says who may read a letter: `geen`, `vertrouwelijk`."""
    return text.lower() in ("geen", *data("margin")["markings"])
