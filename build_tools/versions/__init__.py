"""Which of many letters are versions of one letter, which are related, and which passages return.

index.py        the letters that may be kin: those that keep the same runs of words
covering.py     how much of the shorter letter stands together in the longer one, and what tells them apart
chance.py       whether letters of one mould are alike by chance
finding.py      letters -> families of versions, and letters that are related
family.py pairs.py    a family as a value; which pairs get a page
reuse.py strands.py    passages that return in letters that are no versions; each through time
"""
