"""Columns of a text that keeps the look of the page: margins, headings beside the text, text set in two."""
