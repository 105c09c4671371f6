"""What a page prints: its lines, the columns in which they stand, a paragraph as it is set, what rules part."""
