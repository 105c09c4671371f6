"""Kamerbrieven: parliamentary letters as clean Markdown, with proof that no word is lost."""
