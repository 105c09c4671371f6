"""Web addresses that a line's end broke: whether they go on in the next line."""

import re

from build_tools.data import data
from build_tools.dutch.word_list import known

URL_TAIL = re.compile(r"(?:https?://|www\.)\S*$|(?<![\w.-])[\w.-]+@(?:[\w-]+\.)*[a-z]*$")
"""A web address that a line ends within, or one of mail: `loket@`, `info@open-loket.`, `info@loket.exa`. It begins
where no sign of an address stands before it, so that a chain as `a-a-a-` is tried from its begin alone."""

NAME_GOES_ON = re.compile(r"[a-z][a-z\d-]*(?:\.[a-z\d-]+)*(?:[/?]\S*)?[.,;:)]*")
"""The rest of the name of a site, behind its stop: `nl/stukken`, `voorbeeld.nl/api`, `example:`."""

HALF_NAME = re.compile(r"(?:https?://[\w.-]*|www\.[\w.-]*|@(?:[\w-]+\.)*)(?<=[.@])$")
"""The name of a site that is not whole, as it ends in a stop: `https://data.`."""

BROKEN_END = re.compile(r"(?:https?://|www\.|@)[\w.-]*\.(?P<end>[a-z]{1,})$")
"""The name of a site up to what can be half of its last part: `info@loket.exa`."""

COUNTRY = 2
"""Letters of the last part where it names a country: `nl`."""

URL_GOES_ON = re.compile(r"[^\s]*[/=_?&%#~\d-][^\s]*|[a-z]+\.[a-z]{2,4}\b\S*")
"""What looks like a part of one: `fadvies-deltacommissaris`, `detail?id=2022`, `pdf.html`."""

NO_URL = re.compile(r"[\w]+[-–]\w+[.,;]?|\d{1,4}[.,;)]?|[-–]")
"""What looks the same in a sentence: `SER-advies`, `2022,`, a dash."""

LAST_LETTERS = re.compile(r"/(?P<half>[a-z]+)$")
"""The letters behind the last slash, which can be half of a word: `voorbeeld.nl/s`."""

URL_NUMBER = re.compile(r"\d{1,3}[;,.)]?$")
"""The last digits of one that ends in a number: `did=2022D222` / `49;`."""


def url_goes_on(url: str, after: str) -> bool:
    """Whether a web address at a line's end goes on in the next line."""
    word = after.split(maxsplit=1)[0]
    if HALF_NAME.search(url) and NAME_GOES_ON.fullmatch(word) and lacks_end(url, word):
        return True
    if url[-1] in ").,;»”]>":
        return False
    if breaks_end(url, word) or breaks_word(url, word):
        return True
    if "@" in url and "/" not in url:
        return url[-1] in "-@" and not word[0].isupper()
    if url[-1] in "-/=_?&%#" and not word[0].isupper():
        return True
    return (URL_GOES_ON.fullmatch(word) is not None and not NO_URL.fullmatch(word)) or (
        url[-1].isdigit() and URL_NUMBER.match(word) is not None and "=" in url
    )


def lacks_end(url: str, word: str) -> bool:
    """Whether the name of a site needs what follows: it has one part so far, or a path stands behind that."""
    name = re.sub(r"^https?://|^www\.|^.*@", "", url).rstrip(".")
    return "." not in name or "/" in word


def breaks_end(url: str, word: str) -> bool:
    """Whether the last part of a site's name is none that is known, and the rest of it follows, which is no word."""
    broken = BROKEN_END.search(url)
    if broken is None or NAME_GOES_ON.fullmatch(word) is None or known(word.rstrip(".,;:)")):
        return False
    end = broken["end"]
    return len(end) != COUNTRY and end not in data("dutch")["site_endings"]


def breaks_word(url: str, word: str) -> bool:
    """Whether a line's end broke a word of an address: `www.voorbeeld.nl/s` / `tukken.`"""
    broken, rest = LAST_LETTERS.search(url), word.rstrip(".,;:)")
    if broken is None or not rest.isalpha():
        return False
    half = broken["half"]
    return (len(half) == 1 or not known(half)) and known(half + rest)
