"""Rules of doubt about single words: parted, run together, with a hyphen too many or too few, misread."""
