"""What a reader holds as a quotation: its parts, free of what a copy brings along, and where it says that it stands."""

import re
from dataclasses import dataclass

from build_tools.addresses import BLOCKS, NOTES
from build_tools.dutch.tokens import words

PAIRS = {"«": "»", "“": "”", "„": "”“", '"': '"', "‘": "’", "‚": "’‘", "'": "'"}
"""What a quotation begins with, and what ends it then."""

LEFT_OUT = r"[(\[]\s*(?:…|\.{2,}|\.(?:\s\.)+)\s*[)\]]|…|\.{3,}"
"""Words that whoever quotes left out: `(…)`, `[...]`, `…`."""

TOLD = r"https?:|\bkst-|\bkamerst|\bnrs?\. ?\d|\bp\. ?\d|\bblz\. ?\d"
"""What is no quotation, but says where it stands: `Kamerstukken II 2010/11, 32 824, nr. 1, p. 3`."""

ADDRESS = rf"brieven/([^\s/#?\"'<>«»]+)/?(?:#({BLOCKS}|{NOTES}))?"
"""`https://…/brieven/kst-32824-1/#al-3`: the letter, and the passage."""

_OPENERS = re.escape("".join(PAIRS))
_INTRODUCED = re.compile(rf"\A[^{_OPENERS}\n]*:\s*(?=[{_OPENERS}])")
"""`De minister schreef: «`."""

_APART = re.compile(r"[.,;]?\s*(?:\n|\(|,|[-–—]|\Z)")
"""What may stand between a quotation's end and what is told of it."""

_TAIL = re.compile(rf"(?:\s\([^()]*(?:{TOLD})[^()]*\)|\n\s*(?:{TOLD})[^\n]*|\shttps?://\S+)[\s.,;]*\Z", re.IGNORECASE)
"""What is told at the end of a text without quotation marks: in brackets, on a line of its own, or as an address."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is quoted, in parts between which words were left out; what is told of where it stands, as words in small
    letters; the letter and passage of the address there.
    """

    parts: tuple[str, ...]
    told: str = ""
    letter: str = ""
    anchor: str = ""

    def names(self, number: str) -> bool:
        """Whether it is told to stand in the paper with this number: `32 824, nr. 1`, also as `32824-1`."""
        wanted = [f"(?:{word} ?)?" if word == "nr" else f"{word} ?" for word in _words_alone(number).split()]
        return bool(wanted) and re.search(rf"(?<!\S){''.join(wanted).removesuffix(' ?')}(?!\S)", self.told) is not None


def quotation(pasted: str) -> Quotation:
    """What a pasted text quotes, and where it says that it stands."""
    quoted, told = _apart(pasted.strip())
    parts = (" ".join(part.split()) for part in re.split(LEFT_OUT, quoted))
    letter, anchor = next(((found[1], found[2] or "") for found in re.finditer(ADDRESS, told)), ("", ""))
    return Quotation(tuple(part for part in parts if words(part)), _words_alone(told), letter, anchor)


def _words_alone(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def _apart(text: str) -> tuple[str, str]:
    """The quotation itself, and what tells where it stands."""
    text = _INTRODUCED.sub("", text)
    closing = PAIRS.get(text[:1], "")
    ends = [at for at, sign in enumerate(text) if at and sign in closing and _APART.match(text, at + 1)]
    last_told = max((found.start() for found in re.finditer(TOLD, text, re.IGNORECASE)), default=0)
    ends = [at for at in ends if at < last_told]
    if ends:
        end = max((at for at in ends if text[at + 1] == "\n"), default=ends[0])
        return text[1:end], text[end + 1 :]
    told = ""
    while found := _TAIL.search(text):
        text, told = text[: found.start()], f"{found[0]}{told}"
    return text, told
