"""Two texts, word by word: what is equal in them and what changed.

word_diff.py   two lists of keys -> which stand in both, in order
pairing.py     two lists of things, and what each pair is worth -> the pairs worth most in all
citing.py rewriting.py clauses.py pieces.py
               two texts that belong together -> stretches that are equal or changed, sentence by sentence
tables.py      two tables that belong together -> the same, row by row and cell by cell
"""
