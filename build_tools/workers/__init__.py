"""Other processes that carry out what is made of one letter or of one pair by itself."""
