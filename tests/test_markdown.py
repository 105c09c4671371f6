"""Whatever a letter says, its page says the same, and nothing else happens."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from letters import block, letter, note, with_notes
from rendering import elements, folded, note_text, own_text, render, tree

from build_tools.markdown import blocks_markdown, notes_markdown
from build_tools.model import Kind, NoteRef

HOSTILE = [
    "<script>alert(1)</script>", "</p></div>", "<!-- x -->", "<?php ?>", "<![CDATA[x]]>", "<b", "<p id=al-2>",
    "&amp;", "&lt;script&gt;", "&#60;", "&#X3C;", "& ", "&copy", "# kop", "#", "## x ##", "C#", "> citaat",
    ">>>>", "- punt", "+ punt", "* punt", "-5 graden", "16. juni 2011", "16.", "1) een", "\u0661. een", "---", "***",
    "_ _ _", "===", "--", "```", "~~~", "`code`", "``", "| a | b |", "|---|", ":--", ": uitleg", "Term", "    vier",
    "**vet**", "*cursief*", "_onder_", "snake_case_naam", "__dubbel__", "~~door~~", "^hoog^", "==merk==",
    "[tekst](http://x.nl)", "[tekst][ref]", "[ref]: http://x.nl", "![beeld](x.png)", "[^1]", "[^1]: noot", "[^9]",
    "[TOC]", "[[noten]]", "///Footnotes Go Here///", "*[abbr]: afkorting", "{: #al-1 .x onclick=y }", "{: .x }",
    "{.x}", "{{ config }}", "{% raw %}", "${x}", "--8<-- \"x\"", ":smile:", ":material-x:", "!!! note", "??? x", "=== \"x\"",
    "\\", "\\\\", "\\*", "\\[", "\\\n", "(", ")", "[", "]", "{", "}", "!", "!!", "\"", "'", "«", "»", "  \n", "\t",
    "\n", "\n\n", "\r", "\x00", "\x02", "\x03", "\x0242\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0001", "\x1b[31m", "\x0b",
    "\x85", "\x92", "\u2028", "\u202e", "\u2066", "\xa0", "\u202f", "\u200b", "\xad", "\ufeff", "\ud800", "\ufffe",
    "http://x.nl/a_b*c*", "https://x.nl/?a=1&b=2&copy=3#z", "(https://x.nl/a_(b))", "https://x.nl/[a]", "www.x.nl.",
    "http://[::1]/", "https://u:p@x.nl", "javascript:alert(1)", "http://x.nl/{: .a }", "http://x.nl/`a`", "a@b.nl",
    "https://x.nl/\u202e", "http://x.nl/<script>", "woord", " ", "2011", "artikel 3.1, lid 2", "é", "Yeşilgöz",
]  # fmt: skip

texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3), min_size=1, max_size=8).map("".join)
kinds = st.sampled_from(list(Kind))


@given(st.lists(st.tuples(texts, kinds, st.integers(0, 7)), min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_every_block_says_what_the_letter_says(parts: list[tuple[str, Kind, int]]) -> None:
    blocks = [block(n, text, kind, level) for n, (text, kind, level) in enumerate(parts, 1)]
    root = tree(blocks_markdown(blocks))
    found = elements(root)
    for one in blocks:
        if folded(one.text):
            assert own_text(found.pop(one.anchor)).strip() and True
    assert not found, "nothing else has an anchor"


@given(texts, st.data())
@settings(max_examples=300, deadline=None)
@example(": uitleg", None).via("a marker before a colon would define a note")
def test_marks_stand_where_they_stood(text: str, data: st.DataObject | None) -> None:
    ...
