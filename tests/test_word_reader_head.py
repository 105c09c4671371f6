"""What stands around the text in a Word file: it states facts, and is no text."""

from pathlib import Path

from word_parts import BODY, STYLES, TEXT, cell, left_out, letter_of, p, row, table, told, word

ADDRESSEE = p("Aan de Voorzitter van de Tweede Kamer", style="adres") + p("der Staten-Generaal", style="adres")
HEAD = table(
    row(
        f"<w:tc>{ADDRESSEE}</w:tc>",
        "",
    ),
    row(cell("Datum", ""), f"<w:tc>{p('16 mei 2024', style='datum')}</w:tc>"),
    row(f"<w:tc>{p('Betreft', style='datum')}</w:tc>", f"<w:tc>{p('Voortgang', style='datum')}</w:tc>"),
)
SIGNED = p("De minister van Financiën,") + p("") + p("A. de Vries")


def test_a_letterhead_states_facts_and_is_no_text(tmp_path: Path) -> None:
    margin = p("Directie Wonen", style="gegevens")
    letter = letter_of(tmp_path, word(HEAD + margin + BODY + SIGNED, styles=STYLES))
    assert told(letter) == [TEXT, "ondertekend: De minister van Financiën, A. de Vries"]
    assert {key.value: fact.value for key, fact in letter.facts.items() if key.value != "signers"} == {
        "title": "Voortgang",
        "date": "2024-05-16",
        "ministry": "Financiën",
        "addressee": "de Voorzitter van de Tweede Kamer der Staten-Generaal",
    }
    assert ("MARGIN", "Directie Wonen") in left_out(letter)


SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
    '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
)
EDGES = {
    "header1": p("Datum 1 mei 2024"),
    "header2": p("Datum") + p("1 april 2024"),
    "header3": p("Nooit te zien"),
    "footer1": p("Pagina 2 van 4"),
}


def test_heads_and_feet_are_furniture(tmp_path: Path) -> None:
    letter = letter_of(tmp_path, word(BODY + SECTION.format("<w:titlePg/>"), **EDGES))
    assert told(letter) == [TEXT]
    assert left_out(letter) == [
        ("HEAD", "Datum 1 mei 2024"),
        ("PAGE_FOOT", "Datum"),
        ("PAGE_FOOT", "1 april 2024"),
        ("PAGE_FOOT", "Pagina 2 van 4"),
    ]
    assert {key.value: fact.value for key, fact in letter.facts.items()} == {"date": "2024-05-01"}


def test_the_only_date_may_stand_in_the_head_of_later_pages(tmp_path: Path) -> None:
    parts = EDGES | {"header1": p("")}
    letter = letter_of(tmp_path, word(BODY + SECTION.format("<w:titlePg/>"), **parts))
    assert [(key.value, fact.value) for key, fact in letter.facts.items()] == [("date", "2024-04-01")]


def test_a_motion_wholly_in_a_table(tmp_path: Path) -> None:
    title = p("GEWIJZIGDE MOTIE VAN HET LID DE VRIES") + p("Ter vervanging van die gedrukt onder nr. 8")
    body = table(
        row("TWEEDE KAMER DER STATEN-GENERAAL", "2"),
        row("Vergaderjaar 2024-2025", ""),
        row("36 682", "Wijziging van enkele wetten"),
        row("Nr.  10", f"<w:tc>{title}</w:tc>"),
        row("", "Voorgesteld 22 april 2025"),
        row("", f"<w:tc>{p('De Kamer,')}{p('gehoord de beraadslaging,')}{p('verzoekt de regering dit te doen,')}"
                f"{p('en gaat over tot de orde van de dag.')}{p('De Vries')}{p('Van den Berg-Bos')}</w:tc>"),
        ruled=False,
    )  # fmt: skip
    letter = letter_of(tmp_path, word(body))
    assert told(letter) == [
        "De Kamer,",
        "gehoord de beraadslaging,",
        "verzoekt de regering dit te doen,",
        "en gaat over tot de orde van de dag.",
        "ondertekend: De Vries Van den Berg-Bos",
    ]
    facts = {key.value: fact.value for key, fact in letter.facts.items()}
    assert [one.name for one in letter.signers] == ["De Vries", "Van den Berg-Bos"]
    assert (facts["date"], facts["dossier"], facts["ondernummer"]) == ("2025-04-22", "36682", "10")
    assert facts["title"] == "Gewijzigde motie van het lid De Vries ter vervanging van die gedrukt onder nr. 8"


def test_a_style_says_what_a_line_states(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="Huisstijl-{name}"/></w:style>'
        for name in ("Datum", "Onderwerp")
    )
    head = (
        p("16 mei 2024", style="Datum") + p("Voortgang van het", style="Onderwerp") + p("programma", style="Onderwerp")
    )
    letter = letter_of(tmp_path, word(head + BODY, styles=styles))
    assert told(letter) == [TEXT]
    assert {key.value: fact.value for key, fact in letter.facts.items()} == {
        "date": "2024-05-16",
        "title": "Voortgang van het programma",
    }
