"""Quotes, checked: what a reader holds as a quotation, and whether letters say it so.

`pages/assets/citaat.js` does the same on a reader's own machine, with the tables that `site/search/quote_index.py` lays
beside it; `tests/cases/quotes.yml` holds both to the same answers.
"""
