"""How Dutch writes dates and numbers, and how a text is cut short."""

from datetime import date

from build_tools.data import data


def dutch_date(iso: str) -> str:
    """`2011-06-16` as `16 juni 2011`."""
    day = date.fromisoformat(iso)
    return f"{day.day} {data('dutch')['months'][day.month - 1]} {day.year}"


def number(count: int) -> str:
    """`18729` as `18.729`."""
    return f"{count:,}".replace(",", ".")


def decimal(value: float) -> str:
    """`12.34` as `12,3`."""
    return f"{value:.1f}".replace(".", ",")


def counted(count: int, one: str, more: str) -> str:
    """`1 brief`, `5 brieven`."""
    return f"{number(count)} {one if count == 1 else more}"


def capital(text: str) -> str:
    """A text as a sentence begins: `brief` as `Brief`."""
    return text[:1].upper() + text[1:]


def shortened(text: str, longest: int) -> str:
    """A text of at most so many characters: to the last word that is whole in them, if there is one, and `…`."""
    if len(text) <= longest:
        return text
    start = text[: longest - 1]
    return (start.rpartition(" ")[0] or start).rstrip(",;:.–- ") + "…"
