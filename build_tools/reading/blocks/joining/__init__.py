"""How the lines of a text are joined: words, numbers and addresses that the end of a line broke."""
