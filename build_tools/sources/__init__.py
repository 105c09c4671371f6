"""What stands in the folder of letters: the documents, the catalogue, the themes and terms of the editor."""
