"""Signers and ministries: one page for each, under one name."""

import pytest
from letters import block, files_of, letter

from build_tools.addresses import slug
from build_tools.data import data
from build_tools.model import Fact, FactKey, FurtherDossier, Letter, Signer
from build_tools.papers.senders import dossiers_in, identifier_of, ministries_in, persons_in


def signed(id_: str, name: str, role: str, day: str | None, ministry: str | None = None) -> Letter:
    facts = {FactKey.SIGNERS: Fact((Signer(name, role),), 1), FactKey.TITLE: Fact(f"Brief {id_}", 1)}
    facts |= {key: Fact(value, 1) for key, value in ((FactKey.DATE, day), (FactKey.MINISTRY, ministry)) if value}
    return letter([block(1, "x")], facts=facts, id_=id_)


LETTERS = [
    signed("a", "J. P. H. Donner", "minister van Justitie", "2003-01-31", "Justitie"),
    signed("b", "mr. J.P.H. Donner", "minister van Sociale Zaken", None),
    signed("c", "A. de Boer", "minister van Justitie", "2004-02-01", "Justitie"),
]


def test_a_person_has_one_page_with_offices_letters_and_period() -> None:
    boer, donner = persons_in(LETTERS)
    assert (boer.name, donner.name, donner.id) == ("A. de Boer", "J.P.H. Donner", "j-p-h-donner")
    assert [one.id for one in donner.letters] == ["a", "b"]
    assert donner.others == ("minister van Justitie", "minister van Sociale Zaken")
    assert donner.days == ("2003-01-31", "2003-01-31")
    [justice] = ministries_in(LETTERS)
    assert (justice.id, justice.others) == ("justitie", ("J.P.H. Donner", "A. de Boer"))
    assert justice.days == ("2003-01-31", "2004-02-01")


def test_their_pages_say_so_and_the_facts_of_a_letter_lead_there() -> None:
    files = files_of(LETTERS)
    person, ministry = files["personen/j-p-h-donner.md"], files["ministeries/justitie.md"]
    assert "minister van Justitie; minister van Sociale Zaken" in person and "31 januari 2003" in person
    assert '<a href="../../brieven/b/">' in person and "../../feeds/persoon/j-p-h-donner.xml" in person
    assert "# Ministerie van Justitie" in ministry and "31 januari 2003 – 1 februari 2004" in ministry
    assert '<a href="../../personen/j-p-h-donner/">J. P. H. Donner, minister van Justitie</a>' in files["brieven/a.md"]
    assert 'href="j-p-h-donner/"' in files["personen/index.md"] and 'href="justitie/"' in files["ministeries/index.md"]


def test_a_dossier_has_a_page_with_its_titles_and_a_paper_can_be_in_several() -> None:
    of = {FactKey.DOSSIER: Fact("34200-XV", 1), FactKey.DOSSIER_TITLE: Fact("Begroting", 1)}
    also = {
        FactKey.DOSSIER: Fact("32824", 1),
        FactKey.ALSO_IN: Fact((FurtherDossier("34200-XV", "Begroting 2015"),), 1),
    }
    letters = [letter([block(1, "x")], facts=of, id_="a"), letter([block(1, "x")], facts=also, id_="b")]
    one, budget = dossiers_in(letters)
    assert (one.name, one.id, budget.name, budget.id) == ("32 824", "32824", "34 200 XV", "34200-xv")
    assert [each.id for each in budget.letters] == ["a", "b"] and budget.others == ("Begroting", "Begroting 2015")
    files = files_of(letters)
    assert "# Dossier 34 200 XV" in files["dossiers/34200-xv.md"] and "Begroting 2015" in files["dossiers/index.md"]


def test_a_minister_with_many_letters_has_pages_of_years() -> None:
    many = [signed(f"b{n}", "A. Boer", "minister", f"20{10 + n % 3}-01-01") for n in range(700)]
    files = files_of(sorted(many, key=lambda one: str(one.fact(FactKey.DATE))))
    years = sorted(path for path in files if path.startswith("personen/a-boer/"))
    assert years == [f"personen/a-boer/20{year}.md" for year in (10, 11, 12)]
    assert 'href="2011/"' in files["personen/a-boer.md"] and '<a href="../../../brieven/b1/">' in files[years[1]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("J.P.H. Donner", "j-p-h-donner"),
        ("Financiën", "financien"),
        ("D. Yeşilgöz-Zegerius", "d-yesilgoz-zegerius"),
        ("«»", "naamloos"),
    ],
)
def test_names_in_addresses(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_ministries_that_the_register_knows_are_ministries_here() -> None:
    stated = data("ministries")
    assert set(stated["tooi"]) <= set(stated["ministries"])
    assert len(set(stated["tooi"].values())) == len(stated["tooi"])
    assert identifier_of("Financiën") == "https://identifier.overheid.nl/tooi/id/ministerie/mnre1090"
    assert identifier_of("Justitie") is None
