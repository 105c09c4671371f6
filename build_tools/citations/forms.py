"""The forms in which letters cite official papers, in one table. `find.py` says how they are read.

A form is a pattern for the head of a citation, up to the dossier or the year; the numbers behind it are read
one by one, or its reader says which papers it names. Last stands what is found in every text that has the form, and
sooner. The pieces are those of `grammar.py`; what cites laws, judgments and papers of the Union stands in
`source_forms.py`. Each form has cases in `tests/cases/citations.yml`.
"""

from build_tools.citations.debates import ITEM_WORD, SITTING_NUMBER, debate, debate_of_session_behind
from build_tools.citations.european import NEW_ACT, OLD_ACT, SHORT_ACT, european, regulation
from build_tools.citations.grammar import (
    ACT_NUMBER,
    ANNEX,
    BEFORE,
    CASE,
    COMMA,
    DAY,
    DOSSIER,
    DOSSIERS,
    FIVE_DIGITS,
    GAZETTE,
    GAZETTE_WORD,
    HOUSE,
    LAW_YEAR,
    MARK,
    NR,
    NUMBER,
    OF_DEBATES,
    OF_HOUSE,
    SITTING,
    SITTING_AT_LAST,
    SLASH_DIGIT,
    SPACE,
    TWO_YEARS,
    YEAR_PART,
    Numbers,
    form,
)
from build_tools.citations.other_series import (
    answer,
    answers,
    document,
    gazette,
    gazette_item,
    key,
    named,
    of_dossier_before,
    running,
)
from build_tools.citations.source_forms import SOURCES
from build_tools.papers.numbers import CHAPTER, COUNCIL, DASH, KEPT, KINGDOM, ROMAN

PAPERS = (
    form(
        "kamerstuk",  # Kamerstukken II 2009/10, 27858, nr. 88; Kamerstukken 31945
        rf"\b{ANNEX}(?:(?i:kamerstuk(?:ken|dossiers?|nummers?)?|kamerst\.|kst\.)(?:\smet(?=\s(?:nummer|nr)))?|[Bb]ijl(?:\.|agen?)\s(?:bij\sde\s)?(?:Handelingen|Hand\.))(?:{MARK}\(?{HOUSE}\)?)?{MARK}"
        rf"{YEAR_PART}{NUMBER}{DOSSIERS}",
        Numbers.OPTIONAL,
        FIVE_DIGITS,
    ),
    form(
        "kamer",  # TK 2010–2011, 29 407, nr. 118; Tweede Kamer, vergaderjaar 2023-2024, 35 228, nr.44
        rf"\b{ANNEX}(?:TK|EK|(?P<chamber>Tweede|Eerste)\s{{1,3}}Kamer(?:\s{{1,3}}der\s{{1,3}}Staten-Generaal)?){COMMA}"
        rf"{YEAR_PART}{NUMBER}{DOSSIERS}",
        Numbers.PLAIN,
        FIVE_DIGITS,
    ),
    form(
        "romeins",  # Kamerstukken I 2017/18, CXXIV, G: a dossier of the Eerste Kamer itself
        rf"\b(?:[Kk]amerstuk(?:ken)?{COMMA}(?:I|EK)\b|EK\b|Eerste\sKamer\b){COMMA}{YEAR_PART}(?P<dossier>(?=[CLX]{{2}}){ROMAN})(?P<more>)",
        Numbers.PLAIN,
        "[CLX][CLX]",
    ),
    form(
        "motie",  # Motie 36410-111; de stukken 28 165-398
        rf"\b(?:[Mm]oties?|[Aa]mendement(?:en)?|[Ss]tuk(?:ken)?)\s{{1,3}}{NUMBER}{DOSSIERS}",
        Numbers.PLAIN,
        FIVE_DIGITS,
    ),
    form("vervangen", rf"\bt\.v\.v\.\s{NUMBER}{DOSSIERS}", Numbers.PLAIN, FIVE_DIGITS),  # t.v.v. 29 398-1077
    form("haakjes", rf"[(\[]\s?{NUMBER}{BEFORE}{DOSSIERS}", Numbers.PLAIN, FIVE_DIGITS),  # (31 143, nr. 13); (29291, A)
    form(
        "kaal",  # 34775-XVI, nr. 12; 35483 nr. K. What letters cite begins at 17 000
        rf"(?<![\w(\[]){BEFORE}(?=1[7-9]|[2-4]){DOSSIERS}",
        Numbers.NAMED,
        FIVE_DIGITS,
    ),
    form(
        "omgekeerd",  # nr. 456 (36800-XVI); Motie 90 (32824); nrs. 12 en 14 (32 824)
        rf"\b(?:[Nn]rs?\.?\s{{0,3}}|(?:[Mm]oties?|[Aa]mendement(?:en)?|[Ss]tuk(?:ken)?)\s(?=\d))(?P<item>\d{{1,4}}(?:(?:,|\sen)\s(?:{NR}\s?)?\d{{1,4}}){{0,8}}|[A-Z]{{1,2}})\s?"
        rf"\(\s?(?:[Kk]amerstuk(?:ken)?\s)?(?P<dossier>{DOSSIER})\s?\)",
        running,
        FIVE_DIGITS,
    ),
    form(
        "haakjes-omgekeerd",  # motie Becker (nr. 21, 36 600 XVI); (motie Becker op stuk nr. 21, 32 824)
        rf"(?:(?<=\()\s?|\bop\sstuk\s){NR}\s{{0,3}}(?P<item>\d{{1,4}}(?:(?:,|\sen)\s\d{{1,4}}){{0,8}}),?\s(?:[Kk]amerstuk(?:ken)?\s)?(?P<dossier>{DOSSIER})\s?\)",
        running,
        FIVE_DIGITS,
    ),
    form(
        "haakjes-zelfde",  # motie-Becker (32 824, nr. 90) en motie-Segers (nr. 91)
        rf"(?<=\()\s?{NR}\s{{0,3}}(?P<item>\d{{1,4}})\s?(?=\))",
        of_dossier_before,
        r"\(\s?[nN]",
    ),
    form(
        "nummer-op",  # motie met nummer 90 op Kamerstuk 32 824; moties met nummers 22 en 25 op dossier 29 984
        rf"\b(?:(?:[Nn]rs?\.|[Nn]ummers?)\s{{0,3}}|(?:[Mm]oties?|[Aa]mendement(?:en)?|[Ss]tuk(?:ken)?)\s(?=\d))(?P<item>\d{{1,4}}(?:(?:,|\sen)\s\d{{1,4}}){{0,8}})\s(?:op|bij|van|in)\s(?:het\s)?"
        rf"(?:[Kk]amerstuk(?:ken|dossier)?|[Dd]ossier|[Ww]etsvoorstel|[Ss]tuk)\s{{1,3}}(?P<dossier>{DOSSIER})(?!{SPACE},?{SPACE}{NR})",
        running,
        FIVE_DIGITS,
    ),
    form(
        "dossier",  # dossier 32 824; wetsvoorstel 36 651; (36 600 XV)
        rf"\b(?:(?:[Kk]amerd|[Dd])ossier(?:s|nummers?|nrs?\.?)?|[Ww]etsvoorstel(?:len)?)(?:\s(?:met|onder)(?=\s(?:dossier)?(?:nummer|nr))|\s?:)?\s{{1,3}}\(?{NUMBER}{DOSSIERS}(?=\s?[,.;:)]|\s[a-z(]|\s?$)"
        r"(?!\s(?:euro|mensen|personen|inwoners))",
        Numbers.OPTIONAL,
        FIVE_DIGITS,
    ),
    form(
        "hoofdstuk",  # (36 600 XV); (36 100 (R2068))
        rf"(?<=\()(?P<dossier>[1-4]\d\s?\d{{3}}(?:[\s-]{CHAPTER}|[\s-]?{KINGDOM}))(?P<more>)(?=\))",
        Numbers.OPTIONAL,
        FIVE_DIGITS,
    ),
    form(
        "kamer-haakjes",  # (TK 35 533)
        rf"(?<=\()(?:TK|EK)\s(?P<dossier>{DOSSIER})(?P<more>)(?=\))",
        Numbers.OPTIONAL,
        FIVE_DIGITS,
    ),
    form(
        "wetsvoorstel",  # het wetsvoorstel inburgering (35 483)
        r"(?<=\()(?:[A-Z][\w-]{1,15},\s)?(?P<dossier>[1-4]\d\s?(?!000)\d{3})(?P<more>)(?=\))",
        Numbers.OPTIONAL,
        FIVE_DIGITS,
    ),
    form(
        "lijst",  # Wijziging van de Kieswet - 30569
        r"(?<=[-–—]\s)(?P<dossier>[1-4]\d\s?(?!000)\d{3})(?P<more>)(?![\w-])",
        Numbers.OPTIONAL,
        FIVE_DIGITS,
    ),
    form(
        "kenmerk",  # kst-32824-448
        rf"(?<![\w/.-])kst-(?P<key>(?:\d{{8}}-)?{KEPT}-(?:\d{{1,4}}[a-z]?|[A-Z]{{1,2}}))(?![\w-])",
        key,
        "kst-",
    ),
    form(
        "adres",  # https://zoek.officielebekendmakingen.nl/dossier/kst-32824-448.html
        r"(?<![\w/.@-])(?:https?://)?zoek\.officielebekendmakingen\.nl/(?:[\w-]{1,40}/){0,2}"
        r"(?P<key>(?:kst-(?:\d{8}-)?\d{5}-|a?h-[te]k-\d{8}-|(?:stb|stcrt|trb|gmb|prb|wsb|bgr)-\d{4}-|blg-)[\w()-]{1,20})"
        r"(?=\.(?:html|pdf|xml)|$|[\s,;)?#])(?:\.(?:html|pdf|xml)\b)?",
        named,
        "officielebekendmakingen",
    ),
    form(
        "samengesteld",  # 36800-XVI-456, 21501-02-3174
        rf"(?<![\w-])(?P<key>(?:[1-4]\d{{4}}-{CHAPTER}|21501-{COUNCIL})-\d{{1,4}})(?![\w-])",
        key,
        FIVE_DIGITS,
    ),
    form(
        "verbonden",  # moties: 34775-42; 31700-B-14; 34417-(R2068)-7
        rf"(?<![\w(\[-]){BEFORE}(?P<dossier>(?:1[7-9]|[2-4]\d)\s?\d{{3}}(?:-(?:{CHAPTER}|[A-Z]|{KINGDOM}))?)-(?P<item>\d{{1,4}})(?![\w-]|[.,/]\d)",
        running,
        FIVE_DIGITS,
    ),
    form(
        "lopend",  # (200831268-10)
        r"(?<=\()20\d\d(?P<dossier>[1-4]\d{4})-(?P<item>\d{1,4})(?=\))",
        running,
        FIVE_DIGITS,
    ),
    form(
        "zaak",  # 2008Z06588, 2025D05339
        rf"(?:\b[Kk]amerstuk\s{{1,3}}|(?<!\w)kv-[te]k-)?(?<![\w=])(?<!\D/)(?P<key>{CASE})(?!\w)",
        named,
        CASE,
    ),
    form(
        "kamer-adres",  # https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z04567&did=2023D11111
        rf"(?<![\w/.@-])(?:https?://)?(?:www\.)?tweedekamer\.nl/[\w/.-]{{0,120}}\?(?:[\w=%+.-]{{1,60}}&(?:amp;)?){{0,4}}?"
        rf"d?id=(?P<key>{CASE})(?!\w)(?:(?:&(?:amp;)?[\w=%+.-]{{1,60}}){{0,3}}?&(?:amp;)?did=(?P<did>{CASE})(?!\w))?",
        document,
        CASE,
    ),
    form(
        "officieel-kenmerk",  # stb-2021-38, ah-tk-20242025-1028, blg-1234567
        r"(?<![\w/.-])(?P<key>(?:stb|stcrt|trb|gmb|prb|wsb|bgr)-(?:1[89]|20)\d\d-\d{1,6}(?:-n\d{1,2})?|a?h-[te]k-\d{8}(?:-\d{1,5}){1,2}|blg-\d{3,8})"
        r"(?![\w-])",
        named,
        r"-(?<=[bgkrt]-)\d",
    ),
    form(
        "handelingen",  # Handelingen II 2016/17, nr. 66, item 6; … 2007/08, p. 7909-7943
        rf"\b(?:Handelingen|HANDELINGEN|Hand\.|H-?(?=[TE]K\b))(?:\s(?:der|van\sde)\s(?:Staten-Generaal|Kamer))?{SITTING}(?=(?i:n)|\d{{1,3}}(?:\s?,?\s?item|{DASH}\d|(?:e|de|ste)\s)|pp?\.|pp?\s|blz|pag|bladz)",
        debate,
        TWO_YEARS,
    ),
    form(
        "handelingen-kamer",  # TK 2016/17, nr. 66, item 6
        rf"\b(?=[TE]K\b|(?:Tweede|Eerste)\s){SITTING}(?={SITTING_NUMBER}{SPACE},?{SPACE}\(?item)",
        debate,
        TWO_YEARS,
    ),
    form(
        "handelingen-jaar-achteraan",  # Handelingen II, nr. 66, item 6 (2016/17)
        rf"\b(?:Handelingen|Hand\.)(?:{COMMA}{OF_HOUSE})?{COMMA}{SITTING_NUMBER}{COMMA}{ITEM_WORD}{SPACE}(?P<item>\d{{1,3}}){SITTING_AT_LAST}",
        debate_of_session_behind,
        TWO_YEARS,
    ),
    form(
        "aanhangsel",  # Aanhangsel Handelingen II 2014/15, nr. 12
        rf"\b(?i:aanhangsel|aanh\.){OF_DEBATES}\)?{SITTING}(?=(?i:n)|\d)",
        answers,
        TWO_YEARS,
    ),
    form(
        "aanhangsel-achteraan",  # Tweede Kamer, vergaderjaar 2010–2011, Aanhangsel van de Handelingen, nr. 2233
        rf"\b(?:Handelingen|(?=TK|EK|Tweede|Eerste|[Vv]ergaderjaar)){SITTING}(?i:aanhangsel){OF_DEBATES}{COMMA}(?={NR}|(?<=andelingen\s)\d|(?<=[Aa]anhangsel\s)\d{{3,4}}(?!\d))",
        answers,
        TWO_YEARS,
    ),
    form(
        "aanhangsel-kamerstukken",  # Kamerstukken II 2021/22, Aanhangsel, nr. 1694
        rf"\b[Kk]amerstuk(?:ken)?{SITTING}(?i:aanhangsel){OF_DEBATES}{COMMA}(?={NR}|\d)",
        answers,
        TWO_YEARS,
    ),
    form(
        "aanhangsel-nummer-eerst",  # Aanhangsel Handelingen nr. 1028, vergaderjaar 2024–2025
        rf"\b(?i:aanhangsel){OF_DEBATES}{COMMA}(?:{HOUSE}{COMMA})?{NR}\s{{0,3}}(?P<item>\d{{1,4}}){SITTING_AT_LAST}",
        answer,
        TWO_YEARS,
    ),
    form(
        "staatsblad",  # Stb. 2011, 35; Stcrt. 2012, nr. 4015; Trb. 1966/91; Staatscourant van 12 mei 2021, nr. 38
        rf"\b{GAZETTE}\.?(?:{COMMA}(?:(?:van\s)?{DAY}|van\s|(?:jaargang|{NR})\s?|\()?|\s?{DASH}\s?){LAW_YEAR}(?:{COMMA}|\s?(?:/|{DASH})\s?)(?=(?i:n)|\d)",
        gazette,
        GAZETTE_WORD,
    ),
    form(
        "staatsblad-jaar-achteraan",  # Stb. 38, 2021; Staatscourant nr. 12345 van 3 mei 2019
        rf"\b{GAZETTE}\.?{COMMA}(?:{NR}\s{{0,3}})?(?P<item>\d{{1,5}})(?:{COMMA}(?:{DAY})?|\svan\s(?:{DAY})?|\s?\(){LAW_YEAR}(?!{SPACE},?{SPACE}(?:{NR}|\d))",
        gazette_item,
        GAZETTE_WORD,
    ),
    form(
        "eu-nieuw",  # Richtlijn (EU) 2024/1346; Verordening (EG) nr. 45/2001
        NEW_ACT,
        european,
        SLASH_DIGIT,
    ),
    form(
        "eu-oud",  # Richtlijn 2003/86/EG
        OLD_ACT,
        european,
        SLASH_DIGIT,
    ),
    form(
        "eu-kort",  # EU-verordening 604/2013
        SHORT_ACT,
        european,
        SLASH_DIGIT,
    ),
    form(
        "verordening",  # verordening 604/2013; Verordening 2024/1351
        rf"\b(?P<act>[Vv]erordening(?:en)?)\s{{1,3}}(?P<nr>{NR}\s{{0,3}})?"
        rf"(?=(?!(?:19|20)\d\d/)\d{{1,4}}/(?:19[5-9]\d|20\d\d)(?!\d)|20(?:1[5-9]|[2-9]\d)/){ACT_NUMBER}(?![\d/])",
        regulation,
        SLASH_DIGIT,
    ),
)
"""What parliament, the gazettes and the European acts are cited by. Comparisons take such a citation for one word."""

FORMS = (*PAPERS, *SOURCES)
"""Every form, in order: where two match at one place, the longer one counts, and of equals the first."""
