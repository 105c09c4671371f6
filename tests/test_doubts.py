"""Doubts: where they are told, how an editor settles one, and that a verdict on them is held back.

What gives rise to a doubt stands in `cases/doubts/`.
"""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from frozen import SEEDS
from growth import growth
from letters import block, files_of, letter

from build_tools.build import read_letters
from build_tools.cache.settled import OpenDoubt
from build_tools.cli import main
from build_tools.commands.doubts import open_doubts
from build_tools.compare.comparing import compare
from build_tools.compare.telling.verdict import verdict_of
from build_tools.data import data
from build_tools.draft import Draft
from build_tools.model import Doubt, DoubtKind, Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.registers.accounts import line_address
from build_tools.reading.doubts.evidence import SHOWN, Evidence, begin_of, end_of
from build_tools.reading.doubts.rules import RULES
from build_tools.reading.doubts.strays import signers_in_text
from build_tools.reading.steps.head_shapes import NO_WORDS

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


def test_every_kind_is_told_and_every_rule_has_its_words() -> None:
    assert list(data("doubts")) == [kind.value for kind in DoubtKind]
    assert all(set(told) == {"says", "tells"} for told in data("doubts").values())
    assert len(RULES) == len(set(RULES))


@pytest.mark.parametrize("text", ["kort", "woord " * 30 + "slot", "x" * 200, f"{'a' * 79} bc {'d' * 79}"])
def test_what_is_shown_of_a_long_text_is_in_whole_words(text: str) -> None:
    begin, end = begin_of(text), end_of(text)
    assert text.startswith(begin) and text.endswith(end) and max(len(begin), len(end)) <= SHOWN
    if " " in text:
        assert {*begin.split(), *end.split()} <= {*text.split()}


def test_the_five_letters_leave_no_doubt() -> None:
    letters, _ = read_letters(SEEDS, iter)
    assert [(one.id, one.doubts) for one in letters if one.doubts] == []


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


@pytest.mark.parametrize(("count", "folded"), [(24, False), (25, True)])
def test_many_doubts_are_a_list_of_letters_that_open(count: int, folded: bool) -> None:
    own = [replace(foot(), text=f"{FOOT}, regel {n}") for n in range(12)]
    letters = [doubtful(*own, id_="a"), doubtful(*own, id_="b"), doubtful(*own[: count - 24], id_="c")]
    account = files_of(letters)["verantwoording.md"]
    assert account.count(f"<q>{FOOT}, regel ") == count
    assert account.count("<summary>12 plaatsen") == 2 * folded
    assert account.count("<details>") == account.count("</details>") == 3 * folded


def test_no_link_of_the_overview_is_called_as_another() -> None:
    account = files_of([doubtful(foot()), doubtful(foot(), id_="b")])["verantwoording.md"]
    links = {re.sub(r"<.*?>", "", name): href for href, name in re.findall(r'<a href="(.*?)">(.*?)</a>', account)}
    assert len(links) == len(set(links.values())) == account.count("<a href=")


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
    assert growth(told, 4_000) < 8
