"""What stands under the help of each command: how it is really used."""

EXAMPLES = {
    "kamerbrieven": (
        ("kamerbrieven", "build everything"),
        ("kamerbrieven --no-site", "the Markdown pages alone"),
        ("kamerbrieven --seeds a --docs b --site c", "other folders"),
        ("kamerbrieven --per-dossier", "a site for each dossier"),
        ("kamerbrieven -q", "say nothing but mistakes"),
    ),
    "init": (("kamerbrieven init brieven", "a folder to begin with"),),
    "add": (
        ("kamerbrieven add brief.txt", "show, ask, copy it to seeds"),
        ("kamerbrieven add --yes map/", "all letters in a folder"),
        ('kamerbrieven add "32 824, nr. 448" 2024D40329', "fetch them"),
    ),
    "serve": (
        ("kamerbrieven serve", ""),
        ("kamerbrieven serve --port 8080", ""),
    ),
    "pdf": (("kamerbrieven pdf -v", "and name each step and file"),),
    "check": (
        ("kamerbrieven check", ""),
        ("kamerbrieven check --json", '{"current": false, "stale": ["index.md"]}'),
        ("kamerbrieven check --doubts", "fail where a reading may be wrong"),
    ),
    "export": (
        ("kamerbrieven export", "all forms"),
        ("kamerbrieven export data --format sqlite", "a database"),
        ("kamerbrieven export --format csv --format akn", "text and XML"),
    ),
    "show": (
        ("kamerbrieven show kst-1", "list the stages"),
        ("kamerbrieven show kst-1 --stage cleaned", "what is left of its lines"),
        ("kamerbrieven show kst-1 --stage blocks --json", "for a program"),
        ("pdftotext -layout brief.pdf - | kamerbrieven show - --stage facts", ""),
    ),
    "compare": (
        ("kamerbrieven compare kst-1 brief.txt", "an id and a file"),
        ("kamerbrieven compare kst-1 kst-2 --output x.docx", "with tracked changes"),
        ("kamerbrieven compare kst-1 kst-2 --json", "as the site's open data"),
        ("kamerbrieven compare -q --exit-code kst-1 kst-2", "1 when words differ"),
        ("pdftotext -layout brief.pdf - | kamerbrieven compare kst-1 -", ""),
    ),
    "quote": (
        ('kamerbrieven quote "de trends zijn positief"', ""),
        ('kamerbrieven quote --json "Het kabinet (…) zet in"', "for a program"),
        ("cat citaat.txt | kamerbrieven quote -", ""),
    ),
}
"""By command: what to type, and what it is for."""


def examples(command: str) -> str:
    """The examples of a command for click, which leaves what follows `\\b` as it is."""
    rows = EXAMPLES[command]
    width = max(len(typed) for typed, about in rows if about) if any(about for _, about in rows) else 0
    return "\n".join(["\b", "Examples:", *(_row(typed, about, width) for typed, about in rows)])


def _row(typed: str, about: str, width: int) -> str:
    return f"  {typed:{width}}  # {about}" if about else f"  {typed}"
