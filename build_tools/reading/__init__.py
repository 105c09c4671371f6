"""From a source to a letter."""
