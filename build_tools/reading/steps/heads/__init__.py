"""The head of a letter, a printed paper or a list: each thing that stands there has its reader."""
