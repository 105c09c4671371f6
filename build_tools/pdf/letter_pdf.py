"""From a letter to the HTML that its PDF is made of.

After `printable_letter`: every block stands there once, in its order; every note once, at its first marker (a note
without one behind the text); lists are nested as in the letter. All of the letter's text is escaped.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from build_tools.dutch.characters import visible
from build_tools.model import Block, FactKey, Kind, Letter, NoteRef, TextCell
from build_tools.pages.markdown import LABEL, part_of, stretches
from build_tools.pages.registers.letter_sheet import facts_sheet
from build_tools.pages.templating import render
from build_tools.papers.of_letter import called, kamerstuk, title
from build_tools.pdf.flow import Part, Steps, flow, foot_note, number_of_note
from build_tools.pdf.writer import Printable
from build_tools.tabular.grid import shaped
from build_tools.tabular.writing import html_table

HEAD = ("Aan", "Van", "Datum", "Vragen van", "Plaats", "Kamerstuk", "Stuk", "Dossier", "Ook in", "Vergaderjaar")
"""The rows of the head, in the order in which a letter has them; what is not known is not shown."""


def printable_letter(letter: Letter) -> Printable:
    """The whole document. Its running foot names the paper, else the title."""
    paper, sheet = kamerstuk(letter), facts_sheet(letter)
    known = {row.label: row for row in sheet.rows if row.lines}
    head = [known[label] for label in HEAD if label in known]
    referred = {ref.n for block in letter.blocks for ref in block.notes}
    html = render(
        "papier-brief.html.j2",
        title=title(letter),
        author=", ".join(signer.name for signer in letter.signers),
        foot=called(paper) if paper else title(letter),
        head=head,
        elsewhere=any(row.elsewhere for row in head),
        own_title=letter.opens_with_title,
        body=body_html(letter),
        loose=[note for note in letter.notes if note.n not in referred],
        source=letter.source,
        official_url=sheet.official_url,
        date=letter.fact(FactKey.DATE),
    )
    return Printable(html)


def body_html(letter: Letter) -> Markup:
    """The blocks, with each note at its first marker."""
    notes = NotesToSet(letter)
    steps = Steps(above=0 if letter.opens_with_title else 1)
    return flow([_part(block, steps, notes) for block in letter.blocks])


class NotesToSet:
    """The notes of a letter, each to be set at its first marker."""

    def __init__(self, letter: Letter) -> None:
        self.printed = letter.printed_numbers
        self.unset = {note.n: note for note in letter.notes}

    def at(self, n: int) -> Markup:
        """The note itself at its first marker, then its number."""
        note, printed = self.unset.pop(n, None), self.printed.get(n, str(n))
        return foot_note(printed, _linked(note.text, {})) if note else number_of_note(printed)


def _part(block: Block, steps: Steps, notes: NotesToSet) -> Part:
    return Part(
        block.kind,
        steps.of(block.level) if block.kind is Kind.HEADING else block.level,
        _table(block, notes) if block.cells else inline(block.text, block.notes, block.breaks, notes),
        visible(block.text),
        labelled=LABEL.match(block.text) is not None,
        annex=block.part,
        n=block.n,
    )


def _table(block: Block, to_set: NotesToSet) -> Markup:
    """A table with the notes of its cells."""

    def write(cell: TextCell) -> str:
        text, notes, breaks, _ = part_of(block, cell, ())
        return inline(text, notes, breaks, to_set)

    return Markup(html_table(shaped(block.cells), write, empty_heads=True))  # noqa: S704 -- escaped by `inline`


def inline(text: str, notes: Sequence[NoteRef], breaks: Sequence[int], to_set: NotesToSet) -> Markup:
    """The text of a block with its notes, line breaks and links. Takes the notes that it sets out of `to_set`."""
    marks: dict[int, Markup] = {at: Markup("<br>") for at in breaks if 0 < at < len(text)}
    for ref in sorted(notes, key=lambda ref: (ref.at, ref.n)):
        marks[ref.at] = marks.get(ref.at, Markup()) + to_set.at(ref.n)
    return _linked(text, marks)


def _linked(text: str, marks: dict[int, Markup]) -> Markup:
    """Text with its web addresses as links, cut where something else stands in it."""
    written = Markup()
    for start, end, href in stretches(text, marks, ()):
        piece = escape(visible(text[start:end]))
        written += marks.get(start, Markup())
        written += Markup('<a href="{}">{}</a>').format(href, piece) if href and piece.strip() else piece
    return written
