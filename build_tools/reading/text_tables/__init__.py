"""Tables in plain text: where lines are surely one, its cells stand apart while the other steps read the text."""
