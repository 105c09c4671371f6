"""A letter as a Markdown file to take away: `data/brieven/<id>.md.txt`.

The pages in `docs/` are Markdown too, but with all that stands around the text. This is the letter alone, for any
Markdown program that knows notes: facts as front matter, title, text, notes. Its name does not end in `.md`, of which
MkDocs would make a page; whoever downloads it gets that ending.
"""

import re

from build_tools.model import Letter
from build_tools.pages.front_matter import front_matter
from build_tools.pages.markdown import blocks_markdown, inline, note_markdown
from build_tools.papers.of_letter import title
from build_tools.tabular.grid import flattened

_ATTRIBUTES = re.compile(r"[&\s](?:(?<=&)#32;\s+|(?<=\s)\s*)\{: [^\n{}]*\}(?=$| \|)", re.MULTILINE)
"""What `markdown.py` writes behind a block, or in the first cell of a table; a brace of a letter is escaped."""


def markdown_file(letter: Letter) -> str:
    """Facts, title, text and notes; no addresses, no elements, no links but those that the text shows."""
    made = () if letter.opens_with_title else (f"# {inline(title(letter))}",)
    text = _ATTRIBUTES.sub("", blocks_markdown(list(map(flattened, letter.blocks)))).strip("\n")
    notes = (note_markdown(note) for note in sorted(letter.notes, key=lambda note: note.n))
    parts = (f"---\n{front_matter(letter)}---", *made, text, *notes)
    return "\n\n".join(part for part in parts if part) + "\n"
