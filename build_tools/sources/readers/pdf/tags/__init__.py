"""A tagged PDF: what its tree says of each text, whether it can be believed, where a text goes on."""
