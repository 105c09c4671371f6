"""Letters and comparisons on paper.

    flow.py                     passages -> HTML: headings without gaps, lists in lists, notes at their place
    letter.py comparison.py     letter or comparison -> the lean HTML of our own that its paper is made of
    pdf.py                      HTML -> a PDF that everyone can read

Imports run from the bottom of this list upwards; `pdf.py` knows none of the others.
"""
