"""From a letter to the HTML that its PDF is made of.

After `paper_html`: every block stands there once, in its order; every note once, at its first marker (a note
without one behind the text); lists are nested as in the letter. All of the letter's text is escaped.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from build_tools.addresses import web_addresses
from build_tools.characters import visible
from build_tools.markdown import LABEL
from build_tools.model import Block, Kind, Letter, Note, NoteRef
from build_tools.sheet import facts_sheet
from build_tools.templating import render
from build_tools.wording import fact, kamerstuk, opens_with_title, signers, title

HEAD = ("Aan", "Van", "Datum", "Plaats", "Kamerstuk", "Dossier", "Vergaderjaar")
"""The rows of the head, in the order in which a letter has them; what is not known is not shown."""

_DEEPEST_HEADING = 6


def paper_html(letter: Letter) -> str:
    """The whole document. Its running foot names the paper, else the title."""
    paper, sheet = kamerstuk(letter), facts_sheet(letter)
    known = {row.label: row for row in sheet.rows if row.lines}
    head = [known[label] for label in HEAD if label in known]
    referred = {ref.n for block in letter.blocks for ref in block.notes}
    return render(
        "papier.html.j2",
        title=title(letter),
        author=", ".join(signer.name for signer in signers(letter)),
        foot=f"Kamerstuk {paper}" if paper else title(letter),
        head=head,
        elsewhere=any(row.elsewhere for row in head),
        own_title=opens_with_title(letter),
        body=body_html(letter),
        loose=[note for note in letter.notes if note.n not in referred],
        source=letter.source,
        official_url=sheet.official_url,
        date=fact(letter, "date"),
    )


def body_html(letter: Letter) -> Markup:
    """The blocks, with each note at its first marker."""
    unset = {note.n: note for note in letter.notes}
    texts = {block.n: inline(block.text, block.notes, block.breaks, unset) for block in letter.blocks}
    return Markup().join(_runs(letter.blocks, texts))


def _runs(blocks: Sequence[Block], texts: dict[int, Markup]) -> Iterator[Markup]:
    """Items that follow each other become a list, the lines of a signature stay together."""
    before = 0
    for (kind, part), run in groupby(blocks, lambda block: (block.kind, block.part)):
        stretch, annex, before = list(run), part != before, part
        if kind is Kind.ITEM:
            written = _list(stretch, texts)
        elif kind is Kind.SIGNATURE:
            written = Markup('<div class="handtekening">{}</div>').format(_each("p", stretch, texts))
        elif kind is Kind.HEADING:
            written = Markup().join(_each(_level(block), [block], texts) for block in stretch)
        else:
            written = _each("p", stretch, texts)
        yield Markup('<div class="bijlage"></div>') + written if annex else written


def _level(block: Block) -> str:
    return f"h{min(max(block.level, 1), _DEEPEST_HEADING)}"


def _each(tag: str, blocks: Sequence[Block], texts: dict[int, Markup]) -> Markup:
    shape = Markup("<{0}>{1}</{0}>\n")
    return Markup().join(shape.format(Markup(tag), texts[block.n]) for block in blocks)  # noqa: S704


def _list(items: Sequence[Block], texts: dict[int, Markup]) -> Markup:
    """Items that are deeper than the one before them lie in it."""
    tops = [at for at, item in enumerate(items) if item.level <= min(before.level for before in items[: at + 1])]
    written = Markup()
    for start, end in pairwise([*tops, len(items)]):
        inner = _list(items[start + 1 : end], texts) if end > start + 1 else Markup()
        mark = Markup(' class="genummerd"') if LABEL.match(items[start].text) else Markup()
        written += Markup("<li{}>{}{}</li>\n").format(mark, texts[items[start].n], inner)
    return Markup("<ul>{}</ul>\n").format(written)


def inline(text: str, notes: Sequence[NoteRef], breaks: Sequence[int], unset: dict[int, Note]) -> Markup:
    """The text of a block with its notes, line breaks and links. Takes the notes that it sets out of `unset`."""
    marks: dict[int, Markup] = {at: Markup("<br>") for at in breaks if 0 < at < len(text)}
    for ref in sorted(notes, key=lambda ref: (ref.at, ref.n)):
        marks[ref.at] = marks.get(ref.at, Markup()) + _note(ref.n, unset.pop(ref.n, None))
    return _linked(text, marks)


def _note(n: int, note: Note | None) -> Markup:
    """The note itself, which goes to the foot of its page; where it stands already, its number."""
    if note is None:
        return Markup("<sup>{}</sup>").format(n)
    return Markup('<span class="noot" style="counter-set: footnote {}">{}</span>').format(n - 1, _linked(note.text, {}))


def _linked(text: str, marks: dict[int, Markup]) -> Markup:
    """Text with its web addresses as links, cut where something else stands in it."""
    links = list(web_addresses(text))
    hrefs: dict[int, str | None] = {link.end: None for link in links} | {link.start: link.href for link in links}
    written, href = Markup(), None
    for start, end in pairwise([*sorted({0, len(text), *hrefs, *marks}), len(text)]):
        href = hrefs.get(start, href)
        piece = escape(visible(text[start:end]))
        written += marks.get(start, Markup())
        written += Markup('<a href="{}">{}</a>').format(href, piece) if href and piece.strip() else piece
    return written
