"""What was found in letters that come in, in words: each letter by itself, and all of them in a table, worst first."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from build_tools.adding.arriving import FEW, Arrival
from build_tools.errors import one_line
from build_tools.model import Fact, FactKey
from build_tools.papers.wanted import as_told
from build_tools.sources.readers import id_of

LABELS = {
    FactKey.TITLE: "title", FactKey.DATE: "date", FactKey.SIGNERS: "signer", FactKey.MINISTRY: "ministry",
    FactKey.DOSSIER: "dossier", FactKey.ONDERNUMMER: "number", FactKey.VERGADERJAAR: "session",
}  # fmt: skip
"""What each fact is called; those of `WANTED`."""

SCREEN = 20
"""So many letters have a line in the table whatever it says; beyond, those that were read well hide the others."""

SHOWN = (FactKey.TITLE, FactKey.DATE, FactKey.SIGNERS, FactKey.MINISTRY)
WIDTH = max(map(len, (*LABELS.values(), "versions")))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A letter in the table: how well it was read, and what is wrong with it."""

    verdict: str
    id: str
    why: str
    weight: tuple[int, int]


def letter_lines(arrival: Arrival, versions: Sequence[str]) -> Iterator[str]:
    """One letter: its id, what was found and where, and what is missing."""
    yield one_line(f"{arrival.id}, from {arrival.file.called}")
    if arrival.there is not None:
        yield one_line("  is the same file; not copied again")
        return
    for label, value in _found(arrival, versions):
        yield one_line(f"  {label:{WIDTH}}  {value}")
    if arrival.id != arrival.wanted:
        other = "another letter" if arrival.id.removeprefix(f"{arrival.wanted}-").isdigit() else "there as another file"
        yield one_line(f"  {arrival.wanted} is {other}, so this one is {arrival.id}")


def _found(arrival: Arrival, versions: Sequence[str]) -> Iterator[tuple[str, str]]:
    for key in SHOWN:
        if key in arrival.facts:
            yield LABELS[key], f"{_value(arrival.facts[key])} ({_origin(arrival.facts[key])})"
    if arrival.number:
        session = arrival.facts.get(FactKey.VERGADERJAAR)
        yield "number", f"{arrival.number} ({_origin(arrival.facts[FactKey.ONDERNUMMER])})"
        yield from [("session", f"{session.value}")] if session else []
    yield from [("notes", str(arrival.notes))] if arrival.notes else []
    yield from [("versions", _few([id_ for id_ in versions if id_ != arrival.id]))] if versions else []
    yield from (("remark", remark) for remark in arrival.remarks)
    yield from [("missing", missing_in(arrival))] if arrival.missing else []
    yield from (("doubt", doubt) for doubt in arrival.doubts)
    if arrival.doubtful > len(arrival.doubts):
        more = arrival.doubtful - len(arrival.doubts)
        yield "", f"and {more} more doubt{'' if more == 1 else 's'}"


def _few(ids: Sequence[str]) -> str:
    """The first few ids, and how many there are besides."""
    more = f" and {len(ids) - FEW} more" if len(ids) > FEW else ""
    return f"{', '.join(ids[:FEW])}{more}"


def _value(fact: Fact) -> str:
    if isinstance(fact.value, str):
        return fact.value
    return "; ".join(", ".join(filter(None, astuple(part))) for part in fact.value)


def _origin(fact: Fact) -> str:
    return f"line {fact.origin}" if isinstance(fact.origin, int) else fact.origin


def missing_in(arrival: Arrival) -> str:
    """What is missing, in words."""
    return ", ".join(LABELS[key] for key in as_told(arrival.missing))


def table(arrivals: Sequence[Arrival], unread: int, aside: int = 0) -> Iterator[str]:
    """How well those were read that are not there yet: the sums, then a line for each letter, the worst first; of more
    than a screen of them only for those that ask for something.
    """
    new = [arrival for arrival in arrivals if arrival.there is None]
    rows = sorted(map(_row, new), key=lambda row: (row.weight, row.id))
    sums = {verdict: sum(row.verdict == verdict for row in rows) for verdict in VERDICTS}
    others = {"there already": len(arrivals) - len(new), "left aside": aside, "not read": unread}
    yield ", ".join(f"{what} {count}" for what, count in (sums | others).items() if count or what in sums)
    shown = rows if len(rows) <= SCREEN else [row for row in rows if row.why]
    width = max(map(len, VERDICTS))
    widest = max((len(row.id) for row in shown), default=0)
    for row in shown:
        yield one_line(f"  {row.verdict:{width}}  {row.id:{widest}}  {row.why}".rstrip())


VERDICTS = ("read well", "facts missing", "doubts")


def _row(arrival: Arrival) -> TableRow:
    well, missing, doubtful = VERDICTS
    verdict = doubtful if arrival.doubtful else missing if arrival.missing else well
    doubts = f"doubts: {arrival.doubtful}" if arrival.doubtful else ""
    lacking = f"missing: {missing_in(arrival)}" if arrival.missing else ""
    why = "; ".join(filter(None, (doubts, lacking)))
    came_as = Path(arrival.file.called)
    why += f" (from {came_as.name})" if why and id_of(came_as) != arrival.id else ""
    return TableRow(verdict, arrival.id, why, (-arrival.doubtful, -len(arrival.missing)))
