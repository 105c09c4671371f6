"""The language: words, sentences, dates, signs. Knows nothing of letters."""
