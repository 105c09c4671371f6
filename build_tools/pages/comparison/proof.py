"""The finished HTML of both views, read back: it must give both texts, no word missing and none twice."""

from collections.abc import Sequence
from html.parser import HTMLParser

from build_tools.compare.model import Comparison, Side
from build_tools.dutch.characters import visible

VOID = {"br", "wbr"}
INLINE = {"ins", "del", "b", "span", "sup", "a", *VOID}


class ViewError(Exception):
    """A view that loses or repeats a word: a fault of this program, so it comes with its traceback."""


class _ViewReader(HTMLParser):
    """Gathers the text of one document from a view; what only the other has, and what is no text, is passed over."""

    def __init__(self, side: Side, columns: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.foreign = "ins" if side is Side.A else "del"
        self.other_cell = "cel-b" if side is Side.A else "cel-a"
        self.columns = columns
        self.skipped: list[bool] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.parts.append(" ")
        if tag in VOID:
            return
        names = (dict(attrs).get("class") or "").split()
        other = self.other_cell in names if self.columns else tag == self.foreign
        self.skipped.append((self.skipped[-1] if self.skipped else False) or other or "bijwerk" in names)

    def handle_endtag(self, tag: str) -> None:
        self.skipped.pop()
        if tag not in INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not (self.skipped and self.skipped[-1]):
            self.parts.append(data)


def text_in(html: str, side: Side, columns: bool) -> str:
    """The text of one document as a view shows it, with single spaces."""
    reader = _ViewReader(side, columns)
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


def prove_views(comparison: Comparison, running: str, columns: str) -> None:
    """Fail unless each view holds each document once, word for word."""
    for side in Side:
        passages = comparison.letter(side).passages
        wanted = " ".join(" ".join(visible(passage.text) for passage in passages).split())
        for html, in_columns in ((running, False), (columns, True)):
            if text_in(html, side, in_columns) != wanted:
                view = "the columns" if in_columns else "the running text"
                raise ViewError(f"{comparison.name}: {view} do not hold the text of {side.value}")
