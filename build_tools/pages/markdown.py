"""From the blocks and notes of a letter to Markdown. All escaping of letters' text happens here.

After `blocks_markdown` and `notes_markdown`: any Markdown processor with attribute lists, footnotes and tables gives
back the text of every block and note, character by character (white space folded, control characters shown),
in one element with the block's anchor (of a Markdown table that is its first cell with text); nothing in a letter can
act as Markdown, HTML or a template.
"""

import html
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from build_tools.addresses import call_anchor, note_anchor
from build_tools.dutch.characters import visible
from build_tools.dutch.spans import apart
from build_tools.dutch.web_addresses import Link, web_addresses
from build_tools.model import DEEPEST_HEADING, HIGHEST_HEADING, Block, Kind, Letter, Note, NoteRef, TextCell
from build_tools.tabular.grid import is_plain, shaped
from build_tools.tabular.writing import html_table, pipe_table

NOTES_HERE = "[[noten]]"
"""Where the notes go (`PLACE_MARKER` in mkdocs.yml). No letter can say this: its brackets are escaped."""

_SPECIAL = re.compile(r"[\\`*_{}\[\]#|<>&]|!\Z")
"""What means something in Markdown or HTML; an exclamation mark only at its end, before the bracket of a link."""

_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_DENSE = 2000
"""A text with more of these is escaped with entities: for each backslash Python-Markdown copies the whole text."""

_LINE_START = re.compile(r"\A(?:(?P<number>\d+)(?=[.)](?:\s|$))|(?=[-+])|(?P<sign>[=~:])|(?P<note>(?:\[\^\d+\])+):)")
"""What a line of Markdown must not begin with: `1.`, `-`, `+`, `===`, `~~~`, `:`, `[^1]:`."""

LABEL = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]\s|\((?:\d{1,3}|[a-z]|[ivx]{2,5})\)\s")
"""The number or letter of an item, which its text keeps: `1. `, `a) `, `iv. `, `(2) `. Such an item gets no bullet."""

_PRINTED_PAGE = re.compile(r"[\w.–-]{1,12}")
"""A number of a page that can stand in an attribute as it is: `3`, `12-13`."""

_NO_LINKS: Mapping[str, Sequence[Link]] = {}
_DEEPEST_LIST = 6
"""Items that lie deeper are shown at this depth: no letter nests so far, and text that does is no list."""


def blocks_markdown(
    blocks: Sequence[Block], before: Block | None = None, links: Mapping[str, Sequence[Link]] = _NO_LINKS
) -> str:
    """The blocks one after another, behind the block `before`: headings, paragraphs, lists, signatures. No heading lies
    deeper than right below the one before it: who goes by headings takes a gap for something missed.

    `links` are stretches of their texts that lead elsewhere, by anchor.
    """
    chunks: list[str] = []
    depth, heading = 0, HIGHEST_HEADING - 1
    called = frozenset(ref.n for block in blocks if not has_spans(block) for ref in block.notes)
    for block in blocks:
        around = depth if before and before.part == block.part else 0
        own = min(max(block.level, 1), around + 1, _DEEPEST_LIST) if block.kind is Kind.ITEM else 0
        if block.kind is Kind.HEADING:
            heading = min(max(block.level, 1), heading + 1, DEEPEST_HEADING)
        attributes, leads = _attributes(block, before), links.get(block.anchor, ())
        if has_spans(block):
            written = _spanned(block, attributes, leads, called)
        else:
            written = _block(block, own or heading, attributes, leads)
        if written:
            chunks.append(("\n" if own and around else "\n\n") + written)
            before, depth = block, own
    return "".join(chunks).strip("\n") + "\n"


def _block(block: Block, depth: int, attributes: str, links: Sequence[Link]) -> str:
    """One block and its attributes, an item or heading at a depth; nothing for one that holds nothing."""
    if block.cells:
        return _table(block, attributes, links)
    text = inline(block.text, block.notes, () if block.kind is Kind.HEADING else block.breaks, links)
    if not text:
        return ""
    if block.kind is Kind.HEADING:
        return f"{'#' * depth} {text} {attributes}"
    lines = f"{_guarded(text)}\n{attributes}"
    if block.kind is not Kind.ITEM:
        return lines
    indent = "    " * (depth - 1)
    return f"{indent}- " + lines.replace("\n", f"\n{indent}")


def has_spans(block: Block) -> bool:
    """Whether a block is a table that Markdown cannot say: its cells span, or head a row."""
    return bool(block.cells) and not is_plain(shaped(block.cells))


def _table(block: Block, attributes: str, links: Sequence[Link]) -> str:
    """A table of Markdown."""

    def write(cell: TextCell) -> str:
        return inline(*part_of(block, cell, links))

    return pipe_table(shaped(block.cells), write, attributes)


def _spanned(block: Block, attributes: str, links: Sequence[Link], called: Collection[int]) -> str:
    """A table of HTML; the first call of a note that nothing else calls is where the note leads back to."""
    seen = set(called)

    def write(cell: TextCell) -> str:
        text, notes, _, leads = part_of(block, cell, links)
        markers: dict[int, str] = {}
        for ref in sorted(notes, key=attrgetter("at")):
            markers[ref.at] = markers.get(ref.at, "") + _note_link(ref.n, ref.n not in seen)
            seen.add(ref.n)
        return inline_html(text, markers, leads)

    return html_table(shaped(block.cells), write, _as_html(attributes))


def _as_html(attributes: str) -> str:
    """An attribute list as HTML has it: `{: #al-7 .bijlage data-blz="3" }`."""
    words = attributes.removeprefix("{: ").removesuffix(" }").split()
    classes = " ".join(word[1:] for word in words if word[0] == ".")
    others = [word for word in words[1:] if word[0] != "."]
    named = [f'id="{words[0][1:]}"', *([f'class="{classes}"'] if classes else []), *others]
    return " " + " ".join(named)


def part_of(
    block: Block, cell: TextCell, links: Sequence[Link]
) -> tuple[str, list[NoteRef], tuple[int, ...], list[Link]]:
    """What `inline` takes, for one cell: text, notes, breaks (none) and links, those cut off at its ends."""
    start, end = cell.start, cell.end
    notes = [NoteRef(ref.n, ref.at - start) for ref in block.notes if start <= ref.at <= end]
    inside = (link for link in links if link.start <= end and link.end >= start)
    cut = [replace(link, start=max(link.start, start) - start, end=min(link.end, end) - start) for link in inside]
    apart_from_others = [link for link in cut if link.start < link.end or link.shown]
    return block.text[start:end], notes, (), apart_from_others


def _note_link(n: int, first: bool) -> str:
    """What the footnotes of Markdown make of a marker."""
    id_ = f' id="{call_anchor(n)}"' if first else ""
    return f'<sup{id_}><a class="footnote-ref" href="#{note_anchor(n)}">{n}</a></sup>'


def inline_html(text: str, marks: Mapping[int, str], links: Sequence[Link] = ()) -> str:
    """The text as HTML: escaped, with links, and what stands at offsets in it."""
    beside = {at: "".join(map(_beside_html, group)) for at, group in groupby(links, attrgetter("end"))}
    pieces = []
    before, behind = _abbreviated(links)
    for start, end, href in stretches(text, {*marks, *beside}, links):
        piece = html.escape(visible(text[start:end]), quote=False)
        pieces.append(behind.get(start, "") + beside.get(start, "") + marks.get(start, "") + before.get(start, ""))
        pieces.append(f'<a href="{html.escape(_address(href))}">{piece}</a>' if href and piece.strip() else piece)
    return "".join(pieces).strip()


def _beside_html(link: Link) -> str:
    if link.start < link.end:
        return ""
    shown = html.escape(visible(link.shown), quote=False)
    return f'<a class="bijwerk tussen" href="{html.escape(_address(link.href))}">{shown}</a>'


def _address(href: str) -> str:
    """Of a page of another letter its address: in HTML no program puts that in its place."""
    return href if "://" in href or not href.endswith(".md") else f"../{href.removesuffix('.md')}/"


def _attributes(block: Block, before: Block | None) -> str:
    """The anchor; what the style sheet has to know; the number of a printed page where one begins."""
    names = [f"#{block.anchor}"]
    if block.part and (before is None or before.part != block.part):
        names.append(".bijlage")
    if block.kind is Kind.SIGNATURE:
        names.append(".handtekening")
    if block.kind is Kind.ITEM and LABEL.match(block.text):
        names.append(".genummerd")
    if block.page and _PRINTED_PAGE.fullmatch(block.page) and (before is None or before.page != block.page):
        names.append(f'data-blz="{block.page}"')
    return f"{{: {' '.join(names)} }}"


def notes_markdown(letter: Letter, links: Mapping[str, Sequence[Link]] = _NO_LINKS) -> str:
    """The notes by number, and where they go. A note that nothing refers to is referred to here."""
    if not letter.notes:
        return ""
    known = {ref.n for block in letter.blocks for ref in block.notes}
    loose = "".join(f"[^{note.n}]" for note in letter.notes if note.n not in known)
    chunks = [f"Zonder verwijzing in de tekst: {loose}\n{{: .bijwerk .los }}"] if loose else []
    chunks.append(f"{NOTES_HERE}\n{{: .bijwerk }}")
    ordered = sorted(letter.notes, key=lambda note: note.n)
    chunks.extend(note_markdown(note, links.get(note_anchor(note.n), ())) for note in ordered)
    return "\n\n".join(chunks) + "\n"


def note_markdown(note: Note, links: Sequence[Link] = ()) -> str:
    """A note behind its number; where it stands in the file does not matter."""
    return f"[^{note.n}]: {_guarded(inline(note.text, links=links))}"


def inline(text: str, notes: Sequence[NoteRef] = (), breaks: Sequence[int] = (), links: Sequence[Link] = ()) -> str:
    """The text as one line of Markdown, or as many as it has breaks: escaped, with links and note markers."""
    escape = _as_entities if len(_SPECIAL.findall(text)) > _DENSE else _with_backslashes
    ordered = sorted(notes, key=attrgetter("at"))
    markers = {at: "".join(f"[^{ref.n}]" for ref in refs) for at, refs in groupby(ordered, attrgetter("at"))}
    beside = {at: "".join(map(_beside, group)) for at, group in groupby(links, attrgetter("end"))}
    pieces = []
    before, behind = _abbreviated(links)
    for start, end, href in stretches(text, {*markers, *breaks, *beside}, links):
        piece = escape(visible(text[start:end]))
        pieces.append(behind.get(start, "") + beside.get(start, "") + markers.get(start, ""))
        pieces.append(("\n" if start in breaks else "") + before.get(start, ""))
        pieces.append(_link(piece, href) if href and piece.strip() else piece)
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "  \n".join(line for line in lines if line)


def _abbreviated(links: Sequence[Link]) -> tuple[dict[int, str], dict[int, str]]:
    """What goes before and behind abbreviations, by offset; in a title nothing acts as Markdown."""
    explained = [link for link in links if link.title]
    titles = {link.start: _as_entities(html.escape(visible(link.title))) for link in explained}
    return (
        {start: f'<abbr title="{title}">' for start, title in titles.items()},
        {link.end: "</abbr>" for link in explained},
    )


def _beside(link: Link) -> str:
    """A link that has no words of the letter: it stands beside the text."""
    if link.start < link.end:
        return ""
    return f"{_link(_with_backslashes(visible(link.shown)), link.href)}{{: .bijwerk .tussen }}"


def _link(text: str, href: str) -> str:
    """A caret would make it the marker of a note, a bracket with a colon the definition of an address."""
    shown = re.sub(r"\A\^", "&#94;", text.replace("\\]:", "\\]&#58;"))
    return f"[{shown}](<{html.escape(href)}>)"


def stretches(text: str, marks: Collection[int], links: Sequence[Link]) -> Iterator[tuple[int, int, str | None]]:
    """Cut a text at its marks and its links: start and end of each stretch, and where it leads."""
    hrefs: dict[int, str | None] = {}
    inside = (link for link in (*web_addresses(text), *links) if link.start < link.end <= len(text))
    for link in apart(sorted(inside, key=attrgetter("start"))):
        hrefs |= {link.start: link.href, link.end: None}
    href = None
    for start, end in pairwise([*sorted({0, len(text), *hrefs, *marks}), len(text)]):
        href = hrefs.get(start, href)
        yield start, end, href


def _with_backslashes(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)


def _as_entities(text: str) -> str:
    """For text that consists of little else: Python-Markdown copies a whole text for each backslash in it.

    A capital X, because it does the same for entities that it knows.
    """
    return _SPECIAL.sub(lambda match: f"&#X{ord(match[0]):X};", text)


def _guarded(lines: str) -> str:
    """Let no line begin like a list, a rule, a fence, a table or the definition of a note."""
    return "\n".join(_LINE_START.sub(_guard, line) for line in lines.split("\n"))


def _guard(match: re.Match[str]) -> str:
    if match["sign"]:
        return f"&#{ord(match['sign'])};"
    return f"{match['note']}&#58;" if match["note"] else f"{match['number'] or ''}\\"
