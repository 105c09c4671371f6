"""A comparison as one file that needs no site: style and script inside, no links to pages that are not there.

It states itself that it asks for nothing: a browser lets it fetch no file, and runs no script and no style but its own.
"""

import base64
import hashlib
import re

from build_tools.pages.assets import asset
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.templating import render

_SITE_LINK = re.compile(r'<a [^<>]*href="\.\./[^<>]*>(.*?)</a>', re.DOTALL)
"""A link to another page of the site: `<a href="../../brieven/…">3</a>`. No text of a letter can look like a tag."""

FRAME = """
html { font-size: 125%; }
.los a { color: var(--md-typeset-a-color); }
body { margin: 0; padding: 1.5rem 0; background: var(--md-default-bg-color); color: var(--md-typeset-color); }
.los .vergelijking .bediening, .los .vergelijking .stappen { top: 0; }
.los .vergelijking .koppen { top: 2.5rem; }
"""


def standalone_page(sheet: ComparisonSheet) -> str:
    """The page of a comparison with all that it needs; of links to other pages only the words stay."""
    styles = "\n".join([*(asset(name) for name in ("kamerbrieven.css", "wijzigingen.css", "vergelijking.css")), FRAME])
    script = asset("vergelijking.js")
    rules = f"default-src 'none'; img-src data:; style-src {_hash(styles)}; script-src {_hash(script)}"
    page = render("los.html.j2", rules=rules, styles=styles, script=script, sheet=sheet)
    return _SITE_LINK.sub(r"\1", page)


def _hash(code: str) -> str:
    """A style or script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
