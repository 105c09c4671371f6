"""Looks for what breaks the reader and the comparison: damaged letters, others in each run. `make bench`, or

    python benchmarks/fuzz.py [SECONDS [SEED]]

Texts are cut up, doubled, mixed and strewn with odd signs; Word, XML and HTML files get other bytes in their parts. A
text must read with all of its characters accounted for, and differ from itself in nothing; a file must read or be
refused in one line; neither may take long. What fails is kept in a folder that is named, and the exit status is 1.
"""

import io
import random
import secrets
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from docx import Document as WordFile

from build_tools.compare.comparing import compare
from build_tools.errors import UserError
from build_tools.folders import PROJECT
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read

SECONDS = 60
LONGEST = 60
"""Seconds that one damaged letter may take: the largest whole one takes less than three."""

STRANGE = "\x00\x0b\x0c\x85\xa0\u00ad\u2010\u200b\u2028\u202e\ufeff\ufffd\U0001f600•–-[]()*1234567890.,;:/\\|<>&\t \n"
LINES = (
    *("Bijlage 1", "Kenmerk", "Datum", "Betreft", "Pagina 2 van 7", "12", "1)", "(3)", "•", "- ", "Vraag 4"),
    *("Geachte voorzitter,", "De minister van Financiën,", "Tweede Kamer, vergaderjaar 2010–2011, 32 824, nr. 1 3", ""),
)

Dice = random.Random
Damage = Callable[[list[str], Dice], list[str]]
"""Takes the lines of a text, and damages them."""


def stretch(lines: list[str], dice: Dice) -> slice:
    """A stretch of lines, a short one as a rule."""
    start = dice.randrange(len(lines))
    return slice(start, start + int(dice.paretovariate(1)))


def dropped(lines: list[str], dice: Dice) -> list[str]:
    gone = stretch(lines, dice)
    return lines[: gone.start] + lines[gone.stop :] or [""]


def doubled(lines: list[str], dice: Dice) -> list[str]:
    own = stretch(lines, dice)
    return lines[: own.stop] + lines[own] + lines[own.stop :]


def moved(lines: list[str], dice: Dice) -> list[str]:
    own = stretch(lines, dice)
    rest = lines[: own.start] + lines[own.stop :]
    at = dice.randrange(len(rest) + 1)
    return rest[:at] + lines[own] + rest[at:]


def strewn(lines: list[str], dice: Dice) -> list[str]:
    at = dice.randrange(len(lines))
    place = dice.randrange(len(lines[at]) + 1)
    signs = "".join(dice.choices(STRANGE, k=dice.randrange(1, 5)))
    return [*lines[:at], lines[at][:place] + signs + lines[at][place:], *lines[at + 1 :]]


def broken(lines: list[str], dice: Dice) -> list[str]:
    at = dice.randrange(len(lines))
    place = dice.randrange(len(lines[at]) + 1)
    return [*lines[:at], lines[at][:place] + dice.choice(("", "-")), lines[at][place:], *lines[at + 1 :]]


def put_between(lines: list[str], dice: Dice) -> list[str]:
    at = dice.randrange(len(lines) + 1)
    return [*lines[:at], dice.choice(LINES), *lines[at:]]


DAMAGES: tuple[Damage, ...] = (dropped, doubled, moved, strewn, broken, put_between)


def damaged(text: str, dice: Dice) -> str:
    """A text with one to thirty damages."""
    lines = text.split("\n")
    for _ in range(dice.randrange(1, 31)):
        lines = dice.choice(DAMAGES)(lines, dice)
    return "\n".join(lines)


def files_of(text: str) -> dict[str, bytes]:
    """A text as files of other kinds, by ending."""
    word = WordFile()
    paragraphs = text.split("\n\n")[:60]
    for paragraph in paragraphs:
        word.add_paragraph("".join(sign for sign in paragraph if sign.isprintable()))
    content = io.BytesIO()
    word.save(content)
    marked = "".join(f"<al>{paragraph.replace('&', '').replace('<', '')}</al>" for paragraph in paragraphs)
    return {
        ".docx": content.getvalue(),
        ".xml": f"<?xml version='1.0'?><kamerwrk><kamerstuk><tekst>{marked}</tekst></kamerstuk></kamerwrk>".encode(),
        ".html": f"<html><body><main>{marked.replace('al>', 'p>')}</main></body></html>".encode(),
    }


def with_other_bytes(content: bytes, dice: Dice) -> bytes:
    """Bytes with some of them replaced, a stretch of them gone or doubled."""
    found = bytearray(content)
    for _ in range(dice.randrange(1, 9)):
        at = dice.randrange(len(found))
        long = int(dice.paretovariate(0.7))
        found[at : at + long] = dice.choice((b"", dice.randbytes(1), bytes(found[at : at + long]) * 2))
        found = found or bytearray(b" ")
    return bytes(found)


def with_other_parts(content: bytes, dice: Dice) -> bytes:
    """A packed file with other bytes in one of its parts, and right in all else; any other file with other bytes."""
    if not content.startswith(b"PK"):
        return with_other_bytes(content, dice)
    packed = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: packed.read(name) for name in packed.namelist()}
    chosen = dice.choice([name for name in parts if parts[name]])
    parts[chosen] = with_other_bytes(parts[chosen], dice)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as anew:
        for name, part in parts.items():
            anew.writestr(name, part)
    return result.getvalue()


def takes_too_long(*_: object) -> NoReturn:
    raise TimeoutError(f"took more than {LONGEST} seconds")


def trouble_with(path: Path) -> str:
    """What goes wrong with a file; nothing where it reads whole, or is refused in one line."""
    signal.alarm(LONGEST)
    try:
        letter = read_letter(read(path))
        if not letter.ledger.balances:
            return "characters that nothing accounts for"
        if path.suffix == ".txt" and (changes := compare(letter, letter).changes):
            return f"differs from itself: {len(changes)} changes"
    except UserError as refusal:
        return "a refusal of several lines" if "\n" in str(refusal) else ""
    except Exception:
        return traceback.format_exc()
    finally:
        signal.alarm(0)
    return ""


def main(seconds: float, seed: int) -> int:
    """Look for so long; how much was found."""
    signal.signal(signal.SIGALRM, takes_too_long)
    texts = [path.read_text(encoding="utf-8") for path in sorted((PROJECT / "seeds").glob("*.txt"))]
    files = [file for text in texts for file in files_of(text).items()]
    folder = Path(tempfile.mkdtemp(prefix="kamerbrieven-"))
    tried, found, end, number = Counter[str](), 0, time.monotonic() + seconds, 0
    while time.monotonic() < end:
        number += 1
        dice = Dice(f"{seed} {number}")
        ending, content = (".txt", damaged(dice.choice(texts), dice).encode()) if number % 2 else dice.choice(files)
        path = folder / f"brief-{number}{ending}"
        path.write_bytes(content if number % 2 else with_other_parts(content, dice))
        tried[ending] += 1
        if trouble := trouble_with(path):
            found += 1
            print(f"{path}: {trouble}")
        else:
            path.unlink()
    print("fuzz:", *(f"{count} {ending}," for ending, count in sorted(tried.items())), f"{found} found (seed {seed})")
    return found


if __name__ == "__main__":
    wanted = [int(argument) for argument in sys.argv[1:]]
    sys.exit(bool(main(*wanted) if len(wanted) > 1 else main((wanted or [SECONDS])[0], secrets.randbits(32))))
