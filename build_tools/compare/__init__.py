"""Two versions of a letter, compared down to the word.

    tokens.py      text -> words and signs, each with the key on which it is aligned
    word_diff.py   two lists of keys -> which stand in both, in order
    links.py groups.py neighbours.py alignment.py
                   two lists of passages -> which belong together, and what moved
    pieces.py      passages that belong together -> stretches that are equal or changed
    kinds.py       a change -> its kind, by the rules of data/change_kinds.yml
    tables.py      two tables that belong together -> the same, row by row and cell by cell
    rows.py moves.py numbering.py
                   groups of passages -> rows of pieces with numbered changes; where two prints break differently
    heads.py       what only one of two letterheads states
    repeats.py     long runs of words that return elsewhere
    comparing.py   all of the above in order: two letters -> Comparison (model.py), proven
    telling/       Comparison -> what is said of it, in Dutch

Imports run from the bottom of this list upwards.
"""
