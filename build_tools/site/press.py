"""The pages of a folder, each finished by itself, here or in other processes, as MkDocs makes it where it runs alone.

What all pages share is set up once in each process: the settings, the names of all files, the navigation, the templates
of the theme. Of the pages in the navigation only what they state of themselves is read: the theme takes no more from
another page.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.site import finish
from build_tools.site.described.page_facts import Site, page_of, site_of
from build_tools.site.known_page import PageBefore, known_page, packed_html, titles_in
from build_tools.site.mkdocs_settings import complaints, mistake_of, settings_of
from build_tools.sources.own_site import OwnSite

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


@dataclass(frozen=True, slots=True)
class Press:
    """What a page is made from besides its name: a folder of pages that nobody changes meanwhile, where the site
    will be, what its owner states, and the seconds that stand for now."""

    docs: Path
    site: Path
    own: OwnSite
    epoch: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all pages share."""

    site: Site
    config: "MkDocsConfig"
    files: "Files"
    nav: "Navigation"
    env: "Environment"


def finished_page(press: Press, name: str) -> PageBefore:
    """A page by its name in the folder. Fails where MkDocs complains about it, or gives up at it: whoever makes the
    site meets the same there, and tells it.
    """
    with complaints() as messages:
        try:
            made = _made(_shared(press), name)
        except Exception as error:
            raise mistake_of(press.own, f"{name}: {error}") from error
    if messages:
        raise mistake_of(press.own, messages[0])
    return made


def rehearse(press: Press, name: str) -> None:
    """Finish a page for nobody. What that takes once, of MkDocs and of templates, stays; of the folder nothing does."""
    try:
        finished_page(press, name)
    finally:
        _shared.cache_clear()


def set_up(press: Press) -> None:
    """Set up what pages share, before the first of them is asked for."""
    _shared(press)


def _made(shared: _Shared, name: str) -> PageBefore:
    """The steps of `mkdocs.commands.build` of one page, in their order."""
    from mkdocs.commands.build import get_context

    config, files = shared.config, shared.files
    page = _page(shared, name)
    page.render(config, files)
    page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=files)
    page.active = True
    context = get_context(shared.nav, [], config, page)
    output = shared.env.get_template(page.meta.get("template", "main.html")).render(context)
    page.active = False
    html, done = finish.page(output, page_of(page, shared.site), shared.site, Path(config.docs_dir))
    made: PageBefore = page.as_kept(packed_html(html), done)
    page.let_go()
    return made


def _page(shared: _Shared, name: str) -> Any:
    """The page of a file, read; nobody holds it afterwards but the navigation."""
    file: Any = shared.files.get_file_from_path(name)
    page = file.page or known_page()(None, file, shared.config, at_once=True)
    file.page = page if page in shared.nav.pages else None
    page.read_source(shared.config)
    return page


@lru_cache(maxsize=1)
def _shared(press: Press) -> _Shared:
    """Set up what all pages share. What MkDocs complains about is told where it makes the site."""
    from mkdocs.structure.files import Files, get_files
    from mkdocs.structure.nav import get_navigation

    with complaints():
        settings = settings_of(press.docs, press.site, press.epoch, press.own)
        config = settings.plugins.on_config(settings)
        files, env, titles = get_files(config), config.theme.get_env(), titles_in(config)
        files.add_files_from_theme(env, config)
        named = (file for file in files if file.src_uri in titles)
        pages = [known_page()(titles[file.src_uri], file, config, at_once=True) for file in named]
        for page in pages:
            page.read_source(config)
        nav = get_navigation(Files([page.file for page in pages]), config)
    return _Shared(site_of(config), config, files, nav, config.plugins.on_env(env, config=config, files=files))
