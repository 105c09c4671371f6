"""The page for clerks, in the frame that every page of the site has."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from build_tools.desk.desk import Desk
from build_tools.errors import ThemeChangedError
from build_tools.pages.templating import render
from build_tools.site.polish import ARTICLE

MOST_LETTERS = 20
"""Letters with doubts whose places are shown at once; the others are named, and come up when these are done."""

ASSETS = ("werkbank.css", "werkbank.js")
"""What the page needs beside it, and the site does not have."""

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)assets/')
"""By which a page shows where the root of its site is: `/kamer/` in `<link … href="/kamer/assets/stijl.1a.css">`."""


def page_of(desk: Desk, frame: str) -> str:
    """The page; `frame` is a page of the site that says nothing of its own in its head."""
    article = f'<article class="md-content__inner md-typeset">\n{article_of(desk)}\n</article>'
    root = _SHEET.search(frame)
    if not root or not ARTICLE.search(frame):
        raise ThemeChangedError("no article or no style sheet")
    named = re.sub(r"<title>[^<]*?( - [^<]*)?</title>", r"<title>Werkbank\1</title>", frame, count=1)
    own = named.replace(f'="{root[1]}', '="../')
    own = own.replace("</head>", '<link rel="stylesheet" href="werkbank.css">\n</head>', 1)
    own = own.replace("</body>", '<script src="werkbank.js"></script>\n</body>', 1)
    return ARTICLE.sub(lambda _: article, own, count=1)


def article_of(desk: Desk) -> str:
    """What stands on the page."""
    shown: Mapping[str, Any] = {"desk": desk, "most": MOST_LETTERS}
    return render("werkbank.html.j2", **shown)


@cache
def asset_of_desk(name: str) -> bytes:
    """A style sheet or script of the page."""
    return files(__package__).joinpath(name).read_bytes()
