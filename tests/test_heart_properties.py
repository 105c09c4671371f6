"""Whatever a text holds, reading it ends, loses nothing and is the same each time."""

from collections.abc import Callable
from random import Random

import pytest
from frozen import IDS, five_letters
from growth import STEEP, growth
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.draft import Document
from build_tools.dutch.word_list import opens_with_hyphen
from build_tools.model import Block, Letter, Note, Source
from build_tools.reading.letter import read_letter

TEXT = "Het kabinet wil de integratie versterken en vraagt de gemeenten om hulp bij het werk"
ODD = "\x00\x01\x0b\x1c\x1f\x7f\x85\xa0\u00ad\u2010\u200b\u2028\u202e\u2066\u3000\ufeff\ufffd\U0001f600שלוםe\u0301ǅßİ"

PIECES = st.sampled_from(
    [
        *(
            "Datum",
            "Kenmerk",
            "Ons kenmerk",
            "Bijlage(n)",
            "Bijlage 1",
            "Contactpersoon",
            "Betreft",
            "Onderwerp",
            "Project",
        ),
        *("Ministerie van Financiën", "Directie", "Inspectie", "Directoraat-generaal", "> Retouradres Postbus 20901"),
        *("Postbus 20018", "2500 EA Den Haag", "Turfmarkt 147", "www.rijksoverheid.nl", "T 070 456 0000", "a@b.nl"),
        *(
            "Tweede Kamer der Staten-Generaal",
            "Vergaderjaar 2010–2011",
            "32 824",
            "34 200 XV Titel",
            "Nr. 12",
            "C BRIEF",
        ),
        *("Tweede Kamer, vergaderjaar 2010–2011, 32 824, nr. 1 3", "Pagina 2 van 7", "P agina 3", "kst-32824-1"),
        *("ISSN 0921 - 7371", "’s-Gravenhage 2011", "Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal"),
        *("Den Haag, 7 februari 2025", "Datum 3 mei 2024", "30 februari 2024", "Geachte voorzitter,", "Hoogachtend,"),
        *(
            "De minister van Financiën,",
            "DE STAATSSECRETARIS VAN DEFENSIE",
            "mede namens",
            "W.B. Hoekstra",
            "Jan van Dijk",
        ),
        *(
            "•",
            "– ",
            "-",
            "o ",
            "1. ",
            "2) ",
            "a) ",
            "(i) ",
            "1.1 Kop",
            "Artikel",
            "Vraag 1",
            "Antwoord 1",
            "Bijlage 1:",
        ),
        *(
            "1",
            "2",
            "3",
            "10",
            "e",
            "ste",
            "1 Noot.",
            "2 www.a.nl/b-",
            "3",
            "1) ",
            "[1]",
            "[2] NOS",
            "wonen.1",
            "(2,4%)2,",
        ),
        *("[bookmark: x]", "[footnoteRef:1]", "[1:  noot", "[2: a [b] c]", "]", "[", "CO2", "A1", "20061", "c.s.1"),
        *(
            "samen-",
            "leving",
            "Turks-",
            "Nederlandse",
            "huwelijks- ",
            "en",
            "SER-",
            "https://a.nl/b-",
            "c/d.html",
            "d/",
        ),
        *("Kade   2022   2023", "Leerdam   1,2   0,8", "Beesd     0,4   2,1"),
        *("Kade\t2022", "Beesd\t1,2", "a | b", "|---|---|"),
        *(
            TEXT,
            TEXT + ".",
            TEXT[:40],
            "  " * 13 + TEXT,
            TEXT + " " * 8 + "Kenmerk",
            "Kop",
            "Kop:",
            "Wat nu?",
            "(bron)",
        ),
    ]
)
GAPS = st.sampled_from(
    ["\n", "\n", "\n", "\n\n", "\n\n\n", "\f", "\n\f", " ", "", "   ", "\t", " \n", "\n ", "\n" + " " * 25]
)
DOCUMENTS = st.lists(st.tuples(PIECES | st.text(ODD, max_size=4) | st.text(max_size=9), GAPS), max_size=60).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


def read(text: str) -> Letter:
    return read_letter(Document(Source.of("brief", "brief.txt", text, "UTF-8", "0" * 64)))


def parts_of(letter: Letter) -> tuple[Block | Note, ...]:
    return (*letter.blocks, *letter.notes)


def without_white_space(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=400, derandomize=True)
@given(DOCUMENTS)
def test_any_text_is_read_and_nothing_is_lost(text: str) -> None:
    letter = read(text)
    assert letter.ledger.balances
    found = [letter.source.text[start:end] for part in parts_of(letter) for start, end in part.spans]
    found += [entry.text for entry in letter.ledger.left_out]
    assert sorted(without_white_space("".join(found))) == sorted(without_white_space(text))


@settings(max_examples=150, derandomize=True)
@given(DOCUMENTS)
def test_what_pages_link_to_is_there_once(text: str) -> None:
    letter = read(text)
    assert [block.n for block in letter.blocks] == list(range(1, len(letter.blocks) + 1))
    assert len({note.n for note in letter.notes}) == len(letter.notes)
    last = text.count("\n") + 1
    for part in parts_of(letter):
        assert all(0 <= start <= end <= len(text) for start, end in part.spans)
        assert 0 <= part.lines[0] <= part.lines[1] <= last
    for block in letter.blocks:
        assert block.text
        assert all(0 <= ref.at <= len(block.text) for ref in block.notes)
    assert {ref.n for block in letter.blocks for ref in block.notes} >= {
        n.n for n in letter.notes if n.block is not None
    }


@settings(max_examples=100, derandomize=True)
@given(st.sampled_from(IDS), st.randoms(use_true_random=False), st.lists(PIECES, max_size=12))
def test_a_letter_cut_up_and_put_together_wrongly(id_: str, random: Random, pieces: list[str]) -> None:
    lines = five_letters()[id_].source.text.split("\n")
    start = random.randrange(len(lines))
    lines = lines[start : start + random.randrange(5, 90)]
    for piece in pieces:
        at = random.randrange(len(lines))
        lines.insert(at, piece)
        lines[at - 1] = lines[at - 1][: random.randrange(1 + len(lines[at - 1]))] + random.choice(
            ["", "-", "1", " 2", "\f"]
        )
    letter = read("\n".join(lines))
    assert letter.ledger.balances
    assert all(block.text for block in letter.blocks)


@settings(max_examples=60, derandomize=True)
@given(DOCUMENTS)
def test_the_same_text_gives_the_same_letter(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize("text", ["", "\n", " \t\n\f\n", "a", "1", "-", "•", "[", "\f1\f", "1\n" * 5, "e\n" * 5, ODD])
def test_hardly_any_text(text: str) -> None:
    assert read(text).ledger.balances


def numbered(line: str) -> Callable[[int], str]:
    return lambda n: "".join(line.format(i=i, j=i % 9 + 1) + "\n" for i in range(1, n))


def repeated(part: str) -> Callable[[int], str]:
    return lambda n: part * n


LONG: dict[str, tuple[Callable[[int], str], int]] = {
    "menus in a row": (lambda n: "Deel deze pagina\n" + "Home Contact 1 " * n + "\nOver deze site\n", 3_000),
    "menus below": (repeated("Over deze site\n"), 450),
    "a caption": (lambda n: "Home\nKamerstuk | " + "1 | " * n + "\nDownload '" + "' " * n + "\nDeel dit\n", 10_000),
    "a way to a page": (lambda n: "Menu\nZoek\nHome" + " / Contact" * n + "\nDeel deze pagina\n", 10_000),
    "markers in brackets": (lambda n: numbered("beleid.[{i}]")(n) + numbered("{i} Noot {i}.")(n), 125),
    "brackets": (repeated("["), 25_000),
    "marks of Word": (repeated("[footnoteRef:1] [1: noot] "), 750),
    "unclosed notes of Word": (repeated("[bookmark: a][1: "), 1_250),
    "spaces in a line": (lambda n: "a" + " " * n + "b" + " " * n + "1", 50_000),
    "gaps": (repeated("a    b "), 5_000),
    "one long word": (lambda n: "a" * n + "-\nb", 100_000),
    "capitals and stops": (lambda n: "De minister van Financiën,\n" + "A." * n, 35_000),
    "capitals": (repeated("M"), 30_000),
    "hyphens in a line": (repeated("a-"), 50_000),
    "web address": (lambda n: "https://" + "a/" * n + "-\nb", 30_000),
    "digits": (repeated("1"), 100_000),
    "numbers in a line": (repeated("1 "), 5_000),
    "typed markers": (lambda n: "a 1) " * n + "\n1) NOS\n", 1_000),
    "ones": (repeated("1\n"), 1_000),
    "counting": (numbered("{i}"), 750),
    "dashes": (repeated("- a\n"), 750),
    "bare signs": (repeated("•\n"), 750),
    "Kenmerk": (repeated("Kenmerk\n"), 750),
    "Directie": (repeated("Directie\n"), 1_000),
    "Betreft": (repeated("Betreft\n"), 750),
    "De minister van": (repeated("De minister van\n"), 500),
    "De minister van Financiën,": (repeated("De minister van Financiën,\n"), 250),
    "page feet": (numbered("Tweede Kamer, vergaderjaar 2010–2011, 32 824, nr. 1 {i}\n" + TEXT), 250),
    "page numbers": (repeated("Pagina 1 van 2\n"), 1_500),
    "form feeds": (repeated("a\n\f"), 1_000),
    "broken words": (repeated(TEXT + "-\n"), 125),
    "notes after their text": (lambda n: numbered(TEXT + ".{j}")(n) + numbered("{j} Noot {i}.")(n), 75),
    "numbers of questions": (lambda n: numbered("{i}\nWat nu?\n")(99) * (n // 99) + numbered("{j}\nJa\n")(n), 500),
    "answers without end": (repeated("1\nWat nu\nAntwoord\n"), 150),
    "notes behind feet": (
        numbered(TEXT + "{i}\nTweede Kamer, vergaderjaar 2010–2011, 32 824, nr. 1 {i}\n{i} Noot {i}.\n"),
        100,
    ),
    "a note after each line": (numbered(TEXT + ".1\n1 Noot {i}.\n"), 100),
    "signs that no font maps": (repeated("een \ufffd "), 4_000),
    "words in pieces": (repeated("uit te voere n\n"), 350),
    "notes without a call": (lambda n: TEXT + "\n" + numbered("{i} Noot zonder aanhaling {i}.")(n), 200),
    "digits behind words": (numbered("beleid{j} en"), 450),
    "drawn lines": (repeated("a  b\n---- ----\n---- ----\n"), 250),
    "drawn lines alone": (repeated("--- ---\n"), 500),
    "columns of words": (numbered("Kade {i:06}   dienst {i:06}"), 350),
    "columns": (repeated(" " * 25 + TEXT + " " * 10 + "Kenmerk\n"), 200),
    "an answerer without end": (lambda n: "Antwoord van " + "a " * n + "(ontvangen 18 maart 2032).", 15_000),
    "an office and commas": (repeated("De minister van Financiën, "), 2_500),
    "offices on one line": (lambda n: "De minister" + " en de minister van" * n + "\nA. Meel", 2_000),
    "offices side by side": (repeated("De minister van Financiën,     De minister van Defensie,\n"), 150),
    "commas behind an office": (lambda n: "De minister van Financiën" + ", a" * n, 15_000),
    "letters of parts": (repeated("A\n\nIn dit artikel vervalt een woord.\n\n"), 250),
    "labels that come back": (numbered("Besluit: waarde {i}\n"), 500),
    "labels far apart": (repeated("Besluit:\n" + 10 * (TEXT + ".\n")), 30),
    "captions": (repeated("Figuur 1. Hangmat\n"), 500),
    "names and numbers": (repeated("PvdZ\n36\n"), 150),
    "capitals as a title": (lambda n: "39 500\tHANGMAT\nNr. 1 BRIEF\n" + "de Hangmat, " * n + ".", 4_000),
    "notes of pages without ends": (numbered(TEXT + ".1 Dat.2\n1 Noot {i}.\n2 Nog een.\n"), 75),
    "notes of margins": (repeated("1\nNoot.\n2\nNog een.\n\n" + TEXT + ".1 Dat.2\n\n"), 75),
    "signatures in rows": (repeated("De minister van Financiën, De minister van Defensie,\nA. Meel B. Rogge\n"), 100),
    "labels with letters": (lambda n: "a) Titel\n1 mei\nb) Dag\n2 mei\nc) Plaats\n3 mei\n" * n + TEXT + ".\n", 75),
    "references of a margin": (numbered("Ons kenmerk\n2031-{i}{i}{i}\n" + TEXT + " 2031-{i}{i}{i}\n"), 100),
    "motions": (repeated("en gaat over tot de orde van de dag.\nDe Vries\n"), 200),
    "lines of a site": (repeated("Home\n"), 1_000),
    "sheets of a browser": (numbered(TEXT + "\nhttps://urk.example/a 1/2\n2-7-2034 Urk {i}\n"), 200),
    "sheets in a line": (numbered(TEXT + " https://urk.example/a 1/2 2-7-2034 Urk {i} "), 150),
    "points of a list": (numbered("Europa\n{i}. Agendapunt: Kade\n"), 350),
    "rows of figures": (repeated("Urk 1.204 961\n"), 500),
    "cells alone": (lambda n: "Dit is een tekst.\n" + "Urk\n" * n + "1.204\n" * n + "Texel\n", 250),
    "rows of addresses below signatures": (
        repeated("De Minister van Financiën,\nA. Meel\n\nKade 8, 2500 EK Urk\nTelex 33141 mifin nl, fax 070 342 79\f"),
        75,
    ),
    "roles below each other": (
        repeated("De minister van Financiën,\nDe minister van Defensie,\nA. Meel B. Rogge\n"),
        75,
    ),
    "rows of addresses": (repeated("Kade 8 Postadres Postbus 20401, 2500 EK Urk\n"), 250),
    "pairs of labels": (lambda n: "Datum 3 mei 2031 Ons kenmerk 12/A " * n + "\n" + TEXT, 500),
    "labels in small letters": (lambda n: "datum kenmerk " * n + "\n" + TEXT, 500),
    "emoji": (repeated("\U0001f600"), 50_000),
    "direction marks": (repeated("\u202eשלום "), 10_000),
}


TANGLED = {
    "a number alone that another note would be called by": "Banken in de haven, aldus de minister van Financiën\n2\n"
    "Bijlage 1 bij twee\n2)\n2) Vraag 2 en 3\nII. drie:\nvan mei\n1\nBlad 1 van 3 Blad 1 van 3\n1\nHet wit was oud.\n",
    "a heading of notes amid them": "De toren1 is geverfd.2 De wachter vroeg het3, omdat (zie nr. 8),4 het oude de "
    "gemeen1\n4\nNoten\n3\n3 Zie het boek van de 1.\n",
}
"""Texts of which two notes could have had one line."""


@pytest.mark.parametrize("name", TANGLED)
def test_no_line_is_of_two_notes(name: str) -> None:
    assert read(TANGLED[name]).ledger.balances


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_reading_takes_time_in_proportion(name: str) -> None:
    """Four times the text takes about four times as long, not sixteen times."""
    make, size = LONG[name]
    assert growth(lambda size: read(make(size)), size) < STEEP


def test_what_stands_before_a_hyphen_is_looked_up_once() -> None:
    """Of a letter every line can end in `a-`, and thousands of words begin with an a."""
    assert not opens_with_hyphen("a")
    assert growth(lambda size: [opens_with_hyphen("a") for _ in range(size)], 60, times=20) < STEEP
