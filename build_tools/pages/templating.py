"""The templates of the pages. What a template prints is made harmless, unless it says `safe`."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from build_tools.addresses import beside_block, page_path, place_name
from build_tools.dutch.characters import visible
from build_tools.dutch.format import counted, decimal, number
from build_tools.pages.markdown import inline, stretches
from build_tools.papers.of_letter import called
from build_tools.papers.publications import EUROPE


def render(template: str, **values: Any) -> str:
    """A template filled in."""
    return _environment().get_template(template).render(values)


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
        "place_name": place_name,
        "beside_block": beside_block,
    }
    environment.globals |= {"counted": counted}
    return environment


def _finalize(value: Any) -> Any:
    """Text that is no Markup gets no control characters onto a page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


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
