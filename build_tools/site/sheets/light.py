"""Our own sheets and scripts as they go to readers: without the comments that are for those who write them."""

import re
from functools import lru_cache
from pathlib import Path

from build_tools.output import put
from build_tools.site.sheets.text_widths import asked_of_the_text

_COMMENT_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
"""A line of a script that is no more than a comment: `  // why`."""

_PARTS = re.compile(r" ?([{};]) ?")
"""A sign that parts rules and values, with its spaces: ` { `. No text of ours in a sheet holds one."""
_STATES = re.compile(r"(?<=[;{])([\w-]+): ")
"""What a value is of: `color: ` in `{color: red}`."""


def lighten(site: Path) -> None:
    """Take the comments out of every sheet and script that is ours, and let sheets ask the text how wide it is.

    What is the theme's lies in folders of its own.
    """
    for ending, lighter in (("css", light), ("js", without_comments)):
        for path in sorted(site.glob(f"assets/*.{ending}")):
            put(path, lighter(path.read_text(encoding="utf-8")).encode())


@lru_cache(maxsize=16)
def light(css: str) -> str:
    """A sheet as it goes to readers: the same in each site that a process makes."""
    return asked_of_the_text(plain(css))


def plain(css: str) -> str:
    """Without comments, line breaks, and spaces that part nothing."""
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()
    return _STATES.sub(r"\1:", _PARTS.sub(r"\1", bare))


def without_comments(script: str) -> str:
    """Without the lines that are comments; none of our scripts has such a line in a text."""
    return _COMMENT_LINE.sub("", script)
