"""Lists: marks that begin an item, parts that a sentence counts, names below each other."""
