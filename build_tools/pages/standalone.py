"""A comparison as one file that needs no site: style and script inside, no links to pages that are not there."""

import re

from build_tools.compare.model import Comparison
from build_tools.pages.assets import asset
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.templating import render

_SITE_LINK = re.compile(r'<a [^<>]*href="\.\./[^<>]*>(.*?)</a>', re.DOTALL)
"""A link to another page of the site: `<a href="../../brieven/…">3</a>`. No text of a letter can look like a tag."""

FRAME = """
html { font-size: 125%; }
body { margin: 0; padding: 1.5rem 0; background: var(--md-default-bg-color); color: var(--md-typeset-color); }
.los .vergelijking .bediening, .los .vergelijking .stappen { top: 0; }
.los .vergelijking .koppen { top: 2.5rem; }
"""


def standalone_page(comparison: Comparison) -> str:
    """The page of a comparison with all that it needs; of links to other pages only the words stay."""
    styles = "\n".join([*(asset(name) for name in ("kamerbrieven.css", "vergelijking.css")), FRAME])
    sheet = ComparisonSheet(comparison)
    page = render("los.html.j2", styles=styles, script=asset("vergelijking.js"), sheet=sheet)
    return _SITE_LINK.sub(r"\1", page)
