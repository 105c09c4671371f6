"""The cleaning steps, draft -> draft: each takes out what is not the running text of a letter."""
