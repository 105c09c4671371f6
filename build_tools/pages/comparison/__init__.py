"""A comparison as HTML in two views, proven."""
