"""A letter as a document of Akoma Ntoso 3.0: what is known of it, then its text with the notes at their calls.

After `akoma_ntoso`: the document is valid, each passage stands in the element that has its anchor as `eId`, and
`read_back` of the file gives the text of every passage, sign by sign (a control character shows as its picture).
"""

from lxml import etree

from build_tools.addresses import page_path
from build_tools.dutch.characters import legible
from build_tools.exports.akoma_ntoso.body import body
from build_tools.exports.akoma_ntoso.elements import AKN, named, within
from build_tools.model import FactKey, Letter
from build_tools.papers.of_letter import kamerstuk, title
from build_tools.papers.persons import person_of
from build_tools.papers.senders import ministry_named

UNKNOWN_DAY = "0001-01-01"
"""What stands for the day of a letter that has none, under the name `onbekend`: the standard asks for one."""

_PROGRAM = "kamerbrieven"


def akoma_ntoso(letter: Letter) -> bytes:
    """The file."""
    root = etree.Element(named("akomaNtoso"), nsmap={None: AKN})
    document = within(root, "doc", name="brief")
    _meta(within(document, "meta"), letter)
    body(within(document, "mainBody"), letter)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _meta(meta: etree._Element, letter: Letter) -> None:
    """The three levels that the standard describes a document on, and who and what they refer to."""
    identification = within(meta, "identification", source=f"#{_PROGRAM}")
    work = f"/akn/nl/doc/brief/{letter.fact(FactKey.DATE) or 'onbekend'}/{page_path(letter.id)}"
    _level(identification, "FRBRWork", work, letter)
    _level(identification, "FRBRExpression", f"{work}/nld", letter)
    _level(identification, "FRBRManifestation", f"{work}/nld.xml", letter)
    references = within(meta, "references", source=f"#{_PROGRAM}")
    within(references, "TLCOrganization", eId=_PROGRAM, href=f"#{_PROGRAM}", showAs="Kamerbrieven")
    if ministry := letter.fact(FactKey.MINISTRY):
        shown = legible(ministry_named(ministry))
        within(references, "TLCOrganization", eId="ministerie", href="#ministerie", showAs=shown)
    for n, signer in enumerate(letter.signers, 1):
        shown = person_of(signer.name).whole
        within(references, "TLCPerson", eId=f"ondertekenaar-{n}", href=f"#ondertekenaar-{n}", showAs=shown)


def _level(parent: etree._Element, name: str, uri: str, letter: Letter) -> None:
    """One level: address, day, author, and what belongs to it alone."""
    level, day = within(parent, name), letter.fact(FactKey.DATE)
    within(level, "FRBRthis", value=f"{uri}/!main" if name == "FRBRWork" else uri)
    within(level, "FRBRuri", value=uri)
    if name == "FRBRWork":
        within(level, "FRBRalias", name="titel", value=legible(title(letter)))
    within(level, "FRBRdate", name="datum" if day else "onbekend", date=day or UNKNOWN_DAY)
    author = "#ondertekenaar-1" if letter.signers else "#ministerie" if letter.fact(FactKey.MINISTRY) else ""
    within(level, "FRBRauthor", href=author if name != "FRBRManifestation" and author else f"#{_PROGRAM}")
    if name == "FRBRWork":
        within(level, "FRBRcountry", value="nl")
        if number := kamerstuk(letter):
            within(level, "FRBRnumber", value=number)
    if name == "FRBRExpression":
        within(level, "FRBRlanguage", language="nld")
