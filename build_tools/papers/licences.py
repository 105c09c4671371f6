"""What may be done with the letters, with the data made from them, and with the program."""

LETTERS = "https://wetten.overheid.nl/BWBR0001886"
"""The Auteurswet. Its article 15b lets everyone publish again what the government has published."""

LETTERS_NOTICE = "Vrij van auteursrecht, tenzij voorbehouden (artikel 15b Auteurswet)"

DATA = "https://creativecommons.org/publicdomain/zero/1.0/"

PROGRAM = "https://interoperable-europe.ec.europa.eu/collection/eupl"
"""The European Union Public Licence; its text stands in `LICENSE`."""
