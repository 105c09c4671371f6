"""A site read back from the disk: is every file there as the build made it, and does every link lead somewhere?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import html

from build_tools.addresses import NOT_FOUND
from build_tools.committing.standing import content_at
from build_tools.committing.sums import INDEX_LAGS, SUMS, damaged, named
from build_tools.errors import UserError, attempt
from build_tools.output import generated

FEW = 5
"""So many faults are named: enough to see what it is about, and still one line."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What a finished page can be entered by, and where it leads."""

    ids: frozenset[str]
    targets: tuple[str, ...]


def site_faults(site: Path, old: Collection[str] = (), build_command: str = "kamerbrieven") -> UserError | None:
    """What is wrong with a built site as one mistake; links of old pages, named as in `docs/`, are those of their day.

    A folder of which no build says that it left digests there is nobody's site.
    """
    made, listed = attempt(partial(generated, site)), content_at(f"{site}/{SUMS}")
    if isinstance(made, UserError):
        return made
    if listed is None and SUMS not in made:
        return None
    found = [*_faults(site, made, listed, old)]
    if not found:
        return None
    more = f" and {len(found) - FEW} more" if len(found) > FEW else ""
    return UserError(site, None, f"is not whole: {', '.join(found[:FEW])}{more}", f"run {build_command}")


def _faults(site: Path, made: Collection[str], listed: bytes | None, old: Collection[str]) -> Iterable[str]:
    """By a list of digests that itself does not name what a build made, nothing is known to be whole."""
    if listed is None:
        return [f"{SUMS} is missing"]
    if listed.startswith(INDEX_LAGS):
        return ["the search index is that of an earlier build"]
    stated = named(listed)
    if {*stated, SUMS} != set(made):
        return [f"{SUMS} is damaged"]
    return [*damaged(site, stated)] or _dead_links(site, sorted(stated), old)


def _dead_links(site: Path, names: Sequence[str], old: Collection[str]) -> Iterator[str]:
    """Links and anchors of pages that lead nowhere in the site; what other hosts have is theirs."""
    pages = {name: _links(site / name) for name in names if name.endswith(".html")}
    excused = {f"{name.removesuffix('.md')}/index.html" for name in old}
    root = _root(pages[NOT_FOUND].targets, names) if NOT_FOUND in pages else "/"
    for name, page in pages.items():
        for target in () if name in excused else page.targets:
            there = urlsplit(urljoin(root + quote(name), target))
            if not there.netloc and not there.scheme and not _leads(site, there.path, root, there.fragment, pages):
                yield f"{name} leads to {target}, which is not there"


def _root(targets: Iterable[str], names: Iterable[str]) -> str:
    """The path that a site lies under, as the page tells that counts from there: by a file that it asks for."""
    ends = tuple(f"/{name}" for name in names)
    rooted = (target for target in targets if target.startswith("/") and target.endswith(ends))
    return next((target.removesuffix(end) + "/" for target in rooted for end in ends if target.endswith(end)), "/")


def _leads(site: Path, address: str, root: str, fragment: str, pages: Mapping[str, PageLinks]) -> bool:
    if not address.startswith(root):
        return False
    path = unquote(address.removeprefix(root))
    name = (PurePosixPath(path) / "index.html").as_posix() if (site / path).is_dir() else path
    if not (site / name).is_file():
        return False
    return not fragment or name not in pages or unquote(fragment) in pages[name].ids


def _links(path: Path) -> PageLinks:
    page = html.document_fromstring(path.read_bytes(), html.HTMLParser(encoding="utf-8", huge_tree=True))
    targets = dict.fromkeys(str(target) for target in page.xpath("//@href | //@src"))
    return PageLinks(frozenset(map(str, page.xpath("//@id"))), tuple(targets))
