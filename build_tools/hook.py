"""What MkDocs has to do beyond Markdown: make titles harmless, and put a link in the margin of each block.

Material prints a title as it is, or takes the escaping off it again. A title among the facts of a page is
printed as it is, so it gets there escaped. The pages are complete without this file.
"""

import re
from html import escape
from typing import Any

_HEADING = re.compile(r"<h1\b[^<>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<sup\b.*?</sup>|<[^<>]*>", re.DOTALL)
_BLOCK = re.compile(r'<(?:p|li|h[1-6])\b[^<>]*? id="(al-\d+)"[^<>]*>')
_ANCHOR = '<a class="anker bijwerk" href="#{0}" aria-label="Vaste koppeling naar {0}"></a>'


def on_page_content(html: str, /, *, page: Any, **_: Any) -> str:
    """Escape the title, and add the links. No text of a letter can look like a tag here."""
    heading = _HEADING.search(html)
    if "title" in page.meta:
        page.meta["title"] = escape(str(page.meta["title"]))
    elif heading and not page.is_homepage:
        page.meta["title"] = _TAG.sub("", heading[1])
    return _BLOCK.sub(lambda match: match[0] + _ANCHOR.format(match[1]), html)
