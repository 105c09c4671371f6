"""What official XML and HTML have in common: text with marks becomes lines, each with what the file says of it."""
