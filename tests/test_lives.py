"""The life of a passage: where its words stand in letters of all years, as strands, drawn, and beside the text."""

import re
from dataclasses import replace

from letters import OWN, block, connections, letter, reuse_among

from build_tools.model import Fact, FactKey, Letter
from build_tools.pages.all_pages import pages
from build_tools.versions.reuse import FEW
from build_tools.versions.strands import Strand, strands_of

PLEDGE = (
    "Elke nieuwkomer die zich hier vestigt krijgt de ruimte om de taal te leren, werk te vinden en zijn kinderen naar "
    "een goede school te brengen, ongeacht waar hij vandaan komt."
)
NEWER = PLEDGE.replace("de ruimte", "de tijd en de ruimte")
OTHER = (
    "Gemeenten voeren het beleid uit, het Rijk stelt de kaders en legt elk jaar verantwoording af over de uitkomsten, "
    "de kosten en de ervaringen van de mensen om wie het gaat."
)


def of_year(year: int, *texts: str, id_: str = "") -> Letter:
    """A letter of a year, with paragraphs of its own around these texts."""
    own = [f"In {year} schreef ik u over zaak {year * 7}, dossier {year * 3} en motie {year * 11}."]
    blocks = [block(n, text) for n, text in enumerate([*own, *texts], 1)]
    facts = {FactKey.DATE: Fact(f"{year}-03-01", 1), FactKey.TITLE: Fact(f"Voortgang {year}", 1)}
    return letter(blocks, facts=facts, id_=id_ or f"brief-{year}")


def lives(*letters: Letter) -> list[Strand]:
    return strands_of(letters, reuse_among(letters))


def places(strand: Strand) -> list[tuple[str, str, bool]]:
    return [(stand.letter, stand.anchor, stand.reworded) for stand in strand.stands]


def test_a_sentence_of_every_year_is_one_strand_in_order_of_time() -> None:
    years = range(2001, 2001 + 3 * FEW)
    (strand,) = lives(*(of_year(year, NEWER if year > 2010 else PLEDGE) for year in reversed(years)))
    assert places(strand) == [(f"brief-{year}", "al-2", year == 2011) for year in years]


def test_two_sentences_of_one_letter_are_two_strands() -> None:
    found = lives(of_year(2001, PLEDGE, OTHER), of_year(2005, OTHER), of_year(2009, PLEDGE))
    assert [[stand.letter[-4:] for stand in strand.stands] for strand in found] == [["2001", "2009"], ["2001", "2005"]]


def test_a_sentence_taken_from_a_paragraph_is_of_its_strand() -> None:
    found = lives(of_year(2001, f"{PLEDGE} {OTHER}"), of_year(2005, f"{PLEDGE} {OTHER}"), of_year(2009, OTHER))
    assert [strand.letters for strand in found] == [("brief-2001", "brief-2005", "brief-2009")]


def test_why_a_letter_is_sent_is_a_formula_and_no_life_of_a_passage() -> None:
    sent = (
        "In antwoord op uw brief van 3 mei, kenmerk 12, deel ik u mede, mede namens de Minister van Financiën, dat de "
        "vragen van de leden Azijn en De Boer over de haven van Zandvoort worden beantwoord zoals in de bijlage staat."
    )
    assert not lives(of_year(2001, sent), of_year(2005, sent.replace("3 mei, kenmerk 12", "4 juni, kenmerk 310")))
    (strand,) = lives(of_year(2001, f"{sent} {PLEDGE}"), of_year(2005, f"{sent} {PLEDGE}"))
    assert strand.letters == ("brief-2001", "brief-2005")


def test_of_two_versions_one_counts_and_the_other_has_the_life_beside_its_text() -> None:
    ids = ("brief-2005", "kst-1")
    twins = [of_year(2005, PLEDGE), of_year(2005, PLEDGE, "Bijlage.", id_="kst-1")]
    family = [replace(one, versions=tuple(id_ for id_ in ids if id_ != one.id)) for one in twins]
    (strand,) = lives(of_year(2001, PLEDGE), *family)
    assert strand.letters == ("brief-2001", "kst-1")
    assert [stand.letter for stand in strand.twins] == ["brief-2005"]


def made_of(*letters: Letter) -> dict[str, str]:
    """The pages of a site of these letters, by path."""
    own = connections(letters)
    return {page.path: page.text for page in pages(letters, own, OWN, (), lambda: reuse_among(letters))}


def beside(page: str, n: int) -> str:
    """What stands beside a block, without tags."""
    panel = page.partition(f'id="bij-{n}"')[2].partition('<div class="bij')[0]
    return re.sub(r"<[^>]*>", "", panel)


def test_a_paragraph_tells_where_its_words_stood_and_came_back() -> None:
    made = made_of(of_year(2001, PLEDGE), of_year(2005, PLEDGE, OTHER), of_year(2009, NEWER))
    told = beside(made["brieven/brief-2005.md"], 2)
    assert "eerder in 2001; later in 2009" in told
    assert "in dezelfde woorden" in told and "de tijd en de ruimte" in told and "1 maart 2005, hier" in told
    assert "eerder" not in beside(made["brieven/brief-2005.md"], 3)
    assert 'href="../../terugkerend/#brief-2001-al-2"' in made["brieven/brief-2005.md"]


def test_the_page_of_strands_can_be_read_as_a_list() -> None:
    page = made_of(of_year(2001, PLEDGE), of_year(2005, NEWER))["terugkerend.md"]
    assert page.count("<details") == 1 and 'id="brief-2001-al-2"' in page
    assert "2 brieven, 2001–2005" in page
    assert re.search(r"<ins[^>]*> ?tijd en de</ins>|<ins[^>]*>de tijd en </ins>", page)
    assert re.findall(r"<svg[^>]*>", page) == re.findall(r"<svg[^>]*aria-hidden=\"true\">", page)
