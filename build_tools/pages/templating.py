"""The templates of the pages. What a template prints is made harmless, unless it says `safe`.

Pages of registers, and the room that their entries take, are remembered from build to build: one letter changes few of
them. What stands on such a page are values that show all that they have, so these make its key.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from build_tools.addresses import beside_block, block_name, page_path
from build_tools.cache.answers import Answers, answers
from build_tools.cache.kept_templates import KEPT
from build_tools.cache.remembering import FORGETFUL, Memory, Product, key_of
from build_tools.committing.waiting import PackedFile, packed
from build_tools.dutch.characters import visible
from build_tools.dutch.format import counted, decimal, number
from build_tools.pages.day_marks import with_marks_told
from build_tools.pages.markdown import inline, stretches
from build_tools.pages.registers.parts import RegisterPart
from build_tools.papers.of_letter import called
from build_tools.papers.publications import EUROPE

T = TypeVar("T")

MOST_STOPS = 60
"""Links in the lists of a page, above which the lists are folded: with the frame and the heads of its lists a page then
has some 120 places at most where who goes by keyboard stops."""

PAGE = Product("page of a register", PackedFile)
SHARES: Product[dict[bytes, float]] = Product("shares of a page that entries take", dict)


def render(template: str, **values: Any) -> str:
    """A template filled in."""
    return _environment().get_template(template).render(values)


def filled(path: str, template: str, **values: Any) -> PackedFile:
    """A page at a path: a template filled in, packed."""
    return packed(path, with_marks_told(render(template, **values)).encode())


def piece(template: str, macro: str, *values: Any) -> Markup:
    """What a macro of a template makes of values: a part of a page by itself."""
    return Markup(getattr(_module(template), macro)(*values))  # noqa: S704 -- escaped there


@cache
def _module(template: str) -> TemplateModule:
    return _environment().get_template(template).module


_COUNT = re.compile(r"\([\d.]+ \w+\)")
"""A count that explains the word before it: `(1 woord)`."""


def whole_counts(text: str) -> Markup:
    """A text of which no line ends within such a count."""
    return Markup(_COUNT.sub(lambda count: f'<span class="heel">{count[0]}</span>', escape(text)))  # noqa: S704 -- escaped


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=KEPT,
    )
    environment.filters |= {
        "whole_counts": whole_counts,
        "number": number,
        "decimal": decimal,
        "linked": linked,
        "markdown": markdown,
        "anchor": anchor,
        "called": called,
        "path": page_path,
        "block_name": block_name,
        "beside_block": beside_block,
    }
    environment.globals |= {"counted": counted, "most_stops": MOST_STOPS, "unseen": unseen}
    return environment


def _finalize(value: Any) -> Any:
    """Text that is no Markup gets no control characters onto a page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def unseen(what: Any) -> Markup:
    """What makes a link understandable alone, where the eye has it from the words around it. Pages have hundreds, and a
    macro takes several times as long.
    """
    shown = f'<span class="zeg">, {escape(_finalize(what))}</span>' if what else ""
    return Markup(shown)  # noqa: S704 -- escaped there


def linked(text: str) -> Markup:
    """Text with its web addresses as links."""
    shown, link = visible(text), Markup('<a href="{}">{}</a>')
    pieces = ((shown[start:end], href) for start, end, href in stretches(shown, (), ()))
    return Markup("").join(link.format(href, piece) if href and piece else escape(piece) for piece, href in pieces)


def markdown(text: str) -> Markup:
    """Text that stands in the Markdown of a page, not in its HTML."""
    return Markup(inline(text))  # noqa: S704 -- escaped there


def anchor(paper: str) -> str:
    """The identifier of a paper as the name of a place on a page: another one for another paper."""
    return re.sub(r"[^A-Za-z0-9À-ÿ.:]+", "-", paper.removeprefix(EUROPE)).strip("-")


@dataclass(frozen=True, slots=True)
class KeptPieces:
    """Fills in templates, and measures entries, where that was not done before with the same values. `known` are the
    entries that were measured, with the digests that stand for them.
    """

    memory: Memory = FORGETFUL
    shares: Answers[bytes, float] | None = None
    known: dict[int, tuple[object, bytes]] = field(default_factory=dict)

    def page(self, path: str, template: str, **values: Any) -> PackedFile:
        """The same as `filled`."""
        make = partial(filled, path, template, **values)
        if self.shares is None:
            return make()
        return self.memory.remembered(PAGE, (path, template, self._told(values)), make)

    def _told(self, value: Any) -> Any:
        """A value as a key takes it: of entries that were measured their digests."""
        if id(value) in self.known:
            return self.known[id(value)][1]
        if isinstance(value, dict):
            return {name: self._told(own) for name, own in value.items()}
        if type(value) in (list, tuple):
            return [self._told(own) for own in value]
        if isinstance(value, RegisterPart):
            return value.name, value.title, value.again, self._told(value.entries)
        return value

    def measured(self, size: Callable[[T], float]) -> Callable[[T], float]:
        """A function that tells the share of a page that an entry takes."""
        shares = self.shares
        if shares is None:
            return size
        name = f"{size.__module__}.{size.__qualname__}"

        def measure(entry: T) -> float:
            if id(entry) not in self.known:
                self.known[id(entry)] = entry, key_of(name, entry)
            return shares.of(self.known[id(entry)][1], lambda: size(entry))

        return measure


@contextmanager
def kept_pieces(memory: Memory, register: str = "") -> Iterator[KeptPieces]:
    """The pieces of the build before, and in the end those of this one: of a register that is made by itself, or of
    all others.
    """
    with answers(memory, SHARES, register) as shares:
        yield KeptPieces(memory, shares if memory.store.keeps else None)


def has_pieces(memory: Memory, register: str) -> bool:
    """Whether there are pieces of a register from a build before."""
    return memory.recalled(SHARES, key_of(SHARES.name, register)) is not None


ANEW = KeptPieces()
"""Makes all anew."""
