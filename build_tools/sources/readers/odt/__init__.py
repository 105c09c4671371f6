"""OpenDocument files."""

from build_tools.sources.readers.office.package import Package
from build_tools.sources.readers.office.written import Written


def is_odt(package: Package) -> bool:
    return False


def read_odt(package: Package) -> Written:
    raise NotImplementedError
