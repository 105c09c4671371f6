"""What every JSON file of the site says of itself: the version of the program that wrote it, and what may be done."""

from collections.abc import Mapping

from build_tools import __version__
from build_tools.papers.licences import DATA

STAMP: Mapping[str, str] = {"kamerbrieven": __version__, "licence": DATA}
