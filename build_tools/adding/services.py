"""Where official papers are asked for, and how. Nothing is asked here."""

from dataclasses import dataclass

from build_tools.papers.publications import OFFICIAL_SITE


@dataclass(frozen=True, slots=True)
class Services:
    """Where official papers are asked for, and how."""

    publications: str = OFFICIAL_SITE
    parliament: str = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"
    leading_to: tuple[str, ...] = (
        "https://officielebekendmakingen.nl/", "https://www.officielebekendmakingen.nl/",
        "https://repository.overheid.nl/", "https://www.tweedekamer.nl/",
    )  # fmt: skip
    pauses: tuple[float, ...] = (1.0, 4.0)
    """Seconds before it is asked again, each time longer."""
    patience: float = 30.0
    """Seconds in which something must come."""
    longest: float = 600.0
    """Seconds in which all of it must have come."""
    largest: int = 100_000_000
    """In bytes; the largest annexes take some tens of millions."""

    @property
    def own(self) -> tuple[str, ...]:
        """Addresses on each of the machines that may be asked."""
        return (self.publications, self.parliament, *self.leading_to)


OFFICIAL = Services()
