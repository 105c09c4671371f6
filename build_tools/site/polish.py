"""What Material leaves undone in the frame of a page, mended in the finished HTML.

Each step names what it looks for; a build fails when the theme no longer has it, so that none is left behind
unseen after an update. Articles say in their first tag what they hold; their style sheets go to the head. The theme's
scripts go, with all that works by them only: what is left, a choice of colours and contents that follow the reader, is
`docs/assets/kader.js`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.errors import ThemeChangedError


@dataclass(frozen=True, slots=True)
class Step:
    """Replace what a pattern finds; `everywhere` says that no page can do without it."""

    pattern: str
    replacement: str | Callable[[re.Match[str]], str]
    everywhere: bool = True


SKIP = '<a href="#kb-inhoud" class="md-skip">Ga naar inhoud</a>'


def _worth_having(found: re.Match[str]) -> str:
    """Contents with one heading leave nothing to choose."""
    return found[0] if found[0].count('class="md-nav__link"') > 1 else ""


def _opening(found: re.Match[str]) -> str:
    """Contents can open from a line, where the screen has no column for them."""
    before, contents, after = found.groups()
    return f'{before}<details class="inhoud"><summary>Inhoud</summary>{contents}</details>{after}'


_END = r"</nav>(\s*</div>){3}"
STEPS = (
    Step(rf'<div class="md-sidebar md-sidebar--primary".*?{_END}', ""),  # first: half of what the others search
    Step(r'(<div data-md-component="skip">).*?(</div>)', rf"\1{SKIP}\2"),
    Step('<main class="md-main"', '<main id="kb-inhoud" tabindex="-1" class="md-main"'),
    Step('<nav class="md-header__inner md-grid" aria-label="Header">', '<div class="md-header__inner md-grid">'),
    Step('aria-label="Tabs"', 'aria-label="Hoofdmenu"'),
    Step('alt="logo"', 'alt=""'),
    Step(r'(class="md-header__button md-logo") aria-label="[^"]*"', r'\1 tabindex="-1" aria-hidden="true"'),
    Step(r'<label class="md-nav__title" for="__toc">(.*?)</label>', r'<span class="md-nav__title">\1</span>', False),
    Step(rf'<div class="md-sidebar [^>]* hidden>.*?{_END}', "", False),
    Step(rf'<div class="md-sidebar md-sidebar--secondary".*?{_END}', _worth_having, False),
    Step(r'<input class="md-toggle"[^>]*>', ""),
    Step(r'<label class="md-overlay".*?</label>', ""),
    Step(r'<label class="md-header__button md-icon" for="__drawer">.*?</label>', ""),
    Step(r'<div class="md-header__topic" data-md-component="header-topic">.*?</div>', ""),
    Step(r'<div data-md-component="announce">\s*</div>', ""),
    Step(r'<div class="md-dialog".*?</div>\s*</div>', ""),
    Step(r"<script>(__md_scope|var target)=.*?</script>", ""),
    Step(r'<script id="__config".*?</script>', ""),
    Step(r'<script src="[^"]*/bundle\.[^"]*"></script>', ""),
    Step(r'(data-md-type="toc".*?)(<ul\b.*?</ul>)(\s*</nav>\s*</div>)', _opening, False),
    Step(r'<meta name="generator"[^>]*>', ""),
    Step(r"\n\s*\n+", "\n"),
)

_GLASS = "M15.5 14h-.8l-.3-.3a6.5 6.5 0 1 0-.7.7l.3.3v.8l5 5 1.5-1.5zm-6 0a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9"
_HALF = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 2v16a8 8 0 0 1 0-16"
_TOOLS = Markup("""<button class="kb-kleur" type="button" aria-label="Donker" aria-pressed="false" hidden>
<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{2}"/></svg></button>
<script src="{0}assets/kader.js"></script>
<form class="kb-zoek" role="search" action="{0}zoeken/">
<input type="search" name="q" aria-label="Zoeken in de brieven" placeholder="Zoeken" autocomplete="off" required>
<button aria-label="Zoek"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="{1}"/></svg></button></form>""")
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
"""What is the page's own, between all that the theme puts around it; there is one."""
_WIDE = re.compile(r'class="(?:[^"]* )?(begin-naast|draden|matrix|vergelijking)[ "]')
"""`<table class="matrix">`: what takes more width than text does."""
_OPENS = '<article class="'
_SHEET = '<link rel="stylesheet"'
_SHEETS = re.compile(rf"<(?:p><)?({_SHEET[1:]}[^<>]*>\s*(?:{_SHEET}[^<>]*>\s*)*)(?:</p>\s*)?")
"""`<p><link rel="stylesheet" href="../assets/zoeken.css"></p>`, as Markdown leaves what a page brings along."""


def _steps_from(root: str) -> tuple[Step, ...]:
    """What depends on the place of the page: tools in the header, the way home, the register that the page is of."""
    tools = _TOOLS.format(root, _GLASS, _HALF)
    return (
        Step(r"</nav>(\s*)</header>", lambda found: f"{tools}{found[1]}</div>{found[1]}</header>"),
        Step(
            r'(data-md-component="header-title">.*?)<span class="md-ellipsis">(.*?)</span>',
            lambda found: f'{found[1]}<a class="md-ellipsis" href="{root or "."}">{found[2]}</a>',
        ),
        Step(r'(<li class="md-tabs__item md-tabs__item--active">\s*<a)', r'\1 aria-current="page"', False),
        Step(
            r'(<li class="md-tabs__item)(">\s*<a)(?= href="(?:\.\./)+")',
            r'\1 md-tabs__item--active\2 aria-current="true"',
            False,
        ),
    )


def polished(html: str, root: str) -> str:
    """The page with its frame mended, a choice of colours, and a search field that leads to the search page."""
    article = ARTICLE.search(html)
    if article is None:
        raise ThemeChangedError("no article")
    before, after = html[: article.start()], html[article.end() :]
    mark = "\0"
    frame = f"{before}{mark}{after}"
    for step in (*STEPS, *_steps_from(root)):
        frame, count = re.subn(step.pattern, step.replacement, frame, flags=re.DOTALL)
        if step.everywhere and not count:
            raise ThemeChangedError(step.pattern)
    sheets, own = _sheets_apart(article[0])
    framed = frame.replace("</head>", f"{sheets}</head>", 1)
    return framed.replace(mark, _told_wide(own), 1)


def _sheets_apart(article: str) -> tuple[str, str]:
    """The style sheets that an article brings along, as few do, and the article without them."""
    if _SHEET not in article:
        return "", article
    own, *rest = _SHEETS.split(article)
    return "".join(map("<{}".format, rest[::2])), "".join([own, *rest[1::2]])


def _told_wide(article: str) -> str:
    """An article that says at once what it will hold, so that nothing moves while the rest of the page comes."""
    held = "".join(f"met-{name} " for name in sorted(set(_WIDE.findall(article))))
    return article.replace(_OPENS, f"{_OPENS}{held}", 1)
