"""The text of a finished page, passage by passage, as search sees it.

After `passages`: each stretch of text stands under the id of the innermost element around it that has one, or of
the last element before it that had one; what is not a page's own text (class `bijwerk`, menus, notes' markers,
what says `data-search-exclude`) is not there.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser
from itertools import starmap
from zlib import compress, decompress

from build_tools.addresses import is_call
from build_tools.committing.waiting import QUICKLY

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "u"}
)
SKIPPED_TAGS = frozenset({"nav", "script", "style", "svg", "form", "noscript", "template"})
SKIPPED_CLASSES = frozenset({"bijwerk", "footnote-backref", "footnote-ref", "anker"})


@dataclass(frozen=True, slots=True)
class PageText:
    """A stretch of text and where it stands: the id of its element (empty: none before it)."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class PackedTexts:
    """Those of a page, packed: they wait until all pages are there, and then until the index is. Keys, which take
    values as they show themselves, take the digest of these.
    """

    data: bytes

    def __repr__(self) -> str:
        return f"{type(self).__name__}({sha256(self.data).hexdigest()})"

    def __iter__(self) -> Iterator[PageText]:
        return starmap(PageText, json.loads(decompress(self.data)))


@dataclass(frozen=True, slots=True)
class Sought:
    """What search finds of a page: what it says of itself, words by which it is found too, its passages; of a letter
    whose title does not say what it is about, the sentence with which it begins.
    """

    about: str
    unshown: str
    passages: PackedTexts
    opening: str = ""


def packed_texts(found: Iterable[PageText]) -> PackedTexts:
    return PackedTexts(compress(json.dumps([(one.id, one.text) for one in found]).encode(), QUICKLY))


def passages(html: str) -> list[PageText]:
    """The passages of a page, in order; what search is not to find is left out."""
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    joined = {id_: " ".join("".join(parts).split()) for id_, parts in reader.texts.items()}
    return [PageText(id_, text) for id_, text in joined.items() if text]


class _PageReader(HTMLParser):
    """Keeps the elements that are open: their tag, the id that their text goes to, whether they are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self.open: list[tuple[str, str, bool]] = [("", "", False)]
        self.last = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._apart(tag)
        if tag in VOID:
            return
        named = dict(attrs)
        _, around, skipped = self.open[-1]
        id_ = named.get("id") or ""
        skipped = skipped or tag in SKIPPED_TAGS or "data-search-exclude" in named or is_call(id_)
        skipped = skipped or not SKIPPED_CLASSES.isdisjoint((named.get("class") or "").split())
        own = bool(id_) and not skipped and tag not in INLINE
        self.last = id_ if own else self.last
        self.open.append((tag, id_ if own else around, skipped))

    def handle_endtag(self, tag: str) -> None:
        self._apart(tag)
        while len(self.open) > 1 and tag in (name for name, _, _ in self.open):
            if self.open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        _, id_, skipped = self.open[-1]
        if not skipped:
            self.texts.setdefault(id_ or self.last, []).append(data)

    def _apart(self, tag: str) -> None:
        """Words of two blocks are two words."""
        if tag not in INLINE:
            self.handle_data(" ")
