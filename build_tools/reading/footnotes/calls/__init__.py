"""Where a text calls its notes: what digits look like that do, and every place that could."""
