"""What connects the letters: citations both ways, themes, terms."""
