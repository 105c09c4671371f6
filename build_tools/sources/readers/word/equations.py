"""Equations of a Word file as a line of text."""

from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.word.names import MATH


def equation_text(element: Element) -> str:
    """The letters of an equation in order; a fraction has a stroke, a root its sign, what is long is in brackets."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    parts = {local(part): equation_text(part) for part in element}
    if name == "f":
        return f"{bracketed(parts.get('num', ''))}/{bracketed(parts.get('den', ''))}"
    if name == "rad":
        return f"{parts.get('deg', '')}√{bracketed(parts.get('e', ''))}"
    if name == "nary":
        return f"{operator(element)}{parts.get('sub', '')}{parts.get('sup', '')}{parts.get('e', '')}"
    if name == "d":
        return f"({';'.join(equation_text(part) for part in element if local(part) == 'e')})"
    return "".join(equation_text(part) for part in element)


def bracketed(text: str) -> str:
    return text if len(text) < 2 or text.isalnum() else f"({text})"


def operator(element: Element) -> str:
    """The sign of a sum, a product or an integral."""
    found = element.find(f"{{{MATH}}}naryPr/{{{MATH}}}chr")
    return (found.get(f"{{{MATH}}}val") or "") if found is not None else "∫"
