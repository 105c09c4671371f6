"""What every process that reads letters looks words up in: whoever imports this has it read, and so have all that are
forked from it.
"""

from build_tools.citations.law_names import first_words
from build_tools.dutch.word_list import known

known("")
first_words()
