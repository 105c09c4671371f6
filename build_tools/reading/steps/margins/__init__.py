"""What the margins of letters are made of."""
