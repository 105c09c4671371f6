"""A PDF as a file: opened within bounds, what its pages draw, the tree of its tags. Knows nothing of text."""
