"""The registers of a site as values (accounts, citations, themes, terms), and how long ones are parted."""
