"""What MkDocs has to do beyond Markdown, so that any build of `docs/` gives the whole site.

Per page: titles made harmless (Material prints a title as it is, or takes the escaping off it again; a title among
the facts of a page is printed as it is, so it gets there escaped), a link in the margin of each block, papers
and other files offered where they were made. Then the finished HTML, and at the end what belongs to the site as a
whole: the package `site`. The pages in `docs/` are complete without this file.
"""

import re
from collections.abc import Collection
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.structure.toc import AnchorLink

from build_tools.addresses import BESIDE_BLOCKS, BLOCKS, beside_block, block_name, block_of_beside, number_in
from build_tools.cache.aside import LaidAside
from build_tools.cache.kept_templates import KEPT
from build_tools.pages.templating import linked
from build_tools.progress import at
from build_tools.site import finish
from build_tools.site.described import page_facts
from build_tools.site.kept_pages import aside_in, before_of, keep, lay_static_files, let_go, memory_in, standing_in
from build_tools.site.known_page import WaitingPage, packed_html
from build_tools.site.offers import offers, uses
from build_tools.site.printed_notes import printed_numbers, with_printed_numbers
from build_tools.site.tab_titles import TabTitles
from build_tools.site.table_frames import framed_tables

_HEADING = re.compile(r"<h1\b[^<>]*>(.*?)</h1>", re.DOTALL)
"""The title of a page, and what stands in it."""
_BLOCK = re.compile(rf'<(?:p|li|h[1-6]|div)\b[^<>]*? id="({BLOCKS})"[^<>]*>')
"""`<p id="al-7">`, `<div class="tabelvak" id="al-8" …>`: where a block of a letter begins; no text looks like a tag."""
_ANCHOR = '<a class="anker bijwerk" href="#{0}" data-n="{1}" {2}></a>'
_NAMED = 'aria-label="Vaste koppeling naar {0}"'
_FOR_THE_POINTER = 'tabindex="-1" aria-hidden="true"'
"""A link whose address stands elsewhere on the page: that of a heading in the contents, of a paragraph in its panel."""
_APPARATUS = {"noten": "Noten en verwijzingen", "citeren": "Citeren en verwijzingen"}
"""Where what stands behind the text of a letter begins, and what the contents call it."""
_ALL_BESIDE = re.compile(r'<section class="bij-alineas\b.*?</section>\s*', re.DOTALL)
"""What stands beside the blocks of a letter, as its page in `docs/` has it: together, behind the text."""
_BESIDE = re.compile(
    rf'<div class="(bij\b[^"]*)" id="({BESIDE_BLOCKS})">\s*<p class="bij-kop">(<a\b.*?</a>)(.*?)</p>(.*?)</div>',
    re.DOTALL,
)
"""`<div class="bij" id="bij-7"> <p class="bij-kop"><a href="#al-7">Alinea 7</a><span class="bij-kort">Taal</span></p>
…</div>`: what stands beside a block; its place, what is shown of it at once, and all of it.
"""
_END = re.compile(r"<(?:/p>|/li>|[uo]l\b)")
"""Where the own text of a block ends: `</p>`, `</li>`, or the list that stands in an item."""
_PANEL = (
    '<details class="{0} bijwerk" id="{1}" name="bij" data-search-exclude="1">'
    '<summary><span class="zeg">Bij {2}: </span>{3}</summary>'
    '<div class="bij-vak"><p class="bij-kop">{4}</p>{5}</div></details>'
)
_ALONE = '<span class="bij-kort">citeer</span>'
"""What is shown beside a block of which no more is known than how to cite it."""
_WAYS = re.compile(r'(<p class="wegen\b[^<>]*>)(.*?)(</p>)', re.DOTALL)
"""`<p class="wegen"> … </p>`: the line of a page that offers its text in other forms."""
_LETTERS = "brieven/"

PLAIN = ("site_name", "site_description", "site_author")
"""Settings that are plain text; `copyright` is too, but its web addresses are links."""

_finished: list[finish.Finished] = []
_waiting: list[WaitingPage] = []
_titles = TabTitles()
_aside: list[LaidAside] = []


def on_pre_build(*, config: Any, **_: Any) -> None:
    _aside[:] = [aside_in(config)]
    _finished.clear()
    _waiting.clear()
    _titles.clear()


def on_config(config: Any, **_: Any) -> None:
    """Make harmless what the settings say of the site; of these the theme escapes one here and there itself."""
    for name in PLAIN:
        if config[name]:
            config[name] = Markup.escape(config[name])
    config.copyright = linked(config.copyright or "")


def on_env(env: Any, /, **_: Any) -> None:
    env.bytecode_cache = KEPT


def on_page_content(html: str, /, *, page: Any, config: Any, **_: Any) -> str:
    """Escape the title, describe the page, add the links. No text of a letter can look like a tag here."""
    if before_of(page):
        return html
    heading = _HEADING.search(html)
    if "title" in page.meta:
        page.meta["title"] = escape(str(page.meta["title"]))
    elif heading and not page.is_homepage:
        page.meta["title"] = page_facts.untagged(heading[1])
    page.meta["description"] = page_facts.description(page.meta, html)
    if "author" in page.meta:
        page.meta["author"] = escape(str(page.meta["author"]))
    own = Path(page.file.src_uri), Path(config.docs_dir)
    html = _WAYS.sub(lambda ways: "".join((ways[1], *offers(*own), ways[2], *uses(*own), ways[3])), html, count=1)
    if page.file.src_uri.startswith(_LETTERS):
        if finish.NOTES in html:
            html = with_printed_numbers(html, printed_numbers(Path(config.docs_dir), Path(page.file.src_uri).stem))
        _with_apparatus(page.toc, html)
    html = framed_tables(html)
    panels = {beside for _, beside, *_ in _BESIDE.findall(html)}
    return _with_panels(_BLOCK.sub(lambda block: block[0] + _link_to(block, panels), html))


def _with_apparatus(contents: Any, html: str) -> None:
    """Let the contents of a letter lead to what stands behind its text, where they lead anywhere."""
    found = next((name for name in _APPARATUS if f' id="{name}"' in html), None)
    if found and contents.items:
        contents.items.append(AnchorLink(_APPARATUS[found], found, 2))


def _link_to(block: re.Match[str], panels: Collection[str]) -> str:
    """The link to a block in its margin: a stop for the keyboard where no other link has its address."""
    anchor = block[1]
    elsewhere = beside_block(anchor) in panels or block[0].startswith("<h")
    named = _FOR_THE_POINTER if elsewhere else _NAMED.format(block_name(anchor))
    return _ANCHOR.format(anchor, number_in(anchor), named)


def _with_panels(html: str) -> str:
    """Let what stands beside a block stand there, to be opened, by the browser alone: behind its text, never in it."""
    panels = {found[2]: _panel(found) for found in _BESIDE.finditer(html)}
    html = _ALL_BESIDE.sub("", html)
    pieces, at = [], 0
    for block in _BLOCK.finditer(html):
        panel, end = panels.get(beside_block(block[1])), _END.search(html, block.end())
        if panel and end:
            text = html[block.end() : end.start()].rstrip()
            paragraph, behind = block[0].startswith("<p"), end.end() if end[0] == "</p>" else block.end() + len(text)
            before, after = ('<div class="alinea">', "</div>") if paragraph else ("", "")
            pieces += [html[at : block.start()], before, html[block.start() : behind], panel, after]
            at = behind
    return "".join([*pieces, html[at:]])


def _panel(found: re.Match[str]) -> str:
    kind, beside, link, shown, rest = found.groups()
    return _PANEL.format(kind, beside, block_name(block_of_beside(beside)), shown or _ALONE, link, rest)


def on_post_page(output: str, /, *, page: Any, config: Any, **_: Any) -> str:
    """The page as it goes to the site, or as it went there before. It waits until all are there: its title and its
    style sheet depend on the others. So MkDocs gets nothing to write.
    """
    before, site = before_of(page), page_facts.site_of(config)
    if before is None:
        html, done = finish.page(output, page_facts.page_of(page, site), site, Path(config.docs_dir))
        data = packed_html(html)
        packed = _aside[0].put(data)
        keep(page, data, done, config)
        at("making the site, page", len(_finished) + 1)
    else:
        packed, done = page.packed, before.finished
        page.let_go()
    _finished.append(done)
    _waiting.append(WaitingPage(page.file.dest_uri, _titles.of(done.page, site), packed))
    return ""


def on_post_template(output: str, /, *, template_name: str, config: Any, **_: Any) -> str:
    """A sitemap lists whole addresses: without the site's own there is none."""
    if template_name == "404.html":
        return finish.not_found(output, page_facts.site_of(config))
    return output if config.site_url or not template_name.startswith("sitemap") else ""


def on_post_build(*, config: Any, **_: Any) -> None:
    about = unescape(config.site_description or "")
    docs, folder = Path(config.docs_dir), Path(config.site_dir)
    let_go(config)
    static = partial(lay_static_files, config)
    of_run = page_facts.site_of(config), about, docs, folder, memory_in(config), standing_in(config), static
    finish.whole(_finished, _waiting, *of_run)
    _waiting.clear()
    _finished.clear()
    _aside.clear()
