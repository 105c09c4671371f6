"""Notes: where they stand on a page, and where the text refers to them."""
