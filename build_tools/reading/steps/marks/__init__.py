"""Marks in a text that say what a file could have said: typed by somebody, or left there by a Word file."""
