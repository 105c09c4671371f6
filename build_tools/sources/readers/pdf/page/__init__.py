"""What a page prints: its lines, the columns in which they stand, and a paragraph as it is set."""
