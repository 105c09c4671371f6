"""What MkDocs has to do beyond Markdown: make titles harmless, and put a link in the margin of each block.

Material prints titles as they are, so a title gets there with its special characters escaped. Pages are
complete without this file; it needs nothing of the package.
"""

import re
from html import escape
from typing import Any

_BLOCK = re.compile(r'<(?:p|li|h[1-6])\b[^<>]*? id="(al-\d+)"[^<>]*>')
_ANCHOR = '<a class="anker bijwerk" href="#{0}" aria-label="Vaste koppeling naar {0}"></a>'


def on_page_markdown(markdown: str, /, *, page: Any, **_: Any) -> str:
    """Escape the title from the front matter; the first heading's is escaped already."""
    if page.meta.get("title") is not None:
        page.meta["title"] = escape(str(page.meta["title"]))
    return markdown


def on_page_content(html: str, /, **_: Any) -> str:
    """Add the links. No text of a letter can look like a tag here."""
    return _BLOCK.sub(lambda match: match[0] + _ANCHOR.format(match[1]), html)
