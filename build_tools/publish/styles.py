"""One style sheet for the whole site: the theme's, without what no page uses, and our own behind it.

A rule of the theme stays when every class that it asks for stands in a page or may be set by a script; what is in
brackets (`:not(…)`, `:is(…)`) is never held against it. The sheet's name tells its content, so that a host may let
browsers keep it for good.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from build_tools.publish.polish import ThemeChangedError

OWN = ("kamerbrieven", "inhoud", "noten")
UNUSED = ("assets/stylesheets", "assets/javascripts/lunr", "assets/javascripts/workers")
_LINKS = re.compile(
    rf'<link rel="stylesheet" href="([^"]*)assets/(?:stylesheets/(?:main|palette)\.[^"]*|(?:{"|".join(OWN)})\.css)">\s*'
)
_TOKEN = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/|[{};]|[^"'{};/]+|/""", re.DOTALL)
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
_BRACKETS = re.compile(r"\([^()]*\)")
_PICTURE = re.compile(r'(--[\w-]+):url\("[^"]*"\);?')
_NESTING = ("@media", "@supports")
_OTHER_WAY = "[dir=rtl]"


def unite_styles(site: Path) -> None:
    """Write the sheet, lead every page to it, and take away what nobody asks for any more."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    known = {
        name for html in pages.values() for names in re.findall(r'class="([^"]*)"', html) for name in names.split()
    }
    for script in sorted(site.glob("assets/**/*.js")):
        known |= set(re.findall(r"[\w-]+", script.read_text(encoding="utf-8")))
    theme = "".join(path.read_text(encoding="utf-8") for path in sorted(site.glob("assets/stylesheets/*.css")))
    own = [site / f"assets/{name}.css" for name in OWN]
    ours = "".join(path.read_text(encoding="utf-8") for path in own)
    sheet = without_pictures(lean(theme, known) + ours)
    name = f"assets/stijl.{hashlib.sha256(sheet.encode()).hexdigest()[:8]}.css"
    for path, html in pages.items():
        path.write_text(_led_to(name, html), encoding="utf-8")
    (site / name).write_text(sheet, encoding="utf-8")
    for path in [*own, *(path for folder in UNUSED for path in (site / folder).rglob("*")), *site.rglob("*.map")]:
        if path.is_file():
            path.unlink()


def _led_to(name: str, html: str) -> str:
    first = _LINKS.search(html)
    if first is None:
        raise ThemeChangedError("no style sheet")
    rest = _LINKS.sub("", html[first.end() :])
    return f'{html[: first.start()]}<link rel="stylesheet" href="{first[1]}{name}">\n{rest}'


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


def rules(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each block of braces, and in it; statements without one (`@charset`) fall out."""
    depth, prelude, body = 0, "", ""
    for piece in _TOKEN.findall(css):
        if piece.startswith("/*"):
            continue
        depth += (piece == "{") - (piece == "}")
        if piece == "{" and depth == 1:
            body = ""
        elif piece == "}" and depth == 0:
            yield prelude.strip(), body
            prelude = ""
        elif depth:
            body += piece
        else:
            prelude = "" if piece == ";" else prelude + piece


def alternatives(selectors: str) -> Iterator[str]:
    """The selectors of a list; commas in brackets part none."""
    start = depth = 0
    for at, sign in enumerate(selectors):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield selectors[start:at]
            start = at + 1
    yield selectors[start:]


def applies(selector: str, known: Collection[str]) -> bool:
    """Whether a page may have what it asks for; Dutch runs from left to right."""
    if _OTHER_WAY in selector:
        return False
    before = ""
    while before != selector:
        before, selector = selector, _BRACKETS.sub("", selector)
    return all("\\" in name or name in known for name in _CLASS.findall(selector))


def without_pictures(css: str) -> str:
    """Drop the theme's icons that nothing shows."""
    shown = set(re.findall(r"var\(\s*(--[\w-]+)", css))
    return _PICTURE.sub(lambda found: found[0] if found[1] in shown else "", css)
