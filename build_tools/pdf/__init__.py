"""Letters and comparisons as PDFs.

flow.py marked_text.py             passages -> HTML: headings without gaps, lists in lists, notes at their place
letter_pdf.py comparison_pdf.py    letter or comparison -> the lean HTML of our own that its PDF is made of
tags.py writer.py                  HTML -> a PDF that everyone can read
"""
