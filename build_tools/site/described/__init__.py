"""What programs read of a page and of the site as a whole: its facts, feeds, tags and descriptions."""
