"""Doubts: where they are told, how an editor settles one, and that a verdict on them is held back.

What gives rise to a doubt stands in `cases/doubts/`.
"""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from frozen import five_letters
from growth import STEEP, growth
from letters import block, files_of, letter

from build_tools.cache.settled import OpenDoubt
from build_tools.cli import main
from build_tools.commands.doubts import doubts_together, open_doubts
from build_tools.compare.comparing import compare
from build_tools.compare.telling.doubt_words import MANY
from build_tools.compare.telling.verdict import verdict_of
from build_tools.data import data
from build_tools.draft import Draft
from build_tools.model import Doubt, DoubtKind, Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.registers.doubted_places import IN_A_ROW, line_address
from build_tools.reading.doubt_rules import RULES
from build_tools.reading.doubts.breaks.usual_paragraphs import USUAL, UsualParagraphs
from build_tools.reading.doubts.evidence import SHOWN, Evidence, begin_of, end_of
from build_tools.reading.doubts.strays import signers_in_text
from build_tools.reading.steps.heads.head_shapes import NO_WORDS

FOOT = "Park en plein, bladzijde 3 van 9"
TEXT = f"""De gemeenten hebben in het afgelopen jaar op veel plaatsen nieuwe banken
{FOOT}
in de parken gezet, en daarvan maken vooral oudere inwoners graag gebruik.
"""


def doubtful(*doubts: Doubt, text: str = "Dit zijn banken in het park.", id_: str = "a") -> Letter:
    return replace(letter([block(1, text), block(2, "Een tweede alinea over bomen.")], id_=id_), doubts=doubts)


def foot(anchor: str | None = "al-1", settled: str | None = None) -> Doubt:
    return Doubt(DoubtKind.FOOT_IN_TEXT, 2, 1, FOOT, anchor, settled)


def test_the_page_is_told_where_there_is_more_than_one(tmp_path: Path) -> None:
    doubts = (OpenDoubt("a", "a.pdf", replace(foot(), page=page)) for page in (1, 2))
    first, second = (error.lines[0] for error in open_doubts(doubts, tmp_path))
    assert "(page" not in first and "stands in the text (page 2); " in second


def test_many_of_one_kind_in_one_letter_are_one_line_that_names_them_all(tmp_path: Path) -> None:
    doubts = [OpenDoubt(id_, f"{id_}.txt", doubt) for id_ in "ab" for doubt in breaks(5 if id_ == "a" else 2)]
    together = [line for error in doubts_together(doubts, tmp_path) for line in error.lines]
    assert len(together) == 3 and len(list(open_doubts(doubts, tmp_path))) == 7
    assert together[0].startswith(f"{tmp_path}/a.txt:1: 'Regel nummer 1' may begin a paragraph ")
    assert ", and so at 4 more places: line 4, 7, 10, 13; mend the source" in together[0]
    assert [line.partition(":")[0] for line in together[1:]] == [f"{tmp_path}/b.txt"] * 2


@pytest.mark.usefixtures("here")
def test_each_doubt_has_its_line_where_it_is_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = yaml.safe_load((Path(__file__).parent / "cases/doubts/paragraphs-unmarked.yml").read_text("utf-8"))
    (here / "seeds" / "park.txt").write_text(case["text"], encoding="utf-8")
    lines = [line for line, _ in case["doubts"]]
    assert main(["--no-site"]) == 0
    assert capsys.readouterr().err.count("doubt: ") == 1
    assert main(["check", "--doubts"]) == 1
    told = capsys.readouterr().err
    assert told.count("seeds/park.txt:") == 1 and f"line {', '.join(map(str, lines[1:]))};" in told
    assert main(["check", "--doubts", "-v"]) == 1
    told = capsys.readouterr().err
    assert [int(n) for n in re.findall(r"seeds/park\.txt:(\d+): ", told)] == lines
    assert main(["check", "--doubts", "--json"]) == 1
    assert len(json.loads(capsys.readouterr().out)["doubts"]) == len(lines)


def test_every_kind_is_told_and_every_rule_has_its_words() -> None:
    assert list(data("doubts")) == [kind.value for kind in DoubtKind]
    assert all(set(told) == {"says", "many", "tells"} for told in data("doubts").values())
    assert len(RULES) == len(set(RULES))


@pytest.mark.parametrize("text", ["kort", "woord " * 30 + "slot", "x" * 200, f"{'a' * 79} bc {'d' * 79}"])
def test_what_is_shown_of_a_long_text_is_in_whole_words(text: str) -> None:
    begin, end = begin_of(text), end_of(text)
    assert text.startswith(begin) and text.endswith(end) and max(len(begin), len(end)) <= SHOWN
    if " " in text:
        assert {*begin.split(), *end.split()} <= {*text.split()}


def test_the_five_letters_leave_no_doubt() -> None:
    assert [(one.id, one.doubts) for one in five_letters().values() if one.doubts] == []


@pytest.mark.parametrize(
    ("text", "n", "address"),
    [
        ("Een bank\n  – in\tpark-noord, zo", 2, "#:~:text=Een%20bank-,%E2%80%93%20in%20park%2Dnoord%2C%20zo"),
        ("\n\nNoot & <b>", 3, "#:~:text=Noot%20%26%20%3Cb%3E"),
        (f"{'ver ' * 99}dicht bij\nhier {'en verder ' * 99}", 2,
         f"#:~:text={'ver%20' * 35}dicht%20bij-,hier{'%20en%20verder' * 14}%20en"),
        (f"op\n{'lang' * 99} einde", 2, f"#:~:text=op-,{'lang' * 99}"),
    ],
)  # fmt: skip
def test_one_click_goes_to_the_line_in_the_source(text: str, n: int, address: str) -> None:
    assert line_address(text.split("\n"), n) == address


def test_the_account_and_the_data_tell_a_doubt_with_its_place() -> None:
    made = files_of([doubtful(foot())])
    account = made["verantwoording.md"]
    assert data("doubts")["voet_in_tekst"]["says"] in account
    assert f"<q>{FOOT}</q>" in account and 'href="../brieven/a/#al-1"' in account and "regel 2" in account
    assert account.index("## Twijfel") < account.index("## Overzicht"), "doubts come first"
    own = made["verantwoording/a.md"]
    assert f"<q>{FOOT}</q>" in own and 'href="../../brieven/a/#al-1"' in own
    told = json.loads(made["data/brieven/a.json"])["doubts"]
    assert told == [
        {
            "kind": "voet_in_tekst", "line": 2, "page": 1, "text": FOOT, "anchor": "al-1", "settled": None,
            "says": data("doubts")["voet_in_tekst"]["says"],
        }
    ]  # fmt: skip
    sure = files_of([doubtful()])
    assert "Twijfel" not in sure["verantwoording.md"] + sure["verantwoording/a.md"]


def test_what_more_than_one_kind_says_of_a_place_is_told_together() -> None:
    heading = replace(foot(), kind=DoubtKind.WEAK_HEADING)
    made = files_of([doubtful(foot(), heading)])
    for account in (made["verantwoording.md"], made["verantwoording/a.md"]):
        assert account.count(f"<q>{FOOT}</q>") == 1
        assert " ".join(data("doubts")[doubt.kind.value]["says"] for doubt in (foot(), heading)) in account


def breaks(count: int, first: int = 1, settled: str | None = None) -> list[Doubt]:
    """Doubts of one kind at every third line of a text, each with words of its own."""
    lines = range(first, first + 3 * count, 3)
    return [Doubt(DoubtKind.PARAGRAPH_UNSURE, n, 1 + n // 60, f"Regel nummer {n}", "al-1", settled) for n in lines]


def numbered(*doubts: Doubt, id_: str = "a") -> Letter:
    """A letter whose lines tell their number, which so many doubts may be about."""
    return doubtful(*doubts, text="\n".join(f"Regel nummer {n}" for n in range(1, 200)), id_=id_)


@pytest.mark.parametrize("count", [1, MANY - 1, MANY, 5, IN_A_ROW, IN_A_ROW + 1, 50])
def test_many_places_of_one_kind_are_one_entry_and_none_is_lost(count: int) -> None:
    own = files_of([numbered(*breaks(count))])["verantwoording/a.md"]
    words, together = data("doubts")["alinea_onzeker"], count >= MANY
    assert own.count(words["says"]) == (0 if together else count)
    assert own.count(f"<li>Op {count} plaatsen {words['many']}. Bron, regel ") == own.count("<details>") == together
    for doubt in breaks(count):
        assert own.count(f"<q>{doubt.text}</q>") == 1 and f"regel {doubt.line}</a>" in own
    row = re.findall(r'txt(#[^"]*)"><span class="zeg">bron, regel </span>(\d+)</a>', own)
    lines = [f"Regel nummer {n}" for n in range(1, 200)]
    assert row == [(line_address(lines, doubt.line), str(doubt.line)) for doubt in breaks(count)[:IN_A_ROW] if together]
    assert ("andere regel" in own) == (count > IN_A_ROW)


def test_pages_are_told_in_a_row_and_a_line_once() -> None:
    twice = replace(breaks(1)[0], text="nummer 1")
    own = files_of([numbered(*breaks(22), twice)])["verantwoording/a.md"]
    row = re.sub(r"<.*?>", "", own.partition("<li>Op 23 plaatsen")[2].partition("\n")[0].replace("bron, regel ", ""))
    assert row.endswith("Bron, regel 1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 34 en 10 andere regels")
    late = files_of([numbered(*breaks(4, first=55))])["verantwoording/a.md"]
    assert re.findall(r"; blz\. 2, regel ", late) == ["; blz. 2, regel "]


def test_what_is_settled_stands_by_itself() -> None:
    made = files_of([numbered(*breaks(4), *breaks(3, first=100, settled="zo gedrukt"))])["verantwoording/a.md"]
    assert "<li>Op 4 plaatsen" in made
    assert (
        re.findall(r"<li>Op 3 plaatsen .*Nagegaan: (.*)", made) == ["zo gedrukt"] == re.findall("Nagegaan: (.*)", made)
    )


def test_places_of_the_same_two_kinds_are_told_together() -> None:
    both = [replace(doubt, kind=kind) for doubt in breaks(3) for kind in (DoubtKind.TABLE_GIVEN_UP, doubt.kind)]
    own, words = files_of([numbered(*both)])["verantwoording/a.md"], data("doubts")
    assert f"<li>Op 3 plaatsen {words['tabel_opgegeven']['many']}; ook {words['alinea_onzeker']['many']}. Bron" in own


def test_the_overview_names_the_first_lines_and_leads_to_all_words() -> None:
    made = files_of([numbered(*breaks(50)), numbered(*breaks(1), id_="b")])["verantwoording.md"]
    assert made.count('<span class="zeg">bron, regel </span>') == 6 and "en 44 andere regels" in made
    assert "Alle 50 plaatsen van deze brief, met hun woorden" in made
    assert made.count("met hun woorden") == 1, "of one place the words stand here"


@pytest.mark.parametrize(("count", "folded"), [(24, False), (25, True)])
def test_many_doubts_are_a_list_of_letters_that_open(count: int, folded: bool) -> None:
    kinds = list(DoubtKind)[:12]
    own = [replace(foot(), kind=kind, text=f"{FOOT}, regel {n}") for n, kind in enumerate(kinds)]
    letters = [doubtful(*own, id_="a"), doubtful(*own, id_="b"), doubtful(*own[: count - 24], id_="c")]
    account = files_of(letters)["verantwoording.md"]
    assert account.count(f"<q>{FOOT}, regel ") == count
    assert account.count("<summary>12 plaatsen") == 2 * folded
    assert account.count("<details>") == account.count("</details>") == 3 * folded


def test_no_link_of_the_overview_is_called_as_another() -> None:
    letters = [numbered(foot(), *breaks(4), id_=id_) for id_ in "ab"]
    account = files_of(letters)["verantwoording.md"]
    links = [(re.sub(r"<.*?>", "", name), href) for href, name in re.findall(r'<a href="(.*?)">(.*?)</a>', account)]
    assert len(links) == account.count("<a href=") and len(set(links)) == len(dict(links))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("at", ["2", "bladzijde 3 van 9"])
def test_an_editor_settles_a_doubt(at: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "seeds" / "park.txt").write_text(TEXT, encoding="utf-8")
    assert main(["--no-site"]) == 0
    assert f"doubt: seeds/park.txt:2: '{FOOT} in de parken gezet, en' looks like the foot" in capsys.readouterr().err
    assert main(["check"]) == 0
    assert main(["check", "--doubts"]) == 1
    assert "seeds/park.txt:2: " in capsys.readouterr().err
    settled = {"park": {"doubts": [{"at": at, "settled": "zo gedrukt"}]}}
    (here / "seeds" / "catalogue.yml").write_text(yaml.safe_dump(settled), encoding="utf-8")
    assert main(["--no-site"]) == 0
    assert main(["check", "--doubts"]) == 0
    assert "Nagegaan: zo gedrukt" in (here / "docs" / "verantwoording.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_a_doubt_that_is_not_there_cannot_be_settled(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settled = {"brief": {"doubts": [{"at": "40", "settled": "zo gedrukt"}]}}
    (here / "seeds" / "catalogue.yml").write_text(yaml.safe_dump(settled), encoding="utf-8")
    assert main(["--no-site"]) == 1
    assert "settles a doubt of brief at 40, where there is none" in capsys.readouterr().err


def held_back(one: Letter, other: Letter) -> bool:
    return verdict_of(compare(one, other)).first.startswith("Op 1 plaats mogelijk verkeerd gelezen; daarbuiten ")


def test_a_verdict_that_rests_on_a_doubt_is_held_back() -> None:
    other = doubtful(text="Dit zijn banken in het grote park.", id_="b")
    assert not held_back(doubtful(), other)
    assert held_back(doubtful(foot()), other)
    assert held_back(doubtful(foot(anchor=None)), other)
    assert not held_back(doubtful(foot("al-2")), other), "nothing changed there"
    assert not held_back(doubtful(foot(settled="zo gedrukt")), other)
    assert not held_back(doubtful(foot()), doubtful(id_="b")), "no word changed at all"


def test_a_comparison_names_the_doubtful_place() -> None:
    sheet = ComparisonSheet(compare(doubtful(foot()), doubtful(text="Dit zijn bomen.", id_="b")))
    made = files_of([doubtful(foot()), doubtful(text="Dit zijn bomen.", id_="b")], [sheet])
    page, told = made["vergelijken/a--b.md"], json.loads(made["data/vergelijkingen/a--b.json"])
    assert f"<q>{FOOT}</q>" in page and 'href="../../brieven/a/#al-1">alinea 1</a>' in page
    assert [(doubt["document"], doubt["line"]) for doubt in told["doubts"]] == [("a", 2)]
    assert told["verdict"].startswith("Op 1 plaats mogelijk verkeerd gelezen; daarbuiten ")


def test_lines_with_which_a_letter_ends_take_time_in_proportion() -> None:
    def told(count: int) -> list[Doubt]:
        ended = letter([block(n, f"Dorp aan zee {n}") for n in range(1, count + 1)])
        draft = Draft(ended.source, ())
        return list(signers_in_text(Evidence(draft, draft, ended, NO_WORDS)))

    assert len(told(300)) == 300
    assert growth(told, 2_000) < STEEP


def test_where_a_paragraph_may_end_the_others_of_a_letter_tell() -> None:
    """Where each has three sentences, one that has six may be two, parted in the middle."""
    sentence = "De veerman vaart iedere dag tot tien uur in de avond. "
    joined = block(9, (6 * sentence).strip())
    usual = UsualParagraphs((*(block(n, (3 * sentence).strip()) for n in range(1, 8)), joined))
    parts = [usual.part_ending(joined, n * len(sentence)) for n in range(1, 6)]
    assert parts.index(max(parts)) == 2
    assert parts[0] == parts[1] < USUAL < 1 / 2 < parts[2]
    assert parts[3] == parts[4] == USUAL
