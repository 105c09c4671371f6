"""Two versions of a letter, compared down to the word.

    word_diff.py   two lists of keys -> which stand in both, in order
    heads.py       what only one of two letterheads states, and which passages belong with these
    stream.py gaps.py moves.py alignment.py
                   two lists of passages -> which belong together: by order, by place, and what moved
    citing.py rewriting.py clauses.py pieces.py
                   passages that belong together -> stretches that are equal or changed, sentence by sentence
    kinds.py       a change -> its kind, by the rules of data/change_kinds.yml
    tables.py      two tables that belong together -> the same, row by row and cell by cell
    rows.py labels.py numbering.py
                   groups of passages -> rows of pieces with numbered changes; where two prints break differently
    repeats.py     long runs of words that return elsewhere
    comparing.py   all of the above in order: two letters -> Comparison (model.py), proven
    telling/       Comparison -> what is said of it, in Dutch

Imports run from the bottom of this list upwards.
"""
