"""From letters, connections and comparisons to Markdown pages."""
