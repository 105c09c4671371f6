"""What is said of a comparison, in Dutch."""
