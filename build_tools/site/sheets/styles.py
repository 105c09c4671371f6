"""One style sheet for the whole site: the type, the theme's rules without what no page uses, and our own behind it.

A rule of the theme stays when every element, class and colour that it asks for stands in a page or may be set by a
script; what is in brackets tells its content, so that a host
may let browsers keep it for good.
"""

import hashlib
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.addresses import NOT_FOUND
from build_tools.errors import ThemeChangedError
from build_tools.output import put
from build_tools.site.sheets.rules import rules
from build_tools.site.sheets.text_widths import asked_of_the_text
from build_tools.typeface.faces import write_type

OWN = ("kamerbrieven", "kader", "inhoud", "noten", "verbanden")
UNUSED_SCRIPTS, UNUSED_STYLES = "assets/javascripts", "assets/stylesheets"

_LINKS = re.compile(
    rf'<link rel="stylesheet" href="([^"]*)assets/(?:stylesheets/\w+\.[^"]*|(?:{"|".join(OWN)})\.css)">\s*'
)
"""`<link rel="stylesheet" href="../assets/stylesheets/main.0a1b.min.css">`: a sheet of the theme, or one of ours."""
_PRELOAD = '<link rel="preload" href="{}{}" as="font" type="font/woff2" crossorigin>\n'
_CLASSES = re.compile(r'class="([^"]*)"')
_COLOURS = re.compile(r'data-md-color-\w+="([^"]*)"')
"""`class="bij bijwerk"`, `data-md-color-scheme="slate"`: what rules of the theme ask of an element. Apart, as a pattern
that begins with letters is found many times as fast."""
_CLASS = re.compile(r"(?:\.|\[data-md-color-\w+=)((?:\\.|[\w-])+)")
"""The same in a selector: `.md-typeset`, `.md\\:grid`, `[data-md-color-scheme=slate`."""
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)")
"""The name of an element in a page: `<h2 id="al-13">`."""
_ELEMENT_ASKED = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9]*)")
"""The same in a selector: `kbd` in `.md-typeset kbd:hover`."""
_OF_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
"""`[data-x="a b"]`: what is in it names no element."""
_PARTING = re.compile("[(),]")
_BRACKETS = re.compile(r"\([^()]*\)")
"""The innermost brackets: `(.a)` in `:not(:is(.a))`; again and again, until none is left."""
_STATED = re.compile(r"""(--md-[\w-]+):((?:url\("[^"]*"\)|"[^"]*"|[^;}"])*);?""")
"""A value under a name of the theme: `--md-search-icon:url("data:…");`, `--md-code-fg-color:#36464e;`."""
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_NESTING = ("@media", "@supports")
_OTHER_WAY = "[dir=rtl]"


def names_in(html: str) -> frozenset[str]:
    """The elements (`<h2`), classes and colours of a page, by which rules of the theme know what is in it."""
    elements = map("<{}".format, set(_ELEMENT.findall(html)))
    asked = {*_CLASSES.findall(html), *_COLOURS.findall(html)}
    return frozenset([*elements, *(name for names in asked for name in names.split())])


@dataclass(frozen=True, slots=True)
class UnitedSheet:
    """The sheet by its address in the site, and the fonts that a page wants at once."""

    address: str
    at_once: tuple[str, ...]

    def led(self, html: str) -> str:
        """A page that is led to the sheet."""
        head, end, body = html.partition("</head>")
        first = _LINKS.search(head)
        if first is None:
            raise ThemeChangedError("no style sheet")
        rest = _LINKS.sub("", head[first.end() :])
        early = "".join(_PRELOAD.format(first[1], path) for path in self.at_once)
        link = f'<link rel="stylesheet" href="{first[1]}{self.address}">\n'
        return f"{head[: first.start()]}{early}{link}{rest}{end}{body}"


def unite_styles(site: Path, used: Collection[str]) -> UnitedSheet:
    """Write the sheet, and take away what nobody asks for any more.

    `used` are the names in the pages but for the one that shows at addresses that lead nowhere.
    """
    _take_away(site, UNUSED_SCRIPTS)
    known = {*used, *names_in((site / NOT_FOUND).read_text(encoding="utf-8"))}
    for script in sorted(site.glob("assets/**/*.js")):
        known |= set(re.findall(r"[\w-]+", script.read_text(encoding="utf-8")))
    theme = "".join(path.read_text(encoding="utf-8") for path in sorted(site.glob("assets/stylesheets/*.css")))
    type_rules, at_once = write_type(site)
    own = [site / f"assets/{name}.css" for name in OWN]
    ours = "".join(path.read_text(encoding="utf-8") for path in own)
    others = "".join(path.read_text(encoding="utf-8") for path in sorted(site.glob("assets/*.css")))
    sheet = type_rules + without_unread(asked_of_the_text(lean(theme, known)), ours + others) + ours
    name = f"assets/stijl.{hashlib.sha256(sheet.encode()).hexdigest()[:8]}.css"
    put(site / name, sheet.encode())
    for path in own:
        path.unlink()
    _take_away(site, UNUSED_STYLES)
    return UnitedSheet(name, tuple(at_once))


def _take_away(site: Path, folder: str) -> None:
    shutil.rmtree(site / folder)


def lean(css: str, known: Collection[str]) -> str:
    """The rules that can apply where only the known classes occur."""
    kept = []
    for prelude, body in rules(css):
        if prelude.startswith(_NESTING):
            inner = lean(body, known)
            kept.append(f"{prelude}{{{inner}}}" if inner else "")
        elif prelude.startswith("@"):
            kept.append(f"{prelude}{{{body}}}")
        elif selectors := [one for one in alternatives(prelude) if applies(one, known)]:
            kept.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(kept)


def alternatives(selectors: str) -> Iterator[str]:
    """The selectors of a list; commas in brackets part none."""
    start = depth = 0
    for sign in _PARTING.finditer(selectors):
        depth += (sign[0] == "(") - (sign[0] == ")")
        if sign[0] == "," and not depth:
            yield selectors[start : sign.start()]
            start = sign.end()
    yield selectors[start:]


def applies(selector: str, known: Collection[str]) -> bool:
    """Whether a page may have what it asks for; Dutch runs from left to right."""
    if _OTHER_WAY in selector:
        return False
    before = ""
    while before != selector:
        before, selector = selector, _BRACKETS.sub("", selector)
    elements = _ELEMENT_ASKED.findall(_OF_ATTRIBUTE.sub("", selector))
    return all(f"<{name}" in known or name in known for name in elements) and all(
        "\\" in name or name in known for name in _CLASS.findall(selector)
    )


def without_unread(css: str, others: str) -> str:
    """Drop the values of the theme, icons and colours, that neither it nor the other sheets read under their name."""
    read = {*_READ.findall(css), *_READ.findall(others)}
    left = _STATED.sub(lambda found: found[0] if found[1] in read else "", css)
    return left if left == css else without_unread(left, others)
