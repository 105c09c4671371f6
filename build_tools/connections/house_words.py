"""Who tells whom something in a letter to parliament: the words for ministers and for the houses, as patterns."""

ME = r"(?:[Ii]k|[Ww]ij|[Ww]e)"
OFFICE = r"(?:minister|staatssecretaris)(?:\s(?:van|voor)\s[A-Z][\w&]*(?:\s(?:en\s)?[A-Z]\w*){0,4})?"
COLLEAGUE = r"[Mm]ijn\s(?:collega|ambts?genoo?te?)(?:\s(?:van|voor)\s[A-Z][\w&]*(?:,?\s(?:en\s)?[A-Z]\w*){0,5})?"
CABINET = rf"(?:[Hh]et\skabinet|[Dd]e\s{OFFICE})"
WHO = rf"(?:{ME}|{COLLEAGUE}|{CABINET}|[Dd]e\sregering)"
HOUSE = (
    r"(?:[Uu]w\s(?:[Kk]amer|commissie)|(?:[Bb]eide|[Dd]e)\s(?:Tweede\sKamer|Eerste\sKamer|Kamers?|Staten-Generaal)(?!\svan\sKoophandel)"
    r"|[Hh]et\sparlement|\b[Uu]\b)"
)
SUBJECT = rf"(?<!van\s)(?<!bij\s)(?<!aan\s){HOUSE}"
"""Parliament that itself is told something; not `de voorzitter van de Tweede Kamer zal ontvangen`."""

SAME_CLAUSE = r"(?:(?!\b(?:dat|die|waarna|waarbij)\b)[^.;:])"
"""A sign of the same clause, as long as no other begins: `zal stemmen, waarna gemeenten worden geïnformeerd`."""

WILL = rf"(?:{WHO}\s(?:zal|zullen)|(?:zal|zullen)\s{WHO})"
CLAUSE_TO_HOUSE = rf"{SAME_CLAUSE}{{0,60}}?(?<!\w){HOUSE}(?!\w)"
"""The same clause up to the word for a house."""
