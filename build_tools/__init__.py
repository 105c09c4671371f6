"""Kamerbrieven: parliamentary letters as clean Markdown, with proof that no word is lost."""

__version__ = "0.2.0"
"""The one place that states it: `pyproject.toml`, the command and the open data take it from here."""
