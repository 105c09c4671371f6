"""Addresses within the site: the name of a page, and the anchors of blocks and notes. Made and taken apart here alone.

An anchor is `al-12` for the twelfth block of a letter, `fn:3` for its third note (the name that Markdown's footnotes
give it). Once published they never change. `fnref:3` is where the note is called first, `bij-12` what stands beside the
block: names inside a page, to which nothing else leads.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from urllib.parse import quote

LETTER_DATA = "data/brieven/{}.json"
"""Where the open data of a letter are, by its id."""

LETTER_PAGE = "brieven/{}/"
"""Where its page is, by its id as it stands in an address."""

REFERENCE = "data/brieven/{}.{}"
"""Where a letter is for reference managers, by its id and form: `bib`, `ris` or `csl.json`."""

IN_PAIR_NAME = "--"
"""What stands between the ids of two letters in the name of their comparison."""

YEARS = "jaar"
"""The folder, among the comparisons, of the years into which their list is split when it is long."""

NO_FAMILY = ("index", "terugkerend", "zelf", YEARS)
"""Pages among the comparisons that are of no letters: no family is called so."""

PLEDGE_DATA = "data/toezeggingen.json"
"""Where the promises of all letters are as open data."""

PLEDGE_PAGE = "toezeggingen"
"""Where their register is, and the folder of its parts."""

BENCH_PAGE = "vergelijken/zelf/"
BENCH_LETTER = "zelf/brieven/{}.brief"
"""Where readers compare letters or texts of their own."""

NOT_FOUND = "404.html"
"""The page that is shown at any address that leads nowhere."""

COMPARISON_DATA = "data/vergelijkingen/{}.json"
COMPARISON_FILE = "data/wijzigingen/{}.{}"
"""Where a comparison is to be had, by its name: as data, in a folder that holds nothing else, and in other forms, by
their ending."""

OTHER_DOSSIER = "elders:"
"""How the Markdown of a page names an address in the site of another dossier: what follows counts from the folder in
which these sites lie."""

DESK = "werkbank"
"""The folder of what the preview shows to clerks, and no site has."""

PERSONS, MINISTRIES, DOSSIERS, SORTS = "personen", "ministeries", "dossiers", "soorten"
"""The folders of the pages of those who send letters, of what these belong to, and of what they are."""

FEED_OF_THEME, FEED_OF_DOSSIER = "feeds/thema/{}.xml", "feeds/dossier/{}.xml"
FEED_OF_MINISTRY, FEED_OF_PERSON = "feeds/ministerie/{}.xml", "feeds/persoon/{}.xml"
"""Where the letters on a subject are as a feed, by the name of the subject in an address."""

PDF_OF_LETTER = "pdf/{}.pdf"
PDF_OF_COMPARISON = "pdf/vergelijken/{}.pdf"
PDF_WITH_TEXT = "pdf/vergelijken/tekst/{}.pdf"
"""Where PDFs are: of a comparison a short one, and one with the whole text."""

_BLOCK, _NOTE, _CALL, _BESIDE = "al-", "fn:", "fnref:", "bij-"

BLOCKS, NOTES, BESIDE_BLOCKS = rf"{_BLOCK}\d+", rf"{_NOTE}\d+", rf"{_BESIDE}\d+"
"""Patterns of the names of blocks, of notes, and of what stands beside blocks."""


LONGEST_SLUG = 100
"""Signs: names of files may have some 250, with what is put before and behind them."""


def page_path(id_: str) -> str:
    """The name of a page in an address."""
    return quote(id_, safe="")


def slug(name: str) -> str:
    """A name in small letters, digits and hyphens: `J.P.H. Donner` as `j-p-h-donner`; `naamloos` where none is left.

    Of a name that no file could have it is the beginning, and the digest of all of it.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "naamloos"
    return short if len(short) <= LONGEST_SLUG else f"{short[:LONGEST_SLUG]}-{sha256(name.encode()).hexdigest()[:8]}"


def pair_name(one: str, other: str) -> str:
    """What the page and the files of two letters side by side are called: their ids in order of the alphabet.

    Which of the two is shown first makes no other name.
    """
    return IN_PAIR_NAME.join(sorted((one, other)))


def pairs_named(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of ids that these can be the names of; an id may have in it what stands between two."""
    for name in names:
        parts = name.split(IN_PAIR_NAME)
        for at in range(1, len(parts)):
            yield IN_PAIR_NAME.join(parts[:at]), IN_PAIR_NAME.join(parts[at:])


def comparison_path(name: str, form: str) -> str:
    """Where a comparison is to be had in a form (`json`, `csv`), by its name."""
    return COMPARISON_DATA.format(name) if form == "json" else COMPARISON_FILE.format(name, form)


def block_anchor(n: int) -> str:
    return f"{_BLOCK}{n}"


def note_anchor(n: int) -> str:
    return f"{_NOTE}{n}"


def call_anchor(n: int) -> str:
    return f"{_CALL}{n}"


def is_call(name: str) -> bool:
    """Whether a name is that of the place where a note is called."""
    return name.startswith(_CALL)


def beside_block(anchor: str) -> str:
    """The name of what stands beside a block."""
    return f"{_BESIDE}{number_in(anchor)}"


def block_of_beside(name: str) -> str:
    """The anchor of the block that something stands beside."""
    return block_anchor(int(name.removeprefix(_BESIDE)))


def is_note(anchor: str) -> bool:
    """Whether an anchor is that of a note; else it is that of a block."""
    return anchor.startswith(_NOTE)


def number_in(anchor: str) -> int:
    """The number of the block or note that an anchor leads to."""
    return int(anchor.removeprefix(_NOTE).removeprefix(_BLOCK))


def block_name(anchor: str) -> str:
    """What readers call a block: `alinea 12`. What they call a note, its anchor does not say: see `Passage.where`."""
    return f"alinea {number_in(anchor)}"


def note_name(printed: str) -> str:
    """What readers call a note by the number that its letter prints: `noot 3`, `noot *`."""
    return f"noot {printed}"


def pledge_place(letter: str, anchor: str) -> str:
    """The name of a promise's place in the register, by its letter's id and passage: `kst-32824-448-al-64`."""
    return re.sub(r"[^\w.]+", "-", f"{letter}-{anchor}")
