"""Where a reading may be wrong."""

from dataclasses import dataclass
from enum import StrEnum


class DoubtKind(StrEnum):
    """The kinds of doubt, the gravest first; what readers are told of each stands in `data/doubts.yml`."""

    FOOT_IN_TEXT = "voet_in_tekst"
    SENTENCE_IN_HEAD = "zin_in_briefhoofd"
    NO_SENTENCE = "geen_zin"
    LEFT_OUT_ONCE = "eenmaal_weggelaten"
    NOTE_WITHOUT_CALL = "noot_zonder_verwijzing"
    CALL_WITHOUT_NOTE = "verwijzing_zonder_noot"
    NUMBERS_MISSING = "nummers_overgeslagen"
    NOTE_IN_TEXT = "noot_in_tekst"
    NOTE_UNSURE = "noot_onzeker"
    NOTE_GOES_ON = "noot_loopt_door"
    NOTE_BREAKS_OFF = "noot_breekt_af"
    PARAGRAPH_BREAKS_OFF = "alinea_breekt_af"
    SENTENCE_BROKEN = "zin_onderbroken"
    BROKEN_WORD = "woord_gebroken"
    WORDS_FUSED = "woorden_aaneen"
    UNMAPPED = "teken_onbekend"
    FACT_CONTRADICTED = "feit_tegengesproken"
    FACT_UNSURE = "feit_onzeker"
    TABLE_GIVEN_UP = "tabel_opgegeven"
    SIGNER_IN_TEXT = "ondertekenaar_in_tekst"
    WEAK_HEADING = "kop_onzeker"
    LIST_UNSURE = "opsomming_onzeker"
    PARAGRAPH_UNSURE = "alinea_onzeker"
    NUMBER_OF_ANSWER = "nummer_van_antwoord"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place where a reading may be wrong: its line in the source and page (counted from 1), the words there, and the
    block or note that has them (None: they were left out). `settled` is what an editor says of it.
    """

    kind: DoubtKind
    line: int
    page: int
    text: str
    anchor: str | None = None
    settled: str | None = None
