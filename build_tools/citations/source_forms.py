"""The forms in which letters cite laws, judgments and papers of the Union: the second part of the table of forms."""

from build_tools.citations.grammar import NR, SLASH_DIGIT, form
from build_tools.citations.law_articles import articles, articles_of_that_law, part_of_law, whole_law
from build_tools.citations.union_papers import (
    act_address,
    case_before_letters,
    case_of_court,
    commission,
    council,
    file,
    human_rights,
    journal,
    journal_by_number,
    judgment,
    ljn,
    numbered_law,
    union_address,
)
from build_tools.papers.numbers import DASH

ARTICLE = r"[Aa](?<![\w-].)(?:rtikel(?:en)?|(?<=A)RTIKEL(?:EN)?|rtt?\.|rt(?=\s\d))(?=\s{0,3}[\dIVXA-Z])"
"""The word before the numbers of articles."""

ARTICLE_WORD = r"rtikel|RTIKEL|rtt?\.|rt\s\d"
"""What is quick to look for of it."""

COLON = r":\s{0,3}"
"""A colon within a number that a line's end can break."""

SOURCES = (
    form(
        "artikel",  # artikel 10, tweede lid, van de Wet inburgering 2021; art. 3:4 Awb; artikelen 5 en 6 EVRM
        ARTICLE,
        articles,
        ARTICLE_WORD,
    ),
    form(
        "artikel-terug",  # het Europees Verdrag … een ruimere uitleg van artikel 7
        ARTICLE,
        articles_of_that_law,
        ARTICLE_WORD,
    ),
    form(
        "deel-van-wet",  # § 4.1.3 Awb; hoofdstuk 7 van de Omgevingswet
        r"(?:§§?|\b(?:[Pp]aragra(?:af|fen)|[Aa]fdeling(?:en)?|[Tt]itel|[Hh]oofdstuk(?:ken)?)(?=\s))\s{0,3}"
        r"(?:\d{1,3}[a-zA-Z]?|[IVX]{1,6}(?!\w))(?:[.:]\d{1,3}[a-z]?){0,4}(?:(?:,|\sen|\stot\sen\smet)\s\d{1,3}(?:[.:]\d{1,3}[a-z]?){0,4}){0,4}(?![\w%])",
        part_of_law,
        "§|aragra|fdeling|itel|oofdstuk",
    ),
    form("wet", r"[A-ZÀ-Þ](?<![\w-][A-ZÀ-Þ])(?=[\w’'-]{2,60})", whole_law),  # de Wet open overheid (Woo)
    form(
        "bwb",  # BWBR0005537; BWBR0005537, artikel 3:4; https://wetten.overheid.nl/BWBR0011823/2023-01-01#Artikel3
        r"(?:https?://wetten\.overheid\.nl/(?:jci1\.\d:[cv]:)?)?(?<!\w)(?P<law>BWB[RVW]\d{7})(?!\d)"
        r"(?:[\w/&=.:-]{0,80}?(?:#[\w.-]{0,80}?Artikel|&artikel=)(?P<item>\d{1,4}[a-z]{0,2}(?:[.:]\d{1,3}[a-z]?){0,3})|,?\s{1,3}art(?:ikel|\.)\s{1,3}(?P<article>\d{1,4}[a-z]{0,2}(?:[.:]\d{1,3}[a-z]?){0,3})|(?:/\d{4}-\d\d-\d\d)?)",
        numbered_law,
        "BWB",
    ),
    form(
        "ecli",  # ECLI:NL:HR:2021:1963; a line can end behind a colon
        rf"(?<!\w)(?i:ECLI{COLON}[A-Z]{{2}}{COLON}[A-Z][A-Z0-9]{{0,7}}{COLON}\d{{4}}(?::|:\s{{1,3}}(?=[A-Z]{{0,2}}\d))[A-Z0-9]{{1,25}}(?:\.[A-Z0-9]{{1,25}}){{0,3}})",
        judgment,
        r":(?<=\d\d\d\d:)",
    ),
    form("ljn", r"(?<!\w)LJN(?:-nummer|-nr\.?)?\s{0,2}:?\s{0,3}(?P<item>[A-Z]{2}\s?\d{4})(?!\w)", ljn, "LJN"),
    form(
        "hof-van-justitie",  # zaak C-34/09; gevoegde zaken C-411/10 en C-493/10; C-148/13 tot en met C-150/13
        r"(?<![\w/‑–-])(?P<court>[CTF])[-‑–](?P<number>\d{1,4})/(?P<year>\d\d)(?![\w/])(?:\sPPU)?"
        r"(?:\s(?:tot\sen\smet|t/m)\s(?P<to>(?P=court)[-‑–](?P<last>\d{1,4})/(?P=year))(?![\w/]))?",
        case_of_court,
        r"[CTF][-‑–]\d",
    ),
    form(
        "hof-van-justitie-oud",  # HvJ EG 20 februari 1979, zaak 120/78: until 1989 without a letter
        r"\b[Zz]aak\s{1,3}(?:nr\.\s)?(?P<number>\d{1,3})/(?P<year>[5-8]\d)(?![\d/])",
        case_before_letters,
        SLASH_DIGIT,
    ),
    form(
        "ehrm",  # EHRM 10 mei 2001, nr. 25781/94; verzoekschrift nr. 25781/94; EHRM 26 april 2016, 10511/10
        r"\b(?P<head>EHRM|EVRM-zaak|Europees\sHof\svoor\sde\s[Rr]echten\svan\sde\s[Mm]ens|[Vv]erzoekschrift(?:nummer)?|[Zz]aak(?=nr\.|nummer)|[Kk]lacht(?:nummer)?|app(?:l(?:ication)?)?\.?)(?P<between>[^;()\n]{0,80}?(?:\([^()\n]{1,60}\)[^;()\n]{0,80}?|\([^;()\n]{0,80}?)?)"
        rf"(?:\(?(?:{NR}|no\.|nos\.|appl\.|zaaknummer|zaaknr\.|(?<=zaak)n(?:umme)?r\.?)\s{{0,3}}|(?<=,\s))(?P<item>\d{{3,6}}/\d\d)(?!\d)",
        human_rights,
        SLASH_DIGIT,
    ),
    form(
        "commissie",  # COM(2019) 640 final; COM/2022/481 def.; SWD(2020) 290; JOIN(2021) 6; C(2021) 1234
        r"(?<![\w/.-])(?P<series>COM|SWD|SEC|JOIN|C(?=\())\s{0,2}(?:[(\[]\s?(?P<year>(?:19|20)\d\d)\s?[)\]]\s{0,3}(?:nr\.?\s)?|/(?P<slash>(?:19|20)\d\d)/|\s(?P<plain>20\d\d)[-/])(?P<number>\d{1,5})(?![\w/]|[.,]\d)"
        r"(?:\s?/\s?\d\b)?(?:\s(?:final|def(?:initief)?\b\.?))?",
        commission,
        r"COM|SWD|SEC|JOIN|C\(",
    ),
    form(
        "procedure",  # 2022/0155(COD)
        r"(?<![\w/])(?P<year>(?:19|20)\d\d)/(?P<number>\d{4})(?:\s?\(|/)(?P<kind>COD|CNS|NLE|APP|AVC|ACC|SYN|INI|BUD|DEC|INL|RSP|DEA|RPS|IMM|REG|TEC|JUR)(?:\)|(?<=/\w\w\w)(?!\w))",
        file,
        SLASH_DIGIT,
    ),
    form(
        "raadsdocument",  # Raadsdocument ST 12345/22; ST 12345/22 REV 1; Raadsdocument 12345/22; ST-12345-2022-INIT
        r"(?:\b(?i:raadsdocument(?:en|nummer)?|raadsdoc\.|doc(?:ument)?\.?\s(?:van\sde\s)?raad|doc\.(?=\s\d{4,5}/\d\d\s(?:LIMITE|REV|ADD|COR|INIT))|(?P<loose>doc(?:ument|\.))(?=\s\d{4,5}/\d\d(?!\d)))\s{1,3}(?:nr\.?\s{0,3}|nummer\s)?(?:ST\s{0,2})?|(?<![\w-])ST[\s-]{0,2})"
        r"(?P<number>\d{4,5})(?:/\d)?(?:[/-]|\s(?=20\d\d\sINIT))(?P<year>20\d\d|\d\d)(?!\d)(?:[\s-](?P<version>REV|ADD|COR|INIT)(?:[\s-]?(?P<n>\d{1,2}))?)?(?![\w/])",
        council,
        r"\d\d\d\d(?:[/-]|\s20)",
    ),
    form(
        "eur-lex",  # CELEX 32016R0679; https://eur-lex.europa.eu/…uri=CELEX:32016R0679
        r"(?:https?://eur-lex\.europa\.eu/[\w./?=&%-]{0,120}?CELEX(?::|%3A)|(?<!\w)CELEX(?:-nummer|-nr\.?|nummer)?\s{0,2}:?\s{0,3}(?:nr\.?\s)?|(?<!\w))(?P<item>[356]\d{4}(?:[RLDHFQ]|PC|DC|SC|JC|CJ|TJ|CC|CO|CV)\d{4})(?!\w)",
        union_address,
        r"[356]\d\d\d\d[A-Z]",
    ),
    form(
        "eli",  # http://data.europa.eu/eli/reg/2016/679/oj; https://eur-lex.europa.eu/eli/dir/2019/1158
        r"https?://(?:data|eur-lex)\.europa\.eu/eli/(?P<act>(?:dir|reg|dec|reco)(?:_[a-z]{3,5})?)/(?P<year>\d{4})/(?P<number>\d{1,5})(?!\d)(?:/[\w-]{1,20}){0,4}",
        act_address,
        r"europa\.eu/eli/",
    ),
    form(
        "publicatieblad",  # PbEU 2016, L 119; PbEG 1995 L 281; Pb L 119 van 4.5.2016; PbEU L 2016/119
        rf"(?<!\w)(?:PbE[UG]|PBE[UG]|Publicatieblad(?:\svan\sde\sE[\w\s]{{2,30}})?|P[Bb]|OJ)\.?\s{{0,3}}(?:nr\.?\s)?(?:E[UG]\s)?"
        rf"(?:(?P<year>(?:19|20)\d\d)(?:\s?[,/]\s?|\s{{1,3}})(?P<series>[LC])\s?(?P<number>\d{{1,5}})|(?P<series2>[LC])\s?(?P<year2>20\d\d)[/,]\s?(?P<number2>\d{{1,5}}))(?!\d)(?:/\d{{1,4}})?(?:,?\s(?:p|blz)\.\s?\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?)?",
        journal,
        r"P[Bb]|Publicatieblad|OJ",
    ),
    form(
        "publicatieblad-datum",  # PB L 119 van 4.5.2016, p. 1; PB L, 2024/1689, 12.7.2024
        r"(?<!\w)(?:PbE[UG]|PBE[UG]|Publicatieblad(?:\svan\sde\sE[\w\s]{2,30}?)?|P[Bb]|OJ)\.?\s{0,3}(?:nr\.?\s)?(?P<series>[LC])(?:,\s{0,3}(?P<whole>20\d\d/\d{1,5})|\s?(?P<number>\d{1,3})(?:/\d{1,4})?(?:\s?,|\svan|\sd\.d\.)?\s{1,3}\(?\d{1,2}(?:[.-]\d{1,2}[.-]|\s[a-z]{3,9}\s)(?P<year>(?:19|20)\d\d))(?!\d)",
        journal_by_number,
        r"P[Bb]|Publicatieblad|OJ",
    ),
)
"""Every form of a source that is no paper of parliament."""
