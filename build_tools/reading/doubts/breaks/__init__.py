"""Rules of doubt about where paragraphs begin."""
