"""Doubts about a reading that is unlike its letter, where the reading itself no longer goes wrong so: a letter is read,
and then made as if it had been."""

from dataclasses import replace

import pytest
from growth import STEEP, growth

from build_tools.draft import Document
from build_tools.model import Doubt, Fact, FactKey, Kind, LeftOut, Letter, Reason, Source
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.doubts.lists import marks_left
from build_tools.reading.doubts.words.line_end_hyphens import was_broken
from build_tools.reading.improbable.items import paragraphs_like_items
from build_tools.reading.improbable.no_sentences import lines_behind_the_end, texts_without_verbs
from build_tools.reading.improbable.notes import marks_of_programs, notes_like_text
from build_tools.reading.improbable.rules import IMPROBABLE
from build_tools.reading.improbable.unconfirmed import figures_left_out, text_in_head, titles_unsure
from build_tools.reading.letter import read_through
from build_tools.reading.steps.heads.head_shapes import NO_WORDS

HEAD = """Ministerie van Financiën
> Retouradres Postbus 20201 2500 EE Den Haag

Datum 3 mei 2031
Betreft Banken in de parken van
de gemeenten en de provincies

"""
TEXT = """Op 3 maart hebben de gemeenten mij laten weten
dat op veel plaatsen nieuwe banken zijn gezet en dat daarvan vooral oudere inwoners gebruik maken.

Ook zijn de bomen geteld, en de telling wordt in het najaar herhaald, als het onderhoud is gedaan.

Hoogachtend,

De minister van Financiën,

A.B. Jansen

Aanmelden Afmelden
"""


def evidence_of(text: str) -> Evidence:
    read = read_through(Document(Source.of("a", "a.txt", text, "UTF-8", "0" * 64)), None, {})
    return Evidence(read.raw, read.cleaned, read.letter, NO_WORDS)


def with_letter(evidence: Evidence, letter: Letter) -> Evidence:
    return replace(evidence, letter=letter)


def titled(evidence: Evidence, value: str) -> Evidence:
    facts = {**evidence.letter.facts, FactKey.TITLE: Fact(value, 5)}
    return with_letter(evidence, replace(evidence.letter, facts=facts))


def lines_of(doubts: list[Doubt]) -> list[int]:
    return [doubt.line for doubt in doubts]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Banken in de parken van de gemeenten en de provincies", []),
        ("Banken in de parken van", [5, 6]),  # it goes on in small letters on a line that was left out
        ("Banken in de parken,", [5]),
        ("28 maart 2031", [5]),
        ("Bijlage(n) Uw brief", [5]),
        ("Banken in de parken 070 – 378 44 12", [5]),
    ],
)
def test_a_title_that_is_cut_or_none(value: str, lines: list[int]) -> None:
    assert lines_of(list(titles_unsure(titled(evidence_of(HEAD + TEXT), value)))) == lines


def test_a_title_that_goes_on_below_what_stands_beside_it() -> None:
    beside = HEAD.replace("parken van\n", "parken van" + " " * 40 + "Projectnaam\n" + " " * 70 + "Planken\n")
    assert lines_of(list(titles_unsure(titled(evidence_of(beside + TEXT), "Banken in de parken van")))) == [5, 7]


def test_a_sentence_that_begins_in_the_head() -> None:
    evidence = evidence_of(HEAD + TEXT)
    assert not list(text_in_head(evidence))
    first, *rest = evidence.letter.blocks
    start = evidence.raw.source.text.index("dat op veel")
    cut = replace(first, text=first.text.partition("weten ")[2], lines=(9, 9), spans=((start, first.spans[-1][1]),))
    letter = replace(evidence.letter, blocks=(cut, *rest))
    assert lines_of(list(text_in_head(with_letter(evidence, letter)))) == [8]


def test_items_that_were_read_as_one_paragraph() -> None:
    evidence = evidence_of(TEXT.replace("\nOok zijn", "\n- Banken van hout.\n- Banken van ijzer.\n\nOok zijn"))
    first, last = (block for block in evidence.letter.blocks if block.kind is Kind.ITEM)
    spans, lines = ((first.spans[0][0], last.spans[-1][1]),), (first.lines[0], last.lines[1])
    whole = replace(first, kind=Kind.PARAGRAPH, text="- Banken van hout. - Banken van ijzer.", spans=spans, lines=lines)
    blocks = tuple(whole if block is first else block for block in evidence.letter.blocks if block is not last)
    passages = tuple(one for one in evidence.letter.passages if one.anchor != last.anchor)
    read = with_letter(evidence, replace(evidence.letter, blocks=blocks, passages=passages))
    assert lines_of(list(marks_left(read))) == list(lines)


def test_an_amount_that_was_left_out_with_a_margin() -> None:
    evidence = evidence_of(HEAD + TEXT)
    assert not list(figures_left_out(evidence))
    for text, count in (("33,5", 1), ("+ 4%", 1), ("2027", 0), ("DAF 33,5", 0)):
        ledger = replace(evidence.letter.ledger, left_out=(LeftOut(9, text, Reason.MARGIN),))
        assert len(list(figures_left_out(with_letter(evidence, replace(evidence.letter, ledger=ledger))))) == count


@pytest.mark.parametrize(
    ("word", "broken"),
    [("ver-plicht", True), ("maincon-tractors", True), ("oud-minister", False), ("mbo-school", False)],
)
def test_a_hyphen_that_a_line_put_into_a_word(word: str, broken: bool) -> None:
    assert was_broken(word.partition("-")[0], word) == broken


def as_paragraphs(evidence: Evidence, **texts: str) -> Evidence:
    blocks = tuple(
        replace(block, kind=Kind.PARAGRAPH, text=texts.get(f"n{block.n}", block.text))
        if block.kind is Kind.HEADING or f"n{block.n}" in texts
        else block
        for block in evidence.letter.blocks
    )
    return with_letter(evidence, replace(evidence.letter, blocks=blocks))


def test_what_stands_behind_the_end_of_a_letter_is_no_sentence() -> None:
    evidence = as_paragraphs(evidence_of(HEAD + TEXT))
    last = HEAD.count("\n") + TEXT.count("\n")
    assert lines_of(list(lines_behind_the_end(evidence))) == [last]
    assert lines_of(list(texts_without_verbs(evidence))) == [last]
    annex = evidence_of(HEAD + TEXT.replace("Aanmelden Afmelden", "Bijlage 1: de banken"))
    assert not list(lines_behind_the_end(annex))


def test_a_paragraph_that_ends_as_an_item_does() -> None:
    evidence = as_paragraphs(evidence_of(HEAD + TEXT), n2="banken van hardhout, die lang meegaan;")
    assert len(list(paragraphs_like_items(evidence))) == 1
    assert not list(paragraphs_like_items(as_paragraphs(evidence, n2="overwegende dat banken lang meegaan;")))


def test_notes_that_read_as_text_and_texts_with_the_marks_of_notes() -> None:
    noted = evidence_of(TEXT.replace("weten\n", "weten.1 En\n") + "\n1 De telling is herhaald.\n")
    assert noted.letter.notes and not list(notes_like_text(noted))
    answers = tuple(replace(note, text="Ja. De telling is herhaald.") for note in noted.letter.notes)
    assert len(list(notes_like_text(with_letter(noted, replace(noted.letter, notes=answers))))) == 1
    marked = as_paragraphs(noted, n2="Ook zijn de bomen geteld.[footnoteRef:2]")
    own = tuple(
        replace(one, text=block.text) for one, block in zip(marked.letter.passages, marked.letter.blocks, strict=False)
    )
    assert len(list(marks_of_programs(with_letter(marked, replace(marked.letter, passages=own))))) == 1


def test_lines_left_out_take_time_in_proportion() -> None:
    part = TEXT.partition("Hoogachtend")[0]
    asked = {n: "".join(f"{part}Uw brief van 3 maart {year}\n\n" for year in range(2000, 2000 + n)) for n in (20, 80)}
    read = {count: evidence_of(HEAD + text + part) for count, text in asked.items()}
    assert growth(lambda count: [list(rule(read[count])) for rule in IMPROBABLE], 80) < STEEP
