"""Themes: the file that states them, the rules, and the seeds against a reader's judgement."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from frozen import SEEDS, five_letters
from letters import block, letter, note

from build_tools.connections.connect import Connections, connect
from build_tools.connections.theme_hits import Finder, theme_hits
from build_tools.dutch.words import Terms
from build_tools.errors import MistakesError, UserError
from build_tools.model import Kind, NoteRef
from build_tools.sources.term_file import read_terms
from build_tools.sources.theme_file import Theme, read_themes, theme_stanzas

TRUTH = yaml.safe_load((Path(__file__).parent / "truth" / "connected" / "themes.yml").read_text(encoding="utf-8"))
FLOORS = {"precision": 0.92, "recall": 0.93, "theme": 0.75}
"""What was reached; these only rise."""

TAAL = Theme(
    "taal",
    "Taal",
    "Over taal.",
    "Migratie en integratie",
    ("taaleis", "taal leren"),
    ("taal",),
    ("taal van het beleid",),
)


@pytest.fixture(scope="module")
def seeds() -> Connections:
    return connect(tuple(five_letters().values()), SEEDS)[1]


def test_seeds_speak_of_what_a_reader_says(seeds: Connections) -> None:
    wanted = {(id_, at, theme) for id_, found in TRUTH.items() for at, themes in found.items() for theme in themes}
    found = {(hit.passage.letter, hit.passage.anchor, hit.theme) for hit in seeds.hits}
    right = Counter(theme for *_, theme in wanted & found)
    in_truth, in_found = (Counter(theme for *_, theme in places) for places in (wanted, found))
    assert len(wanted & found) / len(found) >= FLOORS["precision"]
    assert len(wanted & found) / len(wanted) >= FLOORS["recall"]
    for theme in (theme for theme, count in in_truth.items() if count >= 5):
        assert right[theme] / in_found[theme] >= FLOORS["theme"], theme
        assert right[theme] / in_truth[theme] >= FLOORS["theme"], theme


def test_every_theme_of_the_issue_is_there_and_spoken_of(seeds: Connections) -> None:
    assert len(seeds.themes) == 21
    assert seeds.silent == ()


@pytest.mark.parametrize(
    ("term", "word", "does"),
    [
        ("taaleis", "taaleisen", True),
        ("school", "scholen", True),
        ("migrant", "EU-migranten", True),
        ("inburger*", "Inburgeringsstelsel", True),
        ("*discriminatie", "arbeidsmarktdiscriminatie", True),
        ("geïntegreerd", "geintegreerde", True),
        ("vrijheid", "vrijheden", True),
        ("samenleven", "samenleving", False),
        ("waarden", "waar", False),
        ("werk", "werkelijk", False),
        ("taal", "totaal", False),
        ("%", "12%", True),
    ],
)
def test_words_match_in_their_forms(term: str, word: str, does: bool) -> None:
    assert bool(list(Terms([term]).find(word))) is does


def spoken(text: str, heading: str = "") -> bool:
    blocks = [block(1, heading, Kind.HEADING, 2)] if heading else []
    one = letter([*blocks, block(2, text)])
    return bool(theme_hits(Finder([TAAL]), tuple(one.saying)))


def test_rules() -> None:
    long = "woord " * 90
    assert spoken("De taaleis blijft.")
    assert not spoken(f"De taaleis blijft. {long}")
    assert spoken(f"De taaleis blijft, zegt men die de taaleisen kent. {long}")
    assert not spoken("Zij spreken de taal van het beleid.")
    assert not spoken("Zij spreken de taal.")
    assert spoken("Zij spreken de taal.", "Over de taaleis")
    assert not spoken("Zij spreken niet.", "Over de taaleis")


def test_notes_stand_under_the_heading_of_their_block() -> None:
    blocks = [block(1, "De taaleis", Kind.HEADING, 2), block(2, "Tekst.", notes=(NoteRef(1, 5),))]
    found = tuple(letter(blocks, [note(1, "Over de taal.", by=2)]).saying)
    assert found[-1].headings == ("De taaleis",)
    assert [hit.passage.anchor for hit in theme_hits(Finder([TAAL]), found)] == ["fn:1"]


def test_a_new_theme_needs_only_its_stanza(tmp_path: Path) -> None:
    stanza = (
        "sport:\n  title: Sport\n  introduction: Over sport.\n  official: Migratie en integratie\n  core: [sport*]\n"
    )
    (tmp_path / "themes.yml").write_text(stanza, encoding="utf-8")
    one, found = connect([letter([block(1, "Sportclubs doen veel.")])], tmp_path)
    assert one[0].themes == ("sport",)
    assert [hit.points for hit in found.hits] == [3]


GOOD = "taal:\n  title: Taal\n  introduction: Over taal.\n  official: Migratie en integratie\n  core: [taal]\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD.replace("core", "kern"), 5, "kern is no known key"),
        (GOOD.replace("taal:", "Taal en werk:"), 1, "Taal en werk cannot be an address"),
        (GOOD.replace("[taal]", "taal"), 5, "core has no list"),
        (GOOD.replace("[taal]", "['t*aal']"), 5, "t*aal cannot be matched"),
        (GOOD.replace("[taal]", "[taal, taal]"), 5, "taal stands twice in a theme"),
        (GOOD + "  related:\n    - leren\n    - taal\n", 8, "taal stands twice in a theme"),
        (GOOD.replace("taal:", "index:"), 1, "index is the page of all themes; call the theme otherwise"),
        (GOOD.replace("  title: Taal\n", ""), 2, "taal has no title"),
        (GOOD + GOOD, 6, "taal stands twice"),
        (GOOD + "  alone: ja\n", 6, "ja is no known value"),
        ("[een, lijst]", 1, "the list of themes has no keys"),
        ("taal: [", 1, "is not YAML"),
    ],
)
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "themes.yml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        read_themes(tmp_path)
    assert str(error.value).startswith(f"{tmp_path}/themes.yml:{line}: {says}")


def test_every_mistake_is_named_and_costs_one_theme(tmp_path: Path) -> None:
    bad = GOOD.replace("taal:", "werk:").replace("Over taal.", "''").replace("[taal]", "['t*aal', goed, 'w*erk']")
    (tmp_path / "themes.yml").write_text(bad + GOOD + GOOD.replace("taal:", "Sport:"), encoding="utf-8")
    found = theme_stanzas(tmp_path)
    assert list(found.sound) == ["taal"]
    lines = [line.removeprefix(f"{tmp_path}/themes.yml:") for error in found.wrong.values() for line in error.lines]
    assert [line.partition(";")[0] for line in lines] == [
        "3: introduction is not a line of text",
        "5: t*aal cannot be matched",
        "5: w*erk cannot be matched",
        "11: Sport cannot be an address",
    ]
    with pytest.raises(MistakesError) as error:
        read_themes(tmp_path)
    assert len(error.value.lines) == 4


def test_terms_in_their_sentences(tmp_path: Path) -> None:
    stanza = (
        "integratie:\n  title: Integratie\n  about: Het woord.\n  words: [integratie*]\n  exclude: [re-integratie]\n"
    )
    (tmp_path / "begrippen.yml").write_text(stanza, encoding="utf-8")
    assert [term.id for term in read_terms(tmp_path)] == ["integratie"]
    text = "Eerst dit. Het integratiebeleid werkt. Re-integratie niet. " + "lang " * 100 + "integratie " + "lang " * 100
    uses = connect([letter([block(1, text)])], tmp_path)[1].uses
    assert (uses[0].before, uses[0].word, uses[0].after) == ("Het ", "integratiebeleid", " werkt.")
    assert len(uses) == 2
    assert uses[1].before.startswith("… lang") and uses[1].after.endswith("lang …")


def test_words_in_an_address_do_not_count() -> None:
    assert not spoken("Zie https://www.rijksoverheid.nl/taaleis/taaleisen voor meer.")
    assert spoken("Zie https://www.rijksoverheid.nl/taaleis voor de taaleis.")


SPORT = Theme("sport", "Sport", "Over sport.", "Migratie en integratie", ("sport",), alone=False)


@pytest.mark.parametrize(
    ("texts", "themes"),
    [
        (["De sport bloeit.", "De sport groeit."], []),
        (["De sport bloeit.", "De taaleis blijft."], ["sport", "taal"]),
        (["De sport bloeit.", "De taaleis blijft.", *["Niets."] * 20], ["taal"]),
    ],
)
def test_a_theme_that_does_not_stand_alone_needs_a_letter_on_the_subject(texts: list[str], themes: list[str]) -> None:
    one = letter([block(n, text) for n, text in enumerate(texts, 1)])
    assert [hit.theme for hit in theme_hits(Finder([SPORT, TAAL]), one.saying)] == themes
