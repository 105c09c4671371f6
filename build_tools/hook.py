"""What MkDocs has to do beyond Markdown: make titles harmless, and put what belongs to a block beside it.

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
_BESIDE = re.compile(r'<div class="bij" id="bij-(\d+)" data-kort="([^"]*)">')
_END = re.compile(r"\s*(?:</p>|</li>|<[uo]l\b)")
_BUTTON = (
    '<button class="bij-knop bijwerk{3}" type="button" popovertarget="bij-{0}" aria-label="{1}"'
    ' data-search-exclude="1">{2}</button>'
)


def on_page_content(html: str, /, *, page: Any, **_: Any) -> str:
    """Escape the title, and add the links. No text of a letter can look like a tag here."""
    heading = _HEADING.search(html)
    if "title" in page.meta:
        page.meta["title"] = escape(str(page.meta["title"]))
    elif heading and not page.is_homepage:
        page.meta["title"] = _TAG.sub("", heading[1])
    return _with_buttons(_BLOCK.sub(lambda match: match[0] + _ANCHOR.format(match[1]), html))


def _with_buttons(html: str) -> str:
    """Let what stands beside a block open from a button at its end, by the browser alone, without script."""
    labels = dict(_BESIDE.findall(html))
    pieces, at = [], 0
    for block in _BLOCK.finditer(html):
        end = _END.search(html, block.end())
        number = block[1].removeprefix("al-")
        if number in labels and end:
            pieces += [html[at : end.start()], _button(number, labels[number])]
            at = end.start()
    return _BESIDE.sub(r'<div class="bij" popover id="bij-\1" data-kort="\2">', "".join([*pieces, html[at:]]))


def _button(number: str, themes: str) -> str:
    name = f"Bij alinea {number}: {themes}" if themes else f"Citeer alinea {number}"
    return _BUTTON.format(number, name, themes or "citeer", "" if themes else " bij-stil")
