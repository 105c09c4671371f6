"""The head of printed questions and their answers."""
