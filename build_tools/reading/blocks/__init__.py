"""From lines to blocks of running text."""
