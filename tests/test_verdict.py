"""What stands first of a comparison is literally true: of its words, its counts, its order and what may be misread."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from case_files import cases
from frozen import five_letters
from growth import STEEP, growth
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import block, files_of, letter, note

from build_tools.compare.comparing import compare
from build_tools.compare.model import Comparison, Side
from build_tools.compare.telling.looked_for import looked_for
from build_tools.compare.telling.misread import counts_of, misread
from build_tools.compare.telling.names import older_first
from build_tools.compare.telling.terminal import as_text
from build_tools.compare.telling.verdict import verdict_of
from build_tools.draft import Document
from build_tools.dutch.tokens import count_words, words
from build_tools.exports.reference_managers import ris
from build_tools.model import Doubt, DoubtKind, Fact, FactKey, Kind, LeftOut, Letter, Reason, Source
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.reading.letter import read_letter

CASES = cases("compare/verdicts.yml")
KINDS = {"#": Kind.HEADING, "-": Kind.ITEM, "!": Kind.NOTE, "~": Kind.SIGNATURE}


def made(id_: str, texts: list[str]) -> Letter:
    """A letter of paragraphs; `# ` begins a heading, `- ` an item, `! ` a note, `~ ` who signed, `+ ` what is in an
    annex.
    """
    blocks, notes = [], []
    for text in texts:
        kind = KINDS.get(text[:1], Kind.PARAGRAPH) if text[1:2] == " " else Kind.PARAGRAPH
        own = text[2:] if text[1:2] == " " and text[0] in "#-!~+" else text
        if kind is Kind.NOTE:
            notes.append(note(len(notes) + 1, own))
        else:
            blocks.append(block(len(blocks) + 1, own, kind, part=int(text.startswith("+ "))))
    return letter(blocks, notes, id_=id_)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_first_sentence(case: dict[str, Any]) -> None:
    comparison = compare(made("a", case["a"]), made("b", case["b"]))
    verdict = verdict_of(comparison)
    assert (verdict.first, verdict.rest) == (case["first"], case.get("rest", verdict.rest))
    if "looked_for" in case:
        assert [[one.sort, one.was, one.becomes] for one in looked_for(comparison)] == case["looked_for"]


SENTENCES = (
    "De gemeente plant bomen langs de weg.",
    "Er komen 12 banken en 3 bruggen bij.",
    "Het park blijft ’s avonds open voor wandelaars.",
    "De kosten zijn niet hoger dan 1.200 euro.",
    "Mevrouw J.P.H. Bos leidt het werk.",
    "Dat is niet veel.",
    "Geachte voorzitter,",
    "Hoogachtend,",
    "***",
    "– – –",
    "",
)
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), max_size=6)
EDITS = (
    lambda text: text.replace("niet ", ""),
    lambda text: text.replace("12", "13"),
    lambda text: text.replace("’", "'"),
    lambda text: text.replace("J.P.H.", "J. P. H."),
    lambda text: text.replace("wandel", "fiets"),
    lambda text: text.replace(".", " ."),
    lambda text: text.replace("langs de", "langsde"),
    lambda text: "" if text.startswith("Dat") else text,
    lambda text: text,
)


def letters_of(comparison: Comparison, side: Side) -> str:
    """Of all passages but those that are told with the letterhead, as these letters have no other one."""
    formal = {(line.line, line.text) for line in comparison.head if line.side is side}
    running = (own for own in comparison.letter(side).passages if (own.lines[0], own.text) not in formal)
    return "".join(word for own in running for word in words(own.text))


@settings(max_examples=200)
@given(TEXTS, st.data())
def test_no_word_is_said_to_be_unchanged_where_one_is(texts: list[str], data: st.DataObject) -> None:
    other = [data.draw(st.sampled_from(EDITS))(text) for text in texts]
    if data.draw(st.booleans()):
        other = data.draw(st.permutations(other))
    if data.draw(st.booleans()):
        other.insert(data.draw(st.integers(0, len(other))), data.draw(st.sampled_from(SENTENCES)))
    comparison = compare(made("a", texts), made("b", list(other)))
    verdict = verdict_of(comparison)
    if verdict.first.startswith("Geen woord"):
        assert letters_of(comparison, Side.A) == letters_of(comparison, Side.B)
    assert not re.search(r"\b0 (?:woorden|tekens)", verdict.text)
    lost = [change for change in comparison.changes if change.kind.value in ("woord", "vervallen")]
    gone = [change.before for change in (*lost, *(one for one in comparison.changes if one.rule == "briefvorm"))]
    changed = sum(map(count_words, gone))
    assert comparison.words.equal + changed == comparison.words.a
    apart = {n for place in misread(comparison) for n in place.changes}
    assert sum(counts_of(comparison).values()) + len(apart) == len(comparison.changes)


def test_a_whole_annex_is_told_apart() -> None:
    a, b = made("a", ["Dit is de brief."]), made("b", ["Dit is de brief.", "+ De bijlage."])
    assert verdict_of(compare(a, b)).text == (
        "Geen woord van de brief gewijzigd; B heeft ook een bijlage. De 4 woorden van A zijn gelijk; ook de leestekens "
        "zijn gelijk. Alleen in B: de bijlage (2 woorden)."
    )


def test_labels_that_only_one_document_has_are_no_new_numbers() -> None:
    above, items = "Ik doe dit voor het plein:", ["a. de kramen staan er om acht uur;", "b. de kade blijft open."]
    listed = letter([
        block(1, above), *(block(n, text, Kind.ITEM) for n, text in enumerate(items, start=2))
    ], id_="a")  # fmt: skip
    running = letter([block(1, f"{above} de kramen staan er om acht uur; de kade blijft open.")], id_="b")
    assert verdict_of(compare(listed, running)).text.endswith("zijn gelijk. 2 onderdelen zonder hun nummer of letter.")
    assert verdict_of(compare(running, listed)).text.endswith("2 onderdelen met een nummer of letter erbij.")


def test_layout_is_in_no_total_on_a_terminal() -> None:
    one, two = "De brug blijft dicht.", "De kade gaat open."
    comparison = compare(made("a", [f"{one} {two}", "Dat duurt kort."]), made("b", [one, two, "Dat duurt lang."]))
    shown = [line.partition(":")[0] for line in as_text(comparison, with_layout=True)][-2:]
    assert shown == ["1/1 woord", "2 opmaak"]
    assert list(as_text(comparison))[-2].startswith("1/1 woord")


def test_lists_and_comparisons_count_words_in_one_way() -> None:
    for own in five_letters().values():
        assert own.ledger.words == count_words(own.text), own.id


def dated(id_: str, day: str | None, text: str = "De brug gaat open.", origin: int | str = 1) -> Letter:
    facts = {FactKey.DATE: Fact(day, origin)} if day else {}
    return letter([block(1, text)], facts=facts, id_=id_)


@pytest.mark.parametrize(
    ("first", "second", "ids", "told"),
    [
        ("2024-04-03", "2024-02-01", ("b", "a"), "A is de oudste van de twee."),
        ("2024-02-01", "2024-04-03", ("a", "b"), "A is de oudste van de twee."),
        ("2024-02-01", "2024-02-01", ("a", "b"), "Beide zijn van dezelfde dag; zij staan op volgorde van hun namen."),
        ("2024-02-01", None, ("a", "b"), "Van B is geen datum bekend; A en B staan op volgorde van hun namen."),
        (None, None, ("a", "b"), "Van geen van beide is een datum bekend; A en B staan op volgorde van hun namen."),
    ],
)
def test_the_older_one_is_a(first: str | None, second: str | None, ids: tuple[str, str], told: str) -> None:
    for pair in ((dated("a", first), dated("b", second)), (dated("b", second), dated("a", first))):
        comparison = compare(*older_first(*pair))
        assert (comparison.a.id, comparison.b.id, comparison.name) == (*ids, "a--b")
        assert ComparisonSheet(comparison).order.endswith(told)


def test_on_the_command_line_the_order_is_that_of_the_user() -> None:
    lines = list(as_text(compare(dated("b", "2024-04-03"), dated("a", "2024-02-01", "De brug gaat niet open."))))
    assert lines[0].startswith("A b: ") and lines[1].startswith("B a: ") and "de oudste" in lines[1]
    assert "  ontkenning of voorbehoud: gaat open → gaat niet open (1)" in lines


def test_a_day_that_only_a_catalogue_states_carries_its_mark_everywhere() -> None:
    a, b = dated("a", "2024-02-01"), dated("b", "2024-02-01", origin="de andere versie")
    files = files_of([a, b], [ComparisonSheet(compare(a, b))])
    for name in ("index.md", "brieven/index.md", "vergelijken/index.md", "vergelijken/a--b.md"):
        assert "1 februari 2024°" in files[name], name
        assert "° Niet in de bron zelf gevonden" in files[name], name
    assert "N1  - Datum niet in de tekst" in ris(b) and "N1" not in ris(a)


def test_a_citation_in_another_form_is_not_misread() -> None:
    a = made("a", ["De motie (Kamerstuk 36 600 VIII, nr. 77) is uitgevoerd."])
    b = made("b", ["De motie (Kamerstuk 36600-VIII, nr. 77) is uitgevoerd."])
    comparison = compare(a, b)
    assert [change.rule for change in comparison.changes] == ["verwijzing"] and not misread(comparison)


def test_what_may_be_misread_is_counted_apart_and_marked() -> None:
    text = "Het plan is uit te voeren binnen drie jaar, en de brug blijft open."
    a = replace(made("a", [text]), versions=("b",))
    changed = text.replace("voeren", "voe ren").replace("blijft", "blijft niet")
    b = replace(made("b", [changed]), versions=("a",))
    comparison = compare(a, b)
    assert verdict_of(comparison).first == "Op 1 plaats mogelijk verkeerd gelezen; daarbuiten 1 toevoeging (1 woord)."
    (place,) = misread(comparison)
    assert (place.side, place.kind, place.anchor, place.line) == (Side.B, "anders_gespatieerd", "al-1", 1)
    files = files_of([a, b], [ComparisonSheet(comparison)])
    told = json.loads(files["data/vergelijkingen/a--b.json"])
    assert [bool(change["misread"]) for change in told["changes"]] == [True, False]
    assert [place["changes"] for place in told["doubts"]] == [[1]] and told["counts"]["woord"] == 0
    assert re.search(r'<del data-kind="woord" data-w="1" data-twijfel="lezing"', files["vergelijken/a--b.md"])
    page = files["vergelijken/a--b.md"]
    assert 'value="twijfel" checked> mogelijk verkeerd gelezen <b>1</b>' in page and 'value="woord"' not in page
    assert '<li data-w="1" data-kind="woord" data-twijfel="lezing">' in page
    assert '<li data-w="2" data-kind="toegevoegd">' in page
    for name in ("index.md", "brieven/a.md", "vergelijken/a--b.md"):
        assert "<strong>Op 1 plaats mogelijk verkeerd gelezen; " in files[name]


def test_words_that_were_left_out_of_the_other_source_may_be_misread() -> None:
    foot = LeftOut(9, "Tweede Kamer, vergaderjaar 2023–2024, 32 824, nr. 7 2", Reason.PAGE_FOOT)
    text = "De brug gaat open voor fietsers en wandelaars."
    a = letter([block(1, text)], left_out=[foot], id_="a")
    b = made("b", [text.replace("voor", f"{foot.text.replace('7 2', '7 3')} voor")])
    assert verdict_of(compare(a, b)).first == "Op 1 plaats mogelijk verkeerd gelezen; daarbuiten geen woord gewijzigd."
    sound = replace(a, ledger=replace(a.ledger, left_out=()))
    assert verdict_of(compare(sound, b)).first.startswith("1 toevoeging (")


PRINT = """De gemeenten hebben in het afgelopen jaar op veel plaatsen nieuwe banken
in de parken gezet, en daarvan maken vooral oudere inwoners graag ge-
bruik. De banken staan onder oude bomen, zodat niemand in de zon zit als hij
dat niet wil, en zij zijn van hout dat uit de bossen van de gemeenten komt.
Volgend jaar telt de gemeente ze opnieuw. De oudste banken zullen dan ge-
schilderd worden door de mensen van de werkplaats aan de Havenkade.
"""


def printed(id_: str, text: str) -> Letter:
    return read_letter(Document(Source.of(id_, f"{id_}.txt", text, "UTF-8", "0" * 64)))


@pytest.mark.parametrize(
    ("line", "after", "held"),
    [
        (PRINT.split("\n")[3], "", True),
        (PRINT.split("\n")[1], "", True),
        ("De banken staan onder oude bomen, ", "De banken staan ", False),
        ("Volgend jaar telt de gemeente ze opnieuw. ", "", False),
        (PRINT[PRINT.index(" De oudste") : -1], "", False),
    ],
)
def test_whole_lines_that_one_text_lacks_amid_a_sentence_may_be_misread(line: str, after: str, held: bool) -> None:
    a, b = printed("a", PRINT), printed("b", PRINT.replace(line, after))
    for pair in ((a, b), (b, a)):
        places = misread(replace(compare(*pair), a=replace(pair[0], doubts=()), b=replace(pair[1], doubts=())))
        assert [place.kind for place in places] == ["hele_regels"] * held


def in_doubt(size: int) -> None:
    """Two letters that differ in a word, with a doubt at every word of one of them."""
    one, other = made("a", ["kade wal " * size + "haven."]), made("b", ["kade wal " * size + "sluis."])
    doubts = [Doubt(DoubtKind.BROKEN_WORD, n, 1, "kade", "al-1") for n in range(size)]
    assert len(misread(compare(replace(one, doubts=tuple(doubts)), other))) == 0


def test_many_doubts_take_time_in_proportion() -> None:
    assert growth(in_doubt, 4_000) < STEEP


def test_labels_that_moved_up_are_told_as_numbering() -> None:
    items = ["de haven met de kaden", "de vuurtoren met zijn trap", "het loodswezen aan de dijk", "het museum"]

    def listed(id_: str, own: list[str]) -> Letter:
        return letter([block(n, f"{'-abcd'[n]}. {item}", Kind.ITEM) for n, item in enumerate(own, 1)], id_=id_)

    verdict = verdict_of(compare(listed("a", items), listed("b", items[1:])))
    assert verdict.first.startswith("1 punt van een lijst vervallen (6 woorden); verder geen woord gewijzigd.")
    assert verdict.rest.endswith("3 onderdelen vernummerd.")


def test_a_figure_of_a_table_row_that_stands_elsewhere_is_told() -> None:
    rows = ["Kade", "Oost", "West"], ["Lengte", "340", "95"], ["Bomen", "12", "7"]

    def table(id_: str, own: tuple[int, ...], oost: str) -> Letter:
        lines = "\n".join("| " + " | ".join(column[n] for column in rows) + " |" for n in own)
        return printed(id_, "De kaden zijn gemeten.\n\n" + lines.replace("340", oost) + "\n")

    found = looked_for(compare(table("a", (0, 1, 2), "340"), table("b", (0, 2, 1), "360")))
    assert [(one.sort, one.was, one.becomes) for one in found] == [("getal", "340", "360")]
    assert not looked_for(compare(table("a", (0, 1, 2), "340"), table("b", (0, 2, 1), "340")))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("huisvesting", "huis vesting", "anders_gespatieerd"),
        ("plaatsen", "plaat sen", "anders_gespatieerd"),
        ("zolang", "zo lang", None),
        ("samenleving", "samenlevmg", "letters_lijken"),
        ("onderzoek", "onderzock", "letters_lijken"),
        ("samenleving", "samenlening", None),
        ("zand", "zond", None),
        ("de inrichtingen met textiel", "de inrichngen met texel", "letters_weg"),
        ("textiel", "texel", None),
        ("officiële", "offciële", "letters_weg"),
        ("officiële", "ofciële", "letters_weg"),
        ("affiche", "affice", None),
        ("daar een bank", "d a a r e e n b a n k", "anders_gespatieerd"),
        ("12", "l2", "letters_lijken"),
        ("12", "13", None),
    ],
)
def test_a_word_in_pieces_or_with_letters_that_look_alike_may_be_misread(
    before: str, after: str, kind: str | None
) -> None:
    a, b = (made(id_, [f"Er staat {word} bij de oude haven."]) for id_, word in (("a", before), ("b", after)))
    for comparison, side in ((compare(a, b), Side.B), (compare(b, a), Side.A)):
        assert {(one.kind, one.side) for one in misread(comparison)} == ({(kind, side)} if kind else set())


def test_text_that_went_into_a_doubted_note_is_not_said_to_be_dropped() -> None:
    text, heading = "De banken staan onder oude bomen in het park.", "# Hout"
    a = made("a", ["Er komen banken.", heading, text, "! Zie de lijst."])
    b = made("b", ["Er komen banken.", f"! Zie de lijst. Blad een Hout {text}"])
    doubt = Doubt(DoubtKind.NOTE_GOES_ON, 1, 1, "Zie de lijst.", "fn:1")
    comparison = compare(a, replace(b, doubts=(doubt,)))
    assert verdict_of(comparison).first.endswith("daarbuiten geen woord gewijzigd.")


def test_a_page_that_a_source_has_twice_brought_no_words() -> None:
    kinds = "banken", "lantaarns", "bomen", "hekken", "kramen"
    text = "Langs de oude kade van de binnenhaven staan nu vooral {}\nvan hout, en die beheert de gemeente."
    sheet = "\n\n".join(map(text.format, kinds))
    last = "\n\n\fDe haven gaat in het voorjaar open, en dan komen er schepen.\n"
    comparison = compare(printed("a", sheet + last), printed("b", f"{sheet}\n\n\f{sheet}{last}"))
    assert verdict_of(comparison).first.endswith("mogelijk verkeerd gelezen; daarbuiten geen woord gewijzigd.")
    longer = compare(printed("a", sheet + last), printed("b", f"{sheet}{last}\n{sheet.splitlines()[0]}\n"))
    assert {place.kind for place in misread(longer)} == {"elders_ook"}


def test_a_passage_that_moved_to_a_doubtful_place_is_in_no_verdict() -> None:
    one, two, three = "De kade is oud en de brug van hout.", "Er komen banken op het plein.", "De haven gaat nu open."
    doubt = Doubt(DoubtKind.SENTENCE_BROKEN, 1, 1, "De haven", "al-1")
    comparison = compare(made("a", [one, two, three]), replace(made("b", [three, one, two]), doubts=(doubt,)))
    assert verdict_of(comparison).first.endswith("daarbuiten geen woord gewijzigd.")
