"""Two versions of a letter, compared down to the word.

    tokens.py      text -> words and signs, each with the key on which it is aligned
    word_diff.py   two lists of keys -> which stand in both, in order
    passages.py    letter -> the blocks and notes that are compared
    alignment.py   two lists of passages -> which belong together: rows, and what moved
    pieces.py      one row -> pieces that are equal or changed
    kinds.py       a change -> its kind, by the rules of data/change_kinds.yml
    prints.py      where two prints break the same text differently
    comparing.py   all of the above in order: two letters -> Comparison, proven
    repeats.py     long runs of words that return elsewhere
    versions.py    many letters -> which are versions of each other
    verdict.py     Comparison -> what a reader should know first, in Dutch

Imports run from the bottom of this list upwards.
"""
