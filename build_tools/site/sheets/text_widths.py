"""What a sheet asks of the width of the screen, asked of the text instead: how many of its letters fit there.

A media query counts in the letters that the browser started with. Who enlarges the text alone, in the settings of a
page or by a sheet of their own, would keep a layout for small letters on a screen that has no room for it. After
`asked_of_the_text` such a rule asks its container, the body, in the letters as they are (`rem`); without containers
a browser keeps the layout for narrow screens. Conditions on anything but the width stay as they are.
"""

import re

from build_tools.site.sheets.rules import rules

ROOT_SIZE = 1.25
"""What the theme makes of the letters of the browser at the root of a page: 125%, so that `1em` there is `0.8rem`."""

_WIDTH = re.compile(r"@media screen and \((min|max)-width:\s*([\d.]+)em\)")
"""`@media screen and (min-width: 60em)`, alone: a layout for a width of the screen."""

_THE_ROOT_ITSELF = ("html{", ":root{", "body[")
"""What lies in no container: the size of the letters themselves."""


def asked_of_the_text(css: str) -> str:
    """The same sheet, its layouts by the width of the screen in letters of the page. Without line breaks."""
    return "".join(_asked(prelude, body) for prelude, body in rules(css))


def _asked(prelude: str, body: str) -> str:
    width = _WIDTH.fullmatch(prelude)
    if width is None or body.startswith(_THE_ROOT_ITSELF):
        return f"{prelude}{{{body}}}"
    return f"@media screen{{@container ({width[1]}-width:{float(width[2]) / ROOT_SIZE:.3f}rem){{{body}}}}}"
