"""The numbers of notes as a letter prints them. Markdown counts its notes through, and so do their anchors.

After `with_printed_numbers`: each marker and each note shows its printed number (`15`, `*`), and the way back from a
note names it, with the paragraph where another call has the same number; no address has changed.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from html import escape
from pathlib import Path

from build_tools.addresses import LETTER_DATA, NOTES, block_name, number_in

_MARKER = re.compile(rf'(<a class="footnote-ref" href="#({NOTES})">)\d+(?=</a>)')
"""`<a class="footnote-ref" href="#fn:3">3</a>`: the call of a note; only the number that it shows is replaced."""
_WAY_BACK = re.compile(r'(href="#(fnref\d*:(\d+))" )title="([^"\d]*)\d+([^"]*)"')
"""`href="#fnref:3" title="Terug naar verwijzing 3 in de tekst"`: the way back from a note, which names the call. Its
title becomes its name: of what it shows, an arrow, a list of links says nothing."""
_CALL = re.compile(r' id="(?:(al-\d+)|(fnref\d*:\d+))"| class="bijwerk (los)"')
"""` id="al-12"`, ` id="fnref2:3"`: a paragraph, and the call of a note in it; ` class="bijwerk los"`: where notes are
called that the text does not call."""
_NOTE = re.compile(rf'<li id="({NOTES})"(?=>)')
"""`<li id="fn:3">`: a note in the list at the end, which gets its number before the bracket closes."""


def printed_numbers(docs: Path, id_: str) -> Mapping[int, str]:
    """The printed numbers that differ, by the number through the letter, from the open data beside its page."""
    path = docs / LETTER_DATA.format(id_)
    if not path.is_file():
        return {}
    notes = json.loads(path.read_bytes())["notes"]
    return {note["n"]: note["printed"] for note in notes if note["printed"] != str(note["n"])}


def with_printed_numbers(html: str, printed: Mapping[int, str]) -> str:
    """A page of a letter with these numbers shown. Markers and notes are of Markdown's own making: no text looks so."""

    def shown(marker: re.Match[str]) -> str:
        n = number_in(marker[2])
        return marker[1] + escape(printed.get(n, str(n)))

    def named(back: re.Match[str]) -> str:
        number = number_of(back)
        place = f" in {block_name(places[back[2]])}" if times[number] > 1 and back[2] in places else back[5]
        return f'{back[1]}aria-label="{back[4]}{escape(number)}{place}"'

    def number_of(back: re.Match[str]) -> str:
        return printed.get(int(back[3]), back[3])

    places, times = _places_of_calls(html), Counter(map(number_of, _WAY_BACK.finditer(html)))
    marked = _WAY_BACK.sub(named, _MARKER.sub(shown, html))
    return _NOTE.sub(lambda note: note[0] + _numbered(printed.get(number_in(note[1]))), marked)


def _places_of_calls(html: str) -> dict[str, str]:
    """The paragraph of each call."""
    places, paragraph = {}, ""
    for begun, call, loose in _CALL.findall(html):
        paragraph = begun or ("" if loose else paragraph)
        if call and paragraph:
            places[call] = paragraph
    return places


def _numbered(printed: str | None) -> str:
    """What makes an item of the list show a number: the list can count from it, or it stands there as it is."""
    if printed is None:
        return ""
    return f' value="{printed}"' if printed.isdecimal() else f' data-nummer="{escape(printed)}"'
