"""The site in a browser, renewed while one works on the letters; beside it pages that are shown here alone.

A renewal shows the pages first; then the search index follows, unless something was changed meanwhile, which is shown
before it.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from build_tools.cache.settled import Built
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.pages.assets import ASSETS
from build_tools.progress import Overtaken
from build_tools.site.serving.news import News
from build_tools.site.serving.server import HERE_ALONE, PreviewServer
from build_tools.sources.own_site import BASE


@dataclass(frozen=True, slots=True)
class Builds:
    """`pages`, told whether it is done again, brings the site up to date, then perhaps but for the search index.
    `index` brings that too, if need be, unless it is overtaken by what it is given to ask; it tells what it changed.
    `ready` sets up what the next one takes, for who has time.
    """

    pages: Callable[[bool], Built]
    index: Callable[[Callable[[], bool]], Sequence[Path]]
    ready: Callable[[], None]


def preview(folders: Folders, port: int, builds: Builds, here_alone: HERE_ALONE) -> None:
    """Build, show, and build again on every change of a letter or page, until Ctrl-C.

    Where nothing had to be done no page is loaded anew, nor after the pages that a build itself has written. A mistake
    in a letter is said; the site stays as it was until it is mended.
    """
    news = News()

    def build_again() -> None:
        try:
            renew(builds, news, server)
        except Overtaken:
            pass
        except UserError as error:
            print(error, file=sys.stderr)  # noqa: T201

    if builds.pages(False).stood:
        Thread(target=builds.ready, daemon=True).start()
    server = PreviewServer(here_alone, build_again, port, folders.site)
    for path in (folders.seeds, folders.docs, folders.config, BASE, ASSETS):
        if path.exists():
            server.watch_for(news, str(path.resolve()))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def renew(builds: Builds, news: News, server: PreviewServer) -> None:
    """Bring what was touched into the site: first its pages, and once these are shown the search index."""
    if not news.is_there():
        server.stay()
        return
    news.is_read()
    built = builds.pages(True)
    news.wrote(built.changed)
    (server.show if built.changed else server.stay)()
    if not built.stood:
        news.wrote(builds.index(news.is_there))
        server.show_index()
