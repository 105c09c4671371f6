"""Who signs a letter: the lines in which it stands, and the persons and roles that these name."""
