"""Two versions of a letter, compared down to the word.

    words/         two texts that belong together -> stretches that are equal or changed
    heads.py       what only one of two letterheads states, and which passages belong with these
    stream.py gaps.py moves.py alignment.py
                   two lists of passages -> which belong together: by order, by place, and what moved
    kinds.py       a change -> its kind, by the rules of data/change_kinds.yml
    rows.py labels.py numbering.py
                   groups of passages -> rows of pieces with numbered changes; where two prints break differently
    table_rows.py  rows of a table that went to another place of it, also where figures in them changed
    repeats.py     long runs of words that return elsewhere
    comparing.py   all of the above in order: two letters -> Comparison (model.py), proven
    telling/       Comparison -> what is said of it, in Dutch

Imports run from the bottom of this list upwards.
"""
