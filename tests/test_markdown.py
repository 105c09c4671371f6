"""Whatever a letter says, its page says the same, and nothing else happens."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from each import each
from growth import STEEP, growth
from hypothesis import example, given, settings
from hypothesis import strategies as st
from letters import block, letter, note, with_notes
from markdown import markdown
from rendering import elements, folded, own_text, render, tree

from build_tools.dutch.web_addresses import Link
from build_tools.exports.markdown_file import markdown_file
from build_tools.model import Block, Kind, Letter, NoteRef
from build_tools.pages.markdown import blocks_markdown, notes_markdown
from build_tools.papers.of_letter import title

HOSTILE = [
    "<script>alert(1)</script>", "</p></div>", "<!-- x -->", "<?php ?>", "<![CDATA[x]]>", "<b",
    "<p id=al-2>",
    "&amp;", "&lt;script&gt;", "&#60;", "&#X3C;", "& ", "&copy", "# kop", "#", "## x ##", "C#",
    "> citaat",
    ">>>>", "- punt", "+ punt", "* punt", "-5 graden", "16. juni 2011", "16.", "1) een", "\u0661. een",
    "---", "***",
    "_ _ _", "===", "--", "```", "~~~", "`code`", "``", "| a | b |", "|---|", ":--", ": uitleg", "Term",
    "    vier",
    "**vet**", "*cursief*", "_onder_", "snake_case_naam", "__dubbel__", "~~door~~", "^hoog^", "==merk==",
    "[tekst](http://x.nl)", "[tekst][ref]", "[ref]: http://x.nl", "![beeld](x.png)", "[^1]",
    "[^1]: noot", "[^9]",
    "[TOC]", "[[noten]]", "///Footnotes Go Here///", "*[abbr]: afkorting", "{: #al-1 .x onclick=y }",
    "{: .x }",
    "{.x}", "{{ config }}", "{% raw %}", "${x}", "--8<-- \"x\"", ":smile:", ":material-x:", "!!! note",
    "??? x", "=== \"x\"",
    "\\", "\\\\", "\\*", "\\[", "\\\n", "(", ")", "[", "]", "{", "}", "!", "!!", "\"", "'", "«", "»",
    "  \n", "\t",
    "\n", "\n\n", "\r", "\x00", "\x02", "\x03", "\x0242\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0001",
    "\x1b[31m", "\x0b",
    "\x85", "\x92", "\u2028", "\u202e", "\u2066", "\xa0", "\u202f", "\u200b", "\xad", "\ufeff",
    "\ud800", "\ufffe",
    "http://x.nl/a_b*c*", "https://x.nl/?a=1&b=2&copy=3#z", "(https://x.nl/a_(b))", "https://x.nl/[a]",
    "www.x.nl.",
    "http://[::1]/", "https://u:p@x.nl", "javascript:alert(1)", "http://x.nl/{: .a }",
    "http://x.nl/`a`", "a@b.nl",
    "https://x.nl/\u202e", "http://x.nl/<script>", "woord", " ", "2011", "artikel 3.1, lid 2", "é",
    "Yeşilgöz",
]  # fmt: skip

texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3), min_size=1, max_size=8).map("".join)
TAGS = {"div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "br", "hr", "a", "sup"}
ATTRIBUTES = {"id", "class", "href", "title"}


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Blocks of all kinds with markers and breaks anywhere, and notes, some referred to from nowhere."""
    notes = [note(n, text) for n, text in enumerate(draw(st.lists(texts, max_size=3)), 1)]
    blocks = []
    for n, text in enumerate(draw(st.lists(texts, min_size=1, max_size=5)), 1):
        places = st.integers(0, len(text))
        refs = draw(st.lists(st.tuples(st.integers(1, len(notes)), places), max_size=2)) if notes else []
        refs = [NoteRef(*ref) for ref in sorted(refs, key=lambda ref: ref[1])]
        kind, breaks = draw(st.sampled_from(Kind)), sorted(draw(st.sets(places, max_size=2)))
        level, part = draw(st.integers(0, 8)), draw(st.integers(0, 1))
        blocks.append(block(n, text, kind, level, part=part, notes=tuple(refs), breaks=tuple(breaks)))
    return letter(blocks, notes)


@pytest.mark.slow
@given(letters())
@settings(max_examples=200)
@example(letter([with_notes(": uitleg", (1, 0))], [note(1, "x")])).via("would define a note")
@example(letter([block(1, "a\n{: #al-7 }"), block(2, "[noten]]")], [note(1, "[[noten]]")]))
@example(letter([block(1, "Zie!http://x.nl/")])).via("would be an image")
@example(letter([with_notes("Ja!", (1, 3))], [note(1, "x")]))
@example(letter([block(1, "# a #", Kind.HEADING), block(2, "-", Kind.ITEM), block(3, "- -", Kind.ITEM, 2)]))
def test_a_page_says_what_its_letter_says_and_nothing_else(one: Letter) -> None:
    says_the_same(one)


@st.composite
def links_in(draw: st.DrawFn, one: Letter) -> dict[str, list[Link]]:
    """Links for stretches of a letter's texts, in order; some are empty and show what is not the letter's."""
    texts = {part.anchor: part.text for part in one.blocks} | {f"fn:{part.n}": part.text for part in one.notes}
    found: dict[str, list[Link]] = {}
    for anchor, text in texts.items():
        ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6))) if text.strip() else []
        hrefs = draw(st.lists(st.sampled_from(["https://x.nl/(R1972)-3%3C.html", "#fn:1"]), min_size=3, max_size=3))
        pairs = zip(ends[::2], ends[1::2], hrefs, strict=False)
        found[anchor] = [Link(a, b, href, draw(st.sampled_from(HOSTILE)) if a == b else "") for a, b, href in pairs]
    return found


@pytest.mark.slow
@given(letters().flatmap(lambda one: st.tuples(st.just(one), links_in(one))))
@settings(max_examples=200)
def test_links_beside_the_text_change_no_word_of_it(pair: tuple[Letter, dict[str, list[Link]]]) -> None:
    says_the_same(*pair)


def says_the_same(one: Letter, links: Mapping[str, Sequence[Link]] = MappingProxyType({})) -> None:
    root = tree(blocks_markdown(one.blocks, links=links) + "\n" + notes_markdown(one, links))
    for parent in root.iter():
        for child in parent:
            if "tussen" in child.get("class", ""):
                tail = child.tail
                child.clear()
                child.tail = tail
    found = elements(root)
    for part in one.blocks:
        if expected := folded(_with_markers(part)):
            assert folded(own_text(found.pop(part.anchor))) == expected
    for part in one.notes:
        assert folded(own_text(found.pop(f"fn:{part.n}"))) == folded(part.text)
    assert all(name.startswith("fnref") for name in found)
    _is_harmless(root)


@pytest.mark.slow
@given(letters())
@settings(max_examples=100)
def test_a_file_to_take_away_holds_the_letter_and_nothing_else(one: Letter) -> None:
    """Read by a program that knows tables and notes, and no attributes."""
    made = "" if one.opens_with_title else title(one)
    text = markdown_file(one).split("---\n", 2)[2]
    here = {"PLACE_MARKER": "[[hier]]"}
    html = markdown(text, extensions=["tables", "footnotes"], extension_configs={"footnotes": here})
    root = ElementTree.fromstring(f"<div>{html.replace('&#X', '&#x')}</div>")
    found = elements(root)
    for part in one.notes:
        assert folded(own_text(found[f"fn:{part.n}"])) == folded(part.text)
    body = "".join(_all_text(element) for element in root if element.get("class") != "footnote")
    assert "".join(body.split()) == "".join(folded(made + "".join(map(_with_markers, one.blocks))).split())
    _is_harmless(root)


def _all_text(element: Element) -> str:
    """The text of an element with all below it; markers of notes as [n]."""
    if element.tag == "sup":
        return "".join(f"[{link.text}]" for link in element)
    return (element.text or "") + "".join(_all_text(child) + (child.tail or "") for child in element)


def _with_markers(part: Block) -> str:
    """The text with its markers in it; breaks count as white space, except in a heading."""
    text = part.text
    breaks = {} if part.kind is Kind.HEADING else dict.fromkeys(part.breaks, " ")
    for at in sorted({*breaks, *(ref.at for ref in part.notes)}, reverse=True):
        markers = "".join(f"[{ref.n}]" for ref in part.notes if ref.at == at)
        text = text[:at] + markers + breaks.get(at, "") + text[at:]
    return text


def _is_harmless(root: Element) -> None:
    for element in root.iter():
        assert element.tag in TAGS
        assert element.attrib.keys() <= ATTRIBUTES
        assert element.get("href", "#").startswith(("#", "http://", "https://"))


@pytest.mark.parametrize("kind", Kind)
def test_each_hostile_text_alone_in_each_kind_of_block(kind: Kind) -> None:
    def alone(text: str) -> None:
        says_the_same(letter([block(1, text, kind, 2), block(2, f"{text} einde", kind, 2)], [note(1, text)]))

    each(HOSTILE, alone)


def test_no_break_spaces_stay() -> None:
    root = tree(blocks_markdown([block(1, "32\xa0824, nr.\u202f448")]))
    assert own_text(elements(root)["al-1"]) == "32\xa0824, nr.\u202f448"


@pytest.mark.parametrize(
    ("shape", "html"),
    [
        ([(Kind.HEADING, 1, "Titel")], '<h1 id="al-1">Titel</h1>'),
        ([(Kind.HEADING, 9, "Diep")], '<h2 id="al-1">Diep</h2>'),
        ([(Kind.PARAGRAPH, 1, "1. Tekst")], '<p id="al-1">1. Tekst</p>'),
        ([(Kind.ITEM, 1, "1. Eerst")], '<ul>\n<li class="genummerd" id="al-1">1. Eerst</li>\n</ul>'),
        ([(Kind.ITEM, 1, "a) Eerst")], '<ul>\n<li class="genummerd" id="al-1">a) Eerst</li>\n</ul>'),
        ([(Kind.ITEM, 3, "te diep")], '<ul>\n<li id="al-1">te diep</li>\n</ul>'),
        (
            [(Kind.ITEM, 1, "een"), (Kind.ITEM, 2, "twee"), (Kind.ITEM, 1, "drie")],
            '<ul>\n<li id="al-1">een<ul>\n<li id="al-2">twee</li>\n</ul>\n</li>\n'
            '<li id="al-3">drie</li>\n</ul>',
        ),
        (
            [(Kind.ITEM, 1, "een"), (Kind.PARAGRAPH, 1, "los"), (Kind.ITEM, 1, "twee")],
            '<ul>\n<li id="al-1">een</li>\n</ul>\n<p id="al-2">los</p>\n<ul>\n<li id="al-3">twee</li>\n</ul>',
        ),
        (
            [(Kind.HEADING, 3, "een"), (Kind.HEADING, 5, "twee"), (Kind.HEADING, 2, "drie"), (Kind.HEADING, 4, "vier")],
            '<h2 id="al-1">een</h2>\n<h3 id="al-2">twee</h3>\n<h2 id="al-3">drie</h2>\n<h3 id="al-4">vier</h3>',
        ),
    ],
)  # fmt: skip
def test_shapes(shape: list[tuple[Kind, int, str]], html: str) -> None:
    blocks = [block(n, text, kind, level) for n, (kind, level, text) in enumerate(shape, 1)]
    assert render(blocks_markdown(blocks)) == html


def test_a_signature_keeps_its_lines() -> None:
    text = "De minister van X, - J. Jansen"
    found = render(blocks_markdown([block(1, text, Kind.SIGNATURE, breaks=(19,))]))
    assert found == '<p class="handtekening" id="al-1">De minister van X,<br />\n- J. Jansen</p>'


def test_the_first_block_of_a_printed_page_and_of_an_annex_can_be_seen() -> None:
    pages = ["3", "3", "4", '4" onclick="x']
    blocks = [block(n, "x", part=n // 3, page=page) for n, page in enumerate(pages, 1)]
    found = [line for line in blocks_markdown(blocks).split("\n") if line.startswith("{")]
    assert found == [
        '{: #al-1 data-blz="3" }',
        "{: #al-2 }",
        '{: #al-3 .bijlage data-blz="4" }',
        "{: #al-4 }",
    ]


@pytest.mark.parametrize(
    ("text", "printed", "href"),
    [
        ("Zie https://x.nl/a_b.", "https://x.nl/a_b", "https://x.nl/a_b"),
        ("(http://x.nl/a_(b))", "http://x.nl/a_(b)", "http://x.nl/a_%28b%29"),
        ("www.x.nl/?a=1&b=2; en", "www.x.nl/?a=1&b=2", "http://www.x.nl/?a=1&b=2"),
        ("«https://x.nl/é»", "https://x.nl/é", "https://x.nl/%C3%A9"),
        ("HTTPS://X.nl/*a*", "HTTPS://X.nl/*a", "HTTPS://X.nl/%2Aa"),
    ],
)
def test_web_addresses_lead_somewhere_and_keep_their_letters(text: str, printed: str, href: str) -> None:
    [link] = tree(blocks_markdown([block(1, text)])).iter("a")
    assert (link.text, link.get("href")) == (printed, href)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://x.nl", "https://u:p@x.nl", "http://", "https://[::1]/",
    "a@www.x.nl", "http://x"]
)  # fmt: skip
def test_what_is_no_web_address_leads_nowhere(text: str) -> None:
    assert not list(tree(blocks_markdown([block(1, text)])).iter("a"))


def test_a_note_without_marker_can_be_reached_both_ways() -> None:
    found = elements(tree(notes_markdown(letter([block(1, "x")], [note(1, "los", None)]))))
    assert {"fn:1", "fnref:1"} <= found.keys()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("[", 7_500), ("[]", 4_000), ("![", 4_000), (">", 1_000), ("> ", 1_000), ("woord [ ", 7_500),
        ("*_", 4_000), ("`", 7_500), ("&", 7_500), ("<", 7_500), ("\\", 7_500), ("{: ", 4_000),
        ("- ", 1_500), ("1.", 4_000), ("http://", 2_500), ("http://a.", 2_500), (".a", 4_000),
        ("www.x.nl ", 1_000), ("https://x.nl/)", 2_500), (")", 7_500),
    ],
)  # fmt: skip
def test_no_text_makes_a_page_slow(piece: str, times: int) -> None:
    def page(times: int) -> None:
        text = f"https://x.nl/{piece * times}"
        one = letter([block(1, text), block(2, text, Kind.ITEM), block(3, text, Kind.HEADING, 2)], [note(1, text)])
        found = elements(tree(blocks_markdown(one.blocks) + "\n" + notes_markdown(one)))
        assert folded(own_text(found["al-1"])) == folded(own_text(found["fn:1"])) == folded(text)

    assert growth(page, times) < STEEP
