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

STYLES = ("kamerbrieven.css", "wijzigingen.css", "vergelijking.css")

_LIGHT, _DARK = (f'[data-md-color-scheme="{name}"]' for name in ("default", "slate"))
"""The colours that the site is shown in, as its styles name them."""

_DARK_RULE = re.compile(rf"^{re.escape(_DARK)}[^{{}}]*{{[^{{}}]*}}", re.MULTILINE)
"""A rule for the dark colours: `[data-md-color-scheme="slate"] .vergelijking { … }`."""

FRAME = """
html { font-size: 125%; color-scheme: light dark; }
.los a { color: var(--md-typeset-a-color); }
body { margin: 0; padding: 1.5rem 0; background: var(--md-default-bg-color); color: var(--md-typeset-color); }
.los .vergelijking .bediening, .los .vergelijking .stappen { top: 0; }
.los .vergelijking .koppen { top: 2.5rem; }
"""


def standalone_page(sheet: ComparisonSheet) -> str:
    """The page of a comparison with all that it needs; of links to other pages only the words stay."""
    styles = "\n".join(asset(name) for name in STYLES)
    styles = f"{styles}{FRAME}{_dark(styles)}"
    script = asset("vergelijking.js")
    rules = f"default-src 'none'; img-src data:; style-src {_hash(styles)}; script-src {_hash(script)}"
    page = render("los.html.j2", rules=rules, styles=styles, script=script, sheet=sheet)
    return _SITE_LINK.sub(r"\1", page)


def _dark(styles: str) -> str:
    """The dark colours for whoever asks their browser for these: the page has no button, and needs no script for it."""
    rules = "\n".join(_DARK_RULE.findall(styles)).replace(_DARK, _LIGHT)
    return f"@media screen and (prefers-color-scheme: dark) {{\n{rules}\n}}\n"


def _hash(code: str) -> str:
    """A style or script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
